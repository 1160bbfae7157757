//! The words before and after a place, which say what kind of place it is.

use crate::gazetteer::Kind;

/// Whether a name is that of a sea and the like, or only a direction: regions of some countries have such names too.
pub fn is_sea_or_direction(key: &str) -> bool {
    let last = key.rsplit(' ').next().unwrap_or_default();
    NATURE.contains(&last) || DIRECTIONS.contains(&key)
}

/// The words around a place, in lower case.
pub struct Around {
    before: [String; 2],
    after: String,
    starts_with_article: bool,
}

/// Parts of nature that have the names of places: "the Jordan River", "Lake Victoria".
const NATURE: &[&str] = &[
    "basin", "bay", "canal", "coast", "delta", "desert", "gulf", "lake", "mount", "mountains", "ocean", "peninsula",
    "river", "sea", "strait", "straits", "valley",
];
const DIRECTIONS: &[&str] =
    &["center", "central", "centre", "east", "eastern", "north", "northern", "south", "southern", "west", "western"];
const STATES: &[&str] = &["state", "province", "region", "governorate", "oblast", "prefecture", "county"];
const CITIES: &[&str] = &["city", "town", "municipality", "suburb"];
/// Words that follow a name. After "the" and a name, another word is what the name belongs to: "the London mayor".
const FOLLOWERS: &[&str] = &[
    "", "a", "after", "and", "as", "at", "before", "but", "by", "for", "from", "had", "has", "in", "into", "is",
    "near", "of", "on", "or", "over", "since", "through", "to", "towards", "toward", "was", "where", "which", "with",
];

impl Around {
    /// The words around a range.
    pub fn of(text: &str, [start, end]: [usize; 2]) -> Around {
        let line_before = text[..start].rsplit('\n').next().unwrap_or_default();
        // What follows a comma says nothing of the name before it.
        let mut before = line_before.trim_end_matches(' ').rsplit(' ');
        let mut previous = || before.next().unwrap_or_default().to_lowercase();
        let before = [previous(), previous()];
        let after = text[end..].strip_prefix(' ').unwrap_or_default();
        let after = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        let starts_with_article = text[start..end].get(..4).is_some_and(|first| first.eq_ignore_ascii_case("the "));
        Around { before, after, starts_with_article }
    }

    /// Whether it is the name of a river, a lake and the like.
    pub fn is_nature(&self) -> bool {
        let [before, _] = &self.before;
        NATURE.contains(&self.after.as_str()) || matches!(before.as_str(), "lake" | "mount" | "river")
    }

    /// Whether it has the article that cities and states do not have.
    pub fn is_with_article(&self) -> bool {
        let has_article = self.starts_with_article || self.before[0] == "the";
        has_article && FOLLOWERS.contains(&self.after.as_str())
    }

    /// What the words say that it is.
    pub fn kind(&self) -> Option<Kind> {
        let is = |words: &[&str]| {
            let [of, kind] = &self.before;
            of == "of" && words.contains(&kind.as_str()) || words.contains(&self.after.as_str())
        };
        if is(STATES) || self.before[0] == "of" && self.before[1] == "island" {
            return Some(Kind::State);
        }
        is(CITIES).then_some(Kind::City)
    }
}
