use crate::chains::MentionKind;
use crate::entities::EntityType;
use crate::quotes::QuoteType;
use serde::{Deserialize, Serialize};

/// Everything found in one text. Every offset counts the unit that the caller chose, every range is
/// half-open, every `id` is the record's index in its list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub entities: Vec<EntityRecord>,
    pub chains: Vec<ChainRecord>,
    pub quotes: Vec<QuoteRecord>,
    /// Text in quotation marks that nobody says.
    pub quoted_terms: Vec<[usize; 2]>,
    pub sentences: Vec<[usize; 2]>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityRecord {
    pub id: usize,
    pub start: usize,
    pub end: usize,
    #[serde(rename = "type")]
    pub kind: EntityType,
    pub text: String,
    /// The chain's id; `null` for times and amounts, which are in none.
    pub chain: Option<usize>,
    pub confidence: f64,
    /// Set on what a person marked or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChainRecord {
    pub id: usize,
    #[serde(rename = "type")]
    pub kind: EntityType,
    pub name: String,
    pub titles: Vec<TitleRecord>,
    pub mentions: Vec<MentionRecord>,
    /// Set on what a person marked or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TitleRecord {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionRecord {
    pub start: usize,
    pub end: usize,
    pub kind: MentionKind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuoteRecord {
    pub id: usize,
    #[serde(rename = "type")]
    pub kind: QuoteType,
    pub content: Vec<[usize; 2]>,
    pub quoted: Vec<[usize; 2]>,
    pub cue: Vec<[usize; 2]>,
    pub speaker: Vec<[usize; 2]>,
    /// The fullest name of the speaker's chain; `null` where nobody is named.
    pub speaker_name: Option<String>,
    pub speaker_chain: Option<usize>,
    pub confidence: f64,
    /// How the speaker was found.
    pub why: String,
    /// Set on what a person marked or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
}

/// Who made a record, where it was not the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// Whoever has the page before them.
    You,
}
