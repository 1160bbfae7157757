//! What is done with firms and agencies: shares of them are owned, and they lay people off.

use super::super::changes::{in_one_paragraph, is_capitalised, word};
use super::Clue;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use std::collections::HashSet;

/// A model that is more certain knows the name.
const CERTAIN: f32 = 0.9;
const OWNING: &[&str] = &[
    "acquire", "acquired", "bought", "buy", "buys", "controls", "control", "held", "hold", "holds", "own", "owned",
    "owning", "owns", "sell", "sells", "sold",
];
const RUNNING: &[&str] = &["builds", "employs", "makes", "operates", "owns", "produces", "runs", "sells", "serves"];
const OF_A_FIRM: &[&str] =
    &["shareholders", "investors", "subsidiary", "subsidiaries", "headquarters", "takeover", "bankruptcy", "flotation"];

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    let active = active(layout);
    for entity in entities.iter().filter(|e| e.tokens.len() == 1) {
        let vague =
            entity.kind == EntityType::Person || (entity.kind == EntityType::Gpe && entity.confidence < CERTAIN);
        if vague && (is_firm(layout, entity) || active.contains(layout.word(entity.tokens.start))) {
            out.push(Clue::new(entity.tokens.clone(), EntityType::Org));
        }
    }
}

fn is_firm(layout: &Layout, entity: &Entity) -> bool {
    let (start, end) = (entity.tokens.start, entity.tokens.end);
    if !in_one_paragraph(layout, start.saturating_sub(1), start) {
        return false;
    }
    let before = |distance: usize| start.checked_sub(distance).map_or("", |t| word(layout, t));
    let in_it = before(1) == "in" && matches!(before(2), "stake" | "stakes" | "shares");
    let owned = before(1) == "of"
        && matches!(before(2), "percent" | "cent" | "%" | "shares" | "half")
        && (3..9).any(|distance| OWNING.contains(&before(distance)));
    let dismisses = (word(layout, end) == "laid" || word(layout, end) == "lays") && word(layout, end + 1) == "off";
    let possessed = matches!(word(layout, end), "'s" | "’s") && OF_A_FIRM.contains(&word(layout, end + 1));
    let shares = word(layout, end) == "shares"
        && matches!(word(layout, end + 1), "fell" | "rose" | "dropped" | "jumped" | "slid");
    let served = before(1) == "of"
        && matches!(before(2), "customers" | "employees" | "rivals" | "shareholders" | "subscribers" | "subsidiary");
    // "the chief executive of Velloro"
    let led = before(1) == "of"
        && (matches!(before(2), "CEO" | "shareholders")
            || (matches!(before(2), "executive" | "officer")
                && matches!(before(3), "chief" | "executive" | "operating"))
            || (before(2) == "director" && before(3) == "managing"));
    let announces = announces(layout, end);
    let spoken_for = before(1) == "for"
        && matches!(before(2), "spokesman" | "spokeswoman" | "spokesperson")
        && entity.kind == EntityType::Gpe;
    let works = matches!(
        word(layout, end),
        "customers"
            | "employees"
            | "engineers"
            | "executives"
            | "flights"
            | "shareholders"
            | "stores"
            | "subscribers"
            | "users"
    );
    served
        || led
        || (announces && entity.kind == EntityType::Person)
        || spoken_for
        || (works && entity.kind == EntityType::Person)
        || in_it
        || owned
        || dismisses
        || possessed
        || shares
}

/// "Kaspiron said that it would cut 900 jobs": what firms announce of themselves.
fn announces(layout: &Layout, verb: usize) -> bool {
    const REACH: usize = 10;
    const DOING: &[&str] = &[
        "acquire", "appeal", "close", "cut", "expand", "hire", "launch", "lay", "list", "open", "recall", "sell",
        "shut",
    ];
    matches!(word(layout, verb), "said" | "says" | "announced")
        && (verb + 1..verb + REACH).take_while(|&t| !matches!(word(layout, t), "." | "“" | "\"")).any(|t| {
            word(layout, t) == "it"
                && matches!(word(layout, t + 1), "would" | "will" | "plans" | "planned")
                && (DOING.contains(&word(layout, t + 2)) || DOING.contains(&word(layout, t + 3)))
        })
}

/// Firms that speak in statements and run things, each in a sentence of its own. People do one of them more often.
fn active<'t>(layout: &Layout<'t>) -> HashSet<&'t str> {
    let next = |t: usize, distance: usize| word(layout, t + distance);
    let states = |&t: &usize| {
        matches!(next(t, 1), "said" | "says") && next(t, 2) == "in" && next(t, 3) == "a" && next(t, 4) == "statement"
    };
    let runs = |&t: &usize| {
        RUNNING.contains(&next(t, 1))
            && (matches!(next(t, 2), "the" | "a" | "an" | "its")
                || next(t, 2).starts_with(|c: char| c.is_ascii_digit()))
    };
    let names = || (0..layout.tokens.len()).filter(|&t| is_capitalised(layout, t));
    let running: HashSet<&str> = names().filter(runs).map(|t| layout.word(t)).collect();
    names().filter(states).map(|t| layout.word(t)).filter(|name| running.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::changes::testing::check;
    use super::super::changes;
    use super::*;
    use EntityType::{Gpe, Org, Person};

    #[test]
    fn firms() {
        for (text, name, found) in [
            ("The state owns 60 percent of Petrovia.", "Petrovia", Gpe),
            ("She sold her stake in Petrovia.", "Petrovia", Person),
            ("Osterra laid off 300 people.", "Osterra", Person),
            ("Osterra’s shareholders met.", "Osterra", Person),
            ("Kaspiron said on Tuesday that it would cut 900 jobs.", "Kaspiron", Person),
            ("She is chief executive of Velloro now.", "Velloro", Gpe),
        ] {
            check(changes, text, &[(name, found)], &[(name, Org)]);
        }
        check(
            changes,
            "It is safe, Kosmavia said in a statement. Kosmavia runs the site.",
            &[("Kosmavia", Person), ("Kosmavia", Person)],
            &[("Kosmavia", Org), ("Kosmavia", Org)],
        );
        for (text, name, found) in [
            ("It is safe, Kosmavia said in a statement.", "Kosmavia", Person),
            ("Kosmavia runs the site.", "Kosmavia", Person),
            ("Rain fell on 60 percent of Petrovia.", "Petrovia", Gpe),
            ("She has faith in Petrovia.", "Petrovia", Person),
            ("Petrov said it would rain.", "Petrov", Person),
            ("Osterra’s brother met him.", "Osterra", Person),
        ] {
            check(changes, text, &[(name, found)], &[(name, found)]);
        }
    }
}
