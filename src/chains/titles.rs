//! Titles beside people's names: "Defence Minister Sergei Shoigu", "Shoigu, the defence minister,", "strongman Kim
//! Jong Un".

use super::title_extent::{fronted, joined_office, office_before_comma, office_end, second_office};
use crate::entities::EntityType;
use crate::lexicon::*;
use crate::syntax::{Modifiers, PersonPhrase, TokenView};
use core::ops::Range;

/// A title or another phrase for a person beside the name.
pub struct Title {
    /// The person's entity.
    pub entity: usize,
    pub phrase: PersonPhrase,
    /// The title itself; `None` for other words for a person ("his wife, Mary"), which at most tell the gender.
    pub tokens: Option<Range<usize>>,
    /// It is set off by a comma, and so a mention of its own.
    pub apposition: bool,
}

/// The titles of all people in the order of the text.
pub fn find(view: &TokenView) -> Vec<Title> {
    let mut out = Vec::new();
    for (index, entity) in
        view.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityType::Person && !e.tokens.is_empty())
    {
        out.extend(before(view, index, entity.tokens.clone()));
        out.extend(inside(view, index, entity.tokens.clone()));
        out.extend(after(view, index, entity.tokens.end));
        out.extend(before_comma(view, index, entity.tokens.clone()));
    }
    out
}

fn title(view: &TokenView, entity: usize, phrase: PersonPhrase, end: usize, apposition: bool) -> Title {
    // "a very eccentric artist" is a description, "a financial adviser" an office.
    let describes = phrase.determiner.is_some_and(|word| view.has(word, INDEFINITE))
        && phrase.tokens.clone().any(|t| {
            t != phrase.head
                && view.is_word(t)
                && !view.has(t, LISTED)
                && view.entity(t).is_none()
                && !view.is_capitalised(t)
        });
    // With an employer behind it, it is an office again: "a research fellow at the Institute".
    let employed = end > phrase.tokens.end && view.kind(end - 1) == Some(EntityType::Org);
    let tokens = (is_role(view, phrase.head) && (!describes || employed)).then_some(phrase.tokens.start..end);
    Title { entity, phrase, tokens, apposition }
}

/// Whether the noun is an office. A fellow is one behind another noun ("a research fellow"), and otherwise a fellow man.
fn is_role(view: &TokenView, head: usize) -> bool {
    view.has(head, ROLE)
        || (view.is(head, "fellow")
            && head > 0
            && view.is_word(head - 1)
            && !view.has(head - 1, DEFINITE | INDEFINITE | POSSESSIVE))
}

/// The title right before the name.
fn before(view: &TokenView, entity: usize, name: Range<usize>) -> Option<Title> {
    let from = view.sentence_tokens(name.start).start;
    let last = name.start.checked_sub(1).filter(|&last| last >= from)?;
    let head = head_at(view, from, last).or_else(|| office(view, from, last))?;
    if is_verb(view, from, head) {
        return None;
    }
    let phrase = PersonPhrase::around(view, head, Modifiers::Listed);
    let mut title = title(view, entity, phrase, name.start, false);
    if let Some(tokens) = &mut title.tokens {
        let start = joined_office(view, &title.phrase).unwrap_or(tokens.start);
        tokens.start = fronted(view, start).unwrap_or(start);
    }
    Some(title)
}

/// The head of a phrase that ends with this word: "minister", "president-elect", "bishop designate".
fn head_at(view: &TokenView, from: usize, last: usize) -> Option<usize> {
    if view.has(last, ROLE | PERSON) && view.entity(last).is_none() {
        Some(last)
    } else if view.is_word(last) && last >= from + 2 && view.is_inner_hyphen(last - 1) && view.has(last - 2, ROLE) {
        Some(last - 2)
    } else {
        is_postposed(view, from, last).then(|| last - 1)
    }
}

/// "vice-president elect", "the bishop designate": a word behind the office that belongs to it.
fn is_postposed(view: &TokenView, from: usize, last: usize) -> bool {
    let behind = ["elect", "designate", "emeritus", "emerita"].iter().any(|word| view.is(last, word));
    behind && last > from && view.has(last - 1, ROLE) && view.entity(last - 1).is_none()
}

/// "the old director, Cheng Yin, said": the phrase with its article, a comma, the name, a comma or the
/// end of the sentence.
fn before_comma(view: &TokenView, entity: usize, name: Range<usize>) -> Option<Title> {
    let sentence = view.sentence_tokens(name.start);
    let comma = name.start.checked_sub(1).filter(|&t| t > sentence.start && view.word(t) == ",")?;
    let closed = name.end >= sentence.end || view.is_punctuation(name.end);
    if !closed {
        return None;
    }
    let phrase = match head_at(view, sentence.start, comma - 1) {
        Some(head) => {
            Some(PersonPhrase::around(view, head, Modifiers::Any)).filter(|phrase| phrase.is_definite(view))?
        }
        None => office_before_comma(view, comma, name.end)?,
    };
    Some(title(view, entity, phrase, comma, true))
}

/// The head of an office of several words that ends with `last`: "Secretary of State", "Chancellor of the Exchequer".
fn office(view: &TokenView, from: usize, last: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    if !view.is_capitalised(last) || view.is_person(last) {
        return None;
    }
    (from + 1..last)
        .rev()
        .take(LONGEST)
        .take_while(|&word| {
            view.is_capitalised(word)
                || view.is(word, "the")
                || view.is(word, "of")
                || view.is(word, "and")
                || view.is(word, "for")
        })
        .filter(|&word| view.is(word, "of") || view.is(word, "for"))
        .map(|of| of - 1)
        .find(|&role| view.has(role, ROLE) && view.is_capitalised(role) && view.entity(role).is_none())
}

/// Whether the word is a verb: "will host Putin", "to head", "who coach".
fn is_verb(view: &TokenView, from: usize, head: usize) -> bool {
    head > from
        && !view.is_capitalised(head)
        && (view.is(head - 1, "to")
            || view.has(head - 1, SUBJECT | RELATIVE)
            || (view.has(head - 1, AUXILIARY) && !view.is_possessive_mark(head - 1)))
}

/// The title at the beginning of the entity itself.
fn inside(view: &TokenView, entity: usize, name: Range<usize>) -> Option<Title> {
    let end = name.clone().take_while(|&word| view.has(word, ROLE | MODIFIER)).last()? + 1;
    let head = (name.start..end).rev().find(|&word| view.has(word, ROLE))?;
    (end < name.end).then(|| Title {
        entity,
        phrase: PersonPhrase { tokens: name.start..head + 1, head, determiner: None },
        tokens: Some(name.start..head + 1),
        apposition: false,
    })
}

/// The title after the name and a comma, up to a word that cannot belong to it.
fn after(view: &TokenView, entity: usize, end: usize) -> Option<Title> {
    const LONGEST: usize = 10;
    let sentence = view.sentence_tokens(end.checked_sub(1)?);
    if !matches!(view.word(end), "," | "(" | "–" | "—" | "--") {
        return None;
    }
    let start = end + 1;
    let limit = sentence.end.min(start + LONGEST);
    // "Roth, then a junior minister, …"
    let mut at = start + usize::from(["then", "now", "formerly"].iter().any(|word| view.is(start, word)));
    let determined = view.has(at, DEFINITE | INDEFINITE | POSSESSIVE);
    at += usize::from(determined);
    let mut head = None;
    while at < limit {
        let belongs = match view.kind(at) {
            Some(EntityType::Person) => return None,
            Some(_) => true,
            None => {
                view.has(at, MODIFIER | ROLE | PERSON)
                    || is_role(view, at)
                    || view.is_inner_hyphen(at)
                    || view.is_possessive_mark(at)
                    || (view.is_word(at)
                        && !view.has(at, LISTED)
                        && (view.is_capitalised(at) || (determined && head.is_none())))
            }
        };
        if !belongs {
            break;
        }
        if (view.has(at, ROLE | PERSON) || is_role(view, at)) && view.entity(at).is_none() {
            head = Some(at);
        }
        at += 1;
    }
    let head = head?;
    let phrase = PersonPhrase::around(view, head, Modifiers::Any);
    let next = phrase.tokens.end;
    let closed = next >= sentence.end
        || view.is_punctuation(next)
        || view.has(next, PREPOSITION | CONJUNCTION | RELATIVE | AUXILIARY)
        // "Stone, the judge said, …" is no title.
        || (view.has(next, REPORTING) && !view.has(start, DEFINITE));
    if !closed || phrase.tokens.start < start || view.is_person(next) {
        return None;
    }
    let end = second_office(view, next, sentence.end).unwrap_or_else(|| office_end(view, next, sentence.end));
    Some(title(view, entity, phrase, end, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::{with_view, words};

    /// The titles: name, phrase with its determiner, title (if it is one), and whether it is an apposition.
    fn found(marked: &str) -> Vec<String> {
        with_view(marked, |view| {
            let title = |title: &Title| {
                let name = words(view, &view.entities[title.entity].tokens);
                let phrase = words(view, &title.phrase.mention(view));
                let title_words = title.tokens.as_ref().map_or("none".to_owned(), |tokens| words(view, tokens));
                format!("{name}: {phrase}: {title_words}{}", if title.apposition { ", apposition" } else { "" })
            };
            find(view).iter().map(title).collect()
        })
    }

    fn check(cases: &[(&str, &str)]) {
        for &(marked, expected) in cases {
            assert_eq!(found(marked), [expected], "{marked}");
        }
    }

    fn check_none(cases: &[&str]) {
        for &marked in cases {
            assert_eq!(found(marked), [""; 0], "{marked}");
        }
    }

    #[test]
    fn right_before_the_name() {
        check(&[
            ("Defence Minister {PERSON Ada Roth} slept.", "Ada Roth: Defence Minister: Defence Minister"),
            ("The {NORP Danish} coach {PERSON Roth} slept.", "Roth: The Danish coach: Danish coach"),
            ("President-elect {PERSON Ada Roth} slept.", "Ada Roth: President-elect: President-elect"),
            ("{GPE Varde}’s coach {PERSON Roth} slept.", "Roth: coach: coach"),
            ("His wife {PERSON Maria Roth} slept.", "Maria Roth: wife: none"),
        ]);
        check_none(&[
            "Yesterday {PERSON Ada Roth} slept.",
            "They met the doctor\n\n{PERSON Roth} slept.",
            "The {ORG Fish Minister} {PERSON Roth} slept.",
            "The minister {ORG Roth} slept.",
            "Semi-dry {PERSON Roth} slept.",
        ]);
    }

    #[test]
    fn a_word_behind_the_office_may_belong_to_it() {
        check(&[
            ("Vice-president elect {PERSON Mia Stone} slept.", "Mia Stone: Vice-president: Vice-president elect"),
            ("The bishop designate {PERSON Roth} slept.", "Roth: The bishop: bishop designate"),
            ("Archbishop-designate {PERSON Roth} slept.", "Roth: Archbishop-designate: Archbishop-designate"),
        ]);
        check_none(&["Members will elect {PERSON Mia Stone}.", "They want to elect {PERSON Mia Stone}."]);
    }

    #[test]
    fn a_fellow_is_an_office_at_an_institute() {
        check(&[
            (
                "{PERSON Lund}, a research fellow at the {ORG Institute}, slept.",
                "Lund: a research fellow: research fellow at the Institute, apposition",
            ),
            (
                "{PERSON Lund}, senior fellow at {ORG Acme}, slept.",
                "Lund: senior fellow: senior fellow at Acme, apposition",
            ),
            ("{PERSON Roth}, a gloomy artist at the lake, slept.", "Roth: a gloomy artist: none, apposition"),
        ]);
        check_none(&[
            "{PERSON Lund}, a fellow with a hat, slept.",
            "{PERSON Lund} met a research fellow at {ORG Acme}.",
        ]);
    }

    #[test]
    fn an_office_of_several_words_is_capitalised() {
        check(&[
            ("Secretary of State {PERSON Ada Roth} slept.", "Ada Roth: Secretary: Secretary of State"),
            (
                "Minister for Roads Rails Ports Ships Lakes Rivers {PERSON Roth} slept.",
                "Roth: Minister: Minister for Roads Rails Ports Ships Lakes Rivers",
            ),
            (
                "Then Minister for Fish and the Sea {PERSON Roth} slept.",
                "Roth: Then Minister: Then Minister for Fish and the Sea",
            ),
        ]);
        check_none(&[
            "A secretary of State {PERSON Ada Roth} slept.",
            "Secretary of state {PERSON Ada Roth} slept.",
            "House of Cards {PERSON Ada Roth} slept.",
            "Secretary with State {PERSON Ada Roth} slept.",
            "Secretary of {PERSON Webb} {PERSON Roth} slept.",
            "Minister for Roads Rails Ports Ships Lakes Rivers Seas {PERSON Roth} slept.",
        ]);
    }

    #[test]
    fn a_verb_is_no_title() {
        check_none(&[
            "They will host {PERSON Roth}.",
            "They want to coach {PERSON Roth}.",
            "Those who coach {PERSON Roth} slept.",
            "They coach {PERSON Roth}.",
        ]);
        check(&[
            ("Varde’s host {PERSON Roth} slept.", "Roth: host: host"),
            ("To Coach {PERSON Roth} it mattered.", "Roth: Coach: Coach"),
            ("Coach {PERSON Roth} slept.", "Roth: Coach: Coach"),
        ]);
    }

    #[test]
    fn a_name_may_stand_in_apposition_to_a_definite_phrase() {
        check(&[
            ("The old director, {PERSON Cheng Yin}, slept.", "Cheng Yin: The old director: old director, apposition"),
            ("They met his coach, {PERSON Roth}.", "Roth: coach: coach, apposition"),
        ]);
        check_none(&[
            "An old director, {PERSON Cheng Yin}, slept.",
            "The director, {PERSON Cheng Yin} slept.",
            "The house, {PERSON Cheng Yin}, slept.",
            "The {ORG Director}, {PERSON Cheng Yin}, slept.",
            "The director – {PERSON Cheng Yin} – slept.",
        ]);
    }

    #[test]
    fn at_the_beginning_of_the_entity() {
        check(&[
            ("{PERSON President Ada Roth} slept.", "President Ada Roth: President: President"),
            ("{PERSON Deputy Mayor Ada Roth} slept.", "Deputy Mayor Ada Roth: Deputy Mayor: Deputy Mayor"),
        ]);
        check_none(&["{PERSON Pope} slept.", "{PERSON Junior Wells} slept.", "{PERSON Ada President Roth} slept."]);
    }

    #[test]
    fn after_the_name_and_a_mark() {
        check(&[
            ("{PERSON Roth}, the defence minister, slept.", "Roth: the defence minister: defence minister, apposition"),
            ("{PERSON Roth} (mayor) slept.", "Roth: mayor: mayor, apposition"),
            ("{PERSON Roth} – mayor – slept.", "Roth: mayor: mayor, apposition"),
            ("They met {PERSON Roth}, mayor", "Roth: mayor: mayor, apposition"),
            ("{PERSON Roth}, mayor and cook, slept.", "Roth: mayor: mayor, apposition"),
            (
                "{PERSON Roth}, mayor and chief fire officer of {GPE Varde}, slept.",
                "Roth: mayor: mayor and chief fire officer of Varde, apposition",
            ),
            ("{PERSON Roth}, a mayor who cooks, slept.", "Roth: a mayor: mayor, apposition"),
            ("{PERSON Roth}, vice-president, slept.", "Roth: vice-president: vice-president, apposition"),
            ("{PERSON Roth}, {GPE Varde}’s mayor, slept.", "Roth: mayor: mayor, apposition"),
            ("{PERSON Roth}, the gloomy mayor, slept.", "Roth: the gloomy mayor: gloomy mayor, apposition"),
            ("{PERSON Roth}, his wife, slept.", "Roth: wife: none, apposition"),
        ]);
        check_none(&[
            "{PERSON Roth} the mayor slept.",
            "{PERSON Roth}; the mayor slept.",
            "{PERSON Roth}, gloomy mayor, slept.",
            "{PERSON Roth}, mayor elections, fish.",
            "{PERSON Roth}, the mayor gloomy coach, slept.",
            "{PERSON Roth}, the mayor’s {PERSON Bo}, slept.",
            "{PERSON Roth}, a fan of the mayor, slept.",
            "{PERSON Roth}, the {ORG Mayor}, slept.",
        ]);
    }

    #[test]
    fn a_title_belongs_to_the_nearest_name() {
        check(&[("{PERSON Webb}, {PERSON Roth}, the mayor, slept.", "Roth: the mayor: mayor, apposition")]);
        check(&[("{PERSON Webb}, mayor {PERSON Roth} and others slept.", "Roth: mayor: mayor")]);
    }

    #[test]
    fn a_title_after_the_name_is_short() {
        let eight = "first national joint defence finance budget news health";
        assert_eq!(
            found(&format!("{{PERSON Roth}}, the {eight} mayor, slept.")),
            [format!("Roth: the {eight} mayor: {eight} mayor, apposition")]
        );
        assert_eq!(found(&format!("{{PERSON Roth}}, the {eight} film mayor, slept.")), [""; 0]);
    }

    #[test]
    fn a_description_is_no_office() {
        check(&[
            ("{PERSON Roth}, a gloomy artist, slept.", "Roth: a gloomy artist: none, apposition"),
            ("{PERSON Roth}, a financial adviser, slept.", "Roth: a financial adviser: financial adviser, apposition"),
            ("{PERSON Roth}, the gloomy artist, slept.", "Roth: the gloomy artist: gloomy artist, apposition"),
            ("{PERSON Roth}, a {NORP Danish} artist, slept.", "Roth: a Danish artist: Danish artist, apposition"),
            ("The mayor-elect, {PERSON Roth}, slept.", "Roth: The mayor-elect: mayor-elect, apposition"),
            ("{PERSON Roth}, then a junior minister, slept.", "Roth: a junior minister: junior minister, apposition"),
            ("{PERSON Roth}, a Gloomy Artist, slept.", "Roth: a Gloomy Artist: Gloomy Artist, apposition"),
        ]);
    }

    #[test]
    fn an_office_ends_with_what_it_is_an_office_of() {
        for (rest, title) in [
            ("president of {ORG Acme}", "president of Acme"),
            ("head of the {ORG Water Board}", "head of the Water Board"),
            ("professor at {ORG Varde University}", "professor at Varde University"),
            ("minister for {LOC Jutland}", "minister for Jutland"),
            ("chief of staff", "chief of staff"),
            ("head of gloomy green things", "head of gloomy green things"),
            ("head of many gloomy green things", "head"),
            ("head of Acme", "head"),
            ("minister for fish", "minister"),
            ("coach of {PERSON Webb}", "coach"),
            ("coach of his team", "coach"),
            ("economist with {ORG Acme}", "economist with Acme"),
            ("coach with {GPE Oslo}", "coach"),
        ] {
            let marked = format!("{{PERSON Roth}}, {rest}, slept.");
            let titles = found(&marked);
            assert!(titles.len() == 1 && titles[0].ends_with(&format!(": {title}, apposition")), "{titles:?} {title}");
        }
    }
}
