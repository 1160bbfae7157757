//! How far a title reaches beyond the phrase around its head: what it is an office of, and a second office that "and"
//! ties to it.

use crate::entities::EntityType;
use crate::lexicon::*;
use crate::syntax::{Modifiers, PersonPhrase, TokenView};

/// How many words a field has: "head of *ticketing*".
const FIELD: usize = 3;

/// The end of an office with what it is an office of: "president of Acme", "chief of staff", "head of the Water
/// Board", "treasurer of Oxford-based Varde Choirs". `at` is the end of the phrase before "of".
pub fn office_end(view: &TokenView, at: usize, limit: usize) -> usize {
    if !matches!(view.word(at), "of" | "for" | "at" | "with") {
        return at;
    }
    let owner = at + 1 + usize::from(view.is(at + 1, "the"));
    if let Some(entity) = view.entity(owner) {
        let entity = &view.entities[entity];
        let end = entity.tokens.end;
        if end + 1 < limit && view.is_inner_hyphen(end) && view.is_word(end + 1) {
            return owned(view, end + 2, limit).unwrap_or(at);
        }
        // "an economist with Harrow Bank,", but not "a minister with Labour behind her".
        let works_with = || entity.kind == EntityType::Org && (end >= limit || view.is_punctuation(end));
        let belongs = entity.kind != EntityType::Person && (!view.is(at, "with") || works_with());
        return if belongs && end <= limit { end } else { at };
    }
    let Some(end) = field(view, owner, limit).filter(|_| view.is(at, "of")) else { return at };
    field(view, end + 1, limit)
        .filter(|&second| {
            view.is(end, "and")
                && (second >= limit || view.is_punctuation(second) || view.has(second, PREPOSITION | RELATIVE))
                && !(end + 1..second).any(|t| view.has(t, ROLE) || view.word(t).ends_with("ed"))
        })
        .unwrap_or(end)
}

/// The end of a second office that "and" ties to one behind a name: "co-founder *and chief executive of Acme*". `at` is the
/// end of the first one.
pub fn second_office(view: &TokenView, at: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let from = at + 1;
    let belongs = |&t: &usize| {
        view.is_word(t) && view.entity(t).is_none() && view.has(t, MODIFIER | ROLE) || view.is_inner_hyphen(t)
    };
    let words = (from..limit.min(from + LONGEST)).take_while(belongs).count();
    let end = from + words;
    let one = words > 0 && view.has(end - 1, ROLE) && view.is(at, "and");
    let closed = end >= limit || view.is_punctuation(end) || view.has(end, PREPOSITION | RELATIVE);
    (one && closed).then(|| office_end(view, end, limit))
}

/// The end of the words of a field; `None` if there are none or too many.
fn field(view: &TokenView, at: usize, limit: usize) -> Option<usize> {
    let belongs = |t: usize| {
        t < limit
            && view.is_word(t)
            && !view.is_capitalised(t)
            && view.entity(t).is_none()
            && !view.has(t, LISTED & !(MODIFIER | ROLE))
    };
    let words = (at..at + FIELD + 1).take_while(|&t| belongs(t)).count();
    (1..=FIELD).contains(&words).then_some(at + words)
}

/// The end of an organisation behind "Oxford-based": an entity, or else what is written with capitals or is a field.
fn owned(view: &TokenView, at: usize, limit: usize) -> Option<usize> {
    if let Some(entity) = view.entity(at) {
        let entity = &view.entities[entity];
        return (entity.kind != EntityType::Person && entity.tokens.end <= limit).then_some(entity.tokens.end);
    }
    field(view, at, limit)
}

/// The start of an office that "and" ties to the one right before a name: "*Acme co-founder and* chief designer Roth".
/// "The mayor and coach Roth" are two people.
pub fn joined_office(view: &TokenView, phrase: &PersonPhrase) -> Option<usize> {
    let and = phrase.tokens.start.checked_sub(1).filter(|&t| phrase.determiner.is_none() && view.is(t, "and"))?;
    let head = and.checked_sub(1)?;
    let plural = view.word(head).ends_with('s') && !view.word(head).ends_with("ss");
    if view.sentence(head) != view.sentence(and) || !view.has(head, ROLE) || view.entity(head).is_some() || plural {
        return None;
    }
    let first = PersonPhrase::around(view, head, Modifiers::Listed);
    let one = first.determiner.is_none_or(|word| !view.has(word, DEFINITE | INDEFINITE) || is_possessive(view, word));
    (one && first.tokens.end == and).then_some(first.tokens.start)
}

fn is_possessive(view: &TokenView, word: usize) -> bool {
    view.has(word, POSSESSIVE) || view.is_possessive_mark(word)
}

/// The start of a title whose first words no list knows, at the beginning of a sentence: "*Flood control* engineer
/// Roth". `start` is the start of what is known of it.
pub fn fronted(view: &TokenView, start: usize) -> Option<usize> {
    let from = view.sentence_tokens(start).start;
    let noun = |t: usize| {
        view.is_word(t)
            && !view.is_adverbial(t)
            && !view.has(t, LISTED | DETERMINER | FRONTED | LINK | QUALIFIER | CLAUSE)
            && !entity_at(view, t)
            && (t == from || view.is_lower(t))
            && !NO_MODIFIER.contains(&view.plain(t).as_str())
            && !["ed", "ing"].iter().any(|ending| view.word(t).ends_with(ending))
    };
    let words = start.checked_sub(from)?;
    ((1..=FIELD).contains(&words) && view.is_lower(start) && (from..start).all(noun)).then_some(from)
}

/// Words that may begin a sentence before a title without being part of it: what to do with the person, and when.
const NO_MODIFIER: &[&str] = &[
    "again", "ask", "call", "enter", "follow", "hear", "help", "how", "join", "later", "let", "listen", "maybe",
    "meet", "next", "no", "not", "now", "once", "only", "perhaps", "see", "send", "so", "soon", "still", "thank",
    "thanks", "then", "there", "today", "tomorrow", "tonight", "visit", "watch", "welcome", "why", "yesterday", "yet",
];

/// Whether an entity of any type covers the token, dates and numbers included.
fn entity_at(view: &TokenView, token: usize) -> bool {
    let next = view.entities.partition_point(|entity| entity.tokens.start <= token);
    view.entities[next.saturating_sub(2)..next].iter().any(|entity| entity.tokens.contains(&token))
}

/// "the founder of the Tarka party, Roth,": an office with what it is an office of, before a comma and the name.
pub fn office_before_comma(view: &TokenView, comma: usize, name_end: usize) -> Option<PersonPhrase> {
    const LONGEST: usize = 8;
    // "…, Roth, and …" may be a list.
    if view.is(name_end + 1, "and") || view.is_person(name_end + 1) {
        return None;
    }
    let from = view.sentence_tokens(comma).start.max(comma.saturating_sub(LONGEST));
    let belongs = |t: usize| {
        // A person's name may be the beginning of a longer one that the tagger cut: "the Tarka party".
        (!view.is_person(t) || (view.is_word(t + 1) && view.is_lower(t + 1)) || view.is_person(t + 1))
            && (view.entity(t).is_some()
                || view.is_possessive_mark(t)
                || view.is_inner_hyphen(t)
                || ["of", "for", "the", "and"].iter().any(|word| view.is(t, word))
                || (view.is_word(t) && !view.has(t, LISTED & !(MODIFIER | ROLE))))
    };
    let of = (from + 1..comma - 1)
        .rev()
        .take_while(|&t| belongs(t + 1) && belongs(t))
        .find(|&t| view.is(t, "of") && view.has(t - 1, ROLE) && view.entity(t - 1).is_none())?;
    let phrase = PersonPhrase::around(view, of - 1, Modifiers::Any);
    let determiner = phrase.determiner.filter(|_| phrase.is_definite(view))?;
    let nested = determiner > from && (view.is(determiner - 1, "of") || view.is(determiner - 1, "for"));
    (!nested && phrase.tokens.end == of).then_some(phrase)
}

#[cfg(test)]
mod tests {
    use crate::chains::titles;
    use crate::syntax::testing::{with_view, words};

    /// The titles proper.
    fn found(marked: &str) -> Vec<String> {
        with_view(marked, |view| {
            titles::find(view).iter().filter_map(|t| t.tokens.as_ref().map(|tokens| words(view, tokens))).collect()
        })
    }

    fn check(cases: &[(&str, &str)]) {
        for &(marked, expected) in cases {
            let expected: Vec<&str> = expected.split(" / ").filter(|title| !title.is_empty()).collect();
            assert_eq!(found(marked), expected, "{marked}");
        }
    }

    #[test]
    fn an_office_has_what_stands_behind_a_hyphen() {
        check(&[
            (
                "{PERSON Roth}, treasurer of {GPE Varde}-based {ORG Sparrow Choirs}, slept.",
                "treasurer of Varde-based Sparrow Choirs",
            ),
            (
                "{PERSON Roth}, head of the {ORG UN}-backed {ORG Relief Fund}, slept.",
                "head of the UN-backed Relief Fund",
            ),
            ("{PERSON Roth}, owner of a {GPE Varde}-based choir, slept.", "owner"),
            ("{PERSON Roth}, director of {GPE Varde}-based choirs, slept.", "director of Varde-based choirs"),
            ("{PERSON Roth}, head of {GPE Varde}-based {PERSON Webb}, slept.", "head"),
            ("{PERSON Roth}, the treasurer, saw the {GPE Varde}-based choir.", "treasurer"),
        ]);
    }

    #[test]
    fn a_field_may_be_two() {
        check(&[
            (
                "{PERSON Roth}, head of ticketing and security for {ORG Halton Rail}, slept.",
                "head of ticketing and security",
            ),
            ("{PERSON Roth}, vice president of roads and planning, slept.", "vice president of roads and planning"),
            ("{PERSON Roth}, head of ticketing and coach of the team, slept.", "head of ticketing"),
            ("{PERSON Roth}, head of ticketing and mother of two, slept.", "head of ticketing"),
            ("{PERSON Roth}, head of ticketing and fired on {DATE Friday}, slept.", "head of ticketing"),
            ("{PERSON Roth}, head of ticketing, and sailors slept.", "head of ticketing"),
        ]);
    }

    #[test]
    fn two_offices_may_be_one_persons() {
        check(&[
            ("{ORG Acme} co-founder and chief designer {PERSON Roth} slept.", "Acme co-founder and chief designer"),
            ("Its founder and chief executive {PERSON Roth} slept.", "founder and chief executive"),
            ("Singer and actor {PERSON Roth} slept.", "Singer and actor"),
            ("{GPE Varde}’s doctor and mayor {PERSON Roth} slept.", "doctor and mayor"),
            ("The mayor and coach {PERSON Roth} slept.", "coach"),
            ("Ministers and coach {PERSON Roth} slept.", "coach"),
            ("Chief executive {PERSON Ann Lowe} and chairman {PERSON Bob Tait} slept.", "Chief executive / chairman"),
            ("A mayor and a coach, {PERSON Roth}, slept.", ""),
        ]);
    }

    #[test]
    fn a_sentence_may_begin_with_the_words_of_a_title() {
        check(&[
            ("Flood control engineer {PERSON Roth} slept.", "Flood control engineer"),
            ("Court reporter and staff photographer {PERSON Roth} slept.", "Court reporter and staff photographer"),
            ("Wildlife photographer {PERSON Roth} slept.", "Wildlife photographer"),
            ("{DATE Yesterday} engineer {PERSON Roth} slept.", "engineer"),
            ("Yesterday engineer {PERSON Roth} slept.", "engineer"),
            ("On {DATE Friday} engineer {PERSON Roth} slept.", "engineer"),
            ("Meet engineer {PERSON Roth}.", "engineer"),
            ("Luckily engineer {PERSON Roth} slept.", "engineer"),
            ("The flood hurt engineer {PERSON Roth}.", "engineer"),
        ]);
    }

    #[test]
    fn an_office_with_its_owner_may_stand_before_a_comma() {
        check(&[
            ("The founder of the {ORG Tarka} party, {PERSON Roth}, slept.", "founder of the Tarka party"),
            ("The head of the teachers’ union, {PERSON Roth}, slept.", "head of the teachers’ union"),
            ("The founder of the {PERSON Tarka} party, {PERSON Roth}, slept.", "founder of the Tarka party"),
            ("The agent of {PERSON Bo Webb}, {PERSON Roth}, slept.", ""),
            ("They met the director of {ORG Acme}, {PERSON Roth}.", "director of Acme"),
            ("The founder of the party met {PERSON Roth}.", ""),
            ("A founder of the party, {PERSON Roth}, slept.", ""),
            ("The head of the union, {PERSON Roth}, and {PERSON Webb} slept.", ""),
            ("The head of the union, {PERSON Roth}, {PERSON Webb} and others slept.", ""),
            ("The wife of the head of the union, {PERSON Roth}, slept.", ""),
            ("The head of the union, {PERSON Roth} and others slept.", ""),
            ("The head of the union said so, {PERSON Roth}, slept.", ""),
        ]);
    }
}
