//! Words that the layout shows as somebody's: the turn of an interview, the entries of a list after "the
//! mayor also said:", a letter in a paragraph of its own, a statement with its source below.
//!
//! The modules `turns`, `introduced` and `signed` find them. Here they become candidates and replace those that the
//! tagger found in the same words.

use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::spans::Spans;
use crate::text::sort_by_numbers;
use core::ops::Range;

/// What the tagger and the linker would find of such words if they were fairly sure.
const CERTAINTY: f32 = 0.9;
const MARGIN: f32 = 4.0;

/// Words set off from the text, and who says them.
#[derive(Clone, Debug, PartialEq)]
pub struct SetOff {
    pub contents: Vec<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub speaker: Range<usize>,
    /// The words are the speaker's own, as if in quotation marks.
    pub own_words: bool,
    pub why: &'static str,
}

/// Adds what is set off, in the order of the candidates. Those that the tagger found in the same words are taken away.
pub fn add(spans: &Spans, found: Vec<SetOff>, quotes: &mut Vec<QuoteCandidate>) {
    if found.is_empty() {
        return;
    }
    let mut taken: Vec<&Range<usize>> = found.iter().flat_map(|set_off| &set_off.contents).collect();
    sort_by_numbers(&mut taken, |content| (content.start, content.end));
    quotes.retain(|quote| {
        let hull = quote.hull();
        let next = taken.partition_point(|content| content.end <= hull.start);
        taken.get(next).is_none_or(|content| content.start >= hull.end)
    });
    quotes.extend(found.into_iter().map(|set_off| candidate(spans, set_off)));
    sort_by_numbers(quotes, |quote| (quote.hull().start, 0));
}

fn candidate(spans: &Spans, set_off: SetOff) -> QuoteCandidate {
    let content = |tokens: Range<usize>| {
        let first = spans.quoted.partition_point(|q| q.tokens.start < tokens.start);
        let last = spans.quoted.partition_point(|q| q.tokens.end <= tokens.end).max(first);
        ContentSpan { tokens, quoted: first..last, quoted_only: set_off.own_words, tagged: true, p: CERTAINTY }
    };
    QuoteCandidate {
        contents: set_off.contents.into_iter().map(content).collect(),
        cue: set_off.cue,
        speaker: Some(set_off.speaker),
        cue_margin: MARGIN,
        speaker_margin: MARGIN,
        set_off: set_off.own_words,
        why: set_off.why,
        ..QuoteCandidate::empty()
    }
}
