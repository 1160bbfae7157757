//! The training data of the pronoun ranker: every choice that the library makes in a text with gold chains, with the right
//! answers; in a text of GAP, the choice for the pronoun in question.

use crate::{EntityRow, Row};
use newsmark::Annotator;
use newsmark::chains::{self, Antecedent, PronounQuery};
use newsmark::entities::{Entity, EntityType};
use newsmark::layout::Layout;
use newsmark::text::{OffsetMap, OffsetUnit, Span};
use newsmark::tokens::token_at;
use serde_json::json;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io::{self, Write};

/// Longer mentions say too much besides the name at their edge.
const LONGEST_MENTION: usize = 60;

/// Writes the choices in a `{"id","text","entities","chains"}` of the corpus. With `own`, each choice follows the library's
/// own answers to the earlier ones; without it, the right answers. `annotator` finds the entities of a text that comes
/// without. Features that are zero are left out: each antecedent is a list of pairs of index and value.
pub fn questions<'a>(
    row: &Row,
    annotator: impl FnOnce() -> io::Result<&'a Annotator>,
    own: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let layout = Layout::of(&row.text);
    let map = OffsetMap::new(&row.text, OffsetUnit::CodePoints);
    let entities = match row.entities.is_empty() {
        true => annotated_entities(&layout, annotator()?),
        false => gold_entities(&layout, &row.entities),
    };
    let gold = Gold::of(&map, row, &entities);
    let pair = Pair::of(&map, row);
    let asked = RefCell::new(Vec::new());
    let last = Cell::new(0);
    chains::resolve_with(&layout, &entities, &mut |query| {
        // The library goes through the text a second time when it knows the genders. Only that time counts.
        if query.pronoun.start <= last.replace(query.pronoun.start) {
            asked.borrow_mut().clear();
        }
        let chain = gold.owner.get(&query.pronoun);
        let pair = pair.as_ref().filter(|pair| pair.pronoun == query.pronoun);
        let right = pair.map(|pair| pair.right(query)).or(chain.map(|chain| gold.right(query, *chain)));
        if let Some(right) = &right {
            asked.borrow_mut().push(json!({
                "at": map.span(query.pronoun),
                "named": pair.is_some() || chain.is_some_and(|chain| gold.named[*chain]),
                "right": right,
                "features": query.antecedents.iter().map(sparse).collect::<Vec<_>>(),
                "barred": query.antecedents.iter().map(|a| a.excluded).collect::<Vec<_>>(),
            }));
        }
        if own || row.chains.is_empty() {
            chains::choose(query)
        } else {
            right.and_then(|right| right.first().copied())
        }
    });
    writeln!(out, "{}", json!({"id": row.id, "genre": row.genre, "questions": asked.into_inner()}))
}

fn sparse(antecedent: &Antecedent) -> Vec<(usize, f32)> {
    antecedent.features.iter().copied().enumerate().filter(|&(_, value)| value != 0.0).collect()
}

/// The entities that the library finds itself.
fn annotated_entities(layout: &Layout, annotator: &Annotator) -> Vec<Entity> {
    let found = annotator.annotate(layout.text, OffsetUnit::CodePoints).entities;
    let row = |e: newsmark::document::EntityRecord| EntityRow {
        start: e.start,
        end: e.end,
        kind: e.kind.to_string(),
        value: None,
    };
    gold_entities(layout, &found.into_iter().map(row).collect::<Vec<_>>())
}

/// GAP's pronoun with its two names.
struct Pair {
    pronoun: Span,
    /// The names, and whether the pronoun means them.
    names: Vec<(Span, bool)>,
}

impl Pair {
    fn of(map: &OffsetMap, row: &Row) -> Option<Pair> {
        let names = [row.a, row.b].into_iter().flatten();
        let names = names.filter_map(|name| Some((span(map, [name.start, name.end])?, name.coref))).collect();
        Some(Pair { pronoun: span(map, row.pronoun?)?, names })
    }

    /// The antecedents that have the right name; if there are none, those that have no wrong name.
    fn right(&self, query: &PronounQuery) -> Vec<usize> {
        let named = |at: usize, right: bool| {
            let overlaps = |name: &Span, other: &Span| name.start < other.end && other.start < name.end;
            let names = query.antecedents[at].names;
            self.names.iter().any(|(name, coref)| *coref == right && names.iter().any(|other| overlaps(name, other)))
        };
        let all = 0..query.antecedents.len();
        let right: Vec<usize> = all.clone().filter(|&at| named(at, true)).collect();
        if right.is_empty() { all.filter(|&at| !named(at, false)).collect() } else { right }
    }
}

/// The gold entities of a row as entities of the library.
pub fn gold_entities(layout: &Layout, rows: &[EntityRow]) -> Vec<Entity> {
    let map = OffsetMap::new(layout.text, OffsetUnit::CodePoints);
    rows.iter()
        .filter_map(|row| {
            let kind = row.kind.parse().ok()?;
            let span = span(&map, [row.start, row.end]).filter(|span| !span.is_empty())?;
            let tokens = token_at(&layout.tokens, span.start)..token_at(&layout.tokens, span.end - 1) + 1;
            (tokens.end <= layout.tokens.len()).then_some(Entity { span, tokens, kind, confidence: 1.0 })
        })
        .collect()
}

fn span(map: &OffsetMap, [start, end]: [usize; 2]) -> Option<Span> {
    Some(Span::new(map.to_byte(start)?, map.to_byte(end)?))
}

/// The gold chains.
struct Gold {
    /// The chain of each mention.
    owner: HashMap<Span, usize>,
    /// The mentions that start at each offset, with their chains.
    starting: HashMap<usize, Vec<(Span, usize)>>,
    /// The chains of each entity: those with a mention that is the entity or has it at an edge.
    of_entity: HashMap<Span, Vec<usize>>,
    /// Whether each chain contains a person's name.
    named: Vec<bool>,
}

impl Gold {
    fn of(map: &OffsetMap, row: &Row, entities: &[Entity]) -> Gold {
        let chains = &row.chains;
        let mut gold = Gold {
            owner: HashMap::new(),
            starting: HashMap::new(),
            of_entity: HashMap::new(),
            named: vec![false; chains.len()],
        };
        for (chain, mentions) in chains.iter().enumerate() {
            for mention in mentions.spans() {
                let Some(mention) = span(map, mention) else { continue };
                gold.owner.insert(mention, chain);
                gold.starting.entry(mention.start).or_default().push((mention, chain));
                if mention.len() > LONGEST_MENTION {
                    continue;
                }
                let at_edge = |e: &&Entity| {
                    mention.contains(e.span) && (e.span.start == mention.start || e.span.end == mention.end)
                };
                for entity in entities.iter().filter(at_edge).filter(|e| e.kind == EntityType::Person) {
                    gold.of_entity.entry(entity.span).or_default().push(chain);
                    gold.named[chain] = true;
                }
            }
        }
        gold
    }

    /// The candidates of this chain; if there are none, the last candidate, which stands for "nobody".
    fn right(&self, query: &PronounQuery, chain: usize) -> Vec<usize> {
        let is_right = |candidate: &Antecedent| match candidate.phrase {
            Some(phrase) if candidate.chain.is_none() => self.starting.get(&phrase.start).is_some_and(|mentions| {
                mentions.iter().any(|&(mention, owner)| owner == chain && mention.end >= phrase.end)
            }),
            _ => candidate
                .names
                .iter()
                .any(|name| self.of_entity.get(name).is_some_and(|chains| chains.contains(&chain))),
        };
        let right: Vec<usize> = (0..query.antecedents.len()).filter(|&c| is_right(&query.antecedents[c])).collect();
        if right.is_empty() { vec![query.antecedents.len() - 1] } else { right }
    }
}
