//! Whether a document that comes from a file belongs to a text. The page asks the same (www/document/is-document.js),
//! and tests/data/shared/documents.json holds the two together.

use super::{Document, DocumentError};
use crate::text::OffsetUnit;

impl Document {
    /// Whether this is a document about that text: every range has words in it, every id is the record's index in its
    /// list, every reference leads to a chain, and every quotation has content.
    ///
    /// ```
    /// use newsmark::{Document, OffsetUnit::Utf8};
    /// let mut document = Document::default();
    /// document.quoted_terms = vec![[2, 5]];
    /// assert!(document.check("A term.", Utf8).is_ok());
    /// assert!(document.check("A", Utf8).is_err());
    /// ```
    pub fn check(&self, text: &str, unit: OffsetUnit) -> Result<(), DocumentError> {
        self.check_ids()?;
        if let Some(quote) = self.quotes.iter().find(|quote| quote.content.is_empty()) {
            return Err(DocumentError::NoContent(quote.id));
        }
        let mut placed = self.in_unit(text, unit, OffsetUnit::Utf8)?;
        match placed.ranges_mut().any(|[start, end]| start == end) {
            true => Err(DocumentError::EmptyRange),
            false => Ok(()),
        }
    }

    fn check_ids(&self) -> Result<(), DocumentError> {
        let entities = self.entities.iter().map(|entity| entity.id).enumerate();
        let chains = self.chains.iter().map(|chain| chain.id).enumerate();
        let quotes = self.quotes.iter().map(|quote| quote.id).enumerate();
        match entities.chain(chains).chain(quotes).find(|(index, id)| index != id) {
            Some((index, id)) => Err(DocumentError::Id { index, id }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn agrees_with_the_page() {
        let vectors = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/shared/documents.json"));
        let vectors: Value = serde_json::from_str(vectors).unwrap();
        let text = vectors["text"].as_str().unwrap();
        for case in vectors["cases"].as_array().unwrap() {
            let document = serde_json::from_value::<Document>(changed(&vectors["base"], case));
            let valid = document.is_ok_and(|document| document.check(text, OffsetUnit::Utf16).is_ok());
            assert_eq!(valid, case["valid"], "{}", case["what"]);
        }
    }

    /// The base with one value changed, or removed where the case has none.
    fn changed(base: &Value, case: &Value) -> Value {
        let mut document = base.clone();
        let Some((parent, key)) = case["at"].as_str().map(|at| at.rsplit_once('/').unwrap_or((at, ""))) else {
            return document;
        };
        match (document.pointer_mut(parent).unwrap(), case.get("value")) {
            (whole, Some(value)) if key.is_empty() => *whole = value.clone(),
            (Value::Array(list), Some(value)) => list[key.parse::<usize>().unwrap()] = value.clone(),
            (Value::Object(fields), Some(value)) => drop(fields.insert(key.to_owned(), value.clone())),
            (Value::Object(fields), None) => drop(fields.remove(key)),
            (other, _) => panic!("nothing to change in {other}"),
        }
        document
    }
}
