//! For tests: texts in which the entities are marked, as in "{PERSON Ana Ruiz} met {ORG the Water Board}."

use super::TokenView;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::text::Span;
use crate::tokens::token_at;
use core::ops::Range;

/// Reads a text in which the entities are marked. What the reader returns must not borrow from the view.
pub fn with_view<T>(marked: &str, read: impl FnOnce(&TokenView) -> T) -> T {
    let (text, spans) = unmarked(marked);
    let layout = Layout::of(&text);
    let entities: Vec<Entity> = spans
        .into_iter()
        .map(|(span, kind)| {
            let tokens = token_at(&layout.tokens, span.start)..token_at(&layout.tokens, span.end - 1) + 1;
            Entity { span, tokens, kind, confidence: 1.0 }
        })
        .collect();
    read(&TokenView::new(&layout, &entities))
}

/// The text without the marks, and where the entities stand in it.
fn unmarked(marked: &str) -> (String, Vec<(Span, EntityType)>) {
    let mut parts = marked.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut entities = Vec::new();
    for part in parts {
        let (entity, rest) = part.split_once('}').unwrap_or_else(|| panic!("an open brace in {marked}"));
        let (kind, words) = entity.split_once(' ').unwrap_or_else(|| panic!("no type in {marked}"));
        let kind = kind.parse().unwrap_or_else(|_| panic!("{kind} is not a type"));
        entities.push((Span::new(text.len(), text.len() + words.len()), kind));
        text.push_str(words);
        text.push_str(rest);
    }
    (text, entities)
}

/// The first token that is this word.
pub fn token(view: &TokenView, word: &str) -> usize {
    let is = |&token: &usize| view.word(token) == word;
    (0..view.layout.tokens.len()).find(is).unwrap_or_else(|| panic!("{word} is not in {}", view.layout.text))
}

/// The text of these tokens.
pub fn shown(view: &TokenView, tokens: Range<usize>) -> String {
    view.span(tokens).of(view.layout.text).to_owned()
}
