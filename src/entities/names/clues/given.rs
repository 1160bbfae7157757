//! Given names that are words: "Ivy said" after "Ivy Dawson".

use super::super::changes::word;
use super::Clue;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, REPORTING};
use std::collections::HashSet;

/// The given name of a person already named in full, alone before a reporting verb.
pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    let full = entities.iter().filter(|entity| entity.kind == EntityType::Person && entity.tokens.len() > 1);
    let given: HashSet<&str> = full.map(|entity| layout.word(entity.tokens.start)).collect();
    if given.is_empty() {
        return;
    }
    let mut later = entities.iter().peekable();
    for token in 0..layout.tokens.len() {
        while later.next_if(|entity| entity.tokens.end <= token).is_some() {}
        let free = later.peek().is_none_or(|entity| entity.tokens.start > token);
        let name = layout.word(token);
        let reports = lexicon::flags(word(layout, token + 1)) & REPORTING != 0;
        if free && reports && name.starts_with(char::is_uppercase) && given.contains(name) {
            out.push(Clue { here: true, ..Clue::new(token..token + 1, EntityType::Person) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::changes::testing::check;
    use super::super::changes;
    use crate::entities::EntityType::Person;

    #[test]
    fn a_given_name_that_is_a_word() {
        let (ivy, alone) = (("Ivy Dawson", Person), ("Ivy", Person));
        check(changes, "Ivy Dawson sat. Ivy said no.", &[ivy], &[ivy, alone]);
        check(changes, "Ivy Dawson sat. Ivy grew there.", &[ivy], &[ivy]);
        check(changes, "Ivy said no.", &[], &[]);
    }
}
