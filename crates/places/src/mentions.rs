//! The places that a document names, with what the text says about where each is.

use crate::around::{self, Around};
use crate::gazetteer::{Gazetteer, Kind, PlaceId};
use crate::peoples;
use newsmark::chains::place_key;
use newsmark::{Document, EntityRecord, EntityType};

/// A place that the text names.
pub struct Mention {
    /// The index of its entity.
    pub entity: usize,
    pub key: String,
    pub is_location: bool,
    /// The places that it can mean.
    pub candidates: Vec<PlaceId>,
    /// What is named after a comma: the countries or states that "Texas" in "Paris, Texas" can mean.
    pub container: Vec<PlaceId>,
    /// Countries or states that the words around it name: "Perth, in Western Australia", "the Texas city of Paris".
    pub near: Vec<PlaceId>,
    /// Whether it stands beside a name that only a state has: "Catalonia and Murcia".
    pub is_among_states: bool,
    /// Whether the words around it say that it is a state or a city: "the province of Salta", "the city of Salta".
    pub kind: Option<Kind>,
}

/// Words between a place and what it is in.
const IN: &[&str] = &[
    "in", "of", "the", "a", "an", "city", "town", "other", "state", "province", "capital", "region", "port",
    "district", "village", "suburb", "upstate", "northern", "southern", "eastern", "western", "central", "north",
    "south", "east", "west", "county",
];
/// So many bytes may be between them.
const NEAR: usize = 40;
/// What stands between the names of a list.
const BESIDE: &[&str] = &[" and ", " and in ", " or ", " and to ", " and from "];
/// So many words may follow an entity that is only the beginning of a name.
const LONGER: usize = 3;
/// The share of a state's people that are most of them.
const MOST: f64 = 0.3;
/// The most words of a container that is not an entity.
const LONGEST: usize = 3;

pub fn find(gazetteer: &Gazetteer, text: &str, document: &Document) -> Vec<Mention> {
    let is_place = |kind| matches!(kind, EntityType::Gpe | EntityType::Loc);
    let places = (0..document.entities.len()).filter(|&at| is_place(document.entities[at].kind));
    let surnames: Vec<String> = document.entities.iter().filter_map(surname).collect();
    let mut mentions: Vec<Mention> = places.map(|at| mention(gazetteer, text, document, at)).collect();
    for mention in &mut mentions {
        // "Jordan" is the man named in full in the article.
        if surnames.contains(&mention.key) && mention.container.is_empty() {
            mention.candidates.clear();
        }
    }
    settle_containers(gazetteer, text, document, &mut mentions);
    find_states(gazetteer, text, document, &mut mentions);
    mentions
}

/// The entity with this index as a mention.
fn mention(gazetteer: &Gazetteer, text: &str, document: &Document, at: usize) -> Mention {
    let entity = &document.entities[at];
    let (name, inner) = match entity.text.split_once(", ") {
        Some((name, container)) => (name, Some(container)),
        None => (longer(gazetteer, text, [entity.start, entity.end]), None),
    };
    let container = match inner {
        Some(container) => gazetteer.regions(container),
        None => after_comma(gazetteer, &text[entity.end..]),
    };
    let key = place_key(name);
    let around = Around::of(text, [entity.start, entity.end]);
    let mut candidates = gazetteer.find(name).to_vec();
    if candidates.is_empty() {
        // "Vegas" is in the chain of Las Vegas.
        let chain = entity.chain.and_then(|chain| document.chains.get(chain));
        let name = chain.and_then(|chain| chain.name.as_deref());
        candidates = name.map_or(Vec::new(), |name| gazetteer.find(name).to_vec());
    }
    rule_out(gazetteer, &around, &key, &mut candidates);
    Mention {
        entity: at,
        key,
        is_location: entity.kind == EntityType::Loc,
        candidates,
        container,
        near: near(gazetteer, text, document, at),
        kind: around.kind(),
        is_among_states: false,
    }
}

/// Takes out what cannot be meant here, whatever the article is about.
fn rule_out(gazetteer: &Gazetteer, around: &Around, key: &str, candidates: &mut Vec<PlaceId>) {
    if around.is_nature() {
        candidates.clear();
    }
    if around.is_with_article() {
        // "The Benue" is a river, "the North" a direction.
        candidates.retain(|&id| !gazetteer.get(id).is_part() || gazetteer.is_known_state(id) || key.contains(' '));
    }
    if around::is_sea_or_direction(key) {
        candidates.retain(|&id| gazetteer.get(id).kind != Kind::State || gazetteer.is_known_state(id));
    }
    if around.kind().is_none() {
        drop_namesakes(gazetteer, candidates);
    }
}

/// The countries and states that an entity is in, according to the entity before or after it.
fn near(gazetteer: &Gazetteer, text: &str, document: &Document, at: usize) -> Vec<PlaceId> {
    let entity = &document.entities[at];
    let next = document.entities.get(at + 1).filter(|next| joins(text, entity.end, next.start, "in"));
    let before = at.checked_sub(1).map(|before| &document.entities[before]);
    let before = before.filter(|before| joins(text, before.end, entity.start, "of"));
    let regions = |other: &EntityRecord| match other.kind {
        EntityType::Norp => peoples::place_of(gazetteer, &other.text).into_iter().collect(),
        _ => gazetteer.regions(&other.text),
    };
    next.into_iter().chain(before).flat_map(regions).collect()
}

/// Notes which mentions are in a list with states.
fn find_states(gazetteer: &Gazetteer, text: &str, document: &Document, mentions: &mut [Mention]) {
    let is_state = |mention: &Mention| {
        let mut all = mention.candidates.iter();
        !mention.candidates.is_empty() && all.all(|&id| gazetteer.get(id).kind == Kind::State)
    };
    for index in 1..mentions.len() {
        let (before, here) = (&mentions[index - 1], &mentions[index]);
        let between = text.get(document.entities[before.entity].end..document.entities[here.entity].start);
        if between.is_some_and(|between| BESIDE.contains(&between)) {
            let (first, second) = (is_state(before), is_state(here));
            mentions[index - 1].is_among_states |= second;
            mentions[index].is_among_states |= first;
        }
    }
}

/// In "Troy, New York", New York is the state.
fn settle_containers(gazetteer: &Gazetteer, text: &str, document: &Document, mentions: &mut [Mention]) {
    for index in 1..mentions.len() {
        let (before, here) = (&mentions[index - 1], &mentions[index]);
        let between = document.entities[before.entity].end..document.entities[here.entity].start;
        if text.get(between) != Some(", ") {
            continue;
        }
        let contains =
            |&&region: &&PlaceId| before.candidates.iter().any(|&id| id != region && gazetteer.contains(region, id));
        let regions: Vec<PlaceId> = before.container.iter().filter(contains).copied().collect();
        if !regions.is_empty() {
            mentions[index].candidates = regions;
            mentions[index].kind = None;
        }
    }
}

/// The name of an entity, or the longest name in the table that goes on after its end: "Frankfurt an der Oder".
fn longer<'t>(gazetteer: &Gazetteer, text: &'t str, [start, end]: [usize; 2]) -> &'t str {
    let line = text[end..].split('\n').next().unwrap_or_default();
    let ends = line.match_indices(|c: char| !c.is_alphanumeric()).map(|(at, _)| at).chain([line.len()]);
    let ends: Vec<usize> = ends.skip_while(|&at| at == 0).take(LONGER).collect();
    let goes_on = |&at: &usize| line.starts_with([' ', '-']) && !gazetteer.with_name(&text[start..end + at]).is_empty();
    ends.into_iter().rev().find(goes_on).map_or(&text[start..end], |at| &text[start..end + at])
}

/// Singapore is the country rather than its capital, and Mexico rather than one of its states. Where most people of a state
/// are in the city of its name, it is the city.
fn drop_namesakes(gazetteer: &Gazetteer, candidates: &mut Vec<PlaceId>) {
    let all = candidates.clone();
    let is_of_namesake = |id: PlaceId| {
        let kind = gazetteer.get(id).kind;
        all.iter().any(|&other| match gazetteer.get(other).kind {
            Kind::Country => other != id && gazetteer.contains(other, id),
            Kind::City => {
                kind == Kind::State
                    && gazetteer.contains(id, other)
                    && gazetteer.get(other).population > MOST * gazetteer.get(id).population
            }
            _ => false,
        })
    };
    candidates.retain(|&id| !is_of_namesake(id));
}

/// The key of a person's surname.
fn surname(entity: &EntityRecord) -> Option<String> {
    let words: Vec<&str> = entity.text.split_whitespace().collect();
    let is_full_name = entity.kind == EntityType::Person && words.len() > 1;
    is_full_name.then(|| place_key(words[words.len() - 1]))
}

/// The countries or states that the words after ", " name.
fn after_comma(gazetteer: &Gazetteer, after: &str) -> Vec<PlaceId> {
    let Some(after) = after.strip_prefix(", ") else { return Vec::new() };
    let line = after.split(['\n', ',', ';', ':', '(', '—', '–', '”', '"']).next().unwrap_or_default();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = line.split(' ').take(LONGEST).take_while(capital).collect();
    (1..=words.len())
        .rev()
        .map(|count| gazetteer.regions(words[..count].join(" ").trim_end_matches(['?', '!'])))
        .find(|regions| !regions.is_empty())
        .unwrap_or_default()
}

/// Whether the words between two places say that one is in the other, and have this word among them.
fn joins(text: &str, from: usize, to: usize, word: &str) -> bool {
    let Some(between) = text.get(from..to).filter(|between| between.len() <= NEAR) else { return false };
    let mut words =
        between.trim_start_matches(['’', '\'']).split([' ', ',']).filter(|word| !word.is_empty() && *word != "s");
    let mut has_word = false;
    words.all(|part| {
        has_word |= part == word;
        IN.contains(&part)
    }) && has_word
}
