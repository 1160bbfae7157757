//! Titles: "Defence Minister Sergei Shoigu", "Shoigu, the defence minister,", "strongman Kim Jong Un".

use super::lexicon::*;
use super::phrases::Phrase;
use super::reading::Reading;
use crate::entities::EntityType;
use core::ops::Range;

/// What the text calls a person beside the name.
pub struct Title {
    /// The person's entity.
    pub entity: usize,
    pub phrase: Phrase,
    /// The title itself; `None` for other words for a person ("his wife, Mary"), which say something of
    /// the gender at most.
    pub tokens: Option<Range<usize>>,
    /// Set off by a comma, where it is a mention of its own.
    pub apposition: bool,
}

/// Titles of all persons in the order of the text.
pub fn find(reading: &Reading) -> Vec<Title> {
    let mut out = Vec::new();
    for (index, entity) in
        reading.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityType::Person && !e.tokens.is_empty())
    {
        out.extend(before(reading, index, entity.tokens.clone()));
        out.extend(inside(reading, index, entity.tokens.clone()));
        out.extend(after(reading, index, entity.tokens.end));
        out.extend(before_comma(reading, index, entity.tokens.clone()));
    }
    out
}

fn title(reading: &Reading, entity: usize, phrase: Phrase, end: usize, apposition: bool) -> Title {
    // "a very eccentric artist" describes; "a financial adviser" is an office.
    let describes = phrase.determiner.is_some_and(|word| reading.has(word, INDEFINITE))
        && phrase.tokens.clone().any(|t| {
            reading.is_word(t) && !reading.has(t, !0) && reading.entity(t).is_none() && !reading.is_capitalised(t)
        });
    let tokens = (reading.has(phrase.head, ROLE) && !describes).then(|| phrase.tokens.start..end);
    Title { entity, phrase, tokens, apposition }
}

/// Right before the name.
fn before(reading: &Reading, entity: usize, name: Range<usize>) -> Option<Title> {
    let from = reading.sentence_tokens(name.start).start;
    let last = name.start.checked_sub(1).filter(|&last| last >= from)?;
    let head = if reading.has(last, ROLE | PERSON) && reading.entity(last).is_none() {
        last
    } else if reading.is_word(last)
        && last >= from + 2
        && reading.is_inner_hyphen(last - 1)
        && reading.has(last - 2, ROLE)
    {
        last - 2
    } else {
        office(reading, from, last)?
    };
    if is_verb(reading, from, head) {
        return None;
    }
    Some(title(reading, entity, Phrase::around(reading, head, false), name.start, false))
}

/// "the old director, Cheng Yin, said": the phrase with its article, a comma, the name, a comma or the
/// end of the sentence.
fn before_comma(reading: &Reading, entity: usize, name: Range<usize>) -> Option<Title> {
    let sentence = reading.sentence_tokens(name.start);
    let comma = name.start.checked_sub(1).filter(|&t| t > sentence.start && reading.word(t) == ",")?;
    let closed = name.end >= sentence.end || reading.is_mark(name.end);
    let head = comma - 1;
    if !closed || !reading.has(head, ROLE | PERSON) || reading.entity(head).is_some() {
        return None;
    }
    let phrase = Phrase::around(reading, head, true);
    let end = phrase.tokens.end;
    phrase.is_definite(reading).then(|| title(reading, entity, phrase, end, true))
}

/// "Secretary of State", "Chancellor of the Exchequer" with its last token before the name: the role.
fn office(reading: &Reading, from: usize, last: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    if !reading.is_capitalised(last) || reading.is_person(last) {
        return None;
    }
    (from + 1..last)
        .rev()
        .take(LONGEST)
        .take_while(|&word| {
            reading.is_capitalised(word)
                || reading.is(word, "the")
                || reading.is(word, "of")
                || reading.is(word, "and")
                || reading.is(word, "for")
        })
        .filter(|&word| reading.is(word, "of") || reading.is(word, "for"))
        .map(|of| of - 1)
        .find(|&role| reading.has(role, ROLE) && reading.is_capitalised(role) && reading.entity(role).is_none())
}

/// "will host Putin", "to head", "who coach": the word is a verb here.
fn is_verb(reading: &Reading, from: usize, head: usize) -> bool {
    head > from
        && !reading.is_capitalised(head)
        && (reading.is(head - 1, "to")
            || reading.has(head - 1, SUBJECT | RELATIVE)
            || (reading.has(head - 1, AUXILIARY) && !reading.is_possessive_mark(head - 1)))
}

/// The entity has taken the title in.
fn inside(reading: &Reading, entity: usize, name: Range<usize>) -> Option<Title> {
    let end = name.clone().take_while(|&word| reading.has(word, ROLE | MODIFIER)).last()? + 1;
    let head = (name.start..end).rev().find(|&word| reading.has(word, ROLE))?;
    (end < name.end).then(|| Title {
        entity,
        phrase: Phrase { tokens: name.start..head + 1, head, determiner: None },
        tokens: Some(name.start..head + 1),
        apposition: false,
    })
}

/// After the name and a comma, up to a word that cannot belong to it.
fn after(reading: &Reading, entity: usize, end: usize) -> Option<Title> {
    const LONGEST: usize = 10;
    let sentence = reading.sentence_tokens(end.checked_sub(1)?);
    if !matches!(reading.word(end), "," | "(" | "–" | "—" | "--") {
        return None;
    }
    let start = end + 1;
    let limit = sentence.end.min(start + LONGEST);
    let mut at = start;
    let determined = reading.has(at, DEFINITE | INDEFINITE | POSSESSIVE);
    at += usize::from(determined);
    let mut head = None;
    while at < limit {
        let belongs = match reading.kind(at) {
            Some(EntityType::Person) => return None,
            Some(_) => true,
            None => {
                reading.has(at, MODIFIER | ROLE | PERSON)
                    || reading.is_inner_hyphen(at)
                    || reading.is_possessive_mark(at)
                    || (reading.is_word(at)
                        && !reading.has(at, !0)
                        && (reading.is_capitalised(at) || (determined && head.is_none())))
            }
        };
        if !belongs {
            break;
        }
        if reading.has(at, ROLE | PERSON) && reading.entity(at).is_none() {
            head = Some(at);
        }
        at += 1;
    }
    let head = head?;
    let phrase = Phrase::around(reading, head, true);
    let next = phrase.tokens.end;
    let closed = next >= sentence.end
        || reading.is_mark(next)
        || reading.has(next, PREPOSITION | CONJUNCTION | RELATIVE | REPORTING | AUXILIARY);
    if !closed || phrase.tokens.start < start || reading.is_person(next) {
        return None;
    }
    let end = office_end(reading, next, sentence.end);
    Some(title(reading, entity, phrase, end, true))
}

/// Past what an office is of: "president of Acme", "chief of staff", "head of the Water Board". `at` is
/// where the phrase ends.
fn office_end(reading: &Reading, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 3;
    if !matches!(reading.word(at), "of" | "for" | "at") {
        return at;
    }
    let owner = at + 1 + usize::from(reading.is(at + 1, "the"));
    if let Some(entity) = reading.entity(owner) {
        let entity = &reading.entities[entity];
        return if entity.kind != EntityType::Person && entity.tokens.end <= limit { entity.tokens.end } else { at };
    }
    let field = |t: usize| {
        t < limit
            && reading.is_word(t)
            && !reading.is_capitalised(t)
            && reading.entity(t).is_none()
            && !reading.has(t, !(MODIFIER | ROLE))
    };
    let words = (owner..owner + LONGEST + 1).take_while(|&t| field(t)).count();
    if reading.is(at, "of") && (1..=LONGEST).contains(&words) { owner + words } else { at }
}
