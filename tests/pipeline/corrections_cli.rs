//! Corrections on the command line, from a Newsmark file or from a separate file.

use crate::process::{errors, file, newsmark, objects};
use serde_json::{Value, json};

const TEXT: &str = "🎉 “We won,” said Amina Wekesa in Nairobi. Wekesa left.";

fn at(text: &str, words: &str) -> [usize; 2] {
    let start = text[..text.find(words).unwrap()].chars().count();
    [start, start + words.chars().count()]
}

/// Writes a Newsmark file with the text and these corrections, as the page would save it.
fn saved(name: &str, corrections: Value) -> String {
    let output = newsmark(&["annotate", "--format", "json"], TEXT);
    let mut article: Value = serde_json::from_slice(&output.stdout).unwrap();
    article["corrections"] = corrections;
    file(name, article.to_string()).to_str().unwrap().to_owned()
}

fn people(document: &Value) -> Vec<&str> {
    let chains = document["chains"].as_array().unwrap().iter();
    chains.filter(|chain| chain["type"] == "PERSON").map(|chain| chain["name"].as_str().unwrap()).collect()
}

#[test]
fn corrections_in_a_newsmark_file_are_applied() {
    let path =
        saved("own.newsmark.json", json!([{"do": "rename", "at": at(TEXT, "Amina Wekesa"), "name": "A. Wekesa"}]));
    let output = newsmark(&["annotate", &path], "");
    assert!(output.status.success() && errors(&output).is_empty(), "{:?}", errors(&output));
    let document = &objects(&output)[0];
    assert_eq!(people(document), ["A. Wekesa"]);
    assert_eq!(document["quotes"][0]["speaker_name"], "A. Wekesa");

    let bytes = newsmark(&["annotate", "--offsets", "utf8", &path], "");
    assert_eq!(objects(&bytes)[0]["quotes"][0]["content"][0][0], TEXT.find('“').unwrap());

    let exported = newsmark(&["annotate", "--format", "csv-quotes", &path], "");
    assert!(String::from_utf8(exported.stdout).unwrap().contains("A. Wekesa"));

    let other = file("other.txt", "Oslo voted.");
    let rows = objects(&newsmark(&["annotate", &path, other.to_str().unwrap()], ""));
    assert_eq!((&rows[0]["text"], people(&rows[0])), (&json!(TEXT), vec!["A. Wekesa"]));
}

#[test]
fn corrections_from_a_separate_file_are_applied() {
    let corrections = json!([
        {"do": "rename", "at": at(TEXT, "Amina Wekesa"), "name": "A. Wekesa"},
        {"do": "rename", "at": at(TEXT, "won"), "name": "Nobody"},
    ]);
    let path = file("list.json", corrections.to_string());
    let arguments = ["annotate", "--corrections", path.to_str().unwrap()];
    let output = newsmark(&arguments, TEXT);
    assert!(output.status.success());
    assert_eq!(people(&objects(&output)[0]), ["A. Wekesa"]);
    assert_eq!(
        errors(&output),
        ["newsmark: standard input: correction 2, of “won”, was not applied: there is no mention at its place"]
    );
    let exported = newsmark(&[&arguments[..], &["--format", "json"]].concat(), TEXT);
    let article: Value = serde_json::from_slice(&exported.stdout).unwrap();
    assert_eq!((people(&article["document"]), people(&article["found"])), (vec!["A. Wekesa"], vec!["Amina Wekesa"]));
    assert_eq!(article["corrections"], corrections);
}

#[test]
fn corrections_of_an_edited_text_are_reanchored_or_reported() {
    let path = saved(
        "edited.newsmark.json",
        json!([
            {"do": "rename", "at": at(TEXT, "Amina Wekesa"), "name": "A. Wekesa"},
            {"do": "mark", "at": at(TEXT, "left"), "type": "ORG"},
        ]),
    );
    let edited = format!("News.\n{}", TEXT.replace("Wekesa left", "She stayed"));
    let output = newsmark(&["annotate", "--corrections", &path], &edited);
    assert!(output.status.success());
    assert_eq!(people(&objects(&output)[0]), ["A. Wekesa"]);
    let errors = errors(&output);
    assert!(
        errors.len() == 1 && errors[0].ends_with("is orphaned: the passage that it is about has changed"),
        "{errors:?}"
    );
}

#[test]
fn unusable_corrections_are_errors() {
    let own = saved("own-too.newsmark.json", json!([]));
    let damaged = saved("damaged.newsmark.json", json!([{"do": "unmark", "at": [0, 9999]}]));
    let text = file("text.txt", TEXT);
    let [text, nonsense] = [text, file("nonsense.json", "{}")].map(|path| path.to_str().unwrap().to_owned());
    for (arguments, message) in [
        (vec!["annotate", "--corrections", &own, &own], "a Newsmark file has corrections of its own"),
        (vec!["annotate", "--corrections", &own, &text, &text], "--corrections is about one text"),
        (vec!["annotate", "--corrections", &nonsense, &text], "not a Newsmark file: missing field"),
        (vec!["annotate", "--corrections", "absent.json", &text], "absent.json"),
        (vec!["annotate", &damaged], "the corrections do not belong to this text"),
        (vec!["annotate", "--format", "tei", &damaged], "the corrections do not belong to this text"),
    ] {
        let output = newsmark(&arguments, "");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(errors(&output)[0].contains(message), "{arguments:?}: {:?}", errors(&output));
    }
}
