//! Takes the article out of a web page, or out of what somebody has pasted from one.
//!
//! The program of Mozilla's reader view (in Rust: `dom_smoothie`) chooses a part of the page's tree. What this crate adds:
//! the text as a reader sees it, the paragraphs that reader view drops for their class names, and the removal of the lines
//! in between that are not the article's text. Nothing is lost: [`Article::whole`] is the text of the whole page.

mod article;
mod block;
mod element;
mod encoding;
mod left_out;
mod line;
mod metadata;
mod pasted;
mod phrases;
mod tree;
mod trim;
mod writer;

pub use encoding::decoded;
pub use left_out::LeftOut;

use block::Block;
use dom_query::Document;
use dom_smoothie::Readability;
use metadata::Declared;
use newsmark::document::Metadata;
use serde::Serialize;
use std::collections::HashSet;
use tree::Tree;

/// An article that was taken out of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Article {
    /// What the page says about it.
    pub metadata: Metadata,
    /// The text: the headline and the byline if the page shows them, and the body.
    pub text: String,
    /// The paragraphs alone.
    pub body: String,
    /// The text of the whole page.
    pub whole: String,
    /// What is in the whole text and not in the article's.
    pub left_out: LeftOut,
}

/// The article of a web page.
pub fn page(html: &str) -> Article {
    let Some(read) = Read::of(html) else { return Article::default() };
    let kept = read.kept();
    Article::of(read.metadata, &read.blocks, &kept)
}

/// The article in HTML that was copied from a page. If a part of an article was copied, that part. `None` if the markup has
/// no paragraphs and so says no more than the plain text.
pub fn fragment(html: &str) -> Option<Article> {
    let read = Read::of(html).filter(|read| read.has_paragraphs)?;
    let kept = read.kept();
    Some(match pasted::is_whole_page(&read.blocks, &kept) {
        true => Article::of(read.metadata, &read.blocks, &kept),
        false => pasted::part(&read.blocks),
    })
}

/// The article in plain text that was copied from a page. `None` if the text is not that of a whole page.
pub fn plain(text: &str) -> Option<Article> {
    pasted::article_of_plain(text)
}

/// A page that has been read.
struct Read {
    metadata: Metadata,
    blocks: Vec<Block>,
    has_paragraphs: bool,
}

impl Read {
    fn of(html: &str) -> Option<Read> {
        let document = Document::from(html);
        let declared = Declared::of(&document, html);
        let root = document.body()?;
        let mut tree = Tree::of(&root);
        // In a very deep tree the extractor's work grows with the square of its depth.
        let mut readability = if tree.is_deep() { None } else { Readability::with_document(document, None, None).ok() };
        let found = readability.as_mut().and_then(|readability| readability.parse().ok());
        let byline = found.as_ref().and_then(|found| found.byline.clone()).unwrap_or_default();
        let marks = article::rescued(&tree, found.map(|found| marks(&found.content)).unwrap_or_default());
        tree.place(&|index| marks.contains(&index));
        let blocks = writer::blocks(&tree, &|index| marks.contains(&index));
        Some(Read { metadata: declared.metadata(&blocks, &byline), blocks, has_paragraphs: tree.has_paragraphs() })
    }

    /// Which blocks are the article. If none is, all are kept: rather too much than nothing.
    fn kept(&self) -> Vec<bool> {
        let kept = trim::kept(&self.blocks, &article::chosen(&self.blocks), &self.metadata);
        if kept.contains(&true) { kept } else { vec![true; self.blocks.len()] }
    }
}

impl Article {
    /// The article of the blocks that are kept.
    fn of(metadata: Metadata, blocks: &[Block], kept: &[bool]) -> Article {
        let body = block::joined(blocks, |index| kept[index]);
        let is_shown = |text: &str| !text.is_empty() && blocks.iter().any(|block| block.text.contains(text));
        let mut text = String::new();
        // What is only in the page's metadata does not belong to the article's text.
        if is_shown(&metadata.title) && !body.starts_with(&metadata.title) {
            text = format!("{}\n\n", metadata.title);
        }
        if is_shown(&metadata.byline) {
            text += &format!("By {}\n\n", metadata.byline);
        }
        let left_out = LeftOut::of(blocks, kept, &metadata);
        Article { text: text + &body, body, whole: block::joined(blocks, |_| true), left_out, metadata }
    }
}

/// The marked elements in markup.
fn marks(html: &str) -> HashSet<usize> {
    let attribute = format!("{}=\"", tree::MARK);
    html.split(attribute.as_str()).skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
}
