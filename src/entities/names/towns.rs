//! Towns with hyphens in their names, and the abbreviations of the states of the US behind a town.

use super::changes::{Change, in_one_paragraph, is_capitalised, word, word_before};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, PERSON, PREPOSITION, ROLE};
use crate::text::chars::is_hyphen;
use core::ops::Range;

/// Small words inside the names of towns.
const INSIDE: &[&str] = &[
    "am", "au", "aux", "by", "d'", "de", "del", "der", "des", "du", "en", "im", "in", "la", "le", "les", "next", "on",
    "ob", "sous", "super", "sur", "the", "under", "upon",
];
/// The postal abbreviations.
const STATES: &[&str] = &[
    "AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA",
    "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR",
    "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY",
];

pub fn changes(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let mut out = hyphenated(layout, entities);
    out.extend(states(layout, entities));
    out.extend(entities.iter().filter_map(|entity| of_party(layout, entity)));
    out
}

/// "(R-[Utah])", "D-[Calif.]": the party and the state of a member of Congress.
fn of_party(layout: &Layout, entity: &Entity) -> Option<Change> {
    let start = entity.tokens.start;
    let party = entity.tokens.len() == 3
        && matches!(layout.word(start), "D" | "I" | "R")
        && layout.word(start + 1) == "-"
        && !layout.tokens[start + 1].spaced
        && is_capitalised(layout, start + 2);
    party.then(|| Change::to(start + 2..start + 3, EntityType::Gpe))
}

/// "Stoke-on-Trent", of which the model saw a part at least.
fn hyphenated(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let mut out = Vec::new();
    let mut token = 0;
    while token < layout.tokens.len() {
        let Some(tokens) = town_at(layout, token) else {
            token += 1;
            continue;
        };
        token = tokens.end;
        let from = entities.partition_point(|e| e.tokens.end <= tokens.start);
        let touching = entities[from..].iter().take_while(|e| e.tokens.start < tokens.end);
        let inside = |e: &Entity| e.tokens.start >= tokens.start && e.tokens.end <= tokens.end && e.kind.is_name();
        if touching.clone().next().is_some() && touching.clone().all(inside) {
            let whole = touching.clone().any(|e| e.tokens == tokens && e.kind == EntityType::Gpe);
            if !whole {
                out.push(Change::to(tokens, EntityType::Gpe));
            }
        }
    }
    out
}

/// The tokens of a hyphenated town that begins here: a capitalised word, small words, a capitalised word.
fn town_at(layout: &Layout, start: usize) -> Option<Range<usize>> {
    let hyphen = |token: usize| {
        layout.tokens.get(token).is_some_and(|t| !t.spaced) && word(layout, token).chars().all(is_hyphen)
    };
    let tight = |token: usize| layout.tokens.get(token).is_some_and(|t| !t.spaced);
    let head = layout.word(start);
    let role = lexicon::flags(&head.to_lowercase()) & (ROLE | PERSON) != 0;
    if !is_capitalised(layout, start) || role || (start > 0 && hyphen(start - 1)) {
        return None;
    }
    let mut end = start + 1;
    let mut small = 0;
    let mut town = None;
    while hyphen(end) && tight(end + 1) {
        if is_capitalised(layout, end + 1) {
            town = (small > 0).then_some(start..end + 2);
        } else if INSIDE.contains(&word(layout, end + 1)) {
            small += 1;
        } else {
            return None;
        }
        end += 2;
    }
    town.filter(|town| town.end == end)
}

/// The town and the state of "Hope, AR".
fn states(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let mut out = Vec::new();
    for comma in 1..layout.tokens.len().saturating_sub(1) {
        let state = comma + 1;
        if layout.word(comma) != ","
            || !STATES.contains(&layout.word(state))
            || !in_one_paragraph(layout, comma - 1, state)
        {
            continue;
        }
        let after = word(layout, state + 1);
        let ends = after.is_empty()
            || !in_one_paragraph(layout, state, state + 1)
            || matches!(after, "," | "." | ";" | ")" | ":" | "–" | "—" | "?" | "!" | "'s" | "’s")
            || after.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        if let Some(town) = town_before(layout, entities, comma).filter(|_| ends) {
            out.push(Change::to(town, EntityType::Gpe));
            out.push(Change::to(state..state + 1, EntityType::Gpe));
        }
    }
    out
}

/// The town before the comma: a name that is not that of a person with a degree ("Ann Lee, MD"), or a capitalised word
/// behind a preposition ("to Hope").
fn town_before(layout: &Layout, entities: &[Entity], comma: usize) -> Option<Range<usize>> {
    let index = entities.partition_point(|e| e.tokens.end < comma);
    if let Some(whole) = entities.get(index).filter(|e| e.tokens.start <= comma && e.tokens.end > comma) {
        let town_and_state = whole.kind == EntityType::Gpe && whole.tokens.end == comma + 2;
        return (town_and_state && word(layout, comma + 1) != "DC").then_some(whole.tokens.start..comma);
    }
    let named = entities.get(index).filter(|e| e.tokens.end == comma && e.kind.is_name());
    match named {
        Some(entity) if matches!(entity.kind, EntityType::Gpe | EntityType::Loc) => Some(entity.tokens.clone()),
        Some(entity) if entity.tokens.len() > 1 && entity.kind == EntityType::Person => None,
        _ => {
            let start = named.map_or(comma - 1, |e| e.tokens.start);
            let before = word_before(layout, start).to_lowercase();
            let place = lexicon::flags(&before) & PREPOSITION != 0 || (before == "and" && named.is_some());
            (place && is_capitalised(layout, start)).then_some(start..comma)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::changes::testing::check;
    use super::*;
    use EntityType::{Gpe, Org, Person};

    #[test]
    fn hyphenated_towns() {
        check(changes, "in Stoke-on-Trent today", &[("Trent", Person)], &[("Stoke-on-Trent", Gpe)]);
        check(changes, "in Stratford-upon-Avon", &[("Stratford", Gpe), ("Avon", Gpe)], &[("Stratford-upon-Avon", Gpe)]);
        check(changes, "in Aix-de-la-Varde", &[("Varde", Gpe)], &[("Aix-de-la-Varde", Gpe)]);
    }

    #[test]
    fn other_hyphens() {
        for (text, model) in [
            ("the Oslo-to-Bergen train", vec![("Oslo", Gpe), ("Bergen", Gpe)]),
            ("the Editor-in-Chief", vec![("Chief", Person)]),
            ("an Israel-Lebanon deal", vec![("Israel", Gpe), ("Lebanon", Gpe)]),
            ("the Stoke-on-Trent Hospital Trust", vec![("Stoke-on-Trent Hospital Trust", Org)]),
            ("a Man-in-Black look", vec![]),
        ] {
            check(changes, text, &model, &model);
        }
    }

    #[test]
    fn towns_and_their_states() {
        check(
            changes,
            "from Salem, OR to Hope, AR.",
            &[("Salem", Gpe), ("AR", Person)],
            &[("Salem", Gpe), ("OR", Gpe), ("Hope", Gpe), ("AR", Gpe)],
        );
        check(changes, "and Orange, CA came", &[("Orange", Org), ("CA", Org)], &[("Orange", Gpe), ("CA", Gpe)]);
        check(changes, "Bo Li (R-Utah) left", &[("R-Utah", Gpe)], &[("Utah", Gpe)]);
        check(changes, "in Salem, OR today", &[("Salem, OR", Gpe)], &[("Salem", Gpe), ("OR", Gpe)]);
        for (text, model) in [
            ("Ann Lee, MD, came", vec![("Ann Lee", Person)]),
            ("in Washington, DC today", vec![("Washington, DC", Gpe)]),
            ("Fine, OK.", vec![]),
            ("in Salem, OR Books said", vec![("Salem", Gpe)]),
        ] {
            check(changes, text, &model, &model);
        }
    }
}
