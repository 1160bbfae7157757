//! Changes of entities, and what the rules that make them ask of a text.

use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::text::sort_by_numbers;
use crate::tokens::TokenKind;
use core::ops::Range;

/// The confidence of a name that a rule found where the model found none.
const FOUND: f32 = 0.7;

/// An entity that takes the place of all that it overlaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub tokens: Range<usize>,
    /// `None` if there is no entity here.
    pub kind: Option<EntityType>,
}

impl Change {
    pub fn to(tokens: Range<usize>, kind: EntityType) -> Change {
        Change { tokens, kind: Some(kind) }
    }
}

/// The entities after these changes. Of two changes that overlap, the one that begins first counts.
pub fn applied(layout: &Layout, entities: Vec<Entity>, mut changes: Vec<Change>) -> Vec<Entity> {
    if changes.is_empty() {
        return entities;
    }
    sort_by_numbers(&mut changes, |change| (change.tokens.start, 0));
    let mut out: Vec<Entity> = Vec::with_capacity(entities.len() + changes.len());
    let mut rest = entities.into_iter().peekable();
    let mut end = 0;
    for change in changes {
        if change.tokens.start < end {
            continue;
        }
        end = change.tokens.end;
        while let Some(before) = rest.next_if(|e| e.tokens.end <= change.tokens.start) {
            out.push(before);
        }
        let mut confidence = None;
        while let Some(overlapped) = rest.next_if(|e| e.tokens.start < change.tokens.end) {
            confidence = Some(confidence.unwrap_or(1.0_f32).min(overlapped.confidence));
        }
        if let Some(kind) = change.kind {
            out.push(Entity::of(layout, change.tokens, kind, confidence.unwrap_or(FOUND)));
        }
    }
    out.extend(rest);
    out
}

/// The word at a token, or nothing behind the end.
pub fn word<'t>(layout: &Layout<'t>, token: usize) -> &'t str {
    layout.tokens.get(token).map_or("", |t| t.text(layout.text))
}

/// The word before a token, or nothing at the beginning.
pub fn word_before<'t>(layout: &Layout<'t>, token: usize) -> &'t str {
    token.checked_sub(1).map_or("", |t| word(layout, t))
}

pub fn is_capitalised(layout: &Layout, token: usize) -> bool {
    layout.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
        && word(layout, token).starts_with(char::is_uppercase)
}

/// Whether two tokens are in one paragraph.
pub fn in_one_paragraph(layout: &Layout, a: usize, b: usize) -> bool {
    let paragraph = |t: usize| layout.tokens.get(t).map(|token| token.paragraph);
    paragraph(a).is_some() && paragraph(a) == paragraph(b)
}

/// Whether a token begins its sentence, quotation marks and brackets aside.
pub fn opens_sentence(layout: &Layout, token: usize) -> bool {
    let sentence = &layout.sentences[layout.sentence_of(token)];
    (sentence.tokens.start..token).all(|t| layout.tokens[t].kind == TokenKind::Punctuation)
}

#[cfg(test)]
pub mod testing {
    use super::*;
    use crate::tokens::token_at;

    /// The entities of a text after a step, if the model has found these parts of it with these types. Each part is
    /// looked for behind the one before.
    pub fn after(
        step: fn(&Layout, &[Entity]) -> Vec<Change>,
        text: &str,
        model: &[(&str, EntityType)],
    ) -> Vec<(String, EntityType)> {
        let layout = Layout::of(text);
        let mut from = 0;
        let entities: Vec<Entity> = model
            .iter()
            .map(|&(part, kind)| {
                let start = from + text[from..].find(part).expect("the part is in the text");
                from = start + part.len();
                Entity::of(&layout, token_at(&layout.tokens, start)..token_at(&layout.tokens, from - 1) + 1, kind, 0.8)
            })
            .collect();
        let changes = step(&layout, &entities);
        let found = applied(&layout, entities, changes);
        assert!(found.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start), "{found:?}");
        found.into_iter().map(|e| (e.span.of(text).to_owned(), e.kind)).collect()
    }

    /// Asserts what is left after a step.
    pub fn check(
        step: fn(&Layout, &[Entity]) -> Vec<Change>,
        text: &str,
        model: &[(&str, EntityType)],
        expected: &[(&str, EntityType)],
    ) {
        let expected: Vec<_> = expected.iter().map(|&(words, kind)| (words.to_owned(), kind)).collect();
        assert_eq!(after(step, text, model), expected, "{text}");
    }
}
