//! A name that the tagger had nearly taken for a person's, and from which *he* or *she* goes on, is one:
//! "Emory wants to get his doctorate".

use super::ranker::choose;
use super::walk::Question;
use super::{Chain, gender, resolve, resolve_with, words};
use crate::entities::Entity;
use crate::layout::Layout;
use crate::text::Span;
use crate::tokens::token_at;
use std::collections::HashSet;

/// How many tokens before the pronoun such a name may stand, and how many where the tagger finds it unlikely.
const FAR: usize = 60;
const NEAR: usize = 3;
const LIKELY: f32 = 0.25;

/// Chains over the entities and over those doubtful names that turn out to be persons; the entities come
/// back with these among them, in place of what they were.
pub fn resolve_doubting(layout: &Layout, entities: Vec<Entity>, doubtful: &[Entity]) -> (Vec<Entity>, Vec<Chain>) {
    let mut persons = HashSet::new();
    let chains = resolve_with(layout, &entities, &mut |question| {
        let choice = choose(question);
        persons.extend(
            choice.and_then(|choice| meant(layout, doubtful, question, choice)).map(|name| name.of(layout.text)),
        );
        choice
    });
    if persons.is_empty() {
        return (entities, chains);
    }
    let found: Vec<&Entity> = doubtful.iter().filter(|name| persons.contains(name.span.of(layout.text))).collect();
    let replaced: HashSet<Span> = found.iter().map(|name| name.span).collect();
    let mut entities: Vec<Entity> = entities
        .into_iter()
        .filter(|entity| !replaced.contains(&entity.span))
        .chain(found.into_iter().cloned())
        .collect();
    entities.sort_by_key(|entity| entity.span.start);
    let chains = resolve(layout, &entities);
    (entities, chains)
}

/// The last doubtful name before a pronoun for which the ranker chose nobody, or somebody without a name
/// who was not spoken of since.
fn meant(layout: &Layout, doubtful: &[Entity], question: &Question, choice: usize) -> Option<Span> {
    let chosen = &question.candidates[choice];
    let name = &doubtful[doubtful.partition_point(|name| name.span.end <= question.pronoun.start).checked_sub(1)?];
    if chosen.chain.is_some() || chosen.phrase.is_some_and(|phrase| phrase.end > name.span.start) {
        return None;
    }
    let said = gender::of_pronoun(question.pronoun.of(layout.text));
    let bare = words::joined(&words::words(name.span.of(layout.text)));
    let distance = token_at(&layout.tokens, question.pronoun.start).saturating_sub(name.tokens.end);
    let near = distance < if name.confidence >= LIKELY { FAR } else { NEAR };
    (near && gender::of_given_name(&bare).agrees(said)).then_some(name.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType;

    /// The persons found in a text in which this one word may be a name.
    fn persons(text: &str, word: &str, confidence: f32) -> Vec<String> {
        let layout = Layout::of(text);
        let name = |(start, _)| {
            let token = token_at(&layout.tokens, start);
            Entity { span: layout.tokens[token].span, tokens: token..token + 1, kind: EntityType::Person, confidence }
        };
        let doubtful: Vec<Entity> = text.match_indices(word).map(name).collect();
        let place = doubtful.iter().map(|name| Entity { kind: EntityType::Gpe, ..name.clone() }).collect();
        let (entities, chains) = resolve_doubting(&layout, place, &doubtful);
        assert_eq!(entities.len(), doubtful.len());
        chains
            .iter()
            .filter(|c| c.kind == EntityType::Person)
            .flat_map(|c| &c.mentions)
            .map(|m| m.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn whom_a_pronoun_goes_on_from_is_a_person() {
        assert_eq!(
            persons("Orlaith wants to get her doctorate. Orlaith is 30.", "Orlaith", 0.4),
            ["Orlaith", "her", "Orlaith"]
        );
        assert_eq!(persons("Orlaith is lovely in spring. It rains a lot.", "Orlaith", 0.4), [""; 0]);
    }

    #[test]
    fn an_unlikely_name_must_be_near_and_a_known_one_agree() {
        assert_eq!(persons("Orlaith is a place with a harbour, where she lives.", "Orlaith", 0.1), [""; 0]);
        assert_eq!(persons("Orlaith, she says, is lovely.", "Orlaith", 0.1), ["Orlaith", "she"]);
        assert_eq!(persons("Maria lost his wallet.", "Maria", 0.4), [""; 0]);
    }
}
