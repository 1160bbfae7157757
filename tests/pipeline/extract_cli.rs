//! Web pages and files of other programs on the command line.

use crate::process::{errors, file, newsmark, objects};
use serde_json::Value;
use std::path::PathBuf;

/// A page with an article, a menu and a caption.
fn page(name: &str) -> PathBuf {
    let paragraphs = [
        "The council of Keld voted on Tuesday to close the old swing bridge for two years, although traders objected.",
        "“We have no choice,” said Omar Marsh, the mayor, after the vote. “The deck would not survive another winter.”",
        "Una Byrne, who runs the bakery beside the bridge, said her takings would halve and asked the council for help.",
    ];
    let article: String = paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    let html = format!(
        r#"<!doctype html><html lang="en"><title>Keld closes its bridge</title><meta name="author" content="Kirsten Vale">
        <meta property="article:published_time" content="2026-03-12T06:00:00Z"><nav><a href="/">Home</a></nav>
        <article><h1>Keld closes its bridge</h1>{article}</article>"#
    );
    file(name, html)
}

#[test]
fn the_article_of_a_page_is_extracted() {
    let path = page("extracted.html");
    let output = newsmark(&["extract", path.to_str().unwrap()], "");
    let row: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(row["id"], path.to_str().unwrap());
    assert_eq!([&row["title"], &row["byline"], &row["date"]], ["Keld closes its bridge", "Kirsten Vale", "2026-03-12"]);
    assert_eq!([&row["language"], &row["url"], &row["site"]], ["en", "", ""]);
    assert!(row["body"].as_str().unwrap().starts_with("The council"), "{row}");
    assert!(row["text"].as_str().unwrap().starts_with("Keld closes its bridge\n\nThe council"), "{row}");
    let output = newsmark(&["extract"], "no page");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(errors(&output), ["standard input: this is not a web page"]);
}

#[test]
fn a_page_is_annotated_as_its_article() {
    let path = page("annotated.html");
    let output = newsmark(&["annotate", path.to_str().unwrap()], "");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["metadata"]["date"], "2026-03-12");
    assert!(document["chains"].as_array().unwrap().iter().any(|chain| chain["name"] == "Omar Marsh"));
    assert!(errors(&output)[0].ends_with("left out: menus and 1 link"), "{:?}", errors(&output));
    let tei = newsmark(&["annotate", "--format", "tei", path.to_str().unwrap()], "");
    assert!(String::from_utf8(tei.stdout).unwrap().contains(r#"<date when="2026-03-12">"#));
}

#[test]
fn mails_and_word_processor_files_are_annotated() {
    let mail = "From: Una Byrne <una@keld.example>\r\nSubject: The bridge\r\nDate: Thu, 12 Mar 2026 06:00:00 +0100\r\n\r\n\
                Omar Marsh resigned in Keld on Tuesday.\r\n";
    let (mail, rtf) = (file("bridge.eml", mail), file("bridge.rtf", r"{\rtf1\ansi Omar Marsh resigned.\par}"));
    let broken = file("bridge.docx", b"PK\x03\x04 and no more");
    let [mail, rtf, broken] = [&mail, &rtf, &broken].map(|path| path.to_str().unwrap());
    let output = newsmark(&["annotate", mail, rtf, broken], "");
    let rows = objects(&output);
    assert_eq!(rows[0]["text"], "The bridge\n\nOmar Marsh resigned in Keld on Tuesday.");
    assert_eq!(rows[0]["metadata"]["date"], "2026-03-12");
    assert_eq!(rows[1]["text"], "Omar Marsh resigned.");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output)[0].contains("bridge.docx: this file is damaged"), "{:?}", errors(&output));
}
