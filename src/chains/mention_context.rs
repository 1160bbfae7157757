//! Where a mention stands in its sentence.

use crate::lexicon::*;
use crate::syntax::TokenView;
use core::ops::Range;

/// Where a mention stands in its sentence, judged by the words around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MentionContext {
    pub token: usize,
    pub end: usize,
    pub sentence: usize,
    /// The quotation that it stands in.
    pub quote: Option<usize>,
    pub after_preposition: bool,
    pub before_verb: bool,
    pub possessive: bool,
    /// A reporting verb is next to it.
    pub says: bool,
    /// Joined to another by *and*.
    pub in_list: bool,
    /// Among the first words of its sentence.
    pub opens: bool,
}

impl MentionContext {
    pub fn of(view: &TokenView, tokens: Range<usize>, quote: Option<usize>) -> MentionContext {
        let sentence = view.sentence_tokens(tokens.start);
        let before = tokens.start.checked_sub(1).filter(|&t| t >= sentence.start);
        let after = (tokens.end < sentence.end).then_some(tokens.end);
        let is = |token: Option<usize>, flags: Flags| token.is_some_and(|t| view.has(t, flags));
        let possessive = after.is_some_and(|t| view.is_possessive_mark(t));
        MentionContext {
            token: tokens.start,
            end: tokens.end,
            sentence: view.sentence(tokens.start),
            quote,
            after_preposition: is(before, PREPOSITION),
            before_verb: !possessive && after.is_some_and(|t| has_verb_after(view, t, sentence.end)),
            in_list: is(before, CONJUNCTION) && before.is_some_and(|t| view.is(t, "and") || view.is(t, "or"))
                || after.is_some_and(|t| view.is(t, "and")),
            possessive,
            says: is(after, REPORTING) || is(before, REPORTING),
            opens: tokens.start - sentence.start <= 2,
        }
    }
}

/// Whether a verb begins here, perhaps after an adverb or an apposition between commas.
fn has_verb_after(view: &TokenView, at: usize, end: usize) -> bool {
    const LONGEST_APPOSITION: usize = 14;
    let mut at = at;
    if view.word(at) == "," {
        let close = (at + 1..end.min(at + LONGEST_APPOSITION)).find(|&token| view.word(token) == ",");
        at = close.unwrap_or(at) + 1;
    }
    if at < end && view.word(at).ends_with("ly") {
        at += 1;
    }
    at < end && (view.has(at, AUXILIARY | REPORTING | VERB) || looks_like_past(view, at))
}

fn looks_like_past(view: &TokenView, token: usize) -> bool {
    let word = view.word(token);
    word.starts_with(char::is_lowercase) && !view.has(token, LISTED) && word.ends_with("ed") && word.len() > 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::with_view;

    /// The context of the entity in the text.
    fn context(marked: &str) -> MentionContext {
        with_view(marked, |view| MentionContext::of(view, view.entities[0].tokens.clone(), None))
    }

    fn check(holds: fn(MentionContext) -> bool, yes: &[&str], no: &[&str]) {
        yes.iter().for_each(|text| assert!(holds(context(text)), "{text}"));
        no.iter().for_each(|text| assert!(!holds(context(text)), "{text}"));
    }

    #[test]
    fn it_says_where_the_mention_stands() {
        let marked = "Rain fell. Then {PERSON Ana Ruiz} woke.";
        let found = with_view(marked, |view| MentionContext::of(view, view.entities[0].tokens.clone(), Some(7)));
        assert_eq!((found.token, found.end, found.sentence, found.quote), (4, 6, 1, Some(7)));
    }

    #[test]
    fn after_a_preposition_of_the_same_sentence() {
        check(
            |c| c.after_preposition,
            &["The prize went to {PERSON Ames}."],
            &["Judges praised {PERSON Ames}.", "{PERSON Ames} slept.", "What they looked for\n\n{PERSON Ames} slept."],
        );
    }

    #[test]
    fn before_a_verb_that_an_adverb_or_an_apposition_may_precede() {
        check(
            |c| c.before_verb,
            &[
                "{PERSON Ames} will go.",
                "{PERSON Ames} said no.",
                "{PERSON Ames} brought soup.",
                "{PERSON Ames} visited Lund.",
                "{PERSON Ames} quietly brought soup.",
                "{PERSON Ames}, the mayor of Lund, brought soup.",
                "{PERSON Ames}, the mayor of Lund, quietly brought soup.",
                "Then {PERSON Ames}, said the clerk.",
            ],
            &[
                "{PERSON Ames}’s brought soup.",
                "{PERSON Ames} of Lund brought soup.",
                "Clerks like {PERSON Ames}.",
                "{PERSON Ames} quietly, then loudly.",
                // A comma more than fourteen words on closes no apposition.
                "{PERSON Ames}, a a a a a a a a a a a a a a, brought soup.",
                "Clerks like {PERSON Ames}\n\nbrought soup",
            ],
        );
    }

    #[test]
    fn an_unlisted_word_in_ed_is_a_past_tense() {
        check(
            |c| c.before_verb,
            &["{PERSON Ames} painted it.", "{PERSON Ames} aged well."],
            &[
                "{PERSON Ames} Painted it.",
                "{PERSON Ames} red.",
                "{PERSON Ames} green.",
                // A modifier of nouns.
                "{PERSON Ames} retired early.",
            ],
        );
    }

    #[test]
    fn in_a_list_joined_by_and_or_or() {
        check(
            |c| c.in_list,
            &["{PERSON Ames} and Webb slept.", "Webb and {PERSON Ames} slept.", "Webb or {PERSON Ames} slept."],
            &[
                "{PERSON Ames} or Webb slept.",
                "But {PERSON Ames} slept.",
                "Webb, {PERSON Ames} slept.",
                "Sun and\n\n{PERSON Ames} slept.",
            ],
        );
    }

    #[test]
    fn a_possessive_and_a_reporting_verb_beside_it() {
        check(|c| c.possessive, &["{PERSON Ames}’s car stood there."], &["{PERSON Ames} slept.", "{PERSON Ames}"]);
        check(
            |c| c.says,
            &["{PERSON Ames} said so.", "So said {PERSON Ames}."],
            &["{PERSON Ames} slept.", "So they said\n\n{PERSON Ames} slept.", "{PERSON Ames} never said so."],
        );
    }

    #[test]
    fn among_the_first_words_of_its_sentence() {
        check(
            |c| c.opens,
            &[
                "{PERSON Ames} slept.",
                "On Monday {PERSON Ames} slept.",
                "Rain fell all day. On Monday {PERSON Ames} slept.",
            ],
            &["Early on Monday {PERSON Ames} slept."],
        );
    }
}
