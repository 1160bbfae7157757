//! The results of the first stages, which every later stage reads.

use crate::quotation_marks::{self, QuotedSpan};
use crate::sentences::{self, Sentence};
use crate::text::{Span, paragraphs};
use crate::tokens::{Token, tokenize};

/// The paragraphs, tokens, quoted spans and sentences of a text.
#[derive(Clone, Debug)]
pub struct Layout<'t> {
    pub text: &'t str,
    pub paragraphs: Vec<Span>,
    pub tokens: Vec<Token>,
    pub quoted: Vec<QuotedSpan>,
    pub sentences: Vec<Sentence>,
}

impl<'t> Layout<'t> {
    /// Runs the first stages.
    pub fn of(text: &'t str) -> Layout<'t> {
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text, &paragraphs);
        let quoted = quotation_marks::find(text, &paragraphs, &tokens);
        let sentences = sentences::split(text, &tokens, &quoted);
        Layout { text, paragraphs, tokens, quoted, sentences }
    }

    /// The text of a token.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The index of the paragraph that holds this token.
    pub fn paragraph_of(&self, token: usize) -> usize {
        let start = self.tokens[token].span.start;
        self.paragraphs.partition_point(|paragraph| paragraph.end <= start)
    }

    /// The index of the sentence that holds this token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_of_a_token() {
        let layout = Layout::of("He left. She stayed.\nWe went.");
        let sentences: Vec<usize> = (0..layout.tokens.len()).map(|token| layout.sentence_of(token)).collect();
        assert_eq!(sentences, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        assert_eq!(layout.word(4), "stayed");
    }

    #[test]
    fn the_paragraph_of_a_token() {
        let layout = Layout::of("He left. She stayed.\n\nWe went.");
        let paragraphs: Vec<usize> = (0..layout.tokens.len()).map(|token| layout.paragraph_of(token)).collect();
        assert_eq!(paragraphs, [0, 0, 0, 0, 0, 0, 1, 1, 1]);
    }
}
