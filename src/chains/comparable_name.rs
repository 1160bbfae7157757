//! Names as they are compared when a person corrects the chains.

use super::name_words::{Word, words};
use super::person_name::PersonName;
use crate::entities::EntityType;

/// A name without case, diacritics, points and possessive; a person's also without what leads up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparableName {
    /// The words in their order.
    pub words: Vec<String>,
    /// "jr", "sr", "ii" and so on, for a person.
    pub generation: Option<String>,
}

impl ComparableName {
    /// Takes a name apart.
    pub fn new(kind: EntityType, name: &str) -> ComparableName {
        let words = words(name);
        if kind == EntityType::Person {
            let PersonName { words, generation, .. } = PersonName::parse(&words, &[]);
            return ComparableName { words, generation };
        }
        ComparableName { words: words.into_iter().map(|Word { key, .. }| key).collect(), generation: None }
    }

    /// Whether two names are the same one. Two generations of a family are two people.
    pub fn is(&self, other: &ComparableName) -> bool {
        let generations_agree =
            self.generation.is_none() || other.generation.is_none() || self.generation == other.generation;
        !self.words.is_empty() && self.words == other.words && generations_agree
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Gpe, Org, Person};

    #[test]
    fn the_same_name_in_another_spelling() {
        let same = |kind, a, b| ComparableName::new(kind, a).is(&ComparableName::new(kind, b));
        for (kind, a, b) in [
            (Person, "President Rosa Ames’s", "ROSA AMES"),
            (Person, "Ana Ruiz Jr.", "Ana Ruiz"),
            (Gpe, "the U.S.", "US"),
            (Org, "Société Générale", "societe generale’s"),
        ] {
            assert!(same(kind, a, b), "{a} {b}");
        }
        for (kind, a, b) in [(Person, "Ana Ruiz Jr.", "Ana Ruiz Sr."), (Person, "Ruiz", "Ana Ruiz"), (Org, "—", "-")]
        {
            assert!(!same(kind, a, b), "{a} {b}");
        }
    }
}
