//! Noun phrases of which one edge is known, for where the tagger marks no speaker: enough syntax to take "the
//! chief of the harbour police" whole and to stop before the verb.

use crate::syntax::TokenView;
use crate::syntax::lexicon::{CLAUSE, DETERMINER, LINK, LONE_SUBJECT, Verb};
use crate::text::is_possessive;
use crate::text::quotation_mark::is_quotation_mark;
use crate::tokens::TokenKind;
use core::ops::Range;

/// Longer phrases are clauses.
const LONGEST: usize = 14;

/// The noun phrase that begins with this token and ends before `limit`.
pub fn beginning_at(view: &TokenView, start: usize, limit: usize) -> Option<Range<usize>> {
    let first = view.layout.tokens.get(start)?;
    if start >= limit || !first.is_word() {
        return None;
    }
    if view.has(start, LONE_SUBJECT) {
        return Some(start..start + 1);
    }
    if !view.has(start, DETERMINER) && !view.is_capitalised(start) && !is_role_start(view, start) {
        return None;
    }
    if view.has(start, CLAUSE | LINK) {
        return None;
    }
    let mut end = start + 1;
    while end < limit.min(start + LONGEST) {
        let token = view.layout.tokens[end];
        let word = view.word(end);
        let joins = match token.kind {
            TokenKind::Word => continues(view, end, limit),
            TokenKind::Number => true,
            TokenKind::Punctuation => {
                matches!(word, "-" | "&" | "/") && !token.spaced
                    || (is_quotation_mark(word) && nickname(view, end, limit))
            }
            TokenKind::Address => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    while end > start + 1 && (is_link(view, end - 1) || view.has(end - 1, DETERMINER)) {
        end -= 1;
    }
    let noun = (start..end).any(|i| view.layout.tokens[i].is_word() && !view.has(i, DETERMINER));
    noun.then_some(start..end)
}

/// "chief executive Ana Ruiz" has no article.
fn is_role_start(view: &TokenView, token: usize) -> bool {
    let word = view.word(token);
    word.len() > 3
        && word.chars().all(char::is_lowercase)
        && !view.is_adverbial(token)
        && Verb::reporting(word).is_none()
        && !view.has(token, CLAUSE)
}

/// "of", "and", but not the "In" that begins a sentence.
fn is_link(view: &TokenView, token: usize) -> bool {
    view.has(token, LINK) && view.is_lower(token)
}

/// Whether the phrase goes on with this word.
fn continues(view: &TokenView, i: usize, limit: usize) -> bool {
    let word = view.word(i);
    if is_possessive(word) && word.ends_with('s') {
        return i + 1 < limit;
    }
    if is_link(view, i) {
        // "the head of police", "Smith and Jones", but not "the man in court on Monday".
        let open = matches!(word, "of" | "for" | "at") && !view.is_adverbial(i + 1);
        return i + 1 < limit && (view.is_capitalised(i + 1) || open);
    }
    !view.is_adverbial(i)
        && !view.has(i, CLAUSE | LONE_SUBJECT)
        && (view.is_capitalised(i) || Verb::reporting(word).is_none())
}

/// Whether this quotation mark belongs to a nickname inside a name: Anna “Ace” Berg.
fn nickname(view: &TokenView, i: usize, limit: usize) -> bool {
    (i + 3 < limit && is_quotation_mark(view.word(i + 2)) && view.is_capitalised(i + 3))
        || (i >= 2 && is_quotation_mark(view.word(i - 2)) && i + 1 < limit && view.is_capitalised(i + 1))
}

/// The noun phrase that ends right before `end`, not reaching over `floor`.
pub fn ending_at(view: &TokenView, end: usize, floor: usize) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    let last = end - 1;
    if matches!(view.word(last), "," | "–" | "—" | "--" | ")") {
        return before_apposition(view, last, floor);
    }
    if !view.layout.tokens[last].is_word() && view.layout.tokens[last].kind != TokenKind::Number {
        return None;
    }
    // "A:" in an interview.
    let turn = end - floor == 1
        && view.word(last).chars().all(char::is_uppercase)
        && view.layout.tokens.get(end).is_some_and(|_| view.word(end) == ":");
    if turn || view.has(last, LONE_SUBJECT) {
        return Some(last..end);
    }
    // The longest phrase that begins further left and reaches exactly here.
    let mut best = None;
    for start in (floor.max(end.saturating_sub(LONGEST))..end).rev() {
        let word = view.word(start);
        if view.layout.tokens[start].kind == TokenKind::Punctuation
            && !matches!(word, "-" | "&" | "/")
            && !is_quotation_mark(word)
        {
            break;
        }
        let before = (start > floor).then(|| view.word(start - 1));
        if beginning_at(view, start, end).is_some_and(|r| r.end == end) && before.is_none_or(|b| !is_glued(b)) {
            best = Some(start..end);
            if view.has(start, DETERMINER) && !(start > floor && is_link(view, start - 1)) {
                break;
            }
        }
    }
    best
}

fn is_glued(word: &str) -> bool {
    matches!(word, "-" | "&" | "/")
}

/// The subject of a verb that begins at `verb`: the phrase right before it, or the one that begins the
/// clause where that phrase only qualifies it ("Voters waiting in the rain chanted").
pub fn subject_of(view: &TokenView, verb: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > floor && view.is_adverbial(end - 1) {
        end -= 1;
    }
    let near = ending_at(view, end, floor)?;
    let qualifies = near.start > floor && view.has(near.start - 1, CLAUSE);
    let first = if qualifies { beginning_at(view, floor, near.start) } else { None };
    Some(first.unwrap_or(near))
}

/// The phrase before "…, the mayor of Lund," whose last token is at `comma`.
fn before_apposition(view: &TokenView, comma: usize, floor: usize) -> Option<Range<usize>> {
    let closing = view.word(comma);
    let opening = |w: &str| if closing == ")" { w == "(" } else { w == closing };
    let from = floor.max(comma.saturating_sub(40));
    let mut k = comma;
    while k > from {
        k -= 1;
        if opening(view.word(k)) {
            let phrase = ending_at(view, k, floor)?;
            return Some(phrase.start..if closing == ")" { comma + 1 } else { phrase.end });
        }
    }
    None
}
