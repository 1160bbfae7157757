//! What there is to annotate, and what stands where it could not be read.

use super::lines::{self, Lines};
use super::ordered::Closed;
use super::resume::Done;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use std::io;
use std::path::{Path, PathBuf};

/// A text and what it is called.
#[derive(Deserialize, Serialize)]
pub struct Input {
    /// Any JSON value. It is kept as it is written and goes out so, however long a number it is.
    pub id: Box<RawValue>,
    pub text: String,
}

/// Where in the input something stands.
#[derive(Serialize)]
pub struct Place {
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// What could not be annotated: a line or a file that holds no text for us, or a text over which we
/// broke down. As JSON it is the record that `--errors` writes.
#[derive(Serialize)]
pub struct Bad {
    pub error: String,
    #[serde(flatten)]
    pub place: Place,
    /// The line, so that it can be repaired and annotated later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
}

impl Place {
    fn file(file: &Path) -> Place {
        Place { file: lines::name(file), line: None }
    }
}

impl Bad {
    /// A file that cannot be read as a whole.
    pub fn file(file: &Path, error: &io::Error) -> Bad {
        Bad { error: error.to_string(), place: Place::file(file), input: None }
    }

    /// One line for a person to read.
    pub fn message(&self) -> String {
        match self.place.line {
            Some(line) => format!("{}: line {line}: {}", self.place.file, self.error),
            None => format!("{}: {}", self.place.file, self.error),
        }
    }
}

pub struct Job {
    pub what: Result<(Input, Place), Bad>,
    /// Bytes of input up to its end, over all files.
    pub read: u64,
}

/// Gives away the rows of all files (`jsonl`), or every file as one text, but not what is done already.
pub fn read(
    files: &[PathBuf],
    jsonl: bool,
    done: &mut Done,
    give: &mut dyn FnMut(Job) -> Result<(), Closed>,
) -> Result<(), Closed> {
    let mut position = 0;
    let mut give = |what: Result<(Input, Place), Bad>, read| {
        let is_done = match &what {
            Ok((input, _)) => done.take_row(&input.id),
            Err(bad) => done.take_bad(bad),
        };
        if is_done { Ok(()) } else { give(Job { what, read }) }
    };
    for file in files {
        if jsonl {
            rows(file, &mut position, &mut give)?;
        } else {
            let text = lines::read_text(file).map_err(|error| Bad::file(file, &error));
            position += text.as_ref().map_or(0, |text| text.len() as u64);
            let input = text.and_then(|text| named_text(file, text));
            give(input.map(|input| (input, Place::file(file))), position)?;
        }
    }
    Ok(())
}

fn rows(
    file: &Path,
    position: &mut u64,
    give: &mut impl FnMut(Result<(Input, Place), Bad>, u64) -> Result<(), Closed>,
) -> Result<(), Closed> {
    let mut input = match Lines::of(file) {
        Ok(input) => input,
        Err(error) => return give(Err(Bad::file(file, &error)), *position),
    };
    let before = *position;
    loop {
        let (number, line) = match input.next() {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            // Half of a file is no reason to do nothing with the next one.
            Err(error) => return give(Err(Bad::file(file, &error)), *position),
        };
        let place = Place { line: Some(number), ..Place::file(file) };
        let row = match serde_json::from_slice(line.trim_ascii_end()) {
            Ok(input) => Ok((input, place)),
            Err(error) => {
                let input = Some(String::from_utf8_lossy(line.trim_ascii()).into_owned());
                Err(Bad { error: without_place(&error), place, input })
            }
        };
        *position = before + input.read();
        give(row, *position)?;
    }
}

fn named_text(file: &Path, text: String) -> Result<Input, Bad> {
    let id = to_raw_value(&file.to_string_lossy()).map_err(|error| Bad::file(file, &error.into()))?;
    Ok(Input { id, text })
}

/// What serde_json says, without its own line number: it counts inside the one line it was given.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} at column {}", error.column()),
        None => message,
    }
}
