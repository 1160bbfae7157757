//! Names that the layout of an article shows: those in a credit ("Una Byrne/Keld Gazette" is a person and an
//! organisation), and those of the speakers of an interview.

use super::{Entity, EntityType};
use crate::layout::{Block, BlockKind, Layout, Line};
use crate::lexicon::{self, ADDRESS, ROLE};
use crate::text::sort_by_numbers;
use core::ops::Range;

/// The confidence of a name that the layout alone shows.
const SHOWN: f32 = 0.7;
/// Words of agencies, newspapers and other bodies that a credit names.
const BODIES: &[&str] = &[
    "agency", "archive", "archives", "club", "collection", "college", "council", "daily", "department", "express",
    "foundation", "gazette", "getty", "government", "handout", "herald", "images", "institute", "library", "mail",
    "media", "ministry", "museum", "news", "office", "photo", "photos", "pictures", "police", "post", "press",
    "reuters", "service", "society", "sport", "studio", "telegraph", "times", "trust", "tv", "university", "via",
    "wire",
];

/// The entities, in order, with the names that the layout shows.
pub fn corrected(layout: &Layout, entities: Vec<Entity>) -> Vec<Entity> {
    let mut entities: Vec<Entity> = entities.into_iter().flat_map(|entity| cut_at_slash(layout, entity)).collect();
    // The town of a dateline looks like nothing else: "PELMINSK —".
    for entity in entities.iter_mut().filter(|e| layout.kind_of(e.tokens.start) == BlockKind::Dateline) {
        let block = layout.block_of(entity.tokens.start);
        if entity.tokens.start == block.tokens.start
            && matches!(entity.kind, EntityType::Person | EntityType::Loc | EntityType::Fac)
        {
            entity.kind = EntityType::Gpe;
        }
    }
    let names: Vec<(Range<usize>, EntityType)> = layout
        .blocks
        .iter()
        .flat_map(|block| match block.kind {
            BlockKind::Credit => credited(layout, block, &entities),
            BlockKind::Turn => speaker(layout, block, &entities).into_iter().collect(),
            _ => Vec::new(),
        })
        .collect();
    if names.is_empty() {
        return entities;
    }
    entities.retain(|entity| {
        let next = names.partition_point(|(name, _)| name.end <= entity.tokens.start);
        names.get(next).is_none_or(|(name, _)| name.start >= entity.tokens.end)
    });
    entities.extend(names.into_iter().map(|(tokens, kind)| Entity::of(layout, tokens, kind, SHOWN)));
    sort_by_numbers(&mut entities, |entity| (entity.tokens.start, 0));
    entities
}

/// The people in an entity with a slash in it ("Nowak/Kowalski"), and all names in a credit. In running text the names
/// of firms have slashes.
fn cut_at_slash(layout: &Layout, entity: Entity) -> Vec<Entity> {
    let slash = entity.tokens.clone().find(|&t| layout.word(t) == "/");
    let cuts = entity.kind == EntityType::Person || layout.kind_of(entity.tokens.start) == BlockKind::Credit;
    let Some(slash) = slash.filter(|_| cuts && entity.kind.is_name()) else { return vec![entity] };
    let (left, right) = (entity.tokens.start..slash, slash + 1..entity.tokens.end);
    let is_name = |part: &Range<usize>| {
        let word = layout.word(part.start);
        !part.is_empty()
            && word.starts_with(char::is_uppercase)
            && (part.len() > 1 || (word.len() > 3 && word.contains(char::is_lowercase)))
    };
    if !is_name(&left) || !is_name(&right) {
        return vec![entity];
    }
    let part = |tokens| Entity::of(layout, tokens, entity.kind, entity.confidence);
    let mut parts = vec![part(left)];
    parts.extend(cut_at_slash(layout, part(right)));
    parts
}

/// The names of a credit that no entity covers as they stand: who took the picture, then whom for.
fn credited(layout: &Layout, block: &Block, entities: &[Entity]) -> Vec<(Range<usize>, EntityType)> {
    let line = layout.line(block);
    let mut out = Vec::new();
    let mut at = block.label.end;
    let mut is_first = true;
    while at < block.tokens.end {
        let end = line.name_end(at);
        if end == at {
            at += 1;
            continue;
        }
        let name = at..end;
        at = end;
        let near = &entities[entities.partition_point(|e| e.tokens.end <= name.start)..];
        let touching: Vec<&Entity> = near.iter().take_while(|e| e.tokens.start < name.end).collect();
        let kind = credit_kind(&line, &name, &touching, is_first);
        let is_right = touching.len() == 1 && touching[0].tokens == name && touching[0].kind == kind;
        // One name over several parts, as "Una Byrne/Keld" may be, is none of them.
        if !is_right && (touching.is_empty() || touching.iter().all(|e| inside(&e.tokens, &name))) {
            out.push((name, kind));
        }
        is_first = false;
    }
    out
}

fn inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn credit_kind(line: &Line, name: &Range<usize>, touching: &[&Entity], is_first: bool) -> EntityType {
    let body = name.clone().any(|t| BODIES.contains(&line.word(t).to_lowercase().as_str()))
        || (name.len() == 1 && line.is_in_capitals(name.start));
    let whole = touching.iter().find(|e| e.tokens == *name).map(|e| e.kind);
    let person = line.is_person(name.clone()) || (is_first && whole == Some(EntityType::Person));
    let named = (2..=4).contains(&name.len()) && is_first && whole.is_none_or(|kind| kind == EntityType::Gpe);
    if !body && (person || named) { EntityType::Person } else { EntityType::Org }
}

/// The name of the one who takes a turn, without the title before it, where no entity is a person's.
fn speaker(layout: &Layout, block: &Block, entities: &[Entity]) -> Option<(Range<usize>, EntityType)> {
    let line = layout.line(block);
    let mut name = block.label.clone();
    let is_title =
        |t: usize| lexicon::flags(&line.word(t).trim_end_matches('.').to_lowercase()) & (ADDRESS | ROLE) != 0;
    while name.len() > 1 && is_title(name.start) {
        name.start += 1;
    }
    let titled = name.start > block.label.start;
    // "Clio Baptiste:" — two or three words with capitals that mean nothing else.
    let unknown = |t: usize| {
        let word = line.word(t).to_lowercase();
        line.is_capitalised(t) && lexicon::flags(&word) == 0 && !BODIES.contains(&word.as_str())
    };
    let full = (2..=3).contains(&name.len()) && name.clone().all(unknown);
    if is_title(name.start) || !(titled || full || line.is_person(name.clone())) {
        return None;
    }
    let from = entities.partition_point(|e| e.tokens.end <= name.start);
    let touching = entities[from..].iter().take_while(|e| e.tokens.start < name.end);
    if full && !titled && touching.clone().any(|e| e.tokens.start <= name.start && e.kind != EntityType::Person) {
        return None;
    }
    let person = touching.clone().any(|e| e.kind == EntityType::Person && e.tokens.end == name.end);
    (!person).then_some((name, EntityType::Person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityType::{Gpe, Org, Person};

    /// The entities of a text, if the model has found these parts of it.
    fn found(text: &str, model: &[(&str, EntityType)]) -> Vec<(String, EntityType)> {
        let layout = Layout::of(text);
        let entities = model.iter().map(|&(part, kind)| {
            let start = text.find(part).expect("the part is in the text");
            let first = crate::tokens::token_at(&layout.tokens, start);
            let last = crate::tokens::token_at(&layout.tokens, start + part.len() - 1);
            Entity::of(&layout, first..last + 1, kind, 0.9)
        });
        corrected(&layout, entities.collect()).into_iter().map(|e| (e.span.of(text).to_owned(), e.kind)).collect()
    }

    fn check(text: &str, model: &[(&str, EntityType)], expected: &[(&str, EntityType)]) {
        let expected: Vec<_> = expected.iter().map(|&(words, kind)| (words.to_owned(), kind)).collect();
        assert_eq!(found(text, model), expected, "{text}");
    }

    #[test]
    fn a_credit_names_a_person_and_then_an_organisation() {
        check(
            "Photograph: Lars Holt/Agency Nord",
            &[("Lars Holt", Person), ("Agency", Org)],
            &[("Lars Holt", Person), ("Agency Nord", Org)],
        );
        check("(Omar Said/Reuters)", &[("Omar", Person), ("Reuters", Org)], &[("Omar Said", Person), ("Reuters", Org)]);
        check(
            "Picture: Una Byrne/Keld Gazette",
            &[("Una Byrne/Keld Gazette", Org)],
            &[("Una Byrne", Person), ("Keld Gazette", Org)],
        );
        check("Photo: Kofi Adjei/AFP", &[], &[("Kofi Adjei", Person), ("AFP", Org)]);
        check("Photo: Getty Images/Una Byrne", &[], &[("Getty Images", Org), ("Una Byrne", Person)]);
        check("Picture: Tarrow Council", &[("Tarrow", Gpe)], &[("Tarrow Council", Org)]);
    }

    #[test]
    fn a_slash_cuts_between_two_names() {
        check(
            "The Nowak/Kowalski plan failed.",
            &[("Nowak/Kowalski", Person)],
            &[("Nowak", Person), ("Kowalski", Person)],
        );
        for name in ["AC/DC", "TCP/IP", "Keld/tarrow", "Kestrel/Norrvarv Inc"] {
            check(&format!("They like {name} a lot."), &[(name, Org)], &[(name, Org)]);
        }
    }

    #[test]
    fn who_takes_a_turn_is_a_person() {
        check("COUNCILLOR HOPE: Then cut the budget.", &[], &[("HOPE", Person)]);
        check("COUNCILLOR HOPE: Then cut the budget.", &[("HOPE", Org)], &[("HOPE", Person)]);
        check("Mr. Reed: It is late.", &[], &[("Reed", Person)]);
        check("Rosa Vidal: It is late.", &[("Rosa Vidal", Person)], &[("Rosa Vidal", Person)]);
        check("Q: Why?\nA: It is late.", &[], &[]);
    }
}
