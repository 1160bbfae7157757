//! The command line, run as a process.

use crate::process::{errors, file, newsmark, objects, start};
use crate::tools::here;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};

const TEXT: &str =
    "🎉 “We won,” said Amina Wekesa in Nairobi on Tuesday. 🎉 She paid $4 million.\r\nIt rained in Łódź.";

#[test]
fn single_text_gives_one_object() {
    let path = file("one.txt", TEXT);
    let from_file = newsmark(&["annotate", path.to_str().unwrap()], "");
    assert!(from_file.status.success(), "{:?}", errors(&from_file));
    let [document] = &objects(&from_file)[..] else { panic!("not one object") };
    let keys: Vec<&str> = document.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["blocks", "chains", "entities", "quoted_terms", "quotes", "sentences"]);
    assert!(
        document["entities"].as_array().unwrap().iter().any(|e| e["text"] == "Amina Wekesa" && e["type"] == "PERSON")
    );
    for arguments in [&["annotate"][..], &["annotate", "-"]] {
        assert_eq!(newsmark(arguments, TEXT).stdout, from_file.stdout);
    }
}

#[test]
fn unreadable_file_does_not_affect_the_others() {
    let (first, second) = (file("first.txt", TEXT), file("second.txt", "Oslo voted."));
    let broken = file("broken.txt", b"caf\xe9");
    let [first, second, broken] = [&first, &second, &broken].map(|path| path.to_str().unwrap());
    let output = newsmark(&["annotate", first, "no-such-file.txt", broken, second], "");
    assert_eq!(output.status.code(), Some(1));
    let found: Vec<(Value, Value)> =
        objects(&output).iter().map(|row| (row["id"].clone(), row["text"].clone())).collect();
    assert_eq!(found, [(json!(first), json!(TEXT)), (json!(second), json!("Oslo voted."))]);
    let errors = errors(&output);
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].contains("no-such-file.txt") && errors[1].contains("broken.txt"), "{errors:?}");
}

#[test]
fn bad_rows_are_reported_by_line_and_skipped() {
    let rows = "\u{feff}{\"id\": 7, \"text\": \"Oslo voted.\", \"more\": [1]}\r\n\nnonsense\n{\"id\": \"no text\"}\n{\"text\": \"no id\"}\n\
                {\"id\": \"half a pair\", \"text\": \"\\ud83c\"}\n[]\n{\"id\": \"last\", \"text\": \"\"}";
    let output = newsmark(&["annotate", "--jsonl"], rows);
    assert_eq!(output.status.code(), Some(1));
    let found = objects(&output);
    assert_eq!(found.iter().map(|row| row["id"].clone()).collect::<Vec<_>>(), [json!(7), json!("last")]);
    assert_eq!(found[0]["text"], "Oslo voted.");
    assert_eq!(found[0]["sentences"], json!([[0, 11]]));
    assert_eq!(found[1]["sentences"], json!([]));
    let errors = errors(&output);
    let lines: Vec<bool> =
        [3, 4, 5, 6, 7].iter().zip(&errors).map(|(line, error)| error.contains(&format!("line {line}:"))).collect();
    assert_eq!(lines, [true; 5], "{errors:?}");
}

#[test]
fn offsets_use_the_requested_unit() {
    let row = json!({ "id": "x", "text": TEXT }).to_string();
    for unit in ["", "codepoints", "utf16", "utf8"] {
        let length = |part: &str| match unit {
            "utf16" => part.encode_utf16().count(),
            "utf8" => part.len(),
            _ => part.chars().count(),
        };
        let arguments =
            if unit.is_empty() { vec!["annotate", "--jsonl"] } else { vec!["annotate", "--jsonl", "--offsets", unit] };
        let output = newsmark(&arguments, &row);
        assert!(output.status.success());
        let found = &objects(&output)[0];
        let entities = found["entities"].as_array().unwrap();
        assert!(entities.len() >= 3, "{entities:?}");
        for entity in entities {
            let text = entity["text"].as_str().unwrap();
            let start = length(&TEXT[..TEXT.find(text).unwrap()]);
            assert_eq!(entity["start"], start, "{unit}");
            assert_eq!(entity["end"], start + length(text), "{unit}");
        }
        assert_eq!(found["sentences"].as_array().unwrap().last().unwrap()[1], length(TEXT));
    }
}

#[test]
fn entities_follow_the_requested_convention() {
    let text = "The lawyer of Helena Rebane's firm said on Tuesday that a ticket costs $16.";
    let row = json!({ "id": "x", "text": text }).to_string();
    let texts = |arguments: &[&str]| -> Vec<String> {
        let output = newsmark(&[&["annotate", "--jsonl"], arguments].concat(), &row);
        assert!(output.status.success(), "{:?}", errors(&output));
        let found = objects(&output)[0]["entities"].as_array().unwrap().clone();
        for entity in &found {
            let at = |field: &str| usize::try_from(entity[field].as_u64().unwrap()).unwrap();
            assert_eq!(entity["text"], text[at("start")..at("end")]);
        }
        found.iter().map(|entity| entity["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(texts(&[]), ["Helena Rebane", "Tuesday", "$16"]);
    assert_eq!(texts(&["--convention", "ontonotes"]), ["Helena Rebane's", "Tuesday", "16"]);
    for arguments in
        [&["--convention", "ontonotes"][..], &["--jsonl", "--convention", "ontonotes", "--offsets", "utf8"]]
    {
        assert_eq!(newsmark(&[&["annotate"], arguments].concat(), "").status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn each_row_is_answered_before_the_next_is_read() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(stdin, "{}", json!({ "id": id, "text": TEXT })).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn closed_output_pipe_is_not_an_error() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let row = json!({ "id": 0, "text": TEXT });
    while writeln!(stdin, "{row}").is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(errors(&output), [""; 0]);
}

#[test]
fn invalid_arguments_are_rejected() {
    for arguments in
        [&["annotate", "--offsets", "bytes"][..], &["annotate", "--nonsense"], &["nonsense"], &["evaluate", "ner"], &[]]
    {
        let output = newsmark(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn model_option_is_used_and_bad_models_are_rejected() {
    let (model, broken) = (here("model/newsmark.model"), file("broken.model", "no model at all"));
    let with = |model: &str| newsmark(&["annotate", "--model", model], TEXT);
    assert_eq!(with(model.to_str().unwrap()).stdout, newsmark(&["annotate"], TEXT).stdout);
    for model in [broken.to_str().unwrap(), "no-such.model"] {
        let output = with(model);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors(&output)[0].contains(model), "{:?}", errors(&output));
    }
}

#[test]
fn gold_scores_perfectly_against_itself() {
    let rows = here("tests/data/sample.jsonl");
    let rows = rows.to_str().unwrap();
    for (task, expected) in [("ner", "F1 1.0000"), ("quotes", "exact P 1.000 R 1.000 F1 1.000"), ("chains", "F1 1.000")]
    {
        let output = newsmark(&["evaluate", task, rows, "--pred", rows], "");
        assert!(output.status.success(), "{:?}", errors(&output));
        let report = std::str::from_utf8(&output.stdout).unwrap();
        assert!(report.lines().next().unwrap().contains(expected), "{report}");
    }
    let output = newsmark(&["evaluate", "quotes", "--cases", rows, "--pred", rows], "");
    assert_eq!(output.stdout, b"cases wholly right: 12/12 = 1.000\n");
}

#[test]
fn gold_file_with_a_bad_line_is_rejected() {
    let bad = file("bad.jsonl", "{\"id\": \"a\", \"text\": \"\"}\n{\"id\": 1}\n");
    let output = newsmark(&["evaluate", "ner", bad.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("line 2"), "{:?}", errors(&output));
}

#[test]
fn version_names_code_schema_and_model() {
    use newsmark::versions::Versions;
    let expected = format!("{}\n", Versions::with(crate::tools::annotator().fingerprint()));
    for arguments in [&["--version"][..], &["-V"]] {
        assert_eq!(String::from_utf8(newsmark(arguments, "").stdout).unwrap(), expected);
    }
    // The version is that of the selected model, so the file has to be a model.
    let none = file("none.model", "no model");
    let output = newsmark(&["--model", none.to_str().unwrap(), "--version"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("none.model: not a Newsmark model file"), "{:?}", errors(&output));
    let output = newsmark(&["--model", none.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output)[0].contains("missing subcommand"), "{:?}", errors(&output));
    assert!(errors(&output).contains(&"Usage: newsmark [OPTIONS] [COMMAND]"), "{:?}", errors(&output));
}

#[test]
fn all_articles_of_an_archive_are_shown_with_their_ids() {
    let rows = "{\"id\": \"a-1\", \"text\": \"Keld won.\", \"entities\": [], \"chains\": [], \"quotes\": [], \
                \"quoted_terms\": [], \"sentences\": []}\n{\"id\": 7, \"text\": \"Lund lost.\"}\n";
    let shown = newsmark(&["show"], rows);
    assert!(shown.status.success(), "{:?}", errors(&shown));
    let shown = String::from_utf8(shown.stdout).unwrap();
    let at = |words: &str| shown.find(words).unwrap_or_else(|| panic!("{words} in {shown}"));
    assert!(at("a-1\n") < at("Keld won.") && at("Keld won.") < at("7\n") && at("7\n") < at("Lund lost."), "{shown}");
}

#[test]
fn an_article_can_be_shown_without_colours_in_a_pipe() {
    let shown = newsmark(&["show", "--width", "60"], TEXT);
    assert!(shown.status.success(), "{:?}", errors(&shown));
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.starts_with("Amina Wekesa          🎉 “We won,” said"), "{shown}");
    assert!(shown.contains("\nWho said what\nAmina Wekesa\n") && !shown.contains('\u{1b}'), "{shown}");
}

#[test]
fn completions_and_manual_know_the_commands() {
    for arguments in [&["completions", "bash"][..], &["completions", "zsh"], &["manual"]] {
        let output = newsmark(arguments, "");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("annotate") && text.contains("export"), "{arguments:?}");
    }
}
