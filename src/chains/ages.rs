//! People whom a text calls by their age: "the 22-year-old".

use crate::lexicon::*;
use crate::syntax::{PersonPhrase, TokenView};
use crate::tokens::TokenKind;
use core::ops::Range;

/// How many tokens "22-year-old" has.
const LENGTH: usize = 5;

/// The number of "22-year-old", if that is what these tokens are.
pub fn age<'t>(view: &TokenView<'t>, tokens: &Range<usize>) -> Option<&'t str> {
    let number = tokens.start;
    let is_number = view.layout.tokens.get(number)?.kind == TokenKind::Number;
    (is_number && tokens.len() == LENGTH && view.is(number + 2, "year") && view.is(number + 4, "old"))
        .then(|| view.word(number))
}

/// The phrase that ends with this *old* and stands for a person by itself, and the age: not "a 22-year-old man".
pub fn phrase<'t>(view: &TokenView<'t>, old: usize) -> Option<(PersonPhrase, &'t str)> {
    let tokens = (old + 1).checked_sub(LENGTH)?..old + 1;
    let age = age(view, &tokens)?;
    let determiner = tokens.start.checked_sub(1).filter(|&t| view.has(t, DEFINITE | INDEFINITE | POSSESSIVE))?;
    let next = tokens.end;
    let closed = next >= view.sentence_tokens(old).end
        || view.is_punctuation(next)
        || view.has(next, PREPOSITION | AUXILIARY | REPORTING | VERB | CONJUNCTION | RELATIVE)
        || view.word(next).ends_with("ed");
    closed.then_some((PersonPhrase { tokens, head: old, determiner: Some(determiner) }, age))
}

/// The age that stands beside a name: "Ames, 22," or "22-year-old Ames".
pub fn beside<'t>(view: &TokenView<'t>, name: &Range<usize>) -> Option<&'t str> {
    let behind = (view.word(name.end) == ",").then_some(name.end + 1);
    let behind = behind.filter(|&t| view.layout.tokens.get(t).is_some_and(|token| token.kind == TokenKind::Number));
    let before = || name.start.checked_sub(LENGTH).and_then(|start| age(view, &(start..name.start)));
    behind.map(|number| view.word(number)).or_else(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::{token, with_view};

    #[test]
    fn a_phrase_with_an_age_and_no_noun() {
        for (text, expected) in [
            ("The 22-year-old said no.", Some("22")),
            ("They saw a 22-year-old.", Some("22")),
            ("A 22-year-old from Lund sat.", Some("22")),
            ("The 22-year-old jumped.", Some("22")),
            ("The 22-year-old man sat.", None),
            ("They saw 22-year-old whisky.", None),
            ("The year old man sat.", None),
        ] {
            with_view(text, |view| {
                assert_eq!(phrase(view, token(view, "old")).map(|(_, age)| age), expected, "{text}")
            });
        }
    }

    #[test]
    fn an_age_beside_a_name() {
        for (marked, expected) in [
            ("{PERSON Ada Roth}, 22, sat.", Some("22")),
            ("The 22-year-old {PERSON Ada Roth} sat.", Some("22")),
            ("{PERSON Ada Roth}, the mayor, sat.", None),
            ("{PERSON Ada Roth} sat.", None),
        ] {
            with_view(marked, |view| assert_eq!(beside(view, &view.entities[0].tokens), expected, "{marked}"));
        }
    }
}
