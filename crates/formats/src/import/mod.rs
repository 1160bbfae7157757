//! Reads W3C Web Annotations, ours or those of other programs, and makes a document of them.
//!
//! Newsmark's own files are read by [`Saved::from_json`](crate::export::Saved::from_json). Web annotations do not contain
//! the annotated text, so the caller provides it. `w3c` reads the JSON in all shapes that the standard allows. `anchor`
//! finds each annotation in the text: at its offsets or, if the text has been edited since, by its words and the words
//! around them. `assemble` makes the document.

mod anchor;
mod assemble;
mod w3c;

use core::fmt;
use newsmark::document::Document;

/// The result of an import.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Imported {
    /// The document, with offsets in bytes.
    pub document: Document,
    /// The number of annotations that are not in the document because the text does not contain their words.
    pub unplaced: usize,
    /// The number of annotations that are not in the document because it has no place for them: comments, unknown tags.
    pub unknown: usize,
}

/// Why annotations cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportError {
    /// The file is not JSON.
    NotJson(String),
    /// The file contains no web annotations.
    NoAnnotations,
    /// None of the annotations, of which there are so many, fits the text.
    OtherText(usize),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ImportError::NotJson(problem) => write!(f, "not JSON: {problem}"),
            ImportError::NoAnnotations => write!(f, "the file contains no web annotations"),
            ImportError::OtherText(count) => {
                write!(f, "none of the {count} annotations in the file fits this text")
            }
        }
    }
}

impl core::error::Error for ImportError {}

/// Reads the web annotations of a text.
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
    let placed = anchor::find(text, annotations);
    if placed.iter().all(|one| one.places.is_empty()) {
        return Err(ImportError::OtherText(count));
    }
    Ok(assemble::document(text, &placed))
}

#[cfg(test)]
mod tests {
    use super::annotations;
    use newsmark::QuoteType;
    use serde_json::json;

    #[test]
    fn a_quotation_of_no_class_has_the_type_of_its_quotation_marks() {
        let text = "“Yes,” said Ann Lee. She said that it was “too late” for that. Bob Roe agreed that it was.";
        let kind = |exact: &str| {
            let selector = json!({ "type": "TextQuoteSelector", "exact": exact });
            let body = json!({ "purpose": "tagging", "value": "quotation" });
            let file = json!([{ "type": "Annotation", "body": body, "target": { "selector": selector } }]);
            annotations(text, file.to_string().as_bytes()).unwrap().document.quotes[0].kind
        };
        assert_eq!(kind("“Yes,”"), QuoteType::Direct);
        assert_eq!(kind("that it was “too late” for that"), QuoteType::Mixed);
        assert_eq!(kind("that it was."), QuoteType::Indirect);
    }
}
