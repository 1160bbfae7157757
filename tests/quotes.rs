//! Quotations, on short texts of our own: one for each phenomenon that quotations have in the news.
//!
//! `data/quotes.jsonl` has a text a line with its quotations, in code points. The model decides with the
//! rules, so a new one may miss a case; more than a few may not be missed.

use newsmark::text::OffsetUnit;
use newsmark::{Annotator, MODEL};
use newsmark_evaluate::{Cases, Row, read_rows};

const CASES: &str = include_str!("data/quotes.jsonl");
/// Cases that may be wrong.
const WRONG: usize = 3;

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
fn nearly_every_case_is_wholly_right() {
    let (annotator, mut scorer) = (annotator(), Cases::default());
    for case in cases() {
        scorer.add(&case, &predicted(&annotator, &case.text));
    }
    assert!(scorer.all >= 40 && scorer.right + WRONG >= scorer.all, "{}", scorer.report());
}

/// What the marks hold is either said by somebody or a term, whatever the model thinks.
#[test]
fn every_stretch_in_marks_is_accounted_for() {
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

/// The order of a text's paragraphs makes a long text; its cost and its spans stay sound.
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
