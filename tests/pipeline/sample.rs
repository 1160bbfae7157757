//! Twelve articles written and annotated for these tests. They catch mistakes that affect every text.

use crate::floors::sample as floor;
use crate::markup;
use crate::tools::{annotator, at_least, entity_f1, here, predicted, rows, scored_quotes};
use newsmark_evaluate::{Chains, LabelMap};
use std::fs;

const SOURCE: &str = "tests/data/sample.txt";
const ROWS: &str = "tests/data/sample.jsonl";

#[test]
fn rows_match_the_source() {
    let source = fs::read_to_string(here(SOURCE)).unwrap();
    let made: String = markup::documents(&source).iter().map(|document| format!("{document}\n")).collect();
    if std::env::var_os("NEWSMARK_WRITE_SAMPLE").is_some() {
        fs::write(here(ROWS), &made).unwrap();
    }
    let kept = fs::read_to_string(here(ROWS)).unwrap();
    assert!(kept == made, "{ROWS} does not match {SOURCE}: run the tests once with NEWSMARK_WRITE_SAMPLE=1");
}

#[test]
fn entities() {
    at_least(entity_f1(&annotator(), &rows(&here(ROWS)), LabelMap::default()), floor::ENTITIES, "F1 of entities");
}

#[test]
fn quotations() {
    let scorer = scored_quotes(&rows(&here(ROWS)));
    let (exact, token, speaker) = scorer.figures("direct+mixed").unwrap();
    at_least(exact.f1(), floor::QUOTES_EXACT, "F1 of direct and mixed quotations, exact");
    at_least(token.f1(), floor::QUOTES_TOKEN, "F1 of direct and mixed quotations, by token");
    at_least(speaker, floor::SPEAKERS, "speakers of direct and mixed quotations");
}

#[test]
fn chains() {
    let (annotator, mut scorer) = (annotator(), Chains::default());
    for row in rows(&here(ROWS)) {
        scorer.add(&row, &predicted(&annotator, &row));
    }
    eprintln!("{}", scorer.report());
    at_least(scorer.pairs.f1(), floor::NAME_LINKS, "F1 of links between names");
    at_least(scorer.pronouns.recall(), floor::PRONOUNS, "pronouns linked to the right person");
}
