//! `newsmark annotate`: texts in, documents out.

use super::args::Annotate;
use super::jobs::{self, Bad, Input, Place};
use super::lines::{self, named};
use super::model::Model;
use super::ordered::ordered;
use super::progress::Progress;
use super::resume::{self, Done};
use newsmark::Annotator;
use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use serde::Serialize;
use serde_json::value::RawValue;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Serialize)]
struct Output<'a> {
    id: &'a RawValue,
    text: &'a str,
    #[serde(flatten)]
    document: Document,
}

pub fn run(args: &Annotate, model: Option<&Path>, stdout: &mut impl Write) -> io::Result<ExitCode> {
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin } else { args.files.as_slice() };
    let model = Model::read(model)?;
    let (out, done) = output(args, stdout)?;
    let errors = match args.errors.as_deref() {
        None => Errors::Said,
        Some(path) if lines::is_stdin(path) => Errors::AmongRows,
        Some(path) => Errors::Written(File::create(path).map_err(|error| named(path, &error))?),
    };
    let alone = files.len() == 1 && !args.jsonl;
    // A bar among rows that are printed on the same terminal would be in their way.
    let shown = !alone && (args.output.is_some() || !io::stdout().is_terminal());
    let mut work = Work { out, errors, progress: Progress::of(files, shown), missing: false };
    if alone {
        work.alone(&files[0], &model, args.offsets.unit())?;
    } else {
        work.many(args, files, model, done)?;
    }
    work.progress.end();
    Ok(if work.missing { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Where the documents go, and which are there already.
fn output<'a>(args: &Annotate, stdout: &'a mut impl Write) -> io::Result<(Box<dyn Write + 'a>, Done)> {
    let Some(path) = &args.output else { return Ok((Box::new(stdout), Done::default())) };
    if args.resume {
        let (file, done) = resume::open(path)?;
        return Ok((Box::new(file), done));
    }
    let file =
        File::options().write(true).create(true).truncate(false).open(path).map_err(|error| named(path, &error))?;
    if file.metadata().is_ok_and(|there| there.len() > 0) {
        // It may be the work of hours.
        return Err(named(path, &"is there already; go on with it (--resume), or remove it first"));
    }
    Ok((Box::new(file), Done::default()))
}

/// What is done with an error, besides saying it on standard error.
enum Errors {
    Said,
    Written(File),
    AmongRows,
}

struct Work<'a> {
    out: Box<dyn Write + 'a>,
    errors: Errors,
    progress: Progress,
    /// The output lacks something that was in the input.
    missing: bool,
}

impl Work<'_> {
    /// One text, one document.
    fn alone(&mut self, file: &Path, model: &Model, unit: OffsetUnit) -> io::Result<()> {
        match lines::read_text(file) {
            Ok(text) => self.out.write_all(&line_of(&model.annotator().annotate(&text, unit))?),
            Err(error) => self.bad(&Bad::file(file, &error)),
        }
    }

    /// A line for each text, in the order of the input, whichever thread is done first.
    fn many(&mut self, args: &Annotate, files: &[PathBuf], model: Model, mut done: Done) -> io::Result<()> {
        let (files, jsonl, unit) = (files.to_owned(), args.jsonl, args.offsets.unit());
        let results = ordered(
            args.threads(),
            move |give| jobs::read(&files, jsonl, &mut done, give),
            move || {
                let annotator = model.annotator();
                move |job: jobs::Job| {
                    (job.what.and_then(|(input, place)| row(&annotator, unit, &input, place)), job.read)
                }
            },
        );
        for result in results {
            let (row, read) = result?;
            match row {
                // A line at once, so that whoever reads it as it comes never waits for half of one.
                Ok(line) => self.out.write_all(&line)?,
                Err(bad) => self.bad(&bad)?,
            }
            self.progress.done(read);
        }
        Ok(())
    }

    fn bad(&mut self, bad: &Bad) -> io::Result<()> {
        self.progress.say(&bad.message());
        match &mut self.errors {
            Errors::AmongRows => return self.out.write_all(&line_of(bad)?),
            Errors::Written(file) => file.write_all(&line_of(bad)?)?,
            Errors::Said => {}
        }
        self.missing = true;
        Ok(())
    }
}

/// One line of output. A text over which we break down, which none should be, must not end a run over a
/// million others.
fn row(annotator: &Annotator, unit: OffsetUnit, input: &Input, place: Place) -> Result<Vec<u8>, Bad> {
    let line = unbroken(|| {
        let document = annotator.annotate(&input.text, unit);
        line_of(&Output { id: &input.id, text: &input.text, document })
    });
    line.map_err(|error| Bad { error: error.to_string(), place, input: serde_json::to_string(input).ok() })
}

/// What the work makes; an error if it panics. The panic's own message is on standard error by then.
fn unbroken<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    // An annotator can be used again: of what it keeps from text to text nothing is half done.
    let broken = |_| Err(io::Error::other("newsmark broke down over this text; please report it"));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(broken)
}

fn line_of(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_of_one_text() {
        let text = vec!["short"];
        let result: io::Result<usize> = unbroken(|| Ok(text[1].len()));
        assert!(result.unwrap_err().to_string().contains("over this text"));
        assert_eq!(unbroken(|| Ok(text[0].len())).unwrap(), 5);
    }
}
