//! How certain a quotation is: a logistic regression on what the linker and the tagger found, fitted to PolNeAR so
//! that of the quotations at 0.9 about nine in ten are right.

use super::QuoteType;
use super::candidate::QuoteCandidate;
use super::features::CONFIDENCE_FEATURES;
use super::weights;
use crate::tagger::exp;

/// The features of the regression. All are close to 0.
pub fn features(quote: &QuoteCandidate, kind: QuoteType) -> [f32; CONFIDENCE_FEATURES] {
    let flag = |f: bool| if f { 1.0 } else { 0.0 };
    let p = quote.contents.iter().map(|p| p.p).sum::<f32>() / quote.contents.len() as f32;
    [
        1.0,
        flag(kind == QuoteType::Direct),
        flag(kind == QuoteType::Mixed),
        p,
        quote.cue_margin.min(6.0) / 3.0,
        quote.speaker_margin.min(6.0) / 3.0,
        flag(quote.speaker.is_some()),
        flag(quote.cue.is_some()),
        flag(quote.cue.is_none() && quote.speaker.is_some()),
        flag(p < 0.5),
        p * p * p,
        flag(matches!(kind, QuoteType::Indirect)) * p,
    ]
}

/// The probability that content and speaker are right.
pub fn confidence(quote: &QuoteCandidate, kind: QuoteType) -> f32 {
    let score: f32 = features(quote, kind).iter().zip(weights::CONFIDENCE).map(|(f, w)| f * w).sum();
    let e = exp(-score.abs());
    if score < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
}
