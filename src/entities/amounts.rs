//! The patterns of amounts and times.

use super::EntityType;
use regex::Regex;
use std::sync::LazyLock;

/// How much the form of a match says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The model may know better.
    Likely,
    /// Nothing else has this form, unless a label stands before it ("Seat 38C").
    Certain,
    /// Digits with *m* may be metres or millions.
    Metres,
    /// *Q1* may be a quarter, a question or a car.
    Quarter,
}

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)";
const YEAR: &str = r"(?:1[5-9]|20)\d\d";
const NUMBER: &str = r"\d+(?:[.,]\d+)*";
const SCALE: &str = r"(?: (?:hundred|thousand|million|billion|trillion|crore|lakh)\b| ?(?:bn|mn|m|k|tn)\b)?";
const SIGN: &str = r"[$£€¥₹₦₩₽₺₴₱₵₫]";
/// Codes and abbreviations before a number: "CHF 20m", "Rs 500".
const CODE: &str = r"(?:USD|EUR|GBP|CHF|JPY|AUD|CAD|NZD|HKD|SGD|NOK|SEK|DKK|PLN|CZK|INR|PKR|CNY|RMB|BRL|MXN|ZAR|AED|SAR|KSh|Ksh|Rs\.?|RM)";
const CURRENCY: &str = r"(?:dollars?|cents?|euros?|pounds?|quid|pence|yen|yuan|rupees?|roubles?|rubles?|francs?|pesos?|won|lira|rand|naira|shillings?|kronor|kroner|USD|EUR|GBP)";
const CLOCK: &str = r"(?:[01]?\d|2[0-3])[:.][0-5]\d";
const HOUR: &str = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)";
const HALF_DAY: &str = r"(?:[ap]\.m\.|[AP]\.M\.|[ap]m\b|[AP]M\b)";
const ZONE: &str = r"(?:GMT|UTC|BST|IST|JST|KST|MSK|PKT|WIB|WAT|CAT|EAT|SAST|HKT|SGT|A[CEW][SD]T|NZ[SD]T|C?E?E[SD]?T|[CMP][SD]?T|CES?T|local time)\b";
/// Units that only a measure has, behind a space or none.
const UNIT: &str = r"(?:km/h|kph|kmh|mph|km2|km|cm|mm|kg|mg|ml|ha|lbs?|oz|ft|kWh|MWh|GWh|TWh|[kMGT]W|[GMT]B|[kMG]Hz|sq (?:ft|km|m|miles?)|°[CF]?)";

/// Compiles a pattern. A space in it matches every space that may stand inside a number. Digits and word boundaries are
/// ASCII: Unicode's are several times slower, and the tokens show whether a word really ends there.
fn compiled(pattern: &str) -> Option<Regex> {
    let pattern = pattern.replace(' ', "[ \u{a0}\u{202f}]").replace(r"\d", "[0-9]").replace(r"\b", r"(?-u:\b)");
    Regex::new(&pattern).ok()
}

/// The pattern of each type and reading. A match that does not begin and end with a token is ignored.
pub static PATTERNS: LazyLock<Vec<(EntityType, Reading, Regex)>> = LazyLock::new(|| {
    use EntityType::{Date, Money, Percent, Quantity, Time};
    use Reading::{Certain, Likely, Metres, Quarter};
    let percent = format!(r"\b{NUMBER}%?(?:[-–]{NUMBER})? ?(?:%|percent\b|per cent\b)");
    let money = format!(
        r"(?:\b[A-Z]{{1,3}})?{SIGN} ?{NUMBER}{SCALE}(?:[-–]{SIGN}?{NUMBER}{SCALE})?|\b{NUMBER}{SCALE} (?:(?:US|U\.S\.|Canadian|Australian) )?{CURRENCY}\b"
    );
    let time = format!(
        r"\b(?:(?:[01]?\d|2[0-3])[-–])?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?{HALF_DAY}(?: {ZONE})?|\b(?:[01]?\d|2[0-3]):[0-5]\d(?: {ZONE})?"
    );
    let zoned = format!(r"\b(?:[0-2]\d[0-5]\d|{CLOCK}) {ZONE}|\b(?:[Hh]alf|(?:a )?[Qq]uarter) (?:past|to) {HOUR}\b");
    let dates = format!(
        r"\b(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, {YEAR})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: {YEAR})?|{MONTH} {YEAR}|{YEAR}-\d\d-\d\d|{YEAR}[/–](?:\d\d|{YEAR}))\b"
    );
    let measures = format!(
        r"\b(?:{NUMBER} ?(?:ft|feet|foot) ?\d+(?: ?inch(?:es)?|ins?)\b|{NUMBER}st \d+lbs?\b|{NUMBER}lbs? \d+oz\b|{NUMBER}(?:[-–]{NUMBER})? ?{UNIT}|{NUMBER}(?:[-–]{NUMBER})?[CF]\b|\d{{2,}}g\b|\d+(?:\.\d+)?in\b|(?:\d?[02-9]|11)st\b)"
    );
    let quarters = format!(
        r"\b(?:(?:Q[1-4]|H[12])(?:,? (?:of )?(?:FY ?)?{YEAR}|,? (?:of )?FY ?\d\d| ?['’/]\d\d)?|{YEAR} ?(?:Q[1-4]|H[12])|[1-4]Q)\b"
    );
    [
        (Percent, Likely, percent),
        (Money, Likely, money),
        (Money, Certain, format!(r"\b(?:{CODE} ?{NUMBER}{SCALE}|\d{{1,3}}(?:\.\d+)?p\b)")),
        (Time, Likely, time),
        (Time, Certain, zoned),
        (Date, Likely, dates),
        (Date, Certain, r"\bFY ?['’]?(?:20)?\d\d(?:[/–-]\d\d)?\b|\b(?:[1-4]Q|[12]H) ?['’]?(?:20)?\d\d\b".to_owned()),
        (Date, Quarter, quarters),
        (Quantity, Certain, measures),
        (Quantity, Metres, format!(r"\b{NUMBER}(?:[-–]{NUMBER})?m\b")),
    ]
    .into_iter()
    .filter_map(|(kind, reading, pattern)| Some((kind, reading, compiled(&pattern)?)))
    .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(PATTERNS.len(), 10);
    }
}
