//! What several tests need.

use newsmark::Annotator;
use newsmark::text::OffsetUnit;
use newsmark_evaluate::{LabelMap, Ner, Quotes, Row, read_rows};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};
use std::time::{Duration, Instant};

/// A file of this repository.
pub fn here(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

/// An annotator with the committed model, for the thread that asks.
pub fn annotator() -> Annotator {
    static MODEL: OnceLock<Vec<u8>> = OnceLock::new();
    let model = MODEL.get_or_init(|| {
        let path = here("model/newsmark.model");
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    });
    Annotator::new(model).expect("the committed model can be read")
}

pub fn rows(path: &Path) -> Vec<Row> {
    let file = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read_rows(file.as_slice()).collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The texts of a file with an article a line, whatever else its rows hold.
pub fn texts(path: &Path) -> Vec<String> {
    let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = |row| serde_json::from_str::<Value>(row).expect("JSON")["text"].as_str().expect("a text").to_owned();
    file.lines().map(text).collect()
}

/// What is found in the gold row's text, as a reader of the JSON sees it.
pub fn predicted(annotator: &Annotator, gold: &Row) -> Row {
    let document = annotator.annotate(&gold.text, OffsetUnit::CodePoints);
    serde_json::from_value(serde_json::to_value(document).expect("a document is JSON")).expect("a document is a row")
}

/// F1 of the entities of these rows.
pub fn entity_f1(annotator: &Annotator, rows: &[Row], labels: LabelMap) -> f64 {
    let mut scorer = Ner::new(labels);
    for row in rows {
        scorer.add(row, &predicted(annotator, row));
    }
    eprintln!("{}", scorer.report());
    scorer.total().f1()
}

/// The quotations of these rows, scored.
pub fn scored_quotes(rows: &[Row]) -> Quotes {
    let (annotator, mut scorer) = (annotator(), Quotes::new(false));
    for row in rows {
        scorer.add(row, &predicted(&annotator, row));
    }
    eprintln!("{}", scorer.report());
    scorer
}

/// A figure must not fall below its floor.
pub fn at_least(figure: f64, floor: f64, what: &str) {
    assert!(figure >= floor, "{what}: {figure:.4} is below the floor of {floor:.4}");
}

/// The time that this thread has had a processor, so that other work on the machine does not count. Where the
/// system does not tell, the time that has passed.
pub fn own_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Numbers that are always the same, so that a failure can be had again.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
