//! Surnames that look like verbs of speech: "Farid Said said", "Edda Read argued". The model takes them for the verb.

use super::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, ADDRESS, Verb};
use crate::text::chars::is_terminal;
use std::collections::BTreeSet;

/// The entities, in order, with such surnames.
pub fn completed(layout: &Layout, mut entities: Vec<Entity>) -> Vec<Entity> {
    let verbs: Vec<usize> = (0..layout.tokens.len()).filter(|&t| is_capital_verb(layout, t)).collect();
    if verbs.is_empty() {
        return entities;
    }
    let mut surnames = BTreeSet::new();
    for &at in &verbs {
        let k = entities.partition_point(|e| e.tokens.end <= at);
        if let Some(entity) = entities.get(k).filter(|e| e.tokens.start <= at) {
            let (person, last) = (entity.kind == EntityType::Person, entity.tokens.end == at + 1);
            if person && last && entity.tokens.len() > 1 {
                surnames.insert(layout.word(at));
            }
            continue;
        }
        let before =
            k.checked_sub(1).filter(|&k| entities[k].tokens.end == at && entities[k].kind == EntityType::Person);
        if let Some(name) = before.filter(|_| is_in_sentence(layout, at)) {
            let Entity { tokens, kind, confidence, .. } = &entities[name];
            entities[name] = Entity::of(layout, tokens.start..at + 1, *kind, *confidence);
            surnames.insert(layout.word(at));
        } else if let Some(name) = entities.get(k).filter(|e| e.tokens.start == at + 1 && e.kind == EntityType::Person)
        {
            // "Said Amrani plays", and not "Said Amrani: …".
            let goes_on = layout.tokens.get(name.tokens.end).is_some_and(|t| {
                let word = t.text(layout.text);
                word.starts_with(char::is_lowercase) && lexicon::flags(word) & lexicon::PREPOSITION == 0
            });
            if goes_on {
                entities[k] = Entity::of(layout, at..name.tokens.end, name.kind, name.confidence);
            }
        }
    }
    for &at in &verbs {
        let k = entities.partition_point(|e| e.tokens.end <= at);
        let free = entities.get(k).is_none_or(|e| e.tokens.start > at);
        let known = surnames.contains(layout.word(at)) && is_in_sentence(layout, at);
        if free && (known || is_addressed(layout, at)) {
            /// Of a name that the model has not found.
            const CONFIDENCE: f32 = 0.7;
            entities.insert(k, Entity::of(layout, at..at + 1, EntityType::Person, CONFIDENCE));
        }
    }
    entities
}

/// A base form or an irregular past with a capital: *Said*, *Read*, but not *Says* or *Asked*.
fn is_capital_verb(layout: &Layout, token: usize) -> bool {
    let word = layout.word(token);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && !["s", "ed", "ing"].iter().any(|end| word.ends_with(end))
        && Verb::reporting(word).is_some()
}

/// The next word has a small letter, in a sentence that ends as one: in a headline every word may have a capital.
fn is_in_sentence(layout: &Layout, token: usize) -> bool {
    let k = layout.sentences.partition_point(|s| s.tokens.end <= token);
    let Some(sentence) = layout.sentences.get(k) else { return false };
    let next = layout.word((token + 1).min(layout.tokens.len() - 1));
    let ended = layout.word(sentence.tokens.end - 1).chars().any(is_terminal);
    ended && !next.starts_with(char::is_uppercase) && !next.starts_with([':', '“', '"'])
}

/// "Mr Said"
fn is_addressed(layout: &Layout, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let address = layout.word(before).trim_end_matches('.');
    address.starts_with(char::is_uppercase) && lexicon::flags(&address.to_lowercase()) & ADDRESS != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in a text of which the model has found the words in brackets.
    fn names(marked: &str) -> Vec<String> {
        let text = marked.replace(['[', ']'], "");
        let layout = Layout::of(&text);
        let mut found = Vec::new();
        let mut rest = marked;
        let mut at = 0;
        while let Some(open) = rest.find('[') {
            let close = rest.find(']').expect("a closing bracket");
            let (start, end) = (at + open, at + close - 1);
            let from = layout.tokens.partition_point(|t| t.span.end <= start);
            let to = layout.tokens.partition_point(|t| t.span.start < end);
            found.push(Entity::of(&layout, from..to, EntityType::Person, 0.9));
            (at, rest) = (end, &rest[close + 1..]);
        }
        completed(&layout, found).iter().map(|e| e.span.of(&text).to_owned()).collect()
    }

    #[test]
    fn a_verb_with_a_capital_behind_a_first_name_is_a_surname() {
        for (marked, expected) in [
            ("[Farid] Said said it was late. “Go,” Said added.", &["Farid Said", "Said"][..]),
            ("[Edda] Read was late.", &["Edda Read"]),
            ("[Omar Said] left. Said went home.", &["Omar Said", "Said"]),
            ("Mr Said was late.", &["Said"]),
            ("Said [Haddad] plays for Lund.", &["Said Haddad"]),
        ] {
            assert_eq!(names(marked), expected, "{marked}");
        }
    }

    #[test]
    fn a_verb_is_no_surname_elsewhere() {
        for (marked, expected) in [
            ("Said [Haddad]: “It is late.”", &["Haddad"][..]),
            ("[Farid] Said to Be Late", &["Farid"]),
            ("[Farid] Says he is late.", &["Farid"]),
            ("[Farid] said it. Said he: go.", &["Farid"]),
        ] {
            assert_eq!(names(marked), expected, "{marked}");
        }
    }
}
