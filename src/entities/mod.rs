//! Named entities: what the tagger's labels say, in the 18 types of OntoNotes 5.0.

mod agree;
mod clean;
mod confidence;
mod decode;
pub mod doubtful;
mod kind;
mod patterns;
mod repair;

pub use confidence::Calibration;
pub use kind::EntityType;

use crate::layout::Layout;
use crate::tagger::{Tagging, exp};
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

/// The entities of a text, in order, none overlapping another and none in two paragraphs.
pub fn find(layout: &Layout, tagging: &Tagging, calibration: &Calibration) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut steps = decode::Steps::default();
    let mut first = 0;
    for paragraph in layout.tokens.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let scores = &tagging.ner[first..first + paragraph.len()];
        decode::decode(scores, first, &mut steps, &mut found);
        first += paragraph.len();
    }
    agree::on_types(layout, tagging, &mut found);
    let entities = found.into_iter().filter_map(|f| {
        let confidence = calibration.apply(exp(f.log_probability));
        Some(entity(layout, clean::trimmed(layout, f.tokens)?, f.kind, confidence))
    });
    repair::by_patterns(layout, entities)
}

fn entity(layout: &Layout, tokens: Range<usize>, kind: EntityType, confidence: f32) -> Entity {
    let mut span = layout.tokens[tokens.start].span.cover(layout.tokens[tokens.end - 1].span);
    if tokens.len() > 1 && clean::ends_with_the_sentences_point(layout, tokens.end - 1) {
        span.end -= 1;
    }
    Entity { span, tokens, kind, confidence }
}
