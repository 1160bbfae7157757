//! What the linker and the confidence look at: how a content and a cue, or a cue and a speaker, stand to each other.
//! Every feature of the linker is 0 or 1 and means one thing.
//!
//! The order of the features is that of the trained [`weights`](super::weights): to add, remove or reorder one is to
//! train again.

use super::spans::{Spans, within};
use crate::syntax::lexicon::{LONE_SUBJECT, Verb};
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
