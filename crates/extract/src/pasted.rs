//! The article in what somebody has copied from a page: all of the page, or a part of the article.

use crate::article::is_prose;
use crate::block::Block;
use crate::element::Place;
use crate::line::Line;
use crate::metadata::{byline, date};
use crate::trim;
use crate::{Article, LeftOut, block};
use newsmark::document::Metadata;

/// So many links, or short lines, outside the article show that a whole page was copied and not a part of an article.
const LINKS: usize = 5;
const SHORT_LINES: usize = 10;

/// Between two paragraphs of an article there are not more other lines than this.
const GAP: usize = 12;

/// Above the first paragraph, the headline is in one of so many lines.
const ABOVE: usize = 15;

/// Whether the blocks are those of a whole page.
pub fn is_whole_page(blocks: &[Block], kept: &[bool]) -> bool {
    let links = blocks.iter().zip(kept).filter(|(block, kept)| !**kept && block.link_share() > 0.85);
    let prose = blocks.iter().zip(kept).filter(|(block, kept)| **kept && is_prose(block));
    links.count() >= LINKS && prose.count() >= 2
}

/// A part of an article: all of it, without the bars of links that the page put there.
pub fn part(blocks: &[Block]) -> Article {
    let is_bar = |block: &Block| block.place.is(Place::MENU.with(Place::AROUND)) && !is_prose(block);
    let kept: Vec<bool> = blocks.iter().map(|block| !is_bar(block)).collect();
    let body = block::joined(blocks, |index| kept[index]);
    let metadata = Metadata::default();
    let left_out = LeftOut::of(blocks, &kept, &metadata);
    Article { metadata, text: body.clone(), body, whole: block::joined(blocks, |_| true), left_out }
}

/// The article in a plain text, if the text is that of a whole page.
pub fn article_of_plain(text: &str) -> Option<Article> {
    let mut blocks = lines(text);
    let (first, last) = core(&blocks)?;
    let outside = blocks[..first].iter().chain(&blocks[last + 1..]);
    let is_short = |block: &&Block| Line::of(block).words <= 6 && !crate::article::ends_sentence(&block.text);
    if outside.filter(is_short).count() < SHORT_LINES {
        return None;
    }
    let mut metadata = Metadata::default();
    for block in &blocks[first.saturating_sub(ABOVE)..first] {
        let line = Line::of(block);
        if let Some(names) = byline::shown(block) {
            metadata.byline = names;
        } else if line.is_dated() {
            metadata.date = date::find(&block.text).unwrap_or_default();
        } else if line.words >= 4 && line.words <= 30 && !(line.is_credit() || line.is_request() || line.is_promotion())
        {
            metadata.title = block.text.clone();
        }
    }
    for block in &mut blocks[first..=last] {
        block.chosen = block.length;
    }
    let chosen: Vec<bool> = blocks.iter().map(Block::is_chosen).collect();
    let kept = trim::kept(&blocks, &chosen, &metadata);
    Some(Article::of(metadata, &blocks, &kept))
}

/// The lines of a text as blocks.
fn lines(text: &str) -> Vec<Block> {
    let mut breaks = 0;
    let mut blocks = Vec::new();
    for line in text.lines() {
        let words = line.trim();
        breaks += 1;
        if !words.is_empty() {
            let length = words.chars().filter(|c| !c.is_whitespace()).count();
            blocks.push(Block { text: words.to_owned(), breaks: breaks.min(2), length, ..Block::default() });
            breaks = 0;
        }
    }
    blocks
}

/// The first and the last paragraph of the longest run of paragraphs.
fn core(blocks: &[Block]) -> Option<(usize, usize)> {
    let prose = (0..blocks.len()).filter(|&index| is_prose(&blocks[index]));
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for index in prose {
        match runs.last_mut() {
            Some((_, last, length)) if index - *last <= GAP => {
                (*last, *length) = (index, *length + blocks[index].length)
            }
            _ => runs.push((index, index, blocks[index].length)),
        }
    }
    let (first, last, _) = runs.into_iter().max_by_key(|&(_, _, length)| length)?;
    (first < last).then_some((first, last))
}
