//! *It* and *its* where they clearly mean an organisation or a country: "Orbis said it would pay", "Orbis sold its shares".
//!
//! As with *they*, most antecedents have no name, and *it* often means nothing. So the name begins the sentence, and up to
//! the pronoun nothing else is mentioned that it could mean: no other name, and no noun with an article.

use super::clear_pronouns::{self, SHORT_WAY, begins_sentence};
use super::{Chain, Mention};
use crate::entities::EntityType;
use crate::lexicon::{DEFINITE, INDEFINITE, POSSESSIVE, REPORTING};
use crate::syntax::TokenView;

/// How many tokens may stand between the name and *its*.
const LONG_WAY: usize = 8;

/// The pronouns that mean an organisation or a country, each with the chain. `chain_of` is the chain of each entity.
pub fn find(view: &TokenView, chains: &[Chain], chain_of: &[Option<usize>]) -> Vec<(usize, Mention)> {
    clear_pronouns::find(view, chains, chain_of, &[EntityType::Org, EntityType::Gpe], pronouns_of)
}

/// The *it* and *its* behind a name that begins its sentence, as far as they can mean nothing else.
fn pronouns_of(view: &TokenView, name: usize) -> Vec<usize> {
    let tokens = &view.entities[name].tokens;
    let sentence = view.sentence_tokens(tokens.start);
    let behind = tokens.end;
    let is_its = |token: usize| view.is(token, "its");
    if !begins_sentence(view, name) {
        return Vec::new();
    }
    let clear = |&token: &usize| {
        let other = view.has(token, DEFINITE | INDEFINITE | POSSESSIVE) && !view.is(token, "that") && !is_its(token);
        view.entity(token).is_none() && !other && !view.is_punctuation(token)
    };
    let mut found: Vec<usize> =
        (behind..sentence.end).take_while(clear).filter(|&token| is_its(token) || view.is(token, "it")).collect();
    let first = found.first().copied();
    // "Orbis said it", not "Orbis made it", which may be what was told before.
    let reports = view.has(behind, REPORTING) && first.is_some_and(|first| first <= behind + SHORT_WAY);
    let near = first.is_some_and(|first| first < behind + LONG_WAY && is_its(first));
    if !reports && !near {
        found.clear();
    }
    found.retain(|&token| Some(token) == first || is_its(token));
    found
}

#[cfg(test)]
mod tests {
    use super::super::clear_pronouns::testing;
    use super::*;

    fn found(marked: &str) -> Vec<String> {
        testing::found(find, marked)
    }

    #[test]
    fn it_means_the_organisation_that_begins_the_sentence() {
        for (marked, expected) in [
            ("{ORG Acme} said it would mend pipes.", "Acme it"),
            ("The {ORG Water Board} said on Monday that it would mend pipes.", "Water Board it"),
            ("But {GPE France} says it will mend pipes.", "France it"),
            ("{ORG Acme} sold its shares.", "Acme its"),
            ("{ORG Acme} and its partners slept.", "Acme its"),
            ("{ORG Acme} said it would sell its shares in its shops.", "Acme it, Acme its, Acme its"),
            ("{ORG Acme} said it would sell its shares and the shop its roof.", "Acme it, Acme its"),
        ] {
            assert_eq!(found(marked).join(", "), expected, "{marked}");
        }
    }

    #[test]
    fn it_may_mean_something_else() {
        for marked in [
            "Yesterday {ORG Acme} said it would mend pipes.",
            "{ORG Acme}’s owner said it would rain.",
            "{ORG Acme} said the museum would lose its roof.",
            "{ORG Acme} told {ORG Boreal} it would rain.",
            "{ORG Acme} said on Monday at noon that day that it rained.",
            "{ORG Acme} made it again.",
            "{PERSON Roth} said it would rain.",
            "{ORG Acme}, whatever its size, slept.",
        ] {
            assert_eq!(found(marked), [""; 0], "{marked}");
        }
    }
}
