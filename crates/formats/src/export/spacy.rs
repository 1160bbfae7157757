//! spaCy's JSON training format, which `spacy convert` makes a DocBin of.
//!
//! A spaCy document is a list of tokens, each with or without a blank after it. All other white space becomes tokens, as in
//! spaCy's own tokenizer, so that the document has the same text and offsets as the article.
//!
//! This form has no place for groups of spans (`Doc.spans`), so they stand beside it, in the form of `Doc.to_json`:
//! docs/formats.md shows how to add them.

use super::article::Article;
use super::saved::in_json_bytes;
use super::words::{Label, SpacedWord, spaced_words, trimmed};
use newsmark::text::OffsetUnit;
use newsmark::versions::Versions;
use newsmark::{EntityRecord, Value};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Doc<'a> {
    id: usize,
    paragraphs: Vec<Paragraph<'a>>,
    /// spaCy ignores it.
    made_by: Versions<'a>,
}

#[derive(Serialize)]
struct Paragraph<'a> {
    raw: &'a str,
    sentences: Vec<Sentence<'a>>,
    /// What entities stand for, with offsets in code points. spaCy ignores them.
    values: Vec<Valued>,
    /// The groups of `Doc.spans`, as `Doc.to_json` writes them. `spacy convert` ignores them.
    spans: BTreeMap<String, Vec<Grouped>>,
}

#[derive(Serialize)]
struct Grouped {
    start: usize,
    end: usize,
    label: &'static str,
    id: String,
    kb_id: String,
}

#[derive(Serialize)]
struct Valued {
    start: usize,
    end: usize,
    label: &'static str,
    value: Value,
}

#[derive(Default, Serialize)]
struct Sentence<'a> {
    tokens: Vec<Token<'a>>,
}

#[derive(Serialize)]
struct Token<'a> {
    id: usize,
    orth: &'a str,
    /// What follows: one blank or nothing.
    space: &'static str,
    ner: String,
}

pub fn write(article: &Article) -> Vec<u8> {
    let sentences = sentences(article, &edges(article));
    // spaCy cannot read a paragraph without tokens.
    let paragraphs = if sentences.is_empty() {
        Vec::new()
    } else {
        vec![Paragraph { raw: article.text, sentences, values: values(article), spans: groups(article) }]
    };
    in_json_bytes(&[Doc { id: 0, paragraphs, made_by: article.versions }])
}

fn values(article: &Article) -> Vec<Valued> {
    let map = article.offsets(OffsetUnit::CodePoints);
    let valued = |entity: &EntityRecord| {
        let [start, end] = [entity.start, entity.end].map(|at| map.from_byte(at));
        Some(Valued { start, end, label: entity.kind.as_str(), value: entity.value.clone()? })
    };
    article.document.entities.iter().filter_map(valued).collect()
}

fn sentences<'a>(article: &Article<'a>, edges: &[usize]) -> Vec<Sentence<'a>> {
    let mut sentences: Vec<Sentence> = Vec::new();
    for (id, SpacedWord { word, blank }) in spaced_words(article, edges).into_iter().enumerate() {
        if word.starts_sentence {
            sentences.push(Sentence::default());
        }
        let orth = word.span.of(article.text);
        let token = Token { id, orth, space: if blank { " " } else { "" }, ner: biluo(word.label) };
        if let Some(sentence) = sentences.last_mut() {
            sentence.tokens.push(token);
        }
    }
    sentences
}

fn biluo(label: Option<Label>) -> String {
    let Some(Label { kind, first, last }) = label else { return "O".to_owned() };
    let place = match (first, last) {
        (true, true) => 'U',
        (true, false) => 'B',
        (false, true) => 'L',
        (false, false) => 'I',
    };
    format!("{place}-{}", kind.as_str())
}

/// The quotations, their cues and speakers, and the chains.
fn groups(article: &Article) -> BTreeMap<String, Vec<Grouped>> {
    let map = article.offsets(OffsetUnit::CodePoints);
    let mut groups = BTreeMap::<String, Vec<Grouped>>::new();
    let mut add = |group: &str, at: &[[usize; 2]], label: &'static str, id: &str, kb_id: &str| {
        let places = at.iter().filter_map(|&at| trimmed(article.text, at));
        let spans = places.map(|[start, end]| {
            let (id, kb_id) = (id.to_owned(), kb_id.to_owned());
            Grouped { start: map.from_byte(start), end: map.from_byte(end), label, id, kb_id }
        });
        groups.entry(group.to_owned()).or_default().extend(spans);
    };
    for (index, quote) in article.document.quotes.iter().enumerate() {
        let (id, speaker) = (format!("quote-{index}"), article.speaker(quote).unwrap_or_default());
        add("quotes", &quote.content, quote.kind.as_str(), &id, &speaker);
        add("cues", &quote.cue, "CUE", &id, "");
        add("speakers", &quote.speaker, "SPEAKER", &id, &speaker);
    }
    for (index, chain) in article.document.chains.iter().enumerate() {
        let (group, id) = (format!("coref_clusters_{}", index + 1), format!("chain-{index}"));
        for mention in &chain.mentions {
            add(&group, &[[mention.start, mention.end]], chain.kind.as_str(), &id, chain.label());
        }
    }
    groups
}

/// Where the spans of the groups begin and end: a span of spaCy's consists of whole tokens.
fn edges(article: &Article) -> Vec<usize> {
    let document = &article.document;
    let quotes = document.quotes.iter().flat_map(|quote| [&quote.content, &quote.cue, &quote.speaker]).flatten();
    let mentions = document.chains.iter().flat_map(|chain| &chain.mentions);
    quotes.copied().flatten().chain(mentions.flat_map(|mention| [mention.start, mention.end])).collect()
}
