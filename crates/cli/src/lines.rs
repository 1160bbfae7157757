//! Text lines and whole texts, from files or standard input. The errors do not say of which file they
//! are: [`named`] does, where a message is made of them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Some programs begin a file with it; to JSON it is an error.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// "-" stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// How messages call it.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)))
}

/// All of it, exactly as it stands.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// The error with the file's name before it, so that it says which of several is meant.
pub fn named(path: &Path, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {error}", name(path)))
}

/// The lines of a file that are not blank, one in memory at a time.
pub struct Lines {
    input: Box<dyn BufRead>,
    line: Vec<u8>,
    number: usize,
    read: u64,
}

impl Lines {
    pub fn of(path: &Path) -> io::Result<Lines> {
        Ok(Lines { input: open(path)?, line: Vec::new(), number: 0, read: 0 })
    }

    /// Bytes read so far: the end of the last line.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// The next line's number and bytes.
    pub fn next(&mut self) -> io::Result<Option<(usize, &[u8])>> {
        loop {
            self.line.clear();
            self.number += 1;
            let length = self.input.read_until(b'\n', &mut self.line)?;
            if length == 0 {
                return Ok(None);
            }
            self.read += length as u64;
            if self.number == 1 && self.line.starts_with(BYTE_ORDER_MARK) {
                self.line.drain(..BYTE_ORDER_MARK.len());
            }
            if !self.line.trim_ascii().is_empty() {
                return Ok(Some((self.number, &self.line)));
            }
        }
    }
}
