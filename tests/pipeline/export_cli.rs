//! `newsmark annotate --format`: where the exported files go.

use crate::process::{errors, file, newsmark};
use newsmark_formats::export::Format;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const TEXT: &str = "“We won,” said Amina Wekesa in Nairobi.";

/// A path for one test, at which there is no folder yet.
fn absent(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path));
    path
}

fn names(folder: &PathBuf) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn single_text_is_exported_to_stdout_or_a_new_file() {
    for &format in Format::ALL {
        let shown = newsmark(&["annotate", "--format", format.as_str()], TEXT);
        assert!(shown.status.success() && !shown.stdout.is_empty(), "{format:?}: {:?}", errors(&shown));
        let path = absent(&format!("one{}", format.extension()));
        let _ = fs::remove_file(&path);
        let arguments = ["annotate", "--format", format.as_str(), "--output", path.to_str().unwrap()];
        assert!(newsmark(&arguments, TEXT).status.success());
        assert_eq!(fs::read(&path).unwrap(), shown.stdout, "{format:?}");
        let again = newsmark(&arguments, TEXT);
        assert_eq!(again.status.code(), Some(1));
        assert!(errors(&again)[0].contains("already exists"), "{:?}", errors(&again));
    }
}

#[test]
fn several_texts_are_exported_to_a_folder() {
    let folder = absent("exports");
    let (first, second) = (file("Erste Nachricht.txt", TEXT), file("second.txt", "Oslo voted."));
    let broken = file("latin1.txt", b"caf\xe9");
    let [first, second, broken] = [&first, &second, &broken].map(|path| path.to_str().unwrap());
    let out = folder.to_str().unwrap();
    let arguments = ["annotate", "--format", "brat", "--out", out, first, broken, second];
    let output = newsmark(&arguments, "");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("latin1.txt"), "{:?}", errors(&output));
    let expected =
        ["Erste-Nachricht.ann", "Erste-Nachricht.txt", "annotation.conf", "files.jsonl", "second.ann", "second.txt"];
    assert_eq!(names(&folder), expected);
    assert_eq!(fs::read_to_string(folder.join("second.txt")).unwrap(), "Oslo voted.");

    // A file that the user has edited since is kept.
    fs::write(folder.join("second.ann"), "mine").unwrap();
    assert_eq!(newsmark(&arguments, "").status.code(), Some(1));
    assert_eq!(fs::read_to_string(folder.join("second.ann")).unwrap(), "mine");
}

#[test]
fn row_files_are_named_by_id_and_stay_in_the_folder() {
    let folder = absent("rows");
    let rows = r#"{"id": "../up", "text": "Oslo voted."}
        {"id": 7, "text": "Oslo voted."}
        {"id": "UP", "text": "Oslo voted."}
        {"id": "", "text": ""}"#;
    let output = newsmark(&["annotate", "--jsonl", "--format", "conll", "--out", folder.to_str().unwrap()], rows);
    assert!(output.status.success(), "{:?}", errors(&output));
    assert_eq!(names(&folder), ["7.conll", "UP-2.conll", "article.conll", "files.jsonl", "up.conll"]);
    let list = fs::read_to_string(folder.join("files.jsonl")).unwrap();
    let list: Vec<Value> = list.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(list[0], json!({ "id": "../up", "file": "up.conll" }));
    assert_eq!(list[1], json!({ "id": 7, "file": "7.conll" }));
}

#[test]
fn newsmark_file_is_exported_as_corrected() {
    let saved = newsmark(&["annotate", "--format", "json"], TEXT);
    let mut saved: Value = serde_json::from_slice(&saved.stdout).unwrap();
    saved["document"]["chains"][0]["name"] = json!("Amina B. Wekesa");
    let table = newsmark(&["annotate", "--format", "csv-entities"], &saved.to_string());
    assert!(String::from_utf8(table.stdout).unwrap().contains("Amina B. Wekesa"));
    saved["version"] = json!(99);
    let output = newsmark(&["annotate", "--format", "csv-entities"], &saved.to_string());
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("newer"), "{:?}", errors(&output));
}

#[test]
fn impossible_exports_are_explained() {
    let output = newsmark(&["annotate", "--format", "tei", "--jsonl"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("--out FOLDER"), "{:?}", errors(&output));
    let output = newsmark(&["annotate", "--format", "pdf"], TEXT);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).join(" ").contains("csv-quotes"), "{:?}", errors(&output));
}

const ARCHIVE: &str = r#"{"id": "a", "title": "Vote", "date": "2024-05-04", "text": "“We won,” said Amina Wekesa in Nairobi."}
{"id": "quiet", "text": "It rained."}
{"id": 3, "text": "Oslo voted. “Never again,” said Ole Berg."}
"#;

fn table_rows(table: &[u8]) -> Vec<Vec<String>> {
    let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap_or(table);
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    [header].into_iter().chain(rows).collect()
}

#[test]
fn one_table_holds_a_whole_archive() {
    let archive = file("table-archive.jsonl", ARCHIVE);
    let archive = archive.to_str().unwrap();
    for format in ["csv-entities", "csv-quotes", "csv-mentions"] {
        let shown = newsmark(&["annotate", archive, "--format", format], "");
        assert!(shown.status.success(), "{:?}", errors(&shown));
        assert!(
            shown.stdout.starts_with("\u{feff}article_id,".as_bytes())
                || shown.stdout.starts_with("\u{feff}\"article_id\",".as_bytes())
        );
        let rows = table_rows(&shown.stdout);
        assert!(rows[0].iter().all(|name| !name.contains(' ')), "{:?}", rows[0]);
        let ids: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert!(ids.contains(&"a") && ids.contains(&"3") && !ids.contains(&"quiet"), "{ids:?}");
        let plain = newsmark(&["annotate", archive, "--format", format, "--no-bom"], "");
        assert_eq!(plain.stdout, shown.stdout[3..]);
        assert_eq!(table_rows(&plain.stdout), rows);

        let whole = absent(&format!("{format}.csv"));
        for cut in (0..shown.stdout.len()).step_by(37).chain([3, shown.stdout.len() - 1, shown.stdout.len()]) {
            // A header that is not whole is not recognised as one.
            if (1..=rows[0].join("\",\"").len() + 3 + 2).contains(&cut) {
                continue;
            }
            fs::write(&whole, &shown.stdout[..cut]).unwrap();
            let arguments = ["annotate", archive, "--format", format, "--output", whole.to_str().unwrap(), "--resume"];
            let run = newsmark(&arguments, "");
            assert!(run.status.success(), "{format} cut at {cut}: {:?}", errors(&run));
            assert!(fs::read(&whole).unwrap() == shown.stdout, "{format} cut at {cut}");
        }
    }
    let other = file("letter.csv", "Dear Sir,");
    let refused =
        newsmark(&["annotate", archive, "--format", "csv-quotes", "--output", other.to_str().unwrap(), "--resume"], "");
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(fs::read(&other).unwrap(), b"Dear Sir,");
}

#[test]
fn one_file_holds_a_whole_archive() {
    let archive = file("joint-archive.jsonl", ARCHIVE);
    let archive = archive.to_str().unwrap();
    let written = |format: &str| {
        let output = newsmark(&["annotate", archive, "--format", format], "");
        assert!(output.status.success(), "{format}: {:?}", errors(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    for format in ["label-studio", "csl-json"] {
        let items: Vec<Value> = serde_json::from_str(&written(format)).unwrap();
        assert_eq!(items.len(), 3, "{format}");
    }
    for format in ["doccano", "prodigy"] {
        let lines: Vec<Value> = written(format).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 3, "{format}");
        assert!(lines[1]["text"] == "It rained." && lines[1]["spans"].as_array().is_none_or(Vec::is_empty));
    }
    assert_eq!(written("ris").matches("TY  - NEWS").count(), 3);
    assert_eq!(written("conll-2012").matches("#begin document").count(), 3);
    // An article that quotes nobody is in the network, and people are in it once.
    for (format, node) in [("gexf", "<node "), ("graphml", "<node ")] {
        let network = written(format);
        assert_eq!(network.matches(node).count() - network.matches("ARTICLE").count(), 4, "{network}");
        assert_eq!(network.matches("ARTICLE").count(), 3);
    }

    let whole = absent("archive.gexf");
    let whole = whole.to_str().unwrap();
    let arguments = ["annotate", archive, "--format", "gexf", "--output", whole];
    assert!(newsmark(&arguments, "").status.success());
    assert_eq!(fs::read_to_string(whole).unwrap(), written("gexf"));
    for (more, problem) in [(&[][..], "already exists"), (&["--resume"], "--out FOLDER")] {
        let refused = newsmark(&[&arguments, more].concat(), "");
        assert_eq!(refused.status.code(), Some(1));
        assert!(errors(&refused).iter().any(|line| line.contains(problem)), "{:?}", errors(&refused));
    }
}

#[test]
fn annotated_rows_are_exported_as_texts_are() {
    let annotated = newsmark(&["annotate", "--jsonl"], ARCHIVE);
    let annotated = String::from_utf8(annotated.stdout).unwrap();
    for format in ["csv-quotes", "csv-entities"] {
        let direct = newsmark(&["annotate", "--jsonl", "--format", format], ARCHIVE);
        let converted = newsmark(&["export", "--format", format], &annotated);
        assert!(converted.status.success(), "{:?}", errors(&converted));
        let but_model = |output: &[u8]| -> Vec<Vec<String>> {
            table_rows(output).into_iter().map(|row| row[..row.len() - 1].to_vec()).collect()
        };
        assert_eq!(but_model(&converted.stdout), but_model(&direct.stdout));
    }
    let folder = absent("converted");
    let arguments = ["export", "--format", "tei", "--out", folder.to_str().unwrap()];
    let output = newsmark(&arguments, &annotated);
    assert!(output.status.success(), "{:?}", errors(&output));
    let edition = fs::read_to_string(folder.join("a.tei.xml")).unwrap();
    assert!(edition.contains("<idno>a</idno>") && edition.contains("when=\"2024-05-04\""), "{edition}");

    // Resumed, it makes what is missing and leaves the rest alone.
    fs::remove_file(folder.join("3.tei.xml")).unwrap();
    fs::write(folder.join("a.tei.xml"), "mine").unwrap();
    let output = newsmark(&[&arguments[..], &["--resume"]].concat(), &annotated);
    assert!(output.status.success(), "{:?}", errors(&output));
    assert_eq!(fs::read_to_string(folder.join("a.tei.xml")).unwrap(), "mine");
    assert_eq!(names(&folder), ["3.tei.xml", "a.tei.xml", "files.jsonl", "quiet.tei.xml"]);

    let output = newsmark(&["export", "--format", "tei", "--out", folder.to_str().unwrap()], ARCHIVE);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("this row is not what newsmark annotate writes"), "{:?}", errors(&output));
}

#[test]
fn output_can_be_leaner() {
    let rows = |arguments: &[&str]| -> Vec<Value> {
        let output = newsmark(&[&["annotate", "--jsonl"], arguments].concat(), ARCHIVE);
        assert!(output.status.success(), "{:?}", errors(&output));
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let lean = rows(&["--no-text", "--only", "quotes,entities", "--types", "PERSON"]);
    let mut keys: Vec<&String> = lean[0].as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["date", "entities", "id", "quotes", "title"]);
    assert!(lean[0]["entities"].as_array().unwrap().iter().all(|entity| entity["type"] == "PERSON"));
    assert_eq!(lean[0]["quotes"][0]["speaker_name"], "Amina Wekesa");
    assert!(lean[2]["entities"].as_array().unwrap().len() < rows(&[])[2]["entities"].as_array().unwrap().len());
    let thought = r#"{"id": 1, "text": "Amina Wekesa said the port would close. Ole Berg hopes that it will open."}"#;
    let quotes = |arguments: &[&str]| {
        let output = newsmark(&[&["annotate", "--jsonl"], arguments].concat(), thought);
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["quotes"].as_array().unwrap().len()
    };
    assert_eq!((quotes(&[]), quotes(&["--speech-only"])), (2, 1));
    let none = rows(&["--min-confidence", "1"]);
    assert_eq!(none[0]["entities"], json!([]));

    let output = absent("lean.jsonl");
    let arguments = ["--no-text", "--only", "quotes", "--output", output.to_str().unwrap(), "--resume"];
    rows(&arguments);
    let first = fs::read(&output).unwrap();
    rows(&arguments);
    assert_eq!(fs::read(&output).unwrap(), first, "what is lean can be resumed");
    let unknown = newsmark(&["annotate", "--types", "PEOPLE"], TEXT);
    assert_eq!(unknown.status.code(), Some(2));
}
