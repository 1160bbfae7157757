//! Links the places that a text names to GeoNames, and peoples to their countries.
//!
//! A [`Gazetteer`] knows the countries, their states, and the cities over 15,000 people. [`Gazetteer::resolve`] takes a
//! document and sets the values of its places, where it is sure enough.
//!
//! ```
//! use newsmark::{Annotator, MODEL, OffsetUnit, Value};
//! use newsmark_places::{Gazetteer, TABLE};
//!
//! let text = "The mayor of Paris, Texas, opened the museum on Monday.";
//! let mut document = Annotator::new(MODEL)?.annotate(text, OffsetUnit::Utf8);
//! Gazetteer::new(TABLE).resolve(text, &mut document, OffsetUnit::Utf8)?;
//! let Some(Value::Place(paris)) = &document.entities[0].value else { panic!("a place") };
//! assert_eq!((paris.country.as_deref(), paris.region.as_deref()), (Some("US"), Some("TX")));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! `gazetteer` reads the table. `mentions` takes the places out of a document, with what the text says around each:
//! "Paris, Texas" and, in `around`, "the province of Salta". `context` counts which countries and states an article is about, and `choice` weighs the places of one
//! name. `peoples` finds the countries of nationalities.

#![deny(missing_docs)]

mod around;
mod choice;
mod context;
mod gazetteer;
mod mentions;
mod peoples;

pub use gazetteer::Gazetteer;

use newsmark::document::DocumentError;
use newsmark::{Document, EntityType, OffsetUnit, PlaceValue, Value};

/// The places of GeoNames, in the form that [`Gazetteer::new`] reads.
#[cfg(feature = "table")]
pub const TABLE: &str = include_str!("../places.txt");

impl Gazetteer {
    /// Sets the values of the places and peoples in a document, and removes those that they had. Offsets count `unit`.
    ///
    /// # Errors
    ///
    /// The document does not belong to the text.
    pub fn resolve(&self, text: &str, document: &mut Document, unit: OffsetUnit) -> Result<(), DocumentError> {
        let placed = document.in_unit(text, unit, OffsetUnit::Utf8)?;
        for (entity, value) in document.entities.iter_mut().zip(self.values(text, &placed)) {
            if matches!(entity.kind, EntityType::Gpe | EntityType::Loc | EntityType::Norp) {
                entity.value = value.map(Value::Place);
            }
        }
        Ok(())
    }

    /// The values of the entities of a document in bytes.
    fn values(&self, text: &str, document: &Document) -> Vec<Option<PlaceValue>> {
        let mentions = mentions::find(self, text, document);
        let chosen = choice::choose(self, &mentions, document);
        let mut values = vec![None; document.entities.len()];
        for (mention, choice) in mentions.iter().zip(&chosen) {
            values[mention.entity] = choice.map(|(place, confidence)| self.value(place, Some(confidence)));
        }
        peoples::add(self, document, &chosen, &mut values);
        values
    }
}
