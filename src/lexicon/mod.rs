//! The lexicon: what each word can be. It is the only list of role nouns, reporting verbs and function words.
//!
//! `nouns` has the words for people, `referring_nouns` those for groups and texts, `function_words` the small words,
//! `verbs` the verbs that report speech, `given_names` the given names. A word may be in several classes, so its entry
//! is a set of flags. Some classes nearly coincide and
//! still differ on purpose: trained weights depend on them, or a rule excludes a word that another one needs.

mod function_words;
mod given_names;
mod nouns;
mod referring_nouns;
mod verb;
mod verb_forms;
mod verbs;

pub use given_names::{is_given_name, sex_of_given_name};
pub use verb::{Act, Verb};
pub use verb_forms::is_finite;

use crate::text::hash::BuildWordHasher;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word can be: a set of the flags below.
pub type Flags = u32;

// Classes that coreference chains and titles are read by.

/// A form of address, which is not a title: *Mr*, *Dame*.
pub const ADDRESS: Flags = 1;
/// An office or profession. It stands before a name or after it, and for the person later on.
pub const ROLE: Flags = 1 << 1;
/// Means a person without being a title: *woman*, *brother*, *suspect*.
pub const PERSON: Flags = 1 << 2;
/// Stands before a role and belongs to it: *deputy*, *prime*, *foreign*.
pub const MODIFIER: Flags = 1 << 3;
/// *the*, *this*, *that*: somebody known already.
pub const DEFINITE: Flags = 1 << 4;
/// *a*, *another*: somebody new.
pub const INDEFINITE: Flags = 1 << 5;
/// *his*, *their*: a possessive pronoun of any person.
pub const POSSESSIVE: Flags = 1 << 6;
/// *he* and its other cases.
pub const HE: Flags = 1 << 7;
/// *she* and its other cases.
pub const SHE: Flags = 1 << 8;
/// *he*, *she*, *they*, *I*, *we*: a pronoun in the nominative.
pub const SUBJECT: Flags = 1 << 9;
pub const REFLEXIVE: Flags = 1 << 10;
pub const PREPOSITION: Flags = 1 << 11;
/// *is*, *has*, *will*: its subject stands before it.
pub const AUXILIARY: Flags = 1 << 12;
/// A form of a reporting verb that, next to a mention, shows that the person speaks: *said*, *told*, *added*.
/// Set by [`Verb::says`].
pub const REPORTING: Flags = 1 << 13;
/// *and*, *because*, *that*: joins clauses or phrases.
pub const CONJUNCTION: Flags = 1 << 14;
/// *who*, *whose*, *which*.
pub const RELATIVE: Flags = 1 << 15;
/// An irregular past tense, or a verb in the present that is common in news.
pub const VERB: Flags = 1 << 16;
/// All of the above. A word with none of them is unknown to chains: an adjective or a noun that no list has.
pub const LISTED: Flags = (1 << 17) - 1;

// Classes that say more of a word for a person.

pub const FEMALE: Flags = 1 << 17;
pub const MALE: Flags = 1 << 18;
/// A title that belongs to the name right behind it, whatever stands before: "the office of President Ruiz".
pub const PERSONAL_TITLE: Flags = 1 << 19;

// Classes that quotations and their noun phrases are read by.

/// May begin a noun phrase.
pub const DETERMINER: Flags = 1 << 20;
/// Can be a speaker by itself: *she*, *others*, *nobody*.
pub const LONE_SUBJECT: Flags = 1 << 21;
/// May stand between a subject and its verb. See `TokenView::is_adverbial`.
pub const ADVERBIAL: Flags = 1 << 22;
/// Begins a clause or an adjunct, and so ends a noun phrase.
pub const CLAUSE: Flags = 1 << 23;
/// Joins two parts of a noun phrase: "the head *of* police", "Ames *and* Ruiz".
pub const LINK: Flags = 1 << 24;
/// What follows it qualifies the phrase and is not its head: "a lawyer *for* Ana Ruiz".
pub const QUALIFIER: Flags = 1 << 25;
/// Opens an adjunct before the subject: "*During* the debate, the mayor …".
pub const FRONTED: Flags = 1 << 26;
/// A form of a verb whose object is the addressee: "Ames *told* Webb". Set by [`Verb::tells`].
pub const TELLING: Flags = 1 << 27;
/// A company, a club or another group, which news calls by such a noun once it has been named.
pub const GROUP: Flags = 1 << 28;
/// Something with words on it or in it, which can say something itself: *letter*, *sign*, *articles*.
pub const TEXT: Flags = 1 << 29;
/// A form of *be*, also as a contraction.
pub const BE: Flags = 1 << 30;
/// What news calls a person for the sake of variety, without having said so before: *striker*, *novelist*.
pub const EPITHET: Flags = 1 << 31;

/// Classes that a word with a full stop is never in: "A." is an initial and not an article.
pub const WITHOUT_STOP: Flags =
    PERSONAL_TITLE | DETERMINER | LONE_SUBJECT | ADVERBIAL | CLAUSE | LINK | QUALIFIER | FRONTED | TELLING;

/// The flags of a word in lower case, without its full stop; none for a word that is not listed.
pub fn flags(word: &str) -> Flags {
    static TABLE: OnceLock<HashMap<String, Flags, BuildWordHasher>> = OnceLock::new();
    TABLE.get_or_init(table).get(word).copied().unwrap_or_else(|| by_ending(word))
}

/// The words for people that are in all of these classes, in order.
pub fn person_words(flags: Flags) -> Vec<&'static str> {
    let classes = nouns::NOUNS.iter().filter(|(of, _)| of & flags == flags);
    let mut words: Vec<&str> = classes.flat_map(|(_, words)| words.split_ascii_whitespace()).collect();
    words.sort_unstable();
    words
}

/// The function words of which English text is full and that other languages do not have, in order.
pub fn english_words() -> Vec<&'static str> {
    /// Short words and these are words of other languages too.
    const SHARED: [&str; 5] = ["over", "per", "via", "was", "will"];
    const COMMON: Flags =
        DEFINITE | INDEFINITE | POSSESSIVE | SUBJECT | PREPOSITION | AUXILIARY | CONJUNCTION | RELATIVE;
    let classes = function_words::FUNCTION_WORDS.iter().filter(|(flags, _)| flags & COMMON != 0);
    let words = classes.flat_map(|(_, words)| words.split_ascii_whitespace());
    let is_english =
        |word: &&str| word.len() > 2 && !SHARED.contains(word) && word.bytes().all(|b| b.is_ascii_lowercase());
    let mut words: Vec<&str> = words.filter(is_english).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn table() -> HashMap<String, Flags, BuildWordHasher> {
    let mut table = HashMap::default();
    let mut add = |word: String, flags| *table.entry(word).or_default() |= flags;
    for &(flags, words) in
        [nouns::NOUNS, referring_nouns::REFERRING_NOUNS, function_words::FUNCTION_WORDS].into_iter().flatten()
    {
        words.split_ascii_whitespace().for_each(|word| add(word.to_owned(), flags));
    }
    for (_, words) in referring_nouns::REFERRING_NOUNS.iter().filter(|(flags, _)| flags & TEXT != 0) {
        words.split_ascii_whitespace().for_each(|word| add(plural(word), TEXT));
    }
    for verb in verbs::VERBS {
        verb.forms(verb.says).for_each(|form| add(form, REPORTING));
        verb.forms(verb.tells).for_each(|form| add(form, TELLING));
    }
    table
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

/// Professions and offices that their ending shows: *volcanologist*, *alderwoman*.
fn by_ending(word: &str) -> Flags {
    let role = word.len() > 7 && ["ologist", "woman", "person"].iter().any(|end| word.ends_with(end));
    if role { ROLE } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_all_their_flags() {
        for (word, classes, not) in [
            ("his", HE | POSSESSIVE | DETERMINER, SUBJECT),
            ("general", ROLE | MODIFIER | PERSONAL_TITLE, FEMALE | MALE),
            ("actress", ROLE | FEMALE, PERSONAL_TITLE),
            ("that", DEFINITE | CONJUNCTION | CLAUSE | QUALIFIER, DETERMINER),
            ("told", REPORTING | TELLING, ROLE),
            ("reminded", TELLING, LISTED),
            ("volcanologist", ROLE, PERSON),
            ("several", DETERMINER, LISTED),
            ("company", GROUP | MODIFIER, ROLE),
            ("retailer", GROUP, LISTED),
            ("stories", TEXT, LISTED),
            ("striker", EPITHET | ROLE, GROUP),
            ("isn't", BE | AUXILIARY, ROLE),
        ] {
            assert_eq!(flags(word) & (classes | not), classes, "{word}");
        }
        assert_eq!(flags("table"), 0);
    }

    #[test]
    fn a_noun_stands_in_one_place() {
        let mut seen = std::collections::HashSet::new();
        for word in nouns::NOUNS.iter().flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert!(seen.insert(word), "{word}");
        }
    }
}
