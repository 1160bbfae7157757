//! `newsmark show`: an article on the terminal, or all those of an archive.

use super::args::Show;
use super::corrections::{self, Article};
use super::export::{Annotated, Prepare};
use super::files::named;
use super::input::{self, Failure, Input, InputArgs, Job, Texts};
use super::model::{ArticleAnnotator, Model};
use super::ordered::Closed;
use super::resume::Done;
use newsmark::text::OffsetUnit;
use newsmark_formats::export::{self, Saved, TextLayout};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use terminal_size::{Width, terminal_size};

/// Longer lines are hard to read.
const WIDEST: usize = 100;

pub fn run(args: &Show, model: Option<&Path>) -> io::Result<ExitCode> {
    let file = args.file.clone().unwrap_or_else(|| PathBuf::from("-"));
    let annotator = Model::read(model)?.annotator();
    let mut texts = Texts::of(&InputArgs::of(file))?;
    match texts.single() {
        Some((file, source)) => {
            let input = source.and_then(|source| input::read(source, &file)).map_err(|error| named(&file, &error))?;
            let article = corrections::newsmark_file(&input.text).map_err(|error| named(&file, &error))?;
            show(args, article.unwrap_or_else(|| annotated(&annotator, input)))?;
            Ok(ExitCode::SUCCESS)
        }
        None => rows(args, texts, &annotator),
    }
}

/// The articles of an archive one after another, each with its id above it. Those that are annotated already are shown as
/// they are.
fn rows(args: &Show, texts: Texts, annotator: &ArticleAnnotator) -> io::Result<ExitCode> {
    let mut prepare = Annotated { unit: OffsetUnit::CodePoints }.prepare();
    let (mut begun, mut failed) = (false, false);
    let mut result = Ok(());
    let read = texts.read(&mut Done::default(), &mut |Job { input, .. }| {
        let shown = input.and_then(|(input, location)| {
            let id = input.id_text();
            let article = match input.fields.has_annotations() {
                true => prepare(input, false),
                false => Ok(annotated(annotator, input)),
            };
            article.map(|article| (id, article)).map_err(|error| Failure {
                error: error.to_string(),
                location,
                input: None,
            })
        });
        match shown {
            Ok((id, article)) => {
                let between = if begun { "\n" } else { "" };
                begun = true;
                result = writeln!(anstream::stdout(), "{between}{id}").and_then(|()| show(args, article));
                result.as_ref().map(|_| ()).map_err(|_| Closed)
            }
            Err(failure) => {
                eprintln!("newsmark: {}", failure.message());
                failed = true;
                Ok(())
            }
        }
    });
    result?;
    read.map_err(|Closed| io::Error::from(io::ErrorKind::BrokenPipe))?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn annotated(annotator: &ArticleAnnotator, input: Input) -> Article {
    let unit = OffsetUnit::CodePoints;
    let document = annotator.annotate(&input.text, &input.metadata(), unit);
    Article { saved: Saved::new(input.text, document, unit, annotator.fingerprint()), messages: Vec::new() }
}

fn show(args: &Show, Article { mut saved, messages }: Article) -> io::Result<()> {
    messages.iter().for_each(|message| eprintln!("newsmark: {message}"));
    saved.document = args.selection.of(saved.document);
    let terminal = terminal_size().map_or(WIDEST, |(Width(columns), _)| usize::from(columns).min(WIDEST));
    let width = args.width.map_or(terminal, usize::from);
    let shown = export::text(&saved, TextLayout { width, colours: true }).map_err(io::Error::other)?;
    // It leaves out the colours in a pipe, with NO_COLOR, and on terminals that have none.
    anstream::stdout().write_all(shown.as_bytes())
}
