//! `newsmark annotate`: texts in, documents out.

use super::args::Annotate;
use super::lines::{self, Lines};
use super::model;
use newsmark::Annotator;
use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Deserialize)]
struct Input {
    /// Any JSON value: it goes out as it came in.
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Output<'a> {
    id: &'a Value,
    text: &'a str,
    #[serde(flatten)]
    document: Document,
}

pub fn run(args: &Annotate, model: Option<&Path>, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut work = Work { annotator: model::annotator(model)?, unit: args.offsets.unit(), out, buffer: Vec::new(), failed: false };
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin } else { args.files.as_slice() };
    for file in files {
        match (args.jsonl, files) {
            (true, _) => work.rows(file)?,
            (false, [_]) => work.alone(file)?,
            (false, _) => work.one_of_many(file)?,
        }
    }
    Ok(if work.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

struct Work<'a, W> {
    annotator: Annotator,
    unit: OffsetUnit,
    out: &'a mut W,
    buffer: Vec<u8>,
    /// Something could not be read. It was reported, and the rest is still done.
    failed: bool,
}

impl<W: Write> Work<'_, W> {
    /// Rows of JSON, one in memory at a time.
    fn rows(&mut self, file: &Path) -> io::Result<()> {
        let Some(mut input) = self.reported(Lines::of(file)) else { return Ok(()) };
        while let Some((number, line)) = self.reported(input.next()).flatten() {
            let row = serde_json::from_slice::<Input>(line);
            let row = row.map_err(|error| lines::named(file, &format!("line {number}: {}", without_place(&error))));
            if let Some(row) = self.reported(row) {
                self.write_row(&row)?;
            }
        }
        Ok(())
    }

    fn alone(&mut self, file: &Path) -> io::Result<()> {
        let Some(text) = self.reported(lines::read_text(file)) else { return Ok(()) };
        let document = self.annotator.annotate(&text, self.unit);
        self.write(&document)
    }

    fn one_of_many(&mut self, file: &Path) -> io::Result<()> {
        let Some(text) = self.reported(lines::read_text(file)) else { return Ok(()) };
        self.write_row(&Input { id: file.to_string_lossy().into(), text })
    }

    fn write_row(&mut self, row: &Input) -> io::Result<()> {
        let document = self.annotator.annotate(&row.text, self.unit);
        self.write(&Output { id: &row.id, text: &row.text, document })
    }

    /// A line at once, so that whoever reads it as it comes never waits for half of one.
    fn write(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.buffer.clear();
        serde_json::to_writer(&mut self.buffer, value)?;
        self.buffer.push(b'\n');
        self.out.write_all(&self.buffer)
    }

    /// What was read; `None` after saying what is wrong with it.
    fn reported<T>(&mut self, read: io::Result<T>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => {
                eprintln!("newsmark: {error}");
                self.failed = true;
                None
            }
        }
    }
}

/// What serde_json says, without its own line number: it counts inside the one line it was given.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} at column {}", error.column()),
        None => message,
    }
}
