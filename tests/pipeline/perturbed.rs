//! The same article, as other programs write it: nothing else is found.

use crate::checks::perturbed::{INVISIBLE, Perturbation, VISIBLE, told};
use crate::checks::texts::text;
use crate::invariants::bytes;
use crate::shared::shared;
use crate::tools::{annotator, at_least, here, texts};
use newsmark::Annotator;
use newsmark::text::OffsetUnit;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::HashMap;

/// The least share of what is found that stays where a reader sees a difference.
const KEPT: f64 = 0.98;

/// What is told of a text as it is and of the text perturbed.
fn both(annotator: &Annotator, text: &str, perturbation: &Perturbation) -> [Vec<String>; 2] {
    let perturbed = (perturbation.perturb)(text);
    [text, &perturbed].map(|text| told(text, &annotator.annotate(text, OffsetUnit::Utf8), perturbation.restore))
}

fn nothing_changes(annotator: &Annotator, text: &str) {
    for perturbation in INVISIBLE {
        let [expected, found] = both(annotator, text, perturbation);
        let first = expected.iter().zip(&found).find(|(a, b)| a != b);
        assert!(
            expected == found,
            "{}: {} records and {}, first {first:#?} in {text:?}",
            perturbation.name,
            expected.len(),
            found.len()
        );
    }
}

/// How much of what is found stays as it was.
fn kept(annotator: &Annotator, texts: &[String], perturbation: &Perturbation) -> f64 {
    let (mut same, mut all) = (0, 0);
    for text in texts {
        let [expected, found] = both(annotator, text, perturbation);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        found.iter().for_each(|one| *counts.entry(one).or_default() += 1);
        all += expected.len();
        same += expected
            .iter()
            .filter(|one| {
                counts
                    .get_mut(one.as_str())
                    .is_some_and(|count| count.checked_sub(1).map(|left| *count = left).is_some())
            })
            .count();
    }
    let share = same as f64 / all as f64;
    eprintln!("{}: {:.2} % of {all} stay", perturbation.name, share * 100.0);
    share
}

/// The texts of our own articles, and of those with a case each.
fn own_texts() -> Vec<String> {
    let files = ["sample", "quotes", "chains"].map(|name| here(&format!("tests/data/{name}.jsonl")));
    files.iter().flat_map(|file| texts(file)).collect()
}

#[test]
fn what_nobody_sees_changes_nothing() {
    let annotator = annotator();
    for text in own_texts() {
        nothing_changes(&annotator, &text);
    }
}

#[test]
fn what_is_seen_changes_little() {
    let (annotator, texts) = (annotator(), own_texts());
    for perturbation in VISIBLE {
        at_least(kept(&annotator, &texts, perturbation), KEPT, perturbation.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, rng_seed: RngSeed::Fixed(9), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_nobody_sees_changes_nothing_in_any_text(bytes in bytes()) {
        nothing_changes(&annotator(), &text(&bytes));
    }
}

#[test]
fn dev_articles_are_the_same_in_every_typography() {
    let Some(shared) = shared() else { return };
    let files = ["data/quotes/polnear/dev.jsonl", "data/ner/worldwide/dev.jsonl"];
    let texts: Vec<String> = files.iter().flat_map(|file| texts(&shared.join(file))).step_by(4).collect();
    let annotator = annotator();
    for text in &texts {
        nothing_changes(&annotator, text);
    }
    for perturbation in VISIBLE {
        at_least(kept(&annotator, &texts, perturbation), KEPT, perturbation.name);
    }
}
