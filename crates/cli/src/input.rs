//! The texts to annotate, and the record of what could not be annotated.

use super::lines;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::io;
use std::path::Path;

/// A text and its id.
#[derive(Deserialize, Serialize)]
pub struct Input {
    /// Any JSON value. It is written as it was read, so even a number of many digits stays the same.
    pub id: Box<RawValue>,
    pub text: String,
}

/// A file, and for a row of JSON Lines its line.
#[derive(Serialize)]
pub struct SourceLocation {
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// A line or file that cannot be read, or a text on which annotating panicked. Its JSON is the record that `--errors`
/// writes.
#[derive(Serialize)]
pub struct Failure {
    pub error: String,
    #[serde(flatten)]
    pub location: SourceLocation,
    /// The line, so that it can be repaired and annotated later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
}

impl SourceLocation {
    pub fn file(file: &Path) -> SourceLocation {
        SourceLocation { file: lines::name(file), line: None }
    }
}

impl Failure {
    /// A file that cannot be read.
    pub fn file(file: &Path, error: &io::Error) -> Failure {
        Failure { error: error.to_string(), location: SourceLocation::file(file), input: None }
    }

    /// The message for standard error.
    pub fn message(&self) -> String {
        match self.location.line {
            Some(line) => format!("{}: line {line}: {}", self.location.file, self.error),
            None => format!("{}: {}", self.location.file, self.error),
        }
    }
}
