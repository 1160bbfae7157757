//! Which names of places, organisations and other things are one thing's.
//!
//! Names are the same thing where they are the same words, whatever the type the tagger gave them, so
//! that one wrong type does not split a chain. Then names are joined that stand for a longer one in
//! the same text: acronyms, names without their legal form or kind, first words of a company's name.

use super::name_words::{Word, joined};
use super::organisation_names::{acronyms, core, may_drop, turned};
use super::place_names::{canonical, without_kind};
use crate::entities::EntityType;
use std::collections::HashMap;

pub struct NonPersonName {
    pub words: Vec<Word>,
    pub kind: EntityType,
}

/// One of the things so far.
struct Thing {
    words: Vec<Word>,
    key: String,
    kind: EntityType,
}

/// Longer names are compared as wholes only.
const LONGEST: usize = 12;

/// For each name the number of its thing.
pub fn group(names: &[NonPersonName]) -> Vec<usize> {
    let mut things: Vec<Thing> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut owner = Vec::with_capacity(names.len());
    for name in names {
        let key = canonical(&joined(core(&name.words))).to_owned();
        let thing = *by_key.entry(key.clone()).or_insert_with(|| {
            things.push(Thing { words: name.words.clone(), key, kind: name.kind });
            things.len() - 1
        });
        owner.push(thing);
    }
    let joined_to = join(&things, &by_key);
    owner.into_iter().map(|thing| joined_to[thing]).collect()
}

/// For each thing the one that it is, itself or a longer name's.
fn join(things: &[Thing], by_key: &HashMap<String, usize>) -> Vec<usize> {
    let mut target: Vec<usize> = (0..things.len()).collect();
    for (index, thing) in things.iter().enumerate() {
        let words = core(&thing.words);
        if words.is_empty() || words.len() > LONGEST {
            continue;
        }
        let mut unite = |short: Option<&usize>, allowed: &dyn Fn(&Thing) -> bool| {
            if let Some(&short) =
                short.filter(|&&short| short != index && target[short] == short && allowed(&things[short]))
            {
                if root(&target, index) != short {
                    target[short] = index;
                }
            }
        };
        if words.len() > 1 && thing.kind != EntityType::Norp {
            for acronym in acronyms(&thing.words) {
                unite(by_key.get(&acronym), &|short| {
                    short.words.len() == 1 && short.words[0].capitals && short.kind != EntityType::Norp
                });
            }
        }
        if let Some(key) = turned(words) {
            unite(by_key.get(&key), &|short| short.kind == thing.kind);
        }
        if let Some(short) = without_kind(&thing.key) {
            unite(by_key.get(canonical(short)), &|short| short.kind == thing.kind || thing.kind == EntityType::Gpe);
        }
        if thing.kind == EntityType::Org {
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
    (0..things.len()).map(|index| root(&target, index)).collect()
}

fn is_country(word: &Word) -> bool {
    matches!(canonical(&word.key), "united states" | "united kingdom" | "china" | "russia" | "india" | "israel")
        || matches!(
            word.key.as_str(),
            "american" | "british" | "chinese" | "russian" | "israeli" | "national" | "federal"
        )
}

/// Follows the joins to their end; `join` never makes a circle.
fn root(target: &[usize], mut index: usize) -> usize {
    while target[index] != index {
        index = target[index];
    }
    index
}
