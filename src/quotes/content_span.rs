//! Spans of content: what the tagger takes for content, reconciled with the quotation marks.
//!
//! Quotation marks are exact and the tagger is not. So a content span takes in a quoted span that it mostly covers
//! and leaves out one that it only touches. A quoted span that no content covers becomes a content span of its own,
//! which the tagger has not tagged: the linker or the rules may still find who said it.

use super::decode::{RoleSpan, probability};
use super::quoted_span::QuotedSpan;
use super::spans::Spans;
use crate::layout::BlockKind;
use crate::syntax::TokenView;
use crate::tagger::{Role, Tagging};
use crate::text::sort_by_numbers;
use core::ops::Range;

#[derive(Clone, Debug)]
pub struct ContentSpan {
    pub tokens: Range<usize>,
    /// The outer quoted spans inside it, as indices.
    pub quoted: Range<usize>,
    /// Nothing but quoted spans and the punctuation between them.
    pub quoted_only: bool,
    /// The tagger takes it for content.
    pub tagged: bool,
    /// The mean probability of its tokens to be content.
    pub p: f32,
}

impl ContentSpan {
    /// A clause that is content by the shape of its sentence, as if the tagger were fairly sure of it.
    pub fn of_clause(spans: &Spans, tokens: Range<usize>) -> ContentSpan {
        const CERTAINTY: f32 = 0.8;
        let first = spans.quoted.partition_point(|q| q.tokens.start < tokens.start);
        let last = spans.quoted.partition_point(|q| q.tokens.end <= tokens.end).max(first);
        ContentSpan { tokens, quoted: first..last, quoted_only: false, tagged: true, p: CERTAINTY }
    }
}

/// Content spans in order, none overlapping another.
pub fn content_spans(
    view: &TokenView,
    tagging: &Tagging,
    tagged: &[RoleSpan],
    quoted: &[QuotedSpan],
    cues: &[RoleSpan],
) -> Vec<ContentSpan> {
    let mut ranges: Vec<(Range<usize>, bool)> = Vec::new();
    for span in tagged {
        for tokens in by_sentence(view, span.tokens.clone(), quoted) {
            if let Some(tokens) = fitted(without_dateline(view, tokens), quoted) {
                ranges.push((tokens, true));
            }
        }
    }
    let tagged = ranges.len();
    for span in quoted {
        let near = ranges[..tagged].partition_point(|(r, ..)| r.end <= span.tokens.start);
        if ranges[..tagged].get(near).is_none_or(|(r, ..)| r.start >= span.tokens.end) {
            ranges.push((span.tokens.clone(), false));
        }
    }
    sort_by_numbers(&mut ranges, |(r, _)| (r.start, 0));
    let mut merged: Vec<(Range<usize>, bool)> = Vec::new();
    for (range, tagged) in ranges {
        match merged.last_mut() {
            Some((last, was_tagged))
                if range.start < last.end
                    || (*was_tagged && tagged && are_joined(view, last.end..range.start, cues)) =>
            {
                *was_tagged |= tagged;
                last.end = last.end.max(range.end);
            }
            _ => merged.push((range, tagged)),
        }
    }
    merged.into_iter().map(|(tokens, tagged)| content_span(view, tagging, quoted, tokens, tagged)).collect()
}

fn content_span(
    view: &TokenView,
    tagging: &Tagging,
    quoted: &[QuotedSpan],
    tokens: Range<usize>,
    tagged: bool,
) -> ContentSpan {
    let from = quoted.partition_point(|q| q.tokens.start < tokens.start);
    let to = quoted.partition_point(|q| q.tokens.end <= tokens.end).max(from);
    let is_quoted = |i: usize| quoted[from..to].iter().any(|q| q.tokens.contains(&i));
    let quoted_only = from < to && tokens.clone().all(|i| view.is_punctuation(i) || is_quoted(i));
    let p = probability(tagging, &tokens, Role::Content);
    ContentSpan { tokens, quoted: from..to, quoted_only, tagged, p }
}

/// The range cut where a sentence ends outside quotation marks. The linker decides whether the parts belong together.
fn by_sentence(view: &TokenView, tokens: Range<usize>, quoted: &[QuotedSpan]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = tokens.start;
    for sentence in &view.layout.sentences[view.sentence(tokens.start)..view.sentence(tokens.end - 1)] {
        let end = sentence.tokens.end;
        let k = quoted.partition_point(|q| q.tokens.end <= end);
        if quoted.get(k).is_none_or(|q| q.tokens.start >= end) {
            out.push(start..end);
            start = end;
        }
    }
    out.push(start..tokens.end);
    out
}

/// The range without the place and the agency before a first sentence: "KELD (Reuters) –".
fn without_dateline(view: &TokenView, tokens: Range<usize>) -> Range<usize> {
    let block = view.layout.block_of(tokens.start);
    if block.kind == BlockKind::Dateline { block.tokens.end.min(tokens.end)..tokens.end } else { tokens }
}

/// The range moved to whole quoted spans; `None` where it is a small part of one.
fn fitted(mut tokens: Range<usize>, quoted: &[QuotedSpan]) -> Option<Range<usize>> {
    let first = quoted.partition_point(|q| q.tokens.end <= tokens.start);
    for QuotedSpan { tokens: q, .. } in &quoted[first..] {
        if q.start >= tokens.end {
            break;
        }
        if tokens.start <= q.start && q.end <= tokens.end {
            continue;
        }
        let overlap = tokens.end.min(q.end) - tokens.start.max(q.start);
        let mostly = overlap * 2 >= q.len();
        if q.start <= tokens.start && tokens.end <= q.end {
            return mostly.then(|| q.clone());
        }
        if q.start < tokens.start {
            tokens.start = if mostly { q.start } else { q.end };
        } else {
            tokens.end = if mostly { q.end } else { q.start };
        }
    }
    (tokens.start < tokens.end).then_some(tokens)
}

/// Two ranges of one sentence are one content if only punctuation stands between them, and none of it is a cue.
fn are_joined(view: &TokenView, gap: Range<usize>, cues: &[RoleSpan]) -> bool {
    gap.len() <= 2
        && view.sentence(gap.start - 1) == view.sentence(gap.end)
        && gap.clone().all(|i| view.is_punctuation(i) && view.word(i) != ":")
        && !cues.iter().any(|c| c.tokens.start < gap.end && c.tokens.end > gap.start)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_spans, words};
    use super::*;

    /// The content spans of a text, those that the tagger has not tagged in brackets.
    fn contents(marked: &str) -> Vec<String> {
        with_spans(marked, |spans, _| {
            let shown = |c: &ContentSpan| match c.tagged {
                true => words(spans.view, &c.tokens),
                false => format!("[{}]", words(spans.view, &c.tokens)),
            };
            spans.contents.iter().map(shown).collect()
        })
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (marked, expected) in cases {
            assert_eq!(contents(marked), *expected, "{marked}");
        }
    }

    #[test]
    fn content_takes_in_a_quotation_that_it_mostly_covers_and_leaves_out_the_rest() {
        check(&[
            ("“{content The road is closed now},” she said.", &["“The road is closed now,”"]),
            ("She said {content it was “closed for} good”.", &["it was “closed for good”"]),
            ("“The road {content is closed” to all}, she said.", &["“The road is closed” to all"]),
            ("She said {content it was “closed for good” in May}.", &["it was “closed for good” in May"]),
            // Mirror cases: a small part of a quotation.
            ("“The road {content is} closed to all,” she said.", &["[“The road is closed to all,”]"]),
            ("She said {content it was “}closed for good”.", &["it was", "[“closed for good”]"]),
            ("“The road is closed{content ” to all}, she said.", &["[“The road is closed”]", "to all"]),
        ]);
    }

    #[test]
    fn content_is_cut_where_a_sentence_ends_outside_quotation_marks() {
        check(&[
            (
                "{content The road is closed. The bridge is open}, she said.",
                &["The road is closed.", "The bridge is open"],
            ),
            (
                "{content “The road is closed. The bridge is open,”} she said.",
                &["“The road is closed. The bridge is open,”"],
            ),
        ]);
    }

    #[test]
    fn a_quotation_of_many_sentences_is_covered_as_a_whole() {
        check(&[
            (
                "{content “We sail now. We row now. We walk now,”} she said.",
                &["“We sail now. We row now. We walk now,”"],
            ),
            (
                "“We sail now. {content We row now.} We walk now,” she said.",
                &["[“We sail now. We row now. We walk now,”]"],
            ),
        ]);
    }

    #[test]
    fn content_on_both_sides_of_punctuation_is_one() {
        check(&[
            (
                "She said {content the road is closed}, {content the bridge is open}.",
                &["the road is closed, the bridge is open"],
            ),
            ("{content “The road} {content is closed,”} she said.", &["“The road is closed,”"]),
            // Mirror cases: a colon, a cue, a word, another sentence, or a part that is not tagged stands between.
            (
                "She said {content the road is closed}: {content the bridge is open}.",
                &["the road is closed", "the bridge is open"],
            ),
            (
                "She said {content the road is closed}{cue ,} {content the bridge is open}.",
                &["the road is closed", "the bridge is open"],
            ),
            (
                "She said {content the road is closed} and {content the bridge is open}.",
                &["the road is closed", "the bridge is open"],
            ),
            (
                "She said {content the road is closed}, — , {content the bridge is open}.",
                &["the road is closed", "the bridge is open"],
            ),
            (
                "{content The road is closed}. {content The bridge is open}.",
                &["The road is closed", "The bridge is open"],
            ),
            (
                "{content “The road is closed},” “the bridge is open,” she said.",
                &["“The road is closed,”", "[“the bridge is open,”]"],
            ),
        ]);
    }

    #[test]
    fn content_knows_the_quotations_inside_it() {
        for (marked, quoted, quoted_only) in [
            ("{content “We sail,” “we sail” —} she said.", 0..2, true),
            ("{content “We sail” and “we row,”} she said.", 0..2, false),
            ("{content We sail at dawn}, she said.", 0..0, false),
            ("The “old” ferry was late, {content “we sail,”} she said.", 1..2, true),
        ] {
            with_spans(marked, |spans, _| {
                let content = spans.contents.iter().find(|c| c.tagged).expect(marked);
                assert_eq!((content.quoted.clone(), content.quoted_only), (quoted, quoted_only), "{marked}");
            });
        }
    }

    #[test]
    fn the_probability_is_the_mean_over_all_tokens() {
        // Three of the four tokens are tagged.
        with_spans("“{content We sail”} she said.", |spans, _| assert_eq!(spans.contents[0].p, 0.75));
    }
}
