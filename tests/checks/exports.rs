//! Every export can be parsed as its format and agrees with the text.

use super::annotation_tools;
use newsmark::text::{OffsetMap, OffsetUnit};
use newsmark::{Document, EntityRecord};
use newsmark_formats::export::{File, Format, Saved, SavedError, export};
use newsmark_formats::import;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::HashSet;

/// Exports an article in every format and checks the results. The ranges of its document have to lie in its text.
pub fn hold(saved: &Saved) {
    for &format in Format::ALL {
        let File { name, bytes, .. } =
            export(saved, format).unwrap_or_else(|error| panic!("{format:?} of {saved:?}: {error}"));
        safe_name(&name, format);
        match format {
            Format::Brat => brat(saved, &bytes),
            Format::LabelStudio => annotation_tools::label_studio(&saved.text, &bytes),
            Format::Xmi => annotation_tools::xmi(&saved.text, &bytes),
            _ => {}
        }
        if format.media_type() == "application/zip" {
            continue;
        }
        let written = std::str::from_utf8(&bytes).unwrap_or_else(|error| panic!("{format:?} of {saved:?}: {error}"));
        let json = || {
            serde_json::from_str::<Value>(written).unwrap_or_else(|error| panic!("{format:?} of {saved:?}: {error}"))
        };
        match format {
            Format::Json if saved.document.check(&saved.text, saved.offsets).is_ok() => {
                assert_eq!(Saved::from_json(&bytes).as_ref(), Ok(saved), "the file does not round-trip")
            }
            Format::Json => assert!(matches!(Saved::from_json(&bytes), Err(SavedError::Document(_))), "{saved:?}"),
            Format::W3c | Format::Recogito => web_annotations(&saved.text, &json(), written),
            Format::Spacy => spacy(&saved.text, &json()),
            Format::Displacy => displacy(&saved.text, &json()),
            Format::GeoJson => places(&saved.document, &json()),
            Format::Tei | Format::Html | Format::Gexf | Format::GraphMl => well_formed(written),
            Format::Doccano => annotation_tools::doccano(&saved.text, written),
            Format::Prodigy => annotation_tools::prodigy(&saved.text, written),
            Format::Conll2012 => annotation_tools::conll_2012(&saved.text, written),
            Format::Ris => annotation_tools::ris(written),
            Format::CslJson => assert_eq!(json()[0]["type"], "article-newspaper"),
            Format::CsvEntities => sheet(written, saved.document.entities.len()),
            Format::CsvMentions => sheet(written, saved.document.chains.iter().map(|chain| chain.mentions.len()).sum()),
            Format::CsvQuotes => sheet(written, saved.document.quotes.len()),
            Format::Text => plain_text(&saved.text, written),
            Format::Conll => conll(&saved.text, written),
            _ => panic!("there is no check for {format}"),
        }
    }
}

/// Every mention of a place with a position is in one feature.
fn places(document: &Document, collection: &Value) {
    let has_position = |entity: &&EntityRecord| match &entity.value {
        Some(newsmark::Value::Place(place)) => place.lat.is_some() && place.lon.is_some(),
        _ => false,
    };
    assert_eq!(collection["type"], "FeatureCollection");
    let mentions = collection["features"].as_array().unwrap().iter().map(|feature| {
        assert_eq!(feature["geometry"]["coordinates"].as_array().unwrap().len(), 2);
        feature["properties"]["mentions"].as_u64().unwrap() as usize
    });
    assert_eq!(mentions.sum::<usize>(), document.entities.iter().filter(has_position).count());
}

/// The file name has no path and is valid on every system.
fn safe_name(name: &str, format: Format) {
    assert!(name.len() <= 255 && !name.starts_with(['.', '-']), "{name:?}");
    let stem = name.strip_suffix(format.extension()).unwrap_or_else(|| panic!("{name:?} of {format:?}"));
    assert!(!stem.is_empty() && stem.chars().all(|c| c.is_alphanumeric() || c == '-'), "{name:?}");
}

fn web_annotations(text: &str, annotations: &Value, written: &str) {
    // A document without marks has no annotations, which the import rejects.
    if annotations.as_array().is_some_and(|list| !list.is_empty()) {
        let back = import::annotations(text, written.as_bytes())
            .unwrap_or_else(|error| panic!("{error}: {written} of {text:?}"));
        assert_eq!(back.unplaced, 0, "{written} of {text:?}");
        super::imports::belongs(text, &back.document);
    }
}

/// The tokens and the space between them make up the text.
fn spacy(text: &str, json: &Value) {
    let mut read = String::new();
    for paragraph in json[0]["paragraphs"].as_array().expect("a list") {
        assert_eq!(paragraph["raw"], text);
        for token in paragraph["sentences"]
            .as_array()
            .expect("a list")
            .iter()
            .flat_map(|sentence| sentence["tokens"].as_array().expect("a list"))
        {
            read.push_str(token["orth"].as_str().expect("a string"));
            read.push_str(token["space"].as_str().expect("a space or an empty string"));
        }
    }
    assert!(read == text || (read.is_empty() && text.trim().is_empty()), "{read:?} of {text:?}");
}

/// displaCy slices the text by code points in a single pass.
fn displacy(text: &str, json: &Value) {
    let map = OffsetMap::new(text, OffsetUnit::CodePoints);
    let mut last = 0;
    for entity in json["ents"].as_array().expect("a list") {
        let [start, end] = ["start", "end"]
            .map(|key| map.to_byte(entity[key].as_u64().expect("an offset") as usize).expect("a place in the text"));
        assert!(last <= start && start < end, "{json} of {text:?}");
        last = end;
    }
}

/// The table has this number of rows, all of the same length, and no cell is a formula.
fn sheet(written: &str, rows: usize) {
    let table = written.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(table.as_bytes());
    let mut read = 0;
    for record in reader.records() {
        let record = record.unwrap_or_else(|error| panic!("{error}: {written:?}"));
        for cell in &record {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?} in {written:?}");
        }
        read += 1;
    }
    assert_eq!(read, rows, "{written:?}");
}

/// Nothing in it commands a terminal, and no letter of the article is missing.
fn plain_text(text: &str, written: &str) {
    assert!(!written.chars().any(|c| c.is_control() && c != '\n'), "{written:?}");
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    let mut written_letters = letters(written).into_iter();
    for letter in letters(text) {
        assert!(written_letters.any(|written| written == letter), "{letter:?} is missing in {written:?}");
    }
}

/// There are four columns, and the first one has the words at the offsets in the second and third.
fn conll(text: &str, written: &str) {
    let map = OffsetMap::new(text, OffsetUnit::CodePoints);
    let mut before = "O";
    for line in written
        .strip_prefix("-DOCSTART- ")
        .and_then(|rest| rest.split_once('\n'))
        .expect("the header")
        .1
        .split('\n')
        .filter(|line| !line.is_empty())
    {
        let columns: Vec<&str> = line.split(' ').collect();
        let [word, start, end, label] = columns[..] else { panic!("{line:?} of {text:?}") };
        let place =
            [start, end].map(|offset| map.to_byte(offset.parse().expect("an offset")).expect("a place in the text"));
        assert_eq!(&text[place[0]..place[1]], word);
        assert!(!label.starts_with("I-") || before[1..] == label[1..], "{label} after {before} of {text:?}");
        before = label;
    }
}

/// Every mark of the standoff file has the words at its offsets.
fn brat(saved: &Saved, bytes: &[u8]) {
    let read = |ending: &str| annotation_tools::unzipped(bytes, ending);
    assert_eq!(read(".txt"), saved.text);
    let (map, standoff) = (OffsetMap::new(&saved.text, OffsetUnit::CodePoints), read(".ann"));
    let mut ids = HashSet::new();
    for line in standoff.split_terminator('\n') {
        let fields: Vec<&str> = line.split('\t').collect();
        assert!(fields[0] == "*" || ids.insert(fields[0]), "duplicate id in {line:?} of {standoff:?}");
        if fields[0].starts_with('T') {
            let (_, places) = fields[1].split_once(' ').expect("a type and places");
            let words = places.split(';').map(|place| {
                let (start, end) = place.split_once(' ').expect("two offsets");
                let [start, end] = [start, end]
                    .map(|offset| map.to_byte(offset.parse().expect("an offset")).expect("a place in the text"));
                &saved.text[start..end]
            });
            assert_eq!(words.collect::<Vec<_>>().join(" "), fields[2], "{line:?} of {saved:?}");
        }
    }
    for line in standoff.split_terminator('\n').filter(|line| line.starts_with('R')) {
        for mark in line.split([' ', '\t']).filter_map(|part| part.strip_prefix("Arg1:").or(part.strip_prefix("Arg2:")))
        {
            assert!(ids.contains(mark), "dangling reference in {line:?} of {standoff:?}");
        }
    }
}

/// Elements are nested and closed, ids are unique, and every reference has a target.
fn well_formed(markup: &str) {
    let (mut ids, mut references) = (HashSet::new(), Vec::new());
    let mut reader = Reader::from_str(markup);
    let mut depth = 0;
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error} in {markup}"));
        match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                depth += usize::from(matches!(event, Event::Start(_)));
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{error} in {markup}"));
                    let value = String::from_utf8(attribute.value.into_owned()).expect("UTF-8");
                    match attribute.key.as_ref() {
                        b"xml:id" | b"id" => assert!(ids.insert(value.clone()), "duplicate id {value} in {markup}"),
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
    assert_eq!(depth, 0, "{markup}");
    for reference in references {
        assert!(ids.contains(reference.trim_start_matches('#')), "dangling reference {reference} in {markup}");
    }
}
