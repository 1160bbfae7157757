//! Corrects names by their form and by what the text says of them.
//!
//! The network reads a name it has never met by its looks. Where the form of a name or a phrase beside it is clear, it
//! decides instead, for this mention and for the others of the name:
//!
//! 1. `joins` puts names together that were cut: "[Ivy] [Strand]", "[Asian] [Concord]".
//! 2. `towns` finds hyphenated towns and the abbreviations of states: "Stoke-on-Trent", "Hope, AR".
//! 3. `diseases` leaves out diseases.
//! 4. `clues` reads what a name is from the words beside it: "the trawler Rosalind", "Tarka, the ruling party".

mod changes;
mod clues;
mod diseases;
mod joins;
mod kind_nouns;
mod towns;

use super::Entity;
use crate::layout::Layout;

/// The entities, in order and without overlaps, with these corrections.
pub fn corrected(layout: &Layout, mut entities: Vec<Entity>) -> Vec<Entity> {
    for step in [joins::changes, towns::changes, diseases::changes, clues::changes] {
        let changes = step(layout, &entities);
        entities = changes::applied(layout, entities, changes);
    }
    entities
}
