//! Ages: "Piet Marais, 71, has farmed here" speaks of a person, and so does every longer name with this surname.

use super::super::changes::word;
use super::{Clue, without_article};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon;
use crate::text::folded;
use std::collections::HashSet;

/// A name with more words is no person's.
const LONGEST: usize = 4;

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    let named = |entity: &&Entity| {
        let mut words = entity.tokens.clone().map(|token| layout.word(token));
        entity.kind.is_name()
            && entity.tokens.len() <= LONGEST
            && without_article(layout, &entity.tokens) == entity.tokens
            && words.all(|word| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase))
    };
    let aged: Vec<&Entity> =
        entities.iter().filter(named).filter(|entity| has_age(layout, entity.tokens.end)).collect();
    let surnames: HashSet<&str> = aged.iter().map(|entity| layout.word(entity.tokens.end - 1)).collect();
    let is_full_name = |entity: &&Entity| {
        entity.tokens.len() > 1
            && surnames.contains(layout.word(entity.tokens.end - 1))
            && lexicon::sex_of_given_name(&folded(layout.word(entity.tokens.start))).is_some()
    };
    let full = entities.iter().filter(named).filter(is_full_name).filter(|entity| !has_age(layout, entity.tokens.end));
    let people = aged.iter().copied().chain(full).filter(|entity| entity.kind != EntityType::Person);
    out.extend(people.map(|entity| Clue { here: true, ..Clue::new(entity.tokens.clone(), EntityType::Person) }));
}

/// Whether an age between commas begins here: ", 71,".
fn has_age(layout: &Layout, comma: usize) -> bool {
    let years = word(layout, comma + 1).parse().unwrap_or(0);
    word(layout, comma) == "," && (15..110).contains(&years) && matches!(word(layout, comma + 2), "," | ".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use crate::tokens::token_at;

    /// The names that are people, of entities of type LOC.
    fn people(text: &str, names: &[&str]) -> Vec<String> {
        let layout = Layout::of(text);
        let entity = |name: &&str| {
            let start = text.find(name).expect("the name");
            let span = Span::new(start, start + name.len());
            let tokens = token_at(&layout.tokens, start)..token_at(&layout.tokens, span.end - 1) + 1;
            Entity { span, tokens, kind: EntityType::Loc, confidence: 1.0 }
        };
        let mut out = Vec::new();
        clues(&layout, &names.iter().map(entity).collect::<Vec<_>>(), &mut out);
        let words = |clue: &Clue| layout.text[layout.tokens[clue.tokens.start].span.start..].split([',', '.']).next();
        out.iter().filter_map(words).map(str::to_owned).collect()
    }

    #[test]
    fn a_name_with_an_age_is_a_person() {
        assert_eq!(people("Piet Marais, 71, farms.", &["Piet Marais"]), ["Piet Marais"]);
        assert_eq!(people("They met Piet Marais, 71.", &["Piet Marais"]), ["Piet Marais"]);
        assert_eq!(people("Lane, 30, ran. Then Rose Lane sat.", &["Lane", "Rose Lane"]), ["Lane", "Rose Lane sat"]);
        for none in ["Piet Marais, 71 miles off, farms.", "Piet Marais, 3, farms.", "Piet Marais, 1984, farms."] {
            assert!(people(none, &["Piet Marais"]).is_empty(), "{none}");
        }
    }
}
