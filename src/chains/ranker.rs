//! The pronoun ranker: a network with one hidden layer scores each possible antecedent, and the best one is chosen.
//!
//! The weights are integers, and every product and sum is exact or rounded the same way everywhere, so the choice is
//! the same on every machine. `training/chains.py` trains them.

use super::features::Features;
use super::pronoun_query::PronounQuery;
use super::ranker_weights::{BIAS, HIDDEN, OUT, UNIT};

/// Somebody without a name, or who seems to have the other gender, must score higher by this much. Readers want to know
/// whom the text has named, and "the man" mostly is somebody with a name; not so one who reports in the same sentence.
const HANDICAP: f32 = 1.0;

/// The index of the best antecedent; `None` if there is none.
pub fn choose(query: &PronounQuery) -> Option<usize> {
    let mut best = None;
    for (index, antecedent) in query.antecedents.iter().enumerate().filter(|(_, antecedent)| !antecedent.excluded) {
        let unnamed = antecedent.chain.is_none() && !antecedent.reports;
        let handicap = if unnamed || !antecedent.agrees { HANDICAP } else { 0.0 };
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

#[cfg(test)]
mod tests {
    use super::super::features::FEATURES;
    use super::super::pronoun_query::Antecedent;
    use super::*;
    use crate::text::Span;

    fn one_hot(feature: usize) -> Features {
        core::array::from_fn(|at| f32::from(u8::from(at == feature)))
    }

    fn named(features: Features) -> Antecedent<'static> {
        Antecedent { features, chain: Some(0), phrase: None, names: &[], agrees: true, reports: false, excluded: false }
    }

    fn unnamed(features: Features) -> Antecedent<'static> {
        Antecedent { chain: None, ..named(features) }
    }

    fn disagreeing(features: Features) -> Antecedent<'static> {
        Antecedent { agrees: false, ..named(features) }
    }

    fn chosen(antecedents: Vec<Antecedent>) -> Option<usize> {
        choose(&PronounQuery { pronoun: Span::new(0, 2), antecedents })
    }

    /// Two vectors of which the first one scores higher, by an amount in this range.
    fn apart(by: core::ops::Range<f32>) -> (Features, Features) {
        let features = (0..FEATURES).map(one_hot);
        let pairs = features.clone().flat_map(|a| features.clone().map(move |b| (a, b)));
        pairs.into_iter().find(|(a, b)| by.contains(&(score(a) - score(b)))).expect("a pair")
    }

    #[test]
    fn the_score_is_that_of_a_network_with_one_hidden_layer() {
        let half = [0.5; FEATURES];
        for features in (0..FEATURES).map(one_hot).chain([half, [0.0; FEATURES]]) {
            let unit = |unit: usize| {
                let sum: f64 = (0..FEATURES).map(|f| f64::from(HIDDEN[f][unit]) * f64::from(features[f])).sum();
                ((sum + f64::from(BIAS[unit])) / f64::from(UNIT)).max(0.0) * f64::from(OUT[unit]) / f64::from(UNIT)
            };
            let expected: f64 = (0..OUT.len()).map(unit).sum();
            assert!((f64::from(score(&features)) - expected).abs() < 1e-4 * expected.abs().max(1.0), "{expected}");
        }
    }

    #[test]
    fn the_best_antecedent_is_chosen_and_the_first_among_equals() {
        let (high, low) = apart(0.01..100.0);
        assert_eq!(chosen(vec![]), None);
        assert_eq!(chosen(vec![named(low), named(high), named(low)]), Some(1));
        assert_eq!(chosen(vec![named(high), named(low), named(high)]), Some(0));
    }

    #[test]
    fn an_excluded_person_is_never_chosen() {
        let (high, low) = apart(0.01..100.0);
        let excluded = |features| Antecedent { excluded: true, ..named(features) };
        assert_eq!(chosen(vec![excluded(high), named(low)]), Some(1));
        assert_eq!(chosen(vec![excluded(high)]), None);
    }

    #[test]
    fn a_person_without_a_name_or_of_the_other_gender_must_score_higher() {
        let (high, low) = apart(0.95..0.99);
        for other in [unnamed, disagreeing] {
            assert_eq!(chosen(vec![other(high), named(low)]), Some(1));
            assert_eq!(chosen(vec![other(low), other(high)]), Some(1));
        }
        let (high, low) = apart(1.01..1.05);
        for other in [unnamed, disagreeing] {
            assert_eq!(chosen(vec![other(high), named(low)]), Some(0));
        }
        let reporting = Antecedent { reports: true, ..unnamed(high) };
        assert_eq!(chosen(vec![reporting, named(low)]), Some(0));
        // One handicap, even where both reasons hold.
        assert_eq!(chosen(vec![Antecedent { agrees: false, ..unnamed(high) }, named(low)]), Some(0));
    }
}
