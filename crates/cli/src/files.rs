//! Opens files, standard input and compressed streams. The errors do not name the file; [`named`] adds its name.

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What has been opened, for any thread.
pub type Stream = Box<dyn BufRead + Send>;

const BUFFER: usize = 1 << 16;
const GZIP: &[u8] = b"\x1f\x8b";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// "-" stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name of a file in messages.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The error, preceded by the name of the file.
pub fn named(path: &Path, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {error}", name(path)))
}

/// A readable stream. What gzip or Zstandard have compressed is decompressed.
pub fn open(path: &Path) -> io::Result<Stream> {
    open_counted(path, Arc::default())
}

/// The same. `count` always has the number of bytes that have been read from the file, as far as they are buffered.
pub fn open_counted(path: &Path, count: Arc<AtomicU64>) -> io::Result<Stream> {
    let file: Box<dyn Read + Send> = if is_stdin(path) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let mut file = BufReader::with_capacity(BUFFER, Counted { file, count });
    let head = file.fill_buf()?;
    if head.starts_with(GZIP) {
        return Ok(Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(file))));
    }
    if head.starts_with(ZSTD) {
        return Ok(Box::new(BufReader::with_capacity(BUFFER, Frames::Between(Some(file)))));
    }
    Ok(Box::new(file))
}

/// The whole text, unchanged.
pub fn read_text(path: &Path) -> io::Result<String> {
    text_of(open(path)?)
}

/// The whole text of a stream, unchanged.
pub fn text_of(mut stream: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        io::Error::other(format!(
            "this file is not UTF-8: byte {at} is {:02X}. Files from older programs can be converted: \
             iconv -f WINDOWS-1252 -t UTF-8 FILE",
            error.as_bytes()[at]
        ))
    })
}

struct Counted {
    file: Box<dyn Read + Send>,
    count: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        self.count.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// The frames of a Zstandard file, one after the other: the decoder ends with its frame, and parallel compressors write
/// many.
enum Frames<R: BufRead> {
    Between(Option<R>),
    Within(Box<StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>),
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Frames::Within(frame) => {
                    let length = frame.read(buffer)?;
                    if length > 0 || buffer.is_empty() {
                        return Ok(length);
                    }
                    let Frames::Within(frame) = std::mem::replace(self, Frames::Between(None)) else { continue };
                    *self = Frames::Between(Some(frame.into_inner()));
                }
                Frames::Between(input) => {
                    let Some(mut rest) = input.take() else { return Ok(0) };
                    if rest.fill_buf()?.is_empty() {
                        return Ok(0);
                    }
                    *self = Frames::Within(Box::new(StreamingDecoder::new(rest).map_err(io::Error::other)?));
                }
            }
        }
    }
}
