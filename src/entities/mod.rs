//! Named entities: what the tagger's labels say, in the 18 types of OntoNotes 5.0.

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
