//! Corrects what stands at the edges of people's names: letters after a name are a degree or an honour and not part
//! of it, and a word of the calendar behind *Mr* or *Dr* is a name.

use super::names::{in_one_paragraph, is_capitalised, opens_sentence, word};
use super::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, ADDRESS, DETERMINER, EPITHET, PERSON, PERSONAL_TITLE, ROLE};
use crate::text::is_possessive;

/// Degrees, honours and offices that stand after a name, without their stops.
const POST_NOMINALS: &[&str] = &[
    "AC", "AM", "AO", "BA", "BEM", "BSc", "CBE", "CH", "CPA", "CVO", "DBE", "DDS", "DSO", "DVM", "Esq", "FBA", "FRCP",
    "FRCS", "FRS", "FRSE", "GBE", "JD", "KBE", "KC", "KCB", "KCMG", "KCVO", "LLB", "LLM", "LVO", "MBA", "MBE", "MD",
    "MPH", "MEP", "MLA", "MP", "MPhil", "MSc", "MSP", "MVO", "OAM", "OBE", "OM", "PC", "PhD", "QC", "RD", "RN", "SC",
    "TD", "VC",
];
/// Places that are written with stops as degrees are: "Ann Lee, D.C."
/// Honours that no firm has in its name: what stands before them is a person.
const HONOURS: &[&str] = &["BEM", "CBE", "DBE", "GBE", "KBE", "KC", "MBE", "OBE", "QC", "PhD"];
/// Verbs of notices, which the model takes for a given name: "Contact Hal Frost".
const NOTICES: &[&str] = &["Ask", "Call", "Contact", "Email", "Follow", "Meet", "Ring", "See", "Text", "Write"];
const PLACES_WITH_STOPS: &[&str] =
    &["U.S.", "U.S.A.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "N.Y.", "N.J.", "P.E.I."];

/// The entities, in order, with these corrections.
pub fn corrected(layout: &Layout, entities: Vec<Entity>) -> Vec<Entity> {
    let mut out: Vec<Entity> = Vec::with_capacity(entities.len());
    // Where the last person's name ends, with the letters after it.
    let mut person_end = 0;
    for entity in entities {
        if entity.kind != EntityType::Person && entity.tokens.end <= person_end {
            continue;
        }
        if is_common_noun(layout, &entity) || is_species(layout, &entity) {
            continue;
        }
        let entity = honoured(layout, entity);
        let entity = if is_calendar_name(layout, &entity) {
            Entity { kind: EntityType::Person, ..entity }
        } else {
            without_post_nominals(layout, entity)
        };
        if entity.kind == EntityType::Person {
            person_end = behind_post_nominals(layout, entity.tokens.end);
        }
        out.push(entity);
    }
    out
}

/// Where the letters end that stand behind a name: "Ann Lee[, MD, Ph.D.], said".
fn behind_post_nominals(layout: &Layout, name_end: usize) -> usize {
    let mut end = name_end;
    loop {
        let start = end + usize::from(word(layout, end) == ",");
        // "Ph.D." is several tokens.
        let mut next = start + 1;
        while layout.tokens.get(next).is_some_and(|t| !t.spaced && (t.is_word() || layout.word(next) == ".")) {
            next += 1;
        }
        let in_paragraph = in_one_paragraph(layout, name_end - 1, start);
        let letters =
            in_paragraph.then(|| layout.tokens[start].span.cover(layout.tokens[next - 1].span).of(layout.text));
        if !letters.is_some_and(|letters| is_post_nominal(letters) || is_post_nominal(layout.word(start))) {
            return end;
        }
        end = next;
    }
}

/// A name with an honour behind it is a person's, without a form of address before it: "Lord [Cole] CBE".
fn honoured(layout: &Layout, entity: Entity) -> Entity {
    let mut tokens = entity.tokens.clone();
    let honour = tokens.len() > 2 && HONOURS.contains(&layout.word(tokens.end - 1));
    if entity.kind == EntityType::Person || !entity.kind.is_name() || !honour {
        return entity;
    }
    while tokens.len() > 2 && lexicon::flags(&layout.word(tokens.start).to_lowercase()) & ADDRESS != 0 {
        tokens.start += 1;
    }
    Entity::of(layout, tokens, EntityType::Person, entity.confidence)
}

/// "the baker": a noun for a person without a capital is no name.
fn is_common_noun(layout: &Layout, entity: &Entity) -> bool {
    let word = layout.word(entity.tokens.start);
    entity.kind == EntityType::Person
        && entity.tokens.len() == 1
        && !word.contains(char::is_uppercase)
        && lexicon::flags(word) & (ROLE | PERSON | EPITHET) != 0
}

/// "Edwardsiella eikelandae": the name of a species ends with a small letter's word.
fn is_species(layout: &Layout, entity: &Entity) -> bool {
    let last = layout.word(entity.tokens.end - 1);
    entity.kind == EntityType::Person
        && entity.tokens.len() == 2
        && last.len() > 4
        && last.chars().all(|c| c.is_ascii_lowercase())
        && ["ae", "us", "is", "um", "ii", "ensis", "ana", "osa"].iter().any(|end| last.ends_with(end))
}

fn without_post_nominals(layout: &Layout, entity: Entity) -> Entity {
    let mut tokens = entity.tokens.clone();
    if entity.kind != EntityType::Person {
        return entity;
    }
    if tokens.len() > 2 && NOTICES.contains(&layout.word(tokens.start)) && opens_sentence(layout, tokens.start) {
        tokens.start += 1;
    }
    // "Luis cooks": a word without a capital ends no name that begins with one.
    let capital = layout.word(tokens.start).starts_with(char::is_uppercase);
    let is_outside = |token: usize| {
        let (word, spaced) = (layout.word(token), layout.tokens[token].spaced);
        let lower = capital && spaced && word.chars().all(char::is_lowercase) && !is_possessive(word);
        is_post_nominal(word) || word == "," || lower
    };
    while tokens.len() > 1 && is_outside(tokens.end - 1) {
        tokens.end -= 1;
    }
    if tokens == entity.tokens { entity } else { Entity::of(layout, tokens, entity.kind, entity.confidence) }
}

fn is_post_nominal(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    let with_stops = (2..=4).contains(&letters) && word.len() == 2 * letters && word.ends_with('.');
    let plain = word.replace('.', "");
    (with_stops && !PLACES_WITH_STOPS.contains(&word)) || POST_NOMINALS.contains(&plain.as_str())
}

/// "Mr Friday", "Mrs Summer Winters".
fn is_calendar_name(layout: &Layout, entity: &Entity) -> bool {
    let Some(before) = entity.tokens.start.checked_sub(1) else { return false };
    let address = layout.word(before).trim_end_matches('.');
    let flags = lexicon::flags(&address.to_lowercase());
    // "The Governor Friday told …" has a day.
    let determined = before
        .checked_sub(1)
        .is_some_and(|t| lexicon::flags(&layout.word(t).to_lowercase()) & DETERMINER != 0 || is_capitalised(layout, t));
    entity.kind == EntityType::Date
        && address.starts_with(char::is_uppercase)
        && (flags & ADDRESS != 0 || (flags & (ROLE | PERSONAL_TITLE) != 0 && !determined))
        && layout.tokens[before].paragraph == layout.tokens[entity.tokens.start].paragraph
        && entity.tokens.clone().all(|t| layout.word(t).chars().all(char::is_alphabetic))
        && entity.tokens.clone().all(|t| layout.word(t).starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType::*;
    use crate::tokens::token_at;

    fn of(text: &str, model: &[(&str, EntityType)]) -> Vec<(String, EntityType)> {
        let layout = Layout::of(text);
        let entities = model.iter().map(|&(part, kind)| {
            let start = text.find(part).expect("the part is in the text");
            let tokens = token_at(&layout.tokens, start)..token_at(&layout.tokens, start + part.len() - 1) + 1;
            Entity::of(&layout, tokens, kind, 0.9)
        });
        corrected(&layout, entities.collect()).into_iter().map(|e| (e.span.of(text).to_owned(), e.kind)).collect()
    }

    fn owned(list: &[(&str, EntityType)]) -> Vec<(String, EntityType)> {
        list.iter().map(|&(words, kind)| (words.to_owned(), kind)).collect()
    }

    #[test]
    fn letters_after_a_name_are_not_part_of_it() {
        for (text, model, expected) in [
            ("Hilda Marsh BEM, 81, left.", vec![("Hilda Marsh BEM", Person)], vec![("Hilda Marsh", Person)]),
            ("They met Lord Finch KBE.", vec![("Finch KBE", Person)], vec![("Finch", Person)]),
            (
                "Neil Bhatt, M.D., Ph.D., runs it.",
                vec![("Neil Bhatt", Person), ("M.D.", Gpe), ("Ph.D.", Org)],
                vec![("Neil Bhatt", Person)],
            ),
            (
                "Ask Ana Petrov, C.D.E., first.",
                vec![("Ana Petrov", Person), ("C.D.E.", Org)],
                vec![("Ana Petrov", Person)],
            ),
            // What looks the same and is something else.
            (
                "Ann Lee, D.C., came.",
                vec![("Ann Lee", Person), ("D.C.", Gpe)],
                vec![("Ann Lee", Person), ("D.C.", Gpe)],
            ),
            (
                "Acme Corp. and MBA left.",
                vec![("Acme Corp.", Org), ("MBA", Org)],
                vec![("Acme Corp.", Org), ("MBA", Org)],
            ),
            ("MD won.", vec![("MD", Person)], vec![("MD", Person)]),
            ("Luis cooks.", vec![("Luis cooks", Person)], vec![("Luis", Person)]),
            ("Kim Dae-won left.", vec![("Kim Dae-won", Person)], vec![("Kim Dae-won", Person)]),
        ] {
            assert_eq!(of(text, &model), owned(&expected), "{text}");
        }
    }

    #[test]
    fn a_noun_without_a_capital_is_no_name() {
        for (text, part, stays) in [
            ("They met the baker.", "baker", false),
            ("They met the Baker.", "Baker", true),
            ("They met bell hooks.", "bell hooks", true),
            ("They met chalco.", "chalco", true),
        ] {
            assert_eq!(!of(text, &[(part, Person)]).is_empty(), stays, "{text}");
        }
    }

    #[test]
    fn a_calendar_word_behind_a_form_of_address_is_a_name() {
        for (text, part, expected) in [
            ("He met Mr Friday at noon.", "Friday", Person),
            ("Mrs Summer Winters left.", "Summer Winters", Person),
            ("He met Mr Lee Friday.", "Friday", Date),
            ("It rained on Friday.", "Friday", Date),
            ("The dr. 1990 said.", "1990", Date),
        ] {
            assert_eq!(of(text, &[(part, Date)]), owned(&[(part, expected)]), "{text}");
        }
    }
}
