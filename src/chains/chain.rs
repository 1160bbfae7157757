//! A coreference chain and its mentions.

use crate::entities::EntityType;
use crate::names::named;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How somebody or something is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// All of them.
    pub const ALL: [MentionKind; 3] = [MentionKind::Name, MentionKind::Nominal, MentionKind::Pronoun];

    /// The name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            MentionKind::Name => "name",
            MentionKind::Nominal => "nominal",
            MentionKind::Pronoun => "pronoun",
        }
    }
}

named!(MentionKind, "kind of mention");

/// One mention in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
    /// For a name, the index of its entity.
    pub entity: Option<usize>,
}

/// All mentions of one person, place, organisation or other thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    pub kind: EntityType,
    /// The fullest well-spelled form in the text, without title and possessive ending; `None` for a person whom the
    /// text does not name.
    pub name: Option<String>,
    /// For a person without a name, the words of the noun phrase: "a former aide".
    pub description: Option<String>,
    pub titles: Vec<Span>,
    /// In the order of their start.
    pub mentions: Vec<Mention>,
    /// For a people, the chain of its country if the text names it.
    pub related: Option<usize>,
}

impl Chain {
    /// A chain without name and titles.
    pub fn new(kind: EntityType, mentions: Vec<Mention>) -> Chain {
        let (name, description, titles, related) = Default::default();
        Chain { kind, name, description, titles, mentions, related }
    }
}
