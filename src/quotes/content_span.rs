//! Pieces of content: what the tagger takes for content, brought into line with the quotation marks.
//!
//! The marks are exact and the tagger is not, so a content takes in a quoted_span that it covers mostly and
//! leaves out one that it only touches. Stretches that no content covers become contents of their own,
//! unclaimed: the linker or the rules may still find who said them.

use super::decode::{RoleSpan, probability};
use super::quoted_span::QuotedSpan;
use crate::layout::Layout;
use crate::tagger::{Role, Tagging};
use crate::tokens::TokenKind;
use core::ops::Range;

#[derive(Clone, Debug)]
pub struct ContentSpan {
    pub tokens: Range<usize>,
    /// The outer quoted_spans inside it, as indices.
    pub quoted_spans: Range<usize>,
    /// Nothing but quoted_spans and the points between them.
    pub quoted_only: bool,
    /// The tagger takes it for content.
    pub claimed: bool,
    /// The mean probability of its tokens to be content.
    pub p: f32,
}

/// Pieces in order, none overlapping another.
pub fn content_spans(
    layout: &Layout,
    tagging: &Tagging,
    tagged: &[RoleSpan],
    quoted_spans: &[QuotedSpan],
    cues: &[RoleSpan],
) -> Vec<ContentSpan> {
    let mut ranges: Vec<(Range<usize>, bool)> = Vec::new();
    for span in tagged {
        for tokens in by_sentence(layout, span.tokens.clone(), quoted_spans) {
            if let Some(tokens) = fitted(tokens, quoted_spans) {
                ranges.push((tokens, true));
            }
        }
    }
    let claimed = ranges.len();
    for quoted_span in quoted_spans {
        let near = ranges[..claimed].partition_point(|(r, ..)| r.end <= quoted_span.tokens.start);
        if ranges[..claimed].get(near).is_none_or(|(r, ..)| r.start >= quoted_span.tokens.end) {
            ranges.push((quoted_span.tokens.clone(), false));
        }
    }
    ranges.sort_by_key(|(r, _)| r.start);
    let mut merged: Vec<(Range<usize>, bool)> = Vec::new();
    for (range, claimed) in ranges {
        match merged.last_mut() {
            Some((last, was))
                if range.start < last.end || (*was && claimed && joins(layout, last.end..range.start, cues)) =>
            {
                *was |= claimed;
                last.end = last.end.max(range.end);
            }
            _ => merged.push((range, claimed)),
        }
    }
    merged.into_iter().map(|(tokens, claimed)| content(layout, tagging, quoted_spans, tokens, claimed)).collect()
}

fn content(
    layout: &Layout,
    tagging: &Tagging,
    quoted_spans: &[QuotedSpan],
    tokens: Range<usize>,
    claimed: bool,
) -> ContentSpan {
    let from = quoted_spans.partition_point(|s| s.tokens.start < tokens.start);
    let to = quoted_spans.partition_point(|s| s.tokens.end <= tokens.end).max(from);
    let inside = |i: usize| quoted_spans[from..to].iter().any(|s| s.tokens.contains(&i));
    let quoted_only = from < to && tokens.clone().all(|i| layout.tokens[i].kind == TokenKind::Punctuation || inside(i));
    let p = probability(tagging, &tokens, Role::Content);
    ContentSpan { tokens, quoted_spans: from..to, quoted_only, claimed, p }
}

/// The range cut where a sentence ends outside the marks: the linker says whether the parts belong
/// together.
fn by_sentence(layout: &Layout, tokens: Range<usize>, quoted_spans: &[QuotedSpan]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = tokens.start;
    for sentence in &layout.sentences[layout.sentence_of(tokens.start)..layout.sentence_of(tokens.end - 1)] {
        let end = sentence.tokens.end;
        let k = quoted_spans.partition_point(|s| s.tokens.end <= end);
        if quoted_spans.get(k).is_none_or(|s| s.tokens.start >= end) {
            out.push(start..end);
            start = end;
        }
    }
    out.push(start..tokens.end);
    out
}

/// The range moved to whole quoted_spans; `None` where it is a small part of one.
fn fitted(mut tokens: Range<usize>, quoted_spans: &[QuotedSpan]) -> Option<Range<usize>> {
    let first = quoted_spans.partition_point(|s| s.tokens.end <= tokens.start);
    for QuotedSpan { tokens: s, .. } in &quoted_spans[first..] {
        if s.start >= tokens.end {
            break;
        }
        if tokens.start <= s.start && s.end <= tokens.end {
            continue;
        }
        let overlap = tokens.end.min(s.end) - tokens.start.max(s.start);
        let mostly = overlap * 2 >= s.len();
        if s.start <= tokens.start && tokens.end <= s.end {
            return mostly.then(|| s.clone());
        }
        if s.start < tokens.start {
            tokens.start = if mostly { s.start } else { s.end };
        } else {
            tokens.end = if mostly { s.end } else { s.start };
        }
    }
    (tokens.start < tokens.end).then_some(tokens)
}

/// Nothing but marks stands between two contents of one sentence, and no cue of one mark.
fn joins(layout: &Layout, gap: Range<usize>, cues: &[RoleSpan]) -> bool {
    gap.len() <= 2
        && layout.sentence_of(gap.start - 1) == layout.sentence_of(gap.end)
        && gap.clone().all(|i| layout.tokens[i].kind == TokenKind::Punctuation && layout.word(i) != ":")
        && !cues.iter().any(|c| c.tokens.start < gap.end && c.tokens.end > gap.start)
}
