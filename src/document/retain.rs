//! Leaves out records, so that every id still is the record's index and every reference still leads to its record.

use super::Document;
use crate::entities::EntityType;
use crate::quotes::Medium;

impl Document {
    /// Keeps only the entities and chains of these types. A quotation keeps the name of its speaker.
    pub fn retain_types(&mut self, types: &[EntityType]) {
        let mut kept = 0;
        let new_ids: Vec<Option<usize>> = self
            .chains
            .iter()
            .map(|chain| {
                let id = types.contains(&chain.kind).then_some(kept);
                kept += usize::from(id.is_some());
                id
            })
            .collect();
        let moved = |chain: Option<usize>| chain.and_then(|chain| new_ids.get(chain).copied().flatten());
        self.chains.retain(|chain| types.contains(&chain.kind));
        self.entities.retain(|entity| types.contains(&entity.kind));
        for chain in &mut self.chains {
            chain.related = moved(chain.related);
        }
        for entity in &mut self.entities {
            entity.chain = moved(entity.chain);
        }
        for quote in &mut self.quotes {
            quote.speaker_chain = moved(quote.speaker_chain);
        }
        self.number();
    }

    /// Keeps only the entities and quotations with at least this confidence.
    pub fn retain_confident(&mut self, least: f64) {
        self.entities.retain(|entity| entity.confidence >= least);
        self.quotes.retain(|quote| quote.confidence >= least);
        self.number();
    }

    /// Keeps only the quotations that were said or written, and not those that were only thought.
    pub fn retain_uttered(&mut self) {
        self.quotes.retain(|quote| quote.medium != Medium::Thought);
        self.number();
    }

    /// Makes every id the record's index.
    fn number(&mut self) {
        self.entities.iter_mut().enumerate().for_each(|(id, entity)| entity.id = id);
        self.chains.iter_mut().enumerate().for_each(|(id, chain)| chain.id = id);
        self.quotes.iter_mut().enumerate().for_each(|(id, quote)| quote.id = id);
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{ChainRecord, Document, EntityRecord};
    use crate::entities::EntityType::{Gpe, Person};
    use crate::text::OffsetUnit::Utf8;

    fn document() -> Document {
        let chains = vec![ChainRecord::new(0, Gpe, "Oslo"), ChainRecord::new(1, Person, "Lee")];
        let entities = vec![EntityRecord::new(0, [0, 4], Gpe, "Oslo"), EntityRecord::new(1, [5, 8], Person, "Lee")];
        let mut document = Document { chains, entities, ..Document::default() };
        for (id, entity) in document.entities.iter_mut().enumerate() {
            entity.chain = Some(id);
            entity.confidence = if id == 0 { 0.4 } else { 0.9 };
        }
        document
    }

    #[test]
    fn what_is_kept_is_a_document() {
        let mut people = document();
        people.retain_types(&[Person]);
        assert_eq!((people.entities.len(), people.chains.len(), people.entities[0].chain), (1, 1, Some(0)));
        people.check("Oslo Lee", Utf8).unwrap();

        let mut confident = document();
        confident.retain_confident(0.9);
        assert_eq!((confident.entities.len(), confident.entities[0].text.as_str()), (1, "Lee"));
        assert_eq!(confident.entities[0].chain, Some(1), "chains stay");
        confident.check("Oslo Lee", Utf8).unwrap();
    }
}
