//! The form of a document. crates/codegen writes it as TypeScript and as JSON Schema, with these comments.

use super::Metadata;
use crate::chains::MentionKind;
use crate::entities::EntityType;
use crate::layout::BlockKind;
use crate::quotes::{Medium, QuoteType};
use crate::values::Value;
use serde::{Deserialize, Deserializer, Serialize};

/// What Newsmark finds in a text.
///
/// Ranges are half-open and count from the beginning of the text exactly as it was given. An `id` is the record's
/// index in its list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NewsDocument"))]
#[non_exhaustive]
pub struct Document {
    /// The title, the byline, the date and the source of the article, as far as they are known.
    #[serde(default, skip_serializing_if = "Metadata::is_empty")]
    pub metadata: Metadata,
    /// Names, dates and amounts, in the order of the text.
    pub entities: Vec<EntityRecord>,
    /// Who and what is mentioned.
    pub chains: Vec<ChainRecord>,
    /// Who said what, in the order of the text.
    pub quotes: Vec<QuoteRecord>,
    /// Text in quotation marks that nobody says: nicknames, titles of works, scare quotes.
    pub quoted_terms: Vec<[usize; 2]>,
    /// The sentences, without the white space between them.
    pub sentences: Vec<[usize; 2]>,
    /// What the paragraphs and their parts are, in the order of the text: title, byline, caption, running text and so on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<BlockRecord>,
}

impl Document {
    /// The names of the fields in JSON.
    pub const FIELDS: &[&str] = &["metadata", "entities", "chains", "quotes", "quoted_terms", "sentences", "blocks"];
}

/// A paragraph or a part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Block"))]
#[non_exhaustive]
pub struct BlockRecord {
    /// Where its first character begins.
    pub start: usize,
    /// Where its last character ends.
    pub end: usize,
    /// What it is.
    pub kind: BlockKind,
}

/// A name, a date or an amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Entity"))]
#[non_exhaustive]
pub struct EntityRecord {
    /// Its index in the list of entities.
    pub id: usize,
    /// Where its first character begins.
    pub start: usize,
    /// Where its last character ends.
    pub end: usize,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The words from `start` to `end`.
    pub text: String,
    /// The id of the chain that it is a mention of; null for dates and amounts, which are in none.
    #[serde(deserialize_with = "required")]
    pub chain: Option<usize>,
    /// The probability that it is right, calibrated: of those at 0.9, about nine in ten are.
    pub confidence: f64,
    /// What it stands for: a day, an amount, a place. Missing where that is not known, and of entities that have no
    /// value, such as people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    pub value: Option<Value>,
    /// Set if a person marked or changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Creator"))]
    pub by: Option<Creator>,
    /// A note that a person added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub note: Option<String>,
}

/// A coreference chain: everything that refers to one person, place or organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Chain"))]
#[non_exhaustive]
pub struct ChainRecord {
    /// Its index in the list of chains.
    pub id: usize,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The fullest name in the text; null for a person who is quoted but not named.
    #[serde(deserialize_with = "required")]
    pub name: Option<String>,
    /// For a person without a name in the text, the words of the noun phrase: "a former aide".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub description: Option<String>,
    /// The roles that it is given.
    pub titles: Vec<TitleRecord>,
    /// In the order of the text.
    pub mentions: Vec<MentionRecord>,
    /// For a people ("Chilean") the id of its country's chain, where the text names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related: Option<usize>,
    /// Set if a person marked or changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Creator"))]
    pub by: Option<Creator>,
}

impl ChainRecord {
    /// What the chain is called: its name, or else its description.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.description.as_deref()).unwrap_or_default()
    }
}

/// A person's title or role, such as "Defence Minister".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Title"))]
#[non_exhaustive]
pub struct TitleRecord {
    /// Where its first character begins.
    pub start: usize,
    /// Where its last character ends.
    pub end: usize,
    /// The words from `start` to `end`.
    pub text: String,
}

/// One place where the text mentions what a chain is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Mention"))]
#[non_exhaustive]
pub struct MentionRecord {
    /// Where its first character begins.
    pub start: usize,
    /// Where its last character ends.
    pub end: usize,
    /// Whether it is a name, a description or a pronoun.
    pub kind: MentionKind,
}

/// Words, thoughts or claims that the text attributes to a speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quote"))]
#[non_exhaustive]
pub struct QuoteRecord {
    /// Its index in the list of quotations.
    pub id: usize,
    /// Whether it is direct, indirect or mixed.
    #[serde(rename = "type")]
    pub kind: QuoteType,
    /// Whether somebody uttered it, wrote it, or only thinks it.
    #[serde(default)]
    pub medium: Medium,
    /// All that is reported, in several pieces where the cue stands between them. Never empty.
    pub content: Vec<[usize; 2]>,
    /// The parts of it that are in quotation marks, marks included, or that the layout sets off.
    pub quoted: Vec<[usize; 2]>,
    /// The words that say that something is said, such as "said" or "according to"; empty without any.
    pub cue: Vec<[usize; 2]>,
    /// The speaker as the text has it here ("she", "the minister"); empty where nobody is named.
    pub speaker: Vec<[usize; 2]>,
    /// The name of the speaker's chain; null where the text does not name the speaker.
    #[serde(deserialize_with = "required")]
    pub speaker_name: Option<String>,
    /// The id of the speaker's chain. A chain may have no name.
    #[serde(deserialize_with = "required")]
    pub speaker_chain: Option<usize>,
    /// The probability that the quotation and its speaker are right.
    pub confidence: f64,
    /// How the speaker was found.
    pub why: String,
    /// Set if a person marked or changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Creator"))]
    pub by: Option<Creator>,
    /// A note that a person added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub note: Option<String>,
}

/// Who made a record, if it was not the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Creator {
    /// A person who corrected the document, called `you` in JSON.
    #[serde(rename = "you")]
    User,
}

/// A field that may be null and may not be missing: serde would take the one for the other.
pub(crate) fn required<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}
