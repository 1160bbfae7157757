//! The pronoun ranker: a network with one hidden layer scores each possible antecedent, and the best one is chosen.
//!
//! The weights are integers, and every product and sum is exact or rounded the same way everywhere, so the choice is
//! the same on every machine. `training/chains.py` trains them.

use super::features::Features;
use super::pronoun_query::PronounQuery;
use super::ranker_weights::{BIAS, HIDDEN, OUT, UNIT};

/// Somebody without a name, or who seems to have the other gender, must score higher by this much. Readers want to know
/// whom the text has named, and "the man" mostly is somebody with a name.
const HANDICAP: f32 = 1.0;

/// The index of the best antecedent; `None` if there is none.
pub fn choose(query: &PronounQuery) -> Option<usize> {
    let mut best = None;
    for (index, antecedent) in query.antecedents.iter().enumerate() {
        let handicap = if antecedent.chain.is_none() || !antecedent.agrees { HANDICAP } else { 0.0 };
        let score = score(&antecedent.features) - handicap;
        if best.is_none_or(|(_, highest)| score > highest) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| index)
}

fn score(features: &Features) -> f32 {
    let mut sums = BIAS.map(f32::from);
    // Most features are zero, so the loop over the features is the outer one.
    for (weights, &feature) in HIDDEN.iter().zip(features).filter(|&(_, &feature)| feature != 0.0) {
        for (sum, &weight) in sums.iter_mut().zip(weights) {
            *sum += f32::from(weight) * feature;
        }
    }
    sums.iter().zip(&OUT).map(|(&sum, &out)| (sum / UNIT).max(0.0) * (f32::from(out) / UNIT)).sum()
}
