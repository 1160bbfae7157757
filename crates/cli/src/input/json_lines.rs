//! JSON Lines: one object per line.

use super::row::{Columns, Fields, Input};
use super::{Failure, Read, SourceLocation};
use std::io::{self, BufRead};
use std::path::Path;

/// Some programs write it at the beginning of a file. JSON does not allow it.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The lines of a stream, without blank ones. One line at a time is in memory.
pub struct Lines<R> {
    input: R,
    line: Vec<u8>,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    pub fn of(input: R) -> Lines<R> {
        Lines { input, line: Vec::new(), number: 0 }
    }

    /// The number of the next line, and its bytes.
    pub fn next(&mut self) -> io::Result<Option<(usize, &[u8])>> {
        loop {
            self.line.clear();
            self.number += 1;
            if self.input.read_until(b'\n', &mut self.line)? == 0 {
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

/// Calls `send` with every row. An error of the stream ends it.
pub fn read<E>(
    input: impl BufRead,
    file: &Path,
    columns: &Columns,
    mut send: impl FnMut(Read) -> Result<(), E>,
) -> Result<(), E> {
    let mut lines = Lines::of(input);
    loop {
        match lines.next() {
            Ok(Some((number, line))) => send(parse(line, SourceLocation::line(file, number), columns))?,
            Ok(None) => return Ok(()),
            // The next file may still be readable.
            Err(error) => return send(Err(Failure::file(file, &error))),
        }
    }
}

fn parse(line: &[u8], location: SourceLocation, columns: &Columns) -> Read {
    let fields = serde_json::from_slice::<Fields>(line.trim_ascii_end()).map_err(|error| without_line(&error));
    match fields.and_then(|fields| Input::of_fields(fields, columns)) {
        Ok(input) => Ok((input, location)),
        Err(error) => {
            let input = Some(String::from_utf8_lossy(line.trim_ascii()).into_owned());
            Err(Failure { error, location, input })
        }
    }
}

/// The message of serde_json without its line number, which counts within the one line that was parsed.
fn without_line(error: &serde_json::Error) -> String {
    match error.line() {
        0 => without_position(error),
        _ => format!("{} at column {}", without_position(error), error.column()),
    }
}

/// The message of serde_json without a position.
pub fn without_position(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what).to_owned()
}
