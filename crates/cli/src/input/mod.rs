//! The texts to annotate, from files of several kinds, and the record of what could not be annotated.

mod file;
mod folders;
mod jobs;
mod json_array;
mod json_lines;
mod kind;
mod row;
mod table;
mod texts;

pub use file::{page, read};
pub use jobs::{Job, Source};
pub use json_lines::{Lines, without_position};
pub use kind::is_page;
pub use row::{Fields, Input};
pub use texts::{InputArgs, Texts};

use super::files;
use serde::Serialize;
use std::io;
use std::path::Path;

/// A file, and for a row its line.
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

/// A text and where it is from, or why it cannot be read.
pub type Read = Result<(Input, SourceLocation), Failure>;

impl SourceLocation {
    pub fn file(file: &Path) -> SourceLocation {
        SourceLocation { file: files::name(file), line: None }
    }

    pub fn line(file: &Path, line: usize) -> SourceLocation {
        SourceLocation { line: Some(line), ..SourceLocation::file(file) }
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
