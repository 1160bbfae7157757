//! `newsmark annotate`: texts in, documents out.

use super::args::Annotate;
use super::corrections::{self, Article, Corrections};
use super::files::{self, named};
use super::input::{self, Failure, Fields, Input, Job, Source, SourceLocation, Texts};
use super::model::{ArticleAnnotator, Model};
use super::ordered::ordered;
use super::progress::Progress;
use super::resume::{self, Done};
use super::select::{RowParts, Selection};
use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use newsmark_evaluate::Convention;
use serde::Serialize;
use serde_json::value::RawValue;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct Output<'a, D: Serialize> {
    id: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    /// What else the input says about the article.
    #[serde(flatten)]
    fields: &'a Fields,
    #[serde(flatten)]
    document: D,
}

/// What to write of a document.
#[derive(Clone)]
struct Shape {
    unit: OffsetUnit,
    convention: Convention,
    selection: Selection,
    parts: RowParts,
}

impl Shape {
    fn of(args: &Annotate) -> Shape {
        Shape {
            unit: args.offsets.unit(),
            convention: args.convention.convention(),
            selection: args.selection.clone(),
            parts: args.parts.clone(),
        }
    }

    fn row(&self, input: &Input, text: &str, document: Document) -> io::Result<Vec<u8>> {
        let document = self.selection.of(document);
        let (id, fields, text) = (&*input.id, &input.fields, (!self.parts.no_text).then_some(text));
        match self.parts.is_everything() {
            true => line_of(&Output { id, text, fields, document }),
            false => line_of(&Output { id, text, fields, document: self.parts.of(&document)? }),
        }
    }

    fn alone(&self, document: Document) -> io::Result<Vec<u8>> {
        let document = self.selection.of(document);
        if self.parts.is_everything() { line_of(&document) } else { line_of(&self.parts.of(&document)?) }
    }
}

pub fn run(args: &Annotate, model: Option<&Path>, stdout: &mut impl Write) -> io::Result<ExitCode> {
    let mut texts = Texts::of(&args.input)?;
    let model = Model::read(model)?.published(args.date).with_places(args.places);
    let (out, done) = output(args, stdout)?;
    let failures = match args.errors.as_deref() {
        None => Failures::Printed,
        Some(path) if files::is_stdin(path) => Failures::AmongRows,
        Some(path) => Failures::Written(File::create(path).map_err(|error| named(path, &error))?),
    };
    let single = texts.single();
    if args.to.resume && args.to.output.is_none() {
        return Err(io::Error::other("--resume continues a file: name it with --output"));
    }
    if args.corrections.is_some() && single.is_none() {
        return Err(io::Error::other(corrections::ONE_TEXT));
    }
    // A progress bar would be in the way of rows that are printed on the same terminal.
    let shown = single.is_none() && (args.to.output.is_some() || !io::stdout().is_terminal());
    let mut run = Run { out, failures, progress: Progress::of(texts.paths(), shown), incomplete: false };
    match single {
        Some((path, source)) => run.single(args, &path, source, &model)?,
        None => run.many(args, texts, model, done)?,
    }
    run.progress.finish();
    Ok(if run.incomplete { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The file or stream for the documents, and the rows that it already contains.
fn output<'a>(args: &Annotate, stdout: &'a mut impl Write) -> io::Result<(Box<dyn Write + 'a>, Done)> {
    let Some(path) = &args.to.output else { return Ok((Box::new(stdout), Done::default())) };
    if args.to.resume {
        let (file, done) = resume::open(path)?;
        return Ok((Box::new(file), done));
    }
    let file =
        File::options().write(true).create(true).truncate(false).open(path).map_err(|error| named(path, &error))?;
    if file.metadata().is_ok_and(|there| there.len() > 0) {
        // It may be the result of hours of work.
        return Err(named(path, &"already exists; continue it with --resume, or remove it first"));
    }
    Ok((Box::new(file), Done::default()))
}

/// What to do with failures, besides printing them on standard error.
enum Failures {
    Printed,
    Written(File),
    AmongRows,
}

struct Run<'a> {
    out: Box<dyn Write + 'a>,
    failures: Failures,
    progress: Progress,
    /// The output lacks something that is in the input.
    incomplete: bool,
}

impl Run<'_> {
    /// One text, one document.
    fn single(&mut self, args: &Annotate, file: &Path, source: io::Result<Source>, model: &Model) -> io::Result<()> {
        let unit = args.offsets.unit();
        let corrections = args.corrections.as_deref().map(|path| Corrections::read(path, unit)).transpose()?;
        let document = source.and_then(|source| input::read(source, file)).and_then(|input| {
            input.note.iter().for_each(|note| self.progress.print(&format!("{}: {note}", files::name(file))));
            match corrections::article(&model.annotator(), &input, corrections.as_ref())? {
                Some(article) => self.corrected(article, file, unit),
                None => Ok(model.annotator().annotate(&input.text, &input.metadata(), unit)),
            }
        });
        match document {
            Ok(document) => self.out.write_all(&Shape::of(args).alone(document)?),
            Err(error) => self.fail(&Failure::file(file, &error)),
        }
    }

    /// The document of a corrected article. Corrections that were not applied are reported.
    fn corrected(&self, article: Article, file: &Path, unit: OffsetUnit) -> io::Result<Document> {
        article.messages_about(&files::name(file)).iter().for_each(|message| self.progress.print(message));
        article.document(unit)
    }

    /// One line per text, in the order of the input.
    fn many(&mut self, args: &Annotate, texts: Texts, model: Model, mut done: Done) -> io::Result<()> {
        let shape = Shape::of(args);
        texts.report_left_out(&self.progress);
        let results = ordered(
            args.threads.count(),
            move |send| texts.read(&mut done, send),
            move || {
                let (annotator, shape) = (model.annotator(), shape.clone());
                move |job: Job| {
                    let annotated = |(mut input, location): (Input, SourceLocation)| {
                        input.fields = input.fields.without_annotations();
                        row(&annotator, &shape, job.is_file, &input, location)
                    };
                    let row = job.input.and_then(annotated);
                    (row, job.bytes_read)
                }
            },
        );
        for result in results {
            let (row, bytes_read) = result?;
            match row {
                // A whole line at a time, so that a program that reads along never waits for half a line.
                Ok(Row { line, messages }) => {
                    self.out.write_all(&line)?;
                    messages.iter().for_each(|message| self.progress.print(message));
                }
                Err(failure) => self.fail(&failure)?,
            }
            self.progress.advance(bytes_read);
        }
        Ok(())
    }

    fn fail(&mut self, failure: &Failure) -> io::Result<()> {
        self.progress.print(&failure.message());
        match &mut self.failures {
            Failures::AmongRows => return self.out.write_all(&line_of(failure)?),
            Failures::Written(file) => file.write_all(&line_of(failure)?)?,
            Failures::Printed => {}
        }
        self.incomplete = true;
        Ok(())
    }
}

/// One line of output, and messages about it.
struct Row {
    line: Vec<u8>,
    messages: Vec<String>,
}

/// The row of an input. A whole file may be a Newsmark file. No text should make us panic; if one does, the run continues
/// with the others.
fn row(
    annotator: &ArticleAnnotator,
    shape: &Shape,
    is_file: bool,
    input: &Input,
    location: SourceLocation,
) -> Result<Row, Failure> {
    let row = catch_panic(|| {
        let article = if is_file { corrections::newsmark_file(&input.text)? } else { None };
        let Some(article) = article else {
            let document = annotator.annotate(&input.text, &input.metadata(), shape.unit);
            let document = in_convention(document, &input.text, shape.convention);
            let messages = input.note.iter().map(|note| format!("{}: {note}", location.file)).collect();
            return Ok(Row { line: shape.row(input, &input.text, document)?, messages });
        };
        let line = shape.row(input, &article.saved.text, article.document(shape.unit)?)?;
        Ok(Row { line, messages: article.messages_about(&location.file) })
    });
    row.map_err(|error| Failure { error: error.to_string(), location, input: serde_json::to_string(input).ok() })
}

/// The document with its entities in this convention. Its offsets are code points if the convention is not the readers'.
fn in_convention(mut document: Document, text: &str, convention: Convention) -> Document {
    if convention != Convention::Readers {
        let text: Vec<char> = text.chars().collect();
        for entity in &mut document.entities {
            let range = convention.range(&text, [entity.start, entity.end], entity.kind.as_str());
            [entity.start, entity.end] = range;
            entity.text = text[range[0]..range[1]].iter().collect();
        }
    }
    document
}

/// Turns a panic into an error. Its message has been printed on standard error by then.
fn catch_panic<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    // The annotator can be used again: a panic leaves nothing half done in what it keeps between texts.
    let panicked = |_| Err(io::Error::other("newsmark panicked on this text; please report this"));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(panicked)
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
    fn a_panic_is_the_error_of_one_text() {
        let texts = Vec::from(["short"]);
        let result: io::Result<usize> = catch_panic(|| Ok(texts[1].len()));
        assert!(result.unwrap_err().to_string().contains("on this text"));
        assert_eq!(catch_panic(|| Ok(texts[0].len())).unwrap(), 5);
    }
}
