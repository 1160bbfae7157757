//! Noun phrases by their edges, for where the tagger marks no speaker: enough syntax to take "the
//! chief of the harbour police" whole and to stop before the verb.

use super::lexicon::reporting::{is_adverb_or_auxiliary, is_determiner, is_subject_pronoun, reporting};
use crate::layout::Layout;
use crate::quotation_marks::is_quotation_mark;
use crate::tokens::TokenKind;
use core::ops::Range;

/// Longer phrases are clauses.
const LONGEST: usize = 14;

fn starts_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The noun phrase that begins with this token and ends before `limit`.
pub fn beginning_at(layout: &Layout, start: usize, limit: usize) -> Option<Range<usize>> {
    let first = layout.tokens.get(start)?;
    if start >= limit || !first.is_word() {
        return None;
    }
    let word = layout.word(start);
    if is_subject_pronoun(word) {
        return Some(start..start + 1);
    }
    if !is_determiner(word) && !starts_capital(word) && !is_role_start(word) {
        return None;
    }
    if is_clause_word(word) || is_link(word.to_ascii_lowercase().as_str()) {
        return None;
    }
    let mut end = start + 1;
    while end < limit.min(start + LONGEST) {
        let token = layout.tokens[end];
        let word = layout.word(end);
        let joins = match token.kind {
            TokenKind::Word => continues(layout, end, limit),
            TokenKind::Number => true,
            TokenKind::Punctuation => {
                matches!(word, "-" | "&" | "/") && !token.spaced
                    || (is_quotation_mark(word) && nickname(layout, end, limit))
            }
            TokenKind::Address => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    while end > start + 1 && (is_link(layout.word(end - 1)) || is_determiner(layout.word(end - 1))) {
        end -= 1;
    }
    let noun = (start..end).any(|i| layout.tokens[i].is_word() && !is_determiner(layout.word(i)));
    noun.then_some(start..end)
}

/// "chief executive Ana Ruiz" has no article.
fn is_role_start(word: &str) -> bool {
    word.len() > 3
        && word.chars().all(char::is_lowercase)
        && !is_adverb_or_auxiliary(word)
        && reporting(word).is_none()
        && !is_clause_word(word)
}

fn is_link(word: &str) -> bool {
    matches!(word, "of" | "for" | "at" | "and" | "&" | "de" | "from" | "in")
}

fn is_clause_word(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "that"
            | "who"
            | "which"
            | "when"
            | "while"
            | "as"
            | "if"
            | "because"
            | "but"
            | "or"
            | "with"
            | "by"
            | "on"
            | "to"
            | "about"
            | "after"
            | "before"
            | "during"
            | "than"
            | "since"
            | "in"
            | "at"
            | "from"
            | "of"
            | "for"
            | "into"
            | "over"
            | "under"
            | "against"
            | "whether"
            | "where"
            | "how"
            | "why"
            | "what"
            | "not"
            | "there"
            | "here"
            | "this"
            | "without"
            | "through"
            | "between"
            | "until"
            | "though"
    )
}

fn continues(layout: &Layout, i: usize, limit: usize) -> bool {
    let word = layout.word(i);
    if word == "'s" || word == "’s" {
        return i + 1 < limit;
    }
    if is_link(word) {
        // "the head of police", "Smith and Jones", but not "the man in court on Monday".
        let next = (i + 1 < limit).then(|| layout.word(i + 1));
        return next
            .is_some_and(|n| starts_capital(n) || (matches!(word, "of" | "for" | "at") && !is_adverb_or_auxiliary(n)));
    }
    !is_adverb_or_auxiliary(word)
        && !is_clause_word(word)
        && !is_subject_pronoun(word)
        && (starts_capital(word) || reporting(word).is_none())
}

/// A name's part in marks: Anna “Ace” Berg.
fn nickname(layout: &Layout, i: usize, limit: usize) -> bool {
    (i + 3 < limit && is_quotation_mark(layout.word(i + 2)) && starts_capital(layout.word(i + 3)))
        || (i >= 2 && is_quotation_mark(layout.word(i - 2)) && i + 1 < limit && starts_capital(layout.word(i + 1)))
}

/// The noun phrase that ends right before `end`, not reaching over `floor`.
pub fn ending_at(layout: &Layout, end: usize, floor: usize) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    let last = end - 1;
    if matches!(layout.word(last), "," | "–" | "—" | "--" | ")") {
        return before_apposition(layout, last, floor);
    }
    if !layout.tokens[last].is_word() && layout.tokens[last].kind != TokenKind::Number {
        return None;
    }
    // "A:" in an interview.
    let turn = end - floor == 1
        && layout.word(last).chars().all(char::is_uppercase)
        && layout.tokens.get(end).is_some_and(|_| layout.word(end) == ":");
    if turn || is_subject_pronoun(layout.word(last)) {
        return Some(last..end);
    }
    // The longest phrase that begins further left and reaches exactly here.
    let mut best = None;
    for start in (floor.max(end.saturating_sub(LONGEST))..end).rev() {
        let word = layout.word(start);
        if layout.tokens[start].kind == TokenKind::Punctuation
            && !matches!(word, "-" | "&" | "/")
            && !is_quotation_mark(word)
        {
            break;
        }
        let before = (start > floor).then(|| layout.word(start - 1));
        if beginning_at(layout, start, end).is_some_and(|r| r.end == end) && before.is_none_or(|b| !is_glued(b)) {
            best = Some(start..end);
            if is_determiner(word) && before.is_none_or(|b| !is_link(b)) {
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
pub fn subject_of(layout: &Layout, verb: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > floor && is_adverb_or_auxiliary(layout.word(end - 1)) {
        end -= 1;
    }
    let near = ending_at(layout, end, floor)?;
    let qualifies = near.start > floor && is_clause_word(layout.word(near.start - 1));
    let first = if qualifies { beginning_at(layout, floor, near.start) } else { None };
    Some(first.unwrap_or(near))
}

/// The phrase before "…, the mayor of Lund," whose last token is at `comma`.
fn before_apposition(layout: &Layout, comma: usize, floor: usize) -> Option<Range<usize>> {
    let closing = layout.word(comma);
    let opening = |w: &str| if closing == ")" { w == "(" } else { w == closing };
    let from = floor.max(comma.saturating_sub(40));
    let mut k = comma;
    while k > from {
        k -= 1;
        if opening(layout.word(k)) {
            let phrase = ending_at(layout, k, floor)?;
            return Some(phrase.start..if closing == ")" { comma + 1 } else { phrase.end });
        }
    }
    None
}
