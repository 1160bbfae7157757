//! Every export format, for ordinary documents and for arbitrary ones that no model would produce.

use crate::checks::{exports, imports, made, texts};
use crate::invariants::bytes;
use crate::tools::annotator;
use arbitrary::Unstructured;
use newsmark::document::{Document, EntityRecord, QuoteRecord};
use newsmark::entities::EntityType;
use newsmark::text::OffsetUnit;
use newsmark::versions::{CODE, SCHEMA, Versions};
use newsmark_formats::export::{Format, Saved, SavedError, export};
use newsmark_formats::import::{self, ImportError};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use std::collections::HashSet;

const TEXT: &str =
    "🎉 “We won,” said Ann Lee, the mayor of Tarnby.\r\n\r\nShe said the “=vote” <b>was</b> fair & fe\u{301}te.";

fn saved(text: &str) -> Saved {
    let annotator = annotator();
    Saved::new(text, annotator.annotate(text, OffsetUnit::Utf16), OffsetUnit::Utf16, annotator.fingerprint())
}

fn written(saved: &Saved, format: Format) -> String {
    String::from_utf8(export(saved, format).unwrap().bytes).unwrap()
}

#[test]
fn newsmark_file_round_trips() {
    let mut file: Value = serde_json::from_slice(&saved(TEXT).to_json()).unwrap();
    assert_eq!(file["format"], "newsmark");
    assert_eq!(file["offsets"], "utf16");
    assert_eq!(file["found"], file["document"]);
    // Fields that only the page uses are kept as they are.
    file["corrections"] = json!([{ "do": "rename", "at": [19, 26], "name": "Ann B. Lee" }]);
    file["future"] = json!([{ "do": "unmark", "at": [0, 2] }]);
    file["document"]["entities"][0]["by"] = json!("you");
    // A fast but inexact float parser would read this as a neighbouring number.
    file["measured"] = json!(1.255808445741002e19);
    let read = Saved::from_json(file.to_string().as_bytes()).unwrap();
    let again: Value = serde_json::from_str(&written(&read, Format::Json)).unwrap();
    assert_eq!(again, file);
}

#[test]
fn invalid_newsmark_files_are_rejected_with_a_reason() {
    let file: Value = serde_json::from_slice(&saved(TEXT).to_json()).unwrap();
    let with = |key: &str, value: Value| {
        let mut file = file.clone();
        file[key] = value;
        Saved::from_json(file.to_string().as_bytes()).unwrap_err()
    };
    assert_eq!(with("version", json!(3)), SavedError::NewerVersion(3));
    assert!(matches!(with("text", json!("Another text.")), SavedError::Document(_)));
    assert!(matches!(with("format", json!("html")), SavedError::Invalid(_)));
    assert!(matches!(Saved::from_json(b"[]"), Err(SavedError::Invalid(_))));
    let mut document = saved(TEXT).document;
    document.chains.clear();
    assert!(with("document", json!(document)).to_string().contains("there is no chain"));
}

#[test]
fn metadata_are_in_every_format_that_has_a_place_for_them() {
    let mut saved = saved(TEXT);
    let metadata = &mut saved.document.metadata;
    metadata.title = "Tarnby elects Ann Lee".to_owned();
    metadata.byline = "Una Byrne".to_owned();
    metadata.date = "2026-03-12".to_owned();
    metadata.site = "Keld Gazette".to_owned();
    metadata.url = "https://keld.example/lee".to_owned();
    metadata.language = "en-GB".to_owned();
    for format in [Format::Json, Format::W3c, Format::Tei, Format::CsvEntities, Format::CsvQuotes, Format::Html] {
        let file = written(&saved, format);
        for part in ["Tarnby elects Ann Lee", "Una Byrne", "2026-03-12", "Keld Gazette", "https://keld.example/lee"] {
            assert!(file.contains(part), "{part} in {format}");
        }
    }
    let tei = written(&saved, Format::Tei);
    assert!(tei.contains(r#"<date when="2026-03-12">"#) && tei.contains(r#"<language ident="en-GB">"#), "{tei}");
    // Recogito takes only an address for a source.
    let recogito: Value = serde_json::from_str(&written(&saved, Format::Recogito)).unwrap();
    assert!(recogito[0]["target"][0]["source"].is_string());
    assert_eq!(export(&saved, Format::Tei).unwrap().name, "Tarnby-elects-Ann-Lee.tei.xml");
}

#[test]
fn a_date_that_is_none_is_written_as_text() {
    let mut saved = saved(TEXT);
    saved.document.metadata.date = "Thursday".to_owned();
    assert!(written(&saved, Format::Tei).contains("<date>Thursday</date>"));
}

/// How each format states the versions of the code, the schema and the model.
fn versions_in(format: Format, model: &str) -> String {
    match format {
        Format::Json => format!(r#""version":{SCHEMA},"newsmark":"{CODE}","model":"{model}""#),
        Format::Spacy | Format::Displacy | Format::GeoJson => {
            format!(r#""made_by":{{"newsmark":"{CODE}","schema":{SCHEMA},"model":"{model}"}}"#)
        }
        Format::Conll => format!("-DOCSTART- newsmark-{CODE}/schema-{SCHEMA} model-{model} O\n"),
        _ => format!("Newsmark {CODE} (schema {SCHEMA}, model {model})"),
    }
}

#[test]
fn every_export_names_code_schema_and_model() {
    let saved = saved(TEXT);
    assert_eq!(saved.model.len(), 16);
    for &format in Format::ALL {
        let bytes = export(&saved, format).unwrap().bytes;
        let expected = versions_in(format, &saved.model);
        assert!(String::from_utf8_lossy(&bytes).contains(&expected), "{format:?} does not contain {expected}");
    }
    // Rows of a table may be separated, so each one states the versions.
    for (format, rows) in
        [(Format::CsvEntities, saved.document.entities.len()), (Format::CsvQuotes, saved.document.quotes.len())]
    {
        assert!(rows > 0);
        assert_eq!(written(&saved, format).matches(&Versions::with(&saved.model).to_string()).count(), rows);
    }
}

#[test]
fn invalid_model_fingerprint_is_not_exported() {
    // A line break in CoNLL or in brat's configuration would start an unrelated line.
    let mut saved = saved(TEXT);
    saved.model = "0123456789abcde\n[entities]\n=1+1".to_owned();
    for &format in Format::ALL.iter().filter(|format| **format != Format::Json) {
        let bytes = export(&saved, format).unwrap().bytes;
        assert!(!String::from_utf8_lossy(&bytes).contains("0123456789abcde"), "{format:?}");
    }
}

#[test]
fn file_names_come_from_the_article_title() {
    let mut saved = saved(TEXT);
    saved.title = "../<b>Who?".to_owned();
    let names: HashSet<String> = Format::ALL.iter().map(|&format| export(&saved, format).unwrap().name).collect();
    assert_eq!(names.len(), Format::ALL.len(), "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("b-Who.")), "{names:?}");
}

/// Exports the annotations of an example and imports them again.
#[test]
fn web_annotations_round_trip() {
    let text = TEXT.repeat(2).replace("was", "w\u{ad}as\u{a0}");
    let document = annotator().annotate(&text, OffsetUnit::Utf8);
    let saved = Saved::new(&text, document.clone(), OffsetUnit::Utf8, "");
    for format in [Format::W3c, Format::Recogito] {
        let imported = import::annotations(&text, written(&saved, format).as_bytes()).unwrap();
        assert_eq!((imported.unplaced, imported.unknown), (0, 0));
        let back = imported.document;
        assert_eq!(back.sentences, document.sentences);
        assert_eq!(back.quoted_terms, document.quoted_terms);
        let key = |one: &EntityRecord, all: &Document| {
            (one.start, one.end, one.kind, one.confidence.to_bits(), one.chain.map(|c| all.chains[c].name.clone()))
        };
        let keys = |all: &Document| all.entities.iter().map(|one| key(one, all)).collect::<Vec<_>>();
        assert_eq!(keys(&back), keys(&document));
        let mentions = |all: &Document| {
            let mut found: Vec<_> =
                all.chains.iter().flat_map(|c| c.mentions.iter().map(|m| (m.start, m.end, c.name.clone()))).collect();
            found.sort();
            found
        };
        assert_eq!(mentions(&back), mentions(&document));
        let quote = |one: &QuoteRecord| {
            (one.kind, one.content.clone(), one.cue.clone(), one.speaker.clone(), one.speaker_name.clone())
        };
        let mut expected: Vec<_> = document.quotes.iter().map(quote).collect();
        expected.sort_by_key(|one| one.1.clone());
        assert_eq!(back.quotes.iter().map(quote).collect::<Vec<_>>(), expected);
        assert_eq!(
            back.quotes.iter().map(|q| q.quoted.clone()).collect::<Vec<_>>(),
            document.quotes.iter().map(|q| q.quoted.clone()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn third_party_annotations_are_imported_or_counted() {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(9), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_articles_can_be_exported(text in bytes(), article in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(article) = made::article(&mut Unstructured::new(&article), &texts::text(&text)) {
            exports::hold(&article);
        }
    }

    #[test]
    fn arbitrary_files_are_opened_or_rejected(text in bytes(), file in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = texts::text(&text);
        imports::hold(&text, &file);
        for make in [imports::annotations, imports::tampered_article] {
            if let Ok(json) = make(&mut Unstructured::new(&file), &text) {
                imports::hold(&text, json.to_string().as_bytes());
            }
        }
    }
}
