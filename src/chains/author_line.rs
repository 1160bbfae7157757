//! The line at the foot that says who wrote: "Joy Mathis covers Congress for Capital Week. Reach *her* at …" Its pronouns
//! mean the writer, not the people in the story.

use crate::lexicon::{CONJUNCTION, PREPOSITION};
use crate::syntax::TokenView;

/// Verbs that ask readers to get in touch.
const GET_IN_TOUCH: &[&str] = &[
    "call", "contact", "e-mail", "email", "find", "follow", "message", "phone", "reach", "ring", "text", "tweet",
    "write",
];

/// The entity that begins the last paragraph, if this pronoun stands there in a sentence that asks readers to get in
/// touch: "Follow him on Twitter", "Write to her at …".
pub fn author(view: &TokenView, pronoun: usize) -> Option<usize> {
    let paragraph = view.layout.paragraph_of(pronoun);
    let last = view.layout.tokens.len().checked_sub(1)?;
    if view.layout.paragraph_of(last) != paragraph {
        return None;
    }
    let verb = verb_before(view, pronoun)?;
    let asks = GET_IN_TOUCH.iter().any(|word| view.is(verb, word));
    let begins =
        verb == view.sentence_tokens(pronoun).start || (view.has(verb - 1, CONJUNCTION) && view.is_lower(verb));
    let first = view.layout.tokens.partition_point(|token| (token.paragraph as usize) < paragraph);
    view.entity(first).filter(|_| asks && begins && view.is_person(first))
}

/// The verb right before the pronoun, or before the preposition before it.
fn verb_before(view: &TokenView, pronoun: usize) -> Option<usize> {
    let before = pronoun.checked_sub(1)?;
    if view.has(before, PREPOSITION) { before.checked_sub(1) } else { Some(before) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::{token, with_view, words};

    #[test]
    fn the_writer_begins_the_last_paragraph() {
        for (marked, pronoun, expected) in [
            ("{PERSON Roth} slept.\n\n{PERSON Joy Webb} covers ports. Reach her at the desk.", "her", "Joy Webb"),
            ("{PERSON Roth} slept.\n\n{PERSON Bo Webb} is a reporter. Write to him or call.", "him", "Bo Webb"),
            ("{PERSON Roth} slept.\n\n{PERSON Bo Webb} is a reporter. Call or email him there.", "him", "Bo Webb"),
            // Not the last paragraph, no request, nobody named.
            ("{PERSON Joy Webb} covers ports. Reach her at the desk.\n\nRain fell.", "her", ""),
            ("{PERSON Roth} slept.\n\n{PERSON Joy Webb} covers ports. Ships amuse her.", "her", ""),
            ("{PERSON Roth} slept.\n\n{PERSON Joy Webb} covers ports. They could not reach her.", "her", ""),
            ("{PERSON Roth} slept.\n\nA baker covers ports. Reach her at the desk.", "her", ""),
        ] {
            with_view(marked, |view| {
                let found = author(view, token(view, pronoun));
                let name = found.map_or(String::new(), |name| words(view, &view.entities[name].tokens));
                assert_eq!(name, expected, "{marked}");
            });
        }
    }
}
