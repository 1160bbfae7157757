use crate::entities::EntityType;

/// A family of entity types. Eighteen types are too many to tell apart at a glance, so they are shown in seven
/// families, each with a colour and an underline of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// People.
    Person,
    /// Organisations.
    Organisation,
    /// Countries, cities, regions, buildings.
    Place,
    /// Nationalities, religions, parties.
    Group,
    /// Products, events, works, laws and languages.
    Thing,
    /// Dates and times.
    Time,
    /// Numbers and amounts.
    Number,
}

impl Family {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Family; 7] = {
        use Family::*;
        [Person, Organisation, Place, Group, Thing, Time, Number]
    };

    /// The identifier, the label, and a label that fits on a switch.
    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Family::Person => ("person", "People", "People"),
            Family::Organisation => ("organisation", "Organisations", "Organisations"),
            Family::Place => ("place", "Places", "Places"),
            Family::Group => ("group", "Groups", "Groups"),
            Family::Thing => ("thing", "Things and events", "Things"),
            Family::Time => ("time", "Dates and times", "Dates"),
            Family::Number => ("number", "Numbers", "Numbers"),
        }
    }

    /// The identifier, which is also the class in the style sheets.
    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// The name of the family.
    pub const fn label(self) -> &'static str {
        self.row().1
    }

    /// The name of the family where there is little room.
    pub const fn short_label(self) -> &'static str {
        self.row().2
    }

    /// The types of the family, the commonest first.
    pub fn types(self) -> impl Iterator<Item = EntityType> {
        TYPES.into_iter().filter(move |row| row.1 == self).map(|row| row.0)
    }
}

/// For each type its family, its name in plain words, and a name that fits above a word in the text. Within a family
/// the types stand in the order in which they are offered.
const TYPES: [(EntityType, Family, &str, &str); 18] = [
    (EntityType::Person, Family::Person, "person", "person"),
    (EntityType::Org, Family::Organisation, "organisation", "org"),
    (EntityType::Gpe, Family::Place, "country, region or city", "place"),
    (EntityType::Loc, Family::Place, "place", "place"),
    (EntityType::Fac, Family::Place, "building or site", "site"),
    (EntityType::Norp, Family::Group, "nationality or group", "group"),
    (EntityType::Product, Family::Thing, "product", "product"),
    (EntityType::Event, Family::Thing, "event", "event"),
    (EntityType::WorkOfArt, Family::Thing, "title of a work", "work"),
    (EntityType::Law, Family::Thing, "law", "law"),
    (EntityType::Language, Family::Thing, "language", "language"),
    (EntityType::Date, Family::Time, "date", "date"),
    (EntityType::Time, Family::Time, "time", "time"),
    (EntityType::Cardinal, Family::Number, "number", "number"),
    (EntityType::Ordinal, Family::Number, "rank", "rank"),
    (EntityType::Quantity, Family::Number, "measure", "measure"),
    (EntityType::Percent, Family::Number, "percentage", "%"),
    (EntityType::Money, Family::Number, "sum of money", "money"),
];

impl EntityType {
    fn row(self) -> (EntityType, Family, &'static str, &'static str) {
        // A test makes sure that every type has its row.
        TYPES.into_iter().find(|row| row.0 == self).unwrap_or(TYPES[0])
    }

    /// The family under which it is shown.
    pub fn family(self) -> Family {
        self.row().1
    }

    /// What something of this type is, in plain words.
    pub fn label(self) -> &'static str {
        self.row().2
    }

    /// The same in a word.
    pub fn short_label(self) -> &'static str {
        self.row().3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_one_row() {
        for kind in EntityType::ALL {
            assert_eq!(TYPES.iter().filter(|row| row.0 == kind).count(), 1, "{kind:?}");
        }
    }

    #[test]
    fn families_share_out_the_types() {
        let listed: Vec<EntityType> = Family::ALL.into_iter().flat_map(Family::types).collect();
        assert_eq!(listed, TYPES.map(|row| row.0), "in the table's order, each once");
        assert_eq!(EntityType::Fac.family(), Family::Place);
    }
}
