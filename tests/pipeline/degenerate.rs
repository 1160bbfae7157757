//! Texts that are hardly texts, and long: each gets a sound document, in a time that grows with its length.

use crate::checks::document::holds;
use crate::tools::{annotator, own_time};
use newsmark::text::OffsetUnit;
use std::time::Duration;

/// What is repeated until the text is long enough; each would be slow in its own way, if anything were.
const REPEATED: &[(&str, &str)] = &[
    (
        "one line of prose",
        "The minister, Ada Conti of Turin, said on Tuesday that she paid $4 million, “and no more”. ",
    ),
    ("one word", "x"),
    ("one capital", "X"),
    ("digits", "1"),
    ("thousands", "1,000,"),
    ("opening marks", "“"),
    ("closing marks", "”"),
    ("straight marks", "\""),
    ("apostrophes", "'"),
    ("marks of all kinds", "“‘«\"'„`"),
    ("nested marks", "“a ‘b "),
    ("marks side by side", "“A” "),
    ("quotations without a speaker", "“So it was and so it is.” "),
    ("quotations in paragraphs", "“We will not sail,” she said.\n"),
    ("an open quotation a paragraph", "“So it goes on and on\n\n"),
    ("brackets", "("),
    ("points", "."),
    ("initials", "U. "),
    ("abbreviations", "Mr. "),
    ("titles", "President "),
    ("one-letter paragraphs", "a\n"),
    ("capital paragraphs", "A\n\n"),
    ("white space", " "),
    ("line ends", "\r"),
    ("nothing visible", "\u{200b}"),
    ("accents", "\u{301}"),
    ("joiners", "👩\u{200d}"),
    ("hyphens", "a-"),
    ("addresses", "www."),
    ("at signs", "a@"),
    ("a web address", "http://a.b/"),
    ("commas", ","),
    ("verbs of speech", "said "),
    ("speakers", "he said "),
    ("pronouns", "she "),
    ("names", "Ada Conti "),
    ("peoples", "Chilean "),
    ("dates", "3 March 1961 "),
    ("money", "$1 "),
    ("Arabic", "قال الوزير إن المدينة آمنة. "),
    ("Chinese", "部长星期二在北京说。"),
    ("Hindi", "मंत्री ने मंगलवार को कहा। "),
    ("Thai", "รัฐมนตรีกล่าวเมื่อวันอังคาร "),
    ("emoji", "🎉"),
    ("flags", "🇫🇷"),
    ("NUL", "\u{0}"),
];

fn long(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes.div_ceil(piece.len()))
}

/// As many names as the text has room for, no two of them the same.
fn different_names(bytes: usize) -> String {
    let syllables = ["ba", "do", "ki", "lu", "me", "ra", "so", "ti"];
    let name = |number: usize| {
        let word: String = (0..6).map(|place| syllables[number >> (3 * place) & 7]).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    (0..bytes / 50).map(|n| format!("{} {} of {} met her. ", name(n), name(n * 31 + 7), name(n * 17 + 3))).collect()
}

/// Eight times the text takes about eight times as long; a quadratic stage would take 64 times.
fn in_proportion(name: &str, text: impl Fn(usize) -> String) {
    const SHORT: usize = 1 << 12;
    const TIMES: u32 = 8;
    let annotator = annotator();
    let time = |text: &str, times: u32| {
        let start = own_time();
        let documents: Vec<_> = (0..times).map(|_| annotator.annotate(text, OffsetUnit::Utf8)).collect();
        let time = own_time() - start;
        holds(text, &documents[0]);
        time
    };
    let (short, long) = (text(SHORT), text(SHORT * TIMES as usize));
    time(&short, 1);
    let (short, long) = (time(&short, TIMES).min(time(&short, TIMES)), time(&long, 1).min(time(&long, 1)));
    eprintln!("{name}: {short:?} for {TIMES} texts, {long:?} for one that is {TIMES} times as long");
    // Clocks go on in steps of milliseconds.
    let allowed = short * 2 + Duration::from_millis(20);
    assert!(long < allowed, "{name}: {short:?} for {TIMES} texts, {long:?} for one that is {TIMES} times as long");
}

#[test]
fn whatever_is_repeated_is_annotated_in_proportion_to_its_length() {
    for (name, piece) in REPEATED {
        in_proportion(name, |bytes| long(piece, bytes));
    }
}

#[test]
fn different_names_are_annotated_in_proportion_to_their_number() {
    in_proportion("different names", different_names);
}
