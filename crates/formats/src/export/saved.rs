//! Newsmark's own file format. It contains everything, so opening a file restores the same state.

use core::fmt;
use newsmark::document::{Document, DocumentError};
use newsmark::text::OffsetUnit;
use newsmark::versions::{CODE, SCHEMA};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An article with its annotations, as it is saved and exchanged.
///
/// Its JSON is a Newsmark file. `document` contains the annotations that are shown and exported. `found` contains those of
/// the model before any corrections, and `corrections` lists the corrections in the order in which they were made. Both
/// are kept unchanged and are not interpreted here. The same is true of the page's other fields (its undo history, the
/// article's number).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Saved {
    /// The type of the file.
    #[serde(default)]
    pub format: FormatName,
    /// The version of the file format. Files of a newer version than [`SCHEMA`] are rejected.
    #[serde(default = "current_version")]
    pub version: u32,
    /// The version of Newsmark that wrote the file.
    #[serde(default = "code_version")]
    pub newsmark: String,
    /// The fingerprint of the model; empty if the annotations are not from a model.
    #[serde(default)]
    pub model: String,
    /// The unit of the offsets in `document`, `found` and `corrections`.
    pub offsets: OffsetUnit,
    /// The title of the article. If it is empty, that of the document's metadata takes its place, or the first
    /// line of the text.
    #[serde(default)]
    pub title: String,
    /// The text, unchanged.
    pub text: String,
    /// The annotations that are shown and exported.
    pub document: Document,
    /// The annotations of the model, before any corrections.
    #[serde(default)]
    pub found: Value,
    /// The corrections made by hand.
    #[serde(default = "no_corrections")]
    pub corrections: Value,
    /// The other fields of the file.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// The part of a file that has the same meaning in all versions.
#[derive(Deserialize)]
struct Header {
    #[serde(default = "current_version")]
    version: u32,
}

/// The word that identifies the type of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(rename_all = "lowercase")]
pub enum FormatName {
    /// A Newsmark file.
    #[default]
    Newsmark,
}

fn current_version() -> u32 {
    SCHEMA
}

fn code_version() -> String {
    CODE.to_owned()
}

fn no_corrections() -> Value {
    Value::Array(Vec::new())
}

impl Saved {
    /// A newly annotated text, without a title and corrections.
    pub fn new(text: impl Into<String>, document: Document, offsets: OffsetUnit, model: impl Into<String>) -> Saved {
        Saved {
            format: FormatName::Newsmark,
            version: SCHEMA,
            newsmark: code_version(),
            model: model.into(),
            offsets,
            title: String::new(),
            text: text.into(),
            found: in_json(&document),
            document,
            corrections: no_corrections(),
            rest: Map::new(),
        }
    }

    /// Reads a Newsmark file and checks that the annotations fit the text.
    pub fn from_json(json: &[u8]) -> Result<Saved, SavedError> {
        let json = json.strip_prefix("\u{feff}".as_bytes()).unwrap_or(json);
        let invalid = |error: serde_json::Error| SavedError::Invalid(error.to_string());
        // Everything but the version's number may be different in a newer version.
        let Header { version } = serde_json::from_slice(json).map_err(invalid)?;
        if version > SCHEMA {
            return Err(SavedError::NewerVersion(version));
        }
        let saved: Saved = serde_json::from_slice(json).map_err(invalid)?;
        saved.document.check(&saved.text, saved.offsets).map_err(SavedError::Document)?;
        Ok(saved)
    }

    /// The Newsmark file.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = in_json_bytes(self);
        json.push(b'\n');
        json
    }
}

fn in_json(document: &Document) -> Value {
    serde_json::to_value(document).unwrap_or_default()
}

/// The only values that cannot be written as JSON have map keys other than strings. No exported type has such keys.
pub fn in_json_bytes(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// Why a Newsmark file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SavedError {
    /// It is not JSON, or not the JSON of a Newsmark file.
    Invalid(String),
    /// It has this version, which is newer than [`SCHEMA`].
    NewerVersion(u32),
    /// Its annotations do not fit its text.
    Document(DocumentError),
}

impl fmt::Display for SavedError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            SavedError::Invalid(problem) => write!(f, "not a Newsmark file: {problem}"),
            SavedError::NewerVersion(found) => {
                write!(
                    f,
                    "the file has format version {found}, but this Newsmark reads only version {SCHEMA}; open it with a newer Newsmark"
                )
            }
            SavedError::Document(problem) => problem.fmt(f),
        }
    }
}

impl core::error::Error for SavedError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_page() {
        let vectors = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/shared/newsmark-files.json"));
        let vectors: Value = serde_json::from_str(vectors).unwrap();
        for case in vectors["cases"].as_array().unwrap() {
            let mut file = vectors["base"].as_object().unwrap().clone();
            if let Some(key) = case["at"].as_str().map(|at| &at[1..]) {
                match case.get("value") {
                    Some(value) => drop(file.insert(key.to_owned(), value.clone())),
                    None => drop(file.remove(key)),
                }
            }
            let verdict = match Saved::from_json(Value::from(file).to_string().as_bytes()) {
                Ok(_) => "opens",
                Err(SavedError::NewerVersion(_)) => "newer",
                Err(_) => "damaged",
            };
            assert_eq!(verdict, case["verdict"], "{}", case["what"]);
        }
    }
}
