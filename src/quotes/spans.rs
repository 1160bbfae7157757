//! Every span that may be part of a quotation: content, cues and speakers.
//!
//! Most of them are spans that the tagger marks. Where it marks no cue beside a quotation, or no speaker beside a
//! cue, the words there are read ([`adjacent`], [`noun_phrase`]), so that the linker has something to choose from.

use super::adjacent::{self, Attribution};
use super::content_span::{self, ContentSpan};
use super::decode::{self, RoleSpan, probability};
use super::quoted_span::{self, QuotedSpan};
use crate::lexicon::{ADDRESS, Verb, is_finite};
use crate::syntax::{TokenView, noun_phrase};
use crate::tagger::{Role, Tagging};
use crate::text::chars::is_dash;
use crate::text::sort_by_numbers;
use core::ops::Range;

/// Each list is in order, and no two spans of a list overlap.
pub struct Spans<'a> {
    pub view: &'a TokenView<'a>,
    pub quoted: Vec<QuotedSpan>,
    pub contents: Vec<ContentSpan>,
    pub cues: Vec<RoleSpan>,
    pub speakers: Vec<RoleSpan>,
}

impl<'a> Spans<'a> {
    pub fn of(view: &'a TokenView<'a>, tagging: &Tagging) -> Spans<'a> {
        let quoted = quoted_span::quoted_spans(view.layout);
        let roles = decode::roles(view.layout, tagging);
        // A cue inside quotation marks belongs to a report of the person quoted, not of the text.
        let outside =
            |spans: Vec<RoleSpan>| spans.into_iter().filter(|s| !is_inside(&quoted, &s.tokens)).collect::<Vec<_>>();
        let (mut cues, mut speakers) = (outside(roles.cues), outside(roles.speakers));
        for cue in &mut cues {
            cue.tokens = behind_surname(view, cue.tokens.clone());
        }
        cues.retain(|cue| !cue.tokens.is_empty());
        // "Mr Said": the tagger takes only the first word for the speaker.
        for speaker in &mut speakers {
            let (last, next) = (speaker.tokens.end - 1, speaker.tokens.end);
            if view.is_person(next) && (view.has(last, ADDRESS) || view.entity(last) == view.entity(next)) {
                let name = view.entity(next).map_or(next + 1, |e| view.entities[e].tokens.end);
                speaker.tokens.end = name;
            }
        }
        speakers.retain(|s| s.tokens.clone().any(|i| view.is_word(i)));
        let contents = content_span::content_spans(view, tagging, &roles.contents, &quoted, &cues);
        let mut spans = Spans { view, quoted, contents, cues, speakers };
        let (cues, speakers) = spans.beside_quotations(tagging);
        merge(&mut spans.cues, cues);
        merge(&mut spans.speakers, speakers);
        let speakers = spans.beside_cues(tagging);
        merge(&mut spans.speakers, speakers);
        spans
    }

    /// Cues and speakers beside quoted content that has no cue in its sentence.
    fn beside_quotations(&self, tagging: &Tagging) -> (Vec<RoleSpan>, Vec<RoleSpan>) {
        let (view, contents) = (self.view, &self.contents);
        let tokens = &view.layout.tokens;
        let (mut cues, mut speakers) = (Vec::new(), Vec::new());
        for (k, content) in contents.iter().enumerate() {
            let speech = content.tagged
                || tagging.roles.is_empty()
                || self.quoted[content.quoted.clone()].iter().any(QuotedSpan::is_sentence)
                || is_told(view, content.tokens.start);
            if content.quoted.is_empty() || !speech {
                continue;
            }
            let previous = if k > 0 { contents[k - 1].tokens.end } else { 0 };
            let floor = previous.max(introduction(view, content.tokens.start));
            let next = contents.get(k + 1).map_or(tokens.len(), |c| c.tokens.start);
            let limit = next.min(view.sentence_tokens(content.tokens.end - 1).end);
            let introduced = !within(&self.cues, &(floor..content.tokens.start)).is_empty();
            if !within(&self.cues, &(content.tokens.end..limit)).is_empty() {
                continue;
            }
            // A cue before the quotation reports it, unless a comma leads to another behind it.
            let comma = view.word(content.tokens.end.saturating_sub(2)) == "," || view.word(content.tokens.end) == ",";
            if introduced && !comma {
                continue;
            }
            let paragraph = tokens[content.tokens.start].paragraph;
            let paragraph_goes_on = tokens.get(content.tokens.end).is_some_and(|t| t.paragraph == paragraph);
            let after = if paragraph_goes_on {
                adjacent::after(view, content.tokens.end, limit)
            } else {
                signature(view, content.tokens.end, next)
            };
            let found = match introduced {
                true => after.filter(|found| found.speaker.is_some()),
                false => after.or_else(|| adjacent::before(view, content.tokens.start, floor)),
            };
            if let Some(found) = found {
                cues.push(role_span(tagging, found.cue, Role::Cue));
                speakers.extend(found.speaker.map(|s| role_span(tagging, s, Role::Speaker)));
            }
        }
        (cues, speakers)
    }

    /// The noun phrases on both sides of cues that have no speaker nearby.
    fn beside_cues(&self, tagging: &Tagging) -> Vec<RoleSpan> {
        const BEFORE: usize = 3;
        const AFTER: usize = 2;
        let mut more = Vec::new();
        for RoleSpan { tokens: cue, .. } in &self.cues {
            let near = cue.start.saturating_sub(BEFORE)..cue.end + AFTER;
            if overlapping(&self.speakers, &near) {
                continue;
            }
            let sentence = self.view.sentence_tokens(cue.start);
            let outside = |s: &Range<usize>| !overlapping(&self.quoted, s);
            let after = noun_phrase::beginning_at(self.view, cue.end, sentence.end).filter(outside);
            let before = noun_phrase::subject_of(self.view, cue.start, sentence.start).filter(outside);
            more.extend([after, before].into_iter().flatten().map(|s| role_span(tagging, s, Role::Speaker)));
        }
        more
    }
}

/// Something that covers tokens.
pub trait Spanned {
    fn tokens(&self) -> &Range<usize>;
}

impl Spanned for ContentSpan {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

impl Spanned for RoleSpan {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

impl Spanned for QuotedSpan {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

/// The spans of an ordered list that begin inside a range.
pub fn within<'s, T: Spanned>(list: &'s [T], range: &Range<usize>) -> &'s [T] {
    let from = list.partition_point(|s| s.tokens().start < range.start);
    let to = list.partition_point(|s| s.tokens().start < range.end);
    &list[from..to.max(from)]
}

/// The first span of an ordered list that ends after a token.
fn first_after<T: Spanned>(list: &[T], token: usize) -> Option<&T> {
    list.get(list.partition_point(|s| s.tokens().end <= token))
}

fn overlapping<T: Spanned>(list: &[T], range: &Range<usize>) -> bool {
    first_after(list, range.start).is_some_and(|s| s.tokens().start < range.end)
}

fn is_inside(quoted: &[QuotedSpan], tokens: &Range<usize>) -> bool {
    first_after(quoted, tokens.start).is_some_and(|q| q.tokens.start <= tokens.start && tokens.end <= q.tokens.end)
}

/// A span that was found by its words. Without a tagger it counts as certain.
fn role_span(tagging: &Tagging, tokens: Range<usize>, role: Role) -> RoleSpan {
    let p = if tagging.roles.is_empty() { 1.0 } else { probability(tagging, &tokens, role) };
    RoleSpan { tokens, p }
}

/// The cue that the tagger takes a surname for: in "Leila Said claims" it is the next word. Empty if nothing there
/// reports.
fn behind_surname(view: &TokenView, cue: Range<usize>) -> Range<usize> {
    if !cue.clone().all(|i| view.is_person(i) && view.is_capitalised(i)) {
        return cue;
    }
    let mut verb = cue.end;
    while view.is_person(verb) || view.is_adverbial(verb) {
        verb += 1;
    }
    let reports = Verb::reporting(view.word(verb)).is_some() && is_finite(view.word(verb)) && view.is_lower(verb);
    if reports { verb..verb + 1 } else { 0..0 }
}

/// "a sign that read “Go home”": even a few words in quotation marks are speech right behind such a verb.
fn is_told(view: &TokenView, open: usize) -> bool {
    const TELLING: [&str; 9] = ["answer", "ask", "chant", "read", "reply", "say", "shout", "whisper", "yell"];
    let verb = open.checked_sub(1).and_then(|before| Verb::surely_reporting(view.word(before)));
    verb.is_some_and(|verb| TELLING.contains(&verb.base))
}

/// "— Ana Ruiz" on a line of its own under the quotation that ends before token `from`.
fn signature(view: &TokenView, from: usize, next: usize) -> Option<Attribution> {
    let dash = from < next && view.word(from).chars().all(|c| is_dash(c) || c == '-');
    let line = view.sentence_tokens(from.min(view.layout.tokens.len() - 1)).end;
    if dash { adjacent::after(view, from, line.min(next)) } else { None }
}

/// Where the sentence that may introduce this token begins: its own, or the one before if that ends with a colon,
/// even in the paragraph before.
fn introduction(view: &TokenView, token: usize) -> usize {
    let start = view.sentence_tokens(token).start;
    let introduced = start == token && start > 0 && view.word(start - 1) == ":";
    if introduced { view.sentence_tokens(start - 1).start } else { start }
}

/// Adds spans to a list, except those that overlap one that is in it.
fn merge(list: &mut Vec<RoleSpan>, mut more: Vec<RoleSpan>) {
    more.retain(|m| !overlapping(list, &m.tokens));
    list.append(&mut more);
    sort_by_numbers(list, |s| (s.tokens.start, s.tokens.end));
    list.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_spans, words};
    use super::*;

    /// The words of all cues, and of all speakers.
    fn found(marked: &str) -> (Vec<String>, Vec<String>) {
        with_spans(marked, |spans, _| {
            let shown = |list: &[RoleSpan]| list.iter().map(|s| words(spans.view, &s.tokens)).collect();
            (shown(&spans.cues), shown(&spans.speakers))
        })
    }

    fn check(cases: &[(&str, &[&str], &[&str])]) {
        fn strs(words: &[String]) -> Vec<&str> {
            words.iter().map(String::as_str).collect()
        }
        for (marked, cues, speakers) in cases {
            let (found_cues, found_speakers) = found(marked);
            assert_eq!((strs(&found_cues), strs(&found_speakers)), (cues.to_vec(), speakers.to_vec()), "{marked}");
        }
    }

    #[test]
    fn roles_inside_quotation_marks_are_not_the_texts() {
        check(&[
            ("{content “}{speaker Ames} {cue says} {content no,”} {speaker Ruiz} {cue said}.", &["said"], &["Ruiz"]),
            (
                "{speaker Ames} {cue says} {content no,} {speaker Ruiz} {cue said}.",
                &["says", "said"],
                &["Ames", "Ruiz"],
            ),
        ]);
    }

    #[test]
    fn a_speaker_has_a_word() {
        check(&[
            ("{speaker —} {cue said} {content that it is closed}.", &["said"], &[]),
            ("{speaker — Ames} {cue said} {content that it is closed}.", &["said"], &["— Ames"]),
        ]);
    }

    #[test]
    fn beside_a_quotation_the_words_are_read_where_no_cue_is_tagged() {
        check(&[
            // Without a tagger every quotation counts.
            ("“We sail,” said Ana Ruiz.", &["said"], &["Ana Ruiz"]),
            ("Ana Ruiz said: “We sail.”", &["said"], &["Ana Ruiz"]),
            ("“Sail,” said Ana Ruiz. “Row,” said Bo Webb.", &["said", "said"], &["Ana Ruiz", "Bo Webb"]),
            // What follows comes first.
            ("Bo Webb was told, “We sail,” said Ana Ruiz.", &["said"], &["Ana Ruiz"]),
            // With one, a quotation that it tags or that is a sentence.
            ("{content “We sail,”} said Ana Ruiz.", &["said"], &["Ana Ruiz"]),
            ("{content It is late}.\n\n“We sail at dawn,” said Ana Ruiz.", &["said"], &["Ana Ruiz"]),
            ("{content It is late}.\n\nThe “old sail” said Ana Ruiz.", &[], &[]),
            // A cue in its sentence that the tagger marks is enough.
            ("{content “We sail,”} said Ana Ruiz, and {cue aloud}.", &["aloud"], &[]),
            ("{cue Aloud}, {content “we sail”} said Ana Ruiz.", &["Aloud"], &[]),
            // A comma leads to another one behind the quotation.
            ("{cue Aloud}, {content “we sail,”} said Ana Ruiz.", &["Aloud", "said"], &["Ana Ruiz"]),
            // A few words are speech right behind a verb of speech.
            ("{content It is late}. The sign read “go home”.", &["read"], &["The sign"]),
            ("{content It is late}. The sign showed “go home”.", &[], &[]),
            // A surname is no cue, but the verb behind it is.
            ("{PERSON Leila {cue Said}} claims {content it is late}.", &["claims"], &["Leila Said", "it"]),
            ("{PERSON Leila {cue Said}} and {content it is late}.", &[], &[]),
            ("{cue Aloud}. {content “We sail,”} said Ana Ruiz.", &["Aloud", "said"], &["Ana Ruiz"]),
        ]);
    }

    #[test]
    fn a_quotation_is_read_up_to_the_next_one_and_the_end_of_its_sentence() {
        check(&[
            ("“We sail,” and “we row,” said Ana Ruiz.", &["said"], &["Ana Ruiz"]),
            // The cue of the next one is not this one's.
            (
                "{content “We sail,”} said Ana Ruiz, {content “we row,”} {cue said} {speaker Webb}.",
                &["said", "said"],
                &["Ana Ruiz", "Webb"],
            ),
            ("“We all sail.” Said Ana Ruiz.", &[], &[]),
        ]);
    }

    #[test]
    fn a_line_of_its_own_signs_a_quotation_with_a_dash_and_a_name() {
        check(&[
            ("“We sail at dawn.”\n\n— Ana Ruiz", &["—"], &["Ana Ruiz"]),
            ("“We sail at dawn.”\n\n- Ana Ruiz", &["-"], &["Ana Ruiz"]),
            ("“We sail at dawn.”\n\nAna Ruiz said.", &[], &[]),
        ]);
    }

    #[test]
    fn a_sentence_before_introduces_a_quotation_with_a_colon() {
        check(&[
            ("Ana Ruiz said this:\n\n“We sail at dawn.”", &["said"], &["Ana Ruiz"]),
            ("Ana Ruiz said this.\n\n“We sail at dawn.”", &[], &[]),
            ("Ana Ruiz said this:\n\nSoon “we sail at dawn”.", &[], &[]),
        ]);
    }

    #[test]
    fn a_cue_without_a_speaker_nearby_gets_the_noun_phrases_beside_it() {
        check(&[
            ("The mayor {cue said} {content that it is closed}.", &["said"], &["The mayor"]),
            ("{content It is closed}, {cue said} the mayor.", &["said"], &["the mayor"]),
            ("The mayor was, {speaker Ames} {cue said}, {content late}.", &["said"], &["Ames"]),
            (
                "The mayor {cue said} so, {speaker Ames} that {content that it is closed}.",
                &["said"],
                &["The mayor", "Ames"],
            ),
            ("{cue Said} so {speaker Ames} that {content that it is closed}.", &["Said"], &["Ames"]),
            // A phrase with quotation marks in it is left to the tagger.
            ("Anna “Ace” Berg {cue said} {content that it is closed}.", &["said"], &[]),
            ("{content That it is closed}, {cue said} Anna “Ace” Berg.", &["said"], &[]),
        ]);
    }

    #[test]
    fn a_span_found_by_its_words_has_the_taggers_probability_or_without_a_tagger_1() {
        for (marked, p) in [("“We sail,” said Ana Ruiz.", 1.0), ("{content “We sail,”} said Ana Ruiz.", 0.0)] {
            with_spans(marked, |spans, _| assert_eq!((spans.cues[0].p, spans.speakers[0].p), (p, p), "{marked}"));
        }
    }

    #[test]
    fn lists_are_in_order_and_do_not_overlap() {
        fn list(ranges: &[(usize, usize)]) -> Vec<RoleSpan> {
            ranges.iter().map(|&(start, end)| RoleSpan { tokens: start..end, p: 1.0 }).collect()
        }
        let mut spans = list(&[(4, 6), (8, 9)]);
        merge(&mut spans, list(&[(5, 7), (9, 11), (0, 2), (1, 3), (3, 9)]));
        assert_eq!(spans, list(&[(0, 2), (4, 6), (8, 9), (9, 11)]));
        for (range, expected) in [(0..4, &[(0, 2)][..]), (1..5, &[(4, 6)]), (4..9, &[(4, 6), (8, 9)]), (5..5, &[])] {
            assert_eq!(within(&spans, &range), list(expected), "{range:?}");
        }
        for (range, expected) in [(0..1, true), (2..4, false), (5..6, true), (6..8, false), (3..5, true)] {
            assert_eq!(overlapping(&spans, &range), expected, "{range:?}");
        }
    }
}
