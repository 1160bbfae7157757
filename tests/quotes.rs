//! Quotations, on short texts of our own: one for each phenomenon that quotations have in the news.
//!
//! Each line of `data/quotes.jsonl` has a text and its quotations, in code points. The model and the rules decide
//! together, so a new model may miss a case. [`KNOWN_MISSES`] then names the case.

mod known_misses;

use known_misses::{KnownMiss, assert_no_other_miss};
use newsmark::text::OffsetUnit;
use newsmark::{Annotator, MODEL};
use newsmark_evaluate::{Cases, Row, read_rows};

const CASES: &str = include_str!("data/quotes.jsonl");
/// Cases that are not wholly right yet, each with the reason. A case that becomes right must leave the list.
const KNOWN_MISSES: &[KnownMiss] = &[];

fn annotator() -> Annotator {
    Annotator::new(MODEL).expect("the committed model can be read")
}

fn cases() -> Vec<Row> {
    read_rows(CASES.as_bytes()).collect::<Result<_, _>>().expect("every line is a row")
}

fn predicted(annotator: &Annotator, text: &str) -> Row {
    let document = annotator.annotate(text, OffsetUnit::CodePoints);
    serde_json::from_value(serde_json::to_value(document).expect("a document is JSON")).expect("a document is a row")
}

#[test]
fn every_case_is_wholly_right() {
    let annotator = annotator();
    let results: Vec<(String, String)> = cases()
        .into_iter()
        .map(|case| {
            let mut scorer = Cases::default();
            scorer.add(&case, &predicted(&annotator, &case.text));
            (case.id, scorer.problems)
        })
        .collect();
    assert!(results.len() >= 40);
    assert_no_other_miss(KNOWN_MISSES, &results);
}

/// Whatever the model thinks, a span in quotation marks is either said by somebody or a quoted term.
#[test]
fn every_quoted_span_is_said_or_a_term() {
    let annotator = annotator();
    for case in cases() {
        let document = annotator.annotate(&case.text, OffsetUnit::CodePoints);
        let quoted: Vec<[usize; 2]> = document.quotes.iter().flat_map(|q| q.quoted.clone()).collect();
        for span in &document.quoted_terms {
            assert!(!quoted.contains(span), "{}: {span:?} is said and a term", case.id);
        }
        for (k, span) in quoted.iter().enumerate() {
            assert!(!quoted[..k].contains(span), "{}: {span:?} is said twice", case.id);
        }
    }
}

/// All cases in one text make a long text. Its spans stay sound.
#[test]
fn all_cases_in_one_text() {
    let annotator = annotator();
    let text: Vec<String> = cases().into_iter().map(|case| case.text).collect();
    let document = annotator.annotate(&text.join("\n\n"), OffsetUnit::CodePoints);
    let length = text.join("\n\n").chars().count();
    assert!(document.quotes.len() >= 40);
    for quote in &document.quotes {
        let spans = [&quote.content, &quote.quoted, &quote.cue, &quote.speaker];
        assert!(
            !quote.content.is_empty() && spans.into_iter().flatten().all(|&[start, end]| start < end && end <= length)
        );
        assert!((0.0..=1.0).contains(&quote.confidence) && !quote.why.is_empty());
    }
}
