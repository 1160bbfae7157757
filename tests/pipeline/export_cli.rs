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
    let _ = fs::remove_dir_all(&path);
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
    let expected = ["Erste-Nachricht.ann", "Erste-Nachricht.txt", "annotation.conf", "second.ann", "second.txt"];
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
    assert_eq!(names(&folder), ["7.conll", "UP-2.conll", "article.conll", "up.conll"]);
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
