//! The quotations that this stage finds.

use super::Medium;
use crate::names::named;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How much of a quotation is in the speaker's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuoteType {
    /// All of the content is in quotation marks, or the layout sets it off: the turn of an interview, a letter.
    Direct,
    /// None of it is: "She said that the repairs would take months."
    Indirect,
    /// Part of it is: "She called the decision “brave but badly prepared”."
    Mixed,
}

impl QuoteType {
    /// The type of a quotation with this content, of which so much is in quotation marks.
    pub fn of(text: &str, content: &[Span], quoted: &[Span]) -> QuoteType {
        let letters = |spans: &[Span]| -> usize {
            spans.iter().map(|span| span.of(text).chars().filter(|c| c.is_alphanumeric()).count()).sum()
        };
        match quoted {
            [] => QuoteType::Indirect,
            _ if letters(quoted) == letters(content) => QuoteType::Direct,
            _ => QuoteType::Mixed,
        }
    }

    /// The name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            QuoteType::Direct => "direct",
            QuoteType::Indirect => "indirect",
            QuoteType::Mixed => "mixed",
        }
    }
}

named!(QuoteType, "type of quotation");

/// A quotation: who said what.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub kind: QuoteType,
    pub medium: Medium,
    /// All that is reported; more than one span if the cue interrupts it.
    pub content: Vec<Span>,
    /// The parts of it in quotation marks, with the marks, or set off by the layout.
    pub quoted: Vec<Span>,
    pub cue: Vec<Span>,
    /// The words for the speaker here; empty if nobody is named.
    pub speaker: Vec<Span>,
    /// The index of the speaker's chain.
    pub chain: Option<usize>,
    pub confidence: f32,
    /// How the speaker was found, in a few words for the reader.
    pub why: &'static str,
}

/// The quotations of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotations {
    pub quotes: Vec<Quote>,
    /// Words in quotation marks that nobody says: scare quotes, nicknames, titles of works.
    pub terms: Vec<Span>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_is_how_much_of_the_content_is_in_quotation_marks() {
        let text = "She called it “brave” and, in 2031, “very badly prepared”.";
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        for (content, quoted, kind) in [
            (&["it “brave” and"][..], &["“brave”"][..], QuoteType::Mixed),
            (&["it “brave” and"], &[], QuoteType::Indirect),
            (&["“brave”"], &["“brave”"], QuoteType::Direct),
            // Punctuation is nobody's word, but a number is.
            (&["“brave”", ", “very badly prepared”."], &["“brave”", "“very badly prepared”"], QuoteType::Direct),
            (&["2031, “very badly prepared”"], &["“very badly prepared”"], QuoteType::Mixed),
        ] {
            let spans = |words: &[&str]| words.iter().map(|w| span(w)).collect::<Vec<_>>();
            assert_eq!(QuoteType::of(text, &spans(content), &spans(quoted)), kind, "{content:?} {quoted:?}");
        }
    }

    #[test]
    fn a_name_is_what_json_has() {
        for kind in [QuoteType::Direct, QuoteType::Indirect, QuoteType::Mixed] {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
