//! Which blocks of a page are its article.

use crate::block::Block;
use crate::element::Place;
use crate::tree::Tree;
use std::collections::{HashMap, HashSet};

/// A block with more characters than this is a paragraph of prose if it also ends like a sentence.
const PROSE: usize = 60;

/// Whether a block is a paragraph of running text.
pub fn is_prose(block: &Block) -> bool {
    block.length >= PROSE && block.link_share() < 0.4 && ends_sentence(&block.text)
}

pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']);
    text.ends_with(['.', '!', '?', '…', '。', ':', '！', '？', '۔', '।'])
}

/// The indices of the article's blocks: what the extractor has chosen, and the paragraphs between them that it has
/// dropped for the class names that they have.
pub fn chosen(blocks: &[Block]) -> Vec<bool> {
    let mut chosen: Vec<bool> = blocks.iter().map(Block::is_chosen).collect();
    let mut holders: HashMap<usize, usize> = HashMap::new();
    for (block, _) in blocks.iter().zip(&chosen).filter(|(block, chosen)| **chosen && is_prose(block)) {
        *holders.entry(block.holder).or_default() += block.length;
    }
    let outside = Place::AROUND.with(Place::MENU).with(Place::CAPTION);
    for (block, chosen) in blocks.iter().zip(&mut chosen) {
        if is_prose(block) && !block.place.is(outside) && holders.contains_key(&block.holder) {
            *chosen = true;
        }
    }
    chosen
}

/// What was chosen, or the whole of the element that says that it is the article if most of its text was not chosen: its
/// class names have misled the extractor.
pub fn rescued(tree: &Tree, chosen: HashSet<usize>) -> HashSet<usize> {
    let (best, length) = tree.declared_article();
    let inside = tree.text_length(best, &|index| chosen.contains(&index));
    if length > 0 && inside * 3 < length && tree.text_length(0, &|index| chosen.contains(&index)) < length {
        return tree.inside(best).collect();
    }
    chosen
}
