//! The quotations that this stage finds.

use crate::names::named;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How much of a quotation is in the speaker's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuoteType {
    /// All of the content is in quotation marks.
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
    /// All that is reported; more than one span if the cue interrupts it.
    pub content: Vec<Span>,
    /// The parts of it in quotation marks, with the marks.
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
