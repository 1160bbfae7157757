//! Reads the input files and makes a job of each text.

use super::input::{Failure, Input, SourceLocation};
use super::lines::{self, Lines};
use super::ordered::Closed;
use super::resume::Done;
use serde_json::value::to_raw_value;
use std::path::{Path, PathBuf};

/// A text to annotate, or the reason why there is none.
pub struct Job {
    pub input: Result<(Input, SourceLocation), Failure>,
    /// How many bytes of input have been read at the end of this text, over all files.
    pub bytes_read: u64,
}

/// Calls `send` with a job for each row of each file (`jsonl`), or for each file. Leaves out what is in `done`.
pub fn read(
    files: &[PathBuf],
    jsonl: bool,
    done: &mut Done,
    send: &mut dyn FnMut(Job) -> Result<(), Closed>,
) -> Result<(), Closed> {
    let mut bytes_read = 0;
    let mut send = |job: Job| {
        let is_done = match &job.input {
            Ok((input, _)) => done.take_row(&input.id),
            Err(failure) => done.take_failure(failure),
        };
        if is_done { Ok(()) } else { send(job) }
    };
    for file in files {
        if jsonl {
            read_rows(file, &mut bytes_read, &mut send)?;
        } else {
            let text = lines::read_text(file).map_err(|error| Failure::file(file, &error));
            bytes_read += text.as_ref().map_or(0, |text| text.len() as u64);
            let input = text.and_then(|text| whole_file(file, text));
            send(Job { input: input.map(|input| (input, SourceLocation::file(file))), bytes_read })?;
        }
    }
    Ok(())
}

fn read_rows(
    file: &Path,
    bytes_read: &mut u64,
    send: &mut impl FnMut(Job) -> Result<(), Closed>,
) -> Result<(), Closed> {
    let unreadable = |error, bytes_read| Job { input: Err(Failure::file(file, &error)), bytes_read };
    let mut lines = match Lines::of(file) {
        Ok(lines) => lines,
        Err(error) => return send(unreadable(error, *bytes_read)),
    };
    let before = *bytes_read;
    loop {
        let (number, line) = match lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            // The next file may still be readable.
            Err(error) => return send(unreadable(error, *bytes_read)),
        };
        let input = parse_row(line, SourceLocation { line: Some(number), ..SourceLocation::file(file) });
        *bytes_read = before + lines.bytes_read();
        send(Job { input, bytes_read: *bytes_read })?;
    }
}

fn parse_row(line: &[u8], location: SourceLocation) -> Result<(Input, SourceLocation), Failure> {
    match serde_json::from_slice(line.trim_ascii_end()) {
        Ok(input) => Ok((input, location)),
        Err(error) => {
            let input = Some(String::from_utf8_lossy(line.trim_ascii()).into_owned());
            Err(Failure { error: without_line(&error), location, input })
        }
    }
}

/// A file's text, with the file's name as its id.
fn whole_file(file: &Path, text: String) -> Result<Input, Failure> {
    let id = to_raw_value(&file.to_string_lossy()).map_err(|error| Failure::file(file, &error.into()))?;
    Ok(Input { id, text })
}

/// The message of serde_json without its line number, which counts within the one line that was parsed.
fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} at column {}", error.column()),
        None => message,
    }
}
