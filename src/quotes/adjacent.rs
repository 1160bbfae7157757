//! The cue and the speaker right adjacent a quoted quoted_span, by its words alone: “…,” said X; X said: “…”;
//! “…,” according to X; “…” — X. Used where the tagger marks no cue nearby.

use crate::layout::Layout;
use crate::quotation_marks::is_quotation_mark;
use crate::syntax::lexicon::reporting::{is_adverb_or_auxiliary, is_finite, loosely_reporting, surely_reporting};
use crate::syntax::noun_phrase;
use crate::tokens::TokenKind;
use core::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub struct Adjacent {
    pub cue: Range<usize>,
    pub speaker: Option<Range<usize>>,
}

/// How far a speaker's own words (apposition, relative clause) may keep cue and quotation apart.
const REACH: usize = 40;

/// What follows a quoted_span that ends before token `from`; `limit` is where the next content or the
/// sentence ends.
pub fn after(layout: &Layout, from: usize, limit: usize) -> Option<Adjacent> {
    let limit = limit.min(from + REACH);
    let mut k = from;
    if k < limit && matches!(layout.word(k), "," | "–" | "—" | "--" | "-" | "―") {
        k += 1;
    }
    if k >= limit {
        return None;
    }
    let dashed = k > from && layout.word(from) != ",";
    if is_according(layout, k, limit) {
        return Some(Adjacent { cue: k..k + 2, speaker: noun_phrase::beginning_at(layout, k + 2, limit) });
    }
    // said X; but "“…” told reporters" has its subject elsewhere.
    let mut v = k;
    while v < limit && is_adverb_or_auxiliary(layout.word(v)) {
        v += 1;
    }
    if v < limit && loosely_reporting(layout.word(v)).is_some_and(|_| is_finite(layout.word(v))) {
        let subject = (v + 1..limit.min(v + 3))
            .find(|&s| !is_adverb_or_auxiliary(layout.word(s)))
            .and_then(|s| noun_phrase::beginning_at(layout, s, limit));
        if subject.is_some() {
            return Some(Adjacent { cue: v..v + 1, speaker: subject });
        }
    }
    // X said; X, the mayor of Y, said
    let subject = noun_phrase::beginning_at(layout, k, limit)?;
    if let Some(v) = verb_after(layout, subject.end, limit) {
        return Some(Adjacent { cue: v..v + 1, speaker: Some(subject) });
    }
    // “…” — Commissioner Starks
    let ends = subject.end >= limit || matches!(layout.word(subject.end), "." | "," | ")");
    (dashed && ends).then_some(Adjacent { cue: from..from + 1, speaker: Some(subject) })
}

/// The reporting verb of a subject that ends before `from`, over adverbs and one apposition.
fn verb_after(layout: &Layout, from: usize, limit: usize) -> Option<usize> {
    let mut k = from;
    while k < limit && is_adverb_or_auxiliary(layout.word(k)) {
        k += 1;
    }
    if k >= limit {
        return None;
    }
    let word = layout.word(k);
    if loosely_reporting(word).is_some() && is_finite(word) {
        return Some(k);
    }
    if !matches!(word, "," | "(" | "–" | "—" | "--" | "of" | "from" | "for" | "in" | "at" | "with" | "who") {
        return None;
    }
    // The first reporting verb after the apposition's closing comma.
    let closing = if word == "(" { ")" } else { "," };
    let mut closed = !matches!(word, "," | "(" | "–" | "—" | "--");
    for v in k + 1..limit {
        let w = layout.word(v);
        if is_quotation_mark(w) || w == ";" || w == ":" {
            return None;
        }
        closed |= w == closing || w == word;
        if closed && surely_reporting(w).is_some() && is_finite(w) && !is_quotation_mark(layout.word(v - 1)) {
            return Some(v);
        }
    }
    None
}

fn is_according(layout: &Layout, k: usize, limit: usize) -> bool {
    k + 2 < limit && layout.word(k).eq_ignore_ascii_case("according") && layout.word(k + 1).eq_ignore_ascii_case("to")
}

/// What stands before a quoted_span that begins at token `to`; `floor` is where the sentence or the content
/// before it ends.
pub fn before(layout: &Layout, to: usize, floor: usize) -> Option<Adjacent> {
    let floor = floor.max(to.saturating_sub(REACH));
    if to <= floor {
        return None;
    }
    let colon = layout.word(to - 1) == ":";
    if let Some(v) =
        (floor..to).rev().find(|&v| surely_reporting(layout.word(v)).is_some() || is_according(layout, v, to))
    {
        if is_according(layout, v, to) {
            return Some(Adjacent { cue: v..v + 2, speaker: noun_phrase::beginning_at(layout, v + 2, to) });
        }
        let speaker = subject_before(layout, v, floor);
        if speaker.is_some() {
            return Some(Adjacent { cue: v..v + 1, speaker });
        }
    }
    if !colon {
        return None;
    }
    // Who stands before a colon speaks: "And from the chair:", "Q:".
    let end = to - 1;
    let speaker = noun_phrase::ending_at(layout, end, floor).filter(|s| s.start == floor || end - floor <= 6);
    if speaker.is_some() {
        return Some(Adjacent { cue: end..end + 1, speaker });
    }
    // "Mbeki put it simply:" — the sentence's first name or pronoun.
    let subject = (floor..end.min(floor + 4)).find_map(|k| noun_phrase::beginning_at(layout, k, end))?;
    Some(Adjacent {
        cue: (subject.end < end).then_some(subject.end..end).unwrap_or(end..end + 1),
        speaker: Some(subject),
    })
}

/// The subject of a verb: right before it, or at the sentence's beginning where a participle or a
/// second verb takes it over ("The mayor shrugged, adding").
fn subject_before(layout: &Layout, verb: usize, floor: usize) -> Option<Range<usize>> {
    let follows = floor < verb && matches!(layout.word(verb - 1), "and" | "but" | "to");
    if is_finite(layout.word(verb)) {
        let subject = noun_phrase::subject_of(layout, verb, floor);
        if subject.is_some() || !follows {
            return subject;
        }
    }
    // "During the debate, the mayor …": the subject follows the comma.
    let begins = if is_preposition(layout.word(floor)) {
        (floor..verb).find(|&k| layout.word(k) == ",").map_or(floor, |k| k + 1)
    } else {
        floor
    };
    (begins..verb.min(begins + 8))
        .find_map(|k| noun_phrase::beginning_at(layout, k, verb))
        .filter(|p| layout.tokens[p.start].kind == TokenKind::Word)
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "in" | "on"
            | "at"
            | "during"
            | "after"
            | "before"
            | "with"
            | "while"
            | "when"
            | "for"
            | "as"
            | "by"
            | "from"
            | "under"
            | "since"
            | "despite"
            | "speaking"
            | "asked"
            | "once"
            | "following"
    )
}
