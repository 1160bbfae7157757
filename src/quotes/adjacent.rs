//! The cue and the speaker right beside a quotation, found by the words alone: “…,” said X; X said: “…”;
//! “…,” according to X; “…” — X. Used where the tagger marks no cue nearby.

use crate::syntax::lexicon::{FRONTED, Verb, is_finite};
use crate::syntax::{TokenView, noun_phrase};
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// A cue and, if somebody is named, its speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    pub cue: Range<usize>,
    pub speaker: Option<Range<usize>>,
}

/// How many tokens, such as an apposition or a relative clause, may stand between the cue and the quotation.
const REACH: usize = 40;

/// The attribution that follows a quotation. The quotation ends before token `from`; `limit` is where the next
/// content begins or the sentence ends.
pub fn after(view: &TokenView, from: usize, limit: usize) -> Option<Attribution> {
    let limit = limit.min(from + REACH);
    let mut k = from;
    if k < limit && matches!(view.word(k), "," | "–" | "—" | "--" | "-" | "―") {
        k += 1;
    }
    if k >= limit {
        return None;
    }
    let dashed = k > from && view.word(from) != ",";
    if is_according(view, k, limit) {
        return Some(Attribution { cue: k..k + 2, speaker: noun_phrase::beginning_at(view, k + 2, limit) });
    }
    // "said X". The subject must be there: in "“…” told reporters" it is elsewhere.
    let mut v = k;
    while v < limit && view.is_adverbial(v) {
        v += 1;
    }
    if v < limit && Verb::loosely_reporting(view.word(v)).is_some() && is_finite(view.word(v)) {
        let subject = (v + 1..limit.min(v + 3))
            .find(|&s| !view.is_adverbial(s))
            .and_then(|s| noun_phrase::beginning_at(view, s, limit));
        if subject.is_some() {
            return Some(Attribution { cue: v..v + 1, speaker: subject });
        }
    }
    // "X said", "X, the mayor of Y, said"
    let subject = noun_phrase::beginning_at(view, k, limit)?;
    if let Some(v) = verb_after(view, subject.end, limit) {
        return Some(Attribution { cue: v..v + 1, speaker: Some(subject) });
    }
    // “…” — Commissioner Starks
    let ends = subject.end >= limit || matches!(view.word(subject.end), "." | "," | ")");
    (dashed && ends).then_some(Attribution { cue: from..from + 1, speaker: Some(subject) })
}

/// The reporting verb of a subject that ends before `from`. Adverbs and one apposition may stand between.
fn verb_after(view: &TokenView, from: usize, limit: usize) -> Option<usize> {
    let mut k = from;
    while k < limit && view.is_adverbial(k) {
        k += 1;
    }
    if k >= limit {
        return None;
    }
    let word = view.word(k);
    if Verb::loosely_reporting(word).is_some() && is_finite(word) {
        return Some(k);
    }
    if !matches!(word, "," | "(" | "–" | "—" | "--" | "of" | "from" | "for" | "in" | "at" | "with" | "who") {
        return None;
    }
    // Then it is the first reporting verb after the comma that closes the apposition.
    let closing = if word == "(" { ")" } else { "," };
    let mut closed = !matches!(word, "," | "(" | "–" | "—" | "--");
    for v in k + 1..limit {
        let w = view.word(v);
        if is_quotation_mark(w) || w == ";" || w == ":" {
            return None;
        }
        closed |= w == closing || w == word;
        if closed && Verb::surely_reporting(w).is_some() && is_finite(w) && !is_quotation_mark(view.word(v - 1)) {
            return Some(v);
        }
    }
    None
}

fn is_according(view: &TokenView, k: usize, limit: usize) -> bool {
    k + 2 < limit && view.is(k, "according") && view.is(k + 1, "to")
}

/// The attribution that precedes a quotation. The quotation begins at token `to`; `floor` is where its sentence
/// begins or the content before it ends.
pub fn before(view: &TokenView, to: usize, floor: usize) -> Option<Attribution> {
    let floor = floor.max(to.saturating_sub(REACH));
    if to <= floor {
        return None;
    }
    let colon = view.word(to - 1) == ":";
    if let Some(v) =
        (floor..to).rev().find(|&v| Verb::surely_reporting(view.word(v)).is_some() || is_according(view, v, to))
    {
        if is_according(view, v, to) {
            return Some(Attribution { cue: v..v + 2, speaker: noun_phrase::beginning_at(view, v + 2, to) });
        }
        let speaker = subject_before(view, v, floor);
        if speaker.is_some() {
            return Some(Attribution { cue: v..v + 1, speaker });
        }
    }
    if !colon {
        return None;
    }
    // Who stands before a colon speaks: "And from the chair:", "Q:".
    let end = to - 1;
    let speaker = noun_phrase::ending_at(view, end, floor).filter(|s| s.start == floor || end - floor <= 6);
    if speaker.is_some() {
        return Some(Attribution { cue: end..end + 1, speaker });
    }
    // "Mbeki put it simply:": the first name or pronoun of the sentence.
    let subject = (floor..end.min(floor + 4)).find_map(|k| noun_phrase::beginning_at(view, k, end))?;
    Some(Attribution { cue: if subject.end < end { subject.end..end } else { end..end + 1 }, speaker: Some(subject) })
}

/// The subject of a verb: right before it, or at the beginning of the sentence if a participle or a second verb
/// shares it ("The mayor shrugged, adding").
fn subject_before(view: &TokenView, verb: usize, floor: usize) -> Option<Range<usize>> {
    let follows = floor < verb && matches!(view.word(verb - 1), "and" | "but" | "to");
    if is_finite(view.word(verb)) {
        let subject = noun_phrase::subject_of(view, verb, floor);
        if subject.is_some() || !follows {
            return subject;
        }
    }
    // "During the debate, the mayor …": the subject follows the comma.
    let begins = if view.has(floor, FRONTED) {
        (floor..verb).find(|&k| view.word(k) == ",").map_or(floor, |k| k + 1)
    } else {
        floor
    };
    (begins..verb.min(begins + 8))
        .find_map(|k| noun_phrase::beginning_at(view, k, verb))
        .filter(|phrase| view.is_word(phrase.start))
}
