//! Prodigy: a line of JSON with the text, its tokens, the spans and the relations between them.
//!
//! The tokens are those that spaCy has, split where a span begins or ends inside one, because Prodigy's spans consist of
//! whole tokens. Spans may overlap, as in `spans.manual`. Offsets count code points.

use super::about::About;
use super::article::Article;
use super::saved::in_json_bytes;
use super::standoff::{Piece, Standoff};
use super::words::{SpacedWord, spaced_words};
use newsmark::text::{OffsetMap, OffsetUnit};
use serde::Serialize;

#[derive(Serialize)]
struct Example<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    spans: Vec<Span>,
    relations: Vec<Link>,
    meta: About<'a>,
}

#[derive(Serialize)]
struct Token<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    id: usize,
    ws: bool,
}

#[derive(Clone, Serialize)]
struct Span {
    start: usize,
    end: usize,
    token_start: usize,
    token_end: usize,
    label: &'static str,
}

#[derive(Serialize)]
struct Link {
    head: usize,
    child: usize,
    head_span: Span,
    child_span: Span,
    label: &'static str,
}

pub fn write(article: &Article) -> Vec<u8> {
    let pieces = Standoff::of(article).in_pieces();
    let map = article.offsets(OffsetUnit::CodePoints);
    let words = spaced_words(article, &pieces.edges());
    let spans: Vec<Span> = pieces.spans.iter().map(|piece| span(&words, &map, piece)).collect();
    // The arrow goes from the head to the child, each named by its last token.
    let relations = pieces.relations.iter().map(|one| {
        let [head_span, child_span] = [one.from, one.to].map(|index| spans[index].clone());
        Link { head: head_span.token_end, child: child_span.token_end, head_span, child_span, label: one.kind }
    });
    let relations = relations.collect();
    let tokens = words.iter().enumerate().map(|(id, SpacedWord { word, blank })| {
        let [start, end] = map.span(word.span);
        Token { text: word.span.of(article.text), start, end, id, ws: *blank }
    });
    let tokens = tokens.collect();
    let mut line = in_json_bytes(&Example { text: article.text, tokens, spans, relations, meta: About::of(article) });
    line.push(b'\n');
    line
}

fn span(words: &[SpacedWord], map: &OffsetMap, piece: &Piece) -> Span {
    let [start, end] = piece.place;
    // The words are split where the span begins and ends.
    let token_start = words.partition_point(|one| one.word.span.end <= start);
    let token_end = words.partition_point(|one| one.word.span.start < end).saturating_sub(1);
    let [start, end] = [start, end].map(|at| map.from_byte(at));
    Span { start, end, token_start, token_end, label: piece.label }
}
