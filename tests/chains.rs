//! Coreference chains, on sentences of our own. The entities are given, so that nothing depends on the tagger.
//!
//! Each line of `data/chains.jsonl` has a text, its entities in order (type and words) and the chains that must come
//! out, each with its mentions in order. Entities of no listed chain may be in any other chain.

mod known_misses;

use known_misses::{KnownMiss, assert_no_other_miss};
use newsmark::chains::{self, Chain};
use newsmark::entities::Entity;
use newsmark::layout::Layout;
use newsmark::text::Span;
use newsmark::tokens::token_at;
use serde_json::Value;

/// Cases that are not wholly right yet, each with the reason. A case that becomes right must leave the list.
const KNOWN_MISSES: &[KnownMiss] = &[(
    "pacific",
    "Tui is a chief's title in Tonga and a woman's name in Finland, and the table of names knows the latter",
)];

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|v| v.as_str().expect("a string")).collect()
}

/// Each entity is the next place where its words stand.
fn entities(layout: &Layout, rows: &Value) -> Vec<Entity> {
    let mut from = 0;
    let rows = rows.as_array().expect("entities");
    rows.iter()
        .map(|row| {
            let [kind, words] = texts(row)[..] else { panic!("type and words: {row}") };
            let start =
                from + layout.text[from..].find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
            from = start + words.len();
            let tokens = token_at(&layout.tokens, start)..token_at(&layout.tokens, from - 1) + 1;
            let kind = kind.parse().unwrap();
            Entity { span: Span::new(start, from), tokens, kind, confidence: 1.0 }
        })
        .collect()
}

fn shown(text: &str, chain: &Chain) -> (String, String, Vec<String>, Vec<String>) {
    let words = |span: Span| span.of(text).to_owned();
    (
        chain.kind.as_str().to_owned(),
        chain.name.clone().unwrap_or_default(),
        chain.titles.iter().map(|&title| words(title)).collect(),
        chain.mentions.iter().map(|mention| words(mention.span)).collect(),
    )
}

#[test]
fn every_case_is_wholly_right() {
    let mut results = Vec::new();
    for line in include_str!("data/chains.jsonl").lines() {
        let case: Value = serde_json::from_str(line).expect("a case");
        let text = case["text"].as_str().expect("a text");
        let layout = Layout::of(text);
        let entities = entities(&layout, &case["entities"]);
        let found: Vec<_> = chains::resolve(&layout, &entities).iter().map(|chain| shown(text, chain)).collect();
        let mut missing = Vec::new();
        for chain in case["chains"].as_array().expect("chains") {
            let owned = |key: &str| texts(&chain[key]).into_iter().map(str::to_owned).collect::<Vec<_>>();
            // A person without a name has the name null.
            let word = |key: &str| chain[key].as_str().unwrap_or_default().to_owned();
            let expected = (word("type"), word("name"), owned("titles"), owned("mentions"));
            if !found.contains(&expected) {
                missing.push(format!("{expected:?} is not in {found:#?}"));
            }
        }
        results.push((case["id"].as_str().expect("an id").to_owned(), missing.join("\n")));
    }
    assert_no_other_miss(KNOWN_MISSES, &results);
}

#[test]
fn every_name_is_in_exactly_one_chain() {
    for line in include_str!("data/chains.jsonl").lines() {
        let case: Value = serde_json::from_str(line).expect("a case");
        let layout = Layout::of(case["text"].as_str().expect("a text"));
        let entities = entities(&layout, &case["entities"]);
        let mut held = vec![0; entities.len()];
        for entity in
            chains::resolve(&layout, &entities).iter().flat_map(|chain| &chain.mentions).filter_map(|m| m.entity)
        {
            held[entity] += 1;
        }
        assert!(held.iter().all(|&times| times == 1), "{}: {held:?}", case["id"]);
    }
}
