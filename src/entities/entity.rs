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
