//! The text as the library sees it, for training the tagger.

use newsmark::Annotator;
use newsmark::layout::Layout;
use newsmark::tagger::blocks::blocks;
use newsmark::tagger::features::{WordFeatures, memory_key};
use newsmark::tagger::flags::flags;
use newsmark::text::{OffsetMap, OffsetUnit};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes the layout of a `{"id","text"}`, with offsets in code points.
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
        "flags": flags(&layout),
        "blocks": blocks(&layout).iter().map(|b| [b.start, b.end]).collect::<Vec<_>>(),
    });
    writeln!(out, "{row}")
}

/// Writes the feature hashes of a word, given as a JSON string: keys, cased, prefix, suffix3, suffix2, shape, n-grams, memory key.
pub fn features(word: &Value, out: &mut impl Write) -> io::Result<()> {
    let word = word.as_str().unwrap_or_default();
    let f = WordFeatures::of(word);
    let row =
        json!([f.keys[0], f.keys[1], f.cased, f.prefix, f.suffix3, f.suffix2, f.shape, f.ngrams(), memory_key(word)]);
    writeln!(out, "{row}")
}

/// Writes the tagger's output for a `{"id","text"}`: for each token the log probabilities of the entity labels and the
/// probabilities of the roles.
pub fn tags(annotator: &Annotator, row: &Value, out: &mut impl Write) -> io::Result<()> {
    let tagging = annotator.tagging(&Layout::of(row["text"].as_str().unwrap_or_default()));
    let ner: Vec<&[f32]> = tagging.ner.iter().map(|labels| labels.as_slice()).collect();
    writeln!(out, "{}", json!({ "id": row["id"], "ner": ner, "roles": tagging.roles }))
}
