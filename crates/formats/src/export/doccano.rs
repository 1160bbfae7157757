//! doccano: a line of JSON with the text, the spans and the relations between them ("JSONL(Relation)" in doccano).
//!
//! A span has no gaps, so a quotation in several pieces is several spans, which the relation `Continues` links. Offsets
//! count code points. doccano keeps the other fields as metadata of the text.

use super::about::About;
use super::article::Article;
use super::saved::in_json_bytes;
use super::standoff::{Relation, Standoff};
use newsmark::text::OffsetUnit;
use serde::Serialize;

#[derive(Serialize)]
struct Example<'a> {
    text: &'a str,
    entities: Vec<Span>,
    relations: Vec<Link>,
    #[serde(flatten)]
    about: About<'a>,
}

#[derive(Serialize)]
struct Span {
    id: usize,
    start_offset: usize,
    end_offset: usize,
    label: &'static str,
}

#[derive(Serialize)]
struct Link {
    id: usize,
    from_id: usize,
    to_id: usize,
    r#type: &'static str,
}

pub fn write(article: &Article) -> Vec<u8> {
    let pieces = Standoff::of(article).in_pieces();
    let map = article.offsets(OffsetUnit::CodePoints);
    let entities = pieces.spans.iter().enumerate().map(|(id, piece)| {
        let [start_offset, end_offset] = piece.place.map(|at| map.from_byte(at));
        Span { id, start_offset, end_offset, label: piece.label }
    });
    let relations = pieces.relations.iter().enumerate().map(|(id, &Relation { kind, from, to })| Link {
        id,
        from_id: from,
        to_id: to,
        r#type: kind,
    });
    let mut line = in_json_bytes(&Example {
        text: article.text,
        entities: entities.collect(),
        relations: relations.collect(),
        about: About::of(article),
    });
    line.push(b'\n');
    line
}
