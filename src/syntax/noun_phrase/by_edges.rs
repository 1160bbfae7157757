//! Noun phrases of which one edge is known, for where the tagger marks no speaker: enough syntax to take "the
//! chief of the harbour police" whole and to stop before the verb.

use crate::lexicon::{
    AUXILIARY, CLAUSE, CONJUNCTION, DETERMINER, LINK, LONE_SUBJECT, MODIFIER, POSSESSIVE, PREPOSITION, ROLE, VERB, Verb,
};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use crate::text::{Possessive, is_possessive};
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
                    // "the farmers’ union"
                    || (Possessive::parse(word).is_some() && end + 1 < limit && continues(view, end + 1, limit))
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

/// The phrase without prepositions that ends right before `end`: a determiner, what describes the noun, and the noun.
pub fn core_ending_at(view: &TokenView, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|&last| last >= floor && view.is_word(last))?;
    if view.has(last, LONE_SUBJECT) {
        return Some(last..end);
    }
    let entity = view.entity(last).map(|e| view.entities[e].tokens.clone()).filter(|e| e.end == end);
    let mut start = entity.map_or(last, |e| e.start.max(floor));
    let name = start < last || view.is_capitalised(last);
    while start > floor && end - start < LONGEST {
        let word = start - 1;
        if view.has(word, DETERMINER | POSSESSIVE) {
            return Some(word..end);
        }
        let joins = view.is_inner_hyphen(word)
            || (view.is_word(word)
                && !view.has(word, CLAUSE | LINK | AUXILIARY | VERB | LONE_SUBJECT | CONJUNCTION | PREPOSITION)
                && Verb::surely_reporting(view.word(word)).is_none()
                && (view.is_capitalised(word)
                    || view.has(word, ROLE | MODIFIER)
                    || !(name || view.word(word).ends_with("ed"))));
        if !joins {
            break;
        }
        start = word;
    }
    Some(start..end)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::{token, with_view, words};

    /// What a reader finds for the token behind the bar, or "" if it finds nothing.
    fn read(marked: &str, reader: impl Fn(&TokenView, usize) -> Option<Range<usize>>) -> String {
        let at = marked.find('|').expect("a bar");
        with_view(&marked.replace('|', ""), |view| {
            let tokens = reader(view, crate::tokens::token_at(&view.layout.tokens, at));
            tokens.map_or(String::new(), |tokens| words(view, &tokens))
        })
    }

    fn beginning(marked: &str) -> String {
        read(marked, |view, start| beginning_at(view, start, view.layout.tokens.len()))
    }

    fn ending(marked: &str) -> String {
        read(marked, |view, end| ending_at(view, end, 0))
    }

    fn subject(marked: &str) -> String {
        read(marked, |view, verb| subject_of(view, verb, 0))
    }

    #[test]
    fn a_phrase_begins_with_a_determiner_a_capital_a_pronoun_or_a_role() {
        for (marked, expected) in [
            ("said |the mayor.", "the mayor"),
            ("said |Ana Ruiz.", "Ana Ruiz"),
            ("said |she too.", "she"),
            ("said |others today.", "others"),
            ("said |chief executive Ana Ruiz.", "chief executive Ana Ruiz"),
            ("said |new mayor Ana Ruiz.", ""),
            ("said |quietly Ana Ruiz.", ""),
            ("it |said Ana Ruiz.", ""),
            ("said |iPad owners.", ""),
            ("|In Oslo it rained.", ""),
            ("|And Oslo was wet.", ""),
            ("|When Oslo flooded.", ""),
            ("said |when asked.", ""),
            ("said |40 people.", ""),
            ("said |“Ana” Ruiz.", ""),
            // A determiner alone is no phrase.
            ("said |the, he thought.", ""),
        ] {
            assert_eq!(beginning(marked), expected, "{marked}");
        }
    }

    #[test]
    fn a_phrase_ends_before_the_verb_or_the_next_clause() {
        for (marked, expected) in [
            ("|The mayor said no.", "The mayor"),
            ("|The mayor later said no.", "The mayor"),
            ("|The mayor who left.", "The mayor"),
            ("|The idea nobody likes.", "The idea"),
            ("|Ana Ruiz In Oslo, rain fell.", "Ana Ruiz"),
            ("|The mayor, a sailor, left.", "The mayor"),
            ("|The mayor www.example.com left.", "The mayor"),
            ("|The 40 fishermen said no.", "The 40 fishermen"),
            // A name may be spelt like a verb.
            ("|The Pledge group said no.", "The Pledge group"),
            ("|The pledge group said no.", ""),
        ] {
            assert_eq!(beginning(marked), expected, "{marked}");
        }
    }

    #[test]
    fn small_words_and_marks_join_a_phrase() {
        for (marked, expected) in [
            ("|The head of police said no.", "The head of police"),
            ("|The head of the police said no.", "The head of the police"),
            ("|The head of later said no.", "The head"),
            ("|The head of who said no.", "The head"),
            ("|The head of the said no.", "The head"),
            ("|Ames and Ruiz said no.", "Ames and Ruiz"),
            ("|Ames and others said no.", "Ames"),
            ("|Ames and Who said no.", "Ames"),
            ("|The man in Oslo said no.", "The man in Oslo"),
            ("|The man in court said no.", "The man"),
            ("|The mayor's aide said no.", "The mayor's aide"),
            ("|The vice-president said no.", "The vice-president"),
            ("|The mayor - a sailor - said no.", "The mayor"),
            ("|Anna “Ace” Berg said no.", "Anna “Ace” Berg"),
            ("|Anna \"Ace\" Berg said no.", "Anna \"Ace\" Berg"),
            ("|Anna “Ace” said no.", "Anna"),
            ("|The mayor “Ace” said no.", "The mayor"),
        ] {
            assert_eq!(beginning(marked), expected, "{marked}");
        }
    }

    #[test]
    fn a_phrase_ends_before_the_limit() {
        for (marked, expected) in [
            ("The harbour |chief left.", "The harbour"),
            ("The mayor's |aide left.", "The mayor"),
            ("The head of |police left.", "The head"),
            ("The |mayor left.", ""),
            ("|The mayor left.", ""),
        ] {
            assert_eq!(read(marked, |view, limit| beginning_at(view, 0, limit)), expected, "{marked}");
        }
        let long = |words: usize| format!("The{}", " Harbour".repeat(words));
        assert_eq!(beginning(&format!("|{} said no.", long(13))), long(13));
        assert_eq!(beginning(&format!("|{} said no.", long(14))), long(13));
    }

    #[test]
    fn the_longest_phrase_that_ends_at_an_edge() {
        for (marked, expected) in [
            ("The harbour chief |said no.", "The harbour chief"),
            ("Later, Ana Ruiz |said no.", "Ana Ruiz"),
            ("Rain; Ana Ruiz |said no.", "Ana Ruiz"),
            ("In Oslo, he |said no.", "he"),
            ("The crew of 12 |said no.", "The crew of 12"),
            ("Rain soaked the crowd |said no.", "the crowd"),
            ("The head of the police |said no.", "The head of the police"),
            ("The mayor: |said no.", ""),
            ("|The mayor said no.", ""),
            // A phrase does not begin behind a hyphen.
            ("vice-president Ruiz |said no.", "vice-president Ruiz"),
            ("ex-president Ruiz |said no.", "Ruiz"),
        ] {
            assert_eq!(ending(marked), expected, "{marked}");
        }
    }

    #[test]
    fn a_phrase_does_not_reach_over_the_floor() {
        let above =
            |floor: usize| read("The old harbour chief |said no.", move |view, end| ending_at(view, end, floor));
        for (floor, expected) in [(0, "The old harbour chief"), (2, "harbour chief"), (3, "chief"), (4, "")] {
            assert_eq!(above(floor), expected, "{floor}");
        }
    }

    #[test]
    fn a_letter_before_a_colon_speaks_in_an_interview() {
        for (marked, expected) in [("Q|: Why?", "Q"), ("A|: Why not?", "A"), ("A |said no.", ""), ("So A|: Why?", "")] {
            assert_eq!(ending(marked), expected, "{marked}");
        }
    }

    #[test]
    fn an_apposition_stands_between_the_phrase_and_the_verb() {
        for (marked, expected) in [
            ("Ana Ruiz, the mayor of Lund, |said no.", "Ana Ruiz"),
            ("Ana Ruiz – the mayor of Lund – |said no.", "Ana Ruiz"),
            ("Ana Ruiz (Labour) |said no.", "Ana Ruiz (Labour)"),
            ("Ana Ruiz – the mayor of Lund, |said no.", ""),
            ("Ana Ruiz, |said no.", ""),
        ] {
            assert_eq!(ending(marked), expected, "{marked}");
        }
        let long = |words: usize| ending(&format!("Ana Ruiz,{}, |said no.", " old".repeat(words)));
        assert_eq!((long(39).as_str(), long(40).as_str()), ("Ana Ruiz", ""));
    }

    #[test]
    fn the_subject_of_a_verb() {
        for (marked, expected) in [
            ("The mayor |said no.", "The mayor"),
            ("The mayor has later quietly |said no.", "The mayor"),
            // The nearest phrase only qualifies the subject.
            ("Voters waiting in the rain |chanted.", "Voters waiting"),
            ("Voters cheered. The mayor |chanted.", "The mayor"),
            ("quickly in the rain |chanted.", "the rain"),
            ("later |chanted.", ""),
        ] {
            assert_eq!(subject(marked), expected, "{marked}");
        }
        let behind_the_voters = |view: &TokenView, verb| subject_of(view, verb, token(view, "in"));
        assert_eq!(read("Voters waiting in the rain |chanted.", behind_the_voters), "the rain");
    }
}
