use crate::names::named;
use serde::{Deserialize, Serialize};

/// The entity types of OntoNotes 5.0 (Weischedel et al., LDC2013T19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[repr(u8)]
pub enum EntityType {
    /// People, fictional ones included.
    Person,
    /// Nationalities, religions and parties: "Kenyan", "Catholics", "Labour".
    Norp,
    /// Buildings, airports, roads, bridges.
    Fac,
    /// Companies, authorities, institutions, teams.
    Org,
    /// Places with a government: countries, states, cities.
    Gpe,
    /// Other places: mountains, seas, regions, continents.
    Loc,
    /// Vehicles, devices, foods, weapons; not services.
    Product,
    /// Named storms, battles, wars, sports events.
    Event,
    /// Titles of books, songs, films, paintings.
    WorkOfArt,
    /// Documents that became laws.
    Law,
    /// Named languages.
    Language,
    /// Days, years, ages and periods of a day or longer.
    Date,
    /// Times shorter than a day.
    Time,
    /// Percentages, the sign included.
    Percent,
    /// Amounts of money, the unit included.
    Money,
    /// Measurements: weights, distances, speeds.
    Quantity,
    /// "First", "2nd".
    Ordinal,
    /// Other numbers.
    Cardinal,
}

impl EntityType {
    /// All of them, in the order of OntoNotes.
    pub const ALL: [EntityType; 18] = {
        use EntityType::*;
        [
            Person, Norp, Fac, Org, Gpe, Loc, Product, Event, WorkOfArt, Law, Language, Date, Time, Percent, Money,
            Quantity, Ordinal, Cardinal,
        ]
    };

    /// The name as OntoNotes spells it.
    pub const fn as_str(self) -> &'static str {
        const NAMES: [&str; 18] = [
            "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE",
            "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
        ];
        NAMES[self as usize]
    }

    /// Names something in the world, rather than a time or an amount.
    pub fn is_name(self) -> bool {
        self < EntityType::Date
    }
}

named!(EntityType, "entity type");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_are_numbered_as_in_ontonotes() {
        assert!(EntityType::ALL.into_iter().map(|kind| kind as usize).eq(0..18));
    }

    #[test]
    fn times_and_amounts_are_not_names() {
        use EntityType::*;
        let others = EntityType::ALL.into_iter().filter(|kind| !kind.is_name());
        assert!(others.eq([Date, Time, Percent, Money, Quantity, Ordinal, Cardinal]));
    }
}
