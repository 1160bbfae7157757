//! Recovers people whom the tagger missed: a name that it nearly took for a person's is one if *he* or *she* refers
//! back to it, as in "Emory wants to get his doctorate".

use super::pronoun_query::PronounQuery;
use super::ranker::choose;
use super::{Chain, gender, name_words, resolve, resolve_with};
use crate::entities::Entity;
use crate::layout::Layout;
use crate::text::{Span, sort_by_numbers};
use crate::tokens::token_at;
use std::collections::HashSet;

/// How many tokens before the pronoun such a name may stand; how many if the tagger finds a person unlikely; and the
/// probability that is likely enough for the larger distance.
const FAR: usize = 60;
const NEAR: usize = 3;
const LIKELY: f32 = 0.25;

/// The chains over the entities and over those names of low confidence that turn out to be people. Returns the
/// entities with these people in place of what they were.
pub fn resolve_and_recover_persons(
    layout: &Layout,
    entities: Vec<Entity>,
    low_confidence: &[Entity],
) -> (Vec<Entity>, Vec<Chain>) {
    let mut persons = HashSet::new();
    let chains = resolve_with(layout, &entities, &mut |query| {
        let choice = choose(query);
        persons.extend(
            choice.and_then(|choice| meant(layout, low_confidence, query, choice)).map(|name| name.of(layout.text)),
        );
        choice
    });
    if persons.is_empty() {
        return (entities, chains);
    }
    let found: Vec<&Entity> =
        low_confidence.iter().filter(|name| persons.contains(name.span.of(layout.text))).collect();
    let replaced: HashSet<Span> = found.iter().map(|name| name.span).collect();
    let mut entities: Vec<Entity> = entities
        .into_iter()
        .filter(|entity| !replaced.contains(&entity.span))
        .chain(found.into_iter().cloned())
        .collect();
    sort_by_numbers(&mut entities, |entity| (entity.span.start, 0));
    let chains = resolve(layout, &entities);
    (entities, chains)
}

/// The last name of low confidence before a pronoun, if the ranker chose nobody for that pronoun, or somebody without
/// a name who is not mentioned after it.
fn meant(layout: &Layout, low_confidence: &[Entity], query: &PronounQuery, choice: usize) -> Option<Span> {
    let chosen = &query.antecedents[choice];
    let name =
        &low_confidence[low_confidence.partition_point(|name| name.span.end <= query.pronoun.start).checked_sub(1)?];
    if chosen.chain.is_some() || chosen.phrase.is_some_and(|phrase| phrase.end > name.span.start) {
        return None;
    }
    let said = gender::of_pronoun(query.pronoun.of(layout.text));
    let bare = name_words::joined(&name_words::words(name.span.of(layout.text)));
    let distance = token_at(&layout.tokens, query.pronoun.start).saturating_sub(name.tokens.end);
    let near = distance < if name.confidence >= LIKELY { FAR } else { NEAR };
    (near && gender::of_given_name(&bare).agrees(said)).then_some(name.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType;

    /// The mentions of people found in a text in which this word may be a name.
    fn persons(text: &str, word: &str, confidence: f32) -> Vec<String> {
        let layout = Layout::of(text);
        let name = |(start, _)| {
            let token = token_at(&layout.tokens, start);
            Entity { span: layout.tokens[token].span, tokens: token..token + 1, kind: EntityType::Person, confidence }
        };
        let low_confidence: Vec<Entity> = text.match_indices(word).map(name).collect();
        let place = low_confidence.iter().map(|name| Entity { kind: EntityType::Gpe, ..name.clone() }).collect();
        let (entities, chains) = resolve_and_recover_persons(&layout, place, &low_confidence);
        assert_eq!(entities.len(), low_confidence.len());
        chains
            .iter()
            .filter(|c| c.kind == EntityType::Person)
            .flat_map(|c| &c.mentions)
            .map(|m| m.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn a_name_that_a_pronoun_refers_back_to_is_a_person() {
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
