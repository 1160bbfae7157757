//! The linker: for each content of content the cue that reports it, for each cue who speaks.
//!
//! A candidate's score is a weighted sum of its features, and no candidate at all scores 0: so the
//! weights say by themselves how good a candidate has to be. They are trained on PolNeAR's gold spans
//! as a softmax over the candidates.

use super::features::{Candidates, Spanned};
use super::weights;
use core::ops::Range;

/// Candidates on each side.
const SIDE: usize = 4;
/// Candidates further away are none.
const FAR: usize = 120;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    pub to: usize,
    /// By how much it beats the next best, and no candidate at all.
    pub margin: f32,
}

/// The cues that a content might have.
pub fn cues_near(c: &Candidates, content: usize) -> Vec<usize> {
    let content = &c.contents[content].tokens;
    near(c.cues, content).filter(|&k| !content.contains(&c.cues[k].tokens.start)).collect()
}

/// The speakers that a cue might have.
pub fn speakers_near(c: &Candidates, cue: usize) -> Vec<usize> {
    near(c.speakers, &c.cues[cue].tokens).collect()
}

fn near<'s, T: Spanned>(list: &'s [T], span: &Range<usize>) -> impl Iterator<Item = usize> + 's {
    let before = list.partition_point(|s| s.tokens().start < span.start);
    let after = list.partition_point(|s| s.tokens().start < span.end);
    let (start, end) = (span.start, span.end);
    let left = (before.saturating_sub(SIDE)..before).filter(move |&k| list[k].tokens().end + FAR >= start);
    let right = (before.max(after)..list.len().min(after + SIDE)).filter(move |&k| list[k].tokens().start <= end + FAR);
    // Spans that begin inside this one come with neither side; they matter for speakers inside cues.
    let inside = (before..after.max(before)).take(SIDE);
    left.chain(inside).chain(right)
}

pub fn cue_of_content(c: &Candidates, content: usize) -> Option<Link> {
    best(cues_near(c, content).into_iter().map(|k| (k, dot(&c.cue_of_content(content, k), &weights::CUE))), 0.0)
}

/// A speaker that scores no more than `least` is none.
pub fn speaker_of_cue(c: &Candidates, cue: usize, least: f32) -> Option<Link> {
    best(speakers_near(c, cue).into_iter().map(|k| (k, dot(&c.speaker_of_cue(cue, k), &weights::SPEAKER))), least)
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
