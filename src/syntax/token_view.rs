//! What later stages ask of a token: its word classes, the entity that it belongs to and its sentence.

use super::lexicon::{self, ADVERBIAL, DEFINITE, Flags, RELATIVE, SUBJECT, WITHOUT_STOP};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::text::chars::is_hyphen;
use crate::text::{Possessive, Span};
use crate::tokens::TokenKind;
use core::ops::Range;
use std::borrow::Cow;

pub struct TokenView<'a> {
    pub layout: &'a Layout<'a>,
    pub entities: &'a [Entity],
    flags: Vec<Flags>,
    entity_at: Vec<Option<u32>>,
    /// The sentence of each token.
    sentence: Vec<u32>,
}

impl<'a> TokenView<'a> {
    pub fn new(layout: &'a Layout<'a>, entities: &'a [Entity]) -> TokenView<'a> {
        let count = layout.tokens.len();
        let mut entity_at = vec![None; count];
        for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_name()) {
            for slot in entity_at.get_mut(entity.tokens.clone()).into_iter().flatten() {
                *slot = Some(index as u32);
            }
        }
        let mut sentence = vec![0; count];
        for (index, s) in layout.sentences.iter().enumerate() {
            sentence[s.tokens.clone()].fill(index as u32);
        }
        let flags = (0..count).map(|token| flags(layout.word(token))).collect();
        TokenView { layout, entities, flags, entity_at, sentence }
    }

    pub fn has(&self, token: usize, flags: Flags) -> bool {
        self.flags.get(token).is_some_and(|f| f & flags != 0)
    }

    /// The entity at this token, if it names something.
    pub fn entity(&self, token: usize) -> Option<usize> {
        self.entity_at.get(token).copied().flatten().map(|index| index as usize)
    }

    pub fn kind(&self, token: usize) -> Option<EntityType> {
        self.entity(token).map(|index| self.entities[index].kind)
    }

    pub fn is_person(&self, token: usize) -> bool {
        self.kind(token) == Some(EntityType::Person)
    }

    pub fn word(&self, token: usize) -> &'a str {
        if token < self.layout.tokens.len() { self.layout.word(token) } else { "" }
    }

    /// The word in lower case, without its full stop.
    pub fn plain(&self, token: usize) -> String {
        plain(self.word(token)).into_owned()
    }

    pub fn is(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    pub fn is_word(&self, token: usize) -> bool {
        self.layout.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
    }

    pub fn is_punctuation(&self, token: usize) -> bool {
        self.layout.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Punctuation)
    }

    pub fn is_capitalised(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Written without a capital.
    pub fn is_lower(&self, token: usize) -> bool {
        !self.word(token).contains(char::is_uppercase)
    }

    /// May stand between a subject and its verb: an adverb or an auxiliary.
    pub fn is_adverbial(&self, token: usize) -> bool {
        let word = self.word(token).as_bytes();
        self.has(token, ADVERBIAL) || (word.len() > 4 && word[word.len() - 2..].eq_ignore_ascii_case(b"ly"))
    }

    /// A possessive *'s* or apostrophe; not the verb of "he's", "that's".
    pub fn is_possessive_mark(&self, token: usize) -> bool {
        if token > 0
            && (self.has(token - 1, SUBJECT | RELATIVE | DEFINITE)
                || ["it", "there", "here", "what", "where", "how"].iter().any(|w| self.is(token - 1, w)))
        {
            return false;
        }
        Possessive::parse(self.word(token)).is_some()
    }

    /// A hyphen inside a word ("vice-president").
    pub fn is_inner_hyphen(&self, token: usize) -> bool {
        let spaced = |t: usize| self.layout.tokens.get(t).is_none_or(|t| t.spaced);
        self.word(token).chars().all(is_hyphen) && !self.word(token).is_empty() && !spaced(token) && !spaced(token + 1)
    }

    pub fn sentence(&self, token: usize) -> usize {
        self.sentence.get(token).map_or(self.layout.sentences.len(), |&s| s as usize)
    }

    /// The tokens of this token's sentence.
    pub fn sentence_tokens(&self, token: usize) -> Range<usize> {
        self.layout.sentences.get(self.sentence(token)).map_or(0..0, |s| s.tokens.clone())
    }

    pub fn span(&self, tokens: Range<usize>) -> Span {
        Span::new(self.layout.tokens[tokens.start].span.start, self.layout.tokens[tokens.end - 1].span.end)
    }
}

fn flags(word: &str) -> Flags {
    let flags = lexicon::flags(&plain(word));
    if word.ends_with('.') { flags & !WITHOUT_STOP } else { flags }
}

fn plain(word: &str) -> Cow<'_, str> {
    // Most words are plain already.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let mut lower = word.to_lowercase().replace('’', "'");
    if lower.ends_with('.') {
        lower.pop();
    }
    Cow::Owned(lower)
}
