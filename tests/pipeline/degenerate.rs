//! Degenerate inputs: each gets a valid document, in time linear in its length.

use crate::checks::document::holds;
use crate::tools::{annotator, own_time};
use newsmark::text::OffsetUnit;
use std::time::Duration;

/// Pieces that are repeated to make long texts. Each one stresses a different part of the pipeline.
const REPEATED: &[(&str, &str)] = &[
    (
        "prose on one line",
        "The minister, Ada Conti of Turin, said on Tuesday that she paid $4 million, “and no more”. ",
    ),
    ("one word", "x"),
    ("one capital", "X"),
    ("digits", "1"),
    ("thousands", "1,000,"),
    ("opening quotation marks", "“"),
    ("closing quotation marks", "”"),
    ("straight quotation marks", "\""),
    ("apostrophes", "'"),
    ("quotation marks of all kinds", "“‘«\"'„`"),
    ("nested quotation marks", "“a ‘b "),
    ("adjacent quotations", "“A” "),
    ("quotations without a speaker", "“So it was and so it is.” "),
    ("quotations in paragraphs", "“We will not sail,” she said.\n"),
    ("unclosed quotations", "“So it goes on and on\n\n"),
    ("brackets", "("),
    ("full stops", "."),
    ("initials", "U. "),
    ("abbreviations", "Mr. "),
    ("titles", "President "),
    ("one-letter paragraphs", "a\n"),
    ("one-capital paragraphs", "A\n\n"),
    ("spaces", " "),
    ("carriage returns", "\r"),
    ("zero-width spaces", "\u{200b}"),
    ("combining accents", "\u{301}"),
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

/// A text of about this length in which no two names are the same.
fn different_names(bytes: usize) -> String {
    let syllables = ["ba", "do", "ki", "lu", "me", "ra", "so", "ti"];
    let name = |number: usize| {
        let word: String = (0..6).map(|place| syllables[number >> (3 * place) & 7]).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    (0..bytes / 50).map(|n| format!("{} {} of {} met her. ", name(n), name(n * 31 + 7), name(n * 17 + 3))).collect()
}

/// Annotating eight times the text takes about eight times as long. A quadratic stage would take 64 times as long.
fn takes_linear_time(name: &str, text: impl Fn(usize) -> String) {
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
    // The clock may advance in steps of several milliseconds.
    let allowed = short * 2 + Duration::from_millis(20);
    assert!(long < allowed, "{name}: {short:?} for {TIMES} texts, {long:?} for one that is {TIMES} times as long");
}

#[test]
fn annotation_time_is_linear_in_repeated_input() {
    for (name, piece) in REPEATED {
        takes_linear_time(name, |bytes| long(piece, bytes));
    }
}

#[test]
fn annotation_time_is_linear_in_distinct_names() {
    takes_linear_time("different names", different_names);
}
