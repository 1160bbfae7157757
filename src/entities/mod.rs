//! Named entities: what the tagger's labels say, in the 18 types of OntoNotes 5.0.

mod kind;

pub use kind::EntityType;

use crate::text::Span;
use core::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub span: Span,
    pub tokens: Range<usize>,
    pub kind: EntityType,
    /// How sure the model is that span and type are right, calibrated: of the entities at 0.9, about
    /// nine in ten are.
    pub confidence: f32,
}
