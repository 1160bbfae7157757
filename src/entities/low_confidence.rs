//! Names of low confidence: words that may name a person although the labels say otherwise.
//!
//! In "Emory wants to get his doctorate" the labels leave *Emory* outside or make it a place, and yet the tagger nearly
//! took it for a person. The pronoun decides, which coreference chains resolve.

use super::{Calibration, Entity, EntityType, decode, names};
use crate::layout::Layout;
use crate::tagger::{Tagging, exp};

/// The least probability of a person.
const LEAST: f32 = 0.05;
/// Shorter words are interjections, such as "Mm" and "Oh".
const SHORTEST: usize = 3;

/// Single words, in order, that are not a person among the entities but may be one. A word that is an entity of
/// another type by itself may be a person; a word of a longer name may not.
pub fn persons(layout: &Layout, tagging: &Tagging, entities: &[Entity], calibration: &Calibration) -> Vec<Entity> {
    let mut out = Vec::new();
    let mut known = entities.iter().peekable();
    for (token, labels) in tagging.ner.iter().enumerate() {
        while known.next_if(|e| e.tokens.end <= token).is_some() {}
        let probability = |kind: EntityType| decode::joint(core::slice::from_ref(labels), kind as usize);
        // A rule that saw more than the tagger called it something else. The mentions of a name agree on a place more
        // easily, so that a pronoun may still object.
        let taken = known.peek().is_some_and(|e| {
            let single = e.tokens.len() == 1 && e.kind.is_name() && e.kind != EntityType::Person;
            e.tokens.start <= token
                && (!single || (e.kind != EntityType::Gpe && probability(EntityType::Person) > probability(e.kind)))
        });
        let word = layout.word(token);
        let like_a_name = !names::is_disease(word)
            && word.starts_with(char::is_uppercase)
            && word.len() >= SHORTEST
            && word.chars().all(char::is_alphabetic)
            && word.chars().any(char::is_lowercase);
        let probability = exp(probability(EntityType::Person));
        if !taken && like_a_name && probability >= LEAST {
            out.push(Entity::of(layout, token..token + 1, EntityType::Person, calibration.apply(probability)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::LABELS;

    #[test]
    fn only_words_like_names_that_are_not_people_yet() {
        let text = "Orlaith met OSCE and Bo in May at Lake Orlaith";
        let layout = Layout::of(text);
        let mut labels = [-20.0; LABELS];
        labels[4 + 4 * EntityType::Person as usize] = -1.0;
        labels[4 + 4 * EntityType::Gpe as usize] = -0.5;
        labels[4 + 4 * EntityType::Loc as usize] = -0.5;
        let tagging = Tagging { ner: vec![labels; layout.tokens.len()], roles: Vec::new() };
        let known = |tokens: core::ops::Range<usize>, kind| Entity::of(&layout, tokens, kind, 0.9);
        let found = |entities: &[Entity]| -> Vec<usize> {
            persons(&layout, &tagging, entities, &Calibration::default()).iter().map(|e| e.tokens.start).collect()
        };
        assert_eq!(found(&[]), [0, 6, 8, 9]);
        assert_eq!(
            found(&[known(0..1, EntityType::Gpe), known(6..7, EntityType::Date), known(8..10, EntityType::Loc)]),
            [0]
        );
        assert_eq!(found(&[known(0..1, EntityType::Person)]), [6, 8, 9]);
        // A rule called it a building, which the tagger did not.
        assert_eq!(found(&[known(0..1, EntityType::Fac)]), [6, 8, 9]);
    }
}
