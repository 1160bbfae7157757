//! A quotation as this stage hands it on.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How much of what is reported is in the speaker's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

    /// As it stands in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            QuoteType::Direct => "direct",
            QuoteType::Indirect => "indirect",
            QuoteType::Mixed => "mixed",
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub kind: QuoteType,
    /// All that is reported; more than one content where the cue breaks it.
    pub content: Vec<Span>,
    /// The quoted_spans of it inside quotation marks, marks included.
    pub quoted: Vec<Span>,
    pub cue: Vec<Span>,
    /// The speaker as the text has it here; empty where nobody is named.
    pub speaker: Vec<Span>,
    /// Index of the speaker's chain.
    pub chain: Option<usize>,
    pub confidence: f32,
    /// How the speaker was found, in a few plain words.
    pub why: &'static str,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotations {
    pub quotes: Vec<Quote>,
    /// Stretches in quotation marks that nobody says: scare quotes, nicknames, titles of works.
    pub terms: Vec<Span>,
}
