//! Title, byline, date, site, address and language, from what a page says about itself to programs and to readers.

pub mod byline;
pub mod date;
mod head;
mod json_ld;
mod title;

use crate::article::is_prose;
use crate::block::Block;
use crate::element::Place;
use dom_query::Document;
use head::Head;
use newsmark::document::Metadata;
pub use title::bare;

/// What the page says to programs. It must be read before anything is removed from the page.
pub struct Declared {
    head: Head,
    json_ld: json_ld::Record,
}

impl Declared {
    pub fn of(document: &Document, html: &str) -> Declared {
        Declared { head: Head::of(document, html), json_ld: json_ld::Record::of(document) }
    }

    /// The metadata. `found_byline` is what an extractor takes for the byline.
    pub fn metadata(&self, blocks: &[Block], found_byline: &str) -> Metadata {
        let mut metadata = Metadata::default();
        let (head, record) = (&self.head, &self.json_ld);
        metadata.site = first([head.meta(&head::SITE).trim_start_matches('@'), &record.site, &head.host()]);
        metadata.url = first([&head.address, "", ""]);
        metadata.language = head.language.clone();
        metadata.title = title::of(&[head.meta(&head::TITLE), &record.title, &head.title], blocks, &metadata.site);
        let start = start(blocks);
        let shown = start.iter().find_map(byline::shown).unwrap_or_default();
        let bylines = [record.byline.as_str(), head.meta(&head::BYLINE), &shown, found_byline];
        let mut bylines = bylines.into_iter().map(byline::cleaned).filter(|byline| !byline.is_empty());
        metadata.byline = bylines.find(|byline| *byline != metadata.site).unwrap_or_default();
        let dates = [record.date.as_str(), head.meta(&head::DATE), &head.time];
        let written = start.iter().filter(|block| block.length < 120).find_map(|block| date::find(&block.text));
        let date = dates.into_iter().find_map(date::find).or(written).or_else(|| date::in_address(&metadata.url));
        metadata.date = date.unwrap_or_default();
        metadata
    }
}

/// The blocks from the headline to the first paragraphs, in which the byline and the date are.
fn start(blocks: &[Block]) -> &[Block] {
    let chosen = |block: &Block| block.is_chosen() && is_prose(block);
    let end = blocks.iter().position(chosen).map_or(0, |first| (first + 3).min(blocks.len()));
    let heading = blocks[..end].iter().rposition(|block| block.place.is(Place::TITLE));
    &blocks[heading.unwrap_or(end.saturating_sub(12))..end]
}

fn first(candidates: [&str; 3]) -> String {
    let mut candidates = candidates.into_iter().map(str::trim);
    candidates.find(|candidate| !candidate.is_empty()).unwrap_or_default().to_owned()
}
