//! Splits a text into blocks: runs of whole sentences that the network reads together.
//!
//! A paragraph of a news article is often a single sentence, and the speaker of its quotation is named in the next
//! one. So short paragraphs share a block. A block depends on nothing outside it, which limits what has to be
//! computed again after an edit.

use crate::layout::Layout;
use core::ops::Range;

/// A block with this many tokens ends with the paragraph.
const ENOUGH: usize = 96;
/// The most tokens of a block. A longer sentence is cut.
const MOST: usize = 192;

/// Consecutive ranges that cover all tokens.
pub fn blocks(layout: &Layout) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (s, sentence) in layout.sentences.iter().enumerate() {
        let size = sentence.tokens.start - start;
        let new_paragraph = s > 0
            && layout.tokens[sentence.tokens.start].paragraph != layout.tokens[sentence.tokens.start - 1].paragraph;
        if size > 0 && ((new_paragraph && size >= ENOUGH) || size + sentence.tokens.len() > MOST) {
            out.push(start..sentence.tokens.start);
            start = sentence.tokens.start;
        }
        while sentence.tokens.end - start > MOST {
            out.push(start..start + MOST);
            start += MOST;
        }
    }
    if start < layout.tokens.len() {
        out.push(start..layout.tokens.len());
    }
    out
}
