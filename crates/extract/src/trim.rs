//! Leaves out the lines of an article that are not its text: captions, lists of links, the writer's address.

use crate::article::is_prose;
use crate::block::Block;
use crate::element::Place;
use crate::line::Line;
use crate::metadata::bare;
use newsmark::document::Metadata;
use std::collections::HashMap;

pub fn kept(blocks: &[Block], chosen: &[bool], known: &Metadata) -> Vec<bool> {
    let lines: Vec<Line> = blocks.iter().map(Line::of).collect();
    let of_chosen =
        |wanted: &dyn Fn(usize) -> bool| (0..blocks.len()).filter(|&i| chosen[i] && wanted(i)).collect::<Vec<_>>();
    let prose = of_chosen(&|i| is_prose(&blocks[i]) && !lines[i].is_credit());
    let (Some(&first), Some(&last)) = (prose.first(), prose.last()) else { return chosen.to_vec() };
    // An article that consists of links is a list of links.
    let linked: usize = of_chosen(&|i| lines[i].is_link()).into_iter().map(|i| blocks[i].length).sum();
    let whole: usize = of_chosen(&|_| true).into_iter().map(|i| blocks[i].length).sum();
    let is_list = linked * 4 > whole;
    // Neither is a list of short lines a margin of the paragraphs beside it.
    let running: usize = prose.iter().map(|&i| blocks[i].length).sum();
    let is_short = |i: &usize| !lines[*i].ends_sentence && !lines[*i].is_link();
    let after: Vec<usize> = of_chosen(&|i| i > last && !lines[i].is_promotion() && !lines[i].is_request());
    let has_margins = running * 2 > whole;
    let has_tail = has_margins && after.iter().filter(|i| is_short(i)).count() <= 6;

    let addresses = of_chosen(&|i| lines[i].is_address()).len();
    let neighbours = |i: usize| {
        let before = (0..i).rev().find(|&at| chosen[at]);
        let after = (i + 1..blocks.len()).find(|&at| chosen[at]);
        [before, after].into_iter().flatten()
    };

    let mut kept = chosen.to_vec();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut number = 0;
    // Whether the lines from here on are what a heading such as "Read more" announces.
    let mut announced = false;
    for i in 0..blocks.len() {
        if !chosen[i] {
            continue;
        }
        let (block, line) = (&blocks[i], &lines[i]);
        let place = block.place;
        let stands_alone = !neighbours(i).any(|at| lines[at].is_link());
        let is_listed = line.is_link() && !is_list && !(line.ends_sentence && line.words > 8);
        announced = match () {
            () if line.is_promotion() => true,
            () if announced => {
                block.link_share() > 0.5
                    || place.is(Place::ITEM) && block.links > 0
                    || line.words <= 4 && !line.ends_sentence
            }
            () => false,
        };
        number += 1;
        let edge = i < first || i > last;
        // A gallery repeats its captions. An interview repeats its questions, with answers in between.
        let before = seen.insert(&line.lower, number);
        let repeated = line.words >= 4 && before.is_some_and(|before| edge || number - before < 4);
        let drop = announced
            || repeated
            || place.is(Place::CAPTION)
            || place.is(Place::AROUND.with(Place::MENU))
            || line.is_credit()
            || line.is_rights()
            || line.is_label()
            || line.is_request()
            || line.is_contact() && addresses < 4
            || line.is_about_writer(&known.byline)
            || i + 3 >= last && line.is_after_the_end()
            || (edge || place.is(Place::BYLINE.with(Place::TIME))) && line.is_dated()
            || (i < first && has_margins || i > last && has_tail) && is_margin(line, known)
            || is_listed
                && (place.is(Place::ITEM) && !stands_alone || i < first && has_margins || i > last && has_tail);
        kept[i] = !drop;
    }
    kept
}

/// A short line before or after the paragraphs: the headline, the byline, a topic.
fn is_margin(line: &Line, known: &Metadata) -> bool {
    let text = bare(&line.block.text);
    let is_item = line.block.place.is(Place::ITEM) && !line.is_link();
    !known.title.is_empty() && bare(&known.title).starts_with(&text)
        || line.lower.starts_with("by ") && line.words < 12
        || line.block.place.is(Place::BYLINE) && line.words < 60
        || !known.byline.is_empty() && text == bare(&known.byline)
        || line.words < 12 && !line.ends_sentence && !is_item
}
