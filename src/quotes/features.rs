//! What the linker and the confidence look at: how a content and a cue, or a cue and a speaker, stand to each other.
//! Every feature of the linker is 0 or 1 and means one thing.
//!
//! The order of the features is that of the trained [`weights`](super::weights): to add, remove or reorder one is to
//! train again.

use super::spans::{Spans, within};
use crate::lexicon::{LONE_SUBJECT, Verb};
use crate::text::quotation_mark::{Family, QuotationMark};
use core::ops::Range;

pub const CUE_FEATURES: usize = 42;
pub const SPEAKER_FEATURES: usize = 30;
pub const CONFIDENCE_FEATURES: usize = 12;

impl Spans<'_> {
    /// How a cue stands to a content.
    pub fn cue_features(&self, content: usize, cue: usize) -> [f32; CUE_FEATURES] {
        let (p, c) = (&self.contents[content], &self.cues[cue]);
        let between = Between::of(&p.tokens, &c.tokens);
        let (gap, before) = (between.gap.clone(), between.second_first);
        let sentences = self.sentences_apart(&gap, between.touching);
        let same = sentences == 0;
        let words = self.words_outside(&gap);
        let other_cue = !within(&self.cues, &gap).is_empty();
        let other_content = !within(&self.contents, &gap).is_empty();
        let speaker = !within(&self.speakers, &gap).is_empty();
        let word = |i: usize| self.view.word(i);
        let comma = gap.clone().any(|i| matches!(word(i), "," | ";" | "–" | "—" | "--"));
        let other_paragraph = self.paragraphs_apart(&p.tokens, &c.tokens);
        // Some cues contain the colon.
        let colon = before && p.tokens.start > 0 && word(p.tokens.start - 1) == ":";
        let dash = c.tokens.len() == 1 && matches!(word(c.tokens.start), "–" | "—" | "―" | "--" | "-");
        // “…,” she said. “…”: the cue follows another content in its own sentence.
        let resumed = before && !same && p.quoted_only && self.content_before_in_sentence(c.tokens.start);
        let resumes_here = resumed && self.quotation_before(c.tokens.start);
        let starts_that = p.tokens.clone().next().is_some_and(|i| word(i).eq_ignore_ascii_case("that"));
        // The training data have no ‹ ›, so the weights know nothing of them.
        let closes = |mark: QuotationMark| mark.can_close() && mark.family != Family::SingleAngle;
        let ends_punctuated = word(p.tokens.end - 1) == ","
            || QuotationMark::of(word(p.tokens.end - 1)).is_some_and(closes)
            || word(p.tokens.end.min(self.view.layout.tokens.len() - 1)) == ",";
        let according = word(c.tokens.start).eq_ignore_ascii_case("according");
        let reports = c.tokens.clone().any(|i| Verb::surely_reporting(word(i)).is_some()) || according;
        pack([
            true,
            before && same,
            !before && same,
            before && sentences == 1,
            !before && sentences == 1,
            before && sentences > 1,
            !before && sentences > 1,
            other_paragraph,
            words == 0,
            words == 1,
            (2..5).contains(&words),
            words >= 5,
            words >= 10,
            other_cue,
            other_content,
            speaker,
            comma && before,
            comma && !before,
            p.quoted_only && before && same,
            p.quoted_only && !before && same,
            starts_that && before && same,
            ends_punctuated && !before && same,
            resumed,
            resumes_here,
            colon,
            according && same,
            according && other_cue,
            dash && before,
            c.p < 0.3,
            c.p < 0.5,
            c.p < 0.7,
            c.p < 0.9,
            reports,
            reports && p.quoted_only,
            !p.tagged,
            !p.tagged && p.p < 0.3,
            !p.tagged && p.p < 0.1,
            p.tagged && p.p < 0.6,
            p.tagged && p.p < 0.8,
            !p.quoted.is_empty(),
            p.tokens.len() <= 5,
            p.tokens.len() <= 2,
        ])
    }

    /// How a speaker stands to a cue.
    pub fn speaker_features(&self, cue: usize, speaker: usize) -> [f32; SPEAKER_FEATURES] {
        let (c, s) = (&self.cues[cue].tokens, &self.speakers[speaker].tokens);
        let between = Between::of(c, s);
        let (gap, before) = (between.gap.clone(), between.second_first);
        let sentences = self.sentences_apart(&gap, between.touching);
        let same = sentences == 0;
        let words = gap.clone().filter(|&i| !self.view.is_punctuation(i)).count();
        let word = |i: usize| self.view.word(i);
        let other_cue = !within(&self.cues, &gap).is_empty();
        let other_speaker = !within(&self.speakers, &gap).is_empty();
        let content = !within(&self.contents, &gap).is_empty();
        let comma = gap.clone().any(|i| matches!(word(i), "," | ";" | "–" | "—" | "--"));
        let last = word(c.end - 1).to_lowercase();
        let leads = matches!(last.as_str(), "to" | "by" | "from" | "of" | "for" | "among" | "in" | "with")
            || gap.clone().next().is_some_and(|i| matches!(word(i), "by" | "from" | "of"));
        let participle = word(c.start).ends_with("ing");
        let p = self.speakers[speaker].p;
        let starts_capital = word(s.end - 1).starts_with(char::is_uppercase);
        let quote_before_cue = self.content_ends_near(c.start);
        let quote_before_speaker = self.content_ends_near(s.start);
        pack([
            true,
            before && same,
            !before && same,
            before && sentences == 1,
            !before && sentences == 1,
            sentences > 1,
            self.paragraphs_apart(c, s),
            words == 0 && before,
            words == 0 && !before,
            (1..4).contains(&words) && before,
            (1..4).contains(&words) && !before,
            words >= 8,
            other_cue,
            other_speaker && before,
            other_speaker && !before,
            content,
            comma,
            leads && !before && same,
            leads && before,
            participle && before,
            quote_before_cue && !before && same,
            quote_before_speaker && before && same,
            p < 0.05,
            p < 0.15,
            p < 0.3,
            p < 0.5,
            p < 0.7,
            p < 0.9,
            s.len() == 1 && self.view.has(s.start, LONE_SUBJECT),
            starts_capital,
        ])
    }

    fn paragraphs_apart(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
        self.view.layout.tokens[first.end - 1].paragraph != self.view.layout.tokens[second.start].paragraph
    }

    /// How many sentence ends lie in the gap, its two neighbours included.
    fn sentences_apart(&self, gap: &Range<usize>, touching: bool) -> usize {
        if touching || gap.start == 0 {
            return 0;
        }
        let last = gap.end.min(self.view.layout.tokens.len() - 1);
        self.view.sentence(last) - self.view.sentence(gap.start - 1)
    }

    fn words_outside(&self, gap: &Range<usize>) -> usize {
        let inside: usize =
            within(&self.speakers, gap).iter().map(|s| self.words(s.tokens.start..s.tokens.end.min(gap.end))).sum();
        self.words(gap.clone()).saturating_sub(inside)
    }

    fn words(&self, range: Range<usize>) -> usize {
        range.filter(|&i| !self.view.is_punctuation(i)).count()
    }

    fn content_before_in_sentence(&self, token: usize) -> bool {
        let sentence = self.view.sentence_tokens(token);
        let k = self.contents.partition_point(|p| p.tokens.end <= token);
        k > 0 && self.contents[k - 1].tokens.end > sentence.start
    }

    /// A quoted content stands before this token, with nothing but a speaker between.
    fn quotation_before(&self, token: usize) -> bool {
        let k = self.contents.partition_point(|p| p.tokens.end <= token);
        k > 0 && self.contents[k - 1].quoted_only && self.words_outside(&(self.contents[k - 1].tokens.end..token)) == 0
    }

    /// A content ends before this token, with at most a comma between.
    fn content_ends_near(&self, token: usize) -> bool {
        let k = self.contents.partition_point(|p| p.tokens.end <= token);
        k > 0 && token - self.contents[k - 1].tokens.end <= 1
    }
}

/// The tokens between two spans.
struct Between {
    gap: Range<usize>,
    /// The second span stands first.
    second_first: bool,
    /// They overlap.
    touching: bool,
}

impl Between {
    fn of(first: &Range<usize>, second: &Range<usize>) -> Between {
        let second_first = second.start < first.start;
        let gap = if second_first { second.end..first.start } else { first.end..second.start };
        let touching = gap.start > gap.end;
        Between { gap: if touching { gap.start..gap.start } else { gap }, second_first, touching }
    }
}

fn pack<const N: usize>(flags: [bool; N]) -> [f32; N] {
    flags.map(|f| if f { 1.0 } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_spans;
    use super::*;

    /// The features that are set of the content and the cue that stand last in the text.
    fn of_cue(marked: &str) -> Vec<usize> {
        with_tagged(marked, |spans| set(&spans.cue_features(spans.contents.len() - 1, spans.cues.len() - 1)))
    }

    /// The features that are set of the cue and the speaker that stand last in the text.
    fn of_speaker(marked: &str) -> Vec<usize> {
        with_tagged(marked, |spans| set(&spans.speaker_features(spans.cues.len() - 1, spans.speakers.len() - 1)))
    }

    /// Reads a text without the cues and speakers that the rules add.
    fn with_tagged<T>(marked: &str, read: impl FnOnce(&Spans) -> T) -> T {
        with_spans(marked, |spans, _| {
            spans.cues.retain(|cue| cue.p > 0.0);
            spans.speakers.retain(|speaker| speaker.p > 0.0);
            read(spans)
        })
    }

    fn set(features: &[f32]) -> Vec<usize> {
        assert!(features.iter().all(|&f| f == 0.0 || f == 1.0));
        (0..features.len()).filter(|&k| features[k] == 1.0).collect()
    }

    /// Checks that the first text has the feature and that the second, its mirror case, does not.
    fn check(of: impl Fn(&str) -> Vec<usize>, cases: &[(usize, &str, &str)]) {
        for &(feature, with, without) in cases {
            assert!(of(with).contains(&feature), "{feature}: {with} {:?}", of(with));
            assert!(!of(without).contains(&feature), "{feature}: {without} {:?}", of(without));
        }
    }

    #[test]
    fn where_the_cue_stands() {
        let before = "{speaker Ames} {cue said} {content the road is closed}.";
        let behind = "{content The road is closed}, {speaker Ames} {cue said}.";
        let sentence_before = "{speaker Ames} {cue spoke}. {content The road is closed}.";
        let sentence_behind = "{content The road is closed}. {speaker Ames} {cue spoke}.";
        let far_before = "{speaker Ames} {cue spoke}. He left. {content The road is closed}.";
        let far_behind = "{content The road is closed}. He left. {speaker Ames} {cue spoke}.";
        check(
            of_cue,
            &[
                (1, before, behind),
                (1, before, sentence_before),
                (2, behind, before),
                (2, behind, sentence_behind),
                (3, sentence_before, before),
                (3, sentence_before, far_before),
                (4, sentence_behind, behind),
                (4, sentence_behind, far_behind),
                (5, far_before, sentence_before),
                (6, far_behind, sentence_behind),
                (7, "{speaker Ames} {cue spoke}.\n\n{content It is closed}.", sentence_before),
                (7, "{content It is closed}.\n\n{speaker Ames} {cue spoke}.", sentence_behind),
            ],
        );
    }

    #[test]
    fn how_many_words_are_between_the_cue_and_the_content() {
        let words = |n: usize| {
            let gap = ["one"; 12][..n].join(" ");
            of_cue(&format!("{{speaker Ames}} {{cue said}} {gap}, {{content the road is closed}}."))
        };
        for (n, expected) in [(0, &[8][..]), (1, &[9]), (2, &[10]), (4, &[10]), (5, &[11]), (9, &[11]), (10, &[11, 12])]
        {
            let counted: Vec<usize> = words(n).into_iter().filter(|f| (8..=12).contains(f)).collect();
            assert_eq!(counted, expected, "{n}");
        }
        // The words of a speaker do not count.
        assert!(of_cue("{cue Said} {speaker the mayor}: {content the road is closed}.").contains(&8));
    }

    #[test]
    fn what_else_is_between_the_cue_and_the_content() {
        let plain = "{content The road is closed} as {speaker Ames} {cue said}.";
        check(
            of_cue,
            &[
                (13, "{content The road is closed} as {cue told} {speaker Ames} {cue said}.", plain),
                (14, "{cue Said} {content the road} of {content the old mill}.", "{cue Said} {content the old mill}."),
                (15, plain, "{content The road is closed} {cue said} {speaker Ames}."),
                (
                    16,
                    "{speaker Ames} {cue said}, {content it is closed}.",
                    "{speaker Ames} {cue said} {content it is closed}.",
                ),
                (
                    16,
                    "{speaker Ames} {cue said} — {content it is closed}.",
                    "{content It is closed}, {speaker Ames} {cue said}.",
                ),
                (17, "{content It is closed}, {speaker Ames} {cue said}.", plain),
                (
                    17,
                    "{content It is closed}; {speaker Ames} {cue said}.",
                    "{speaker Ames} {cue said}, {content it is closed}.",
                ),
                (
                    24,
                    "{speaker Ames} {cue said}: {content it is closed}.",
                    "{speaker Ames} {cue said}, {content it is closed}.",
                ),
                (
                    24,
                    "{speaker Ames} {cue said:} {content it is closed}.",
                    "It is: {content closed}, {cue said} {speaker Ames}.",
                ),
            ],
        );
    }

    #[test]
    fn quotation_marks_and_punctuation_of_the_content() {
        let behind = "{content “It is closed,”} {speaker Ames} {cue said}.";
        let before = "{speaker Ames} {cue said} {content “it is closed”}.";
        check(
            of_cue,
            &[
                (18, before, "{speaker Ames} {cue said} {content it is closed}."),
                (18, before, behind),
                (19, behind, "{content It is “closed,”} {speaker Ames} {cue said}."),
                (19, behind, before),
                (
                    20,
                    "{speaker Ames} {cue said} {content that it is closed}.",
                    "{speaker Ames} {cue said} {content it is closed}.",
                ),
                (
                    20,
                    "{speaker Ames} {cue said} {content that it is closed}.",
                    "{content That is closed}, {cue said} {speaker Ames}.",
                ),
                (
                    21,
                    "{content It is closed}, {speaker Ames} {cue said}.",
                    "{content It is closed} as {speaker Ames} {cue said}.",
                ),
                (21, behind, before),
                (33, before, "{speaker Ames} {cue knew} {content “it is closed”}."),
                (33, before, "{speaker Ames} {cue said} {content it is closed}."),
                (
                    39,
                    "{speaker Ames} {cue said} {content it is “closed”}.",
                    "{speaker Ames} {cue said} {content it is closed}.",
                ),
                (
                    40,
                    "{speaker Ames} {cue said} {content it is all shut now}.",
                    "{speaker Ames} {cue said} {content it is all shut now too}.",
                ),
                (41, "{speaker Ames} {cue said} {content it is}.", "{speaker Ames} {cue said} {content it is shut}."),
            ],
        );
    }

    #[test]
    fn a_quotation_resumed_behind_the_cue() {
        let resumed = "{content “It is shut,”} {speaker Ames} {cue said}. {content “All of it.”}";
        check(
            of_cue,
            &[
                (22, resumed, "{speaker Ames} {cue said}. {content “All of it.”}"),
                (22, resumed, "{content “It is shut,”} {speaker Ames} {cue said}. {content All of it}."),
                (22, resumed, "{content “It is shut,”} {speaker Ames} {cue said}, {content “all of it.”}"),
                (23, resumed, "{content “It is shut,”} as {speaker Ames} {cue said}. {content “All of it.”}"),
                (23, resumed, "{content It is shut}, {speaker Ames} {cue said}. {content “All of it.”}"),
            ],
        );
    }

    #[test]
    fn what_kind_of_cue_it_is() {
        let according = "{cue According to} {speaker Ames}, {content it is closed}.";
        check(
            of_cue,
            &[
                (25, according, "{cue Reported by} {speaker Ames}, {content it is closed}."),
                (25, according, "{cue According to} {speaker Ames}. {content It is closed}."),
                (
                    26,
                    "{content It is closed}, {cue said} {speaker Webb} {cue according to} {speaker Ames}.",
                    "{content It is closed}, {cue said} {speaker Webb} {cue told by} {speaker Ames}.",
                ),
                (
                    27,
                    "{speaker Ames} {cue —} {content it is closed}.",
                    "{speaker Ames} {cue said} {content it is closed}.",
                ),
                (
                    27,
                    "{speaker Ames} {cue —} {content it is closed}.",
                    "{content It is closed} {cue —} {speaker Ames}.",
                ),
                (
                    32,
                    "{speaker Ames} {cue has said} {content it is closed}.",
                    "{speaker Ames} {cue knew} {content it is closed}.",
                ),
                (32, according, "{cue Reports} by {speaker Ames} {content it is closed}."),
            ],
        );
    }

    #[test]
    fn how_certain_the_tagger_is() {
        let features = |cue: f32, content: f32, tagged: bool| {
            with_spans("{speaker Ames} {cue said} {content it is closed}.", |spans, _| {
                spans.cues[0].p = cue;
                (spans.contents[0].p, spans.contents[0].tagged) = (content, tagged);
                let certain = |f: &usize| (28..=31).contains(f) || (34..=38).contains(f);
                set(&spans.cue_features(0, 0)).into_iter().filter(certain).collect::<Vec<_>>()
            })
        };
        for (cue, content, tagged, expected) in [
            (0.95, 0.9, true, &[][..]),
            (0.8, 0.9, true, &[31]),
            (0.6, 0.9, true, &[30, 31]),
            (0.4, 0.9, true, &[29, 30, 31]),
            (0.2, 0.9, true, &[28, 29, 30, 31]),
            (0.95, 0.7, true, &[38]),
            (0.95, 0.5, true, &[37, 38]),
            (0.95, 0.5, false, &[34]),
            (0.95, 0.2, false, &[34, 35]),
            (0.95, 0.05, false, &[34, 35, 36]),
        ] {
            assert_eq!(features(cue, content, tagged), expected, "{cue} {content} {tagged}");
        }
    }

    #[test]
    fn where_the_speaker_stands() {
        let before = "{speaker Ames} {cue said} {content it is closed}.";
        let behind = "{content It is closed}, {cue said} {speaker Ames}.";
        let sentence_before = "{speaker Ames} left. {cue Said} {content it is closed}.";
        let sentence_behind = "{content It is closed}, it was {cue said}. {speaker Ames} left.";
        check(
            of_speaker,
            &[
                (1, before, behind),
                (1, before, sentence_before),
                (2, behind, before),
                (2, behind, sentence_behind),
                (3, sentence_before, before),
                (4, sentence_behind, behind),
                (5, "{speaker Ames} left. It rained. {cue Said} {content that it is shut}.", sentence_before),
                (6, "{speaker Ames} left.\n\n{cue Said} {content it is closed}.", sentence_before),
                (7, before, "{speaker Ames} then {cue said} {content it is closed}."),
                (7, before, behind),
                (8, behind, "{content It is closed}, {cue said} then {speaker Ames}."),
                (8, behind, before),
                (9, "{speaker Ames} one two three {cue said} {content it is shut}.", before),
                (
                    9,
                    "{speaker Ames} then {cue said} {content it is shut}.",
                    "{speaker Ames} one two three four {cue said} {content it is shut}.",
                ),
                (10, "{content It is shut}, {cue said} then {speaker Ames}.", behind),
                (
                    10,
                    "{content It is shut}, {cue said} then {speaker Ames}.",
                    "{content It is shut}, {cue said} one two three four {speaker Ames}.",
                ),
                (11, "{speaker Ames} one two three four five six seven eight {cue said} {content it}.", before),
                (
                    11,
                    "{speaker Ames} one two three four five six seven eight {cue said} {content it}.",
                    "{speaker Ames} one two three four five six seven {cue said} {content it}.",
                ),
            ],
        );
    }

    #[test]
    fn what_is_between_the_speaker_and_the_cue() {
        let before = "{speaker Ames} {cue said} {content it is closed}.";
        let behind = "{content It is closed}, {cue said} {speaker Ames}.";
        check(
            of_speaker,
            &[
                (17, "{content It is closed}, {cue told} by {speaker Ames}.", behind),
                (15, "{speaker Ames} {content it is closed} {cue said}.", before),
                (16, "{speaker Ames}, then, {cue said} {content it is closed}.", before),
                (16, "{content It is closed}, {cue said} — {speaker Ames}.", behind),
                (17, "{content It is closed}, {cue told by} {speaker Ames}.", behind),
                (
                    17,
                    "{content It is closed}, {cue told} by {speaker Ames}.",
                    "{content It is closed}, {cue told} as {speaker Ames}.",
                ),
                (18, "{speaker Ames} {cue said to} {content it is closed}.", before),
                (19, "{speaker Ames}, {cue saying} {content it is closed}.", before),
                (
                    19,
                    "{speaker Ames}, {cue saying} {content it is closed}.",
                    "{content It is closed}, {cue saying} {speaker Ames}.",
                ),
                (20, behind, "{content It is closed} so then {cue said} {speaker Ames}."),
                (20, behind, before),
                (
                    21,
                    "{content It is closed}, {speaker Ames} {cue said}.",
                    "{content It is closed} so then {speaker Ames} {cue said}.",
                ),
                (21, "{content It is closed}, {speaker Ames} {cue said}.", behind),
                (28, "{speaker He} {cue said} {content it is closed}.", before),
                (
                    28,
                    "{speaker He} {cue said} {content it is closed}.",
                    "{speaker He himself} {cue said} {content it is closed}.",
                ),
                (29, before, "{speaker The mayor} {cue said} {content it is closed}."),
            ],
        );
    }

    #[test]
    fn another_cue_or_speaker_stands_between() {
        let marked =
            "{speaker Webb} and {speaker Ames} {cue said} so {cue then} as {speaker Bo} and {speaker Cy} left.";
        with_spans(marked, |spans, _| {
            for (cue, speaker, expected) in [
                (0, 1, &[][..]),
                (0, 0, &[13]),
                (1, 1, &[12]),
                (1, 0, &[12, 13]),
                (1, 2, &[]),
                (1, 3, &[14]),
                (0, 3, &[12, 14]),
            ] {
                let between = set(&spans.speaker_features(cue, speaker)).into_iter().filter(|f| (12..=14).contains(f));
                assert_eq!(between.collect::<Vec<_>>(), expected, "{cue} {speaker}");
            }
        });
    }

    #[test]
    fn how_certain_the_tagger_is_of_the_speaker() {
        for (p, count) in [(0.95, 0), (0.8, 1), (0.6, 2), (0.4, 3), (0.2, 4), (0.1, 5), (0.01, 6)] {
            with_spans("{speaker Ames} {cue said} {content it is closed}.", |spans, _| {
                spans.speakers[0].p = p;
                let certain = set(&spans.speaker_features(0, 0)).into_iter().filter(|f| (22..=27).contains(f));
                assert_eq!(certain.collect::<Vec<_>>(), (28 - count..28).collect::<Vec<_>>(), "{p}");
            });
        }
    }

    #[test]
    fn spans_that_overlap_have_nothing_between_them() {
        for (first, second, gap, second_first, touching) in [
            (0..2, 5..7, 2..5, false, false),
            (5..7, 0..2, 2..5, true, false),
            (0..2, 2..4, 2..2, false, false),
            (0..5, 3..7, 5..5, false, true),
            (3..7, 0..5, 5..5, true, true),
        ] {
            let between = Between::of(&first, &second);
            assert_eq!((between.gap, between.second_first, between.touching), (gap, second_first, touching));
        }
    }
}
