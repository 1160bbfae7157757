//! Blocks: the runs of whole sentences that the trunk reads at once.
//!
//! News paragraphs are often a single sentence, and a quotation's speaker stands in the next; so
//! short paragraphs are read together. A block depends on the text from its beginning to its end
//! only, which bounds what an edit can change.

use crate::layout::Layout;
use core::ops::Range;

/// A block that has this many tokens ends with its paragraph.
const ENOUGH: usize = 96;
/// A block ends with the sentence before it would have more tokens than this.
const MOST: usize = 192;

/// Ranges of tokens that follow each other and cover them all.
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
