//! Splits the text into tokens: words, numbers, addresses, punctuation.
//!
//! The rules follow the Penn Treebank where that matters for names: the possessive is a token of its own, an
//! abbreviation keeps its full stop. Unlike the treebank they also split at every hyphen and slash, so that an
//! entity that is half of a compound ("US-based") begins and ends with a token. Contractions with *n't* stay
//! whole.

mod abbreviations;
mod address;
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
    /// Anything else: one character, or a run of the same one ("...", "--", "``").
    Punctuation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// Preceded by white space or by the beginning of the paragraph.
    pub spaced: bool,
    /// Index of its paragraph in the result of [`crate::text::paragraphs`].
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

/// Index of the token that holds this byte offset, or of the first one after it.
pub fn token_at(tokens: &[Token], offset: usize) -> usize {
    tokens.partition_point(|t| t.span.end <= offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;

    #[test]
    fn the_token_at_an_offset() {
        let text = "Ann  left.";
        let tokens = tokenize(text, &paragraphs(text));
        for (offset, token) in [(0, 0), (2, 0), (3, 1), (5, 1), (8, 1), (9, 2), (10, 3)] {
            assert_eq!(token_at(&tokens, offset), token, "{offset}");
        }
    }
}
