//! Coreference chains: links between names, and pronouns linked to persons.
//!
//! A gold chain is scored if one of its mentions is the name of a person, an organisation, a place or a people, or has such
//! a name at its edge. *names*: each pair of such names in a text is either linked or not. The report has precision, recall
//! and F1 over the pairs of which both names were found as mentions, and recall over all pairs. *pronouns*: the share of
//! *he*, *she* and their other forms in a person's gold chain whose predicted chain contains a name of that gold chain.

use super::shape::{Range, overlap, slice};
use super::{Counts, EntityRow, Row, ratio};
use std::collections::{BTreeMap, BTreeSet};

const PRONOUNS: [&str; 8] = ["he", "him", "his", "she", "her", "hers", "himself", "herself"];
const NAMED: [&str; 4] = ["PERSON", "ORG", "GPE", "NORP"];

/// Longer mentions say too much besides the name at their edge.
const LONGEST_MENTION: usize = 60;

/// The scorer of chains.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Chains {
    /// The pairs of names of which both were found.
    pub pairs: Counts,
    /// The number of pairs in a gold chain of which a name was not found.
    unseen: usize,
    /// The pronouns.
    pub pronouns: Pronouns,
}

/// Counts of pronouns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pronouns {
    /// The pronouns in the gold chains of persons.
    pub asked: usize,
    /// Those that are in any predicted chain.
    pub linked: usize,
    /// Those that are in the right chain.
    pub right: usize,
}

impl Pronouns {
    /// The share of the gold pronouns that are right.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.asked)
    }

    /// The share of the linked pronouns that are right.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.linked)
    }
}

impl Chains {
    /// Adds a document.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        let text: Vec<char> = gold.text.chars().collect();
        let chains: Vec<Vec<Range>> = predicted.chains.iter().map(|chain| chain.spans()).collect();
        let chain_of =
            |span: Range| chains.iter().position(|chain| chain.iter().any(|&mention| overlap(span, mention)));
        let mut owner = BTreeMap::new();
        for (index, chain) in gold.chains.iter().enumerate() {
            let mentions = chain.spans();
            let names = names_of(&gold.entities, &mentions);
            for (name, _) in &names {
                owner.entry(*name).or_insert(index);
            }
            if !names.iter().any(|&(_, kind)| kind == "PERSON") {
                continue;
            }
            for pronoun in mentions.into_iter().filter(|&mention| is_pronoun(slice(&text, mention))) {
                self.pronouns.asked += 1;
                let Some(found) = chain_of(pronoun) else { continue };
                self.pronouns.linked += 1;
                let holds_name =
                    chains[found].iter().any(|&mention| names.iter().any(|&(name, _)| overlap(name, mention)));
                self.pronouns.right += usize::from(holds_name);
            }
        }
        self.add_pairs(owner.into_iter().map(|(name, owner)| (owner, chain_of(name))).collect());
    }

    /// Every pair of names, each with its gold chain and its predicted one.
    fn add_pairs(&mut self, names: Vec<(usize, Option<usize>)>) {
        for (index, &(owner, found)) in names.iter().enumerate() {
            for &(other_owner, other_found) in &names[..index] {
                let same = owner == other_owner;
                match (found, other_found) {
                    (Some(a), Some(b)) => match (same, a == b) {
                        (true, true) => self.pairs.right += 1,
                        (false, true) => self.pairs.wrong += 1,
                        (true, false) => self.pairs.missed += 1,
                        (false, false) => {}
                    },
                    _ => self.unseen += usize::from(same),
                }
            }
        }
    }

    /// The scores of names and pronouns.
    pub fn report(&self) -> String {
        let Chains { pairs, unseen, pronouns } = self;
        format!(
            "names     P {:.3} R {:.3} F1 {:.3}  recall over all gold pairs {:.3}\npronouns  R {:.3} of {}  P {:.3}\n",
            pairs.precision(),
            pairs.recall(),
            pairs.f1(),
            ratio(pairs.right, pairs.gold() + unseen),
            pronouns.recall(),
            pronouns.asked,
            pronouns.precision(),
        )
    }
}

/// The names that are a mention of this chain, or share a mention's first or last character.
fn names_of<'r>(entities: &'r [EntityRow], mentions: &[Range]) -> BTreeSet<(Range, &'r str)> {
    let mut out = BTreeSet::new();
    for &[start, end] in mentions.iter().filter(|mention| mention[1] - mention[0] <= LONGEST_MENTION) {
        for entity in entities.iter().filter(|entity| NAMED.contains(&entity.kind.as_str())) {
            let inside = start <= entity.start && entity.end <= end;
            if inside && (entity.start == start || entity.end == end) {
                out.insert(([entity.start, entity.end], entity.kind.as_str()));
            }
        }
    }
    out
}

fn is_pronoun(word: &[char]) -> bool {
    let word: String = word.iter().flat_map(|c| c.to_lowercase()).collect();
    PRONOUNS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = r#"{"text": "Omar Diop met Lea Roth. Diop said he and Roth agree.",
        "entities": [{"start": 0, "end": 9, "type": "PERSON"}, {"start": 14, "end": 22, "type": "PERSON"},
                     {"start": 24, "end": 28, "type": "PERSON"}, {"start": 41, "end": 45, "type": "PERSON"}],
        "chains": [[[0, 9], [24, 28], [34, 36]], [[14, 22], [41, 45]]]}"#;

    fn scored(chains: &str) -> Chains {
        let predicted = format!(r#"{{"chains": {chains}}}"#);
        let mut scorer = Chains::default();
        scorer.add(&serde_json::from_str(GOLD).unwrap(), &serde_json::from_str(&predicted).unwrap());
        scorer
    }

    #[test]
    fn pairs_and_pronouns_are_counted() {
        let scorer = scored(
            r#"[{"mentions": [{"start": 0, "end": 9}, {"start": 14, "end": 22}, {"start": 34, "end": 36}]},
                                {"mentions": [{"start": 24, "end": 28}]}]"#,
        );
        // Diop and Roth linked, Omar Diop and Diop not; the second Roth was not found.
        assert_eq!(scorer.pairs, Counts { right: 0, wrong: 1, missed: 1 });
        assert_eq!(scorer.unseen, 1);
        assert_eq!(scorer.pronouns, Pronouns { asked: 1, linked: 1, right: 1 });
    }

    #[test]
    fn the_gold_itself_is_wholly_right() {
        let scorer = scored("[[[0, 9], [24, 28], [34, 36]], [[14, 22], [41, 45]]]");
        assert_eq!(
            scorer.report(),
            "names     P 1.000 R 1.000 F1 1.000  recall over all gold pairs 1.000\npronouns  R 1.000 of 1  P 1.000\n"
        );
    }
}
