//! Evidence for whether a text calls a person *he* or *she*: nouns and forms of address that say it, and given names.
//! Without evidence the gender is unknown.

use crate::lexicon::{self, FEMALE, HE, MALE};

/// Evidence for the gender of one person: positive for *she*, negative for *he*. It adds up, so several right hints
/// outweigh a misleading one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gender(pub i32);

impl Gender {
    pub const UNKNOWN: Gender = Gender(0);

    pub fn add(&mut self, other: Gender) {
        self.0 = (self.0 + other.0).clamp(-100, 100);
    }

    /// Whether both may be the gender of one person: unless both are known and they differ.
    pub fn agrees(self, other: Gender) -> bool {
        self.0.signum() * other.0.signum() >= 0
    }

    /// This gender if a form of address or a given name says it and the pronouns of the text do not contradict it: the
    /// Claire whom a text calls *he* throughout is a man. One pronoun contradicts nothing, since it may mean somebody
    /// else; a name that leaves no doubt is contradicted by several.
    pub fn certain(self, pronouns: Gender) -> Gender {
        let borne = if self.0.abs() >= SURE { 3 * PRONOUN } else { PRONOUN };
        let contradicted = !self.agrees(pronouns) && pronouns.0.abs() > borne;
        if self.0.abs() < GIVEN || contradicted { Gender::UNKNOWN } else { self }
    }
}

/// The weight of a pronoun that the text refers to the person with.
pub const PRONOUN: i32 = 2;

/// The weight of a word that says it: *Mr*, *spokeswoman*, *widow*.
const SAID: i32 = 8;
/// The weight of a given name that mostly one gender has.
pub const GIVEN: i32 = 3;
/// The weight of a given name that hardly anybody of the other gender has.
const SURE: i32 = 5;

/// The gender of a common noun or a form of address, in lower case without its full stop.
pub fn of_word(word: &str) -> Gender {
    let flags = lexicon::flags(word);
    if flags & FEMALE != 0 || word.ends_with("woman") {
        Gender(SAID)
    } else if flags & MALE != 0 || (word.ends_with("man") && word.len() > 5 && !word.ends_with("human")) {
        Gender(-SAID)
    } else {
        Gender::UNKNOWN
    }
}

/// The gender of *he*, *she* or another case of them.
pub fn of_pronoun(word: &str) -> Gender {
    let masculine = lexicon::flags(&word.to_ascii_lowercase()) & HE != 0;
    Gender(if masculine { -SAID } else { SAID })
}

/// The gender that a given name suggests, in lower case without diacritics.
pub fn of_given_name(name: &str) -> Gender {
    match lexicon::sex_of_given_name(name) {
        Some(b'f') => Gender(GIVEN),
        Some(b'm') => Gender(-GIVEN),
        Some(b'F') => Gender(SURE),
        Some(b'M') => Gender(-SURE),
        _ => Gender::UNKNOWN,
    }
}

/// Whether women and men bear this given name.
pub fn is_unisex(name: &str) -> bool {
    lexicon::sex_of_given_name(name) == Some(b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gender_is_certain_unless_the_pronouns_contradict_it() {
        for (gender, pronouns, certain) in [
            (3, 0, 3),
            (-3, -2, -3),
            (3, -2, 3),
            (3, -4, 0),
            (8, 2, 8),
            (8, -6, 8),
            (-8, 8, 0),
            (5, -8, 0),
            (1, 2, 0),
            (-2, 0, 0),
        ] {
            assert_eq!(Gender(gender).certain(Gender(pronouns)), Gender(certain), "{gender} {pronouns}");
        }
    }

    #[test]
    fn nouns_say_it() {
        assert!(of_word("mrs").0 > 0 && of_word("spokeswoman").0 > 0);
        assert!(of_word("king").0 < 0 && of_word("chairman").0 < 0);
        assert_eq!(of_word("minister"), Gender::UNKNOWN);
        assert_eq!(of_word("human"), Gender::UNKNOWN);
    }

    #[test]
    fn given_names_suggest_it() {
        assert!(of_given_name("fatima").0 > 0 && of_given_name("vladimir").0 < 0);
        assert!(of_given_name("susan").0 > of_given_name("olga").0 && of_given_name("olga").0 > 0);
        assert!(is_unisex("taylor") && !is_unisex("susan") && !is_unisex("zzzz"));
        assert_eq!(of_given_name("taylor"), Gender::UNKNOWN);
    }
}
