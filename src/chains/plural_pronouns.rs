//! *They* and *their* where they clearly mean an organisation or a people: "The Water Board said they would repair
//! it", "The Democrats want their seats back".
//!
//! Most antecedents of *they* have no name. So a pronoun is resolved only if nothing else can be meant: the group
//! begins the sentence, and it is a people in the plural or reports something that begins with the pronoun. From there
//! to the end of the sentence every *they* is the same, until another name or another plural appears.

use super::clear_pronouns::{self, SHORT_WAY, begins_sentence};
use super::{Chain, Mention};
use crate::entities::{Entity, EntityType};
use crate::lexicon::REPORTING;
use crate::syntax::TokenView;
use core::ops::Range;

const THEY: &[&str] = &["they", "them", "their", "theirs", "themselves"];

/// The pronouns that mean a group, each with the chain. `chain_of` is the chain of each entity.
pub fn find(view: &TokenView, chains: &[Chain], chain_of: &[Option<usize>]) -> Vec<(usize, Mention)> {
    clear_pronouns::find(view, chains, chain_of, &[EntityType::Org, EntityType::Norp], pronouns_of)
}

/// The *they* behind a group that begins its sentence, until something else is mentioned that they could mean.
fn pronouns_of(view: &TokenView, group: usize) -> Vec<usize> {
    let sentence = view.sentence_tokens(view.entities[group].tokens.start);
    let Some(from) = clear_from(view, group, &sentence) else { return Vec::new() };
    let plural = |token: usize| view.is_word(token) && !is_they(view, token) && is_plural(view.word(token));
    let nothing_else = |&token: &usize| view.entity(token).is_none() && !plural(token);
    (from..sentence.end).take_while(nothing_else).filter(|&token| is_they(view, token)).collect()
}

/// The token from which on *they* means this group, if the sentence is clear.
fn clear_from(view: &TokenView, group: usize, sentence: &Range<usize>) -> Option<usize> {
    let Entity { tokens, kind, span, .. } = &view.entities[group];
    if tokens.end >= sentence.end || !begins_sentence(view, group) {
        return None;
    }
    if *kind == EntityType::Norp && is_plural(span.of(view.layout.text)) {
        return Some(tokens.end);
    }
    let reports = view.has(tokens.end, REPORTING).then_some(tokens.end + 1)?;
    let quiet = |&token: &usize| view.entity(token).is_none() && !view.is_punctuation(token);
    (reports..sentence.end).take(SHORT_WAY).take_while(quiet).find(|&token| is_they(view, token))
}

fn is_they(view: &TokenView, token: usize) -> bool {
    THEY.iter().any(|they| view.is(token, they))
}

fn is_plural(word: &str) -> bool {
    let ending =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "'s", "’s"].iter().any(|end| word.ends_with(end));
    ending || ["people", "men", "women", "children", "police"].iter().any(|plural| word.eq_ignore_ascii_case(plural))
}

#[cfg(test)]
mod tests {
    use super::super::clear_pronouns::testing;
    use super::*;

    fn found(marked: &str) -> Vec<String> {
        testing::found(find, marked)
    }

    #[test]
    fn they_means_the_group_that_begins_the_sentence() {
        for (marked, expected) in [
            ("The {ORG Water Board} said they would mend it.", vec!["Water Board they"]),
            ("But “{ORG Acme} said they would mend it.", vec!["Acme they"]),
            ("{ORG Acme} said on Monday that they would mend it.", vec!["Acme they"]),
            ("{NORP Labour} said they would mend it.", vec!["Labour they"]),
            ("{NORP Democrats} want their seat back.", vec!["Democrats their"]),
            ("{NORP Democrats} hurt themselves and their cause.", vec!["Democrats themselves", "Democrats their"]),
            ("{NORP Democrats} want, after a year, their seat and them.", vec!["Democrats their", "Democrats them"]),
            ("Rain fell. {NORP Democrats} want them.", vec!["Democrats them"]),
            ("{ORG Acme} said they would mend it, if it let them.", vec!["Acme they", "Acme them"]),
            // Until another plural or another name.
            ("{ORG Acme} said they would sell ships before they rust.", vec!["Acme they"]),
            ("{ORG Acme} said they would ask {ORG Boreal} for their help.", vec!["Acme they"]),
            ("{ORG Acme} said they would mend it. Nobody saw them.", vec!["Acme they"]),
        ] {
            assert_eq!(found(marked), expected, "{marked}");
        }
    }

    #[test]
    fn they_may_mean_something_else() {
        for marked in [
            // The group does not begin the sentence.
            "Yesterday {ORG Acme} said they would mend it.",
            // It is a possessor.
            "{NORP Democrats}’ want them.",
            "{ORG Acme}’s said they would mend it.",
            // It reports nothing.
            "{ORG Acme} wants them back.",
            // What it reports does not begin with the pronoun.
            "{ORG Acme} said on Monday at noon that they would mend it.",
            "{ORG Acme} told {PERSON Webb} they would mend it.",
            "{ORG Acme} said: they would mend it.",
            // A people in the singular.
            "{NORP Irish} want their seat back.",
            "{NORP Democrats} say voters want their seat.",
            // No group.
            "{GPE Varde} said they would mend it.",
            "{PERSON Ada Roth} said they would mend it.",
            "{GPE Varde} is old. {ORG Varde} said they would mend it.",
            "{NORP Democrats}",
        ] {
            assert_eq!(found(marked), [""; 0], "{marked}");
        }
    }

    #[test]
    fn plurals() {
        for word in ["ships", "Democrats", "people", "Police", "women"] {
            assert!(is_plural(word), "{word}");
        }
        for word in ["gas", "press", "virus", "crisis", "Acme's", "Acme’s", "ship", "peoples'"] {
            assert!(!is_plural(word), "{word}");
        }
    }
}
