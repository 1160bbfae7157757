//! Articles as other programs would write them get the same annotations.

use crate::checks::perturbed::{INVISIBLE, Perturbation, VISIBLE, described};
use crate::checks::texts::text;
use crate::invariants::bytes;
use crate::shared::shared;
use crate::tools::{annotator, at_least, here, texts};
use newsmark::Annotator;
use newsmark::text::OffsetUnit;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::HashMap;

/// The minimum share of records that must stay the same after a visible change.
const KEPT: f64 = 0.98;

/// Descriptions of the annotations of the original and of the perturbed text.
fn both(annotator: &Annotator, text: &str, perturbation: &Perturbation) -> [Vec<String>; 2] {
    let perturbed = (perturbation.perturb)(text);
    [text, &perturbed].map(|text| described(text, &annotator.annotate(text, OffsetUnit::Utf8), perturbation.restore))
}

fn assert_unchanged(annotator: &Annotator, text: &str) {
    for perturbation in INVISIBLE {
        let [expected, found] = both(annotator, text, perturbation);
        let first = expected.iter().zip(&found).find(|(a, b)| a != b);
        assert!(
            expected == found,
            "{}: {} records became {}, first difference {first:#?} in {text:?}",
            perturbation.name,
            expected.len(),
            found.len()
        );
    }
}

/// The share of records that the perturbation does not change.
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
    eprintln!("{}: {:.2} % of {all} records are unchanged", perturbation.name, share * 100.0);
    share
}

/// The texts of the sample articles and of the test cases for quotations and chains.
fn own_texts() -> Vec<String> {
    let files = ["sample", "quotes", "chains"].map(|name| here(&format!("tests/data/{name}.jsonl")));
    files.iter().flat_map(|file| texts(file)).collect()
}

#[test]
fn invisible_changes_keep_all_annotations() {
    let annotator = annotator();
    for text in own_texts() {
        assert_unchanged(&annotator, &text);
    }
}

#[test]
fn visible_changes_keep_most_annotations() {
    let (annotator, texts) = (annotator(), own_texts());
    for perturbation in VISIBLE {
        at_least(kept(&annotator, &texts, perturbation), KEPT, perturbation.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, rng_seed: RngSeed::Fixed(9), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn invisible_changes_keep_annotations_of_arbitrary_text(bytes in bytes()) {
        assert_unchanged(&annotator(), &text(&bytes));
    }
}

#[test]
fn dev_articles_withstand_typographic_changes() {
    let Some(shared) = shared() else { return };
    let files = ["data/quotes/polnear/dev.jsonl", "data/ner/worldwide/dev.jsonl"];
    let texts: Vec<String> = files.iter().flat_map(|file| texts(&shared.join(file))).step_by(4).collect();
    let annotator = annotator();
    for text in &texts {
        assert_unchanged(&annotator, text);
    }
    for perturbation in VISIBLE {
        at_least(kept(&annotator, &texts, perturbation), KEPT, perturbation.name);
    }
}
