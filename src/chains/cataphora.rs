//! Pronouns before their name: "Before *his* wedding, Ferrer had never worn a suit."

use crate::lexicon::*;
use crate::syntax::TokenView;

/// No such phrase has more tokens before its comma.
const LONGEST: usize = 15;

/// The entity that follows the phrase around this pronoun: the phrase opens the sentence with a preposition, the pronoun
/// is no subject in it, and right behind its comma a person's name begins the main clause.
pub fn named_next(view: &TokenView, pronoun: usize) -> Option<usize> {
    let sentence = view.sentence_tokens(pronoun);
    let opens = view.has(sentence.start, PREPOSITION) && pronoun > sentence.start;
    let clear = |t: usize| !view.is_person(t) && !view.has(t, SUBJECT | RELATIVE | REPORTING | AUXILIARY);
    let comma = (pronoun + 1..sentence.end.min(sentence.start + LONGEST)).find(|&t| view.is_punctuation(t))?;
    if !opens || view.word(comma) != "," || !(sentence.start..comma).filter(|&t| t != pronoun).all(clear) {
        return None;
    }
    if view.has(pronoun, SUBJECT) {
        return None;
    }
    let name = view.entity(comma + 1).filter(|_| view.is_person(comma + 1))?;
    let end = view.entities[name].tokens.end;
    // "In his speech, Ames’s friend …", "With his brother, Ames and Bo Webb …"
    let clause = end < sentence.end && !view.is_possessive_mark(end) && !view.has(end, CONJUNCTION);
    clause.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::{token, with_view, words};

    #[test]
    fn the_name_behind_the_comma_of_an_opening_phrase() {
        for (marked, pronoun, expected) in [
            ("Before his wedding on {DATE Saturday}, {PERSON Luis Ferrer} slept.", "his", "Luis Ferrer"),
            ("In her first match since then, {PERSON Nolan} slept.", "her", "Nolan"),
            ("Despite his age, {PERSON Roth}, the mayor, slept.", "his", "Roth"),
            ("After his nap, the hall was empty.", "his", ""),
            ("After his nap, {ORG Acme} was empty.", "his", ""),
            ("After his nap {PERSON Roth} slept.", "his", ""),
            ("Yesterday his brother, {PERSON Roth}, slept.", "his", ""),
            ("In his speech, {PERSON Roth}’s friend slept.", "his", ""),
            ("In his speech, {PERSON Roth} and {PERSON Webb} slept.", "his", ""),
            ("In his talk to {PERSON Webb}, {PERSON Roth} slept.", "his", ""),
            ("After he slept, {PERSON Roth} sat.", "he", ""),
            ("His speech over, {PERSON Roth} slept.", "His", ""),
        ] {
            with_view(marked, |view| {
                let name = named_next(view, token(view, pronoun));
                let found = name.map_or(String::new(), |name| words(view, &view.entities[name].tokens));
                assert_eq!(found, expected, "{marked}");
            });
        }
    }
}
