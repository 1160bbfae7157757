//! Annotations that come back: W3C Web Annotations, ours or others', laid over a text.
//!
//! Newsmark's own file is read by [`crate::export::Saved::from_json`]. Web annotations do not hold the text
//! that they belong to, so they are given one; each is looked for where it says it is and, where the text
//! was edited since, by its words and what stands around them (`places`). `w3c` reads the JSON in
//! all the shapes that the standard allows, and `assemble` makes a document of it.

mod assemble;
mod places;
mod w3c;

use core::fmt;
use newsmark::document::Document;

/// What could be made of a file of annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Offsets are in bytes.
    pub document: Document,
    /// Annotations whose words are not in the text.
    pub unplaced: usize,
    /// Annotations that say nothing that a document can hold: comments, tags of another scheme.
    pub unknown: usize,
}

/// Why nothing could be made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It cannot be read at all.
    NotJson(String),
    /// It is JSON, and holds none.
    NoAnnotations,
    /// None of so many annotations belongs to the text.
    OtherText(usize),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ImportError::NotJson(problem) => write!(f, "this is no JSON: {problem}"),
            ImportError::NoAnnotations => write!(f, "there are no web annotations in this file"),
            ImportError::OtherText(count) => {
                write!(f, "none of the {count} annotations in this file belongs to this text")
            }
        }
    }
}

impl core::error::Error for ImportError {}

/// Reads web annotations about a text.
///
/// ```
/// let json = br#"[{"type": "Annotation", "body": {"purpose": "tagging", "value": "PERSON"},
///     "target": {"selector": {"type": "TextQuoteSelector", "exact": "Ann Lee"}}}]"#;
/// let imported = newsmark_formats::import::annotations("“Yes,” said Ann Lee.", json).unwrap();
/// assert_eq!(imported.document.entities[0].text, "Ann Lee");
/// ```
pub fn annotations(text: &str, json: &[u8]) -> Result<Imported, ImportError> {
    let annotations = w3c::read(json)?;
    let count = annotations.len();
    let placed = places::find(text, annotations);
    if placed.iter().all(|one| one.places.is_empty()) {
        return Err(ImportError::OtherText(count));
    }
    Ok(assemble::document(text, &placed))
}
