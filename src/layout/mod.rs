//! The results of the first stages, which every later stage reads, and what each paragraph is in the article.

mod block;
mod blocks;
mod boilerplate;
mod byline;
mod credit;
mod line;
#[cfg(test)]
mod tests;
mod turn;

pub use block::{Block, BlockKind};
pub use line::Line;

use crate::quotation_marks::{self, QuotedSpan};
use crate::sentences::{self, Sentence};
use crate::text::{Span, paragraphs};
use crate::tokens::{Token, tokenize};

/// The paragraphs, tokens, quoted spans, sentences and blocks of a text.
#[derive(Clone, Debug)]
pub struct Layout<'t> {
    pub text: &'t str,
    pub paragraphs: Vec<Span>,
    pub tokens: Vec<Token>,
    pub quoted: Vec<QuotedSpan>,
    pub sentences: Vec<Sentence>,
    /// In order. Each token is in exactly one, and each in one paragraph.
    pub blocks: Vec<Block>,
}

impl<'t> Layout<'t> {
    /// Runs the first stages.
    pub fn of(text: &'t str) -> Layout<'t> {
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text, &paragraphs);
        let quoted = quotation_marks::find(text, &paragraphs, &tokens);
        let sentences = sentences::split(text, &tokens, &quoted);
        let blocks = blocks::blocks(text, &paragraphs, &tokens);
        Layout { text, paragraphs, tokens, quoted, sentences, blocks }
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

    /// A block, as the rules for its kind read it.
    pub fn line(&self, block: &Block) -> Line<'_> {
        Line { text: self.text, tokens: &self.tokens, range: block.tokens.clone() }
    }

    /// The block that holds this token.
    pub fn block_of(&self, token: usize) -> &Block {
        &self.blocks[self.blocks.partition_point(|block| block.tokens.end <= token)]
    }

    /// What the block that holds this token is.
    pub fn kind_of(&self, token: usize) -> BlockKind {
        self.block_of(token).kind
    }

    /// The number of this token's paragraph, counted without captions, headings and the like.
    pub fn story_of(&self, token: usize) -> u32 {
        self.block_of(token).story
    }

    /// The index of the sentence that holds this token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }
}
