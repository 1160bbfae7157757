//! Who holds a title: "the minister" is the person whom the text has called a minister.

use crate::entities::EntityType;
use crate::lexicon::DEFINITE;
use crate::syntax::{PersonPhrase, TokenView};
use std::collections::HashMap;

/// How many holders of one title are considered.
const RECENT: usize = 16;
/// Words that name another office if only one of two titles has them.
const OTHER_OFFICE: &[&str] =
    &["vice", "deputy", "former", "assistant", "associate", "ex", "co", "shadow", "acting", "crown", "prime", "chief"];

/// The words of a title in the form in which they are compared.
struct Office {
    holder: usize,
    /// Nationalities, places and organisations in it, cut to the letters that their forms share.
    owners: Vec<String>,
    modifiers: Vec<String>,
    /// The sentence looks back to another year: "In 1988 President Dunbar had refused".
    looking_back: bool,
}

/// A person that a phrase may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub chain: usize,
    /// How many words the phrase shares with the title.
    pub shared: usize,
    /// The text gives the title only where it looks back to another year.
    pub looking_back: bool,
}

#[derive(Default)]
pub struct TitleHolders {
    by_head: HashMap<String, Vec<Office>>,
}

impl TitleHolders {
    /// Records that a chain has this title.
    pub fn add(&mut self, view: &TokenView, phrase: &PersonPhrase, holder: usize) {
        let offices = self.by_head.entry(head(view, phrase)).or_default();
        let looking_back = looks_back(view, phrase.head);
        offices.push(Office { holder, owners: owners(view, phrase), modifiers: modifiers(view, phrase), looking_back });
    }

    /// Those whom this phrase may mean.
    pub fn of(&self, view: &TokenView, phrase: &PersonPhrase) -> Vec<Holder> {
        let Some(offices) = self.by_head.get(&head(view, phrase)) else { return Vec::new() };
        let (owners, modifiers) = (owners(view, phrase), modifiers(view, phrase));
        offices
            .iter()
            .rev()
            .take(RECENT)
            .filter(|office| {
                let owned = owners.is_empty()
                    || office.owners.is_empty()
                    || owners.iter().any(|owner| office.owners.contains(owner));
                let same_office = OTHER_OFFICE.iter().all(|&word| {
                    let has = |words: &[String]| words.iter().any(|w| w == word);
                    has(&modifiers) == has(&office.modifiers)
                });
                let contained =
                    office.modifiers.is_empty() || modifiers.iter().all(|word| office.modifiers.contains(word));
                owned && same_office && contained
            })
            .map(|office| {
                let shared = owners.iter().filter(|o| office.owners.contains(o)).count()
                    + modifiers.iter().filter(|m| office.modifiers.contains(m)).count();
                Holder { chain: office.holder, shared, looking_back: office.looking_back }
            })
            .collect()
    }
}

/// Whether the sentence begins with a year, or tells what had happened in one.
fn looks_back(view: &TokenView, token: usize) -> bool {
    const OPENING: usize = 3;
    let sentence = view.sentence_tokens(token);
    let is_year = |t: usize| {
        let word = view.word(t);
        word.len() == 4
            && (word.starts_with("18") || word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut years = sentence.clone().filter(|&t| is_year(t));
    let had = || sentence.clone().any(|t| view.is(t, "had"));
    years.next().is_some_and(|year| year < sentence.start + OPENING || had())
}

fn head(view: &TokenView, phrase: &PersonPhrase) -> String {
    let head = view.plain(phrase.head);
    match head.as_str() {
        "sen" => "senator".to_owned(),
        "rep" => "representative".to_owned(),
        "gov" => "governor".to_owned(),
        "gen" => "general".to_owned(),
        "prof" => "professor".to_owned(),
        "col" => "colonel".to_owned(),
        "capt" => "captain".to_owned(),
        "pres" => "president".to_owned(),
        _ => head,
    }
}

/// Nationalities, places and organisations before the head. Four letters distinguish one country from another, but
/// not a country from its people: "Russ", "Paki".
fn owners(view: &TokenView, phrase: &PersonPhrase) -> Vec<String> {
    let from = match phrase.determiner {
        Some(word) if !view.has(word, DEFINITE) => word.saturating_sub(1),
        _ => phrase.tokens.start,
    };
    (from..phrase.head)
        .filter(|&token| {
            matches!(view.kind(token), Some(EntityType::Norp | EntityType::Gpe | EntityType::Org | EntityType::Loc))
        })
        .filter(|&token| {
            view.is_word(token)
                && !view.is_possessive_mark(token)
                && !view.is(token, "north")
                && !view.is(token, "south")
        })
        .map(|token| view.plain(token).chars().take(4).collect())
        .collect()
}

fn modifiers(view: &TokenView, phrase: &PersonPhrase) -> Vec<String> {
    (phrase.tokens.start..phrase.head)
        .filter(|&token| view.entity(token).is_none() && view.is_word(token))
        .map(|token| match view.plain(token).as_str() {
            "defence" => "defense".to_owned(),
            "labour" => "labor".to_owned(),
            word => word.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::titles;
    use super::*;
    use crate::syntax::Modifiers;
    use crate::syntax::testing::with_view;

    /// Whom the phrase with the last word of a text can mean, by the beginnings of their names, with the number of
    /// shared words.
    fn holders(marked: &str) -> Vec<(String, usize)> {
        with_view(marked, |view| {
            let mut holders = TitleHolders::default();
            for title in titles::find(view).iter().filter(|title| title.tokens.is_some()) {
                holders.add(view, &title.phrase, title.entity);
            }
            let head = (0..view.layout.tokens.len()).rfind(|&token| view.is_word(token)).expect("a word");
            let phrase = PersonPhrase::around(view, head, Modifiers::Any);
            let name = |entity: usize| view.entities[entity].span.of(view.layout.text).to_owned();
            holders.of(view, &phrase).into_iter().map(|holder| (name(holder.chain), holder.shared)).collect()
        })
    }

    #[test]
    fn a_title_means_its_holder() {
        for (marked, shared) in [
            ("Mayor {PERSON Roth} slept. They woke the mayor.", 0),
            ("Sen. {PERSON Roth} slept. They woke the senator.", 0),
            ("Prof. {PERSON Roth} slept. They woke the professor.", 0),
            // Words of the title may be left out, and any may be added to a bare title.
            ("Finance Minister {PERSON Roth} slept. They woke the minister.", 0),
            ("Finance Minister {PERSON Roth} slept. They woke the finance minister.", 1),
            ("Mayor {PERSON Roth} slept. They woke the popular mayor.", 0),
            // British and American spelling.
            ("Defence Minister {PERSON Roth} slept. They woke the defense minister.", 1),
            ("Labor Minister {PERSON Roth} slept. They woke the labour minister.", 1),
            // Peoples and their countries.
            ("{NORP Danish} minister {PERSON Roth} slept. They woke the minister.", 0),
            ("Minister {PERSON Roth} slept. They woke the {NORP Danish} minister.", 0),
            ("{NORP Russian} minister {PERSON Roth} slept. They woke {GPE Russia}’s minister.", 1),
            ("{NORP Russian} finance minister {PERSON Roth} slept. They woke the {NORP Russian} finance minister.", 2),
            // Other offices.
            ("Deputy Mayor {PERSON Roth} slept. They woke the deputy mayor.", 1),
            ("Vice President {PERSON Roth} slept. They woke the vice-president.", 1),
        ] {
            assert_eq!(holders(marked), [("Roth".to_owned(), shared)], "{marked}");
        }
    }

    #[test]
    fn another_title_means_somebody_else() {
        for marked in [
            "Mayor {PERSON Roth} slept. They woke the minister.",
            "Finance Minister {PERSON Roth} slept. They woke the defence minister.",
            "{NORP Danish} minister {PERSON Roth} slept. They woke the {NORP Swedish} minister.",
            "{NORP Danish} minister {PERSON Roth} slept. They woke {GPE Sweden}’s minister.",
            // "North" and "South" alone show no country.
            "{GPE North Varde} minister {PERSON Roth} slept. They woke the {GPE North Halden} minister.",
            "The {NORP Anglo-Danish} minister {PERSON Roth} slept. They woke the {NORP Afro-Swedish} minister.",
            "{GPE Denmark’s} minister {PERSON Roth} slept. They woke {GPE Sweden’s} minister.",
            "Deputy Mayor {PERSON Roth} slept. They woke the mayor.",
            "Mayor {PERSON Roth} slept. They woke the deputy mayor.",
            "Vice President {PERSON Roth} slept. They woke the president.",
        ] {
            assert_eq!(holders(marked), [], "{marked}");
        }
    }

    #[test]
    fn a_title_may_be_one_of_another_year() {
        for (sentence, back) in [
            ("In 1988 President {PERSON Roth} slept.", true),
            ("President {PERSON Roth} had slept since 1988.", true),
            ("President {PERSON Roth}, born in 1988, slept.", false),
            ("President {PERSON Roth} had slept.", false),
        ] {
            with_view(sentence, |view| {
                assert_eq!(looks_back(view, crate::syntax::testing::token(view, "President")), back, "{sentence}");
            });
        }
    }

    #[test]
    fn the_latest_holders_are_considered_and_come_first() {
        let names: String = (0..=RECENT).map(|n| format!("Mayor {{PERSON Roth{n}}} slept. ")).collect();
        let found: Vec<String> =
            holders(&format!("{names}They woke the mayor.")).into_iter().map(|(name, _)| name).collect();
        let expected: Vec<String> = (1..=RECENT).rev().map(|n| format!("Roth{n}")).collect();
        assert_eq!(found, expected);
    }
}
