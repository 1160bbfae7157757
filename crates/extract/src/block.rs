//! The text of a page as blocks: paragraphs, headings, list items, lines.

use crate::element::Place;

/// A stretch of text between two line breaks.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub text: String,
    /// Line breaks before it.
    pub breaks: u8,
    /// The places that all of its text shares.
    pub place: Place,
    /// The element whose child the block is.
    pub holder: usize,
    /// Characters in it without white space, those in links, and those that were chosen.
    pub length: usize,
    pub linked: usize,
    pub chosen: usize,
    /// The number of links.
    pub links: usize,
}

impl Block {
    /// The share of its text that is in links.
    pub fn link_share(&self) -> f32 {
        self.linked as f32 / self.length.max(1) as f32
    }

    pub fn is_chosen(&self) -> bool {
        self.chosen * 2 > self.length
    }
}

/// The blocks that are kept as text, with a blank line between paragraphs.
pub fn joined(blocks: &[Block], kept: impl Fn(usize) -> bool) -> String {
    let mut text = String::new();
    let mut breaks = 0;
    for (index, block) in blocks.iter().enumerate() {
        breaks = breaks.max(block.breaks);
        if !kept(index) {
            continue;
        }
        if !text.is_empty() {
            text.push_str(if breaks > 1 { "\n\n" } else { "\n" });
        }
        text.push_str(&block.text);
        breaks = 0;
    }
    text
}
