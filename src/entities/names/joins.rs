//! Names that were cut in two, or that lack a word that is also a common one.

use super::changes::{Change, in_one_paragraph, is_capitalised, word, word_before};
use crate::entities::{Entity, EntityType};
use crate::layout::{BlockKind, Layout};
use crate::lexicon::{self, ADDRESS, PERSONAL_TITLE};
use crate::text::is_possessive;
use crate::text::quotation_mark::QuotationMark;

/// Given names that are also common words. At the beginning of a sentence the word alone does not show which it is.
const WORD_NAMES: &[&str] = &[
    "Amber", "Angel", "April", "Art", "Ash", "Autumn", "Basil", "Bill", "Blossom", "Brook", "Buck", "Chance",
    "Charity", "Chase", "Chuck", "Cliff", "Clay", "Constance", "Coral", "Crystal", "Daisy", "Dale", "Dawn", "Dean",
    "Destiny", "Drew", "Earl", "Ernest", "Eve", "Faith", "Fern", "Flora", "Forrest", "Frank", "Gene", "Ginger", "Glen",
    "Glory", "Grace", "Grant", "Guy", "Harmony", "Hazel", "Heath", "Heather", "Holly", "Honor", "Honour", "Hope",
    "Hunter", "Iris", "Ivy", "Jack", "Jade", "Jasmine", "Jay", "Jewel", "Joy", "June", "Lance", "Lily", "Mark",
    "Mason", "Max", "May", "Melody", "Mercy", "Miles", "Misty", "Myrtle", "Nick", "Olive", "Opal", "Pat", "Patience",
    "Pearl", "Penny", "Piers", "Pierce", "Poppy", "Prudence", "Ray", "Reed", "Rich", "Robin", "Rocky", "Rose",
    "Rosemary", "Ruby", "Rusty", "Ruth", "Sage", "Sandy", "Scarlett", "Sky", "Stella", "Sterling", "Storm", "Sue",
    "Summer", "Sunny", "Trip", "Trinity", "Unity", "Verity", "Victor", "Violet", "Wade", "Ward", "Will", "Willow",
    "Woody",
];
/// Nouns behind a people or a faith that make the name of an organisation.
const BODIES: &[&str] = &[
    "Action", "Alliance", "Association", "Brotherhood", "Coalition", "Concord", "Confederation", "Council",
    "Federation", "Forum", "Front", "Fund", "League", "Movement", "Network", "Organisation", "Organization", "Relief",
    "Society", "Trust", "Union",
];

pub fn changes(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let mut out = Vec::new();
    for (index, entity) in entities.iter().enumerate() {
        let before = index.checked_sub(1).map(|i| &entities[i]);
        if entity.kind == EntityType::Person {
            let free = before.map_or(0, |e| e.tokens.end);
            out.extend(with_word_name(layout, entity, free));
            out.extend(with_nickname(layout, entity));
        }
        out.extend(before.and_then(|before| {
            people_with_body(layout, before, entity)
                .or_else(|| season_of_revolt(layout, before, entity))
                .or_else(|| addressed(layout, before, entity))
                .or_else(|| paper_of_today(layout, before, entity))
                .or_else(|| street_of(layout, before, entity))
                .or_else(|| model_of(layout, before, entity))
        }));
    }
    out
}

/// "The [Kurdish] [Spring]" is one uprising.
fn season_of_revolt(layout: &Layout, before: &Entity, entity: &Entity) -> Option<Change> {
    const REVOLTS: &[&str] = &[
        "Autumn", "Awakening", "Mutiny", "Rebellion", "Revolt", "Revolution", "Rising", "Spring", "Summer", "Thaw",
        "Uprising", "Winter",
    ];
    let revolt = before.tokens.end == entity.tokens.start
        && entity.tokens.len() == 1
        && matches!(before.kind, EntityType::Norp | EntityType::Gpe | EntityType::Loc)
        && REVOLTS.contains(&layout.word(entity.tokens.start))
        && word_before(layout, before.tokens.start).eq_ignore_ascii_case("the");
    revolt.then(|| Change::to(before.tokens.start..entity.tokens.end, EntityType::Event))
}

/// "Mrs [Sunday] [Adewale]", "Judge [Augusta] [May]": two names behind a form of address are one person's.
fn addressed(layout: &Layout, before: &Entity, entity: &Entity) -> Option<Change> {
    let address = word_before(layout, before.tokens.start).trim_end_matches('.');
    let titled = address.starts_with(char::is_uppercase)
        && lexicon::flags(&address.to_lowercase()) & (ADDRESS | PERSONAL_TITLE) != 0;
    let names = before.tokens.end == entity.tokens.start
        && layout.tokens[entity.tokens.start].spaced
        && before.kind == EntityType::Person
        && before.tokens.len() == 1
        && entity.tokens.len() == 1
        && is_capitalised(layout, entity.tokens.start)
        && (entity.kind.is_name()
            || (entity.kind == EntityType::Date && !layout.word(entity.tokens.start).ends_with("day")));
    (titled && names).then(|| Change::to(before.tokens.start..entity.tokens.end, EntityType::Person))
}

/// "[Tanner][’s Lane]" is one street.
fn street_of(layout: &Layout, before: &Entity, entity: &Entity) -> Option<Change> {
    let street = before.tokens.end == entity.tokens.start
        && entity.kind == EntityType::Fac
        && is_possessive(layout.word(entity.tokens.start));
    street.then(|| Change::to(before.tokens.start..entity.tokens.end, EntityType::Fac))
}

/// "[Xinlong] [V3]" is one thing.
fn model_of(layout: &Layout, before: &Entity, entity: &Entity) -> Option<Change> {
    const LONGEST: usize = 4;
    let model = layout.word(entity.tokens.start);
    let coded = before.tokens.end == entity.tokens.start
        && entity.tokens.len() == 1
        && layout.tokens[entity.tokens.start].spaced
        && before.kind.is_name()
        && matches!(entity.kind, EntityType::Org | EntityType::Product)
        && model.len() <= LONGEST
        && model.starts_with(|c: char| c.is_ascii_uppercase())
        && model.ends_with(|c: char| c.is_ascii_digit());
    coded.then(|| Change::to(before.tokens.start..entity.tokens.end, EntityType::Product))
}

/// "[Lagos] [Today]" is a newspaper, unless it is a headline.
fn paper_of_today(layout: &Layout, before: &Entity, entity: &Entity) -> Option<Change> {
    let paper = before.tokens.end == entity.tokens.start
        && entity.tokens.len() == 1
        && layout.word(entity.tokens.start) == "Today"
        && matches!(before.kind, EntityType::Gpe | EntityType::Org | EntityType::Loc)
        && layout.kind_of(entity.tokens.start) == BlockKind::Paragraph;
    paper.then(|| Change::to(before.tokens.start..entity.tokens.end, EntityType::Org))
}

/// "Ivy Strand" of "Ivy [Strand]". "Will Strand come?" asks, and has no such name.
fn with_word_name(layout: &Layout, person: &Entity, free: usize) -> Option<Change> {
    let first = person.tokens.start.checked_sub(1).filter(|&first| first >= free)?;
    let asks = matches!(layout.word(first), "Will" | "May") && {
        let sentence = &layout.sentences[layout.sentence_of(first)];
        layout.text[sentence.span.start..sentence.span.end].trim_end_matches(['”', '"', '’', '\'']).ends_with('?')
    };
    let joined = WORD_NAMES.contains(&layout.word(first))
        && layout.tokens[person.tokens.start].spaced
        && in_one_paragraph(layout, first, person.tokens.start)
        && is_capitalised(layout, person.tokens.start)
        && !asks;
    joined.then(|| Change::to(first..person.tokens.end, EntityType::Person))
}

/// "Anthony “Fat Tony” Marsh": a nickname between the given name and the surname.
fn with_nickname(layout: &Layout, person: &Entity) -> Option<Change> {
    const LONGEST: usize = 4;
    let is_mark = |token: usize| word(layout, token).chars().next().and_then(QuotationMark::of_char).is_some();
    // The model may have taken the nickname for the surname: "[Anthony “Fat Tony] ” [Marsh]".
    let open = person.tokens.clone().find(|&t| is_mark(t)).unwrap_or(person.tokens.end);
    if !is_mark(open) || !layout.tokens[open].spaced || layout.tokens.get(open + 1).is_none_or(|t| t.spaced) {
        return None;
    }
    let close = (open + 2..open + 2 + LONGEST).find(|&t| is_mark(t))?;
    let surname = close + 1;
    let named = (open + 1..close).all(|t| is_capitalised(layout, t) || word(layout, t) == "the")
        && !layout.tokens[close].spaced
        && is_capitalised(layout, surname)
        && layout.tokens[surname].spaced
        && in_one_paragraph(layout, open, surname);
    named.then(|| Change::to(person.tokens.start..surname + 1, EntityType::Person))
}

/// "[Hindu] [Renewal Front]" and "[Carolina] [Hurricanes]" are each one organisation.
fn people_with_body(layout: &Layout, before: &Entity, entity: &Entity) -> Option<Change> {
    let adjoins = before.tokens.end == entity.tokens.start
        && layout.tokens[before.tokens.start].spaced
        && entity.kind == EntityType::Org
        && layout.tokens[entity.tokens.start].spaced
        && is_capitalised(layout, entity.tokens.start);
    let last = word(layout, entity.tokens.end - 1);
    let body = before.kind == EntityType::Norp && BODIES.contains(&last) && entity.tokens.len() <= 3;
    let team = before.kind == EntityType::Gpe
        && entity.tokens.len() == 1
        && last != "Companies"
        && last.len() > 4
        && last.ends_with('s')
        && !last.ends_with("ss");
    (adjoins && (body || team)).then(|| Change::to(before.tokens.start..entity.tokens.end, EntityType::Org))
}

#[cfg(test)]
mod tests {
    use super::super::changes::testing::check;
    use super::*;
    use EntityType::{Gpe, Norp, Org, Person, WorkOfArt};

    #[test]
    fn a_given_name_that_is_a_word() {
        check(
            changes,
            "Ivy Strand left. Hope Akers did not.",
            &[("Strand", Person), ("Akers", Person)],
            &[("Ivy Strand", Person), ("Hope Akers", Person)],
        );
        check(changes, "Will Strand retire?", &[("Strand", Person)], &[("Strand", Person)]);
        check(changes, "Will Strand retired.", &[("Strand", Person)], &[("Will Strand", Person)]);
        check(changes, "In Hope, Strand left.", &[("Strand", Person)], &[("Strand", Person)]);
        check(changes, "Yesterday Strand left.", &[("Strand", Person)], &[("Strand", Person)]);
    }

    #[test]
    fn a_nickname_in_the_middle() {
        check(
            changes,
            "Anthony “Fat Tony” Marsh fell.",
            &[("Anthony", Person), ("Fat Tony” Marsh", WorkOfArt)],
            &[("Anthony “Fat Tony” Marsh", Person)],
        );
        check(
            changes,
            "Vincent “Vinny the Fish” Calabro fell.",
            &[("Vincent “Vinny the Fish", Person), ("Calabro", Person)],
            &[("Vincent “Vinny the Fish” Calabro", Person)],
        );
        check(changes, "Anthony “Fat Tony” fell.", &[("Anthony", Person)], &[("Anthony", Person)]);
    }

    #[test]
    fn names_with_words_of_the_calendar() {
        use EntityType::{Date, Event, Fac, Product};
        check(
            changes,
            "Dr January Winter left",
            &[("January", Person), ("Winter", Date)],
            &[("January Winter", Person)],
        );
        check(changes, "on Tanner’s Lane", &[("Tanner", Person), ("’s Lane", Fac)], &[("Tanner’s Lane", Fac)]);
        check(changes, "the Xinlong V3 then", &[("Xinlong", Gpe), ("V3", Org)], &[("Xinlong V3", Product)]);
        check(changes, "during the Kurdish Thaw", &[("Kurdish", Norp), ("Thaw", Person)], &[("Kurdish Thaw", Event)]);
    }

    #[test]
    fn names_of_organisations_that_were_cut() {
        check(
            changes,
            "The Hindu Renewal Front met",
            &[("Hindu", Norp), ("Renewal Front", Org)],
            &[("Hindu Renewal Front", Org)],
        );
        check(
            changes,
            "The Carolina Hurricanes won",
            &[("Carolina", Gpe), ("Hurricanes", Org)],
            &[("Carolina Hurricanes", Org)],
        );
        check(
            changes,
            "the German Siemens plant",
            &[("German", Norp), ("Siemens", Org)],
            &[("German", Norp), ("Siemens", Org)],
        );
        check(changes, "in Asia, Union leaders", &[("Asia", Gpe), ("Union", Org)], &[("Asia", Gpe), ("Union", Org)]);
    }
}
