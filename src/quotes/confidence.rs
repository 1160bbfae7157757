//! How sure a quotation is.

use super::QuoteType;
use super::draft::Draft;
use crate::tagger::exp;

/// What the confidence is made of, each number within a few units of 0.
pub fn features(draft: &Draft, kind: QuoteType) -> [f32; 8] {
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
    ]
}

const WEIGHTS: [f32; 8] = [-2.0, 1.0, 0.5, 2.0, 0.4, 0.4, 0.5, 0.5];

/// The probability that content and speaker are right.
pub fn confidence(draft: &Draft, kind: QuoteType) -> f32 {
    let score: f32 = features(draft, kind).iter().zip(WEIGHTS).map(|(f, w)| f * w).sum();
    let e = exp(-score.abs());
    if score < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
}
