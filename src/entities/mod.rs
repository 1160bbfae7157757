//! Named entities in the 18 types of OntoNotes 5.0.
//!
//! In come the layout and the tagger's labels; out come [`Entity`]s. [`find`] runs these steps:
//!
//! 1. `decode` takes the most probable legal sequence of labels of each paragraph.
//! 2. `type_agreement` gives all mentions of a name one type.
//! 3. `boundaries` removes punctuation around a name, and `confidence` calibrates its probability.
//! 4. `repair` adds amounts and times that the `patterns` find and the model overlooked.
//!
//! [`low_confidence`] lists words that may be people although the labels say otherwise.

mod boundaries;
mod confidence;
mod decode;
mod entity;
mod entity_type;
pub mod low_confidence;
mod patterns;
mod repair;
mod type_agreement;

pub use confidence::Calibration;
pub use entity::Entity;
pub use entity_type::EntityType;

use crate::layout::Layout;
use crate::tagger::{Tagging, exp};

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
    type_agreement::on_types(layout, tagging, &mut found);
    let entities = found.into_iter().filter_map(|f| {
        let confidence = calibration.apply(exp(f.log_probability));
        Some(Entity::of(layout, boundaries::trimmed(layout, f.tokens)?, f.kind, confidence))
    });
    repair::by_patterns(layout, entities)
}
