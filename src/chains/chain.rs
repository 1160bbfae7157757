//! A coreference chain and its mentions.

use crate::entities::EntityType;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// By what somebody or something is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A name: "Helena Rebane", "Rebane".
    Name,
    /// A description: "the chief executive".
    Nominal,
    /// A pronoun: "she", "I" in her own words.
    Pronoun,
}

impl MentionKind {
    /// As it stands in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            MentionKind::Name => "name",
            MentionKind::Nominal => "nominal",
            MentionKind::Pronoun => "pronoun",
        }
    }
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
    /// For a people the chain of its country, where the text names it.
    pub related: Option<usize>,
}
