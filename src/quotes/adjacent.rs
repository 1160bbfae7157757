//! The cue and the speaker right beside a quotation, found by the words alone: “…,” said X; X said: “…”;
//! “…,” according to X; “…” — X. Used where the tagger marks no cue nearby.

use crate::entities::EntityType;
use crate::lexicon::{FRONTED, Verb, is_finite};
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
    // “…,” as Ana Ruiz put it
    if view.is(k, "as") && !dashed {
        k += 1;
    }
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
pub fn subject_before(view: &TokenView, verb: usize, floor: usize) -> Option<Range<usize>> {
    let follows = floor < verb && matches!(view.word(verb - 1), "and" | "but" | "to");
    if is_finite(view.word(verb)) {
        let subject = noun_phrase::subject_of(view, verb, floor);
        if subject.is_some() || !follows {
            return subject;
        }
    }
    // "During the debate, the mayor …": the subject follows the comma; "Last week a driver …": it follows the time.
    let begins = if let Some(time) = time_at(view, floor) {
        time
    } else if view.has(floor, FRONTED) {
        (floor..verb).find(|&k| view.word(k) == ",").map_or(floor, |k| k + 1)
    } else {
        floor
    };
    (begins..verb.min(begins + 8))
        .find_map(|k| noun_phrase::beginning_at(view, k, verb))
        .filter(|phrase| view.is_word(phrase.start))
}

/// Where a time that begins a sentence ends: "Last week", "On Friday,".
fn time_at(view: &TokenView, floor: usize) -> Option<usize> {
    let k = view.entities.partition_point(|e| e.tokens.end <= floor);
    let time = view.entities.get(k).filter(|e| matches!(e.kind, EntityType::Date | EntityType::Time))?;
    let first = time.tokens.start == floor || (time.tokens.start == floor + 1 && view.has(floor, FRONTED));
    let comma = usize::from(view.word(time.tokens.end) == ",");
    first.then_some(time.tokens.end + comma)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_view, words};
    use super::*;

    /// The words of a cue and of its speaker; no speaker is "".
    type Found = Option<(String, String)>;

    fn in_words(view: &TokenView, found: Option<Attribution>) -> Found {
        let found = found?;
        Some((words(view, &found.cue), found.speaker.map_or_else(String::new, |s| words(view, &s))))
    }

    /// What follows the first quotation.
    fn found_after(text: &str) -> Found {
        with_view(text, |view, _| {
            let end = view.layout.quoted[0].close.expect("a closed quotation") + 1;
            in_words(view, after(view, end, view.layout.tokens.len()))
        })
    }

    /// What precedes the last quotation.
    fn found_before(text: &str) -> Found {
        with_view(text, |view, _| in_words(view, before(view, view.layout.quoted.last()?.open, 0)))
    }

    fn check(find: impl Fn(&str) -> Found, cases: &[(&str, &str, &str)]) {
        for &(text, cue, speaker) in cases {
            assert_eq!(find(text), Some((cue.to_owned(), speaker.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_verb_and_its_subject_follow_a_quotation_in_either_order() {
        check(
            found_after,
            &[
                ("“We sail at dawn,” said Ana Ruiz.", "said", "Ana Ruiz"),
                ("“We sail at dawn,” quietly added the captain.", "added", "the captain"),
                ("“We sail at dawn,” said later Ana Ruiz.", "said", "Ana Ruiz"),
                ("“We sail at dawn” – said Ana Ruiz.", "said", "Ana Ruiz"),
                ("“We sail at dawn,” began Ana Ruiz.", "began", "Ana Ruiz"),
                ("“We sail at dawn,” she said.", "said", "she"),
                ("“We sail at dawn,” Ana Ruiz has often said.", "said", "Ana Ruiz"),
            ],
        );
        for text in [
            "“We sail at dawn,” saying Ana Ruiz.",
            "“We sail at dawn,” Ana Ruiz was sure.",
            "“We sail at dawn,” said.",
            "“We sail at dawn,”",
            "“We sail at dawn” ; Ana Ruiz said.",
        ] {
            assert_eq!(found_after(text), None, "{text}");
        }
    }

    #[test]
    fn an_apposition_may_stand_between_the_subject_and_a_certain_verb() {
        check(
            found_after,
            &[
                ("“We sail at dawn,” Ana Ruiz, the captain of the ferry, said.", "said", "Ana Ruiz"),
                ("“We sail at dawn,” Ana Ruiz (the captain) said.", "said", "Ana Ruiz"),
                ("“We sail at dawn,” Ana Ruiz – the captain – said.", "said", "Ana Ruiz"),
                ("“We sail at dawn,” Ana Ruiz from the ferry said.", "said", "Ana Ruiz"),
                ("“We sail at dawn,” Ana Ruiz with her crew said.", "said", "Ana Ruiz"),
            ],
        );
        for text in [
            // The apposition is not closed.
            "“We sail at dawn,” Ana Ruiz, the captain who said so.",
            "“We sail at dawn,” Ana Ruiz (the captain, who said so",
            // Another quotation or another clause stands between.
            "“We sail at dawn,” Ana Ruiz, the “captain”, said.",
            "“We sail at dawn,” Ana Ruiz, the captain; the crew, said so.",
            // The verb may be a noun, or is not finite.
            "“We sail at dawn,” Ana Ruiz, the captain, reports.",
            "“We sail at dawn,” Ana Ruiz, the captain, saying so.",
        ] {
            assert_eq!(found_after(text), None, "{text}");
        }
    }

    #[test]
    fn a_source_follows_according_to() {
        check(
            found_after,
            &[
                ("“We sail at dawn,” according to the harbour police.", "according to", "the harbour police"),
                ("“We sail at dawn,” according to 14 of them.", "according to", ""),
            ],
        );
        assert_eq!(found_after("“We sail at dawn,” according to"), None);
    }

    #[test]
    fn a_dash_and_a_name_sign_a_quotation() {
        check(
            found_after,
            &[("“We sail at dawn” — Ana Ruiz", "—", "Ana Ruiz"), ("“Sail!” -- Ana Ruiz.", "--", "Ana Ruiz")],
        );
        for text in [
            "“We sail at dawn” — Ana Ruiz is gone.",
            "“We sail at dawn,” Ana Ruiz.",
            "“We sail at dawn”, Ana Ruiz.",
            "“We sail at dawn” —",
        ] {
            assert_eq!(found_after(text), None, "{text}");
        }
    }

    #[test]
    fn a_verb_too_far_from_the_quotation_is_not_its_cue() {
        let apposition = |words: usize| format!("“We sail at dawn,” Ana Ruiz,{} said.", " very".repeat(words) + ",");
        assert!(found_after(&apposition(REACH - 10)).is_some());
        assert_eq!(found_after(&apposition(REACH)), None);
        let introduction = |words: usize| format!("Ana Ruiz said{} “We sail at dawn.”", " very".repeat(words));
        assert!(found_before(&introduction(REACH - 10)).is_some());
        assert_eq!(found_before(&introduction(REACH)), None);
    }

    #[test]
    fn a_verb_and_its_subject_precede_a_quotation() {
        check(
            found_before,
            &[
                ("Ana Ruiz said: “We sail at dawn.”", "said", "Ana Ruiz"),
                ("The captain of the ferry said “we sail at dawn”.", "said", "The captain of the ferry"),
                ("Ana Ruiz, the captain, told reporters: “We sail at dawn.”", "told", "Ana Ruiz"),
                ("According to Ana Ruiz, “we sail at dawn”.", "According to", "Ana Ruiz"),
            ],
        );
        for text in ["“We sail at dawn.”", "The report “We sail at dawn”", "The ferry is “late again”."] {
            assert_eq!(found_before(text), None, "{text}");
        }
    }

    #[test]
    fn a_second_verb_or_a_participle_shares_the_subject_of_the_first() {
        check(
            found_before,
            &[
                ("The captain was tired, adding: “We sail at dawn.”", "adding", "The captain"),
                ("She was tired and said: “We sail at dawn.”", "said", "She"),
                ("She was glad to say: “We sail at dawn.”", "say", "She"),
                ("During the storm, the captain was calm, adding: “We sail at dawn.”", "adding", "the captain"),
            ],
        );
        // A finite verb of its own clause has its own subject or none.
        assert_eq!(found_before("She was tired; often said “we sail”."), None);
    }

    #[test]
    fn the_name_before_a_colon_is_the_speaker() {
        check(
            found_before,
            &[
                ("And from the chair: “We sail at dawn.”", ":", "the chair"),
                ("Q: “Do we sail?”", ":", "Q"),
                ("Okafor was as blunt as on Monday: “We sail at dawn.”", "was as blunt as on Monday", "Okafor"),
            ],
        );
        // Without the colon nobody does, and far from the beginning of the sentence only its first name does.
        assert_eq!(found_before("And from the chair, “We sail at dawn.”"), None);
        assert_eq!(found_before("Okafor was as blunt as on Monday, “We sail at dawn.”"), None);
        assert_eq!(
            found_before("And so it was, and this is how it went on from the chair: “We sail.”").unwrap().1,
            "it"
        );
    }
}
