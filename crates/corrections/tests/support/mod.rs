//! A small document to correct, and the invariants of every corrected document.
#![allow(dead_code)]

use newsmark::{Document, MentionKind, OffsetUnit};
use newsmark_corrections::{Corrected, Correction, apply};
use serde_json::json;

pub const TEXT: &str = "Mayor Ann Lee spoke in Lund on Monday. “We will pay,” Lee said.\n\
    Norrvarv, the yard, said it “won’t wait”. Bob Roe of Norrvarv left Lund.\n\n\
    “No,” he told Lee. The mayor said that Lund would pay. Jo Lee sang “Blue Hour”.";

/// The place of the nth occurrence of these words, counted from 0.
pub fn at(words: &str, nth: usize) -> [usize; 2] {
    let (start, _) = TEXT.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words} is not in the text"));
    [start, start + words.len()]
}

/// Annotations of [`TEXT`], some of them wrong.
pub fn found() -> Document {
    let names = [
        ("Ann Lee", 0, "PERSON", Some(0)),
        ("Lund", 0, "GPE", Some(1)),
        ("Monday", 0, "DATE", None),
        ("Lee", 1, "PERSON", Some(0)),
        ("Norrvarv", 0, "GPE", Some(2)),
        ("Bob Roe", 0, "PERSON", Some(3)),
        ("Norrvarv", 1, "GPE", Some(2)),
        ("Lund", 1, "GPE", Some(1)),
        ("Lee", 2, "PERSON", Some(0)),
        ("Lund", 2, "GPE", Some(1)),
        ("Jo Lee", 0, "PERSON", Some(4)),
    ];
    let entities: Vec<_> = (names.iter().enumerate())
        .map(|(id, &(words, nth, kind, chain))| {
            let [start, end] = at(words, nth);
            json!({"id": id, "start": start, "end": end, "type": kind, "text": words, "chain": chain, "confidence": 0.8})
        })
        .collect();
    let he = [at(" he ", 0)[0] + 1, at(" he ", 0)[1] - 1];
    let others = [(he, "pronoun", 3), (at("The mayor", 0), "nominal", 0)];
    let chains: Vec<_> = (["Ann Lee", "Lund", "Norrvarv", "Bob Roe", "Jo Lee"].iter().enumerate())
        .map(|(id, name)| {
            let own = names.iter().filter(|&&(.., chain)| chain == Some(id));
            let named = own.clone().map(|&(words, nth, ..)| (at(words, nth), "name"));
            let phrases = others.iter().filter(|&&(.., chain)| chain == id).map(|&(range, kind, _)| (range, kind));
            let mut mentions: Vec<_> = named.chain(phrases).collect();
            mentions.sort();
            let mentions: Vec<_> =
                mentions.iter().map(|([start, end], kind)| json!({"start": start, "end": end, "kind": kind})).collect();
            let titles = if id == 0 { json!([{"start": 0, "end": 5, "text": "Mayor"}]) } else { json!([]) };
            let kind = own.clone().next().unwrap().2;
            json!({"id": id, "type": kind, "name": name, "titles": titles, "mentions": mentions})
        })
        .collect();
    let quotes = [
        ("direct", at("“We will pay,”", 0), vec![at("“We will pay,”", 0)], at("said", 0), at("Lee", 1), "Ann Lee", 0),
        (
            "mixed",
            at("it “won’t wait”", 0),
            vec![at("“won’t wait”", 0)],
            at("said", 1),
            at("Norrvarv, the yard,", 0),
            "Norrvarv",
            2,
        ),
        ("direct", at("“No,”", 0), vec![at("“No,”", 0)], at("told", 0), he, "Bob Roe", 3),
        ("indirect", at("Lund would pay", 0), vec![], at("said", 2), at("The mayor", 0), "Ann Lee", 0),
    ];
    let quotes: Vec<_> = (quotes.into_iter().enumerate())
        .map(|(id, (kind, content, quoted, cue, speaker, name, chain))| {
            json!({"id": id, "type": kind, "content": [content], "quoted": quoted, "cue": [cue], "speaker": [speaker],
                "speaker_name": name, "speaker_chain": chain, "confidence": 0.8, "why": "the speaker of the cue"})
        })
        .collect();
    let terms = [at("“Blue Hour”", 0)];
    let document =
        json!({"entities": entities, "chains": chains, "quotes": quotes, "quoted_terms": terms, "sentences": []});
    serde_json::from_value(document).unwrap()
}

/// Applies corrections, some of which may be inapplicable, and checks the document.
pub fn corrected(corrections: serde_json::Value) -> Corrected {
    let corrections: Vec<Correction> = serde_json::from_value(corrections).unwrap();
    let corrected = apply(TEXT, &found(), &corrections, OffsetUnit::Utf8).unwrap();
    check(TEXT, &corrected.document);
    corrected
}

/// Applies corrections and asserts that each of them was applied.
pub fn after(corrections: serde_json::Value) -> Document {
    let corrected = corrected(corrections);
    assert_eq!(corrected.unapplied, []);
    corrected.document
}

/// Asserts what the schema guarantees about every document. Offsets are in bytes.
pub fn check(text: &str, document: &Document) {
    let in_text = |[start, end]: [usize; 2]| {
        assert!(start < end && !text[start..end].trim().is_empty(), "{start} {end}");
    };
    let ordered = |ranges: &[[usize; 2]]| {
        ranges.iter().copied().for_each(in_text);
        assert!(ranges.is_sorted_by(|a, b| a[1] <= b[0]), "{ranges:?}");
    };
    ordered(&document.entities.iter().map(|one| [one.start, one.end]).collect::<Vec<_>>());
    ordered(&document.quoted_terms);
    for (id, entity) in document.entities.iter().enumerate() {
        assert_eq!(entity.id, id);
        assert_eq!(entity.text, text[entity.start..entity.end]);
        assert_eq!(entity.chain.is_some(), entity.kind.is_name(), "{}", entity.text);
        let holds =
            |m: &newsmark::MentionRecord| m.kind == MentionKind::Name && [m.start, m.end] == [entity.start, entity.end];
        let holders: Vec<usize> =
            document.chains.iter().filter(|chain| chain.mentions.iter().any(holds)).map(|chain| chain.id).collect();
        assert_eq!(holders, Vec::from_iter(entity.chain), "{}", entity.text);
    }
    let names = document.chains.iter().flat_map(|chain| &chain.mentions).filter(|m| m.kind == MentionKind::Name);
    assert_eq!(names.count(), document.entities.iter().filter(|entity| entity.chain.is_some()).count());
    for (id, chain) in document.chains.iter().enumerate() {
        assert_eq!(chain.id, id);
        assert!(!chain.label().trim().is_empty());
        let tells = if chain.description.is_some() { MentionKind::Nominal } else { MentionKind::Name };
        assert!(chain.mentions.iter().any(|m| m.kind == tells), "chain {} has no name", chain.label());
        assert!(chain.mentions.is_sorted_by_key(|m| m.start));
    }
    for (id, quote) in document.quotes.iter().enumerate() {
        assert_eq!(quote.id, id);
        [&quote.content, &quote.quoted, &quote.cue, &quote.speaker].into_iter().for_each(|ranges| ordered(ranges));
        assert!(!quote.content.is_empty());
        match quote.kind {
            newsmark::QuoteType::Direct => assert_eq!(quote.quoted, quote.content),
            newsmark::QuoteType::Indirect => assert_eq!(quote.quoted.len(), 0),
            newsmark::QuoteType::Mixed => assert_ne!(quote.quoted.len(), 0),
        }
        for inner in &quote.quoted {
            assert!(quote.content.iter().any(|outer| outer[0] <= inner[0] && inner[1] <= outer[1]));
        }
        if let Some(chain) = quote.speaker_chain {
            assert_eq!(quote.speaker_name, document.chains[chain].name);
        }
    }
}
