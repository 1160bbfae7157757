//! One paragraph, as the rules for its kind read it.

use crate::lexicon::{
    self, ADDRESS, AUXILIARY, CONJUNCTION, DEFINITE, DETERMINER, Flags, INDEFINITE, POSSESSIVE, PREPOSITION, ROLE,
    SUBJECT, VERB, Verb,
};
use crate::text::chars::{is_dash, is_terminal};
use crate::text::quotation_mark::QuotationMark;
use crate::tokens::{Token, TokenKind};
use core::ops::Range;

/// Words that begin no name.
const FUNCTION: Flags =
    AUXILIARY | CONJUNCTION | DEFINITE | DETERMINER | INDEFINITE | POSSESSIVE | PREPOSITION | SUBJECT;

#[derive(Clone, Debug)]
pub struct Line<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub range: Range<usize>,
}

impl<'t> Line<'t> {
    pub fn word(&self, token: usize) -> &'t str {
        if self.range.contains(&token) { self.tokens[token].text(self.text) } else { "" }
    }

    pub fn flags(&self, token: usize) -> Flags {
        lexicon::flags(&self.word(token).trim_end_matches('.').to_lowercase())
    }

    pub fn is_word(&self, token: usize) -> bool {
        self.range.contains(&token) && self.tokens[token].kind == TokenKind::Word
    }

    pub fn is_capitalised(&self, token: usize) -> bool {
        self.is_word(token) && self.word(token).starts_with(char::is_uppercase)
    }

    /// Two letters or more, all capitals.
    pub fn is_in_capitals(&self, token: usize) -> bool {
        let word = self.word(token);
        self.is_word(token)
            && word.chars().filter(|c| c.is_uppercase()).count() > 1
            && !word.contains(char::is_lowercase)
    }

    pub fn is_dash(&self, token: usize) -> bool {
        let word = self.word(token);
        !word.is_empty() && word.chars().all(|c| is_dash(c) || c == '-')
    }

    /// The number of words and numbers.
    pub fn words(&self) -> usize {
        self.range.clone().filter(|&token| self.tokens[token].kind != TokenKind::Punctuation).count()
    }

    /// The first token behind a bullet, the number of an entry, or asterisks.
    pub fn start(&self) -> usize {
        let numbered = self.tokens[self.range.start].kind == TokenKind::Number
            && matches!(self.word(self.range.start + 1), "." | ")");
        let from = self.range.start + if numbered { 2 } else { 0 };
        (from..self.range.end)
            .find(|&t| {
                self.tokens[t].kind != TokenKind::Punctuation
                    || QuotationMark::of(self.word(t)).is_some()
                    || self.word(t) == "("
            })
            .unwrap_or(self.range.start)
    }

    /// Ends with a full stop, a question mark or a colon, also inside closing quotation marks and brackets.
    pub fn ends_itself(&self) -> bool {
        let closes = |&t: &usize| {
            !(matches!(self.word(t), ")" | "]")
                || QuotationMark::of(self.word(t)).is_some()
                || self.word(t).chars().all(|c| c == '*'))
        };
        let last = self.range.clone().rev().find(closes);
        last.is_some_and(|t| {
            let word = self.word(t);
            let abbreviation = self.tokens[t].kind == TokenKind::Word && word.ends_with('.');
            word.chars().all(|c| is_terminal(c) || matches!(c, ':' | ';')) || abbreviation
        })
    }

    /// A verb in the present or the past stands among these tokens, as far as its form shows it.
    pub fn has_verb(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|t| self.is_verb(t))
    }

    pub fn is_verb(&self, token: usize) -> bool {
        let word = self.word(token);
        self.is_word(token)
            && word.starts_with(char::is_lowercase)
            && (self.flags(token) & (AUXILIARY | VERB) != 0
                || Verb::surely_reporting(word).is_some()
                || (word.len() > 4 && word.ends_with("ed")))
    }

    /// Where the name that begins at a token ends: words with capitals, initials, and *de* and the like between them.
    pub fn name_end(&self, from: usize) -> usize {
        let mut end = from;
        while self.is_capitalised(end)
            || (end > from && is_particle(self.word(end)) && self.is_capitalised(end + 1))
            || (end > from && self.is_hyphen_inside(end))
        {
            end += 1;
        }
        end
    }

    fn is_hyphen_inside(&self, token: usize) -> bool {
        let glued = |t: usize| self.range.contains(&t) && !self.tokens[t].spaced;
        matches!(self.word(token), "-" | "'" | "’" | ".")
            && glued(token)
            && (glued(token + 1) || self.word(token) == ".")
            && self.is_capitalised(token + 1)
    }

    /// Whether a name is written as a person's: with a title or a role before it, or a given name as its first word.
    pub fn is_person(&self, name: Range<usize>) -> bool {
        // "An" and "Will" are given names, and begin other lines.
        if self.flags(name.start) & FUNCTION != 0 {
            return false;
        }
        let titled = name.len() > 1 && self.flags(name.start) & (ADDRESS | ROLE) != 0;
        let given = || {
            let word = self.word(name.start);
            let lower = word.to_lowercase();
            let mut letters = lower.chars();
            let first = letters.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
            lexicon::is_given_name(&(first + letters.as_str()))
        };
        titled || (name.len() > 1 && given())
    }
}

/// A small word inside a name.
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "da"
            | "di"
            | "du"
            | "del"
            | "della"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "la"
            | "le"
            | "y"
            | "e"
            | "of"
            | "the"
    )
}
