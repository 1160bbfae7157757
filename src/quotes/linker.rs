//! The linker: for each content the cue that reports it, for each cue the speaker.
//!
//! A candidate's score is a weighted sum of its features, and having no candidate at all scores 0. So the weights
//! themselves say how good a candidate has to be. They are trained on PolNeAR's gold spans as a softmax over the
//! candidates (`training/linker.py`).

use super::spans::{Spanned, Spans};
use super::weights;
use core::ops::Range;

/// How many candidates on each side are considered.
const SIDE: usize = 4;
/// How many tokens away a candidate may be.
const FAR: usize = 120;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    pub to: usize,
    /// By how much it beats the next best, and no candidate at all.
    pub margin: f32,
}

/// The cues that may report a content.
pub fn cues_near(spans: &Spans, content: usize) -> Vec<usize> {
    let content = &spans.contents[content].tokens;
    near(&spans.cues, content).filter(|&k| !content.contains(&spans.cues[k].tokens.start)).collect()
}

/// The speakers that may belong to a cue.
pub fn speakers_near(spans: &Spans, cue: usize) -> Vec<usize> {
    near(&spans.speakers, &spans.cues[cue].tokens).collect()
}

fn near<'s, T: Spanned>(list: &'s [T], span: &Range<usize>) -> impl Iterator<Item = usize> + 's {
    let before = list.partition_point(|s| s.tokens().start < span.start);
    let after = list.partition_point(|s| s.tokens().start < span.end);
    let (start, end) = (span.start, span.end);
    let left = (before.saturating_sub(SIDE)..before).filter(move |&k| list[k].tokens().end + FAR >= start);
    let right = (before.max(after)..list.len().min(after + SIDE)).filter(move |&k| list[k].tokens().start <= end + FAR);
    // Spans that begin inside this one are on neither side. They matter for speakers inside cues.
    let inside = (before..after.max(before)).take(SIDE);
    left.chain(inside).chain(right)
}

pub fn cue_of_content(spans: &Spans, content: usize) -> Option<Link> {
    best(cues_near(spans, content).into_iter().map(|k| (k, dot(&spans.cue_features(content, k), &weights::CUE))), 0.0)
}

/// A speaker must score more than `least`.
pub fn speaker_of_cue(spans: &Spans, cue: usize, least: f32) -> Option<Link> {
    best(
        speakers_near(spans, cue).into_iter().map(|k| (k, dot(&spans.speaker_features(cue, k), &weights::SPEAKER))),
        least,
    )
}

fn best(scored: impl Iterator<Item = (usize, f32)>, least: f32) -> Option<Link> {
    let (mut first, mut second) = (None, least);
    for (to, score) in scored {
        match first {
            Some((_, top)) if score <= top => second = second.max(score),
            _ => {
                second = second.max(first.map_or(least, |(_, top)| top));
                first = Some((to, score));
            }
        }
    }
    first.filter(|&(_, score)| score > least).map(|(to, score)| Link { to, margin: score - second })
}

fn dot<const N: usize>(features: &[f32; N], weights: &[f32; N]) -> f32 {
    features.iter().zip(weights).map(|(f, w)| f * w).sum()
}

#[cfg(test)]
mod tests {
    use super::super::decode::RoleSpan;
    use super::super::testing::with_spans;
    use super::*;

    fn spans(starts: impl IntoIterator<Item = usize>) -> Vec<RoleSpan> {
        starts.into_iter().map(|start| RoleSpan { tokens: start..start + 2, p: 1.0 }).collect()
    }

    #[test]
    fn the_best_candidate_must_beat_the_threshold_and_its_margin_is_to_the_next() {
        for (scores, least, link) in [
            (&[1.0, 4.0, 2.0][..], 0.0, Some((1, 2.0))),
            (&[4.0, 1.0], 0.0, Some((0, 3.0))),
            (&[1.0, 4.0], 0.0, Some((1, 3.0))),
            (&[1.0, 4.0], 3.0, Some((1, 1.0))),
            (&[-2.0], -6.0, Some((0, 4.0))),
            (&[3.0, 3.0], 0.0, Some((0, 0.0))),
            (&[-2.0, -1.0], 0.0, None),
            (&[0.0], 0.0, None),
            (&[], 0.0, None),
        ] {
            let found = best(scores.iter().copied().enumerate(), least);
            assert_eq!(found.map(|l| (l.to, l.margin)), link, "{scores:?} {least}");
        }
    }

    #[test]
    fn four_candidates_on_each_side_are_near() {
        let list = spans((0..20).map(|k| 10 * k));
        assert_eq!(near(&list, &(98..105)).collect::<Vec<_>>(), [6, 7, 8, 9, 10, 11, 12, 13, 14]);
        assert_eq!(near(&list, &(3..8)).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert_eq!(near(&list, &(195..198)).collect::<Vec<_>>(), [16, 17, 18, 19]);
        // The first four of those that begin inside.
        assert_eq!(near(&list, &(0..65)).collect::<Vec<_>>(), [0, 1, 2, 3, 7, 8, 9, 10]);
    }

    #[test]
    fn a_candidate_too_many_tokens_away_is_not_near() {
        let list = spans([100, 500]);
        for (span, expected) in [
            (102 + FAR..500 - FAR, &[0, 1][..]),
            (103 + FAR..500 - FAR, &[1]),
            (102 + FAR..499 - FAR, &[0]),
            (103 + FAR..499 - FAR, &[]),
        ] {
            assert_eq!(near(&list, &span).collect::<Vec<_>>(), expected, "{span:?}");
        }
    }

    #[test]
    fn a_cue_inside_the_content_does_not_report_it() {
        with_spans("{speaker Ames} {cue said} {content we} {cue hear} {content them sail}.", |spans, _| {
            assert_eq!(cues_near(spans, 0), [0, 1]);
            spans.contents[0].tokens = 2..5;
            assert_eq!(cues_near(spans, 0), [0]);
            assert_eq!(speakers_near(spans, 0), [0]);
        });
    }

    #[test]
    fn the_weights_link_what_stands_side_by_side() {
        let text = "{speaker Ames} {cue said} {content the road is closed}, and {speaker Webb} {cue said} {content it is open}.";
        with_spans(text, |spans, _| {
            let cues: Vec<_> = (0..2).map(|content| cue_of_content(spans, content).map(|link| link.to)).collect();
            let speakers: Vec<_> = (0..2).map(|cue| speaker_of_cue(spans, cue, 0.0).map(|link| link.to)).collect();
            assert_eq!((cues, speakers), (vec![Some(0), Some(1)], vec![Some(0), Some(1)]));
            assert_eq!(speaker_of_cue(spans, 0, 1e3), None);
        });
    }
}
