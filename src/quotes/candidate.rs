//! A quotation in the making.

use super::content_span::ContentSpan;
use core::ops::Range;

#[derive(Clone, Debug)]
pub struct QuoteCandidate {
    /// In order; at least one.
    pub contents: Vec<ContentSpan>,
    pub cue: Option<Range<usize>>,
    pub speaker: Option<Range<usize>>,
    pub chain: Option<usize>,
    /// By how much the linker preferred this cue, and this speaker, to the next best.
    pub cue_margin: f32,
    pub speaker_margin: f32,
    /// The layout shows its words as the speaker's own, as quotation marks would.
    pub set_off: bool,
    pub why: &'static str,
}

impl QuoteCandidate {
    /// Without content yet, without cue and without speaker.
    pub fn empty() -> QuoteCandidate {
        QuoteCandidate {
            contents: Vec::new(),
            cue: None,
            speaker: None,
            chain: None,
            cue_margin: 0.0,
            speaker_margin: 0.0,
            set_off: false,
            why: "nobody is named",
        }
    }

    /// A report that the shape of its clause shows. Its margins are those of a link that the linker is fairly sure of.
    pub fn by_shape() -> QuoteCandidate {
        const MARGIN: f32 = 3.0;
        QuoteCandidate {
            cue_margin: MARGIN,
            speaker_margin: MARGIN,
            why: "the speaker of the cue",
            ..QuoteCandidate::empty()
        }
    }

    /// All of its content is in quotation marks.
    pub fn is_direct(&self) -> bool {
        self.contents.iter().all(|c| c.quoted_only)
    }

    /// From the first token of the content to the last.
    pub fn hull(&self) -> Range<usize> {
        self.contents[0].tokens.start..self.contents[self.contents.len() - 1].tokens.end
    }

    /// Removes a cue or a speaker that lies inside the content, which contains neither: in "expect this number to
    /// grow", "number" does not speak.
    pub fn keep_apart(&mut self) {
        let in_content =
            |span: &Range<usize>| self.contents.iter().any(|c| c.tokens.start < span.end && span.start < c.tokens.end);
        if self.cue.as_ref().is_some_and(in_content) {
            self.cue = None;
        }
        if self.speaker.as_ref().is_some_and(in_content) {
            (self.speaker, self.chain) = (None, None);
            self.why = if self.cue.is_some() { "the cue has no speaker" } else { "nobody is named" };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(tokens: Range<usize>, quoted_only: bool) -> ContentSpan {
        ContentSpan { tokens, quoted: 0..0, quoted_only, tagged: true, p: 1.0 }
    }

    #[test]
    fn only_quotation_marks_around_all_of_it_make_a_candidate_direct() {
        for (parts, direct) in [(&[true, true][..], true), (&[true, false], false), (&[false], false)] {
            let contents = parts.iter().enumerate().map(|(i, &quoted)| content(9 * i..9 * i + 5, quoted)).collect();
            let quote = QuoteCandidate { contents, ..QuoteCandidate::empty() };
            assert_eq!(quote.is_direct(), direct, "{parts:?}");
            assert_eq!(quote.hull(), 0..9 * parts.len() - 4);
        }
    }

    #[test]
    fn a_cue_or_a_speaker_inside_the_content_is_removed() {
        // The content is 10..20 and 30..40.
        for (cue, speaker, cue_stays, speaker_stays, why) in [
            (22..23, 24..26, true, true, "the speaker of the cue"),
            (20..30, 8..10, true, true, "the speaker of the cue"),
            (22..23, 19..21, true, false, "the cue has no speaker"),
            (30..31, 24..26, false, true, "the speaker of the cue"),
            (9..11, 39..41, false, false, "nobody is named"),
        ] {
            let mut quote = QuoteCandidate {
                contents: vec![content(10..20, true), content(30..40, true)],
                cue: Some(cue),
                speaker: Some(speaker),
                chain: Some(3),
                why: "the speaker of the cue",
                ..QuoteCandidate::empty()
            };
            let before = quote.clone();
            quote.keep_apart();
            assert_eq!(quote.cue, before.cue.clone().filter(|_| cue_stays), "{before:?}");
            assert_eq!(quote.speaker, before.speaker.clone().filter(|_| speaker_stays), "{before:?}");
            assert_eq!(quote.chain, Some(3).filter(|_| speaker_stays), "{before:?}");
            assert_eq!(quote.why, why, "{before:?}");
        }
    }
}
