//! Patterns for amounts and times whose form is unmistakable. If the model overlooked one or cut it short, the pattern
//! corrects it. If the model found an entity of another type, the model stands, because it has read the sentence.

use super::EntityType;
use crate::layout::Layout;
use crate::text::Span;
use crate::tokens::{TokenKind, token_at};
use core::cmp::Reverse;
use core::ops::Range;
use regex::Regex;
use std::sync::LazyLock;

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)";
const YEAR: &str = r"(?:1[5-9]|20)\d\d";
const NUMBER: &str = r"\d+(?:[.,]\d+)*";
const SCALE: &str = r"(?: (?:hundred|thousand|million|billion|trillion|crore|lakh)\b| ?(?:bn|mn|m|k|tn)\b)?";
const CURRENCY: &str = r"(?:dollars?|cents?|euros?|pounds?|pence|yen|yuan|rupees?|roubles?|rubles?|francs?|pesos?|won|lira|rand|naira|shillings?|kronor|kroner|USD|EUR|GBP)";

/// Compiles a pattern. A space in it matches every space that may stand inside a number. Digits and word boundaries are
/// ASCII: Unicode's are several times slower, and the tokens show whether a word really ends there.
fn compiled(pattern: &str) -> Option<Regex> {
    let pattern = pattern.replace(' ', "[ \u{a0}\u{202f}]").replace(r"\d", "[0-9]").replace(r"\b", r"(?-u:\b)");
    Regex::new(&pattern).ok()
}

/// The pattern of each type. A match that does not begin and end with a token is ignored.
static PATTERNS: LazyLock<Vec<(EntityType, Regex)>> = LazyLock::new(|| {
    let dates = format!(
        r"\b(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, {YEAR})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: {YEAR})?|{MONTH} {YEAR}|{YEAR}-\d\d-\d\d)\b"
    );
    let money = format!(
        r"(?:\b[A-Z]{{1,3}})?[$£€¥₹₦₩₽] ?{NUMBER}{SCALE}|\b{NUMBER}{SCALE} (?:(?:US|U\.S\.|Canadian|Australian) )?{CURRENCY}\b"
    );
    [
        (EntityType::Percent, format!(r"\b{NUMBER} ?(?:%|percent\b|per cent\b)")),
        (EntityType::Money, money),
        (EntityType::Time, r"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[AP]\.M\.|[ap]m\b|[AP]M\b)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b".to_owned()),
        (EntityType::Date, dates),
    ]
    .into_iter()
    .filter_map(|(kind, pattern)| Some((kind, compiled(&pattern)?)))
    .collect()
});

/// What a pattern found.
pub struct Match {
    pub tokens: Range<usize>,
    /// The part that a complete entity must cover: of money everything but a currency sign at the beginning, which
    /// OntoNotes leaves out before plain digits ("$1,250" but "$1.2 million").
    pub core: Range<usize>,
    pub kind: EntityType,
}

/// The matches of all patterns in the order of their start. They are whole tokens of one paragraph and do not overlap.
pub fn matches(layout: &Layout) -> Vec<Match> {
    let mut out: Vec<Match> = Vec::new();
    for (kind, pattern) in PATTERNS.iter() {
        for found in pattern.find_iter(layout.text) {
            if let Some(tokens) = whole_tokens(layout, Span::from(found.range())) {
                let number = tokens.clone().find(|&t| layout.tokens[t].kind == TokenKind::Number);
                let start = number.filter(|_| *kind == EntityType::Money).unwrap_or(tokens.start);
                out.push(Match { core: start..tokens.end, tokens, kind: *kind });
            }
        }
    }
    // Of two that overlap, the one that begins first, or else the longer one.
    out.sort_by_key(|m| (m.tokens.start, Reverse(m.tokens.end)));
    let mut end = 0;
    out.retain(|m| {
        let apart = m.tokens.start >= end;
        end = end.max(m.tokens.end);
        apart
    });
    out
}

/// The tokens that a span covers, if it begins and ends with a token and stays in one paragraph.
fn whole_tokens(layout: &Layout, span: Span) -> Option<Range<usize>> {
    let first = token_at(&layout.tokens, span.start);
    let last = token_at(&layout.tokens, span.end - 1);
    let (begin, end) = (layout.tokens.get(first)?, layout.tokens.get(last)?);
    (begin.span.start == span.start && end.span.end == span.end && begin.paragraph == end.paragraph)
        .then_some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(EntityType, String)> {
        let layout = Layout::of(text);
        let text_of = |m: &Match| {
            text[layout.tokens[m.tokens.start].span.start..layout.tokens[m.tokens.end - 1].span.end].to_owned()
        };
        matches(&layout).iter().map(|m| (m.kind, text_of(m))).collect()
    }

    fn one(text: &str, kind: EntityType, expected: &str) {
        assert_eq!(found(text), [(kind, expected.to_owned())], "{text}");
    }

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(PATTERNS.len(), 4);
    }

    #[test]
    fn amounts_and_times() {
        use EntityType::*;
        one("Turnout fell to 4.5%.", Percent, "4.5%");
        one("Some 12 per cent stayed away", Percent, "12 per cent");
        one("It cost $1,250.50 to mend", Money, "$1,250.50");
        one("a fund of US$30 million for", Money, "US$30 million");
        one("worth €2.5bn today", Money, "€2.5bn");
        one("He paid 300 million yen.", Money, "300 million yen");
        one("The gates open at 6:30 p.m.", Time, "6:30 p.m.");
        one("Trains leave at 17:45, then stop", Time, "17:45");
        one("born on 3 March 1961 in", Date, "3 March 1961");
        one("signed on Jan. 9, 2021, in", Date, "Jan. 9, 2021");
        one("since October 2019", Date, "October 2019");
        one("filed on 2024-02-29.", Date, "2024-02-29");
    }

    #[test]
    fn ambiguous_forms_match_nothing() {
        for text in [
            "May 5000 people come?",
            "a score of 3:2",
            "Psalm 23:77",
            "Flight 450",
            "It was 5 pounding rains",
            "version 2.0",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
