//! Noun phrases around a role or another word for a person: "the former Russian defence minister".

use super::lexicon::*;
use super::reading::Reading;
use crate::entities::EntityType;
use core::ops::Range;

/// A phrase for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Modifiers and head, without a determiner: what a title is.
    pub tokens: Range<usize>,
    pub head: usize,
    /// The article, possessive pronoun or *'s* before it.
    pub determiner: Option<usize>,
}

/// Adjectives and nouns that no list has, before the head of a phrase with a determiner.
const UNKNOWN_MODIFIERS: usize = 3;
/// No phrase reaches further to the left of its head.
const LONGEST: usize = 12;

impl Phrase {
    /// The phrase whose head is this token, read to the left. `loose` lets words that are not listed
    /// stand between determiner and head ("the young black man").
    pub fn around(reading: &Reading, head: usize, loose: bool) -> Phrase {
        let from = reading.sentence_tokens(head).start.max(head.saturating_sub(LONGEST));
        let capitals = reading.is_capitalised(head);
        let (mut start, mut known, mut unknown) = (head, head, 0);
        while start > from {
            let word = start - 1;
            if reading.has(word, DEFINITE | INDEFINITE | POSSESSIVE) || reading.is_possessive_mark(word) {
                return Phrase { tokens: start..Phrase::end(reading, head), head, determiner: Some(word) };
            }
            if let Some(entity) = reading.entity(word) {
                let entity = &reading.entities[entity];
                let belongs = matches!(
                    entity.kind,
                    EntityType::Norp | EntityType::Gpe | EntityType::Org | EntityType::Loc | EntityType::Fac
                );
                if !belongs || entity.tokens.start < from || entity.tokens.end > start {
                    break;
                }
                start = entity.tokens.start;
                known = start;
            } else if reading.is_inner_hyphen(word)
                && word > from
                && reading.is_word(word - 1)
                && reading.entity(word - 1).is_none()
            {
                start = word - 1;
                known = start;
            } else if reading.has(word, MODIFIER | ROLE) {
                start = word;
                known = start;
            } else if reading.is_word(word) && !reading.has(word, !0) && capitals && reading.is_capitalised(word) {
                start = word;
                known = start;
            } else if loose
                && unknown < UNKNOWN_MODIFIERS
                && reading.is_word(word)
                && !reading.has(word, !0)
                && !reading.is_capitalised(word)
            {
                unknown += 1;
                start = word;
            } else {
                break;
            }
        }
        // No determiner: what is not surely part of the phrase is left out.
        Phrase { tokens: known..Phrase::end(reading, head), head, determiner: None }
    }

    /// Past the head and what is tied to it by hyphens: "president-elect".
    fn end(reading: &Reading, head: usize) -> usize {
        let mut end = head + 1;
        while reading.is_inner_hyphen(end)
            && reading.is_word(end + 1)
            && reading.entity(end + 1).is_none()
            && end - head < 6
        {
            end += 2;
        }
        end
    }

    /// With the determiner, where it is a word of the phrase's own and not of a possessor's.
    pub fn mention(&self, reading: &Reading) -> Range<usize> {
        match self.determiner {
            Some(word) if reading.has(word, DEFINITE | INDEFINITE) => word..self.tokens.end,
            _ => self.tokens.clone(),
        }
    }

    pub fn is_definite(&self, reading: &Reading) -> bool {
        self.determiner.is_some_and(|word| reading.has(word, DEFINITE | POSSESSIVE) || reading.is_possessive_mark(word))
    }
}
