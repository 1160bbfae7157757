//! Converts the offsets of a document.

use super::{Document, DocumentError};
use crate::text::{NormalisedText, OffsetMap, OffsetUnit, Span};

impl Document {
    /// The same document with offsets in another unit.
    ///
    /// This also checks that the document belongs to the text. So every range of the result can be used to slice the
    /// text, and every chain that it names exists.
    ///
    /// # Errors
    ///
    /// A range is not in the text, begins or ends inside a character, or a chain does not exist.
    ///
    /// # Example
    ///
    /// ```
    /// use newsmark::document::Document;
    /// use newsmark::text::OffsetUnit::{CodePoints, Utf8};
    /// let mut document = Document::default();
    /// document.quoted_terms = vec![[2, 5]];
    /// let bytes = document.in_unit("🎉 “x”", CodePoints, Utf8).unwrap();
    /// assert_eq!(bytes.quoted_terms, [[5, 12]]);
    /// assert!(document.in_unit("🎉", CodePoints, Utf8).is_err());
    /// ```
    pub fn in_unit(&self, text: &str, from: OffsetUnit, to: OffsetUnit) -> Result<Document, DocumentError> {
        let mut document = self.clone();
        document.check_references()?;
        let (from, to) = (OffsetMap::new(text, from), OffsetMap::new(text, to));
        for [start, end] in document.ranges_mut() {
            match (from.to_byte(*start), from.to_byte(*end)) {
                (Some(first), Some(last)) if first <= last => {
                    (*start, *end) = (to.from_byte(first), to.from_byte(last))
                }
                _ => return Err(DocumentError::Range { start: *start, end: *end }),
            }
        }
        Ok(document)
    }

    /// Turns the document of a normalised text (in bytes) into that of the original.
    pub(crate) fn map_to_original(mut self, normalised: &NormalisedText, unit: OffsetUnit) -> Document {
        let map = OffsetMap::new(normalised.original(), unit);
        let words = |start: usize, end: usize| {
            normalised.original_span(Span::new(start, end)).of(normalised.original()).to_owned()
        };
        for entity in &mut self.entities {
            entity.text = words(entity.start, entity.end);
        }
        for title in self.chains.iter_mut().flat_map(|chain| &mut chain.titles) {
            title.text = words(title.start, title.end);
        }
        for [start, end] in self.ranges_mut() {
            [*start, *end] = map.span(normalised.original_span(Span::new(*start, *end)));
        }
        // One character of the original can be several that were read, the last of which may begin another block.
        let mut end = 0;
        for block in &mut self.blocks {
            block.start = block.start.max(end);
            end = end.max(block.end);
        }
        self.blocks.retain(|block| block.start < block.end);
        self
    }

    fn check_references(&self) -> Result<(), DocumentError> {
        let chains = self.entities.iter().map(|e| e.chain).chain(self.quotes.iter().map(|q| q.speaker_chain));
        match chains.chain(self.chains.iter().map(|c| c.related)).flatten().find(|&chain| chain >= self.chains.len()) {
            Some(chain) => Err(DocumentError::Chain(chain)),
            None => Ok(()),
        }
    }

    pub(super) fn ranges_mut(&mut self) -> impl Iterator<Item = [&mut usize; 2]> {
        let entities = self.entities.iter_mut().map(|e| [&mut e.start, &mut e.end]);
        let chains = self.chains.iter_mut().flat_map(|chain| {
            let titles = chain.titles.iter_mut().map(|t| [&mut t.start, &mut t.end]);
            titles.chain(chain.mentions.iter_mut().map(|m| [&mut m.start, &mut m.end]))
        });
        let quotes = self.quotes.iter_mut().flat_map(|quote| {
            [&mut quote.content, &mut quote.quoted, &mut quote.cue, &mut quote.speaker].into_iter().flatten()
        });
        let pairs = quotes.chain(&mut self.quoted_terms).chain(&mut self.sentences);
        let blocks = self.blocks.iter_mut().map(|b| [&mut b.start, &mut b.end]);
        entities.chain(chains).chain(pairs.map(|[start, end]| [start, end])).chain(blocks)
    }
}
