//! Groups the names of people by person.
//!
//! Names of several words are grouped first, wherever they stand, because a headline may have the surname before the
//! text has the whole name. Then each single word ("Shoigu") goes to a person who has it as family name, as given name
//! or anywhere in the name, in this order; among several, to the one mentioned last. At most [`RECENT`] people with
//! the same name are compared, so the cost is linear.

use super::name_tables::is_family_name;
use super::person_name::{Called, PersonName};
use std::collections::HashMap;

/// How many people with the same name are compared.
const RECENT: usize = 16;
/// How many forms of a person's name are kept for comparison.
const FORMS: usize = 6;

struct Person {
    forms: Vec<PersonName>,
    /// The titles beside the names of several words.
    roles: Vec<String>,
    /// The text introduced the person as somebody's relative.
    relative: bool,
    /// The text has called the person by the surname alone.
    bare: bool,
    /// The latest name so far, as an index into the names.
    last: Option<usize>,
    /// The first name of the text.
    first: usize,
}

/// Which part of a name a word is, the most telling first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Family,
    Given,
    Other,
}

#[derive(Default)]
struct Persons {
    all: Vec<Person>,
    /// For each word the people who have it in their name, the latest last.
    bearers: HashMap<String, Vec<(usize, Part)>>,
    /// Whole names, for the many that are simply repeated.
    whole: HashMap<Vec<String>, usize>,
}

/// For each name the number of its person, from 0 in order of first appearance.
pub fn group(names: &[PersonName]) -> Vec<usize> {
    let mut persons = Persons::default();
    let mut owner = vec![usize::MAX; names.len()];
    for (index, name) in names.iter().enumerate().filter(|(_, n)| n.words.len() > 1) {
        owner[index] = persons.of_full_name(name, index);
    }
    for (index, name) in names.iter().enumerate() {
        if owner[index] == usize::MAX {
            owner[index] = persons.of_single_word(name, index);
        }
        let person = &mut persons.all[owner[index]];
        person.last = Some(index);
        person.bare |= name.words.len() == 1 && person.forms.iter().any(|form| form.words.len() > 1);
    }
    renumbered(owner)
}

impl Persons {
    fn of_full_name(&mut self, name: &PersonName, index: usize) -> usize {
        let bearers = [name.last(), name.first()].into_iter().filter_map(|word| self.bearers.get(word));
        let found = self
            .whole
            .get(&name.words)
            .copied()
            .into_iter()
            .chain(bearers.flat_map(|bearers| bearers.iter().rev().take(RECENT)).map(|&(person, _)| person))
            .find(|&person| self.all[person].forms.iter().all(|form| form.fits(name)));
        match found {
            Some(person) => {
                self.learn(person, name);
                person
            }
            None => self.create(name, index),
        }
    }

    fn of_single_word(&mut self, name: &PersonName, index: usize) -> usize {
        let bearers = self.bearers.get(name.last()).map_or(&[][..], Vec::as_slice);
        // "His son, Johan Marais" leaves the surname alone to the Marais whom the text has called so.
        let others_bare = bearers.iter().rev().take(RECENT).any(|&(person, _)| {
            let person = &self.all[person];
            person.bare && !person.relative
        });
        let best = bearers
            .iter()
            .rev()
            .take(RECENT)
            .filter(|&&(person, part)| self.agrees(person, name) && !(name.formal && part == Part::Given))
            // First the people already mentioned, the latest first; then those still to come, the nearest first.
            .min_by_key(|&&(person, part)| {
                let person = &self.all[person];
                (
                    part,
                    person.distance(&name.called),
                    person.relative && others_bare,
                    person.last.map_or((1, person.first), |last| (0, usize::MAX - last)),
                )
            });
        match best {
            Some(&(person, _)) => person,
            None => self.create(name, index),
        }
    }

    fn agrees(&self, person: usize, name: &PersonName) -> bool {
        // Whether a surname looks like a given name says nothing. Only Mr and Ms count.
        !name.formal || self.all[person].forms.iter().all(|form| form.gender().agrees(name.said))
    }

    fn create(&mut self, name: &PersonName, index: usize) -> usize {
        let person = self.all.len();
        self.all.push(Person {
            forms: Vec::new(),
            roles: Vec::new(),
            relative: name.called.relative,
            bare: false,
            last: None,
            first: index,
        });
        self.learn(person, name);
        person
    }

    fn learn(&mut self, person: usize, name: &PersonName) {
        self.whole.insert(name.words.clone(), person);
        let roles = &mut self.all[person].roles;
        if let Some(role) = name.called.role.as_ref().filter(|role| roles.len() < FORMS && !roles.contains(role)) {
            roles.push(role.clone());
        }
        let forms = &mut self.all[person].forms;
        if forms.len() >= FORMS || forms.iter().any(|form| form.is_spelled_as(name)) {
            return;
        }
        forms.push(name.clone());
        let end = name.words.len().saturating_sub(1);
        for (place, word) in name.words.iter().enumerate() {
            let part = match place {
                _ if place == end || (place == 0 && is_family_name(word)) => Part::Family,
                0 => Part::Given,
                _ => Part::Other,
            };
            let bearers = self.bearers.entry(word.clone()).or_default();
            if !bearers.iter().rev().take(RECENT).any(|&known| known == (person, part)) {
                bearers.push((person, part));
            }
        }
    }
}

impl Person {
    /// How far a title beside a surname speaks against this person: 0 for one with this title, 1 if either has none, 2 for
    /// one with another title.
    fn distance(&self, called: &Called) -> u8 {
        match &called.role {
            Some(role) if self.roles.contains(role) => 0,
            Some(_) if !self.roles.is_empty() => 2,
            _ => 1,
        }
    }
}

/// The same groups, numbered in order of first appearance.
pub fn renumbered(mut owner: Vec<usize>) -> Vec<usize> {
    let mut numbers = HashMap::new();
    for group in &mut owner {
        let next = numbers.len();
        *group = *numbers.entry(*group).or_insert(next);
    }
    owner
}

#[cfg(test)]
mod tests {
    use super::super::name_words::words;
    use super::*;

    fn groups(names: &[&str]) -> Vec<usize> {
        let names: Vec<PersonName> = names.iter().map(|name| PersonName::parse(&words(name), &[])).collect();
        group(&names)
    }

    #[test]
    fn names_are_grouped_by_person() {
        for (names, expected) in [
            // A whole name counts wherever it stands.
            (vec!["Roth", "Ada Roth"], vec![0, 0]),
            (vec!["Ada Roth", "Ada"], vec![0, 0]),
            (vec!["Ada Roth", "Ada Lind"], vec![0, 1]),
            (vec!["Ada Roth", "Lind"], vec![0, 1]),
            (vec!["Robert Roth", "Bob Roth"], vec![0, 0]),
            (vec!["Han Ji-hye", "Ji-hye Han"], vec![0, 0]),
            // A name must fit all the forms known so far.
            (vec!["J. Roth", "Jane Roth", "John Roth"], vec![0, 0, 1]),
            // A family name goes before a given name, and that before any other.
            (vec!["Ada Grant", "Grant Lind", "Grant"], vec![0, 1, 0]),
            (vec!["Grant Lind", "Ada Grant Holm", "Grant"], vec![0, 1, 0]),
            (vec!["Grant Lind", "Grant"], vec![0, 0]),
            (vec!["Ada Grant Holm", "Grant"], vec![0, 0]),
            (vec!["Grant Park", "Park Min Seo", "Park"], vec![0, 1, 1]),
            (vec!["Grant Hill", "Hill Min Seo", "Hill"], vec![0, 1, 0]),
            // Among several, the person mentioned last.
            (vec!["Ada Roth", "Ben Roth", "Roth"], vec![0, 1, 1]),
            (vec!["Ada Roth", "Ben Roth", "Ada", "Roth"], vec![0, 1, 0, 0]),
            // Then those still to come, the nearest first.
            (vec!["Roth", "Ada Roth", "Ben Roth"], vec![0, 0, 1]),
            (vec!["Ada Roth", "Roth", "Ben Roth"], vec![0, 0, 1]),
            // Behind Mr or Ms stands no given name, and the gender must agree.
            (vec!["Grant Lind", "Mr. Grant"], vec![0, 1]),
            (vec!["Maria Roth", "Ms. Roth"], vec![0, 0]),
            (vec!["Maria Roth", "Mr. Roth"], vec![0, 1]),
            (vec!["Maria Roth", "Peter Roth", "Ms. Roth", "Mr. Roth", "Roth"], vec![0, 1, 0, 1, 1]),
        ] {
            assert_eq!(groups(&names), expected, "{names:?}");
        }
    }

    /// The groups of names, each with what stands beside it: a role, "kin", or nothing.
    fn called(names: &[(&str, &str)]) -> Vec<usize> {
        let parse = |&(beside, text): &(&str, &str)| {
            let mut name = PersonName::parse(&words(text), &[]);
            name.called.relative = beside == "kin";
            name.called.role = (!matches!(beside, "" | "kin")).then(|| beside.to_owned());
            name
        };
        group(&names.iter().map(parse).collect::<Vec<_>>())
    }

    #[test]
    fn among_namesakes_the_title_decides() {
        for (names, expected) in [
            (vec![("judge", "Ada Roth"), ("banker", "Ben Roth"), ("judge", "Roth")], vec![0, 1, 0]),
            (vec![("", "Ada Roth"), ("minister", "Ben Roth"), ("leader", "Roth")], vec![0, 1, 0]),
            (vec![("judge", "Ada Roth"), ("", "Ben Roth"), ("judge", "Roth")], vec![0, 1, 0]),
            (vec![("judge", "Ada Roth"), ("banker", "Ben Roth"), ("", "Roth")], vec![0, 1, 1]),
            // One person may have several titles.
            (vec![("judge", "Ada Roth"), ("banker", "Roth")], vec![0, 0]),
        ] {
            assert_eq!(called(&names), expected, "{names:?}");
        }
    }

    #[test]
    fn the_surname_alone_stays_with_whom_the_text_has_called_so() {
        for (names, expected) in [
            (vec![("", "Ada Roth"), ("", "Roth"), ("kin", "Ben Roth"), ("", "Roth")], vec![0, 0, 1, 0]),
            (vec![("", "Ada Roth"), ("kin", "Ben Roth"), ("", "Roth")], vec![0, 1, 1]),
            (vec![("", "Ada Roth"), ("", "Roth"), ("", "Ben Roth"), ("", "Roth")], vec![0, 0, 1, 1]),
        ] {
            assert_eq!(called(&names), expected, "{names:?}");
        }
    }

    #[test]
    fn a_short_form_is_sought_among_the_recent_bearers_and_a_repeated_name_among_all() {
        let with_others = |others: usize, last: &str| {
            let others = (0..others).map(|n| format!("Q{n:02} Roth"));
            let names: Vec<String> =
                core::iter::once("Robert Roth".to_owned()).chain(others).chain([last.to_owned()]).collect();
            *groups(&names.iter().map(String::as_str).collect::<Vec<_>>()).last().unwrap()
        };
        assert_eq!(with_others(RECENT - 1, "Bob Roth"), 0);
        assert_eq!(with_others(RECENT, "Bob Roth"), RECENT + 1);
        assert_eq!(with_others(RECENT, "Robert Roth"), 0);
    }

    #[test]
    fn a_person_learns_a_few_forms() {
        let forms = ["Juan Ortiz", "J. Ortiz", "Juan P. Ortiz", "Juan Pablo Ortiz", "J. P. Ortiz", "J. Pablo Ortiz"];
        let known =
            |before: usize| groups(&[&forms[..before], &["Juan Pablo Diego Ortiz", "Diego"]].concat()).last().copied();
        assert_eq!((known(FORMS - 1), known(FORMS)), (Some(0), Some(1)));
    }

    #[test]
    fn groups_are_numbered_by_their_first_member() {
        assert_eq!(renumbered(vec![5, 2, 5, 9]), [0, 1, 0, 2]);
    }
}
