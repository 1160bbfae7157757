//! The figures on the development data, which is not part of this repository. These tests look for it
//! in `../shared`, beside the repository. Without it they are skipped with a message.

use crate::floors::dev as floor;
use crate::known_misses::{KnownMiss, assert_no_other_miss};
use crate::tools::{annotator, at_least, entity_f1, here, predicted, rows, scored_quotes};
use newsmark::text::OffsetUnit;
use newsmark_evaluate::{Cases, Chains, Convention, LabelMap, Ner, Row};
use serde_json::Value;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder with the data. `None` if it is missing and not required.
pub fn shared() -> Option<PathBuf> {
    let folder = here("../shared");
    if folder.join("data/README.md").exists() {
        return Some(folder);
    }
    let required = env::var("CI").is_ok_and(|ci| ci == "true")
        || env::var("NEWSMARK_REQUIRE_SHARED").is_ok_and(|required| required == "1");
    assert!(!required, "{} is missing, and CI or NEWSMARK_REQUIRE_SHARED requires it", folder.display());
    eprintln!("skipped: the development data in ../shared is missing");
    None
}

fn labels(shared: &Path) -> LabelMap {
    serde_json::from_str(&fs::read_to_string(shared.join("tools/maps/worldwide.json")).unwrap()).unwrap()
}

#[test]
fn ontonotes() {
    let Some(shared) = shared() else { return };
    let annotator = annotator();
    let ontonotes = || Ner::default().with_convention(Convention::OntoNotes);
    let (mut all, mut newswire, mut chains) = (ontonotes(), ontonotes(), Chains::default());
    for gold in rows(&shared.join("data/ner/ontonotes/dev.jsonl")) {
        let found = predicted(&annotator, &gold);
        all.add(&gold, &found);
        chains.add(&gold, &found);
        if gold.id.starts_with("ontonotes/nw") {
            newswire.add(&gold, &found);
        }
    }
    eprintln!("{}\nnewswire\n{}\n{}", all.report(), newswire.report(), chains.report());
    at_least(all.total().f1(), floor::ONTONOTES, "OntoNotes, F1 of entities");
    at_least(newswire.total().f1(), floor::NEWSWIRE, "OntoNotes newswire, F1 of entities");
    at_least(chains.pairs.f1(), floor::NAME_LINKS, "OntoNotes, F1 of links between names");
    at_least(chains.pronouns.recall(), floor::PRONOUNS, "OntoNotes, pronouns linked to the right person");
}

#[test]
fn worldwide() {
    let Some(shared) = shared() else { return };
    let rows = rows(&shared.join("data/ner/worldwide/dev.jsonl"));
    at_least(entity_f1(&annotator(), &rows, labels(&shared)), floor::WORLDWIDE, "worldwide news, F1 of entities");
}

#[test]
fn polnear() {
    let Some(shared) = shared() else { return };
    let scorer = scored_quotes(&rows(&shared.join("data/quotes/polnear/dev.jsonl")));
    let (exact, token, speaker) = scorer.figures("direct+mixed").unwrap();
    at_least(exact.f1(), floor::QUOTES_EXACT, "PolNeAR, direct and mixed, exact");
    at_least(token.f1(), floor::QUOTES_TOKEN, "PolNeAR, direct and mixed, by token");
    at_least(speaker, floor::SPEAKERS, "PolNeAR, direct and mixed, speakers");
    let (exact, token, _) = scorer.figures("all").unwrap();
    at_least(exact.f1(), floor::ALL_QUOTES_EXACT, "PolNeAR, all, exact");
    at_least(token.f1(), floor::ALL_QUOTES_TOKEN, "PolNeAR, all, by token");
}

/// Cases of `data/quotes/cases.jsonl` that are not entirely right yet, each with the reason.
const KNOWN_MISSES: &[KnownMiss] = &[];

#[test]
fn cases() {
    let Some(shared) = shared() else { return };
    let annotator = annotator();
    let results: Vec<(String, String)> = rows(&shared.join("data/quotes/cases.jsonl"))
        .into_iter()
        .map(|gold| {
            let mut scorer = Cases::default();
            scorer.add(&gold, &predicted(&annotator, &gold));
            (gold.id, scorer.problems)
        })
        .collect();
    assert_no_other_miss(KNOWN_MISSES, &results);
}

#[test]
fn gold_article() {
    let Some(shared) = shared() else { return };
    let source = fs::read_to_string(shared.join("articles/defense-minister.gold.json")).unwrap();
    let mut gold: Value = serde_json::from_str(&source).unwrap();
    let (chains, titles) = (gold["chains"].take(), gold["titles"].take());
    gold["chains"] = Value::Array(Vec::new());
    let gold: Row = serde_json::from_value(gold).unwrap();
    let annotator = annotator();
    at_least(
        entity_f1(&annotator, std::slice::from_ref(&gold), LabelMap::default()),
        floor::ARTICLE_ENTITIES,
        "gold article, F1 of entities",
    );
    let mut scorer = Cases::default();
    scorer.add(&gold, &predicted(&annotator, &gold));
    assert_eq!(scorer.right, 1, "{}", scorer.report());

    let document = annotator.annotate(&gold.text, OffsetUnit::CodePoints);
    let chain_named = |name: &str| {
        document
            .chains
            .iter()
            .find(|chain| chain.label() == name)
            .unwrap_or_else(|| panic!("no chain is called {name}"))
    };
    for (name, forms) in chains.as_object().unwrap() {
        let chain = chain_named(name);
        let found: BTreeSet<String> =
            document.entities.iter().filter(|e| e.chain == Some(chain.id)).map(|e| e.text.clone()).collect();
        let forms: BTreeSet<String> =
            forms.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect();
        assert_eq!(found, forms, "the names in the chain of {name}");
    }
    for title in titles.as_array().unwrap() {
        let chain = chain_named(title["person"].as_str().unwrap());
        assert!(
            chain.titles.iter().any(|found| found.text == title["title"]),
            "{title} is not among {:?}",
            chain.titles
        );
    }
}

/// `newsmark evaluate` and the scripts that define the figures give the same results for the same documents.
#[test]
fn figures_agree_with_the_scoring_scripts() {
    let Some(shared) = shared() else { return };
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: python3 is not installed");
        return;
    }
    let map = shared.join("tools/maps/worldwide.json");
    let map = map.to_str().unwrap();
    let runs: [(&str, &str, &str, &[&str]); 8] = [
        ("ner", "score_ner.py", "ner/ontonotes/dev", &[]),
        ("ner", "score_ner.py", "ner/ontonotes/dev", &["--only", "ontonotes/nw"]),
        ("ner", "score_ner.py", "ner/worldwide/dev", &["--map", map]),
        ("quotes", "score_quotes.py", "quotes/polnear/dev", &[]),
        ("quotes", "score_quotes.py", "quotes/polnear/dev", &["--segments"]),
        ("quotes", "score_quotes.py", "quotes/cases", &["--cases"]),
        ("chains", "score_chains.py", "ner/ontonotes/dev", &[]),
        ("chains", "score_chains.py", "ner/ontonotes/dev", &["--genres", "nw,bn,mz"]),
    ];
    let mut predictions = BTreeSet::new();
    for (task, script, data, options) in runs {
        let gold = shared.join("data").join(data).with_extension("jsonl");
        let found = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(data.replace('/', "-")).with_extension("jsonl");
        if predictions.insert(data) {
            fs::write(
                &found,
                printed(Command::new(env!("CARGO_BIN_EXE_newsmark")).args(["annotate", "--jsonl"]).arg(&gold)),
            )
            .unwrap();
        }
        let script =
            printed(Command::new("python3").arg(shared.join("tools").join(script)).args([&gold, &found]).args(options));
        let ours = printed(
            Command::new(env!("CARGO_BIN_EXE_newsmark"))
                .args(["evaluate", task])
                .arg(&gold)
                .arg("--pred")
                .arg(&found)
                .args(options),
        );
        assert_eq!(figures(&ours), figures(&script), "{data} {options:?}");
    }
}

fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The lines of a report, without the descriptions of failed cases. They are sorted, because equally
/// frequent types may come in any order.
fn figures(report: &str) -> BTreeSet<&str> {
    report.lines().filter(|line| !line.contains("): ")).collect()
}
