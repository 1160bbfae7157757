//! Corrections on the command line: those of a Newsmark file, and those that `--corrections` names.

use super::files::{self, named};
use super::input::Input;
use super::model::ArticleAnnotator;
use newsmark::document::Document;
use newsmark::text::{OffsetMap, OffsetUnit};
use newsmark_corrections::{Correction, History, Orphaned, apply, reanchor};
use newsmark_formats::export::{Saved, SavedError};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use std::io;
use std::path::Path;

/// So much of the words that a correction is about stands in a message, in characters.
const LONGEST: usize = 40;

/// The article of a Newsmark file or of a text, and a message for each correction that was not applied.
pub struct Article {
    pub saved: Saved,
    pub messages: Vec<String>,
}

/// The corrections of one text, from a file.
pub struct Corrections {
    history: History,
    unit: OffsetUnit,
    /// The article that they were made in, if the file has it.
    article: Option<(String, Option<Document>)>,
}

/// What is wrong with `--corrections` beside several texts.
pub const ONE_TEXT: &str = "--corrections is about one text: name one file";

impl Article {
    /// The annotations, with offsets in this unit.
    pub fn document(&self, unit: OffsetUnit) -> io::Result<Document> {
        let Saved { document, text, offsets, .. } = &self.saved;
        document.in_unit(text, *offsets, unit).map_err(io::Error::other)
    }

    /// The messages, with what they are about before them.
    pub fn messages_about(&self, name: &str) -> Vec<String> {
        self.messages.iter().map(|message| format!("{name}: {message}")).collect()
    }
}

/// The article of a text that is a Newsmark file or that has corrections; `None` for one that is to be annotated alone.
pub fn article(
    annotator: &ArticleAnnotator,
    input: &Input,
    corrections: Option<&Corrections>,
) -> io::Result<Option<Article>> {
    match (newsmark_file(&input.text)?, corrections) {
        (None, Some(corrections)) => corrections.apply_to(annotator, input).map(Some),
        (Some(_), Some(_)) => Err(io::Error::other("a Newsmark file has corrections of its own")),
        (article, None) => Ok(article),
    }
}

/// A Newsmark file with its corrections applied to what was found; `None` if this is another text.
pub fn newsmark_file(text: &str) -> io::Result<Option<Article>> {
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return Ok(None);
    }
    let mut saved = match Saved::from_json(text.as_bytes()) {
        Ok(saved) => saved,
        Err(SavedError::Invalid(_)) if serde_json::from_str::<IgnoredAny>(text).is_err() => return Ok(None),
        Err(SavedError::Invalid(error)) => {
            return Err(io::Error::other(format!("this is JSON, but not a Newsmark file: {error}")));
        }
        Err(error) => return Err(io::Error::other(error)),
    };
    let (history, found, unit) = (history(&saved)?, found(&saved)?, saved.offsets);
    history.check(&saved.text, unit).map_err(io::Error::other)?;
    let mut messages = Vec::new();
    // A document without what it was made from has its corrections in it.
    if let Some(found) = found.filter(|_| !history.corrections.is_empty()) {
        (saved.document, messages) = applied(&saved.text, &found, &history.corrections, unit)?;
    }
    messages.extend(history.orphaned.iter().map(orphaned));
    Ok(Some(Article { saved, messages }))
}

impl Corrections {
    /// Reads a Newsmark file, or a JSON array of corrections whose offsets count the unit.
    pub fn read(path: &Path, unit: OffsetUnit) -> io::Result<Corrections> {
        let text = files::read_text(path).map_err(|error| named(path, &error))?;
        Corrections::from_json(&text, unit).map_err(|error| named(path, &error))
    }

    fn from_json(text: &str, unit: OffsetUnit) -> io::Result<Corrections> {
        if let Some(Article { saved, .. }) = newsmark_file(text)? {
            let (history, found) = (history(&saved)?, found(&saved)?);
            return Ok(Corrections { history, unit: saved.offsets, article: Some((saved.text, found)) });
        }
        let corrections = serde_json::from_str(text)
            .map_err(|error| io::Error::other(format!("not a Newsmark file or a list of corrections: {error}")))?;
        Ok(Corrections { history: History { corrections, ..History::default() }, unit, article: None })
    }

    /// Annotates a text, and applies the corrections. Those that were made in another form of the text are reanchored.
    pub fn apply_to(&self, annotator: &ArticleAnnotator, input: &Input) -> io::Result<Article> {
        let text = input.text.clone();
        let found = annotator.annotate(&text, &input.metadata(), self.unit);
        let moved = match &self.article {
            Some((before, known)) if *before != text => {
                reanchor(before, known.as_ref(), &text, &self.history, self.unit).map_err(io::Error::other)?
            }
            _ => self.history.clone(),
        };
        moved.check(&text, self.unit).map_err(io::Error::other)?;
        let (document, mut messages) = applied(&text, &found, &moved.corrections, self.unit)?;
        messages.extend(moved.orphaned.iter().map(orphaned));
        let mut saved = Saved::new(text, found, self.unit, annotator.fingerprint());
        saved.document = document;
        saved.corrections = serde_json::to_value(&moved.corrections)?;
        saved.rest.insert("lost".to_owned(), serde_json::to_value(&moved.orphaned)?);
        Ok(Article { saved, messages })
    }
}

fn applied(
    text: &str,
    found: &Document,
    corrections: &[Correction],
    unit: OffsetUnit,
) -> io::Result<(Document, Vec<String>)> {
    let corrected = apply(text, found, corrections, unit).map_err(io::Error::other)?;
    let map = OffsetMap::new(text, unit);
    let message = |index: usize, reason: String| {
        let [start, end] = corrections[index].at();
        let words = map.to_byte(start).zip(map.to_byte(end)).and_then(|(start, end)| text.get(start..end));
        format!("correction {}, of {}, was not applied: {reason}", index + 1, cited(words.unwrap_or_default()))
    };
    let messages = corrected.unapplied.iter().map(|one| message(one.index, one.reason.to_string())).collect();
    Ok((corrected.document, messages))
}

fn orphaned(one: &Orphaned) -> String {
    let passage = one.passages.first().map_or("", String::as_str);
    format!("a correction in {} is orphaned: {}", cited(passage), one.reason())
}

/// Words as a message cites them: short, on one line.
fn cited(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("“{} …”", words[..end].trim_end()),
        None => format!("“{words}”"),
    }
}

fn history(saved: &Saved) -> io::Result<History> {
    let part = |value: Option<&Value>| value.cloned().unwrap_or(Value::Array(Vec::new()));
    let [undone, orphaned] = ["future", "lost"].map(|name| part(saved.rest.get(name)));
    Ok(History { corrections: read(saved.corrections.clone())?, undone: read(undone)?, orphaned: read(orphaned)? })
}

/// What was found before anything was corrected.
fn found(saved: &Saved) -> io::Result<Option<Document>> {
    read(saved.found.clone())
}

fn read<T: DeserializeOwned>(value: Value) -> io::Result<T> {
    serde_json::from_value(value).map_err(|error| io::Error::other(format!("the corrections are damaged: {error}")))
}
