//! Noun phrases around a role or another word for a person: "the former Russian defence minister".

use crate::entities::EntityType;
use crate::syntax::TokenView;
use crate::syntax::lexicon::*;
use core::ops::Range;

/// A phrase for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonPhrase {
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

impl PersonPhrase {
    /// The phrase whose head is this token, read to the left. `loose` lets words that are not listed
    /// stand between determiner and head ("the young black man").
    pub fn around(view: &TokenView, head: usize, loose: bool) -> PersonPhrase {
        let from = view.sentence_tokens(head).start.max(head.saturating_sub(LONGEST));
        let capitals = view.is_capitalised(head);
        let (mut start, mut known, mut unknown) = (head, head, 0);
        while start > from {
            let word = start - 1;
            if view.has(word, DEFINITE | INDEFINITE | POSSESSIVE) || view.is_possessive_mark(word) {
                return PersonPhrase { tokens: start..PersonPhrase::end(view, head), head, determiner: Some(word) };
            }
            if let Some(entity) = view.entity(word) {
                let entity = &view.entities[entity];
                let belongs = matches!(
                    entity.kind,
                    EntityType::Norp | EntityType::Gpe | EntityType::Org | EntityType::Loc | EntityType::Fac
                );
                if !belongs || entity.tokens.start < from || entity.tokens.end > start {
                    break;
                }
                start = entity.tokens.start;
                known = start;
            } else if view.is_inner_hyphen(word)
                && word > from
                && view.is_word(word - 1)
                && view.entity(word - 1).is_none()
            {
                start = word - 1;
                known = start;
            } else if view.has(word, MODIFIER | ROLE) {
                start = word;
                known = start;
            } else if view.is_word(word) && !view.has(word, !0) && capitals && view.is_capitalised(word) {
                start = word;
                known = start;
            } else if loose
                && unknown < UNKNOWN_MODIFIERS
                && view.is_word(word)
                && !view.has(word, !0)
                && !view.is_capitalised(word)
            {
                unknown += 1;
                start = word;
            } else {
                break;
            }
        }
        // No determiner: what is not surely part of the phrase is left out.
        PersonPhrase { tokens: known..PersonPhrase::end(view, head), head, determiner: None }
    }

    /// Past the head and what is tied to it by hyphens: "president-elect".
    fn end(view: &TokenView, head: usize) -> usize {
        let mut end = head + 1;
        while view.is_inner_hyphen(end) && view.is_word(end + 1) && view.entity(end + 1).is_none() && end - head < 6 {
            end += 2;
        }
        end
    }

    /// With the determiner, where it is a word of the phrase's own and not of a possessor's.
    pub fn mention(&self, view: &TokenView) -> Range<usize> {
        match self.determiner {
            Some(word) if view.has(word, DEFINITE | INDEFINITE) => word..self.tokens.end,
            _ => self.tokens.clone(),
        }
    }

    pub fn is_definite(&self, view: &TokenView) -> bool {
        self.determiner.is_some_and(|word| view.has(word, DEFINITE | POSSESSIVE) || view.is_possessive_mark(word))
    }
}
