//! spaCy's JSON training format, which `spacy convert` makes a DocBin of.
//!
//! A spaCy document is a list of tokens, each with or without a blank after it. All other white space becomes tokens, as in
//! spaCy's own tokenizer, so that the document has the same text and offsets as the article.

use super::article::Article;
use super::saved::in_json_bytes;
use super::words::{Label, words};
use newsmark::text::OffsetUnit;
use newsmark::versions::Versions;
use newsmark::{EntityRecord, Value};
use serde::Serialize;

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
    let sentences = sentences(article);
    // spaCy cannot read a paragraph without tokens.
    let paragraphs = if sentences.is_empty() {
        Vec::new()
    } else {
        vec![Paragraph { raw: article.text, sentences, values: values(article) }]
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

fn sentences<'a>(article: &Article<'a>) -> Vec<Sentence<'a>> {
    let mut row = Row { text: article.text, sentences: Vec::new(), tokens: 0, end: 0 };
    for word in words(article) {
        let inside = word.label.filter(|label| !label.first);
        row.white_space(word.span.start, inside);
        if word.starts_sentence {
            row.sentences.push(Sentence::default());
        }
        row.token(word.span.of(article.text), word.label);
        row.end = word.span.end;
    }
    row.white_space(article.text.len(), None);
    row.sentences
}

struct Row<'a> {
    text: &'a str,
    sentences: Vec<Sentence<'a>>,
    tokens: usize,
    /// How far the tokens reach.
    end: usize,
}

impl<'a> Row<'a> {
    /// All from the last token to here.
    fn white_space(&mut self, start: usize, inside: Option<Label>) {
        let text = self.text;
        let mut between = &text[self.end..start];
        let before = self.sentences.last_mut().and_then(|sentence| sentence.tokens.last_mut());
        if let (Some(before), Some(rest)) = (before, between.strip_prefix(' ')) {
            before.space = " ";
            between = rest;
        }
        if !between.is_empty() {
            self.token(between, inside.map(|label| Label { first: false, last: false, ..label }));
        }
    }

    fn token(&mut self, orth: &'a str, label: Option<Label>) {
        let ner = match label {
            None => "O".to_owned(),
            Some(Label { kind, first, last }) => {
                let place = match (first, last) {
                    (true, true) => 'U',
                    (true, false) => 'B',
                    (false, true) => 'L',
                    (false, false) => 'I',
                };
                format!("{place}-{}", kind.as_str())
            }
        };
        if self.sentences.is_empty() {
            self.sentences.push(Sentence::default());
        }
        if let Some(sentence) = self.sentences.last_mut() {
            sentence.tokens.push(Token { id: self.tokens, orth, space: "", ner });
            self.tokens += 1;
        }
    }
}
