//! What the text says of a name, for one mention and for all the others.

mod ages;
mod apposition;
mod business;
mod compound;
mod given;
mod sports;
mod titles;

use super::changes::{Change, in_one_paragraph, is_capitalised, opens_sentence, word, word_before};
use super::kind_nouns::agree;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon;
use core::ops::Range;
use std::collections::{HashMap, HashSet};

/// The words beside a name show its type.
#[derive(Clone, Debug, PartialEq)]
struct Clue {
    tokens: Range<usize>,
    kind: EntityType,
    /// Says it of this mention only: "Sunderland boss Ade Cole" speaks of a club, the next sentence perhaps of the town.
    here: bool,
}

impl Clue {
    fn new(tokens: Range<usize>, kind: EntityType) -> Clue {
        Clue { tokens, kind, here: false }
    }
}

pub fn changes(layout: &Layout, entities: &[Entity]) -> Vec<Change> {
    let mut clues = Vec::new();
    for find in
        [ages::clues, given::clues, apposition::clues, compound::clues, business::clues, sports::clues, titles::clues]
    {
        find(layout, entities, &mut clues);
    }
    if clues.is_empty() {
        return Vec::new();
    }
    // "Tarrow Rovers" is no person after all.
    let others: HashSet<usize> =
        clues.iter().filter(|clue| clue.kind != EntityType::Person).map(|clue| clue.tokens.start).collect();
    let surnames: HashSet<&str> = entities
        .iter()
        .filter(|e| {
            !others.contains(&e.tokens.start)
                && e.kind == EntityType::Person
                && without_article(layout, &e.tokens).len() > 1
        })
        .map(|e| layout.word(e.tokens.end - 1))
        .collect();
    let is_surname = |tokens: &Range<usize>| tokens.len() == 1 && surnames.contains(layout.word(tokens.start));
    let mut out: Vec<Change> = Vec::new();
    let mut kinds: HashMap<&str, Option<EntityType>> = HashMap::new();
    for clue in clues {
        if !clue.here {
            let kind = kinds.entry(name(layout, &clue.tokens)).or_insert(Some(clue.kind));
            if kind.is_some_and(|kind| !agree(kind, clue.kind)) {
                *kind = None;
            }
        }
        if (clue.kind != EntityType::Person || clue.here) && !is_surname(&clue.tokens) {
            out.push(Change::to(clue.tokens, clue.kind));
        }
    }
    let agreed: HashMap<&str, EntityType> =
        kinds.into_iter().filter_map(|(name, kind)| Some((name, kind.filter(|&k| k != EntityType::Person)?))).collect();
    for mention in mentions(layout, &agreed) {
        let kind = agreed[name(layout, &mention)];
        // "The Halvorsen" is the museum, "Halvorsen" perhaps the painter.
        let bare = kind == EntityType::Fac
            && mention.len() == 1
            && !word_before(layout, mention.start).eq_ignore_ascii_case("the");
        if !is_surname(&mention) && !bare {
            // The article of a title is part of it: "The Glass Orchard".
            let article = kind == EntityType::WorkOfArt && word_before(layout, mention.start) == "The";
            out.push(Change::to(mention.start - usize::from(article)..mention.end, kind));
        }
    }
    out.retain(|change| is_wanted(layout, entities, change));
    out
}

/// Whether a change is one: the model found something else here, and not a longer name that contains it.
fn is_wanted(layout: &Layout, entities: &[Entity], change: &Change) -> bool {
    let from = entities.partition_point(|e| e.tokens.end <= change.tokens.start);
    let mut touching = entities[from..].iter().take_while(|e| e.tokens.start < change.tokens.end);
    touching.all(|e| {
        let same = e.tokens == change.tokens
            || (e.tokens.end == change.tokens.end && e.tokens.start + 1 == change.tokens.start);
        let inside = e.tokens.start >= change.tokens.start && e.tokens.end <= change.tokens.end;
        // "Wildcats" is a team and no people.
        let team = change.kind == Some(EntityType::Org)
            && e.kind == EntityType::Norp
            && layout.word(e.tokens.start).ends_with('s');
        (same && change.kind.is_some_and(|kind| team || !agree(kind, e.kind)))
            || (inside && !same && (e.kind.is_name() || e.kind == EntityType::Cardinal))
    })
}

/// The words of a name without an article.
fn name<'t>(layout: &Layout<'t>, tokens: &Range<usize>) -> &'t str {
    let bare = without_article(layout, tokens);
    &layout.text[layout.tokens[bare.start].span.start..layout.tokens[bare.end - 1].span.end]
}

fn without_article(layout: &Layout, tokens: &Range<usize>) -> Range<usize> {
    let article = tokens.len() > 1 && matches!(layout.word(tokens.start), "the" | "The");
    tokens.start + usize::from(article)..tokens.end
}

/// The places where these names stand, in capitals as they are.
fn mentions<'t>(layout: &Layout<'t>, names: &HashMap<&'t str, EntityType>) -> Vec<Range<usize>> {
    const LONGEST: usize = 8;
    let firsts: HashSet<&str> = names.keys().map(|name| name.split_whitespace().next().unwrap_or(name)).collect();
    let mut out = Vec::new();
    for start in 0..layout.tokens.len() {
        if !firsts.contains(layout.word(start)) {
            continue;
        }
        let ends = (start + 1..=layout.tokens.len().min(start + LONGEST)).rev();
        let found = ends.map(|end| start..end).find(|tokens| {
            in_one_paragraph(layout, start, tokens.end - 1) && names.contains_key(name_text(layout, tokens))
        });
        let Some(tokens) = found else { continue };
        // A single word at the beginning of a sentence may be a common word, and a name may be part of a longer one.
        let short = layout.word(start).len() < 4 || lexicon::flags(&layout.word(start).to_lowercase()) != 0;
        let common = tokens.len() == 1 && opens_sentence(layout, start) && short;
        let longer = is_capitalised(layout, tokens.end)
            && layout.tokens[tokens.end].spaced
            && in_one_paragraph(layout, start, tokens.end);
        if !common && !longer {
            out.push(tokens);
        }
    }
    out
}

fn name_text<'t>(layout: &Layout<'t>, tokens: &Range<usize>) -> &'t str {
    &layout.text[layout.tokens[tokens.start].span.start..layout.tokens[tokens.end - 1].span.end]
}

/// The entity that begins with a token.
fn entity_from(entities: &[Entity], start: usize) -> Option<&Entity> {
    entities.get(entities.partition_point(|e| e.tokens.start < start)).filter(|e| e.tokens.start == start)
}

/// The capitalised words from this token on, with these small words between them: "Night Train to Agra".
fn title_from(layout: &Layout, start: usize, small: &[&str]) -> Range<usize> {
    const LONGEST: usize = 7;
    let capital = |t: usize| {
        (is_capitalised(layout, t) || (t > start && word(layout, t).starts_with(|c: char| c.is_ascii_digit())))
            && in_one_paragraph(layout, start, t)
    };
    let mut end = start;
    let mut next = start;
    while next < start + LONGEST && (next == start || layout.tokens.get(next).is_some_and(|t| t.spaced)) {
        if capital(next) {
            end = next + 1;
        } else if next == start || !small.contains(&word(layout, next)) {
            break;
        }
        next += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::changes::testing::check;
    use super::*;
    use EntityType::{Org, Person, Product, WorkOfArt};

    #[test]
    fn a_clue_counts_for_all_mentions() {
        check(
            changes,
            "Voters punished Tarka. Tarka, the ruling party, lost.",
            &[("Tarka", Person), ("Tarka", Person)],
            &[("Tarka", Org), ("Tarka", Org)],
        );
        check(changes, "The podcast Bad Weather is old. Bad Weather is short.", &[], &[("Bad Weather", WorkOfArt); 2]);
        check(
            changes,
            "The trawler Rosalind left. The Rosalind sank.",
            &[("Rosalind", Person), ("The Rosalind", Person)],
            &[("Rosalind", Product), ("Rosalind", Product)],
        );
    }

    #[test]
    fn a_person_keeps_the_surname() {
        let model = [("Anton Tarka", Person), ("Tarka", Person), ("Tarka", Person)];
        check(changes, "Anton Tarka left. Tarka, the ruling party, met Tarka.", &model, &model);
    }

    #[test]
    fn clues_that_disagree_say_nothing_of_the_others() {
        check(
            changes,
            "Tarka, a party, won. Tarka, a trawler, sank. Tarka slept.",
            &[("Tarka", Person), ("Tarka", Person), ("Tarka", Person)],
            &[("Tarka", Org), ("Tarka", Product), ("Tarka", Person)],
        );
    }

    #[test]
    fn longer_names_stay() {
        let model = [("Tarka", Person), ("Tarka Holdings", Org)];
        check(changes, "Tarka, a party, met Tarka Holdings.", &model, &[("Tarka", Org), ("Tarka Holdings", Org)]);
    }
}
