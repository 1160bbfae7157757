//! Text lines and whole texts, from files or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Some programs begin a file with it; to JSON it is an error.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// "-" stands for standard input.
fn is_stdin(path: &Path) -> bool {
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
    let file = File::open(path).map_err(|error| named(path, &error))?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// All of it, exactly as it stands.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|error| named(path, &error))?;
    String::from_utf8(bytes).map_err(|error| named(path, &error))
}

/// The error with the file's name before it, so that it says which of several is meant.
pub fn named(path: &Path, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {error}", name(path)))
}

/// The lines of a file that are not blank, one in memory at a time.
pub struct Lines<'p> {
    path: &'p Path,
    input: Box<dyn BufRead>,
    line: Vec<u8>,
    number: usize,
}

impl<'p> Lines<'p> {
    pub fn of(path: &'p Path) -> io::Result<Lines<'p>> {
        Ok(Lines { path, input: open(path)?, line: Vec::new(), number: 0 })
    }

    /// The next line's number and bytes.
    pub fn next(&mut self) -> io::Result<Option<(usize, &[u8])>> {
        loop {
            self.line.clear();
            self.number += 1;
            if self.input.read_until(b'\n', &mut self.line).map_err(|error| named(self.path, &error))? == 0 {
                return Ok(None);
            }
            if self.number == 1 && self.line.starts_with(BYTE_ORDER_MARK) {
                self.line.drain(..BYTE_ORDER_MARK.len());
            }
            if !self.line.trim_ascii().is_empty() {
                return Ok(Some((self.number, &self.line)));
            }
        }
    }
}
