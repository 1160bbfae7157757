//! What must hold of every document, whatever the text.

use crate::tools::{Numbers, annotator, here};
use newsmark::document::{Document, QuoteRecord};
use newsmark::quotes::QuoteType;
use newsmark::text::{OffsetMap, OffsetUnit};
use serde_json::Value;
use std::fs;
use std::time::{Duration, Instant};

/// What the generator strings together: parts of news, and parts of what goes wrong in it.
const PIECES: &[&str] = &[
    "Amina Wekesa", "Mr. Pryce", "the minister", "Reuters", "said", "told reporters", "according to", "he", "She", "that", "North Korea",
    "U.S.", "$4.2 million", "12%", "on Tuesday", "3rd", "10 a.m.", "O'Neill", "rock 'n' roll", "the '80s", "farmers'", "it's", "Łódź",
    "São Paulo", "İstanbul", "北京", "Владимир", "القاهرة", "ß", "e\u{301}\u{301}", "👩\u{200d}🚀", "🇫🇷", "\u{1f600}", "@user", "#tag",
    "https://a.example/x?y=“z”", "Q:", "A:", "—", "–", "-", "...", "…", "!", "?!", ".", ",", ";", ":", "(", ")", "[", "]", "&amp;", "<b>",
    "“", "”", "‘", "’", "\"", "'", "``", "''", "«", "»", "„", "‚", "‹", "›", "`", "´", "′", "″", "\n", "\n\n", "\r\n", "\r", "\t", " ",
    "\u{a0}", "\u{feff}", "\u{200b}", "\u{2028}", "\u{0}", "\u{202e}", "\u{ad}", "\u{fffd}", "WASHINGTON (AP)", "ALL CAPS HEADLINE",
];

fn nasty_text(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for _ in 0..numbers.below(200) {
        text.push_str(PIECES[numbers.below(PIECES.len())]);
        if numbers.below(4) > 0 {
            text.push(' ');
        }
    }
    text
}

fn articles() -> Vec<String> {
    let rows = fs::read_to_string(here("tests/data/sample.jsonl")).unwrap();
    rows.lines().map(|row| serde_json::from_str::<Value>(row).unwrap()["text"].as_str().unwrap().to_owned()).collect()
}

/// Everything that the schema promises, checked with offsets in bytes.
fn check(text: &str, document: &Document) {
    let slice = |[start, end]: [usize; 2]| text.get(start..end).unwrap_or_else(|| panic!("{start}..{end} is no part of {text:?}"));
    let some = |spans: &[[usize; 2]]| {
        for &span in spans {
            assert!(!slice(span).trim().is_empty(), "{span:?} is blank in {text:?}");
        }
        assert!(spans.windows(2).all(|pair| pair[0][1] <= pair[1][0]), "{spans:?} are not in order in {text:?}");
    };
    some(&document.sentences);
    some(&document.quoted_terms);
    some(&document.entities.iter().map(|e| [e.start, e.end]).collect::<Vec<_>>());
    let mut named = vec![0; document.entities.len()];
    for (index, entity) in document.entities.iter().enumerate() {
        assert_eq!(entity.id, index);
        assert_eq!(slice([entity.start, entity.end]), entity.text);
        assert_eq!(entity.text.trim(), entity.text);
        assert_eq!(entity.chain.is_some(), entity.kind.is_name(), "{entity:?}");
        assert!((0.0..=1.0).contains(&entity.confidence), "{entity:?}");
    }
    for (index, chain) in document.chains.iter().enumerate() {
        assert_eq!(chain.id, index);
        assert!(!chain.name.trim().is_empty(), "{chain:?}");
        // One may hold another: "the mayor of Turin, Ada Conti" and "Ada Conti".
        assert!(chain.mentions.is_sorted_by_key(|mention| mention.start), "{chain:?}");
        for mention in &chain.mentions {
            some(&[[mention.start, mention.end]]);
        }
        for title in &chain.titles {
            assert_eq!(slice([title.start, title.end]), title.text);
        }
        for (entity, count) in document.entities.iter().zip(&mut named) {
            let mentions = chain.mentions.iter().filter(|m| [m.start, m.end] == [entity.start, entity.end]).count();
            assert_eq!(mentions, usize::from(entity.chain == Some(index)), "{entity:?} in {chain:?}");
            *count += mentions;
        }
    }
    assert!(named.iter().all(|&count| count <= 1), "an entity is in two chains of {text:?}");
    for (index, quote) in document.quotes.iter().enumerate() {
        assert_eq!(quote.id, index);
        check_quote(quote, &some);
        let name = quote.speaker_chain.map(|chain| &document.chains[chain].name);
        assert_eq!(quote.speaker_name.as_ref(), name, "{}", short(quote));
    }
}

/// Enough to see which it is: a text of nothing but marks has quotations of thousands of stretches.
fn short(quote: &QuoteRecord) -> String {
    format!("{quote:?}").chars().take(400).collect()
}

fn check_quote(quote: &QuoteRecord, some: &impl Fn(&[[usize; 2]])) {
    for spans in [&quote.content, &quote.quoted, &quote.cue, &quote.speaker] {
        some(spans);
    }
    assert!(!quote.content.is_empty(), "{}", short(quote));
    assert!((0.0..=1.0).contains(&quote.confidence), "{}", short(quote));
    match quote.kind {
        QuoteType::Direct => assert!(quote.quoted == quote.content, "direct, but content and what is quoted differ: {}", short(quote)),
        QuoteType::Mixed => assert!(!quote.quoted.is_empty(), "{quote:?}"),
        QuoteType::Indirect => assert!(quote.quoted.is_empty(), "{quote:?}"),
    }
    for stretch in &quote.quoted {
        assert!(quote.content.iter().any(|piece| piece[0] <= stretch[0] && stretch[1] <= piece[1]), "{}", short(quote));
    }
}

#[test]
fn hold_for_nasty_texts() {
    let (annotator, mut numbers) = (annotator(), Numbers(1));
    for _ in 0..400 {
        let text = nasty_text(&mut numbers);
        check(&text, &annotator.annotate(&text, OffsetUnit::Utf8));
    }
}

#[test]
fn hold_for_articles_cut_short_or_with_a_piece_too_many() {
    let (annotator, mut numbers) = (annotator(), Numbers(2));
    for article in articles() {
        check(&article, &annotator.annotate(&article, OffsetUnit::Utf8));
        let places: Vec<usize> = article.char_indices().map(|(byte, _)| byte).collect();
        for _ in 0..8 {
            let (from, to) = (places[numbers.below(places.len())], places[numbers.below(places.len())]);
            let (head, tail) = (&article[..from.min(to)], &article[from.min(to)..]);
            for text in [tail.to_owned(), [head, PIECES[numbers.below(PIECES.len())], tail].concat()] {
                check(&text, &annotator.annotate(&text, OffsetUnit::Utf8));
            }
        }
    }
}

#[test]
fn hold_for_texts_that_are_hardly_texts() {
    let annotator = annotator();
    let long = ["a", "A", "“", "”", "'", "\"", ".", "\n", "A ", "“a” ", "1", "é", "🎉", "\u{301}", "-", "“A,” he said. ", "He said “"].map(|piece| piece.repeat(3000));
    for text in long.iter().map(String::as_str).chain(["", " ", "\n", "\u{feff}", "a", "\u{301}", "\u{0}", "”", "“"]) {
        check(text, &annotator.annotate(text, OffsetUnit::Utf8));
    }
}

#[test]
fn the_unit_changes_the_offsets_and_nothing_else() {
    let annotator = annotator();
    for article in articles() {
        let text = article.replace(". ", ". 🎉 ").replace('\n', "\r\n");
        let bytes = serde_json::to_value(annotator.annotate(&text, OffsetUnit::Utf8)).unwrap();
        for unit in [OffsetUnit::CodePoints, OffsetUnit::Utf16] {
            let map = OffsetMap::new(&text, unit);
            let found = serde_json::to_value(annotator.annotate(&text, unit)).unwrap();
            assert_eq!(found, in_unit(&bytes, &map, ""));
        }
    }
}

/// The document with every byte offset turned into the map's unit.
fn in_unit(value: &Value, map: &OffsetMap, key: &str) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| in_unit(item, map, key)).collect(),
        Value::Object(fields) => Value::Object(fields.iter().map(|(key, field)| (key.clone(), in_unit(field, map, key))).collect()),
        Value::Number(number) if !matches!(key, "id" | "chain" | "speaker_chain" | "confidence") => {
            map.from_byte(number.as_u64().expect("an offset") as usize).into()
        }
        other => other.clone(),
    }
}

#[test]
fn a_text_is_annotated_alike_whatever_came_before() {
    let (fresh, used) = (annotator(), annotator());
    let articles = articles();
    for article in &articles {
        used.annotate(article, OffsetUnit::Utf8);
    }
    assert_eq!(fresh.annotate(&articles[0], OffsetUnit::Utf8), used.annotate(&articles[0], OffsetUnit::Utf8));
}

/// Eight times the text takes about eight times as long; a quadratic stage would take 64 times.
#[test]
fn the_cost_grows_with_the_length_and_no_faster() {
    let annotator = annotator();
    let once = articles().join("\n\n");
    let (short, long) = (once.repeat(2), once.repeat(16));
    let time = |text: &str| {
        let start = Instant::now();
        annotator.annotate(text, OffsetUnit::Utf16);
        start.elapsed()
    };
    let best = |text: &str| (0..3).map(|_| time(text)).min().unwrap_or(Duration::ZERO);
    let (short, long) = (best(&short), best(&long));
    assert!(long < short * 8 * 3, "{short:?} for the text, {long:?} for eight times the text");
}
