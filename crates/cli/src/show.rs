//! `newsmark show`: an article on the terminal.

use super::args::Show;
use super::corrections::{self, Article};
use super::files::{self, named};
use super::model;
use newsmark::text::OffsetUnit;
use newsmark_formats::export::{self, Saved, TextLayout};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use terminal_size::{Width, terminal_size};

/// Longer lines are hard to read.
const WIDEST: usize = 100;

pub fn run(args: &Show, model: Option<&Path>) -> io::Result<ExitCode> {
    let file = args.file.as_deref().unwrap_or(Path::new("-"));
    let text = files::read_text(file).map_err(|error| named(file, &error))?;
    let annotator = model::annotator(model)?;
    let article = corrections::newsmark_file(&text).map_err(|error| named(file, &error))?;
    let Article { mut saved, messages } = article.unwrap_or_else(|| {
        let document = annotator.annotate(&text, OffsetUnit::CodePoints);
        let saved = Saved::new(text, document, OffsetUnit::CodePoints, annotator.fingerprint());
        Article { saved, messages: Vec::new() }
    });
    messages.iter().for_each(|message| eprintln!("newsmark: {message}"));
    saved.document = args.selection.of(saved.document);
    let terminal = terminal_size().map_or(WIDEST, |(Width(columns), _)| usize::from(columns).min(WIDEST));
    let width = args.width.map_or(terminal, usize::from);
    let shown = export::text(&saved, TextLayout { width, colours: true }).map_err(io::Error::other)?;
    // It leaves out the colours in a pipe, with NO_COLOR, and on terminals that have none.
    anstream::stdout().write_all(shown.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
