//! Invariants of every document, whatever the text. `tests/checks` defines them.

use crate::checks::document::{annotated, holds, value};
use crate::checks::texts::{self as inputs, PIECES};
use crate::checks::{made, offsets};
use crate::tools::{Numbers, annotator, here, own_time, texts};
use arbitrary::Unstructured;
use newsmark::layout::Layout;
use newsmark::text::OffsetUnit;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::time::Duration;

fn articles() -> Vec<String> {
    texts(&here("tests/data/sample.jsonl"))
}

/// Bytes that [`inputs::text`] mostly turns into pieces of news.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop_oneof![3 => 128..=254u8, 2 => Just(b' '), 1 => any::<u8>()], 0..240)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(9), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn invariants_hold_for_arbitrary_text(bytes in bytes()) {
        annotated(&annotator(), &inputs::text(&bytes));
    }

    #[test]
    fn invariants_hold_for_arbitrary_tags(text in bytes(), tags in prop::collection::vec(any::<u8>(), 0..600)) {
        let text = inputs::text(&text);
        let layout = Layout::of(&text);
        let tagging = made::tagging(&mut Unstructured::new(&tags), layout.tokens.len()).unwrap();
        holds(&text, &annotator().document(&layout, &tagging, OffsetUnit::Utf8, None, &mut |_| {}));
    }

    #[test]
    fn values_of_arbitrary_expressions_are_in_order(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for published in [None, "2023-07-28".parse().ok(), "0001-01-01".parse().ok(), "9999-12-31".parse().ok()] {
            let (text, spans) = made::expressions(&mut Unstructured::new(&bytes)).unwrap();
            made::valued(&text, &spans, published).entities.iter().for_each(value);
        }
    }

    #[test]
    fn offsets_round_trip_in_arbitrary_text(bytes in bytes()) {
        offsets::hold(&inputs::text(&bytes));
    }
}

/// Texts found by the fuzzers (`fuzz`), shortened by hand.
#[test]
fn invariants_hold_for_past_failures() {
    let annotator = annotator();
    for text in
        ["“We will not,” ing, the bank.", "“I fought in World War I,” Roth said.", "the 's", "Mr Pryce\u{303}Mr said"]
    {
        annotated(&annotator, text);
    }
}

#[test]
fn invariants_hold_for_mutated_articles() {
    let (annotator, mut numbers) = (annotator(), Numbers(2));
    for article in articles() {
        annotated(&annotator, &article);
        let places: Vec<usize> = article.char_indices().map(|(byte, _)| byte).collect();
        for _ in 0..8 {
            let (from, to) = (places[numbers.below(places.len())], places[numbers.below(places.len())]);
            let (head, tail) = (&article[..from.min(to)], &article[from.min(to)..]);
            for text in [tail.to_owned(), [head, PIECES[numbers.below(PIECES.len())], tail].concat()] {
                annotated(&annotator, &text);
            }
        }
    }
}

#[test]
fn invariants_hold_for_tiny_texts() {
    let annotator = annotator();
    for text in ["", " ", "\n", "\u{feff}", "a", "\u{301}", "\u{0}", "”", "“", "\u{200b}\u{ad}"] {
        annotated(&annotator, text);
    }
}

#[test]
fn annotation_does_not_depend_on_earlier_texts() {
    let (fresh, used) = (annotator(), annotator());
    let articles = articles();
    for article in &articles {
        used.annotate(article, OffsetUnit::Utf8);
    }
    assert_eq!(fresh.annotate(&articles[0], OffsetUnit::Utf8), used.annotate(&articles[0], OffsetUnit::Utf8));
}

/// Annotating eight times the text takes about eight times as long. A quadratic stage would take 64 times as long.
#[test]
fn annotation_time_is_linear_in_article_length() {
    let annotator = annotator();
    let once = articles().join("\n\n");
    let (short, long) = (once.repeat(2), once.repeat(16));
    let time = |text: &str| {
        let start = own_time();
        annotator.annotate(text, OffsetUnit::Utf16);
        own_time() - start
    };
    let best = |text: &str| (0..3).map(|_| time(text)).min().unwrap_or(Duration::ZERO);
    let (short, long) = (best(&short), best(&long));
    assert!(long < short * 8 * 3, "{short:?} for the text, {long:?} for a text eight times as long");
}
