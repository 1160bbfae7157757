//! Newsmark's own file: everything, so that opening it gives back the same state.

use core::fmt;
use newsmark::document::{Document, Misplaced};
use newsmark::text::OffsetUnit;
use newsmark::versions::{CODE, SCHEMA};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An article with its annotations, as it is kept and exchanged.
///
/// Its JSON is the Newsmark file. `document` is what is shown and exported; `found` is what the model
/// found before anybody changed it, `corrections` are those changes in the order in which they were made.
/// Both belong to the page: they are kept here word for word and not looked into. So is what else
/// the page puts into the file (its undo history, the article's number).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// What kind of file it is.
    #[serde(default)]
    pub format: FormatName,
    /// The version of the file's form, [`SCHEMA`]. A file of a later one is refused: it may mean something else.
    #[serde(default = "current_version")]
    pub version: u32,
    /// The version of the code that wrote the file.
    #[serde(default = "code_version")]
    pub newsmark: String,
    /// The model's fingerprint; empty where nothing was found by a model.
    #[serde(default)]
    pub model: String,
    /// What the offsets in `document`, `found` and `corrections` count.
    pub offsets: Unit,
    /// What the article is called; its first line where this is empty.
    #[serde(default)]
    pub title: String,
    /// The text exactly as it was given.
    pub text: String,
    /// The annotations as they are shown and exported.
    pub document: Document,
    /// The annotations before anybody changed them, as the page keeps them.
    #[serde(default)]
    pub found: Value,
    /// What a person changed, as the page keeps it.
    #[serde(default = "no_corrections")]
    pub corrections: Value,
    /// What else is in the file.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

#[derive(Deserialize)]
struct Form {
    #[serde(default = "current_version")]
    version: u32,
}

/// The word by which the file is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FormatName {
    /// A Newsmark file.
    #[default]
    Newsmark,
}

/// [`OffsetUnit`] as the file spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Unicode code points.
    CodePoints,
    /// UTF-16 code units.
    Utf16,
    /// UTF-8 bytes.
    Utf8,
}

impl Unit {
    /// The unit that is meant.
    pub fn unit(self) -> OffsetUnit {
        match self {
            Unit::CodePoints => OffsetUnit::CodePoints,
            Unit::Utf16 => OffsetUnit::Utf16,
            Unit::Utf8 => OffsetUnit::Utf8,
        }
    }
}

impl From<OffsetUnit> for Unit {
    fn from(unit: OffsetUnit) -> Unit {
        match unit {
            OffsetUnit::CodePoints => Unit::CodePoints,
            OffsetUnit::Utf16 => Unit::Utf16,
            OffsetUnit::Utf8 => Unit::Utf8,
        }
    }
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
    /// What was just found in a text, without a title and as yet uncorrected.
    pub fn new(text: impl Into<String>, document: Document, offsets: OffsetUnit, model: impl Into<String>) -> Saved {
        Saved {
            format: FormatName::Newsmark,
            version: SCHEMA,
            newsmark: code_version(),
            model: model.into(),
            offsets: offsets.into(),
            title: String::new(),
            text: text.into(),
            found: in_json(&document),
            document,
            corrections: no_corrections(),
            rest: Map::new(),
        }
    }

    /// Reads a Newsmark file, and makes sure that its annotations belong to its text.
    pub fn from_json(json: &[u8]) -> Result<Saved, SavedError> {
        let json = json.strip_prefix("\u{feff}".as_bytes()).unwrap_or(json);
        let not_one = |error: serde_json::Error| SavedError::NotOne(error.to_string());
        // Of a later version nothing but its number need be as we know it.
        let Form { version } = serde_json::from_slice(json).map_err(not_one)?;
        if version > SCHEMA {
            return Err(SavedError::Later(version));
        }
        let saved: Saved = serde_json::from_slice(json).map_err(not_one)?;
        saved.document.check(&saved.text, saved.offsets.unit()).map_err(SavedError::Misplaced)?;
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

/// Nothing that is exported has a map key that is no string, the one thing that JSON cannot say.
pub fn in_json_bytes(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// Why something is no Newsmark file that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// It is no JSON, or not of this form.
    NotOne(String),
    /// It was written by a later version, in the form of this number.
    Later(u32),
    /// Its annotations do not belong to its text.
    Misplaced(Misplaced),
}

impl fmt::Display for SavedError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            SavedError::NotOne(problem) => write!(f, "this is no Newsmark file: {problem}"),
            SavedError::Later(found) => {
                write!(
                    f,
                    "this file has version {found}, and this Newsmark reads version {SCHEMA}: open it with a newer one"
                )
            }
            SavedError::Misplaced(problem) => problem.fmt(f),
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
                Err(SavedError::Later(_)) => "newer",
                Err(_) => "damaged",
            };
            assert_eq!(verdict, case["verdict"], "{}", case["what"]);
        }
    }
}
