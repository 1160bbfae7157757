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
            why: "nobody is named",
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
