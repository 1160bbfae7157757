//! A session in which a user corrects the annotations of one text.

use crate::editable::EditableDocument;
use crate::ranges::span_of;
use crate::reanchor::{History, reanchor_in_bytes};
use crate::{Correction, Unapplied};
use newsmark::document::{ChainRecord, Document, DocumentError, EntityRecord, QuoteRecord};
use newsmark::text::{OffsetMap, OffsetUnit, Span};
use serde::Serialize;
use std::rc::Rc;

/// A text and the document found in it. Whenever the user makes or undoes a correction, the session applies the current
/// corrections and returns only what they change.
pub struct CorrectionSession {
    text: Rc<str>,
    unit: OffsetUnit,
    found: EditableDocument,
    chains: Vec<ChainRecord>,
    quotes: Vec<QuoteRecord>,
}

/// How a corrected document differs from the one that was found. Offsets are in the session's unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Patch {
    /// The entities of the corrected document.
    pub entities: Vec<Piece<EntityRecord>>,
    /// The chains of the corrected document.
    pub chains: Vec<Piece<ChainRecord>>,
    /// The quotations of the corrected document.
    pub quotes: Vec<Piece<QuoteRecord>>,
    /// All quoted terms. `None` if they are unchanged.
    pub quoted_terms: Option<Vec<[usize; 2]>>,
    /// The found chains that have been removed, in order. The ids of later chains have changed.
    pub gone_chains: Vec<usize>,
    /// The corrections that could not be applied.
    pub unapplied: Vec<Unapplied>,
}

/// A part of a list of records.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Piece<T> {
    /// A range of found records, from the first index up to but excluding the second. Only ids may have changed: their
    /// own, which are their indices in the new list, and those of chains.
    Found([usize; 2]),
    /// A record that is new or changed.
    New(T),
}

impl CorrectionSession {
    /// Offsets in `found`, in corrections and in patches are in `unit`. Fails if the document does not belong to the
    /// text.
    pub fn new(text: &str, found: &Document, unit: OffsetUnit) -> Result<CorrectionSession, DocumentError> {
        let found = found.in_unit(text, unit, OffsetUnit::Utf8)?;
        let text = Rc::<str>::from(text);
        let editable = EditableDocument::new(text.clone(), &found);
        Ok(CorrectionSession { text, unit, found: editable, chains: found.chains, quotes: found.quotes })
    }

    /// Applies corrections to the document that was found.
    pub fn apply(&self, corrections: &[Correction]) -> Patch {
        let map = OffsetMap::new(&self.text, self.unit);
        let mut document = self.found.clone();
        let unapplied = document.apply_all(corrections, &map);
        let ids = document.chain_ids();
        let found = &self.found;

        let is_gone = |chain: usize| document.chain(chain).is_none();
        let entities = document.entities.iter().enumerate().map(|(id, entity)| {
            let unchanged = entity.found.filter(|&index| found.entities[index] == *entity);
            Piece::new(unchanged, || in_unit(document.entity_record(id, entity, &ids), &map))
        });
        let chains = document.live_chains().map(|(index, chain)| {
            let same = found.chains.get(index).zip(document.chains[index].as_ref());
            let unchanged = same.is_some_and(|(old, new)| old.as_ref().is_some_and(|old| Rc::ptr_eq(old, new)))
                && !chain.related.is_some_and(is_gone);
            let record = || chain_in_unit(document.chain_record(index, chain, &ids), &map);
            Piece::new(unchanged.then_some(index), record)
        });
        let quotes = document.quotes.iter().enumerate().map(|(id, quote)| {
            let unchanged = quote.found.filter(|&index| {
                Rc::ptr_eq(quote, &found.quotes[index]) && document.speaker_name(quote) == found.speaker_name(quote)
            });
            Piece::new(unchanged, || quote_in_unit(document.quote_record(id, quote, &ids), &map))
        });
        Patch {
            entities: joined(entities),
            chains: joined(chains),
            quotes: joined(quotes),
            quoted_terms: (document.terms != found.terms)
                .then(|| document.terms.iter().map(|&term| map.span(term)).collect()),
            gone_chains: (0..found.chains.len()).filter(|&chain| is_gone(chain)).collect(),
            unapplied,
        }
    }

    /// Moves corrections to an edited version of the text. See [`crate::reanchor`].
    pub fn reanchor(&self, after: &str, history: &History) -> History {
        reanchor_in_bytes(&self.text, &self.chains, &self.quotes, after, history, self.unit)
    }

    /// How many places would be marked if the user marked all occurrences of this range, after these corrections.
    pub fn count_places_like(&self, range: [usize; 2], corrections: &[Correction]) -> usize {
        let map = OffsetMap::new(&self.text, self.unit);
        let mut document = self.found.clone();
        document.apply_all(corrections, &map);
        let place = (Correction::Unquote { at: range }).in_bytes(&map).map(|correction| span_of(correction.at()));
        place.map_or(0, |place| document.places_like(place, None).len())
    }
}

impl<T> Piece<T> {
    fn new(found: Option<usize>, record: impl FnOnce() -> T) -> Piece<T> {
        found.map_or_else(|| Piece::New(record()), |index| Piece::Found([index, index + 1]))
    }
}

/// Joins adjacent ranges of found records.
fn joined<T>(pieces: impl Iterator<Item = Piece<T>>) -> Vec<Piece<T>> {
    let mut joined: Vec<Piece<T>> = Vec::new();
    for piece in pieces {
        match (&piece, joined.last_mut()) {
            (Piece::Found([start, end]), Some(Piece::Found([_, last]))) if last == start => *last = *end,
            _ => joined.push(piece),
        }
    }
    joined
}

fn in_unit(mut record: EntityRecord, map: &OffsetMap) -> EntityRecord {
    [record.start, record.end] = map.span(Span::new(record.start, record.end));
    record
}

fn chain_in_unit(mut record: ChainRecord, map: &OffsetMap) -> ChainRecord {
    for title in &mut record.titles {
        [title.start, title.end] = map.span(Span::new(title.start, title.end));
    }
    for mention in &mut record.mentions {
        [mention.start, mention.end] = map.span(Span::new(mention.start, mention.end));
    }
    record
}

fn quote_in_unit(mut record: QuoteRecord, map: &OffsetMap) -> QuoteRecord {
    for ranges in [&mut record.content, &mut record.quoted, &mut record.cue, &mut record.speaker] {
        for range in ranges {
            *range = map.span(span_of(*range));
        }
    }
    record
}
