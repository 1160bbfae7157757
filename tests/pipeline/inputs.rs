//! What `newsmark annotate` reads: archives of several kinds, compressed files, folders, and what it refuses.

use crate::process::{errors, file, newsmark, objects};
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Output;

const ROWS: &str = "{\"id\": 1, \"text\": \"Oslo voted.\"}\n{\"id\": \"b\", \"text\": \"Amina Wekesa won.\"}\n";

fn annotated(path: &Path, more: &[&str]) -> Output {
    newsmark(&[&["annotate", path.to_str().unwrap()], more].concat(), "")
}

/// Ids and texts of the rows.
fn articles(output: &Output) -> Vec<(Value, Value)> {
    assert!(output.status.success(), "{:?}", errors(output));
    objects(output).iter().map(|row| (row["id"].clone(), row["text"].clone())).collect()
}

fn expected() -> Vec<(Value, Value)> {
    vec![(json!(1), json!("Oslo voted.")), (json!("b"), json!("Amina Wekesa won."))]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

#[test]
fn archives_are_recognised_without_an_option() {
    assert_eq!(articles(&annotated(&file("named.jsonl", ROWS), &[])), expected());
    assert_eq!(articles(&annotated(&file("unnamed", ROWS), &[])), expected());
    assert_eq!(articles(&newsmark(&["annotate"], ROWS)), expected());
    let array = "[\n  {\"id\": 1,\n   \"text\": \"Oslo voted.\"},\n  {\"text\": \"Amina Wekesa won.\", \"id\": \"b\"}]";
    assert_eq!(articles(&annotated(&file("array.json", array), &[])), expected());
    assert_eq!(articles(&newsmark(&["annotate"], array)), expected());
}

#[test]
fn compressed_archives_are_decompressed() {
    let half = ROWS.find('\n').unwrap() + 1;
    let (first, second) = ROWS.as_bytes().split_at(half);
    for (name, bytes) in [
        ("rows.jsonl.gz", gzip(ROWS.as_bytes())),
        ("rows.jsonl.zst", zstd(ROWS.as_bytes())),
        // As parallel compressors and "cat a.gz b.gz" write them.
        ("parts.jsonl.gz", [gzip(first), gzip(second)].concat()),
        ("parts.jsonl.zst", [zstd(first), zstd(second)].concat()),
        ("no-suffix", gzip(ROWS.as_bytes())),
    ] {
        assert_eq!(articles(&annotated(&file(name, bytes), &[])), expected(), "{name}");
    }
    let cut = gzip(&ROWS.repeat(200).into_bytes());
    let output = annotated(&file("cut.jsonl.gz", &cut[..cut.len() / 2]), &[]);
    assert_eq!(output.status.code(), Some(1), "what is missing is noticed");
    assert!(errors(&output).last().unwrap().contains("cut.jsonl.gz: "), "{:?}", errors(&output));
}

#[test]
fn tables_keep_their_other_columns() {
    let table =
        "\u{feff}id,date,text\r\n1,2024-05-04,\"Oslo, once more, voted.\r\nIt rained.\"\r\nb,,Amina Wekesa won.\r\n";
    let output = annotated(&file("table.csv", table), &[]);
    let rows = objects(&output);
    assert_eq!((&rows[0]["id"], &rows[0]["date"]), (&json!("1"), &json!("2024-05-04")));
    assert_eq!(rows[0]["text"], "Oslo, once more, voted.\r\nIt rained.");
    assert_eq!((&rows[1]["date"], rows[1]["entities"][0]["text"].as_str()), (&json!(""), Some("Amina Wekesa")));

    let tabs = "body\theadline\nOslo voted.\tVote\nAmina Wekesa won.\tWin\n";
    let output = annotated(&file("table.tsv", tabs), &["--text-column", "body"]);
    let numbered: Vec<_> = objects(&output).iter().map(|row| (row["id"].clone(), row["headline"].clone())).collect();
    assert_eq!(numbered, [(json!(1), json!("Vote")), (json!(2), json!("Win"))]);

    let output = annotated(&file("table.tsv", tabs), &[]);
    assert_eq!(output.status.code(), Some(1));
    let message = errors(&output)[0];
    assert!(message.contains("“body”, “headline”") && message.contains("--text-column"), "{message}");
}

#[test]
fn a_broken_row_of_a_table_is_reported_and_the_others_are_read() {
    let table = file("broken.csv", "id,text\n1,Oslo voted.\n2\n3,Bergen voted.\n");
    let output = annotated(&table, &[]);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> = objects(&output).iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, [json!("1"), json!("3")]);
    assert!(errors(&output)[0].contains("broken.csv: line 3: this row has 1 cells"), "{:?}", errors(&output));
}

#[test]
fn other_fields_pass_through_as_they_were_written() {
    let row =
        r#"{"url": "a/b", "id": 7, "views": 123456789012345678901234567890.10, "text": "Oslo voted.", "tags": ["x"]}"#;
    let output = newsmark(&["annotate", "--jsonl"], row);
    let line = String::from_utf8(output.stdout).unwrap();
    let start = r#"{"id":7,"text":"Oslo voted.","url":"a/b","views":123456789012345678901234567890.10,"tags":["x"],"#;
    assert!(line.starts_with(start), "{line}");
    let row = serde_json::from_str::<Value>(&line).unwrap();
    assert_eq!((&row["entities"][0]["text"], &row["metadata"]), (&json!("Oslo"), &json!({ "url": "a/b" })));
}

/// Annotating again what was annotated before replaces the annotations.
#[test]
fn annotated_rows_can_be_annotated_again() {
    let first = newsmark(&["annotate", "--jsonl"], ROWS);
    let again = newsmark(&["annotate", "--jsonl"], std::str::from_utf8(&first.stdout).unwrap());
    assert_eq!(again.stdout, first.stdout);
}

#[test]
fn a_folder_stands_for_its_files() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("articles");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("2024/.hidden")).unwrap();
    for (name, text) in [
        ("b.txt", "Oslo voted."),
        ("2024/a.md", "Bergen voted."),
        ("2024/rows.jsonl", ROWS),
        ("2024/photo.jpg", "no text"),
        ("2024/.hidden/c.txt", "hidden"),
        (".notes.txt", "hidden"),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let output = annotated(&folder, &[]);
    let texts: Vec<_> = articles(&output).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["Bergen voted.", "Oslo voted.", "Amina Wekesa won.", "Oslo voted."]);
    assert_eq!(errors(&output), ["newsmark: left out one file of another kind"]);
}

#[test]
fn files_that_hold_no_text_are_refused_by_what_they_are() {
    for (bytes, what) in [
        (&b"%PDF-1.7\n"[..], "a PDF"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"\xff\xfeO\0s\0l\0o\0", "UTF-16"),
        (b"caf\xe9", "not UTF-8: byte 3 is E9"),
        (b"{\"name\": \"Oslo\"}", "JSON"),
        (
            b"{\n  \"format\": \"newsmark\", \"text\": \"Oslo voted.\"\n}",
            "JSON, but not a Newsmark file: missing field",
        ),
    ] {
        let output = annotated(&file("refused", bytes), &[]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{what}");
        assert!(errors(&output)[0].contains(what), "{:?}", errors(&output));
    }
}
