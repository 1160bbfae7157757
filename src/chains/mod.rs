//! Coreference chains: which mentions are one person, place or organisation.
//!
//! 1. [`names`] groups the entities: persons by the parts of their names ([`persons`]), everything else by
//!    its words, acronyms and short forms ([`things`]).
//! 2. [`titles`] finds what stands beside a person's name: "Defence Minister", ", the chief executive,".
//! 3. [`walk`] goes through the text once and ties to these chains the phrases that a title explains
//!    ("the minister", [`bearers`]) and the pronouns he and she, each to one of the persons spoken of lately
//!    ([`actors`]), as a small trained network judges ([`features`], [`ranker`]). It walks twice: the first
//!    time it learns whom the text calls he and whom she. [`groups`] finds the *they* that clearly are an
//!    organisation or a people.
//! 4. [`select`] chooses each chain's name, and [`peoples`] tells which country a nationality goes with.
//!
//! What is looked at is bounded everywhere (a window of persons, the latest bearers of a name), so the cost
//! is linear in the text's length. *I* and *my* belong to whoever speaks, *you* to whoever is spoken to,
//! which only a later stage knows: [`speech`] takes its answer.
//!
//! Where a pronoun goes on from a name that the tagger had nearly taken for a person's, [`doubting`] makes a
//! person of it.

mod actors;
mod bearers;
mod doubting;
mod features;
mod gender;
mod groups;
mod lexicon;
mod names;
mod organisations;
mod peoples;
mod person_name;
mod persons;
mod phrases;
mod places;
mod ranker;
mod ranker_weights;
mod reading;
mod select;
mod speech;
mod things;
mod titles;
mod walk;
mod words;

pub use doubting::resolve_doubting;
pub use ranker::choose;
pub use speech::{Addressees, Speech, attach_speech};
pub use walk::{Candidate, Question};

use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::text::Span;
use reading::Reading;
use serde::{Deserialize, Serialize};
use walk::{Decide, Walk};

/// By what somebody or something is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A name: "Helena Rebane", "Rebane".
    Name,
    /// A description: "the chief executive".
    Nominal,
    /// A pronoun: "she", "I" in her own words.
    Pronoun,
}

impl MentionKind {
    /// As it stands in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            MentionKind::Name => "name",
            MentionKind::Nominal => "nominal",
            MentionKind::Pronoun => "pronoun",
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
    /// Index of the entity that this mention is, for names.
    pub entity: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    pub kind: EntityType,
    /// The fullest good form found in the text, without title and possessive.
    pub name: String,
    pub titles: Vec<Span>,
    /// In order of their start.
    pub mentions: Vec<Mention>,
    /// For a people the chain of its country, where the text names it.
    pub related: Option<usize>,
}

/// Chains over the entities that name something (`EntityType::is_name`), each in exactly one.
pub fn resolve(layout: &Layout, entities: &[Entity]) -> Vec<Chain> {
    resolve_with(layout, entities, &mut choose)
}

/// The same with another judge of pronouns: the trainer's, who knows the answers.
pub fn resolve_with(layout: &Layout, entities: &[Entity], decide: &mut Decide) -> Vec<Chain> {
    let reading = Reading::new(layout, entities);
    let (mut chains, mut genders) = names::chains(&reading);
    let titles = titles::find(&reading);
    let mut chain_of = vec![None; entities.len()];
    for (index, chain) in chains.iter().enumerate() {
        for entity in chain.mentions.iter().filter_map(|m| m.entity) {
            chain_of[entity] = Some(index);
        }
    }
    for title in &titles {
        let Some(chain) = chain_of[title.entity] else { continue };
        genders[chain].add(gender::of_word(&reading.plain(title.phrase.head)));
        if let Some(tokens) = &title.tokens {
            chains[chain].titles.push(reading.span(tokens.clone()));
        }
    }
    // The first walk learns from the pronouns whom the text calls he and whom she; the second one knows it
    // from the start.
    let learned = Walk::new(&reading, &chains, &titles, &genders).run(decide).genders;
    for (gender, learned) in genders.iter_mut().zip(learned) {
        gender.add(learned);
    }
    let pronouns = Walk::new(&reading, &chains, &titles, &genders).run(decide).mentions;
    for (chain, mention) in pronouns.into_iter().chain(groups::find(&reading, &chains, &chain_of)) {
        chains[chain].mentions.push(mention);
    }
    for chain in &mut chains {
        chain.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        let names = chain.mentions.iter().filter(|m| m.kind == MentionKind::Name);
        chain.name = select::name(chain.kind, names.map(|m| m.span.of(layout.text)));
    }
    // A phrase for a person may hold another name ("the Russian minister"): whoever looks for the chain
    // of a place in the text finds the name's first.
    chains.sort_by_key(|chain| chain.kind == EntityType::Person);
    peoples::relate(&mut chains);
    chains
}
