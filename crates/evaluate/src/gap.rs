//! GAP: a pronoun and two names in a text, each name either its antecedent or not.
//!
//! A name counts as found if the chain with the pronoun has a mention that overlaps it. The report has precision, recall and
//! F1 over the names, for all pronouns and apart for *she* and *he* with their other forms, and the quotient of the last
//! two F1 scores, which is 1 if women fare as well as men.

use super::shape::overlap;
use super::{Counts, Row};

const FEMININE: [&str; 4] = ["she", "her", "hers", "herself"];

/// The scorer of GAP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// Names beside *she*, *her*, *hers* and *herself*.
    pub feminine: Counts,
    /// Names beside *he*, *him*, *his* and *himself*.
    pub masculine: Counts,
}

impl Gap {
    /// Adds a text. One without a pronoun in question counts nothing.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        let Some(pronoun) = gold.pronoun else { return };
        let word: String = gold.text.chars().skip(pronoun[0]).take(pronoun[1].saturating_sub(pronoun[0])).collect();
        let counts = match FEMININE.contains(&word.to_lowercase().as_str()) {
            true => &mut self.feminine,
            false => &mut self.masculine,
        };
        let chains = predicted.chains.iter().map(super::ChainRow::spans);
        let chain = chains.filter(|chain| chain.contains(&pronoun)).flatten().collect::<Vec<_>>();
        for name in [gold.a, gold.b].into_iter().flatten() {
            let found = chain.iter().any(|&mention| overlap(mention, [name.start, name.end]));
            counts.right += usize::from(found && name.coref);
            counts.wrong += usize::from(found && !name.coref);
            counts.missed += usize::from(!found && name.coref);
        }
    }

    /// All names.
    pub fn all(&self) -> Counts {
        let mut all = self.feminine;
        all += self.masculine;
        all
    }

    /// The F1 score of feminine pronouns divided by that of masculine ones; 0 without masculine ones.
    pub fn ratio(&self) -> f64 {
        let masculine = self.masculine.f1();
        if masculine > 0.0 { self.feminine.f1() / masculine } else { 0.0 }
    }

    /// The scores.
    pub fn report(&self) -> String {
        let line = |name: &str, counts: Counts| {
            let (p, r, f1) = (counts.precision(), counts.recall(), counts.f1());
            format!("{name:<10}P {p:.3} R {r:.3} F1 {f1:.3}\n")
        };
        let ratio = format!("feminine / masculine {:.3}\n", self.ratio());
        line("all", self.all()) + &line("feminine", self.feminine) + &line("masculine", self.masculine) + &ratio
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(pronoun: &str, a: bool, b: bool, chains: &str) -> Gap {
        let gold = format!(
            r#"{{"text": "Lea Roth met Ida Diop as {pronoun} left.", "pronoun": [25, {}],
                 "a": {{"start": 0, "end": 8, "coref": {a}}}, "b": {{"start": 13, "end": 21, "coref": {b}}}}}"#,
            25 + pronoun.len()
        );
        let predicted = format!(r#"{{"chains": {chains}}}"#);
        let mut scorer = Gap::default();
        scorer.add(&serde_json::from_str(&gold).unwrap(), &serde_json::from_str(&predicted).unwrap());
        scorer
    }

    #[test]
    fn a_name_is_found_in_the_chain_of_the_pronoun() {
        let first = "[[[4, 8], [25, 28]], [[13, 21]]]";
        let counts = |right, wrong, missed| Counts { right, wrong, missed };
        for (a, b, chains, expected) in [
            (true, false, first, counts(1, 0, 0)),
            (false, true, first, counts(0, 1, 1)),
            (false, false, first, counts(0, 1, 0)),
            (true, false, "[[[0, 8]], [[13, 21]]]", counts(0, 0, 1)),
            (false, false, "[]", counts(0, 0, 0)),
        ] {
            let scorer = scored("she", a, b, chains);
            assert_eq!((scorer.feminine, scorer.masculine), (expected, Counts::default()), "{a} {b} {chains}");
        }
        assert_eq!(scored("his", true, false, first).masculine, counts(1, 0, 0));
        assert_eq!(scored("Her", true, false, first).feminine, counts(1, 0, 0));
    }

    #[test]
    fn the_report_compares_women_and_men() {
        let mut scorer = scored("she", true, false, "[]");
        assert_eq!(scorer.ratio(), 0.0);
        scorer.masculine = Counts { right: 1, wrong: 0, missed: 0 };
        scorer.feminine = Counts { right: 1, wrong: 1, missed: 1 };
        assert_eq!(
            scorer.report(),
            "all       P 0.667 R 0.667 F1 0.667\nfeminine  P 0.500 R 0.500 F1 0.500\n\
             masculine P 1.000 R 1.000 F1 1.000\nfeminine / masculine 0.500\n"
        );
    }
}
