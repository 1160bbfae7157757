//! What each kind of correction does.

mod support;

use newsmark::Document;
use newsmark::document::{ChainRecord, Creator};
use newsmark_corrections::Reason;
use serde_json::json;
use support::{TEXT, after, at, corrected, found};

fn names(document: &Document) -> Vec<String> {
    document.entities.iter().map(|entity| format!("{} {}", entity.text, entity.kind.as_str())).collect()
}

fn chain<'d>(document: &'d Document, name: &str) -> Option<&'d ChainRecord> {
    document.chains.iter().find(|chain| chain.label() == name)
}

fn mentions(document: &Document, name: &str) -> Vec<&'static str> {
    let chain = chain(document, name).unwrap_or_else(|| panic!("there is no chain named {name}"));
    chain.mentions.iter().map(|mention| &TEXT[mention.start..mention.end]).collect()
}

fn speakers(document: &Document) -> Vec<Option<&str>> {
    document.quotes.iter().map(|quote| quote.speaker_name.as_deref()).collect()
}

fn quotes(document: &Document) -> Vec<String> {
    let words = |ranges: &[[usize; 2]]| ranges.iter().map(|&[a, b]| &TEXT[a..b]).collect::<Vec<_>>().join(" … ");
    document.quotes.iter().map(|quote| format!("{} {}", quote.kind.as_str(), words(&quote.content))).collect()
}

#[test]
fn no_corrections_change_nothing() {
    support::check(TEXT, &found());
    assert_eq!(after(json!([])), found());
}

#[test]
fn metadata_are_kept() {
    let mut before = found();
    before.metadata.date = "2026-03-12".to_owned();
    let again = newsmark_corrections::apply(TEXT, &before, &[], newsmark::OffsetUnit::Utf8).unwrap();
    assert_eq!(again.document, before);
}

#[test]
fn marked_name_joins_the_chain_of_that_name() {
    let document =
        after(json!([{"do": "unmark", "at": at("Lund", 0)}, {"do": "mark", "at": at("Lund", 0), "type": "GPE"}]));
    assert_eq!(mentions(&document, "Lund").len(), 3);
    let by: Vec<bool> = document.entities.iter().map(|entity| entity.by == Some(Creator::User)).collect();
    assert_eq!(by, (0..11).map(|index| index == 1).collect::<Vec<_>>());
}

#[test]
fn marked_name_replaces_overlapping_ones() {
    let document = after(json!([{"do": "mark", "at": at("Mayor Ann Lee spoke in Lund", 0), "type": "EVENT"}]));
    assert_eq!(names(&document)[..2], ["Mayor Ann Lee spoke in Lund EVENT", "Monday DATE"]);
    assert!(chain(&document, "Ann Lee").is_none());
    assert_eq!(mentions(&document, "Lee"), ["Lee", "Lee", "The mayor"]);
}

#[test]
fn marks_are_trimmed() {
    let [start, end] = at(" yard", 0);
    let document = after(json!([{"do": "mark", "at": [start, end], "type": "ORG"}]));
    assert!(names(&document).contains(&"yard ORG".to_owned()));
    let blank = corrected(json!([{"do": "mark", "at": [start, start + 1], "type": "ORG"}]));
    assert_eq!(blank.unapplied[0].reason, Reason::OnlyWhiteSpace);
}

#[test]
fn name_of_another_type_gets_another_chain() {
    let document = after(json!([{"do": "mark", "at": at("Norrvarv", 0), "type": "ORG"}]));
    let called: Vec<_> = document.chains.iter().filter(|chain| chain.label() == "Norrvarv").collect();
    assert_eq!(
        called.iter().map(|chain| (chain.kind.as_str(), chain.mentions.len())).collect::<Vec<_>>(),
        [("GPE", 1), ("ORG", 1)]
    );
    // The words name a speaker, so the speaker changes as well.
    assert_eq!(document.quotes[1].speaker_chain, Some(called[1].id));
}

#[test]
fn marking_everywhere_keeps_the_chain_together() {
    let document = after(json!([{"do": "mark", "at": at("Norrvarv", 1), "type": "ORG", "everywhere": true}]));
    let called = chain(&document, "Norrvarv").unwrap();
    assert_eq!((called.kind.as_str(), called.mentions.len(), document.chains.len()), ("ORG", 2, 5));
    assert_eq!(speakers(&document)[1], Some("Norrvarv"));
}

#[test]
fn marking_everywhere_skips_parts_of_longer_names() {
    let document = after(json!([{"do": "mark", "at": at("Lee", 1), "type": "ORG", "everywhere": true}]));
    let lees: Vec<String> = names(&document).into_iter().filter(|name| name.contains("Lee")).collect();
    assert_eq!(lees, ["Ann Lee PERSON", "Lee ORG", "Lee ORG", "Jo Lee PERSON"]);
}

#[test]
fn amount_has_no_chain_and_is_no_speaker() {
    let document = after(json!([{"do": "mark", "at": at("Norrvarv", 0), "type": "CARDINAL", "everywhere": true}]));
    assert!(chain(&document, "Norrvarv").is_none());
    let quote = &document.quotes[1];
    assert_eq!((&quote.speaker_name, quote.speaker_chain, quote.speaker.len()), (&None, None, 1));
}

#[test]
fn chain_without_a_name_is_removed() {
    assert_eq!(mentions(&after(json!([{"do": "unmark", "at": at("Lund", 1)}])), "Lund").len(), 2);
    let document = after(json!([{"do": "unmark", "at": at("Bob Roe", 0)}]));
    assert!(chain(&document, "Bob Roe").is_none());
    assert_eq!(speakers(&document)[2], None);
    let document = after(json!([{"do": "unmark", "at": at("Lund", 0), "everywhere": true}]));
    assert!(!names(&document).iter().any(|name| name.starts_with("Lund")));
}

#[test]
fn changed_extent_changes_the_name() {
    let document =
        after(json!([{"do": "mark", "at": at("Norrvarv, the yard", 0), "was": at("Norrvarv", 0), "type": "GPE"}]));
    assert_eq!(mentions(&document, "Norrvarv, the yard"), ["Norrvarv, the yard", "Norrvarv"]);
    let document = after(json!([{"do": "mark", "at": at("Roe", 0), "was": at("Bob Roe", 0), "type": "PERSON"}]));
    assert_eq!(mentions(&document, "Roe"), ["Roe", "he"]);
    assert_eq!(speakers(&document)[2], Some("Roe"));
}

#[test]
fn surname_joins_the_only_person_who_has_it() {
    let bob = after(json!([
        {"do": "mark", "at": at("Roe", 0), "type": "PERSON", "was": at("Bob Roe", 0)},
        {"do": "mark", "at": at("Bob Roe", 0), "type": "PERSON", "was": at("Roe", 0)},
    ]));
    assert_eq!(mentions(&bob, "Bob Roe"), ["Bob Roe", "he"]);
    let known =
        after(json!([{"do": "unmark", "at": at("Lee", 1)}, {"do": "mark", "at": at("Lee", 1), "type": "PERSON"}]));
    assert_eq!(mentions(&known, "Ann Lee").len(), 4);
}

#[test]
fn chain_name_is_chosen_by_the_library() {
    // The title is not part of the name.
    let document = after(json!([{"do": "mark", "at": at("Mayor Ann Lee", 0), "type": "PERSON"}]));
    assert_eq!(mentions(&document, "Ann Lee")[0], "Mayor Ann Lee");
}

#[test]
fn marked_name_identifies_the_speaker() {
    let document = after(json!([
        {"do": "unmark", "at": at("Norrvarv", 0), "everywhere": true},
        {"do": "mark", "at": at("Norrvarv, the yard,", 0), "type": "ORG"},
    ]));
    assert_eq!(speakers(&document)[1], Some("Norrvarv, the yard,"));
    // The name is the head of the speaker phrase.
    let document = after(json!([
        {"do": "unmark", "at": at("Norrvarv", 0), "everywhere": true},
        {"do": "mark", "at": at("Norrvarv", 0), "type": "ORG"},
    ]));
    assert_eq!(speakers(&document)[1], Some("Norrvarv"));
}

#[test]
fn renaming_applies_to_the_speaker() {
    let document = after(json!([{"do": "rename", "at": at("The mayor", 0), "name": " Anna Lee "}]));
    assert_eq!(speakers(&document), [Some("Anna Lee"), Some("Norrvarv"), Some("Bob Roe"), Some("Anna Lee")]);
    assert_eq!(chain(&document, "Anna Lee").unwrap().by, Some(Creator::User));
    // It is kept when mentions change.
    let document = after(json!([
        {"do": "rename", "at": at("Bob Roe", 0), "name": "Robert"},
        {"do": "mark", "at": at("Roe", 0), "was": at("Bob Roe", 0), "type": "PERSON"},
    ]));
    assert_eq!(mentions(&document, "Robert"), ["Roe", "he"]);
}

#[test]
fn earlier_rename_is_kept() {
    let mut before = after(json!([{"do": "rename", "at": at("Bob Roe", 0), "name": "Robert"}]));
    before.sentences.clear();
    let corrections = serde_json::from_value::<Vec<_>>(
        json!([{"do": "mark", "at": at("Roe", 0), "was": at("Bob Roe", 0), "type": "PERSON"}]),
    );
    let again = newsmark_corrections::apply(TEXT, &before, &corrections.unwrap(), newsmark::OffsetUnit::Utf8).unwrap();
    assert_eq!(mentions(&again.document, "Robert"), ["Roe", "he"]);
}

#[test]
fn merged_chains_share_their_quotations() {
    let document = after(json!([{"do": "merge", "at": at("Jo Lee", 0), "into": at("Ann Lee", 0)}]));
    assert_eq!((mentions(&document, "Ann Lee").len(), document.chains.len()), (5, 4));
    let document = after(json!([{"do": "merge", "at": at("Ann Lee", 0), "into": at("Bob Roe", 0)}]));
    assert_eq!(document.quotes.iter().map(|quote| quote.speaker_chain).collect::<Vec<_>>()[2..], [Some(2), Some(2)]);
    assert_eq!(document.chains[2].titles.len(), 1);
}

#[test]
fn merging_keeps_the_fuller_or_the_given_name() {
    let lee = at("Lee", 1);
    let apart = json!({"do": "move", "at": lee, "to": null});
    let bo = json!({"do": "rename", "at": lee, "name": "Bo"});
    let [into_lee, into_ann] = [(at("Ann Lee", 0), lee), (lee, at("Ann Lee", 0))]
        .map(|(at, into)| json!({"do": "merge", "at": at, "into": into}));
    assert_eq!(mentions(&after(json!([apart, into_lee])), "Ann Lee").len(), 4);
    assert_eq!(mentions(&after(json!([apart, bo, into_lee])), "Bo").len(), 4);
    assert_eq!(mentions(&after(json!([apart, bo, into_ann])), "Bo").len(), 4);
}

#[test]
fn quotation_follows_a_moved_mention() {
    let alone = after(json!([{"do": "move", "at": at("Lee", 1), "to": null}]));
    assert_eq!(mentions(&alone, "Lee"), ["Lee"]);
    assert_eq!(speakers(&alone), [Some("Lee"), Some("Norrvarv"), Some("Bob Roe"), Some("Ann Lee")]);
    let known = after(json!([{"do": "move", "at": at("Lee", 1), "to": at("Jo Lee", 0), "everywhere": true}]));
    assert_eq!(mentions(&known, "Jo Lee"), ["Lee", "Lee", "Jo Lee"]);
    assert_eq!(speakers(&known)[0], Some("Jo Lee"));
}

#[test]
fn pronoun_moves_to_another_chain_or_none() {
    let [start, _] = at("he told", 0);
    let he = [start, start + 2];
    let document = after(json!([{"do": "move", "at": he, "to": at("Jo Lee", 0)}]));
    assert_eq!(mentions(&document, "Jo Lee"), ["he", "Jo Lee"]);
    let document = after(json!([{"do": "move", "at": he, "to": null}]));
    assert_eq!(mentions(&document, "Bob Roe"), ["Bob Roe"]);
    assert_eq!(speakers(&document)[2], None);
}

#[test]
fn quotation_marks_determine_the_type() {
    let document = after(json!([{"do": "quote", "at": at("“Blue Hour”", 0)}]));
    assert!(quotes(&document).contains(&"direct “Blue Hour”".to_owned()));
    assert!(document.quoted_terms.is_empty());
    assert_eq!(speakers(&document).last(), Some(&None));
    for (words, described) in [("sang “Blue Hour”", "mixed sang “Blue Hour”"), ("Jo Lee sang", "indirect Jo Lee sang")]
    {
        assert!(quotes(&after(json!([{"do": "quote", "at": at(words, 0)}]))).contains(&described.to_owned()));
    }
}

#[test]
fn marked_quotation_replaces_overlapping_ones_and_keeps_their_speaker() {
    let document = after(json!([{"do": "quote", "at": at("We will", 0)}]));
    assert_eq!(quotes(&document)[0], "direct We will");
    assert_eq!((speakers(&document)[0], document.quotes.len()), (Some("Ann Lee"), 4));
}

#[test]
fn quotation_is_split_around_its_cue() {
    let range = [at("“We", 0)[0], at("it “won’t wait”", 0)[1]];
    let document = after(json!([{"do": "quote", "at": range, "was": at("“We will pay,”", 0)}]));
    assert!(document.quotes[0].content.len() > 1);
    assert!(quotes(&document)[0].starts_with("mixed") && !quotes(&document)[0].contains("Lee"));
    let cue = corrected(json!([{"do": "quote", "at": at("Lee said", 0), "was": at("“We will pay,”", 0)}]));
    assert_eq!(cue.unapplied[0].reason, Reason::NothingQuoted);
}

#[test]
fn unmarked_quotation_becomes_a_quoted_term() {
    let document = after(json!([{"do": "unquote", "at": at("“We will pay,”", 0)}]));
    assert_eq!((document.quotes.len(), document.quoted_terms[0]), (3, at("“We will pay,”", 0)));
}

#[test]
fn speaker_is_chosen_typed_or_removed() {
    let quote = at("“We will pay,”", 0);
    let speaker = |who: serde_json::Value| after(json!([{"do": "speaker", "at": quote, "who": who}]));
    let chosen = speaker(json!(at("Bob Roe", 0)));
    assert_eq!((speakers(&chosen)[0], chosen.quotes[0].speaker.len()), (Some("Bob Roe"), 0));
    let typed = speaker(json!(" Kim Poe "));
    assert_eq!((speakers(&typed)[0], typed.quotes[0].speaker_chain), (Some("Kim Poe"), None));
    assert_eq!(speaker(json!("bob roe")).quotes[0].speaker_chain, Some(3));
    let nobody = speaker(json!(null));
    assert_eq!((speakers(&nobody)[0], nobody.quotes[0].speaker.len()), (None, 0));
    // "he" can stand for anybody, so it moves to the chosen chain.
    let he = after(json!([{"do": "speaker", "at": at("“No,”", 0), "who": at("Jo Lee", 0)}]));
    assert_eq!(mentions(&he, "Jo Lee"), ["he", "Jo Lee"]);
}

#[test]
fn inapplicable_corrections_are_reported() {
    let nowhere = at("sang", 0);
    let corrected = corrected(json!([
        {"do": "rename", "at": nowhere, "name": "X"},
        {"do": "merge", "at": nowhere, "into": at("Lund", 0)},
        {"do": "move", "at": nowhere, "to": null},
        {"do": "speaker", "at": nowhere, "who": null},
        {"do": "unmark", "at": at("Ann Lee spoke", 0)},
        {"do": "unquote", "at": at("We will", 0)},
        {"do": "rename", "at": at("Lund", 0), "name": " "},
        {"do": "unmark", "at": [0, 9999]},
    ]));
    assert_eq!(corrected.document, found());
    let reasons: Vec<Reason> = corrected.unapplied.iter().map(|one| one.reason).collect();
    use Reason::*;
    assert_eq!(
        reasons,
        [
            NothingMentioned, NothingMentioned, NothingMentioned, NoQuotation, OtherNameHere, OtherQuotationHere,
            BlankName, OutsideText
        ]
    );
    assert_eq!(OutsideText.to_string(), "its place is not in this text");
}

#[test]
fn accepted_annotations_are_the_persons() {
    let said = at("“We will pay,”", 0);
    let document = after(json!([{"do": "accept", "at": at("Bob Roe", 0)}, {"do": "accept", "at": said}]));
    let by: Vec<_> =
        document.entities.iter().filter(|one| one.by.is_some()).map(|one| (&*one.text, one.confidence)).collect();
    assert_eq!(by, [("Bob Roe", 1.0)]);
    let quote = &document.quotes[0];
    assert_eq!((quote.by, quote.confidence, &quote.why), (Some(Creator::User), 1.0, &found().quotes[0].why));
    // Nothing else has changed.
    let before = found();
    assert_eq!((names(&document), quotes(&document)), (names(&before), quotes(&before)));
    assert_eq!(speakers(&document), speakers(&before));
    let nothing = corrected(json!([{"do": "accept", "at": at("spoke", 0)}]));
    assert_eq!(nothing.unapplied[0].reason, Reason::NothingMarked);
}

#[test]
fn notes_stay_with_their_annotation() {
    let lund = json!({"do": "note", "at": at("Lund", 0), "text": " Which one? "});
    let said = json!({"do": "note", "at": at("“We will pay,”", 0), "text": "Ask again."});
    let notes = |corrections| -> Vec<String> {
        let document = after(corrections);
        let entities = document.entities.iter().filter_map(|one| Some(format!("{}: {}", one.text, one.note.as_ref()?)));
        let quotes = document.quotes.iter().filter_map(|one| Some(format!("quote: {}", one.note.as_ref()?)));
        entities.chain(quotes).collect()
    };
    assert_eq!(notes(json!([lund, said])), ["Lund: Which one?", "quote: Ask again."]);
    let mark = json!({"do": "mark", "at": at("Lund", 0), "type": "ORG"});
    let longer = json!({"do": "quote", "at": at("“We will pay,” Lee", 0), "was": at("“We will pay,”", 0)});
    assert_eq!(notes(json!([lund, said, mark, longer])), ["Lund: Which one?", "quote: Ask again."]);
    let blank = json!({"do": "note", "at": at("Lund", 0), "text": " "});
    assert_eq!(notes(json!([lund, said, blank])), ["quote: Ask again."]);
}

#[test]
fn speaker_is_set_where_an_earlier_extent_was_undone() {
    let document = after(json!([{"do": "speaker", "at": at("“We will pay,” Lee", 0), "who": at("Bob Roe", 0)}]));
    assert_eq!(speakers(&document)[0], Some("Bob Roe"));
    let other = corrected(json!([{"do": "speaker", "at": at("We", 0), "who": at("Bob Roe", 0)}]));
    assert_eq!(other.unapplied[0].reason, Reason::NoQuotation);
}

/// The document with the mayor as a person without a name, who says the last quotation. "he" is the mayor's too.
fn with_unnamed_mayor() -> Document {
    let mut document = found();
    let quote = document.quotes.len() - 1;
    let id = document.chains.len();
    let mut mayor = ChainRecord::new(id, newsmark::EntityType::Person, "");
    (mayor.name, mayor.description) = (None, Some("The mayor".to_owned()));
    for chain in &mut document.chains {
        let (own, other) = chain.mentions.drain(..).partition(|mention| mention.kind != newsmark::MentionKind::Name);
        chain.mentions = other;
        mayor.mentions.extend::<Vec<_>>(own);
    }
    mayor.mentions.sort_by_key(|mention| mention.start);
    document.chains.push(mayor);
    (document.quotes[quote].speaker_name, document.quotes[quote].speaker_chain) = (None, Some(id));
    document
}

fn unnamed_after(corrections: serde_json::Value) -> Document {
    let corrections: Vec<_> = serde_json::from_value(corrections).unwrap();
    let found = with_unnamed_mayor();
    support::check(TEXT, &found);
    let corrected = newsmark_corrections::apply(TEXT, &found, &corrections, newsmark::OffsetUnit::Utf8).unwrap();
    assert_eq!(corrected.unapplied, []);
    support::check(TEXT, &corrected.document);
    corrected.document
}

#[test]
fn renaming_a_person_without_a_name_gives_one() {
    let document = unnamed_after(json!([{"do": "rename", "at": at("The mayor", 0), "name": "Eva Holm"}]));
    let mayor = chain(&document, "Eva Holm").unwrap();
    assert_eq!((mayor.description.as_deref(), mayor.mentions.len()), (Some("The mayor"), 2));
    assert_eq!(speakers(&document).last(), Some(&Some("Eva Holm")));
}

#[test]
fn a_person_without_a_name_is_merged_with_one_who_has_a_name() {
    let expected = ["Ann Lee", "Lee", "he", "Lee", "The mayor"];
    for (from, into) in [(at("The mayor", 0), at("Ann Lee", 0)), (at("Ann Lee", 0), at("The mayor", 0))] {
        let document = unnamed_after(json!([{"do": "merge", "at": from, "into": into}]));
        assert_eq!(mentions(&document, "Ann Lee"), expected);
        assert_eq!(chain(&document, "Ann Lee").unwrap().description, None);
        assert_eq!(speakers(&document).last(), Some(&Some("Ann Lee")));
        assert!(chain(&document, "The mayor").is_none());
    }
}

#[test]
fn without_its_description_a_person_without_a_name_is_gone() {
    let mayor = at("The mayor", 0);
    for correction in [
        json!({"do": "move", "at": mayor, "to": at("Ann Lee", 0), "everywhere": false}),
        json!({"do": "move", "at": mayor, "to": null, "everywhere": false}),
        json!({"do": "speaker", "at": at("Lund would pay", 0), "who": at("Ann Lee", 0)}),
    ] {
        let document = unnamed_after(json!([correction]));
        assert!(chain(&document, "The mayor").is_none(), "{correction}");
    }
}

/// The values of the entities with these words.
fn values(document: &Document, words: &str) -> Vec<serde_json::Value> {
    let entities = document.entities.iter().filter(|entity| entity.text == words);
    entities.map(|entity| serde_json::to_value(&entity.value).unwrap()).collect()
}

#[test]
fn a_value_is_set_everywhere_or_here_and_taken_away() {
    let lund = json!({ "country": "SE", "geonames": 2693678, "name": "Lund" });
    let everywhere = json!({"do": "value", "at": at("Lund", 1), "value": lund, "everywhere": true});
    let document = after(json!([everywhere]));
    assert_eq!(values(&document, "Lund"), [lund.clone(), lund.clone(), lund.clone()]);
    assert_eq!(document.entities.iter().filter(|entity| entity.by == Some(Creator::User)).count(), 3);
    let here = json!({"do": "value", "at": at("Lund", 0), "value": null});
    assert_eq!(values(&after(json!([everywhere, here])), "Lund"), [json!(null), lund.clone(), lund]);
    let monday = json!({"timex": "DATE", "value": "2026-03-09", "anchor": "none"});
    let document = after(json!([{"do": "value", "at": at("Monday", 0), "value": monday}]));
    assert_eq!(values(&document, "Monday"), [monday]);
}

#[test]
fn a_value_needs_an_entity_that_can_have_it() {
    let lund = json!({ "country": "SE" });
    let number = json!({ "amount": 3.0, "approx": false });
    for (at, value, reason) in [
        (at("spoke", 0), lund.clone(), Reason::NothingMarked),
        (at("Ann Lee", 0), lund.clone(), Reason::OtherKindOfValue),
        (at("Monday", 0), lund, Reason::OtherKindOfValue),
        (at("Lund", 0), number, Reason::OtherKindOfValue),
    ] {
        let result = corrected(json!([{"do": "value", "at": at, "value": value}]));
        assert_eq!(result.unapplied.iter().map(|one| one.reason).collect::<Vec<_>>(), [reason]);
        assert_eq!(result.document, found());
    }
}

#[test]
fn a_value_is_gone_when_its_words_or_its_type_change() {
    let value = json!({"do": "value", "at": at("Lund", 0), "value": { "country": "SE" }});
    let document = after(json!([value, {"do": "mark", "at": at("Lund", 0), "type": "ORG"}]));
    assert_eq!(values(&document, "Lund")[0], json!(null));
}
