//! Long runs: several threads, truncated output, unreadable lines.

use crate::process::{errors, file, newsmark, objects, start};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

const TRUNCATED_ROW: &str = "{\"id\": \"cut off\", \"te";
/// More digits than any number type can hold, so an id must not be parsed as a number.
const LONG_ID: &str = "123456789012345678901234567890.10";

/// Rows of very different lengths, with bad lines, a blank line and duplicate ids.
fn archive() -> String {
    let sentence = "“It’s 🎉 over,” said Amina Wekesa of Łódź on Tuesday. She left for Paris.\r\n\r\n";
    let mut lines: Vec<String> = Vec::new();
    for number in 0..60 {
        let text = sentence.repeat(if number % 9 == 0 { 15 } else { number % 4 });
        lines.push(json!({ "id": number % 50, "text": text, "more": null }).to_string());
        match number {
            7 | 40 => lines.push(TRUNCATED_ROW.to_owned()),
            20 => lines.push(String::new()),
            30 => lines.push(format!("{{\"id\": {LONG_ID}, \"text\": \"Oslo voted.\"}}")),
            _ => {}
        }
    }
    lines.join("\n")
}

/// A path at which there is no file.
fn absent_file(name: &str) -> PathBuf {
    let path = file(name, "");
    fs::remove_file(&path).unwrap();
    path
}

fn annotated(input: &Path, more: &[&str]) -> std::process::Output {
    let arguments = [&["annotate", "--jsonl", input.to_str().unwrap()], more].concat();
    newsmark(&arguments, "")
}

#[test]
fn output_does_not_depend_on_thread_count() {
    let input = file("threads.jsonl", archive());
    let one = annotated(&input, &["--threads", "1"]);
    assert_eq!(objects(&one).len(), 61);
    assert!(std::str::from_utf8(&one.stdout).unwrap().contains(&format!("{{\"id\":{LONG_ID},")));
    for threads in [&["--threads", "2"][..], &["--threads", "9"], &[]] {
        let several = annotated(&input, threads);
        assert!(several.stdout == one.stdout, "{threads:?}");
        assert_eq!(several.stderr, one.stderr, "{threads:?}");
        assert_eq!(several.status.code(), Some(1));
    }
}

#[test]
fn resume_completes_truncated_output() {
    let input = file("cut-input.jsonl", archive());
    let whole = annotated(&input, &[]).stdout;
    let with_records = annotated(&input, &["--errors", "-"]).stdout;
    let output = absent_file("cut-output.jsonl");
    let arguments = ["--output", output.to_str().unwrap(), "--resume"];
    for (whole, more) in [(&whole, &[][..]), (&with_records, &["--errors", "-"])] {
        let ends: Vec<usize> =
            whole.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1).collect();
        // Before, at and after line ends, within the first bytes of a line, and at the end of the file.
        for cut in [
            0,
            1,
            5,
            ends[0] - 1,
            ends[0],
            ends[3] + 1,
            ends[8] + 3,
            ends[9],
            ends[30] + 200,
            whole.len() - 1,
            whole.len(),
        ] {
            fs::write(&output, &whole[..cut]).unwrap();
            let run = annotated(&input, &[&arguments[..], more].concat());
            assert!(fs::read(&output).unwrap() == *whole, "cut at {cut}, {more:?}: {:?}", errors(&run));
            assert_eq!(run.stdout, b"");
        }
    }
    // A system crash can leave NUL bytes in place of the end of the file.
    fs::write(&output, [&whole[..100], &[0; 50][..]].concat()).unwrap();
    annotated(&input, &arguments);
    assert!(fs::read(&output).unwrap() == whole);
    fs::remove_file(&output).unwrap();
    annotated(&input, &arguments);
    assert!(fs::read(&output).unwrap() == whole);
}

#[test]
fn resume_adds_new_rows() {
    let row = |id: &str| json!({ "id": id, "text": format!("Oslo voted for {id}.") }).to_string();
    let output = absent_file("later-output.jsonl");
    let arguments = ["--output", output.to_str().unwrap(), "--resume", "--errors", "-"];
    annotated(&file("later.jsonl", [row("a").as_str(), "broken", &row("c")].join("\n")), &arguments);
    annotated(&file("later.jsonl", [row("new"), row("c"), row("b"), row("a"), row("a")].join("\n")), &arguments);
    let rows = fs::read_to_string(&output).unwrap();
    let ids: Vec<Value> = rows.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].take()).collect();
    assert_eq!(ids, [json!("a"), json!(null), json!("c"), json!("new"), json!("b"), json!("a")]);
}

#[test]
fn existing_files_are_never_overwritten() {
    let input = file("kept-input.jsonl", archive());
    let letters = b"Dear Sir,\nmy only copy of";
    let output = file("kept.txt", letters);
    let refused = annotated(&input, &["--output", output.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(errors(&refused)[0].contains("kept.txt: already exists"), "{:?}", errors(&refused));
    for text in [&letters[..], b"my only copy of", b"{\"id\":1,\"text\":\"\"}\n"] {
        fs::write(&output, text).unwrap();
        let refused = annotated(&input, &["--output", output.to_str().unwrap(), "--resume"]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(errors(&refused)[0].contains("kept.txt: line 1 is not"), "{:?}", errors(&refused));
        assert_eq!(fs::read(&output).unwrap(), text);
    }
}

#[test]
fn unreadable_input_is_recorded() {
    let broken = file("records.jsonl", b"{\"id\": 1, \"text\": \"\"}\n  caf\xe9\r\n{\"id\": 2, \"text\": \"\"}\n");
    let (broken, records) = (broken.to_str().unwrap(), absent_file("errors.jsonl"));
    let expected = [
        json!({ "error": "expected value at column 3", "file": broken, "line": 2, "input": "caf\u{fffd}" }),
        json!({ "file": "no-such-file" }),
    ];
    let same = |found: &[Value]| {
        assert_eq!(found[0], expected[0]);
        assert_eq!(
            (&found[1]["file"], found[1].get("line"), found[1].get("input")),
            (&expected[1]["file"], None, None)
        );
        assert!(!found[1]["error"].as_str().unwrap().is_empty());
    };
    let output = newsmark(&["annotate", "--jsonl", broken, "no-such-file", "--errors", records.to_str().unwrap()], "");
    assert_eq!((output.status.code(), objects(&output).len(), errors(&output).len()), (Some(1), 2, 2));
    let written = fs::read_to_string(&records).unwrap();
    same(&written.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<_>>());

    let output = newsmark(&["annotate", "--jsonl", broken, "no-such-file", "--errors", "-"], "");
    assert!(output.status.success());
    let rows = objects(&output);
    assert_eq!((&rows[0]["id"], &rows[2]["id"]), (&json!(1), &json!(2)));
    same(&[rows[1].clone(), rows[3].clone()]);
}

#[test]
fn resume_works_for_text_files() {
    let files: Vec<PathBuf> =
        (0..5).map(|number| file(&format!("folder-{number}.txt"), format!("Oslo paid ${number}."))).collect();
    let output = absent_file("folder.jsonl");
    let mut arguments = vec!["annotate", "--output", output.to_str().unwrap(), "--resume"];
    arguments.extend(files.iter().map(|path| path.to_str().unwrap()));
    assert!(newsmark(&arguments, "").status.success());
    let whole = fs::read(&output).unwrap();
    fs::write(&output, &whole[..whole.len() / 2]).unwrap();
    assert!(newsmark(&arguments, "").status.success());
    assert!(fs::read(&output).unwrap() == whole);
}

/// The process is killed halfway, as by an impatient user or for lack of memory.
#[test]
fn resume_completes_a_killed_run() {
    let input = file("killed-input.jsonl", archive());
    let output = absent_file("killed.jsonl");
    let mut child = start(&["annotate", "--jsonl", "--output", output.to_str().unwrap()]);
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(archive().as_bytes()).unwrap();
    // The input stays open, so the process cannot have finished.
    while fs::read(&output).map_or(0, |written| written.len()) < 10_000 {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    annotated(&input, &["--output", output.to_str().unwrap(), "--resume"]);
    assert!(fs::read(&output).unwrap() == annotated(&input, &[]).stdout);
}

/// An empty file holds no work to protect: a failed run or `mktemp` leaves one.
#[test]
fn empty_output_file_is_accepted() {
    let output = file("empty-output.jsonl", "");
    let run = newsmark(&["annotate", "--jsonl", "--output", output.to_str().unwrap()], "{\"id\": 1, \"text\": \"\"}");
    assert!(run.status.success(), "{:?}", errors(&run));
    assert!(fs::read_to_string(&output).unwrap().starts_with("{\"id\":1,"));
}

/// The progress bar is for people. Programs get only the rows and the errors.
#[test]
fn no_progress_bar_without_a_terminal() {
    let input = file("bar.jsonl", archive());
    let output = absent_file("bar-output.jsonl");
    let run = annotated(&input, &["--output", output.to_str().unwrap()]);
    assert_eq!(errors(&run).len(), 2, "{:?}", errors(&run));
    assert!(errors(&run).iter().all(|line| line.starts_with("newsmark: ") && line.contains("bar.jsonl: line ")));
}

#[test]
fn each_row_is_answered_at_once_with_any_thread_count() {
    for threads in ["1", "3"] {
        let mut child = start(&["annotate", "--jsonl", "--threads", threads]);
        let mut stdin = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        for id in 0..7 {
            writeln!(stdin, "{}", json!({ "id": id, "text": "Oslo voted." })).unwrap();
            let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
            assert_eq!(answer["id"], id);
        }
        drop(stdin);
        assert!(answers.next().is_none());
        assert!(child.wait().unwrap().success());
    }
}
