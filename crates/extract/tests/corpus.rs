//! The half of the article extraction benchmark by Zyte that may be looked at: 93 saved pages with their articles, marked
//! by hand. The pages are outside this repository.

use flate2::read::GzDecoder;
use newsmark_extract::page;
use serde_json::Value;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// F1 of 4-grams of words that was reached, less what chance explains.
const FLOOR: f64 = 0.975;

/// An article of which less than this was found is lost.
const LOST: f64 = 0.5;

fn grams(text: &str) -> HashMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let mut grams = HashMap::new();
    for gram in words.windows(4.min(words.len()).max(1)) {
        *grams.entry(gram.to_vec()).or_default() += 1;
    }
    grams
}

#[test]
fn articles_of_saved_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/pages");
    let Ok(truth) = fs::read_to_string(folder.join("truth.jsonl")) else {
        eprintln!("skipped: there are no saved pages in {}", folder.display());
        return;
    };
    let (mut precision, mut recall, mut lost, mut pages) = (0.0, 0.0, Vec::new(), 0.0);
    for row in truth.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let (id, text) = (row["id"].as_str().unwrap(), row["text"].as_str().unwrap());
        let mut html = Vec::new();
        let file = File::open(folder.join("html").join(format!("{id}.html.gz"))).unwrap();
        GzDecoder::new(file).read_to_end(&mut html).unwrap();
        let article = page(&newsmark_extract::decoded(&html));
        let (gold, found) = (grams(text), grams(&article.body));
        let hits: usize = gold.iter().map(|(gram, count)| *count.min(found.get(gram).unwrap_or(&0))).sum();
        let share = |of: &HashMap<_, usize>| hits as f64 / of.values().sum::<usize>().max(1) as f64;
        precision += share(&found);
        recall += share(&gold);
        pages += 1.0;
        if share(&gold) < LOST {
            lost.push(id.to_owned());
        }
    }
    (precision, recall) = (precision / pages, recall / pages);
    let f1 = 2.0 * precision * recall / (precision + recall);
    eprintln!("{pages} pages: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
    assert!(f1 >= FLOOR, "F1 {f1:.3} is below {FLOOR}");
    assert!(lost.is_empty(), "lost: {lost:?}");
}
