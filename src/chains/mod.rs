//! Coreference chains: which mentions are one person, place or organisation.

use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::text::Span;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    Name,
    Nominal,
    Pronoun,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
    /// Index of the entity that this mention is, for names.
    pub entity: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    pub kind: EntityType,
    /// The fullest good form found in the text, without title and possessive.
    pub name: String,
    pub titles: Vec<Span>,
    /// In order of their start.
    pub mentions: Vec<Mention>,
}

/// Chains over the entities that name something (`EntityType::is_name`), each in exactly one.
pub fn resolve(_layout: &Layout, _entities: &[Entity]) -> Vec<Chain> {
    Vec::new()
}
