//! `newsmark annotate --format` and `newsmark export`: texts in, files in the formats of other programs out.
//!
//! The first annotates texts, the second takes texts that have been annotated. Both write one file, a folder with a file
//! for each text, or one file of them all: a table, lines of JSON, a network.

mod folder;
mod joint;
mod names;
mod new_file;
mod source;

use super::args::{Annotate, Destination, Export};
use super::corrections::{self, Article, Corrections};
use super::files::{self, named};
use super::input::{self, Failure, Input, Job, SourceLocation, Texts};
use super::model::Model;
use super::ordered::ordered;
use super::progress::Progress;
use super::select::Selection;
use newsmark_formats::export::{self, Format, Saved};
use source::ToAnnotate;
pub use source::{Annotated, Prepare};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// `newsmark annotate --format`.
pub fn annotate(args: &Annotate, format: Format, model: Option<&Path>, out: &mut impl Write) -> io::Result<ExitCode> {
    let unit = args.offsets.unit();
    let corrections = args.corrections.as_deref().map(|path| Corrections::read(path, unit)).transpose()?.map(Arc::new);
    let source =
        ToAnnotate { model: Model::read(model)?.published(args.date).with_places(args.places), unit, corrections };
    let texts = Texts::of(&args.input)?;
    Run { format, to: &args.to, threads: args.threads.count(), selection: args.selection.clone() }
        .write(texts, source, out)
}

/// `newsmark export`.
pub fn convert(args: &Export, out: &mut impl Write) -> io::Result<ExitCode> {
    let texts = Texts::of(&args.input)?;
    let run =
        Run { format: args.format, to: &args.to, threads: args.threads.count(), selection: args.selection.clone() };
    run.write(texts, Annotated { unit: args.offsets.unit() }, out)
}

struct Run<'a> {
    format: Format,
    to: &'a Destination,
    threads: usize,
    selection: Selection,
}

impl Run<'_> {
    fn write(&self, mut texts: Texts, source: impl Prepare, out: &mut impl Write) -> io::Result<ExitCode> {
        let single = texts.single();
        if source.is_about_one_text() && (self.to.out.is_some() || single.is_none()) {
            return Err(io::Error::other(corrections::ONE_TEXT));
        }
        match (&self.to.out, single) {
            (Some(folder), single) => {
                texts.give_back(single);
                folder::write(self, texts, source, folder)
            }
            (None, Some((file, opened))) => {
                let input = opened.and_then(|opened| input::read(opened, &file)).map_err(|e| named(&file, &e))?;
                let article = source.prepare()(input, true).map_err(|error| named(&file, &error))?;
                article.messages_about(&files::name(&file)).iter().for_each(|message| eprintln!("newsmark: {message}"));
                let exported =
                    export::export(&selected(&self.selection, article.saved), self.format).map_err(io::Error::other)?;
                match &self.to.output {
                    None => out.write_all(&exported.bytes)?,
                    Some(path) => new_file::write(path, &exported.bytes).map_err(|error| named(path, &error))?,
                }
                Ok(ExitCode::SUCCESS)
            }
            (None, None) => match (self.format.joint(), self.format.network()) {
                (Some(joint), _) => joint::write(self, texts, source, joint, out),
                (_, Some(form)) => joint::network(self, texts, source, form, out),
                _ => Err(io::Error::other("more than one text: name a folder for the files with --out FOLDER")),
            },
        }
    }

    /// Works on all texts at once, and saves the results in their order.
    ///
    /// `take` is called for every text, in order, and says what to make of it; `None` leaves it out. An error of `save`
    /// ends the run.
    fn each<T: Send + 'static, R: Send + 'static>(
        &self,
        texts: Texts,
        source: impl Prepare,
        mut report: Report,
        mut take: impl FnMut(&Input, bool) -> Option<T> + Send + 'static,
        make: impl Fn(Saved, T) -> io::Result<R> + Clone + Send + Sync + 'static,
        mut save: impl FnMut(R, &mut Report) -> io::Result<()>,
    ) -> io::Result<ExitCode> {
        let selection = self.selection.clone();
        let results = ordered(
            self.threads,
            move |send| {
                texts.read(&mut Default::default(), &mut |Job { input, is_file, bytes_read }| match input {
                    Err(failure) => send((Err(failure), bytes_read)),
                    Ok((input, location)) => match take(&input, is_file) {
                        Some(taken) => send((Ok((input, location, is_file, taken)), bytes_read)),
                        None => Ok(()),
                    },
                })
            },
            move || {
                let (mut prepare, make, selection) = (source.prepare(), make.clone(), selection.clone());
                move |(job, bytes_read): (Result<(Input, SourceLocation, bool, T), Failure>, u64)| {
                    let made = job.and_then(|(input, location, is_file, taken)| {
                        let made = prepare(input, is_file).and_then(|article: Article| {
                            let messages = article.messages_about(&location.file);
                            Ok((make(selected(&selection, article.saved), taken)?, messages))
                        });
                        made.map_err(|error| Failure { error: error.to_string(), location, input: None })
                    });
                    (made, bytes_read)
                }
            },
        );
        for result in results {
            let (made, bytes_read) = result?;
            match made {
                Ok((made, messages)) => {
                    messages.iter().for_each(|message| report.progress.print(message));
                    save(made, &mut report)?;
                }
                Err(failure) => report.failure(&failure.message()),
            }
            report.progress.advance(bytes_read);
        }
        Ok(report.finish())
    }
}

fn selected(selection: &Selection, mut saved: Saved) -> Saved {
    saved.document = selection.of(saved.document);
    saved
}

/// Prints what went wrong, and how far the run is.
struct Report {
    progress: Progress,
    failed: bool,
}

impl Report {
    fn of(texts: &Texts, shown: bool) -> Report {
        let progress = Progress::of(texts.paths(), shown);
        texts.report_left_out(&progress);
        Report { progress, failed: false }
    }

    fn failure(&mut self, problem: &str) {
        self.progress.print(problem);
        self.failed = true;
    }

    fn finish(self) -> ExitCode {
        self.progress.finish();
        if self.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
