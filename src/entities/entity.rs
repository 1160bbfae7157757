//! One named entity.

use super::{EntityType, boundaries};
use crate::layout::Layout;
use crate::text::Span;
use core::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub span: Span,
    pub tokens: Range<usize>,
    pub kind: EntityType,
    /// How certain span and type are. It is calibrated: of the entities at 0.9, about nine in ten are right.
    pub confidence: f32,
}

impl Entity {
    /// The entity that these tokens are.
    pub(super) fn of(layout: &Layout, tokens: Range<usize>, kind: EntityType, confidence: f32) -> Entity {
        let mut span = layout.tokens[tokens.start].span.cover(layout.tokens[tokens.end - 1].span);
        if tokens.len() > 1 && boundaries::ends_with_the_sentences_stop(layout, tokens.end - 1) {
            span.end -= 1;
        }
        Entity { span, tokens, kind, confidence }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::token_at;

    #[test]
    fn a_name_of_several_words_leaves_the_last_stop_to_the_sentence() {
        for (text, words, expected) in [
            ("Ana Ruiz left Oslo.", "Ana Ruiz", "Ana Ruiz"),
            ("She sold it to Fenwick Inc.", "Fenwick Inc.", "Fenwick Inc"),
            ("“She sold it to Fenwick Inc.”", "Fenwick Inc.", "Fenwick Inc"),
            ("Fenwick Inc. bought it.", "Fenwick Inc.", "Fenwick Inc."),
            ("She works for Inc.", "Inc.", "Inc."),
            ("They met in Salem, N.H.", "Salem, N.H.", "Salem, N.H."),
        ] {
            let layout = Layout::of(text);
            let start = text.find(words).expect("the words are in the text");
            let tokens = token_at(&layout.tokens, start)..token_at(&layout.tokens, start + words.len() - 1) + 1;
            let entity = Entity::of(&layout, tokens.clone(), EntityType::Org, 0.5);
            assert_eq!(entity.span.of(text), expected, "{text}");
            assert_eq!((entity.tokens, entity.kind, entity.confidence), (tokens, EntityType::Org, 0.5));
        }
    }
}
