//! How sure a quotation is: a logistic regression on what the linker and the tagger said, fitted to
//! PolNeAR so that of the quotations at 0.9 about nine in ten are right.

use super::QuoteType;
use super::draft::Draft;
use super::weights;
use crate::tagger::exp;

pub const CONFIDENCE_FEATURES: usize = 12;

/// What the confidence is made of, each number within a few units of 0.
pub fn features(draft: &Draft, kind: QuoteType) -> [f32; CONFIDENCE_FEATURES] {
    let flag = |f: bool| if f { 1.0 } else { 0.0 };
    let p = draft.pieces.iter().map(|p| p.p).sum::<f32>() / draft.pieces.len() as f32;
    [
        1.0,
        flag(kind == QuoteType::Direct),
        flag(kind == QuoteType::Mixed),
        p,
        draft.cue_margin.min(6.0) / 3.0,
        draft.speaker_margin.min(6.0) / 3.0,
        flag(draft.speaker.is_some()),
        flag(draft.cue.is_some()),
        flag(draft.cue.is_none() && draft.speaker.is_some()),
        flag(p < 0.5),
        p * p * p,
        flag(matches!(kind, QuoteType::Indirect)) * p,
    ]
}

/// The probability that content and speaker are right.
pub fn confidence(draft: &Draft, kind: QuoteType) -> f32 {
    let score: f32 = features(draft, kind).iter().zip(weights::CONFIDENCE).map(|(f, w)| f * w).sum();
    let e = exp(-score.abs());
    if score < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
}
