//! Groups the names of people by person.
//!
//! Names of several words are grouped first, wherever they stand, because a headline may have the surname before the
//! text has the whole name. Then each single word ("Shoigu") goes to a person who has it as family name, as given name
//! or anywhere in the name, in this order; among several, to the one mentioned last. At most [`RECENT`] people with
//! the same name are compared, so the cost is linear.

use super::name_tables::is_family_name;
use super::person_name::PersonName;
use std::collections::HashMap;

/// How many people with the same name are compared.
const RECENT: usize = 16;
/// How many forms of a person's name are kept for comparison.
const FORMS: usize = 6;

struct Person {
    forms: Vec<PersonName>,
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
        persons.all[owner[index]].last = Some(index);
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
        let best = bearers
            .iter()
            .rev()
            .take(RECENT)
            .filter(|&&(person, part)| self.agrees(person, name) && !(name.formal && part == Part::Given))
            // First the people already mentioned, the latest first; then those still to come, the nearest first.
            .min_by_key(|&&(person, part)| {
                let person = &self.all[person];
                (part, person.last.map_or((1, person.first), |last| (0, usize::MAX - last)))
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
        self.all.push(Person { forms: Vec::new(), last: None, first: index });
        self.learn(person, name);
        person
    }

    fn learn(&mut self, person: usize, name: &PersonName) {
        self.whole.insert(name.words.clone(), person);
        let forms = &mut self.all[person].forms;
        if forms.len() >= FORMS || forms.contains(name) {
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

/// The same groups, numbered in order of first appearance.
pub fn renumbered(mut owner: Vec<usize>) -> Vec<usize> {
    let mut numbers = HashMap::new();
    for group in &mut owner {
        let next = numbers.len();
        *group = *numbers.entry(*group).or_insert(next);
    }
    owner
}
