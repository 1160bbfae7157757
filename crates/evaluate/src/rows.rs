//! Gold and predicted documents as JSON lines. Only the fields that scoring needs are read.

use super::shape::Range;
use serde::Deserialize;
use std::collections::HashMap;
use std::io::{self, BufRead};

/// A document.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Row {
    /// The id by which gold and predicted documents are matched.
    pub id: String,
    /// The text.
    pub text: String,
    /// The genre in OntoNotes: bc, bn, mz, nw, tc or wb.
    pub genre: Option<String>,
    /// What a hand-written case tests.
    pub phenomenon: Option<String>,
    /// The day of publication.
    #[serde(alias = "dct")]
    pub date: Option<String>,
    /// Time expressions with their values, as in TempEval-3.
    pub timexes: Vec<TimexRow>,
    /// The entities.
    pub entities: Vec<EntityRow>,
    /// The quotations.
    pub quotes: Vec<QuoteRow>,
    /// The coreference chains.
    pub chains: Vec<ChainRow>,
    /// In GAP, the pronoun in question.
    pub pronoun: Option<Range>,
    /// In GAP, the first name.
    pub a: Option<NameRow>,
    /// In GAP, the second name.
    pub b: Option<NameRow>,
}

/// A name that a pronoun may mean.
#[derive(Clone, Copy, Debug, Deserialize)]
#[non_exhaustive]
pub struct NameRow {
    /// The offset of its first code point.
    pub start: usize,
    /// The offset after its last code point.
    pub end: usize,
    /// Whether the pronoun means it.
    pub coref: bool,
}

/// An entity.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct EntityRow {
    /// The offset of its first code point.
    pub start: usize,
    /// The offset after its last code point.
    pub end: usize,
    /// The label. It is not an `EntityType`, because corpora have labels of their own.
    #[serde(rename = "type")]
    pub kind: String,
    /// The value.
    #[serde(default)]
    pub value: Option<serde_json::Value>,
}

/// A time expression.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct TimexRow {
    /// The offset of its first code point.
    pub start: usize,
    /// The offset after its last code point.
    pub end: usize,
    /// The type in TIMEX3.
    #[serde(rename = "type")]
    pub kind: String,
    /// The value in TIMEX3.
    pub value: String,
}

/// A quotation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct QuoteRow {
    /// `direct`, `indirect` or `mixed`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `speech`, `writing` or `thought`; empty in gold files, which do not have it.
    #[serde(default)]
    pub medium: String,
    /// The content.
    pub content: Vec<Range>,
    /// The parts of the content in quotation marks.
    pub quoted: Vec<Range>,
    /// The cue.
    pub cue: Vec<Range>,
    /// The words that name the speaker beside the quotation.
    pub speaker: Vec<Range>,
    /// The full name of the speaker.
    pub speaker_name: Option<String>,
}

/// A coreference chain.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ChainRow {
    /// The spans of the mentions, as in OntoNotes.
    Spans(Vec<Range>),
    /// A record, as in our documents.
    Record {
        /// The mentions.
        mentions: Vec<MentionRow>,
    },
}

/// A mention of a chain.
#[derive(Clone, Copy, Debug, Deserialize)]
#[non_exhaustive]
pub struct MentionRow {
    /// The offset of its first code point.
    pub start: usize,
    /// The offset after its last code point.
    pub end: usize,
}

impl ChainRow {
    /// The spans of the mentions.
    pub fn spans(&self) -> Vec<Range> {
        match self {
            ChainRow::Spans(spans) => spans.clone(),
            ChainRow::Record { mentions } => mentions.iter().map(|m| [m.start, m.end]).collect(),
        }
    }
}

/// Reads a file of JSON lines. An error names its line.
pub fn read_rows(input: impl BufRead) -> impl Iterator<Item = io::Result<Row>> {
    input.lines().enumerate().filter_map(|(index, line)| {
        let row = match line {
            Ok(line) if line.trim().is_empty() => return None,
            Ok(line) => serde_json::from_str(&line).map_err(io::Error::from),
            Err(error) => Err(error),
        };
        Some(row.map_err(|error| io::Error::new(error.kind(), format!("line {}: {error}", index + 1))))
    })
}

/// Collects rows with distinct ids. A row replaces an earlier one with the same id.
pub fn distinct(rows: impl Iterator<Item = io::Result<Row>>) -> io::Result<Vec<Row>> {
    let (mut out, mut indices) = (Vec::<Row>::new(), HashMap::new());
    for row in rows {
        let row = row?;
        match indices.get(&row.id) {
            Some(&index) => out[index] = row,
            None => {
                indices.insert(row.id.clone(), out.len());
                out.push(row);
            }
        }
    }
    Ok(out)
}
