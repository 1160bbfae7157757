//! Amounts and times whose form is unmistakable. If the model overlooked one or cut it short, the pattern corrects it.
//! If the model found an entity of another type, the model stands, because it has read the sentence, except where the
//! form leaves no doubt ("8km", "80p").

use super::EntityType;
use super::amounts::{PATTERNS, Reading};
use super::labels;
use crate::layout::Layout;
use crate::lexicon::{self, DETERMINER};
use crate::text::{Span, sort_by_numbers};
use crate::tokens::{TokenKind, token_at};
use core::ops::Range;

/// What a pattern found.
pub struct Match {
    pub tokens: Range<usize>,
    /// Its first number. A country may stand before it: "US$20".
    pub number: usize,
    pub kind: EntityType,
    /// Nothing but this has this form, so that it overrules the model.
    pub certain: bool,
}

/// The matches of all patterns in the order of their start. They are whole tokens of one paragraph and do not overlap.
pub fn matches(layout: &Layout) -> Vec<Match> {
    let mut out: Vec<Match> = Vec::new();
    for (kind, reading, pattern) in PATTERNS.iter() {
        for found in pattern.find_iter(layout.text) {
            if let Some(tokens) = whole_tokens(layout, Span::from(found.range()))
                && reading.allows(layout, &tokens)
            {
                let number = tokens.clone().find(|&t| layout.tokens[t].kind == TokenKind::Number);
                let number = number.unwrap_or(tokens.start);
                let tokens = with_minus(layout, tokens, *kind);
                out.push(Match { tokens, number, kind: *kind, certain: *reading != Reading::Likely });
            }
        }
    }
    // Of two that overlap, the one that begins first, or else the longer one.
    sort_by_numbers(&mut out, |m| (m.tokens.start, usize::MAX - m.tokens.end));
    let mut end = 0;
    out.retain(|m| {
        let apart = m.tokens.start >= end;
        end = end.max(m.tokens.end);
        apart
    });
    out
}

/// A temperature with the minus before it: "-12C".
fn with_minus(layout: &Layout, tokens: Range<usize>, kind: EntityType) -> Range<usize> {
    let minus = tokens.start.checked_sub(1).filter(|&before| {
        kind == EntityType::Quantity
            && layout.word(tokens.end - 1).ends_with(['C', 'F', '°'])
            && matches!(layout.word(before), "-" | "−" | "–")
            && layout.tokens[before].spaced
            && !layout.tokens[tokens.start].spaced
    });
    minus.unwrap_or(tokens.start)..tokens.end
}

impl Reading {
    /// Whether the words around a match allow this reading of it.
    fn allows(self, layout: &Layout, tokens: &Range<usize>) -> bool {
        let word = |token: Option<usize>| token.and_then(|t| layout.tokens.get(t)).map_or("", |t| t.text(layout.text));
        let before = word(tokens.start.checked_sub(1));
        let after = word(Some(tokens.end));
        match self {
            Reading::Likely => true,
            Reading::Certain => !labels::is_label(before),
            Reading::Metres => {
                !matches!(before, "$" | "£" | "€" | "¥" | "₹")
                    && !labels::is_label(before)
                    && (METRES_GO_ON.contains(&after) || !after.starts_with(char::is_alphanumeric))
            }
            Reading::Quarter => {
                let lower = before.to_lowercase();
                let named = before.starts_with(char::is_uppercase)
                    && !BEFORE_QUARTER.contains(&lower.as_str())
                    && lexicon::flags(&lower) & DETERMINER == 0;
                (tokens.len() > 1 && !named)
                    || BEFORE_QUARTER.contains(&lower.as_str())
                    || QUARTERLY.contains(&after.to_lowercase().as_str())
            }
        }
    }
}

/// Words behind "400m" that show that it is a length and not four hundred million.
const METRES_GO_ON: &[&str] = &[
    "above", "across", "and", "apart", "away", "back", "backstroke", "before", "behind", "below", "between",
    "breaststroke", "butterfly", "by", "champion", "clear", "deep", "down", "dash", "east", "final", "freestyle",
    "from", "heats", "high", "hurdles", "in", "individual", "into", "long", "medley", "north", "of", "off", "on", "or",
    "out", "over", "past", "race", "record", "relay", "runner", "short", "south", "sprint", "tall", "thick", "through",
    "to", "towards", "track", "under", "up", "walk", "west", "when", "wide", "with",
];
/// Words before a quarter without a year. They keep a car ("the Q3") and a question ("Q1") out.
const BEFORE_QUARTER: &[&str] = &[
    "in", "for", "by", "of", "during", "since", "after", "before", "until", "till", "from", "than", "versus", "vs",
    "last", "this", "next", "late", "early", "mid", "and", "through", "into", "over",
];
/// Words behind a quarter without a year.
const QUARTERLY: &[&str] = &[
    "results", "earnings", "sales", "profit", "profits", "revenue", "revenues", "guidance", "figures", "numbers", "gdp",
];

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
        one("a plan of £3–4 million was", Money, "£3–4 million");
        one("worth €2bn-€3bn today", Money, "€2bn-€3bn");
        one("grew by 25-30% in", Percent, "25-30%");
        one("At 14:05 GMT it", Time, "14:05 GMT");
        one("opens at 10.30am today", Time, "10.30am");
        one("closed 7-9pm daily", Time, "7-9pm");
        one("the 2023/24 season", Date, "2023/24");
    }

    #[test]
    fn forms_that_leave_no_doubt() {
        use EntityType::*;
        for (text, kind, expected) in [
            ("It is 8km long", Quantity, "8km"),
            ("It is 10–12km long", Quantity, "10–12km"),
            ("He ran at 15km/h then", Quantity, "15km/h"),
            ("She lost 3lb", Quantity, "3lb"),
            ("She is 5ft 10in tall", Quantity, "5ft 10in"),
            ("He weighs 12st 4lb now", Quantity, "12st 4lb"),
            ("It hit 38C in Seville", Quantity, "38C"),
            ("It hit 101°F there", Quantity, "101°F"),
            ("It fell to -12C then", Quantity, "-12C"),
            ("a 400MW plant", Quantity, "400MW"),
            ("It climbs 400m.", Quantity, "400m"),
            ("She won the 400m hurdles", Quantity, "400m"),
            ("It burned 40ha of wood", Quantity, "40ha"),
            ("It ate 500g of mince", Quantity, "500g"),
            ("It weighs 9st now", Quantity, "9st"),
            ("a 6.1in screen", Quantity, "6.1in"),
            ("She came at half past nine.", Time, "half past nine"),
            ("Their 4Q profits fell", Date, "4Q"),
            ("It rose in 1H22.", Date, "1H22"),
            ("Bread costs 80p now", Money, "80p"),
            ("to 149.9p a litre", Money, "149.9p"),
            ("a fine of Rs 500 crore was", Money, "Rs 500 crore"),
            ("Sales rose in Q1 and", Date, "Q1"),
            ("Sales rose, Q2 2023 was", Date, "Q2 2023"),
            ("The H2 2022 plan", Date, "H2 2022"),
            ("It lost money in FY24.", Date, "FY24"),
        ] {
            one(text, kind, expected);
            assert!(matches(&Layout::of(text))[0].certain, "{text}");
        }
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
            "It sold 400m phones",
            "in seat 38C today",
            "at Gate 5C now",
            "a 1080p film",
            "the page 80p scan",
            "the Audi Q3 and",
            "the Audi Q3 2022 model",
            "Q1: What is it?",
            "an H1 visa",
            "the 5G network",
            "the 21st day",
            "the 4Q report card",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
