use serde::{Deserialize, Serialize};

/// What is known about an article beside its text. A field that is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metadata {
    /// Its identifier in the archive that it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The headline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who wrote it, without the word "By".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub byline: String,
    /// The day of publication, as `YYYY-MM-DD`. Expressions such as "on Tuesday" are counted from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The newspaper, agency or site that published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub site: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Its language, as a tag such as `en` or `en-GB`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
}

impl Metadata {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Metadata::default()
    }
}
