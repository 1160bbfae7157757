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
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteType {
    Direct,
    Indirect,
    Mixed,
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
