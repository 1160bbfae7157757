//! Documents as JSON lines, gold or predicted: only what scoring needs, the rest is skipped.

use super::shape::Range;
use serde::Deserialize;
use std::collections::HashMap;
use std::io::{self, BufRead};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Row {
    pub id: String,
    pub text: String,
    /// Kind of text in OntoNotes: bc, bn, mz, nw, tc, wb.
    pub genre: Option<String>,
    /// What a written case is about.
    pub phenomenon: Option<String>,
    pub entities: Vec<EntityRow>,
    pub quotes: Vec<QuoteRow>,
    pub chains: Vec<ChainRow>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct EntityRow {
    pub start: usize,
    pub end: usize,
    /// A name, not an `EntityType`: corpora have labels of their own.
    #[serde(rename = "type")]
    pub kind: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct QuoteRow {
    #[serde(rename = "type")]
    pub kind: String,
    pub content: Vec<Range>,
    pub quoted: Vec<Range>,
    pub cue: Vec<Range>,
    pub speaker: Vec<Range>,
    pub speaker_name: Option<String>,
}

/// A chain: OntoNotes has bare spans, documents have records.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum ChainRow {
    Spans(Vec<Range>),
    Record { mentions: Vec<MentionRow> },
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub struct MentionRow {
    pub start: usize,
    pub end: usize,
}

impl ChainRow {
    pub fn spans(&self) -> Vec<Range> {
        match self {
            ChainRow::Spans(spans) => spans.clone(),
            ChainRow::Record { mentions } => mentions.iter().map(|m| [m.start, m.end]).collect(),
        }
    }
}

/// The rows of a file of JSON lines; an error names its line.
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

/// One row an id: a later row takes the place of an earlier one with the same id.
pub fn distinct(rows: impl Iterator<Item = io::Result<Row>>) -> io::Result<Vec<Row>> {
    let (mut out, mut place) = (Vec::<Row>::new(), HashMap::new());
    for row in rows {
        let row = row?;
        match place.get(&row.id) {
            Some(&index) => out[index] = row,
            None => {
                place.insert(row.id.clone(), out.len());
                out.push(row);
            }
        }
    }
    Ok(out)
}
