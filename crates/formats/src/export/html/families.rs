//! Entity types as they are shown: in seven families, and in plain words.

use newsmark::entities::EntityType;

pub struct Family {
    /// In the style sheet.
    pub class: &'static str,
    pub label: &'static str,
    types: &'static [EntityType],
}

pub const FAMILIES: [Family; 7] = {
    use EntityType::*;
    [
        Family { class: "person", label: "People", types: &[Person] },
        Family { class: "organisation", label: "Organisations", types: &[Org] },
        Family { class: "place", label: "Places", types: &[Gpe, Loc, Fac] },
        Family { class: "group", label: "Groups", types: &[Norp] },
        Family { class: "thing", label: "Things and events", types: &[Product, Event, WorkOfArt, Law, Language] },
        Family { class: "time", label: "Dates and times", types: &[Date, Time] },
        Family { class: "number", label: "Numbers", types: &[Cardinal, Ordinal, Quantity, Percent, Money] },
    ]
};

impl Family {
    pub fn holds(&self, kind: EntityType) -> bool {
        self.types.contains(&kind)
    }
}

pub fn class(kind: EntityType) -> &'static str {
    FAMILIES.iter().find(|family| family.holds(kind)).map_or("", |family| family.class)
}

/// What something of this type is.
pub fn label(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "person",
        EntityType::Org => "organisation",
        EntityType::Gpe => "country, region or city",
        EntityType::Loc => "place",
        EntityType::Fac => "building or site",
        EntityType::Norp => "nationality or group",
        EntityType::Product => "product",
        EntityType::Event => "event",
        EntityType::WorkOfArt => "title of a work",
        EntityType::Law => "law",
        EntityType::Language => "language",
        EntityType::Date => "date",
        EntityType::Time => "time",
        EntityType::Cardinal => "number",
        EntityType::Ordinal => "rank",
        EntityType::Quantity => "measure",
        EntityType::Percent => "percentage",
        EntityType::Money => "sum of money",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_in_one_family() {
        for kind in EntityType::ALL {
            assert_eq!(FAMILIES.iter().filter(|family| family.holds(kind)).count(), 1, "{kind:?}");
        }
    }
}
