//! The text as a sequence of labelled tokens, for the formats that label tokens.

use super::article::Article;
use newsmark::entities::EntityType;
use newsmark::text::{Span, paragraphs};
use newsmark::tokens::tokenize;

/// A token. It is split wherever an annotation begins or ends inside it, so that every entity consists of whole tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub span: Span,
    pub label: Option<Label>,
    /// Whether a sentence begins here.
    pub starts_sentence: bool,
}

/// The position of a token in an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    pub kind: EntityType,
    pub first: bool,
    pub last: bool,
}

/// All words of the text. Between them there is white space or nothing.
pub fn words(article: &Article) -> Vec<Word> {
    words_cut_at(article, &[])
}

/// The same, with words that are also split at these offsets.
pub fn words_cut_at(article: &Article, edges: &[usize]) -> Vec<Word> {
    let text = article.text;
    let mut cuts: Vec<usize> = article.document.entities.iter().flat_map(|e| [e.start, e.end]).collect();
    cuts.extend(edges);
    cuts.extend(article.document.sentences.iter().map(|s| s[0]));
    cuts.sort_unstable();
    let spans = pieces(text, &cuts);

    let mut entities = article.flat_entities().into_iter().peekable();
    let mut sentences: Vec<usize> = article.document.sentences.iter().map(|s| s[0]).collect();
    sentences.sort_unstable();
    let mut sentences = sentences.into_iter().peekable();
    let mut words: Vec<Word> = Vec::with_capacity(spans.len());
    for span in spans {
        let mut starts_sentence = words.is_empty();
        while sentences.next_if(|&start| start <= span.start).is_some() {
            starts_sentence = true;
        }
        while entities.next_if(|entity| entity.end <= span.start).is_some() {}
        let inside = entities.peek().filter(|entity| entity.start <= span.start);
        let label = inside.map(|entity| {
            let before = words.last().filter(|word| word.label.is_some() && word.span.start >= entity.start);
            Label { kind: entity.kind, first: before.is_none(), last: true }
        });
        words.push(Word { span, label, starts_sentence });
    }
    for index in 1..words.len() {
        let goes_on = words[index].label.is_some_and(|label| !label.first);
        if let Some(label) = words[index - 1].label.as_mut().filter(|_| goes_on) {
            label.last = false;
        }
    }
    words
}

/// A token as spaCy and Prodigy have it.
pub struct SpacedWord {
    pub word: Word,
    /// Whether one blank follows, which belongs to no token.
    pub blank: bool,
}

/// The words, split at these offsets, with tokens for all white space other than single blanks: so the text is complete.
pub fn spaced_words(article: &Article, edges: &[usize]) -> Vec<SpacedWord> {
    let text = article.text;
    let mut spaced: Vec<SpacedWord> = Vec::new();
    let mut end = 0;
    for word in words_cut_at(article, edges) {
        white_space(text, Span::new(end, word.span.start), word.label.filter(|label| !label.first), &mut spaced);
        end = word.span.end;
        spaced.push(SpacedWord { word, blank: false });
    }
    white_space(text, Span::new(end, text.len()), None, &mut spaced);
    spaced
}

fn white_space(text: &str, mut between: Span, inside: Option<Label>, spaced: &mut Vec<SpacedWord>) {
    if let Some(before) = spaced.last_mut().filter(|_| between.of(text).starts_with(' ')) {
        before.blank = true;
        between.start += 1;
    }
    if !between.is_empty() {
        let label = inside.map(|label| Label { first: false, last: false, ..label });
        let word = Word { span: between, label, starts_sentence: spaced.is_empty() };
        spaced.push(SpacedWord { word, blank: false });
    }
}

/// The tokens, split at these offsets and at white space, and the characters that the tokenizer skipped.
fn pieces(text: &str, cuts: &[usize]) -> Vec<Span> {
    let mut edges: Vec<usize> = cuts.to_vec();
    let tokens = tokenize(text, &paragraphs(text));
    edges.extend(tokens.iter().flat_map(|token| [token.span.start, token.span.end]));
    edges.push(text.len());
    edges.sort_unstable();
    edges.dedup();
    let mut pieces = Vec::with_capacity(edges.len());
    let mut start = 0;
    for end in edges {
        let mut at = start;
        for word in text[start..end].split(is_blank) {
            if !word.is_empty() {
                pieces.push(Span::new(at, at + word.len()));
            }
            at += word.len();
            at += text[at..end].chars().next().map_or(0, char::len_utf8);
        }
        start = end;
    }
    pieces
}

/// A range without the blanks at its ends, which are in no word; `None` if there is nothing else in it.
pub fn trimmed(text: &str, [start, end]: [usize; 2]) -> Option<[usize; 2]> {
    let inner = text[start..end].trim_end_matches(is_blank);
    let end = start + inner.len();
    let start = end - inner.trim_start_matches(is_blank).len();
    (start < end).then_some([start, end])
}

/// The programs that read these formats are written in Python, which ends words and lines at some control characters, too.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}
