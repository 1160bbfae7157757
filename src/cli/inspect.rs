//! What the trainer needs to see the text as the library does: `newsmark inspect` reads
//! `{"id","text"}` a line and writes the layout, offsets in code points.

use newsmark::layout::Layout;
use newsmark::text::{OffsetMap, OffsetUnit};
use serde_json::{Value, json};
use std::io::{self, Write};

pub fn layout(row: &Value, out: &mut impl Write) -> io::Result<()> {
    let text = row["text"].as_str().unwrap_or_default();
    let layout = Layout::of(text);
    let map = OffsetMap::new(text, OffsetUnit::CodePoints);
    let row = json!({
        "id": row["id"],
        "tokens": layout.tokens.iter().map(|t| map.span(t.span)).collect::<Vec<_>>(),
        "paragraph": layout.tokens.iter().map(|t| t.paragraph).collect::<Vec<_>>(),
        "spaced": layout.tokens.iter().map(|t| u8::from(t.spaced)).collect::<Vec<_>>(),
        "sentences": layout.sentences.iter().map(|s| [s.tokens.start, s.tokens.end]).collect::<Vec<_>>(),
        "quoted": layout.quoted.iter().map(|q| json!([q.open, q.close, q.depth, q.continues, map.from_byte(q.span.end)])).collect::<Vec<_>>(),
    });
    writeln!(out, "{row}")
}
