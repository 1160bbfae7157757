//! Enums that are written as a word: `Display` and `FromStr`.

use core::fmt;

/// A word that is not the name of what was expected, for example of an entity type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    expected: &'static str,
    found: String,
}

impl UnknownName {
    pub(crate) fn new(expected: &'static str, found: &str) -> UnknownName {
        UnknownName { expected, found: found.to_owned() }
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "unknown {}: “{}”", self.expected, self.found)
    }
}

impl core::error::Error for UnknownName {}

/// Implements `Display` and `FromStr` for an enum by its `ALL` and `as_str`.
macro_rules! named {
    ($name:ident, $what:literal) => {
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::names::UnknownName;

            fn from_str(name: &str) -> Result<$name, $crate::names::UnknownName> {
                let unknown = || $crate::names::UnknownName::new($what, name);
                $name::ALL.into_iter().find(|one| one.as_str() == name).ok_or_else(unknown)
            }
        }
    };
}

pub(crate) use named;

#[cfg(test)]
mod tests {
    use crate::{BlockKind, EntityType, MentionKind, OffsetUnit, QuoteType};
    use core::fmt::Debug;
    use core::str::FromStr;

    /// The names in the order of the variants. Each is parsed back, and JSON has the same name.
    fn names<T>(all: &[T]) -> Vec<String>
    where
        T: Debug + ToString + FromStr + PartialEq + serde::Serialize,
        T::Err: Debug,
    {
        let name = |one: &T| {
            assert_eq!(&one.to_string().parse::<T>().unwrap(), one);
            assert_eq!(serde_json::to_value(one).unwrap(), one.to_string());
            one.to_string()
        };
        all.iter().map(name).collect()
    }

    #[test]
    fn every_variant_has_one_name() {
        assert_eq!(names(&EntityType::ALL)[..3], ["PERSON", "NORP", "FAC"]);
        assert_eq!(names(&MentionKind::ALL), ["name", "nominal", "pronoun"]);
        assert_eq!(names(&QuoteType::ALL), ["direct", "mixed", "indirect"]);
        assert_eq!(names(&BlockKind::ALL)[..3], ["paragraph", "title", "heading"]);
        assert_eq!(names(&OffsetUnit::ALL), ["codepoints", "utf16", "utf8"]);
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        assert_eq!("person".parse::<EntityType>().unwrap_err().to_string(), "unknown entity type: “person”");
        assert_eq!("".parse::<OffsetUnit>().unwrap_err().to_string(), "unknown offset unit: “”");
    }

    #[test]
    fn names_are_padded() {
        assert_eq!(format!("{:<8}|", QuoteType::Mixed), "mixed   |");
    }
}
