//! *They* and *their* where they clearly mean an organisation or a people: "The Water Board said they would repair
//! it", "The Democrats want their seats back".
//!
//! Most antecedents of *they* have no name. So a pronoun is resolved only if nothing else can be meant: the group
//! begins the sentence, and it is a people in the plural or reports something that begins with the pronoun. From there
//! to the end of the sentence every *they* is the same, until another name or another plural appears.

use super::{Chain, Mention, MentionKind};
use crate::entities::{Entity, EntityType};
use crate::syntax::TokenView;
use crate::syntax::lexicon::REPORTING;
use core::ops::Range;

const THEY: &[&str] = &["they", "them", "their", "theirs", "themselves"];
/// How many tokens may stand between the verb and the pronoun ("said on Monday that they").
const SHORT_WAY: usize = 4;

/// The pronouns that mean a group, each with the chain. `chain_of` is the chain of each entity.
pub fn find(view: &TokenView, chains: &[Chain], chain_of: &[Option<usize>]) -> Vec<(usize, Mention)> {
    let is_group = |kind| matches!(kind, EntityType::Org | EntityType::Norp);
    let mut out = Vec::new();
    for (index, entity) in view.entities.iter().enumerate().filter(|(_, e)| is_group(e.kind)) {
        let Some(chain) = chain_of[index].filter(|&chain| is_group(chains[chain].kind)) else { continue };
        let sentence = view.sentence_tokens(entity.tokens.start);
        let Some(from) = clear_from(view, index, &sentence) else { continue };
        let nothing_else =
            |&token: &usize| view.entity(token).is_none() && !(view.is_word(token) && is_plural(view.word(token)));
        let same = (from..sentence.end).take_while(nothing_else).filter(|&token| is_they(view, token));
        out.extend(same.map(|token| {
            (chain, Mention { span: view.span(token..token + 1), kind: MentionKind::Pronoun, entity: None })
        }));
    }
    out
}

/// The token from which on *they* means this group, if the sentence is clear.
fn clear_from(view: &TokenView, group: usize, sentence: &Range<usize>) -> Option<usize> {
    let Entity { tokens, kind, span, .. } = &view.entities[group];
    let leads_up =
        |token: usize| view.is_punctuation(token) || ["the", "but", "and"].iter().any(|word| view.is(token, word));
    if !(sentence.start..tokens.start).all(leads_up)
        || tokens.end >= sentence.end
        || view.is_possessive_mark(tokens.end)
    {
        return None;
    }
    if *kind == EntityType::Norp && is_plural(span.of(view.layout.text)) {
        return Some(tokens.end);
    }
    let reports = view.has(tokens.end, REPORTING).then_some(tokens.end + 1)?;
    let quiet = |&token: &usize| view.entity(token).is_none() && !view.is_punctuation(token);
    (reports..sentence.end).take(SHORT_WAY).take_while(quiet).find(|&token| is_they(view, token))
}

fn is_they(view: &TokenView, token: usize) -> bool {
    THEY.iter().any(|they| view.is(token, they))
}

fn is_plural(word: &str) -> bool {
    let ending =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "'s", "’s"].iter().any(|end| word.ends_with(end));
    ending || ["people", "men", "women", "children", "police"].iter().any(|plural| word.eq_ignore_ascii_case(plural))
}
