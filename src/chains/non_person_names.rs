//! Groups the names of places, organisations and other things.
//!
//! Names with the same words are one group, whatever types the tagger gave them, so that one wrong type does not split
//! a chain. Then short names join the longer names that they stand for: acronyms, names without their legal form or
//! kind, the first words of a company's name.

use super::name_words::{Word, joined};
use super::organisation_names::{acronyms, club_word, core, may_drop, turned};
use super::place_names::{canonical, without_kind};
use crate::entities::EntityType;
use std::collections::HashMap;

pub struct NonPersonName {
    pub words: Vec<Word>,
    pub kind: EntityType,
}

/// A group of names with the same words.
struct Group {
    words: Vec<Word>,
    key: String,
    kind: EntityType,
}

/// Longer names have no short forms.
const LONGEST: usize = 12;

/// For each name the number of its group.
pub fn group(names: &[NonPersonName]) -> Vec<usize> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut owner = Vec::with_capacity(names.len());
    for name in names {
        let key = canonical(&joined(core(&name.words))).to_owned();
        let group = *by_key.entry(key.clone()).or_insert_with(|| {
            groups.push(Group { words: name.words.clone(), key, kind: name.kind });
            groups.len() - 1
        });
        owner.push(group);
    }
    let joined_to = join(&groups, &by_key);
    owner.into_iter().map(|group| joined_to[group]).collect()
}

/// For each group the one that it is part of: itself, or that of a longer name.
fn join(groups: &[Group], by_key: &HashMap<String, usize>) -> Vec<usize> {
    const PLACES: [EntityType; 3] = [EntityType::Gpe, EntityType::Loc, EntityType::Norp];
    let mut target: Vec<usize> = (0..groups.len()).collect();
    let mut clubs: HashMap<&str, usize> = HashMap::new();
    for word in groups.iter().filter(|group| group.kind == EntityType::Org).filter_map(|g| club_word(core(&g.words))) {
        *clubs.entry(word).or_default() += 1;
    }
    for (index, group) in groups.iter().enumerate() {
        let words = core(&group.words);
        if words.is_empty() || words.len() > LONGEST {
            continue;
        }
        let mut unite = |short: Option<&usize>, allowed: &dyn Fn(&Group) -> bool| {
            if let Some(&short) =
                short.filter(|&&short| short != index && target[short] == short && allowed(&groups[short]))
                && root(&target, index) != short
            {
                target[short] = index;
            }
        };
        if words.len() > 1 && group.kind != EntityType::Norp {
            for acronym in acronyms(&group.words) {
                unite(by_key.get(&acronym), &|short| {
                    short.words.len() == 1 && short.words[0].capitals && short.kind != EntityType::Norp
                });
            }
        }
        if let Some(key) = turned(words) {
            unite(by_key.get(&key), &|short| short.kind == group.kind);
        }
        if let Some(short) = without_kind(&group.key) {
            unite(by_key.get(canonical(short)), &|short| short.kind == group.kind || group.kind == EntityType::Gpe);
        }
        if group.kind == EntityType::Org {
            // Of two clubs with this word, neither is meant without doubt.
            if let Some(word) = club_word(words).filter(|word| clubs.get(word) == Some(&1)) {
                unite(by_key.get(word), &|short| short.kind.is_name() && !PLACES.contains(&short.kind));
            }
            for end in 1..words.len() {
                if may_drop(&words[end..]) {
                    unite(by_key.get(&joined(&words[..end])), &|short| short.kind == EntityType::Org);
                }
            }
            if is_country(&words[0]) && words.len() > 1 {
                unite(by_key.get(&joined(&words[1..])), &|short| short.kind == EntityType::Org);
            }
        }
    }
    (0..groups.len()).map(|index| root(&target, index)).collect()
}

fn is_country(word: &Word) -> bool {
    matches!(canonical(&word.key), "united states" | "united kingdom" | "china" | "russia" | "india" | "israel")
        || matches!(
            word.key.as_str(),
            "american" | "british" | "chinese" | "russian" | "israeli" | "national" | "federal"
        )
}

/// Follows the joins to the end; `join` never makes a circle.
fn root(target: &[usize], mut index: usize) -> usize {
    while target[index] != index {
        index = target[index];
    }
    index
}

#[cfg(test)]
mod tests {
    use super::super::name_words::words;
    use super::*;
    use EntityType::*;

    fn groups(names: &[(EntityType, &str)]) -> Vec<usize> {
        let names: Vec<NonPersonName> =
            names.iter().map(|&(kind, name)| NonPersonName { words: words(name), kind }).collect();
        group(&names)
    }

    /// Whether two names are one, in whichever order they stand.
    fn same(one: (EntityType, &str), other: (EntityType, &str)) -> bool {
        let [forwards, backwards] = [groups(&[one, other]), groups(&[other, one])].map(|found| found[0] == found[1]);
        assert_eq!(forwards, backwards, "{one:?} {other:?}");
        forwards
    }

    #[test]
    fn names_that_are_one() {
        for (one, other) in [
            // The same words, whatever the type.
            ((Org, "Varde"), (Gpe, "VARDE’s")),
            ((Org, "Acme Steel Co."), (Org, "the Acme Steel")),
            ((Gpe, "America"), (Gpe, "the U.S.")),
            // Acronyms.
            ((Org, "Varde Rail Board"), (Org, "VRB")),
            ((Gpe, "Varde Rail Board"), (Product, "VRB")),
            // The office first or last.
            ((Org, "Ministry of Fish"), (Org, "Fish Ministry")),
            // The kind of a place.
            ((Gpe, "Varde City"), (Gpe, "Varde")),
            ((Gpe, "Varde City"), (Org, "Varde")),
            ((Loc, "City of Varde"), (Loc, "Varde")),
            ((Gpe, "Republic of Burma"), (Gpe, "Myanmar")),
            // The first words of a company.
            ((Org, "Halden Shipping Lines"), (Org, "Halden")),
            ((Org, "Halden Shipping Lines"), (Org, "Halden Shipping")),
            // A body of a country.
            ((Org, "British Rail Pensions"), (Org, "Rail Pensions")),
            ((Org, "U.S. Rail Pensions"), (Org, "Rail Pensions")),
        ] {
            assert!(same(one, other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn names_that_are_two() {
        for (one, other) in [
            ((Org, "Varde"), (Org, "Vardo")),
            ((Org, "Varde Rail Board"), (Org, "Vrb")),
            ((Org, "Varde Rail Board"), (Norp, "VRB")),
            ((Norp, "Varde Rail Board"), (Org, "VRB")),
            ((Org, "Ministry of Fish"), (Gpe, "Fish Ministry")),
            ((Org, "Varde City"), (Gpe, "Varde")),
            ((Loc, "Varde City"), (Gpe, "Varde")),
            ((Gpe, "Halden Shipping Lines"), (Gpe, "Halden")),
            ((Org, "Halden Shipping Lines"), (Gpe, "Halden")),
            ((Org, "Halden Shipping Museum"), (Org, "Halden")),
            ((Org, "Halden Shipping Lines"), (Org, "Lines")),
            ((Org, "Danish Rail Pensions"), (Org, "Rail Pensions")),
            ((Org, "British Rail Pensions"), (Event, "Rail Pensions")),
            ((Gpe, "British Rail Pensions"), (Org, "Rail Pensions")),
            // More than twelve words.
            ((Org, "Halden b c d e f g h i j k l m"), (Org, "Halden")),
        ] {
            assert!(!same(one, other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_short_name_joins_one_longer_name_and_long_ones_stay_apart() {
        assert_eq!(groups(&[(Org, "Halden Steel"), (Org, "Halden Fish"), (Org, "Halden")]), [0, 1, 0]);
        assert_eq!(groups(&[(Org, "Halden"), (Org, "Halden Steel"), (Org, "Halden Steel Works")]), [2, 2, 2]);
    }
}
