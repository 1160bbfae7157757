//! Reads lines and whole texts, from files or standard input. The errors do not name the file; [`named`] adds its name.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Some programs write it at the beginning of a file. JSON does not allow it.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// "-" stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name of a file in messages.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)))
}

/// The whole text, unchanged.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// The error, preceded by the name of the file.
pub fn named(path: &Path, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {error}", name(path)))
}

/// The lines of a file, without blank ones. One line at a time is in memory.
pub struct Lines {
    input: Box<dyn BufRead>,
    line: Vec<u8>,
    number: usize,
    bytes_read: u64,
}

impl Lines {
    pub fn of(path: &Path) -> io::Result<Lines> {
        Ok(Lines { input: open(path)?, line: Vec::new(), number: 0, bytes_read: 0 })
    }

    /// How many bytes have been read: the position of the end of the last line.
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// The number of the next line, and its bytes.
    pub fn next(&mut self) -> io::Result<Option<(usize, &[u8])>> {
        loop {
            self.line.clear();
            self.number += 1;
            let length = self.input.read_until(b'\n', &mut self.line)?;
            if length == 0 {
                return Ok(None);
            }
            self.bytes_read += length as u64;
            if self.number == 1 && self.line.starts_with(BYTE_ORDER_MARK) {
                self.line.drain(..BYTE_ORDER_MARK.len());
            }
            if !self.line.trim_ascii().is_empty() {
                return Ok(Some((self.number, &self.line)));
            }
        }
    }
}
