//! A noun right behind a name: "the Zemlya party", "the Halvorsen museum", "a Falkon 9 drone". And names whose own form says
//! it: "MangaFest Toronto", "the Midlands".

use super::super::changes::{in_one_paragraph, is_capitalised, word, word_before};
use super::super::kind_nouns::{kind_of, kind_of_one};
use super::Clue;
use crate::entities::labels::is_label;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, DETERMINER, POSSESSIVE};
use crate::tokens::TokenKind;

/// A model that is less certain than this has not recognised a place.
const UNCERTAIN: f32 = 0.6;
/// Countries in which firms have branches that are named after them.
pub const COUNTRIES: &[&str] = &[
    "Africa", "Albania", "Algeria", "America", "Argentina", "Asia", "Australia", "Austria", "Bangladesh", "Belgium",
    "Bolivia", "Brazil", "Bulgaria", "Cameroon", "Canada", "Chile", "China", "Colombia", "Croatia", "Cuba", "Cyprus",
    "Denmark", "Deutschland", "Ecuador", "Egypt", "England", "Estonia", "Europe", "Finland", "France", "Germany",
    "Ghana", "Greece", "Honduras", "Hungary", "Iceland", "India", "Indonesia", "Iran", "Iraq", "Ireland", "Israel",
    "Italia", "Italy", "Jamaica", "Japan", "Jordan", "Kenya", "Korea", "Latvia", "Lebanon", "Lithuania", "Malaysia",
    "Malta", "Mexico", "Morocco", "Namibia", "Nepal", "Netherlands", "Nigeria", "Norway", "Pakistan", "Panama",
    "Paraguay", "Peru", "Philippines", "Poland", "Portugal", "Qatar", "Romania", "Russia", "Scotland", "Senegal",
    "Serbia", "Singapore", "Slovakia", "Slovenia", "Spain", "Sweden", "Switzerland", "Taiwan", "Tanzania", "Thailand",
    "Tunisia", "Turkey", "UK", "USA", "Uganda", "Ukraine", "Uruguay", "Venezuela", "Vietnam", "Wales", "Zambia",
    "Zimbabwe",
];
/// Parts of the world without a government of their own.
const REGIONS: &[&str] = &[
    "Amazonia", "Anatolia", "Appalachia", "Balkans", "Caucasus", "Donbas", "Himalayas", "Indochina", "Lapland",
    "Levant", "Maghreb", "Manchuria", "Mesopotamia", "Patagonia", "Pennines", "Polynesia", "Sahara", "Sahel",
    "Scandinavia", "Siberia", "Transylvania",
];
/// Verbs in the plural behind a people: "The Oruko say".
const PLURAL_VERBS: &[&str] = &[
    "are", "believe", "call", "claim", "do", "fear", "have", "hope", "know", "live", "mourn", "own", "say", "see",
    "speak", "want", "were", "worship",
];

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    for entity in entities.iter().filter(|e| e.kind.is_name()) {
        if let Some((kind, here)) = by_noun(layout, entity).or_else(|| by_form(layout, entity)) {
            out.push(Clue { tokens: entity.tokens.clone(), kind, here });
        }
    }
    numbered(layout, entities, out);
    let mut known = entities.iter().peekable();
    for token in 1..layout.tokens.len().saturating_sub(1) {
        while known.next_if(|e| e.tokens.end <= token).is_some() {}
        let entity = known.peek().filter(|e| e.tokens.start <= token);
        if is_people(layout, token) && entity.is_none_or(|e| e.tokens.end == token + 1 && is_unknown(e)) {
            out.push(Clue::new(token..token + 1, EntityType::Norp));
        }
    }
}

/// The type that the noun behind the name says, and whether it says it of this mention only.
fn by_noun(layout: &Layout, entity: &Entity) -> Option<(EntityType, bool)> {
    let end = entity.tokens.end;
    let noun = word(layout, end);
    if !layout.tokens.get(end).is_some_and(|t| t.spaced) || !in_one_paragraph(layout, end - 1, end) {
        return None;
    }
    let single = entity.tokens.len() == 1;
    let person = entity.kind == EntityType::Person && single;
    let vague = person || (entity.kind == EntityType::Gpe && single && entity.confidence < UNCERTAIN);
    let people = matches!(noun, "people" | "elder" | "elders" | "chief" | "chiefs");
    let kind = if people { EntityType::Norp } else { kind_of(noun)? };
    if noun.ends_with('s') && kind != EntityType::Product && !people {
        return None;
    }
    let fits = match noun {
        "party" | "militia" | "airline" | "pollster" => vague,
        "people" | "elder" | "elders" | "chief" | "chiefs" => {
            let before = word_before(layout, entity.tokens.start).to_lowercase();
            vague && entity.kind == EntityType::Gpe && matches!(before.as_str(), "the" | "a")
        }
        // "Pretoria magazine", but "a Pretoria magazine".
        "magazine" => {
            let before = word_before(layout, entity.tokens.start).to_lowercase();
            single && entity.kind != EntityType::Norp && lexicon::flags(&before) & (DETERMINER | POSSESSIVE) == 0
        }
        _ => match kind {
            EntityType::Fac | EntityType::Norp => person,
            // "its Vireo hatchbacks"
            EntityType::Product if noun.ends_with('s') => {
                single && matches!(word_before(layout, entity.tokens.start), "its" | "their")
            }
            EntityType::Product => {
                let model = word(layout, end - 1).starts_with(|c: char| c.is_ascii_digit());
                !single && model && matches!(entity.kind, EntityType::Person | EntityType::Org | EntityType::Gpe)
            }
            _ => false,
        },
    };
    fits.then_some((kind, noun == "magazine"))
}

/// Whether the model took a name for a person, or for a place that it does not know.
fn is_unknown(entity: &Entity) -> bool {
    entity.kind == EntityType::Person || (entity.kind == EntityType::Gpe && entity.confidence < UNCERTAIN)
}

/// The type that the form of the name says.
fn by_form(layout: &Layout, entity: &Entity) -> Option<(EntityType, bool)> {
    let first = word(layout, entity.tokens.start);
    let last = word(layout, entity.tokens.end - 1);
    let digits = entity.tokens.len() > 1 && last.bytes().all(|b| b.is_ascii_digit());
    if entity.kind == EntityType::Person && digits && last.len() < 5 {
        return Some((EntityType::Product, false));
    }
    let spaced = entity.tokens.clone().all(|t| layout.tokens[t].spaced);
    if matches!(entity.kind, EntityType::Gpe | EntityType::Person)
        && entity.tokens.len() == 2
        && is_branch(first, last)
        && spaced
    {
        return Some((EntityType::Org, false));
    }
    if let Some(kind) = by_last_word(layout, entity) {
        return Some((kind, false));
    }
    // "Lisbon 🇵🇹"
    let flag = word(layout, entity.tokens.end).starts_with(|c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c));
    if flag && entity.kind == EntityType::Person && entity.tokens.len() == 1 {
        return Some((EntityType::Gpe, true));
    }
    // "HMS Thornbury"
    const SHIPS: &[&str] =
        &["HMAS", "HMCS", "HMNZS", "HMS", "INS", "MS", "MT", "MV", "RMS", "RRS", "RV", "SS", "USNS", "USS"];
    if SHIPS.contains(&first) && entity.tokens.len() > 1 {
        return Some((EntityType::Product, false));
    }
    if is_used(layout, entity) {
        return Some((EntityType::Product, false));
    }
    let fest = |word: &str| {
        let stem = ["Fest", "Con", "Fair", "Expo", "fest", "icon"].iter().find_map(|end| word.strip_suffix(end));
        word.len() > 6 && stem.is_some_and(|stem| stem.ends_with(char::is_lowercase))
    };
    if entity.kind != EntityType::Event && (fest(first) || fest(last)) {
        return Some((EntityType::Event, false));
    }
    // Regions are no countries, and no people either: "Patagonia".
    if matches!(entity.kind, EntityType::Gpe | EntityType::Person)
        && REGIONS.contains(&last)
        && entity.tokens.len() == 1
    {
        return Some((EntityType::Loc, false));
    }
    let article =
        word_before(layout, entity.tokens.start).eq_ignore_ascii_case("the") || first.eq_ignore_ascii_case("the");
    let lands = last
        .strip_suffix("lands")
        .is_some_and(|stem| stem.len() > 2 && !stem.ends_with("Is") && stem != "Nether" && stem != "Falk");
    (matches!(entity.kind, EntityType::Gpe | EntityType::Org) && article && lands).then_some((EntityType::Loc, false))
}

/// A firm with the country of its branch: "Marwick Korea". "South Korea" and "British India" are countries.
fn is_branch(firm: &str, country: &str) -> bool {
    const OF_COUNTRIES: &[&str] = &[
        "Central", "Colonial", "Communist", "Continental", "East", "Eastern", "Fascist", "Free", "Great", "Greater",
        "Imperial", "Inner", "Lower", "Mainland", "Medieval", "Metropolitan", "Middle", "Modern", "Nationalist",
        "Nazi", "New", "North", "Northern", "Occupied", "Old", "Outer", "Papua", "Red", "Rural", "South", "Southern",
        "Soviet", "Tsarist", "Upper", "Urban", "Vichy", "West", "Western",
    ];
    let people = ["ish", "an", "ese", "ch", "i"].iter().any(|end| firm.ends_with(end));
    let capital = firm.starts_with(char::is_uppercase) && firm.len() > 2 && !firm.ends_with('.');
    COUNTRIES.contains(&country) && !OF_COUNTRIES.contains(&firm) && !people && capital
}

/// "She plays on a Dexon Cube.": what is used and has an article is a thing, although its name looks like a person's.
fn is_used(layout: &Layout, entity: &Entity) -> bool {
    const USES: &[&str] = &[
        "bought", "buy", "buys", "drive", "drives", "driving", "drove", "flew", "flies", "on", "own", "owned", "owns",
        "ride", "rides", "riding", "rode", "sold", "use", "used", "uses", "using", "wear", "wearing", "wears", "wore",
    ];
    const DRIVES: &[&str] =
        &["drive", "drives", "driving", "drove", "flew", "parked", "ride", "rides", "riding", "rode"];
    let inside = matches!(word(layout, entity.tokens.start), "a" | "an");
    let mut article = if inside { Some(entity.tokens.start) } else { entity.tokens.start.checked_sub(1) };
    // "drove a red Pontera Mistral"
    let lower = |a: usize| layout.word(a).starts_with(|c: char| c.is_ascii_lowercase());
    let driven = article.is_some_and(|a| lower(a) && DRIVES.contains(&word_before(layout, a.saturating_sub(1))));
    if driven {
        article = article.and_then(|a| a.checked_sub(1));
    }
    let next = word(layout, entity.tokens.end);
    let closed = !next.starts_with(char::is_alphanumeric)
        || matches!(next, "and" | "or" | "in" | "into" | "at" | "to" | "for" | "from" | "with");
    let ridden = article.is_some_and(|a| word_before(layout, a) != "on");
    (matches!(entity.kind, EntityType::Person | EntityType::WorkOfArt)
        || (entity.kind == EntityType::Fac && ridden)
        || (driven && entity.kind != EntityType::Product))
        && entity.tokens.len() > 1 + usize::from(inside)
        && article.is_some_and(|a| matches!(layout.word(a), "a" | "an") && USES.contains(&word_before(layout, a)))
        && closed
}

/// "Harriet Beach" is no person. Words that are surnames as well need a place before them: "near Anna Hill".
fn by_last_word(layout: &Layout, entity: &Entity) -> Option<EntityType> {
    const WATERS: &[&str] = &[
        "Bay", "Beach", "Canyon", "Cove", "Creek", "Falls", "Fjord", "Glacier", "Lagoon", "Narrows", "Reef", "Sound",
        "Strait", "Straits",
    ];
    const BUILDINGS: &[&str] = &[
        "Airport", "Arena", "Avenue", "Cathedral", "Harbor", "Harbour", "Hotel", "Lighthouse", "Museum", "Pier",
        "Prison", "Stadium", "Station", "Street", "Theatre", "Viaduct",
    ];
    const SURNAMES: &[&str] =
        &["Hill", "Island", "Lake", "Mountain", "Park", "Point", "River", "Valley", "Wood", "Woods"];
    const NEAR: &[&str] = &["across", "along", "around", "down", "in", "near", "off", "on", "up"];
    if entity.kind != EntityType::Person || entity.tokens.len() < 2 {
        return None;
    }
    let last = word(layout, entity.tokens.end - 1);
    let located = NEAR.contains(&word_before(layout, entity.tokens.start));
    if WATERS.contains(&last) || (SURNAMES.contains(&last) && located) {
        Some(EntityType::Loc)
    } else {
        BUILDINGS.contains(&last).then_some(EntityType::Fac)
    }
}

/// "The Orbis 12 phone": a name, a number and a thing are its name.
fn numbered(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    for number in 1..layout.tokens.len().saturating_sub(1) {
        let thing = word(layout, number + 1);
        // "12", "X2"
        let text = layout.word(number);
        let model = layout.tokens[number].kind == TokenKind::Number
            || (text.len() <= 4 && is_capitalised(layout, number) && text.ends_with(|c: char| c.is_ascii_digit()));
        if !model
            || !is_capitalised(layout, number - 1)
            || is_label(layout.word(number - 1))
            || kind_of_one(thing) != Some(EntityType::Product)
            || !in_one_paragraph(layout, number - 1, number + 1)
        {
            continue;
        }
        let index = entities.partition_point(|e| e.tokens.end < number);
        let named = entities.get(index).filter(|e| e.tokens.end == number && e.kind.is_name());
        let start = named.map_or(number - 1, |e| e.tokens.start);
        let article = layout.word(start).to_lowercase() == "the";
        let before = word_before(layout, start).to_lowercase();
        // "The new Mira X2 camera"
        let earlier = start.checked_sub(2).map_or("", |t| layout.word(t)).to_lowercase();
        let described = matches!(before.as_str(), "new" | "old" | "latest" | "first" | "original")
            && lexicon::flags(&earlier) & (DETERMINER | POSSESSIVE) != 0;
        if article || described || lexicon::flags(&before) & (DETERMINER | POSSESSIVE) != 0 {
            out.push(Clue::new(start + usize::from(article)..number + 1, EntityType::Product));
        }
    }
}

/// "The Oruko say": a name in the singular with an article, and a verb in the plural.
fn is_people(layout: &Layout, token: usize) -> bool {
    let name = layout.word(token);
    is_capitalised(layout, token)
        && name.chars().skip(1).all(char::is_lowercase)
        && name.len() > 3
        && !name.ends_with('s')
        && lexicon::flags(&name.to_lowercase()) == 0
        && matches!(layout.word(token - 1), "the" | "The")
        && layout.tokens[token].spaced
        && in_one_paragraph(layout, token - 1, token + 1)
        && PLURAL_VERBS.contains(&layout.word(token + 1))
}

#[cfg(test)]
mod tests {
    use super::super::super::changes::testing::check;
    use super::super::changes;
    use super::*;
    use EntityType::{Event, Fac, Gpe, Loc, Norp, Org, Person, Product};

    #[test]
    fn the_noun_behind_a_name() {
        for (text, name, found, expected) in [
            ("Since then the Zemlya party has split.", "Zemlya", Person, Org),
            ("Thieves broke into the Halvorsen museum.", "Halvorsen", Person, Fac),
            ("Elders of the Ngamara tribe met.", "Ngamara", Person, Norp),
            ("The cover of Pretoria magazine shows it.", "Pretoria", Gpe, Org),
            ("Villagers saw a Falkon 9 drone fall.", "Falkon 9", Org, Product),
            // The same nouns say nothing here.
            ("The Berlin party has split.", "Berlin", Gpe, Gpe),
            ("She bought a Pretoria magazine.", "Pretoria", Gpe, Gpe),
            ("They crossed the Halden bridge.", "Halden", Gpe, Gpe),
            ("The Halvorsen painting is lost.", "Halvorsen", Person, Person),
            ("The Apple phone is new.", "Apple", Org, Org),
        ] {
            check(changes, text, &[(name, found)], &[(name, expected)]);
        }
    }

    #[test]
    fn the_form_of_a_name() {
        for (text, name, found, expected) in [
            ("They came to MangaFest Toronto.", "MangaFest Toronto", Gpe, Event),
            ("He owns a Nokara 3310 still.", "Nokara 3310", Person, Product),
            ("Marwick Korea put it at 13%.", "Marwick Korea", Gpe, Org),
            ("South Korea put it at 13%.", "South Korea", Gpe, Gpe),
            ("British India was split.", "British India", Gpe, Gpe),
            ("She plays on a Dexon Cube, too.", "Dexon Cube", Person, Product),
            ("She drives a Tom Hill crazy.", "Tom Hill", Person, Person),
            ("He drove a red Pontera Mistral into it.", "Pontera Mistral", Loc, Product),
            ("It recalled its Vireo hatchbacks.", "Vireo", Org, Product),
            ("Fog closed Harriet Beach today.", "Harriet Beach", Person, Loc),
            ("They walked near Anna Hill today.", "Anna Hill", Person, Loc),
            ("They laughed at Anna Hill today.", "Anna Hill", Person, Person),
            ("Rents in the Midlands rose.", "Midlands", Gpe, Loc),
            ("Rents in the Netherlands rose.", "Netherlands", Gpe, Gpe),
            ("Rents in Rhinelands rose.", "Rhinelands", Gpe, Gpe),
        ] {
            check(changes, text, &[(name, found)], &[(name, expected)]);
        }
    }

    #[test]
    fn a_number_between_a_name_and_a_thing() {
        check(
            changes,
            "The Orbis 12 phone is new.",
            &[("Orbis", Org), ("12", EntityType::Cardinal)],
            &[("Orbis 12", Product)],
        );
        let model = [("Orbis", Org), ("12", EntityType::Cardinal)];
        check(changes, "Then Orbis 12 phones sold.", &model, &model);
    }

    #[test]
    fn a_people_has_a_verb_in_the_plural() {
        check(changes, "The Oruko say it was taken.", &[], &[("Oruko", Norp)]);
        check(changes, "The Oruko says it was taken.", &[], &[]);
        check(changes, "The Senators say it was taken.", &[], &[]);
    }
}
