//! Groups the names of a text: one chain for each person and for each place, organisation or other thing.

use super::gender::Gender;
use super::name_words::words;
use super::non_person_names::NonPersonName;
use super::person_name::{Called, PersonName};
use super::titles::Title;
use super::{Chain, Mention, MentionKind, non_person_names, persons};
use crate::entities::{Entity, EntityType};
use crate::lexicon::{PERSON, POSSESSIVE};
use crate::syntax::TokenView;
use crate::text::sort_by_numbers;

/// How many words before a person's name may be a form of address.
const BEFORE: usize = 1;

/// The chains in the order of their first mention, with names only, and the gender that the names suggest.
pub fn chains(view: &TokenView, titles: &[Title]) -> (Vec<Chain>, Vec<Gender>) {
    let (layout, entities) = (view.layout, view.entities);
    let (mut person_of, mut person_names) = (Vec::new(), Vec::new());
    let (mut other_of, mut other_names) = (Vec::new(), Vec::new());
    for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_name()) {
        let words = words(entity.span.of(layout.text));
        if entity.kind == EntityType::Person {
            person_of.push(index);
            let mut name = PersonName::parse(&words, &before(view, entity));
            name.called = called(view, titles, index);
            person_names.push(name);
        } else {
            other_of.push(index);
            other_names.push(NonPersonName { words, kind: entity.kind });
        }
    }
    let groups = persons::group(&person_names);
    let persons = groups.iter().max().map_or(0, |&last| last + 1);
    let mut members: Vec<(usize, usize)> = groups.into_iter().zip(person_of.iter().copied()).collect();
    members.extend(non_person_names::group(&other_names).into_iter().map(|g| persons + g).zip(other_of));
    // Back in the order of the text, so that chains are numbered by their first mention.
    sort_by_numbers(&mut members, |&(_, entity)| (entities[entity].span.start, entities[entity].span.end));
    let groups = persons::renumbered(members.iter().map(|&(group, _)| group).collect());
    let (mut out, mut genders): (Vec<Chain>, Vec<Gender>) = Default::default();
    // The gender of the given name of the longest name counts once, however often the name is repeated.
    let mut given: Vec<(Gender, usize)> = Vec::new();
    for (group, (_, entity)) in groups.into_iter().zip(members) {
        if group == out.len() {
            genders.push(Gender::UNKNOWN);
            given.push((Gender::UNKNOWN, 0));
            out.push(Chain::new(entities[entity].kind, Vec::new()));
        }
        if let Ok(place) = person_of.binary_search(&entity) {
            let name = &person_names[place];
            genders[group].add(name.said);
            let given = &mut given[group];
            if given.1 < name.words.len() {
                *given = (name.given, name.words.len());
            }
        }
        out[group].mentions.push(Mention {
            span: entities[entity].span,
            kind: MentionKind::Name,
            entity: Some(entity),
        });
    }
    for (gender, (given, _)) in genders.iter_mut().zip(given) {
        gender.add(given);
    }
    (out, genders)
}

/// What the titles beside this entity call the person. `titles` are in the order of the entities.
fn called(view: &TokenView, titles: &[Title], entity: usize) -> Called {
    let beside = &titles[titles.partition_point(|title| title.entity < entity)..];
    let mut called = Called::default();
    for title in beside.iter().take_while(|title| title.entity == entity) {
        let phrase = &title.phrase;
        let possessed = phrase.determiner.is_some_and(|d| view.has(d, POSSESSIVE) || view.is_possessive_mark(d));
        called.relative |= title.tokens.is_none() && possessed && view.has(phrase.head, PERSON);
        if title.tokens.is_some() {
            called.role.get_or_insert_with(|| view.plain(phrase.head));
        }
    }
    called
}

/// The words before an entity in its sentence, the nearest first, in lower case without full stops.
fn before(view: &TokenView, entity: &Entity) -> Vec<String> {
    let first = entity.tokens.start;
    let from = view.sentence_tokens(first).start.max(first.saturating_sub(BEFORE));
    (from..first).rev().map(|token| view.plain(token)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::titles;
    use super::*;
    use crate::syntax::testing::with_view;

    /// The chains' types and names, and their genders.
    fn found(marked: &str) -> Vec<(EntityType, Vec<String>, i32)> {
        with_view(marked, |view| {
            let (chains, genders) = chains(view, &titles::find(view));
            assert_eq!(chains.len(), genders.len());
            let names = |chain: &Chain| chain.mentions.iter().map(|m| m.span.of(view.layout.text).to_owned()).collect();
            chains.iter().zip(genders).map(|(chain, gender)| (chain.kind, names(chain), gender.0)).collect()
        })
    }

    fn names(marked: &str) -> Vec<Vec<String>> {
        found(marked).into_iter().map(|(_, names, _)| names).collect()
    }

    fn gender(marked: &str) -> i32 {
        let found = found(marked);
        assert_eq!(found.len(), 1, "{marked}");
        found[0].2
    }

    #[test]
    fn people_and_other_things_of_one_name_are_apart_and_in_the_order_of_the_text() {
        assert_eq!(
            names(
                "{ORG Halden} paid {PERSON Halden}. {GPE Varde} and {PERSON Ada Halden} and {ORG Halden Steel} slept."
            ),
            [vec!["Halden", "Halden Steel"], vec!["Halden", "Ada Halden"], vec!["Varde"]]
        );
    }

    #[test]
    fn the_type_is_that_of_the_first_mention_and_times_have_no_chain() {
        let found = found("{GPE Varde} slept on {DATE Monday}. {ORG Varde} woke.");
        assert_eq!(found, [(EntityType::Gpe, vec!["Varde".to_owned(), "Varde".to_owned()], 0)]);
    }

    #[test]
    fn every_form_of_address_counts_for_the_gender_and_the_given_name_once() {
        let [one, two] =
            [gender("Mrs. {PERSON Lindqvist} slept."), gender("Mrs. {PERSON Lindqvist} and Mrs. {PERSON Lindqvist}.")];
        assert!(one > 0 && two == 2 * one);
        let given = gender("{PERSON Maria Lindqvist} slept.");
        assert!(given > 0);
        assert_eq!(
            gender("{PERSON Maria Lindqvist} and {PERSON Maria Lindqvist} and {PERSON Lindqvist} slept."),
            given
        );
        // The longest name decides.
        assert_eq!(gender("{PERSON Maria} slept. {PERSON Maria Lindqvist} woke."), given);
        assert_eq!(gender("{PERSON Maria Lindqvist} slept. {PERSON Maria} woke."), given);
        assert!(gender("Mr. {PERSON Lindqvist} slept.") < 0);
    }

    #[test]
    fn a_form_of_address_stands_right_before_the_name_in_its_sentence() {
        for marked in
            ["Mrs\n\n{PERSON Lindqvist} slept.", "Mrs. and {PERSON Lindqvist} slept.", "{PERSON Lindqvist} slept."]
        {
            assert_eq!(gender(marked), 0, "{marked}");
        }
    }
}
