//! The training data of the quotation linker.

use crate::{QuoteRow, Row};
use newsmark::Annotator;
use newsmark::layout::Layout;
use newsmark::quotes::examples::{Gold, examples};
use newsmark::text::{OffsetMap, OffsetUnit, Span};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes the choices that the linker has to make in a document with gold quotations: for each, its kind, the index of the
/// right candidate (null if none is right) and the features of the candidates.
pub fn choices(annotator: &Annotator, row: &Row, out: &mut impl Write) -> io::Result<()> {
    let layout = Layout::of(&row.text);
    let map = OffsetMap::new(&row.text, OffsetUnit::CodePoints);
    let gold: Vec<Gold> = row.quotes.iter().map(|quote| gold(&map, quote)).collect();
    let examples: Vec<Value> = examples(&layout, &annotator.tagging(&layout), &gold)
        .iter()
        .map(|e| json!([e.choice, e.right, e.features]))
        .collect();
    writeln!(out, "{}", json!({ "id": row.id, "examples": examples }))
}

fn gold(map: &OffsetMap, quote: &QuoteRow) -> Gold {
    // Gold spans outside the text are ignored.
    let spans = |list: &[[usize; 2]]| {
        list.iter().filter_map(|&[start, end]| Some(Span::new(map.to_byte(start)?, map.to_byte(end)?))).collect()
    };
    Gold { content: spans(&quote.content), cue: spans(&quote.cue), speaker: spans(&quote.speaker) }
}
