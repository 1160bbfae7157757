//! Diseases, which no entity type covers: "Lyme disease", "she caught Covid".

use super::changes::{Change, word, word_before};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, ADDRESS, PERSONAL_TITLE};
use std::collections::HashSet;

/// Nouns behind the name of a disease.
const NOUNS: &[&str] = &[
    "disease", "disorder", "fever", "flu", "infection", "infections", "influenza", "jab", "jabs", "lymphoma",
    "outbreak", "palsy", "pandemic", "poisoning", "strain", "symptoms", "syndrome", "vaccine", "vaccines", "variant",
    "virus",
];
/// Names that most readers know as diseases.
const KNOWN: &[&str] = &[
    "AIDS", "Alzheimer", "Covid", "COVID", "Covid-19", "COVID-19", "Crohn", "Ebola", "HIV", "Listeria", "Long Covid",
    "Legionnaires", "Lyme", "MERS", "MRSA", "Mpox", "Norovirus", "Omicron", "Parkinson", "SARS", "Salmonella", "Zika",
];
/// Whether most readers know this word as a disease.
pub fn is_known(word: &str) -> bool {
    KNOWN.contains(&word)
}

/// Words before the name of a disease.
const BEFORE: &[&[&str]] = &[
    &["positive", "for"],
    &["diagnosed", "with"],
    &["infected", "with"],
    &["vaccinated", "against"],
    &["immunised", "against"],
    &["outbreak", "of"],
    &["outbreaks", "of"],
    &["symptoms", "of"],
    &["strain", "of"],
    &["strains", "of"],
];

/// Verbs that take a disease, and also a thief.
const CATCHING: &[&str] = &["caught", "catch", "catches", "catching", "contracted", "contract", "contracting"];

/// Leaves out the entities that are diseases, and the other mentions of their names.
pub fn changes(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let candidates = || entities.iter().filter(|e| is_candidate(e));
    let mut named: HashSet<&str> = candidates().filter(|e| is_disease(layout, e)).map(|e| name(layout, e)).collect();
    // "Ebola and Marburg": what is joined to a disease is one.
    for pair in
        entities.windows(2).filter(|pair| pair.iter().all(is_candidate) && are_joined(layout, &pair[0], &pair[1]))
    {
        let [one, other] = [name(layout, &pair[0]), name(layout, &pair[1])];
        if named.contains(one) && KNOWN.contains(&one) {
            named.insert(other);
        } else if named.contains(other) && KNOWN.contains(&other) {
            named.insert(one);
        }
    }
    if named.is_empty() {
        return Vec::new();
    }
    candidates()
        .filter(|e| named.contains(name(layout, e)))
        .map(|e| Change { tokens: e.tokens.clone(), kind: None })
        .collect()
}

fn is_candidate(entity: &Entity) -> bool {
    use EntityType::{Event, Fac, Gpe, Loc, Norp, Org, Person, Product};
    matches!(entity.kind, Person | Org | Gpe | Loc | Norp | Fac | Product | Event) && entity.tokens.len() <= 4
}

/// "Ebola and Marburg", "SARS, MERS".
fn are_joined(layout: &Layout, one: &Entity, other: &Entity) -> bool {
    let single = one.tokens.len() == 1 && other.tokens.len() == 1;
    single && other.tokens.start == one.tokens.end + 1 && matches!(word(layout, one.tokens.end), "and" | "or" | ",")
}

fn name<'t>(layout: &Layout<'t>, entity: &Entity) -> &'t str {
    entity.span.of(layout.text)
}

fn is_disease(layout: &Layout, entity: &Entity) -> bool {
    let mut next = entity.tokens.end;
    let stem = name(layout, entity);
    // "Mr Parkinson" is no disease.
    let before = word_before(layout, entity.tokens.start).trim_end_matches('.').to_lowercase();
    let known = KNOWN.contains(&stem) && lexicon::flags(&before) & (ADDRESS | PERSONAL_TITLE) == 0;
    if word(layout, next) == "'s" || word(layout, next) == "’s" {
        next += 1;
    }
    // "The China virus" and "Chinese flu" name their place.
    let place = matches!(entity.kind, EntityType::Gpe | EntityType::Norp);
    let noun = NOUNS.contains(&word(layout, next));
    let behind = BEFORE.iter().any(|words| {
        let mut token = entity.tokens.start;
        words.iter().rev().all(|expected| {
            let found = word_before(layout, token) == *expected;
            token = token.saturating_sub(1);
            found
        })
    });
    let caught = CATCHING.contains(&word_before(layout, entity.tokens.start)) && entity.kind != EntityType::Person;
    known || (noun && !place) || ((behind || caught) && entity.tokens.len() == 1 && entity.kind != EntityType::Norp)
}

#[cfg(test)]
mod tests {
    use super::super::changes::testing::check;
    use super::*;
    use EntityType::{Gpe, Org, Person};

    #[test]
    fn diseases_are_no_entities() {
        check(
            changes,
            "He caught Tarbe in Oslo. Tarbe kills.",
            &[("Tarbe", Org), ("Oslo", Gpe), ("Tarbe", Person)],
            &[("Oslo", Gpe)],
        );
        check(changes, "the Halden virus", &[("Halden", Person)], &[]);
        check(changes, "Marsh’s disease is rare", &[("Marsh", Person)], &[]);
        check(changes, "MRSA was found", &[("MRSA", Org)], &[]);
        check(changes, "Ebola and Halden spread", &[("Ebola", Person), ("Halden", Gpe)], &[]);
    }

    #[test]
    fn other_names_stay() {
        for (text, model) in [
            ("Police caught Marsh", vec![("Marsh", Person)]),
            ("She was tested in Oslo", vec![("Oslo", Gpe)]),
            ("the Halden vote", vec![("Halden", Person)]),
            ("the Covid Inquiry", vec![("Covid Inquiry", Org)]),
            ("the China virus", vec![("China", Gpe)]),
            ("Then Mr Parkinson left", vec![("Parkinson", Person)]),
        ] {
            check(changes, text, &model, &model);
        }
    }
}
