//! Coreference chains: which mentions are one person, place or organisation.
//!
//! In come the layout and the entities; out come [`Chain`]s, and every entity that is a name is in exactly one.
//! [`resolve`] runs these steps:
//!
//! 1. `titles` finds the titles beside people's names: "Defence Minister", ", the chief executive,". `title_extent`
//!    says how far an office reaches.
//! 2. `names` groups the names: people by the parts of their names and, among namesakes, by their titles (`persons`),
//!    everything else by its words, acronyms and short forms (`non_person_names`).
//! 3. `pronoun_resolver` reads the text from left to right and resolves phrases that a title explains ("the
//!    minister", `title_holders`) and the pronouns *he* and *she*. The people mentioned so far are kept in the
//!    `discourse_model`, those without a name ("the officer") among them; a small trained network (`features`, `ranker`) chooses among the recent ones. It
//!    reads the text twice: the first pass learns the gender that the text gives each person. Rules come before the
//!    network where the text leaves no doubt: the writer of a `byline` is not in the story, a pronoun can stand
//!    before its name (`cataphora`), and one that reports goes on with the last speaker (`last_speaker`). `ages` knows
//!    whom "the 22-year-old" means.
//! 4. `plural_pronouns` resolves those *they* that clearly mean an organisation or a people, and `neuter_pronouns` those
//!    *it* and *its* that clearly mean an organisation or a country.
//! 5. `chain_name` chooses each chain's name, and `demonyms` links a people to its country.
//!
//! Three more steps run outside [`resolve`]. `recover_persons` turns names that the tagger nearly took for a
//! person's into persons where a pronoun refers back to them. `first_second_person` gives *I* and *you* inside
//! quotations to speakers and addressees, which are known only after the quotations have been found.
//! `unnamed_speakers` keeps the people without a name who are quoted ("a former aide said") and describes them, and
//! `described` adds the descriptions of speakers and groups that are resolved after the quotations ("the company said").
//!
//! The method is entity-centric mention ranking (compare Clark and Manning, ACL 2015, and the sieves of Lee et
//! al., Computational Linguistics 2013). Every search is bounded, by a window of people or by the latest holders
//! of a name, so the cost is linear in the length of the text.

pub(crate) mod ages;
mod author_line;
mod byline;
mod cataphora;
mod chain;
mod chain_name;
mod clear_pronouns;
mod comparable_name;
mod demonyms;
mod described;
mod discourse_model;
mod features;
mod first_second_person;
mod gender;
mod last_speaker;
mod mention_context;
mod name_tables;
mod name_words;
mod names;
mod neuter_pronouns;
mod non_person_names;
mod organisation_names;
mod person_name;
mod persons;
mod place_names;
mod plural_pronouns;
mod pronoun;
mod pronoun_query;
mod pronoun_resolver;
mod ranker;
mod ranker_weights;
mod recover_persons;
mod surroundings;
mod title_extent;
mod title_holders;
mod titles;
mod unnamed_speakers;

pub use chain::{Chain, Mention, MentionKind};
pub use chain_name::choose as choose_name;
pub use comparable_name::ComparableName;
pub use demonyms::place_of_people;
pub use described::mention_described;
pub use first_second_person::{Addressees, Speech, resolve_first_second_person};
pub use name_tables::{FAMILY_NAMES, SHORT_FORMS};
pub use organisation_names::is_club;
pub use place_names::{place_key, without_kind};
pub use pronoun_query::{Antecedent, PronounQuery};
pub use ranker::choose;
pub use recover_persons::resolve_and_recover_persons;
pub use unnamed_speakers::keep_unnamed_speakers;

use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::syntax::TokenView;
use crate::text::sort_by_numbers;
use gender::Gender;
use pronoun_query::Decide;
use pronoun_resolver::PronounResolver;

/// The chains of a text, with pronouns resolved by the trained ranker.
pub fn resolve(layout: &Layout, entities: &[Entity]) -> Vec<Chain> {
    resolve_with(layout, entities, &mut choose)
}

/// The chain of the writer whom a byline names: *I* outside quotations.
pub fn writer(layout: &Layout, chains: &[Chain]) -> Option<usize> {
    byline::Byline::of(layout).writer(layout, chains)
}

/// The same with another judge of pronouns. The trainer passes one that knows the answers.
pub fn resolve_with(layout: &Layout, entities: &[Entity], decide: &mut Decide) -> Vec<Chain> {
    let view = TokenView::new(layout, entities);
    let titles = titles::find(&view);
    let (mut chains, mut genders) = names::chains(&view, &titles);
    let mut chain_of = vec![None; entities.len()];
    for (index, chain) in chains.iter().enumerate() {
        for entity in chain.mentions.iter().filter_map(|m| m.entity) {
            chain_of[entity] = Some(index);
        }
    }
    for title in &titles {
        let Some(chain) = chain_of[title.entity] else { continue };
        genders[chain].add(gender::of_word(&view.plain(title.phrase.head)));
        if let Some(tokens) = &title.tokens {
            chains[chain].titles.push(view.span(tokens.clone()));
        }
    }
    // The first pass learns from the pronouns whom the text calls he and whom she; the second pass knows it
    // from the start.
    let unsure = vec![Gender::UNKNOWN; chains.len()];
    let learned = PronounResolver::new(&view, &chains, &titles, &genders, &unsure).run(decide).genders;
    let certain: Vec<Gender> = genders.iter().zip(&learned).map(|(gender, &learned)| gender.certain(learned)).collect();
    for (gender, learned) in genders.iter_mut().zip(learned) {
        gender.add(learned);
    }
    let resolution = PronounResolver::new(&view, &chains, &titles, &genders, &certain).run(decide);
    let plural = plural_pronouns::find(&view, &chains, &chain_of);
    let neuter = neuter_pronouns::find(&view, &chains, &chain_of);
    for (chain, mention) in resolution.mentions.into_iter().chain(plural).chain(neuter) {
        chains[chain].mentions.push(mention);
    }
    for chain in &mut chains {
        sort_by_numbers(&mut chain.mentions, |m| (m.span.start, m.span.end));
        let names = chain.mentions.iter().filter(|m| m.kind == MentionKind::Name);
        chain.name = Some(chain_name::choose(chain.kind, names.map(|m| m.span.of(layout.text))));
    }
    // A phrase for a person may contain another name ("the Russian minister"). A lookup by position must find
    // that name's chain first, so people come last.
    sort_by_numbers(&mut chains, |chain| (usize::from(chain.kind == EntityType::Person), 0));
    demonyms::relate(&mut chains);
    chains.extend(resolution.unnamed.into_iter().map(|mentions| Chain::new(EntityType::Person, mentions)));
    chains
}
