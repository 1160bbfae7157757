//! Values of dates and amounts: our own cases, and TempEval-3, which is not part of this repository.

use crate::floors::values as floor;
use crate::shared::shared;
use crate::tools::{annotator, at_least, here, rows};
use newsmark::document::Metadata;
use newsmark::{Anchor, OffsetUnit, Value};
use newsmark_evaluate::Values;
use std::process::Command;

fn scored(rows: &[newsmark_evaluate::Row]) -> Values {
    let mut scorer = Values::default();
    rows.iter().for_each(|row| scorer.add_given(row).unwrap());
    eprintln!("{}{}", scorer.misses(), scorer.report());
    scorer
}

#[test]
fn everyday_cases() {
    let rows = rows(&here("tests/data/values.jsonl"));
    assert!(rows.len() >= 300);
    at_least(scored(&rows).accuracy(), floor::CASES, "values of everyday dates and amounts");
}

#[test]
fn tempeval() {
    let Some(shared) = shared() else { return };
    let packed = shared.join("data/extra/dates/tbaq.train.jsonl.gz");
    let unpacked = Command::new("gzip").arg("-dc").arg(&packed).output().expect("gzip");
    let rows = newsmark_evaluate::read_rows(unpacked.stdout.as_slice()).collect::<Result<Vec<_>, _>>().unwrap();
    at_least(scored(&rows).accuracy(), floor::TEMPEVAL, "TempEval-3, values of given spans");
}

/// The value of the last date of a text, as it is in the document.
fn last_date(text: &str, date: &str) -> (String, Anchor) {
    let mut metadata = Metadata::default();
    metadata.date = date.to_owned();
    let document = annotator().annotate_article(text, &metadata, OffsetUnit::Utf8);
    let mut times = document.entities.into_iter().filter_map(|entity| match entity.value {
        Some(Value::Time(time)) => Some((time.value, time.anchor)),
        _ => None,
    });
    times.next_back().unwrap_or_else(|| panic!("no date in {text:?}"))
}

#[test]
fn the_day_of_publication_is_that_of_the_metadata_or_of_the_dateline() {
    let found = |value: &str| (value.to_owned(), Anchor::Publication);
    let text = "The court in Oslo fined the company on Tuesday.";
    assert_eq!(last_date(text, "2023-07-28"), found("2023-07-25"));
    assert_eq!(last_date(text, "2023-07-28T10:00:00Z"), found("2023-07-25"));
    assert_eq!(last_date(text, "28 July 2023"), found("2023-07-25"));
    assert_eq!(last_date(text, "soon"), ("XXXX-WXX-2".to_owned(), Anchor::None));
    assert_eq!(last_date(text, ""), ("XXXX-WXX-2".to_owned(), Anchor::None));
    let dateline = format!("OSLO, July 28, 2023 (NTB) — {text}");
    assert_eq!(last_date(&dateline, ""), found("2023-07-25"));
    assert_eq!(last_date(&dateline, "2023-08-30"), found("2023-08-29"));
    let line = format!("Court fines ferry company\n\nPublished 28 July 2023, 10:00\n\n{text}");
    assert_eq!(last_date(&line, ""), found("2023-07-25"));
    // A date of a story is not the date of the article.
    let story = format!("The ferry sank on July 28, 2003, in a storm. {text}");
    assert_eq!(last_date(&story, ""), ("XXXX-WXX-2".to_owned(), Anchor::None));
}
