//! Quotations: content, cue and speaker.

use crate::chains::Chain;
use crate::entities::Entity;
use crate::layout::Layout;
use crate::tagger::Tagging;
use crate::text::Span;
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

pub fn find(_layout: &Layout, _entities: &[Entity], _chains: &[Chain], _tagging: &Tagging) -> Quotations {
    Quotations::default()
}
