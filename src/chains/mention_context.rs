//! Where a mention stands in its sentence.

use crate::syntax::TokenView;
use crate::syntax::lexicon::*;
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
