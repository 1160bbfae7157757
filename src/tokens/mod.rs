//! Tokens: words, numbers, marks.
//!
//! The rules follow the Penn Treebank where its cuts matter for names (the possessive is a token of
//! its own, an abbreviation keeps its point), and cut more often than it does: at every hyphen and
//! slash, so that an entity that is half of a compound ("US-based") begins and ends with a token.
//! Contractions with *n't* stay whole.

mod abbreviations;
mod tokenizer;

pub use abbreviations::{is_abbreviation, is_title_abbreviation};
pub use tokenizer::tokenize;

use crate::text::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Begins with a letter; also @names and #tags.
    Word,
    /// Begins with a digit ("1,200", "70th", "10am").
    Number,
    /// A web or mail address.
    Address,
    /// Anything else, one character or a run of the same one ("...", "--", "``").
    Punctuation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// White space, or the beginning of the text, stands before it.
    pub spaced: bool,
    /// Index of its paragraph in what [`crate::text::paragraphs`] gave.
    pub paragraph: u32,
}

impl Token {
    pub fn text(self, text: &str) -> &str {
        self.span.of(text)
    }

    pub fn is_word(self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// The token that holds this byte offset, or the first one after it.
pub fn token_at(tokens: &[Token], offset: usize) -> usize {
    tokens.partition_point(|t| t.span.end <= offset)
}
