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

#[cfg(test)]
mod tests {
    use super::super::content_span::ContentSpan;
    use super::*;

    fn candidate(p: &[f32], cue_margin: f32, speaker_margin: f32, cue: bool, speaker: bool) -> QuoteCandidate {
        let content = |&p| ContentSpan { tokens: 0..1, quoted: 0..0, quoted_only: false, tagged: true, p };
        QuoteCandidate {
            contents: p.iter().map(content).collect(),
            cue: cue.then_some(2..3),
            speaker: speaker.then_some(3..4),
            cue_margin,
            speaker_margin,
            ..QuoteCandidate::empty()
        }
    }

    #[test]
    fn each_feature_shows_one_thing() {
        use QuoteType::{Direct, Indirect, Mixed};
        for (candidate, kind, expected) in [
            (
                candidate(&[0.5, 1.0], 3.0, 1.5, true, true),
                Direct,
                [1.0, 1.0, 0.0, 0.75, 1.0, 0.5, 1.0, 1.0, 0.0, 0.0, 0.421_875, 0.0],
            ),
            // Margins count up to 6.
            (
                candidate(&[0.25], 60.0, 7.0, true, false),
                Mixed,
                [1.0, 0.0, 1.0, 0.25, 2.0, 2.0, 0.0, 1.0, 0.0, 1.0, 0.015_625, 0.0],
            ),
            (
                candidate(&[0.5], 0.0, 0.0, false, true),
                Indirect,
                [1.0, 0.0, 0.0, 0.5, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.125, 0.5],
            ),
        ] {
            assert_eq!(features(&candidate, kind), expected);
        }
    }

    #[test]
    fn confidence_is_the_logistic_function_of_the_weighted_sum() {
        let mut signs = [false; 2];
        for (p, margin) in [(0.05, 0.0), (0.4, 1.0), (0.9, 4.0), (1.0, 6.0)] {
            let candidate = candidate(&[p], margin, margin, true, true);
            let score: f32 =
                features(&candidate, QuoteType::Indirect).iter().zip(weights::CONFIDENCE).map(|(f, w)| f * w).sum();
            signs[usize::from(score > 0.0)] = true;
            let expected = 1.0 / (1.0 + f64::from(-score).exp());
            assert!((f64::from(confidence(&candidate, QuoteType::Indirect)) - expected).abs() < 1e-3, "{score}");
        }
        assert_eq!(signs, [true; 2], "scores on both sides of 0");
    }
}
