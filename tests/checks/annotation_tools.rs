//! Files for annotation tools can be parsed as their format, and their spans are in the text.

use newsmark::text::{OffsetMap, OffsetUnit};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

/// The file in a ZIP archive whose name ends like this.
pub fn unzipped(bytes: &[u8], ending: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let name = zip.file_names().find(|name| name.ends_with(ending)).expect("the file").to_owned();
    let mut content = String::new();
    zip.by_name(&name).expect("the file").read_to_string(&mut content).expect("UTF-8");
    content
}

/// The words at a pair of offsets.
fn words<'t>(map: &OffsetMap, text: &'t str, value: &Value, [start, end]: [&str; 2]) -> &'t str {
    let place = [start, end]
        .map(|key| map.to_byte(value[key].as_u64().expect("an offset") as usize).expect("a place in the text"));
    assert!(place[0] < place[1], "{value} of {text:?}");
    &text[place[0]..place[1]]
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no list {key} in {value}"))
}

/// Every region has its words, and the relations lead from region to region.
pub fn label_studio(text: &str, bytes: &[u8]) {
    let tasks: Value = serde_json::from_str(&unzipped(bytes, ".label-studio.json")).expect("JSON");
    assert_eq!(tasks[0]["data"]["text"], text);
    let map = OffsetMap::new(text, OffsetUnit::CodePoints);
    let mut ids = HashSet::new();
    for item in list(&tasks[0]["predictions"][0], "result") {
        if item["type"] == "relation" {
            assert!(["from_id", "to_id"].iter().all(|end| ids.contains(item[end].as_str().expect("an id"))), "{item}");
        } else {
            assert_eq!(words(&map, text, &item["value"], ["start", "end"]), item["value"]["text"]);
            ids.insert(item["id"].as_str().expect("an id"));
        }
    }
    assert!(unzipped(bytes, ".xml").starts_with("<View>"));
}

/// The spans are in the text, and the relations lead from span to span.
pub fn doccano(text: &str, line: &str) {
    let example = only_line(line);
    assert_eq!(example["text"], text);
    let map = OffsetMap::new(text, OffsetUnit::CodePoints);
    let entities = list(&example, "entities");
    for (id, entity) in entities.iter().enumerate() {
        assert_eq!(entity["id"], id);
        words(&map, text, entity, ["start_offset", "end_offset"]);
    }
    for relation in list(&example, "relations") {
        assert!(["from_id", "to_id"].iter().all(|end| relation[end].as_u64().expect("an id") < entities.len() as u64));
    }
}

/// The tokens and the blanks after them make up the text, and the spans consist of whole tokens.
pub fn prodigy(text: &str, line: &str) {
    let task = only_line(line);
    let map = OffsetMap::new(text, OffsetUnit::CodePoints);
    let tokens = list(&task, "tokens");
    let mut read = String::new();
    for token in tokens {
        assert_eq!(words(&map, text, token, ["start", "end"]), token["text"]);
        read.push_str(token["text"].as_str().expect("a string"));
        read.push_str(if token["ws"] == true { " " } else { "" });
    }
    assert_eq!(read, text);
    for span in list(&task, "spans") {
        let [first, last] =
            ["token_start", "token_end"].map(|key| &tokens[span[key].as_u64().expect("a token") as usize]);
        assert_eq!((&first["start"], &last["end"]), (&span["start"], &span["end"]), "{span} of {text:?}");
    }
}

fn only_line(written: &str) -> Value {
    let line = written.strip_suffix('\n').expect("a line");
    assert!(!line.contains('\n'));
    serde_json::from_str(line).expect("JSON")
}

/// Twelve columns with the words of the text, and as many brackets that open as that close.
pub fn conll_2012(text: &str, written: &str) {
    let mut read = String::new();
    let mut open: HashMap<String, isize> = HashMap::new();
    for line in written.split('\n').filter(|line| line.contains('\t')) {
        let columns: Vec<&str> = line.split('\t').collect();
        assert!(columns.len() == 12 && columns.iter().all(|column| !column.is_empty()), "{line:?} of {text:?}");
        read.push_str(columns[3]);
        for mark in columns[11].split('|').filter(|mark| *mark != "-") {
            let chain = mark.trim_matches(['(', ')']).to_owned();
            let change = isize::from(mark.starts_with('(')) - isize::from(mark.ends_with(')'));
            *open.entry(chain).or_default() += change;
        }
    }
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
    assert_eq!(read, letters(text));
    assert!(open.values().all(|&count| count == 0), "{written}");
}

/// A tag and a value in every line.
pub fn ris(written: &str) {
    let lines: Vec<&str> = written.split("\r\n").collect();
    assert!(lines[0] == "TY  - NEWS" && lines.contains(&"ER  - "), "{written:?}");
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let (tag, _) = line.split_once("  - ").unwrap_or_else(|| panic!("{line:?} in {written:?}"));
        assert!(tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
    }
}

/// Ids are unique, references lead to an id, and annotations lie in the text.
pub fn xmi(text: &str, bytes: &[u8]) {
    let written = unzipped(bytes, ".xmi");
    let (mut ids, mut references, mut places, mut sofa) = (HashSet::new(), Vec::new(), Vec::new(), None);
    let mut reader = Reader::from_str(&written);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {written}")) {
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{error} in {written}"));
                    let raw = std::str::from_utf8(&attribute.value).expect("UTF-8");
                    let value = quick_xml::escape::unescape(raw).expect("escaped text").into_owned();
                    match attribute.key.as_ref() {
                        b"xmi:id" => assert!(ids.insert(value.clone()), "duplicate id {value} in {written}"),
                        b"begin" | b"end" => places.push(value.parse().expect("an offset")),
                        b"sofa" | b"first" | b"next" | b"target" | b"links" | b"members" => {
                            references.extend(value.split(' ').filter(|id| !id.is_empty()).map(str::to_owned));
                        }
                        b"sofaString" => sofa = Some(value),
                        _ => {}
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let sofa = sofa.expect("the text");
    assert_eq!(sofa.encode_utf16().count(), text.encode_utf16().count());
    let map = OffsetMap::new(text, OffsetUnit::Utf16);
    assert!(places.iter().all(|&at| map.to_byte(at).is_some()), "{written}");
    assert!(references.iter().all(|id| ids.contains(id)), "{written}");
}
