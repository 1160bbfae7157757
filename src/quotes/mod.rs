//! Quotations: content, cue and speaker.
//!
//! The marks say exactly what is quoted, the tagger what is reported, which words report it and who
//! speaks. `evidence` gathers the candidates: `piece` brings the two views of content together, `beside`
//! looks at the words around a quotation for which the tagger has no cue. `link` ties each piece to a
//! cue and each cue to a speaker, `draft` groups what belongs to one quotation; `infer` finds the speakers
//! of those without a cue and `nested` the reports of reports. `speaker` tells who in the text it is, and
//! `assemble` makes the quotations.

mod assemble;
mod beside;
mod confidence;
mod decode;
mod draft;
mod evidence;
#[cfg(feature = "cli")]
pub mod examples;
mod extent;
mod features;
mod infer;
mod lexicon;
mod link;
mod nested;
mod phrase;
mod piece;
mod speaker;
mod stretch;
mod weights;

use crate::chains::Chain;
use crate::entities::Entity;
use crate::layout::Layout;
use crate::tagger::Tagging;
use crate::text::Span;
use evidence::Evidence;
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
    /// All that is reported; more than one piece where the cue breaks it.
    pub content: Vec<Span>,
    /// The stretches of it inside quotation marks, marks included.
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

/// The quotations of a text, in the order of their content.
pub fn find(layout: &Layout, entities: &[Entity], chains: &[Chain], tagging: &Tagging) -> Quotations {
    assemble::assemble(layout, entities, chains, &Evidence::of(layout, tagging)).0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the tagger says of whatever text, spans are sound and nothing panics.
    #[test]
    fn any_roles_on_any_text() {
        const WORDS: &[&str] = &[
            "“", "”", "\"", "'", "’", "‘", "''", "«", "»", "said", "he", "Ann", "Lee", "the", "mayor", ",", ".", "?",
            ":", "—", "that", "According", "to", "who", "and", "of", "\n\n", "A", "Q", "told", "by", "was", "(", ")",
            "é", "asked", "But",
        ];
        let mut state = 7u64;
        let mut random = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        for round in 0..600 {
            let text: String =
                (0..random(60)).map(|_| WORDS[random(WORDS.len())].to_owned() + [" ", " ", ""][random(3)]).collect();
            let layout = Layout::of(&text);
            let sharp = 1 + round % 4;
            let mut places = || {
                let mut p = [0.0f32; 5].map(|_| (random(100) as f32 / 100.0 + 0.001).powi(sharp));
                let sum: f32 = p.iter().sum();
                p = p.map(|x| x / sum);
                p
            };
            let roles = layout.tokens.iter().map(|_| [places(), places(), places()]).collect();
            for tagging in [Tagging { roles, ..Tagging::default() }, Tagging::default()] {
                let found = find(&layout, &[], &[], &tagging);
                let spans = found
                    .quotes
                    .iter()
                    .flat_map(|q| [&q.content, &q.quoted, &q.cue, &q.speaker])
                    .flatten()
                    .chain(&found.terms);
                for span in spans {
                    assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{text:?}");
                }
                assert!(
                    found.quotes.iter().all(|q| !q.content.is_empty() && (0.0..=1.0).contains(&q.confidence)),
                    "{text:?}"
                );
            }
        }
    }
}
