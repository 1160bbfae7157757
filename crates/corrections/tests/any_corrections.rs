//! Arbitrary corrections give valid documents, and a session gives the same results as [`apply`].

mod support;

use newsmark::{Document, OffsetUnit};
use newsmark_corrections::{Correction, CorrectionSession, Patch, Piece, apply};
use serde_json::{Value, json};
use support::{TEXT, check, found};

/// A pseudo-random sequence with a fixed seed, so that failures can be reproduced.
struct Numbers(u32);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(self.0) * limit as u64) >> 32) as usize
    }

    fn one<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

/// An arbitrary correction, usually of an existing annotation.
fn any_correction(document: &Document, numbers: &mut Numbers) -> Value {
    let boundaries: Vec<usize> = TEXT.char_indices().map(|(at, _)| at).chain([TEXT.len()]).collect();
    let anywhere = |numbers: &mut Numbers| {
        let start = numbers.below(boundaries.len() - 1);
        let end = start + 1 + numbers.below(30.min(boundaries.len() - 1 - start));
        [boundaries[start], boundaries[end]]
    };
    let somewhere = |ranges: Vec<[usize; 2]>, numbers: &mut Numbers| {
        if ranges.is_empty() || numbers.below(8) == 0 { anywhere(numbers) } else { numbers.one(&ranges) }
    };
    let entities: Vec<_> = document.entities.iter().map(|one| [one.start, one.end]).collect();
    let mentions: Vec<_> = document.chains.iter().flat_map(|one| &one.mentions).map(|m| [m.start, m.end]).collect();
    let quotes: Vec<_> =
        document.quotes.iter().map(|one| [one.content[0][0], one.content.last().unwrap()[1]]).collect();
    let [entity, other] = [(); 2].map(|_| somewhere(entities.clone(), numbers));
    let [mention, somebody] = [(); 2].map(|_| somewhere(mentions.clone(), numbers));
    let quote = somewhere(quotes, numbers);
    let range = somewhere(vec![], numbers);
    let kind = numbers.one(&["PERSON", "ORG", "GPE", "DATE", "CARDINAL", "WORK_OF_ART"]);
    let everywhere = numbers.below(2) == 0;
    match numbers.below(13) {
        0 => json!({"do": "mark", "at": numbers.one(&[entity, range]), "type": kind, "everywhere": everywhere}),
        1 => json!({"do": "mark", "at": range, "was": other, "type": kind, "everywhere": everywhere}),
        2 => json!({"do": "unmark", "at": entity, "everywhere": everywhere}),
        3 => json!({"do": "quote", "at": range}),
        4 => json!({"do": "quote", "at": range, "was": quote}),
        5 => json!({"do": "unquote", "at": quote}),
        6 => {
            let who = numbers.one(&[json!(mention), json!("Kim Poe"), json!("Lund"), json!(null)]);
            json!({"do": "speaker", "at": quote, "who": who})
        }
        7 => json!({"do": "rename", "at": mention, "name": numbers.one(&["Kim Poe", "X", " "])}),
        8 => json!({"do": "merge", "at": mention, "into": somebody}),
        9 => json!({"do": "accept", "at": numbers.one(&[entity, quote])}),
        10 => json!({"do": "note", "at": numbers.one(&[entity, quote]), "text": numbers.one(&["Ask again.", " "])}),
        11 => {
            let value = numbers.one(&[json!(null), json!({"country": "SE"}), json!({"amount": 3.0, "approx": false})]);
            json!({"do": "value", "at": numbers.one(&[entity, range]), "value": value, "everywhere": everywhere})
        }
        _ => {
            json!({"do": "move", "at": mention, "to": numbers.one(&[json!(somebody), json!(null)]), "everywhere": everywhere})
        }
    }
}

/// Applies a patch, as the page does.
fn patched(found: &Document, patch: &Patch) -> Document {
    let id = |chain: usize| chain - patch.gone_chains.iter().filter(|&&gone| gone < chain).count();
    fn records<T: Clone>(found: &[T], pieces: &[Piece<T>], mut renumber: impl FnMut(&mut T, usize)) -> Vec<T> {
        let mut records = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Found([start, end]) => {
                    for record in &found[*start..*end] {
                        let mut record = record.clone();
                        renumber(&mut record, records.len());
                        records.push(record);
                    }
                }
                Piece::New(record) => records.push(record.clone()),
            }
        }
        records
    }
    let mut document = found.clone();
    document.entities = records(&found.entities, &patch.entities, |entity, index| {
        (entity.id, entity.chain) = (index, entity.chain.map(id));
    });
    document.chains = records(&found.chains, &patch.chains, |chain, index| {
        (chain.id, chain.related) = (index, chain.related.map(id));
    });
    document.quotes = records(&found.quotes, &patch.quotes, |quote, index| {
        (quote.id, quote.speaker_chain) = (index, quote.speaker_chain.map(id));
    });
    if let Some(terms) = &patch.quoted_terms {
        document.quoted_terms.clone_from(terms);
    }
    document
}

#[test]
fn corrected_documents_are_valid() {
    let found = found();
    let session = CorrectionSession::new(TEXT, &found, OffsetUnit::Utf8).unwrap();
    let mut applied = 0;
    for seed in 1..=60 {
        let mut numbers = Numbers(seed);
        let mut document = found.clone();
        let mut corrections: Vec<Correction> = Vec::new();
        for _ in 0..25 {
            corrections.push(serde_json::from_value(any_correction(&document, &mut numbers)).unwrap());
            let corrected = apply(TEXT, &found, &corrections, OffsetUnit::Utf8).unwrap();
            check(TEXT, &corrected.document);
            let patch = session.apply(&corrections);
            assert_eq!(patched(&found, &patch), corrected.document, "seed {seed}: {corrections:?}");
            assert_eq!(patch.unapplied, corrected.unapplied);
            document = corrected.document;
        }
        applied += corrections.len() - session.apply(&corrections).unapplied.len();
    }
    assert!(applied > 60 * 15, "only {applied} corrections could be applied");
}

#[test]
fn patches_omit_unchanged_records() {
    let found = found();
    let session = CorrectionSession::new(TEXT, &found, OffsetUnit::Utf8).unwrap();
    let corrections = serde_json::from_value::<Vec<_>>(json!([{"do": "unmark", "at": support::at("Monday", 0)}]));
    let patch = session.apply(&corrections.unwrap());
    assert_eq!(patch.entities, [Piece::Found([0, 2]), Piece::Found([3, 11])]);
    assert_eq!((patch.chains, patch.quotes), (vec![Piece::Found([0, 5])], vec![Piece::Found([0, 4])]));
    assert_eq!((patch.quoted_terms, patch.gone_chains), (None, vec![]));
}

#[test]
fn occurrences_of_the_selected_words_are_counted() {
    let session = CorrectionSession::new(TEXT, &found(), OffsetUnit::Utf8).unwrap();
    let lund = support::at("Lund", 0);
    assert_eq!(session.count_places_like(lund, &[]), 3);
    assert_eq!(session.count_places_like(support::at("Lee", 1), &[]), 2);
    let one =
        serde_json::from_value::<Vec<_>>(json!([{"do": "mark", "at": support::at("left Lund", 0), "type": "EVENT"}]));
    assert_eq!(session.count_places_like(lund, &one.unwrap()), 2);
    assert_eq!(session.count_places_like([0, 9999], &[]), 0);
}
