//! The headline.

use crate::block::Block;
use crate::element::Place;

/// Between a headline and the newspaper's name in the title of a page.
const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " :: ", " » "];

/// Letters and digits that a heading needs before it can be a headline that a program's title confirms.
const LENGTH: usize = 10;

/// The headline: the longest heading that one of the declared titles repeats, or the first of these titles, or the only
/// heading of the first level.
pub fn of(declared: &[&str], blocks: &[Block], site: &str) -> String {
    let headings = || blocks.iter().filter(|block| block.place.is(Place::HEADING));
    let confirmed = |block: &&Block| {
        let shown = bare(&block.text);
        let is_whole = shown != bare(site) && !block.text.ends_with('…');
        is_whole
            && shown.len() >= LENGTH
            && declared.iter().any(|title| bare(title).contains(&shown) || shown == bare(title))
    };
    if let Some(block) = headings().filter(confirmed).max_by_key(|block| block.length) {
        return block.text.clone();
    }
    let mut declared = declared.iter().map(|title| without_site(title, site)).filter(|title| !title.is_empty());
    if let Some(title) = declared.next() {
        return title;
    }
    let mut first_level = blocks.iter().filter(|block| block.place.is(Place::TITLE));
    match (first_level.next(), first_level.next()) {
        (Some(block), None) => block.text.clone(),
        _ => String::new(),
    }
}

/// The title without the newspaper's name at its end: its own, or a last part that is much shorter than the first.
fn without_site(title: &str, site: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = SEPARATORS.iter().filter_map(|separator| title.rsplit_once(separator)).min_by_key(|(head, _)| head.len());
    match cut {
        Some((head, tail)) if bare(tail) == bare(site) || tail.len() * 3 < head.len() => head.trim().to_owned(),
        _ => title,
    }
}

/// Only letters and digits, in lower case.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
