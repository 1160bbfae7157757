//! Every export of every document: also of those that no model makes, and no person would.

use crate::tools::{Numbers, annotator};
use newsmark::chains::MentionKind;
use newsmark::document::{By, ChainRecord, Document, EntityRecord, MentionRecord, QuoteRecord, TitleRecord};
use newsmark::entities::EntityType;
use newsmark::export::{Format, Saved, SavedError, export};
use newsmark::import::{self, ImportError};
use newsmark::quotes::QuoteType;
use newsmark::text::OffsetUnit;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};
use std::collections::HashSet;

const TEXT: &str = "🎉 “We won,” said Ann Lee, the mayor of Tarnby.\r\n\r\nShe said the “=vote” <b>was</b> fair & fe\u{301}te.";

fn saved(text: &str) -> Saved {
    let annotator = annotator();
    Saved::new(text, annotator.annotate(text, OffsetUnit::Utf16), OffsetUnit::Utf16, annotator.fingerprint())
}

fn written(saved: &Saved, format: Format) -> String {
    String::from_utf8(export(saved, format).unwrap().bytes).unwrap()
}

#[test]
fn a_newsmark_file_gives_back_the_same_state() {
    let mut file: Value = serde_json::from_slice(&saved(TEXT).to_json()).unwrap();
    assert_eq!(file["format"], "newsmark");
    assert_eq!(file["offsets"], "utf16");
    assert_eq!(file["found"], file["document"]);
    // What the page keeps besides is none of our business, and not to be lost.
    file["corrections"] = json!([{ "do": "rename", "at": [19, 26], "name": "Ann B. Lee" }]);
    file["future"] = json!([{ "do": "unmark", "at": [0, 2] }]);
    file["document"]["entities"][0]["by"] = json!("you");
    let read = Saved::from_json(file.to_string().as_bytes()).unwrap();
    let again: Value = serde_json::from_str(&written(&read, Format::Json)).unwrap();
    assert_eq!(again, file);
}

#[test]
fn a_file_that_cannot_be_right_is_refused_with_a_reason() {
    let file: Value = serde_json::from_slice(&saved(TEXT).to_json()).unwrap();
    let with = |key: &str, value: Value| {
        let mut file = file.clone();
        file[key] = value;
        Saved::from_json(file.to_string().as_bytes()).unwrap_err()
    };
    assert_eq!(with("version", json!(2)), SavedError::Later(2));
    assert!(matches!(with("text", json!("Another text.")), SavedError::Misplaced(_)));
    assert!(matches!(with("format", json!("html")), SavedError::NotOne(_)));
    assert!(matches!(Saved::from_json(b"[]"), Err(SavedError::NotOne(_))));
    let mut document = saved(TEXT).document;
    document.chains.clear();
    assert!(with("document", json!(document)).to_string().contains("there is no chain"));
}

#[test]
fn names_and_titles_of_files_come_from_the_article() {
    let saved = Saved { title: "../<b>Who?".to_owned(), ..saved(TEXT) };
    let names: HashSet<String> = Format::ALL.iter().map(|&format| export(&saved, format).unwrap().name).collect();
    assert_eq!(names.len(), Format::ALL.len(), "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("b-Who.")), "{names:?}");
}

/// The example's annotations, out and in again.
#[test]
fn web_annotations_come_back() {
    let text = TEXT.repeat(2);
    let document = annotator().annotate(&text, OffsetUnit::Utf8);
    let saved = Saved::new(&text, document.clone(), OffsetUnit::Utf8, "");
    for format in [Format::W3c, Format::Recogito] {
        let imported = import::annotations(&text, written(&saved, format).as_bytes()).unwrap();
        assert_eq!((imported.unplaced, imported.unknown), (0, 0));
        let back = imported.document;
        assert_eq!(back.sentences, document.sentences);
        assert_eq!(back.quoted_terms, document.quoted_terms);
        let key = |one: &EntityRecord, all: &Document| (one.start, one.end, one.kind, one.confidence.to_bits(), one.chain.map(|c| all.chains[c].name.clone()));
        let keys = |all: &Document| all.entities.iter().map(|one| key(one, all)).collect::<Vec<_>>();
        assert_eq!(keys(&back), keys(&document));
        let mentions = |all: &Document| {
            let mut found: Vec<_> = all.chains.iter().flat_map(|c| c.mentions.iter().map(|m| (m.start, m.end, c.name.clone()))).collect();
            found.sort();
            found
        };
        assert_eq!(mentions(&back), mentions(&document));
        let quote = |one: &QuoteRecord| (one.kind, one.content.clone(), one.cue.clone(), one.speaker.clone(), one.speaker_name.clone());
        let mut expected: Vec<_> = document.quotes.iter().map(quote).collect();
        expected.sort_by_key(|one| one.1.clone());
        assert_eq!(back.quotes.iter().map(quote).collect::<Vec<_>>(), expected);
        assert_eq!(back.quotes.iter().map(|q| q.quoted.clone()).collect::<Vec<_>>(), document.quotes.iter().map(|q| q.quoted.clone()).collect::<Vec<_>>());
    }
}

#[test]
fn annotations_of_others_are_understood_or_counted() {
    let of = |exact: &str, body: Value| json!({ "type": "Annotation", "body": body, "target": { "source": "x", "selector": { "type": "TextQuoteSelector", "exact": exact } } });
    let page = json!({ "type": "AnnotationCollection", "first": { "items": [
        of("Ann Lee", json!([{ "type": "TextualBody", "purpose": "tagging", "value": "Person" }])),
        of("Tarnby", json!({ "type": "TextualBody", "value": "place" })),
        of("fair", json!({ "type": "TextualBody", "purpose": "commenting", "value": "Is it?" })),
        of("nowhere", json!([])),
        { "type": "Annotation", "body": "https://a.example/", "target": "https://a.example/" },
    ] } });
    let imported = import::annotations(TEXT, page.to_string().as_bytes()).unwrap();
    let found: Vec<_> = imported.document.entities.iter().map(|e| (e.text.as_str(), e.kind, e.chain)).collect();
    assert_eq!(found, [("Ann Lee", EntityType::Person, Some(0)), ("Tarnby", EntityType::Loc, Some(1))]);
    assert_eq!((imported.unplaced, imported.unknown), (1, 1));
    assert_eq!(import::annotations("Other.", page.to_string().as_bytes()), Err(ImportError::OtherText(4)));
    assert_eq!(import::annotations(TEXT, b"{\"a\": 1}"), Err(ImportError::NoAnnotations));
    assert!(matches!(import::annotations(TEXT, b"no"), Err(ImportError::NotJson(_))));
}

fn range(numbers: &mut Numbers, places: &[usize]) -> [usize; 2] {
    let (a, b) = (places[numbers.below(places.len())], places[numbers.below(places.len())]);
    [a.min(b), a.max(b)]
}

fn ranges(numbers: &mut Numbers, places: &[usize]) -> Vec<[usize; 2]> {
    (0..numbers.below(4)).map(|_| range(numbers, places)).collect()
}

/// Marks anywhere: crossing, empty, upon each other, in any order.
fn any_document(text: &str, numbers: &mut Numbers) -> Document {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let chains = numbers.below(4);
    let chain = |numbers: &mut Numbers| Some(numbers.below(5)).filter(|&chain| chain < chains);
    let by = |numbers: &mut Numbers| (numbers.below(3) == 0).then_some(By::You);
    let mut document = Document::default();
    for id in 0..numbers.below(12) {
        let ([start, end], kind) = (range(numbers, &places), EntityType::ALL[numbers.below(18)]);
        let (chain, by) = (chain(numbers), by(numbers));
        document.entities.push(EntityRecord { id, start, end, kind, text: text[start..end].to_owned(), chain, confidence: 0.5, by });
    }
    for id in 0..chains {
        let titles = ranges(numbers, &places).into_iter().map(|[start, end]| TitleRecord { start, end, text: text[start..end].to_owned() });
        let titles = titles.collect();
        let mention = |[start, end]: [usize; 2]| MentionRecord { start, end, kind: MentionKind::Pronoun };
        let mentions = ranges(numbers, &places).into_iter().map(mention).collect();
        let kind = EntityType::ALL[numbers.below(18)];
        document.chains.push(ChainRecord { id, kind, name: "\"=<&\u{0}'\n".to_owned(), titles, mentions, related: chain(numbers), by: by(numbers) });
    }
    for id in 0..numbers.below(5) {
        document.quotes.push(QuoteRecord {
            id,
            kind: [QuoteType::Direct, QuoteType::Indirect, QuoteType::Mixed][numbers.below(3)],
            content: ranges(numbers, &places),
            quoted: ranges(numbers, &places),
            cue: ranges(numbers, &places),
            speaker: ranges(numbers, &places),
            speaker_name: None,
            speaker_chain: chain(numbers),
            confidence: 2.0,
            why: "\t@".to_owned(),
            by: by(numbers),
        });
    }
    document.quoted_terms = ranges(numbers, &places);
    document.sentences = ranges(numbers, &places);
    document
}

#[test]
fn any_marks_on_any_text_can_be_exported() {
    let texts = [TEXT, "", " \r\n\t", "\u{0}\u{b}\u{2028}a\u{85}\u{1c}b\u{feff}", "a\rb\n\nc]]>--><!--", "👩‍👩‍👧 e\u{301}\u{301} \u{202e}x\u{fffe}"];
    let mut numbers = Numbers(7);
    for round in 0..300 {
        let text = texts[round % texts.len()];
        let saved = Saved::new(text, any_document(text, &mut numbers), OffsetUnit::Utf8, "m");
        for format in Format::ALL {
            let bytes = export(&saved, format).unwrap_or_else(|error| panic!("round {round}, {format:?}: {error}")).bytes;
            match format {
                Format::Tei | Format::Html => well_formed(&bytes, round),
                Format::Json | Format::W3c | Format::Recogito | Format::Spacy | Format::Displacy => {
                    serde_json::from_slice::<Value>(&bytes).unwrap_or_else(|error| panic!("round {round}, {format:?}: {error}"));
                }
                _ => {}
            }
        }
        let annotations = export(&saved, Format::W3c).unwrap().bytes;
        if let Ok(imported) = import::annotations(text, &annotations) {
            assert!(imported.document.in_unit(text, OffsetUnit::Utf8, OffsetUnit::Utf16).is_ok());
        }
    }
}

/// Elements nest and close, no id is there twice, every reference leads somewhere.
fn well_formed(bytes: &[u8], round: usize) {
    let markup = std::str::from_utf8(bytes).unwrap();
    let (mut ids, mut references) = (HashSet::new(), Vec::new());
    let mut reader = Reader::from_str(markup);
    let mut depth = 0;
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("round {round}: {error} in {markup}"));
        match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                depth += usize::from(matches!(event, Event::Start(_)));
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("round {round}: {error} in {markup}"));
                    let value = String::from_utf8(attribute.value.into_owned()).unwrap();
                    match attribute.key.as_ref() {
                        b"xml:id" | b"id" => assert!(ids.insert(value.clone()), "round {round}: {value} twice in {markup}"),
                        b"ref" | b"who" | b"next" | b"prev" | b"href" => references.push(value),
                        _ => {}
                    }
                }
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "round {round}: {markup}");
    for reference in references {
        assert!(ids.contains(reference.trim_start_matches('#')), "round {round}: {reference} leads nowhere in {markup}");
    }
}
