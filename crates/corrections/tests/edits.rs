//! Corrections of a text that is then edited.

mod support;

use newsmark::OffsetUnit;
use newsmark_corrections::{Correction, History, Reason, reanchor};
use serde_json::{Value, json};
use support::{TEXT, at, found};

fn corrections(values: &[Value]) -> Vec<Correction> {
    values.iter().map(|value| serde_json::from_value(value.clone()).unwrap()).collect()
}

fn mark(words: &str, nth: usize) -> Value {
    json!({"do": "mark", "at": at(words, nth), "type": "EVENT"})
}

/// Moves corrections of [`TEXT`] to an edited text.
fn edited(text: &str, made: &[Value]) -> History {
    let history = History { corrections: corrections(made), ..History::default() };
    reanchor(TEXT, Some(&found()), text, &history, OffsetUnit::Utf8).unwrap()
}

fn words<'t>(text: &'t str, corrections: &[Correction]) -> Vec<&'t str> {
    corrections.iter().map(|one| &text[one.at()[0]..one.at()[1]]).collect()
}

#[test]
fn corrections_between_edits_keep_their_place() {
    let text = TEXT
        .replace("spoke in Lund", "spoke at length in Lund")
        .replace("Bob Roe of", "Bob of")
        .replace("that Lund would", "that all of Lund would");
    let text = format!("Lund, Tuesday.\n\n{text}");
    let made = [mark("Monday", 0), mark("yard", 0), mark("told", 0), mark("sang", 0)];
    let now = edited(&text, &made);
    assert_eq!(words(&text, &now.corrections), ["Monday", "yard", "told", "sang"]);
    for (before, after) in corrections(&made).iter().zip(&now.corrections) {
        let ([start, end], [now, _]) = (before.at(), after.at());
        assert_eq!(text[now - 4..now + end - start], TEXT[start - 4..end]);
    }
    assert_eq!(now.orphaned, []);
}

#[test]
fn correction_without_its_passage_is_orphaned() {
    let lee = mark("Lee", 3);
    for (from, to) in [
        (" Jo Lee sang “Blue Hour”.", ""),
        (
            "“No,” he told Lee. The mayor said that Lund would pay. Jo Lee sang “Blue Hour”.",
            "Nobody knows whether Lee ever answered.",
        ),
    ] {
        let now = edited(&TEXT.replace(from, to), std::slice::from_ref(&lee));
        assert_eq!((now.corrections.len(), now.orphaned.len()), (0, 1));
        assert_eq!(now.orphaned[0].reason(), Reason::PassageChanged);
    }
}

#[test]
fn orphaned_correction_returns_with_its_passage() {
    let gone = TEXT.replace(" Jo Lee sang “Blue Hour”.", "");
    let made = [mark("Monday", 0), mark("sang", 0)];
    let without = edited(&gone, &made);
    assert_eq!((without.corrections.len(), without.orphaned.len()), (1, 1));
    let back = reanchor(&gone, None, TEXT, &without, OffsetUnit::Utf8).unwrap();
    assert_eq!((back.corrections, back.orphaned), (corrections(&made), vec![]));
}

#[test]
fn corrections_move_with_their_passage() {
    let lines: Vec<&str> = TEXT.lines().collect();
    let text = [lines[3], "", lines[0], lines[1]].join("\n");
    let now = edited(&text, &[mark("sang", 0), mark("Monday", 0)]);
    assert_eq!(words(&text, &now.corrections), ["sang", "Monday"]);
}

#[test]
fn chain_is_found_by_another_mention_with_the_same_words() {
    let text = TEXT.replace("Norrvarv, the yard, said it “won’t wait”. ", "");
    let now = edited(
        &text,
        &[
            json!({"do": "rename", "at": at("Norrvarv", 0), "name": "Norrvarv Ltd"}),
            json!({"do": "mark", "at": at("Norrvarv", 0), "type": "ORG", "everywhere": true}),
            json!({"do": "mark", "at": at("Norrvarv", 0), "type": "ORG"}),
        ],
    );
    assert!(matches!(now.corrections[..], [Correction::Rename { .. }, Correction::Mark { everywhere: true, .. }]));
    assert_eq!(words(&text, &now.corrections), ["Norrvarv", "Norrvarv"]);
    assert_eq!(now.orphaned.len(), 1);
}

#[test]
fn undone_corrections_are_reanchored() {
    let text = format!("New.\n{TEXT}");
    let history = History { undone: corrections(&[mark("Monday", 0), mark("sang", 0)]), ..History::default() };
    let now = reanchor(TEXT, Some(&found()), &text, &history, OffsetUnit::Utf8).unwrap();
    assert_eq!(words(&text, &now.undone), ["Monday", "sang"]);
}

#[test]
fn inapplicable_correction_keeps_its_place() {
    let speaker = json!({"do": "speaker", "at": at("Jo Lee", 0), "who": null});
    let now = edited(TEXT, std::slice::from_ref(&speaker));
    assert_eq!((now.corrections, now.orphaned), (corrections(&[speaker]), vec![]));
}

#[test]
fn line_break_style_does_not_matter() {
    let text = TEXT.replace('\n', "\r\n");
    let now = edited(&text, &[mark("Monday", 0), mark("sang", 0)]);
    assert_eq!(words(&text, &now.corrections), ["Monday", "sang"]);
}

#[test]
fn corrected_quotation_survives_an_edit_of_its_words() {
    let said = [at("“We will pay,”", 0)[0], at("“We will pay,”", 0)[1]];
    let made = [
        json!({"do": "speaker", "at": said, "who": at("Jo Lee", 0)}),
        json!({"do": "accept", "at": said}),
        json!({"do": "note", "at": said, "text": "Ask again."}),
    ];
    for (from, to) in [("will pay", "shall pay"), ("“We will", "“They will"), ("We will pay", "We will never pay")]
    {
        let text = TEXT.replace(from, to);
        let now = edited(&text, &made);
        assert_eq!(now.orphaned, [], "{to}");
        assert!(words(&text, &now.corrections).iter().all(|words| words.starts_with('“') && words.ends_with("pay,”")));
    }
    // Another quotation stands there, or the words that say who speaks have changed as well.
    for text in [
        TEXT.replace("We will pay", "Nobody asked"),
        TEXT.replace("“We will pay,” Lee said.", "“We shall pay,” she told reporters."),
    ] {
        assert_eq!(edited(&text, &made).orphaned.len(), 3, "{text}");
    }
}

#[test]
fn lost_correction_names_what_stands_there_now() {
    let text = TEXT.replace("sang", "hummed");
    let now = edited(&text, &[mark("sang", 0)]);
    let nearest: Vec<Correction> = now.orphaned.iter().filter_map(|orphan| orphan.nearest.clone()).collect();
    assert_eq!(words(&text, &nearest), ["hummed"]);
    // It moves with the text until the person decides.
    let later = format!("New.\n{text}");
    let still = reanchor(&text, None, &later, &now, OffsetUnit::Utf8).unwrap();
    let nearest: Vec<Correction> = still.orphaned.iter().filter_map(|orphan| orphan.nearest.clone()).collect();
    assert_eq!(words(&later, &nearest), ["hummed"]);
    let gone = edited(&TEXT.replace(" Jo Lee sang “Blue Hour”.", ""), &[mark("sang", 0)]);
    assert_eq!(gone.orphaned[0].nearest, None);
}
