//! Helpers for several tests.

use newsmark::Annotator;
use newsmark::text::OffsetUnit;
use newsmark_evaluate::{LabelMap, Ner, Quotes, Row, read_rows};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};
use std::time::{Duration, Instant};

/// The path of a file in this repository.
pub fn here(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

/// An annotator with the committed model, for the current thread.
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

/// The texts of a JSONL file of articles. Other fields are ignored.
pub fn texts(path: &Path) -> Vec<String> {
    let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = |row| serde_json::from_str::<Value>(row).expect("JSON")["text"].as_str().expect("a text").to_owned();
    file.lines().map(text).collect()
}

/// The annotations of a gold row's text, as read back from JSON.
pub fn predicted(annotator: &Annotator, gold: &Row) -> Row {
    let document = annotator.annotate(&gold.text, OffsetUnit::CodePoints);
    serde_json::from_value(serde_json::to_value(document).expect("a document is JSON")).expect("a document is a row")
}

/// The entity F1 on these rows.
pub fn entity_f1(annotator: &Annotator, rows: &[Row], labels: LabelMap) -> f64 {
    let mut scorer = Ner::new(labels);
    for row in rows {
        scorer.add(row, &predicted(annotator, row));
    }
    eprintln!("{}", scorer.report());
    scorer.total().f1()
}

/// The quotation scores on these rows.
pub fn scored_quotes(rows: &[Row]) -> Quotes {
    let (annotator, mut scorer) = (annotator(), Quotes::new(false));
    for row in rows {
        scorer.add(row, &predicted(&annotator, row));
    }
    eprintln!("{}", scorer.report());
    scorer
}

/// Asserts that a figure is not below its floor.
pub fn at_least(figure: f64, floor: f64, what: &str) {
    assert!(figure >= floor, "{what}: {figure:.4} is below the floor of {floor:.4}");
}

/// The CPU time of this thread, which does not depend on other work on the machine. Falls back to elapsed
/// time on systems that do not report it.
pub fn own_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let schedstat = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = schedstat.and_then(|schedstat| schedstat.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// A pseudo-random sequence with a fixed seed, so that failures can be reproduced.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
