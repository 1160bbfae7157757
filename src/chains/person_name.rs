//! The parts of a person's name, and whether two names may belong to one person.

use super::gender::{self, Gender};
use super::name_tables::{is_family_name, is_short_form};
use super::name_words::Word;
use crate::lexicon::{self, ADDRESS, ROLE};

/// A personal name without forms of address, titles and *Jr*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Given name first or family name first, as written.
    pub words: Vec<String>,
    /// *junior*, *senior*, *ii*, …
    pub generation: Option<String>,
    /// The gender that a form of address or a title says.
    pub said: Gender,
    /// The gender that the given name suggests; of a single word, which may be a surname, with little weight.
    pub given: Gender,
    /// A form of address such as *Mr* stands before it, so a single word is the surname.
    pub formal: bool,
    /// What the text calls the person beside this name.
    pub called: Called,
}

/// What the text calls a person beside the name: "*Judge* Harmon", "his *son*, Johan Marais".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The head of the title.
    pub role: Option<String>,
    /// A relative of somebody.
    pub relative: bool,
}

impl PersonName {
    /// Parses the words of an entity. `before` are the words before it, the nearest first, in lower case without
    /// full stops.
    pub fn parse(entity: &[Word], before: &[String]) -> PersonName {
        let mut words: Vec<String> = entity.iter().map(|w| w.key.clone()).collect();
        let mut said = Gender::UNKNOWN;
        let mut formal = false;
        let mut outside = before.iter();
        if let Some(word) = outside.next().filter(|w| has(w, ADDRESS | ROLE)) {
            formal = has(word, ADDRESS);
            said.add(gender::of_word(word));
        }
        let leading = words[..words.len().saturating_sub(1)].iter().take_while(|word| is_title(word)).count();
        for word in words.drain(..leading) {
            formal |= has(&word, ADDRESS);
            said.add(gender::of_word(&word));
        }
        let generation = match words.last().map(String::as_str) {
            Some("jr" | "junior") if words.len() > 1 => Some("jr"),
            Some("sr" | "senior") if words.len() > 1 => Some("sr"),
            Some(
                last @ ("ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix" | "xi" | "xii" | "xiii" | "xiv"
                | "xvi" | "xxiii"),
            ) if words.len() > 1 => Some(last),
            _ => None,
        };
        let generation = generation.map(str::to_owned);
        if generation.is_some() {
            words.pop();
        }
        let given = given(&words);
        for word in &mut words {
            *word = without_umlaut_spelling(word);
        }
        PersonName { words, generation, said, given, formal, called: Called::default() }
    }

    /// The gender that the whole name suggests.
    pub fn gender(&self) -> Gender {
        if self.said != Gender::UNKNOWN || self.words.len() == 1 { self.said } else { self.given }
    }

    /// Whether both are one form, whatever stands beside them.
    pub fn is_spelled_as(&self, other: &PersonName) -> bool {
        let form = |name: &PersonName| (name.said, name.given, name.formal);
        self.words == other.words && self.generation == other.generation && form(self) == form(other)
    }

    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether two names of more than one word may belong to one person.
    pub fn fits(&self, other: &PersonName) -> bool {
        if !self.gender().agrees(other.gender()) && (self.formal || other.formal) {
            return false;
        }
        if self.generation.is_some() && other.generation.is_some() && self.generation != other.generation {
            return false;
        }
        let (a, b) = (&self.words, &other.words);
        if a == b || a.concat() == b.concat() || turned(a, b) || turned(b, a) {
            return true;
        }
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        if short.len() < long.len() && (long.ends_with(short) || long.starts_with(short)) {
            return true;
        }
        if self.last() != other.last() || !given_fits(self.first(), other.first()) {
            return false;
        }
        // Middle names and initials may be left out but not differ.
        let mut middle = long[1..long.len() - 1].iter();
        short[1..short.len() - 1].iter().all(|x| middle.any(|y| given_fits(x, y)))
    }
}

/// Whether the second name is the first one with the family name moved to the end: "Han Ji-hye", "Ji-hye Han".
fn turned(family_first: &[String], family_last: &[String]) -> bool {
    let [family, given @ ..] = family_first else { return false };
    is_family_name(family) && family_last.split_last().is_some_and(|(last, rest)| last == family && rest == given)
}

/// "Schroeter" is compared like "Schröter", whose dots are removed. *ael* and *uel* at the end of a word are no
/// umlauts: *Michael*, *Samuel*.
fn without_umlaut_spelling(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let spells_dots = |at: usize| {
        letters[at] == 'e'
            && at > 0
            && matches!(letters[at - 1], 'a' | 'o' | 'u')
            && at + 2 < letters.len()
            && !is_vowel(letters[at + 1])
    };
    (0..letters.len()).filter(|&at| !spells_dots(at)).map(|at| letters[at]).collect()
}

/// Whether a word at the beginning of a name is a form of address or a title: "Sir", "President". A word that is also
/// a given name (Dean, Duke) is taken for the name.
pub fn is_title(word: &str) -> bool {
    has(word, ADDRESS) || (has(word, ROLE) && gender::of_given_name(word) == Gender::UNKNOWN)
}

fn has(word: &str, flags: lexicon::Flags) -> bool {
    lexicon::flags(word) & flags != 0
}

/// The gender of the given name: the first word, unless the name begins with a family name.
fn given(words: &[String]) -> Gender {
    if words.len() > 1 && is_family_name(&words[0]) {
        return Gender::UNKNOWN;
    }
    match words {
        [only] => Gender(gender::of_given_name(only).0.signum()),
        _ => words.first().map_or(Gender::UNKNOWN, |first| gender::of_given_name(first)),
    }
}

/// Whether one is the same given name as the other, its initial or a short form of it.
fn given_fits(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long
        || (short.chars().count() == 1 && long.starts_with(short))
        || (short.len() >= 3 && long.starts_with(short))
        || is_short_form(short, long)
        || is_short_form(long, short)
}

#[cfg(test)]
mod tests {
    use super::super::name_words::words;
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::parse(&words(text), &[])
    }

    #[test]
    fn titles_and_generation_are_not_part_of_the_name() {
        let name = name("Mrs. Ada King Jr.");
        assert_eq!(name.words, ["ada", "king"]);
        assert_eq!(name.generation.as_deref(), Some("jr"));
        assert!(name.formal && name.gender().0 > 0);
    }

    #[test]
    fn names_that_fit() {
        for (a, b) in [
            ("Robert Ames", "Bob Ames"),
            ("J. Ortiz", "Juan Ortiz"),
            ("Juan P. Ortiz", "Juan Ortiz"),
            ("Juan P. Ortiz", "Juan Pablo Ortiz"),
            ("Kim Jong-un", "Kim Jong Un"),
            ("Gabriela Ruiz Mora", "Ruiz Mora"),
            ("Dan Webb", "Daniel Webb"),
            ("Chen Shui-bian", "Chen Shuibian"),
            ("Han Ji-hye", "Ji-hye Han"),
            ("Jörg Müller", "Joerg Mueller"),
            ("Michael Vance", "Mike Vance"),
            ("Ali bin Omar bin Said Noor", "Ali Said Noor"),
        ] {
            assert!(name(a).fits(&name(b)) && name(b).fits(&name(a)), "{a} {b}");
        }
    }

    #[test]
    fn names_that_do_not() {
        for (a, b) in [
            ("Rosa Ames", "Bob Ames"),
            ("Juan P. Ortiz", "Juan M. Ortiz"),
            ("Paul Rey Jr.", "Paul Rey Sr."),
            ("Lena Roth", "Lena Marx"),
            ("Mrs. Paul Rey", "Mr. Paul Rey"),
            ("Paul Rey", "Rey Paul"),
            ("Ali bin Omar Noor", "Ali Said Noor"),
        ] {
            assert!(!name(a).fits(&name(b)), "{a} {b}");
        }
    }
}
