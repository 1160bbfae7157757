//! For tests: texts in which the entities are marked by hand: "{PERSON Ana Ruiz} met {ORG the Water Board}." Marks may be
//! nested. Labels other than the types of entities are left to the stages that know them.

use super::TokenView;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::text::Span;
use crate::tokens::token_at;
use core::ops::Range;

/// Reads a text with its entities.
pub fn with_view<T>(marked: &str, read: impl FnOnce(&TokenView) -> T) -> T {
    let marked = Marked::of(marked);
    let layout = Layout::of(&marked.text);
    let entities = marked.entities(&layout);
    read(&TokenView::new(&layout, &entities))
}

/// The words of a range of tokens, as they stand in the text.
pub fn words(view: &TokenView, tokens: &Range<usize>) -> String {
    view.span(tokens.clone()).of(view.layout.text).to_owned()
}

/// The first token that is this word.
pub fn token(view: &TokenView, word: &str) -> usize {
    let is = |&token: &usize| view.word(token) == word;
    (0..view.layout.tokens.len()).find(is).unwrap_or_else(|| panic!("{word} is not in {}", view.layout.text))
}

pub fn in_tokens(layout: &Layout, span: Span) -> Range<usize> {
    token_at(&layout.tokens, span.start)..layout.tokens.partition_point(|t| t.span.start < span.end)
}

pub struct Marked {
    pub text: String,
    /// In the order of their start.
    pub marks: Vec<(String, Span)>,
}

impl Marked {
    pub fn of(marked: &str) -> Marked {
        let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
        let mut rest = marked;
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(&rest[..at]);
            let opens = rest[at..].starts_with('{');
            rest = &rest[at + 1..];
            if opens {
                let (label, after) = rest.split_once(' ').expect("a label and a space");
                open.push((label.to_owned(), text.len()));
                rest = after;
            } else {
                let (label, start) = open.pop().expect("an open mark");
                marks.push((label, Span::new(start, text.len())));
            }
        }
        text.push_str(rest);
        assert!(open.is_empty(), "a mark is left open in {marked:?}");
        marks.sort_by_key(|(_, span)| span.start);
        Marked { text, marks }
    }

    pub fn entities(&self, layout: &Layout) -> Vec<Entity> {
        let entity = |(label, span): &(String, Span)| {
            let kind = kind(label)?;
            Some(Entity { span: *span, tokens: in_tokens(layout, *span), kind, confidence: 1.0 })
        };
        self.marks.iter().filter_map(entity).collect()
    }
}

/// The type that a label names, before the number of a chain if there is one.
pub fn kind(label: &str) -> Option<EntityType> {
    let name = label.split(':').next()?;
    EntityType::ALL.into_iter().find(|kind| kind.as_str() == name)
}
