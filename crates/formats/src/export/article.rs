use super::Saved;
use super::title::title_of;
use newsmark::document::{ChainRecord, Document, DocumentError, EntityRecord, Metadata, QuoteRecord};
use newsmark::text::{OffsetMap, OffsetUnit};
use newsmark::versions::Versions;

/// A saved article for the writers of the formats: checked, and with offsets in bytes.
pub struct Article<'s> {
    pub text: &'s str,
    pub document: Document,
    /// The versions of code, document format and model, which every format contains somewhere.
    pub versions: Versions<'s>,
    title: String,
}

impl<'s> Article<'s> {
    pub fn of(saved: &'s Saved) -> Result<Article<'s>, DocumentError> {
        let document = saved.document.in_unit(&saved.text, saved.offsets, OffsetUnit::Utf8)?;
        let title = match saved.title.trim() {
            "" => match saved.document.metadata.title.trim() {
                "" => title_of(&saved.text),
                title => title.to_owned(),
            },
            title => title.to_owned(),
        };
        Ok(Article { text: &saved.text, document, versions: Versions::with(&saved.model), title })
    }

    /// The title, or the first line if the article has none.
    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn metadata(&self) -> &Metadata {
        &self.document.metadata
    }

    /// The day of publication, if it is a date as ISO 8601 writes it: people can edit it.
    pub fn date(&self) -> Option<&str> {
        let date = self.metadata().date.as_str();
        let parts: Vec<_> = date.split('-').collect();
        let is_number = |part: &&str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        let [year, month, day] = parts[..] else { return None };
        (is_number(&year, 4) && is_number(&month, 2) && is_number(&day, 2)).then_some(date)
    }

    /// What stands below the article where it is written for readers.
    pub fn footer(&self) -> String {
        format!("Marked by {}. What it marks can be wrong.", self.versions)
    }

    pub fn offsets(&self, unit: OffsetUnit) -> OffsetMap<'s> {
        OffsetMap::new(self.text, unit)
    }

    pub fn words(&self, [start, end]: [usize; 2]) -> &'s str {
        &self.text[start..end]
    }

    /// The pieces of text, with an ellipsis between them.
    pub fn joined(&self, pieces: &[[usize; 2]]) -> String {
        pieces.iter().map(|&piece| self.words(piece)).collect::<Vec<_>>().join(" … ")
    }

    pub fn chain_of(&self, entity: &EntityRecord) -> Option<&ChainRecord> {
        entity.chain.map(|chain| &self.document.chains[chain])
    }

    /// The speaker: the full name, or else the description, or else the words for the speaker beside the quotation.
    pub fn speaker(&self, quote: &QuoteRecord) -> Option<String> {
        let described = quote.speaker_chain.and_then(|chain| self.document.chains.get(chain)?.description.clone());
        let words = || (!quote.speaker.is_empty()).then(|| self.joined(&quote.speaker));
        quote.speaker_name.clone().or(described).or_else(words)
    }

    /// The entities in text order, without those that overlap an earlier one, for formats in which a word has one label.
    pub fn flat_entities(&self) -> Vec<&EntityRecord> {
        let mut entities: Vec<_> = self.document.entities.iter().filter(|e| e.start < e.end).collect();
        entities.sort_by_key(|entity| (entity.start, usize::MAX - entity.end));
        let mut end = 0;
        entities.retain(|entity| {
            let free = entity.start >= end;
            if free {
                end = entity.end;
            }
            free
        });
        entities
    }
}
