//! *They* and *their* where they clearly are an organisation or a people: "The Water Board said they would
//! repair it."
//!
//! Most of what *they* means has no name, so only the one construction is read in which nothing else can
//! be meant: the group is the subject of the verb that reports what the pronoun begins. From there on it is
//! the same *they* up to the end of the sentence, as long as nobody else comes up.

use super::lexicon::REPORTING;
use super::reading::Reading;
use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use core::ops::Range;

const THEY: &[&str] = &["they", "them", "their", "theirs", "themselves"];
/// Between the group and its verb, and between the verb and the pronoun ("said on Monday that they").
const SHORT_WAY: usize = 4;

/// The pronouns that mean a group, each with its chain. `chain_of` is the chain of each entity.
pub fn find(reading: &Reading, chains: &[Chain], chain_of: &[Option<usize>]) -> Vec<(usize, Mention)> {
    let mut out = Vec::new();
    for (index, entity) in reading.entities.iter().enumerate().filter(|(_, e)| matches!(e.kind, EntityType::Org | EntityType::Norp)) {
        let Some(chain) = chain_of[index].filter(|&chain| matches!(chains[chain].kind, EntityType::Org | EntityType::Norp)) else { continue };
        let sentence = reading.sentence_tokens(entity.tokens.start);
        let Some(first) = reported(reading, entity.tokens.clone(), sentence.end) else { continue };
        let others = |&token: &usize| reading.entity(token).is_none() && !(reading.is_word(token) && looks_plural(reading.word(token)));
        let same = (first..sentence.end).take_while(others).filter(|&token| is_they(reading, token));
        out.extend(same.map(|token| (chain, Mention { span: reading.span(token..token + 1), kind: MentionKind::Pronoun, entity: None })));
    }
    out
}

/// Where what the group reports begins with *they* or *their*.
fn reported(reading: &Reading, group: Range<usize>, end: usize) -> Option<usize> {
    let quiet = |token: usize| reading.entity(token).is_none() && !reading.is_mark(token);
    // The head of its phrase: "a lawyer for Acme said" is about the lawyer.
    let before = group.start.checked_sub(1).filter(|&t| reading.sentence(t) == reading.sentence(group.start));
    let is_head = before.is_none_or(|t| reading.is(t, "the") && (t == 0 || reading.sentence(t - 1) != reading.sentence(t)));
    let verb = (is_head && group.end < end && reading.has(group.end, REPORTING)).then_some(group.end)?;
    (verb + 1..end.min(verb + 1 + SHORT_WAY)).take_while(|&token| quiet(token)).find(|&token| is_they(reading, token))
}

fn is_they(reading: &Reading, token: usize) -> bool {
    THEY.iter().any(|they| reading.is(token, they))
}

/// Another plural, which a later *they* may mean.
fn looks_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
}
