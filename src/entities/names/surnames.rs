//! Surnames that the model takes for a season, or overlooks, although the text has the full name.

use super::changes::{Change, is_capitalised, opens_sentence, word, word_before};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, AUXILIARY, DETERMINER, MODIFIER, PREPOSITION, REPORTING, VERB};
use std::collections::HashSet;

pub fn changes(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let surnames = surnames(layout, entities);
    if surnames.is_empty() {
        return Vec::new();
    }
    let of_the_calendar = entities
        .iter()
        .filter(|entity| surnames.contains(layout.word(entity.tokens.start)) && is_bare_calendar_word(layout, entity));
    let mut out: Vec<Change> =
        of_the_calendar.map(|entity| Change::to(entity.tokens.clone(), EntityType::Person)).collect();
    out.extend(overlooked(layout, entities, &surnames));
    out
}

/// The last words of the names of people that have several.
fn surnames<'t>(layout: &Layout<'t>, entities: &[Entity]) -> HashSet<&'t str> {
    let people = entities.iter().filter(|e| e.kind == EntityType::Person && e.tokens.len() > 1);
    people.map(|e| layout.word(e.tokens.end - 1)).filter(|word| word.len() > 2).collect()
}

/// "Winter declined", if a Dr Winter is in the text, and not "in Winter".
fn is_bare_calendar_word(layout: &Layout, entity: &Entity) -> bool {
    let before = word_before(layout, entity.tokens.start);
    let verb = word(layout, entity.tokens.end);
    entity.kind == EntityType::Date
        && entity.tokens.len() == 1
        && is_capitalised(layout, entity.tokens.start)
        && (verb.ends_with("ed") || lexicon::flags(verb) & (VERB | REPORTING | AUXILIARY) != 0)
        && lexicon::flags(&before.to_lowercase()) & (PREPOSITION | DETERMINER | MODIFIER) == 0
}

/// A surname that the model overlooked inside a sentence: "spoke to Rhodes’ son".
fn overlooked(layout: &Layout, entities: &[Entity], surnames: &HashSet<&str>) -> Vec<Change> {
    let mut known = entities.iter().peekable();
    let mut out = Vec::new();
    for token in 0..layout.tokens.len() {
        while known.next_if(|e| e.tokens.end <= token).is_some() {}
        let free = known.peek().is_none_or(|e| e.tokens.start > token);
        if !free || !surnames.contains(layout.word(token)) || !layout.tokens[token].is_word() {
            continue;
        }
        let text = layout.word(token);
        let name = is_capitalised(layout, token) && text.contains(char::is_lowercase);
        let alone = !token.checked_sub(1).is_some_and(|t| is_capitalised(layout, t) && layout.tokens[token].spaced)
            && !is_capitalised(layout, token + 1);
        // At the beginning of a sentence only the verb of a person shows it: "Sow says".
        let verb = lexicon::flags(word(layout, token + 1)) & (REPORTING | AUXILIARY) != 0;
        let common = (opens_sentence(layout, token) && !verb) || lexicon::flags(&text.to_lowercase()) != 0;
        if name && alone && !common && layout.tokens[token].spaced {
            out.push(Change::to(token..token + 1, EntityType::Person));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::changes::testing::check;
    use super::*;
    use EntityType::{Date, Person};

    #[test]
    fn a_surname_of_the_calendar() {
        let model = [("Ann Winter", Person), ("Winter", Date)];
        check(
            changes,
            "Ann Winter left. Winter declined to talk.",
            &model,
            &[("Ann Winter", Person), ("Winter", Person)],
        );
        check(changes, "Ann Winter left. In Winter it snows.", &model, &model);
    }

    #[test]
    fn a_surname_inside_a_sentence() {
        let found = [("Nico Rhodes", Person), ("Rhodes", Person)];
        check(changes, "Nico Rhodes fell. They met Rhodes’ son.", &[("Nico Rhodes", Person)], &found);
        check(
            changes,
            "Nico Rhodes fell. They met Bob Rhodes.",
            &[("Nico Rhodes", Person)],
            &[("Nico Rhodes", Person)],
        );
    }
}
