//! The test vectors in `tests/data/corrections.jsonl`: corrections of small documents, before and after edits.
//!
//! There are three kinds of lines. A line with an `id` holds a text and the document found in it. The others refer to
//! such a text and list corrections of it. Without `after`, they give the records that the corrections remove (`gone`)
//! and add (`new`). With `after`, an edited text, they give what becomes of the corrections there. Each record is
//! described by a line of words, in which a chain is identified by the place of its first name.
//!
//! `UPDATE_VECTORS=1 cargo test -p newsmark-corrections` rewrites the file. Review the changes.

use newsmark::{Document, OffsetUnit};
use newsmark_corrections::{Correction, CorrectionSession, History, Orphaned, apply, reanchor};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/corrections.jsonl");

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Line {
    Text { id: String, text: String, found: Box<Document> },
    Edited(Box<Edited>),
    Applied(Applied),
}

#[derive(Deserialize, Serialize, Clone, PartialEq, Debug)]
struct Applied {
    about: String,
    corrections: Vec<Correction>,
    /// The indices of the corrections that cannot be applied.
    unapplied: Vec<usize>,
    /// The number of chains in the corrected document.
    chains: usize,
    gone: Vec<String>,
    new: Vec<String>,
}

#[derive(Deserialize, Serialize, Clone, PartialEq, Debug)]
struct Edited {
    about: String,
    after: String,
    corrections: Vec<Correction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    undone: Vec<Correction>,
    kept: Vec<Correction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kept_undone: Vec<Correction>,
    orphaned: Vec<Orphaned>,
    /// The result of undoing the edit, without a document for the edited text.
    back: Back,
}

#[derive(Deserialize, Serialize, Clone, PartialEq, Debug)]
struct Back {
    corrections: Vec<Correction>,
    orphaned: usize,
}

#[test]
fn corrections_match_the_vectors() {
    let file = std::fs::read_to_string(FILE).unwrap();
    let mut texts: HashMap<String, (String, Document)> = HashMap::new();
    let (mut differences, mut written) = (Vec::new(), String::new());
    for line in file.lines() {
        let line = match serde_json::from_str(line).unwrap() {
            Line::Text { id, text, found } => {
                texts.insert(id.clone(), (text.clone(), Document::clone(&found)));
                Line::Text { id, text, found }
            }
            Line::Applied(expected) => {
                let (text, found) = &texts[&expected.about];
                let now = applied(text, found, &expected);
                if now != expected {
                    differences.push(format!("{expected:#?}\nis now\n{now:#?}"));
                }
                Line::Applied(now)
            }
            Line::Edited(expected) => {
                let (text, found) = &texts[&expected.about];
                let now = edited(text, found, &expected);
                if now != *expected {
                    differences.push(format!("{expected:#?}\nis now\n{now:#?}"));
                }
                Line::Edited(Box::new(now))
            }
        };
        written += &serde_json::to_string(&line).unwrap();
        written.push('\n');
    }
    if std::env::var_os("UPDATE_VECTORS").is_some() {
        std::fs::write(FILE, written).unwrap();
    }
    assert!(differences.is_empty(), "{} of the vectors differ:\n{}", differences.len(), differences.join("\n\n"));
    assert!(file.lines().count() > 300);
}

fn applied(text: &str, found: &Document, expected: &Applied) -> Applied {
    let corrected = apply(text, found, &expected.corrections, OffsetUnit::Utf16).unwrap();
    let (before, after) = (described(found), described(&corrected.document));
    Applied {
        unapplied: corrected.unapplied.iter().map(|one| one.index).collect(),
        chains: corrected.document.chains.len(),
        gone: before.iter().filter(|line| !after.contains(line)).cloned().collect(),
        new: after.iter().filter(|line| !before.contains(line)).cloned().collect(),
        ..expected.clone()
    }
}

fn edited(text: &str, found: &Document, expected: &Edited) -> Edited {
    let history =
        History { corrections: expected.corrections.clone(), undone: expected.undone.clone(), ..<_>::default() };
    let there = CorrectionSession::new(text, found, OffsetUnit::Utf16).unwrap().reanchor(&expected.after, &history);
    assert_eq!(there, reanchor(text, Some(found), &expected.after, &history, OffsetUnit::Utf16).unwrap());
    let back = reanchor(&expected.after, None, text, &there, OffsetUnit::Utf16).unwrap();
    Edited {
        kept: there.corrections,
        kept_undone: there.undone,
        orphaned: there.orphaned,
        back: Back { corrections: back.corrections, orphaned: back.orphaned.len() },
        ..expected.clone()
    }
}

/// Describes each record in a line.
fn described(document: &Document) -> Vec<String> {
    let json = |words: &str| serde_json::to_string(words).unwrap();
    let by = |by: bool| if by { " by you" } else { "" };
    let chain = |id: Option<usize>| match id {
        Some(id) => document.chains[id]
            .mentions
            .iter()
            .find(|mention| mention.kind == newsmark::MentionKind::Name)
            .map_or("nameless".to_owned(), |mention| format!("{}-{}", mention.start, mention.end)),
        None => "none".to_owned(),
    };
    let ranges = |ranges: &[[usize; 2]]| match ranges {
        [] => "none".to_owned(),
        _ => ranges.iter().map(|[start, end]| format!("{start}-{end}")).collect::<Vec<_>>().join(","),
    };
    let entities = document.entities.iter().map(|one| {
        let (start, end, kind, confidence) = (one.start, one.end, one.kind.as_str(), one.confidence);
        let (chain, text, by) = (chain(one.chain), json(&one.text), by(one.by.is_some()));
        format!("entity {start}-{end} {kind} chain {chain} confidence {confidence} {text}{by}")
    });
    let chains = document.chains.iter().map(|one| {
        let titles: Vec<[usize; 2]> = one.titles.iter().map(|title| [title.start, title.end]).collect();
        let mentions: Vec<String> =
            one.mentions.iter().map(|m| format!("{}-{} {}", m.start, m.end, m.kind.as_str())).collect();
        let related = one.related.map_or(String::new(), |related| format!(" related {}", chain(Some(related))));
        let (kind, name, by) = (one.kind.as_str(), json(one.label()), by(one.by.is_some()));
        let (titles, mentions) = (ranges(&titles), mentions.join(", "));
        format!("chain {} {kind} {name} titles {titles} mentions {mentions}{related}{by}", chain(Some(one.id)))
    });
    let quotes = document.quotes.iter().map(|one| {
        let (content, quoted, cue, speaker) =
            (ranges(&one.content), ranges(&one.quoted), ranges(&one.cue), ranges(&one.speaker));
        let name = serde_json::to_string(&one.speaker_name).unwrap();
        let (kind, confidence, why) = (one.kind.as_str(), one.confidence, json(&one.why));
        let (chain, by) = (chain(one.speaker_chain), by(one.by.is_some()));
        format!(
            "quote {content} {kind} quoted {quoted} cue {cue} speaker {speaker} name {name} chain {chain} \
             confidence {confidence} {why}{by}"
        )
    });
    let terms = document.quoted_terms.iter().map(|[start, end]| format!("term {start}-{end}"));
    entities.chain(chains).chain(quotes).chain(terms).collect()
}
