//! Corrects names by their form and by what the text says of them.
//!
//! The network reads a name it has never met by its looks. Where the form of a name or a phrase beside it is clear, it
//! decides instead, for this mention and for the others of the name:
//!
//! 1. `joins` puts names together that were cut: "[Ivy] [Strand]", "[Asian] [Concord]".
//! 2. `surnames` finds those that the model takes for a season or overlooks.
//! 3. `towns` finds hyphenated towns and the abbreviations of states: "Stoke-on-Trent", "Hope, AR".
//! 4. `diseases` leaves out diseases.
//! 5. `clues` reads what a name is from the words beside it: "the trawler Rosalind", "Tarka, the ruling party".

mod changes;
mod clues;
mod diseases;
mod joins;
mod kind_nouns;
mod surnames;
mod towns;

pub use changes::{in_one_paragraph, is_capitalised, opens_sentence, word};
pub use diseases::is_known as is_disease;

use super::Entity;
use crate::layout::Layout;

/// The entities, in order and without overlaps, with these corrections.
pub fn corrected(layout: &Layout, mut entities: Vec<Entity>) -> Vec<Entity> {
    for step in [joins::changes, surnames::changes, towns::changes, diseases::changes, clues::changes] {
        let changes = step(layout, &entities);
        entities = changes::applied(layout, entities, changes);
    }
    entities
}
