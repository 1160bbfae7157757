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
