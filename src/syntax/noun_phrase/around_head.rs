//! Noun phrases around a known head, a role or another word for a person: "the former Russian defence minister".

use crate::entities::EntityType;
use crate::syntax::TokenView;
use crate::syntax::lexicon::*;
use core::ops::Range;

/// A phrase for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonPhrase {
    /// Modifiers and head without a determiner, as in a title.
    pub tokens: Range<usize>,
    pub head: usize,
    /// The article, possessive pronoun or *'s* before it.
    pub determiner: Option<usize>,
}

/// Which words may stand between the determiner and the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifiers {
    /// Those that the lexicon lists, capitalised words before a capitalised head, and entities.
    Listed,
    /// Also a few words that are in no list: "the *young black* man".
    Any,
}

/// How many unlisted words may stand before the head of a phrase with a determiner.
const UNKNOWN_MODIFIERS: usize = 3;
/// No phrase reaches further to the left of its head than this.
const LONGEST: usize = 12;

impl PersonPhrase {
    /// The phrase whose head is this token, read to the left.
    pub fn around(view: &TokenView, head: usize, modifiers: Modifiers) -> PersonPhrase {
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
            } else if view.has(word, MODIFIER | ROLE)
                || (view.is_word(word) && !view.has(word, LISTED) && capitals && view.is_capitalised(word))
            {
                start = word;
                known = start;
            } else if modifiers == Modifiers::Any
                && unknown < UNKNOWN_MODIFIERS
                && view.is_word(word)
                && !view.has(word, LISTED)
                && !view.is_capitalised(word)
            {
                unknown += 1;
                start = word;
            } else {
                break;
            }
        }
        // Without a determiner, words that are not surely part of the phrase are left out.
        PersonPhrase { tokens: known..PersonPhrase::end(view, head), head, determiner: None }
    }

    /// The end of the head with everything that hyphens tie to it: "president-elect".
    fn end(view: &TokenView, head: usize) -> usize {
        let mut end = head + 1;
        while view.is_inner_hyphen(end) && view.is_word(end + 1) && view.entity(end + 1).is_none() && end - head < 6 {
            end += 2;
        }
        end
    }

    /// The tokens of the mention: with the determiner, unless that belongs to a possessor ("*his* boss").
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
