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
    /// By how much the linker preferred this cue and this speaker to any other.
    pub cue_margin: f32,
    pub speaker_margin: f32,
    pub why: &'static str,
}

impl QuoteCandidate {
    /// Nothing but what stands in marks.
    pub fn is_direct(&self) -> bool {
        self.contents.iter().all(|p| p.quoted_only)
    }

    /// From the first token of content to the last.
    pub fn hull(&self) -> Range<usize> {
        self.contents[0].tokens.start..self.contents[self.contents.len() - 1].tokens.end
    }

    /// What is reported holds neither its own speaker nor its own cue: where it was found to ("expect this
    /// number to grow", said by "number"), those were found wrongly.
    pub fn keep_apart(&mut self) {
        let reported =
            |span: &Range<usize>| self.contents.iter().any(|p| p.tokens.start < span.end && span.start < p.tokens.end);
        if self.cue.as_ref().is_some_and(reported) {
            self.cue = None;
        }
        if self.speaker.as_ref().is_some_and(reported) {
            (self.speaker, self.chain) = (None, None);
            self.why = if self.cue.is_some() { "the cue has no speaker" } else { "nobody is named" };
        }
    }
}
