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

#[cfg(test)]
mod tests {
    use super::*;

    /// The lengths of a text's blocks. Each number stands for a paragraph of one sentence with so many tokens.
    fn lengths(paragraphs: &[usize]) -> Vec<usize> {
        let sentence = |&tokens: &usize| "w ".repeat(tokens - 1) + ".";
        let text: Vec<String> = paragraphs.iter().map(sentence).collect();
        let blocks = blocks(&Layout::of(&text.join("\n")));
        assert!(blocks.windows(2).all(|pair| pair[0].end == pair[1].start));
        blocks.iter().map(|block| block.len()).collect()
    }

    #[test]
    fn where_a_block_ends() {
        for (paragraphs, expected) in [
            (vec![], vec![]),
            (vec![10, 20, 30], vec![60]),
            (vec![ENOUGH - 1, 10], vec![ENOUGH + 9]),
            (vec![ENOUGH, 10], vec![ENOUGH, 10]),
            (vec![50, MOST - 50], vec![MOST]),
            (vec![50, MOST - 49], vec![50, MOST - 49]),
            (vec![2 * MOST + 7, 10], vec![MOST, MOST, 17]),
        ] {
            assert_eq!(lengths(&paragraphs), expected, "{paragraphs:?}");
        }
    }

    #[test]
    fn a_block_ends_inside_a_paragraph_only_when_it_is_full() {
        let long = "W ".repeat(ENOUGH) + "w. ";
        let paragraph = blocks(&Layout::of(&long.repeat(2)));
        assert_eq!(paragraph.iter().map(|block| block.len()).collect::<Vec<_>>(), [ENOUGH + 2, ENOUGH + 2]);
        let short = "W w w w. ".repeat(MOST / 5);
        assert_eq!(blocks(&Layout::of(&short)).len(), 1);
    }
}
