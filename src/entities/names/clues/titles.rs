//! Titles of works behind verbs and nouns that have no other object: "will reissue The Salt Road and Night Train to Agra".

use super::super::changes::{in_one_paragraph, is_capitalised, word, word_before};
use super::{Clue, entity_from, title_from};
use crate::entities::{Entity, EntityType};
use crate::layout::{BlockKind, Layout};
use core::ops::Range;

const VERBS: &[&str] = &[
    "reissue", "reissued", "reissues", "remake", "screen", "screened", "screening", "screens", "starred in",
    "stars in", "starring in", "appeared in", "author of", "adaptation of", "remake of", "sequel to", "soundtrack of",
    "episode of", "episodes of", "rerelease", "rereleased", "premiere of", "co-wrote", "wrote", "directed", "rewrote",
    "premiered",
];
const WORKS: &[&str] =
    &["films", "movies", "novels", "books", "songs", "albums", "plays", "musicals", "shows", "hits", "titles"];

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    out.extend(reviewed(layout).map(|title| Clue::new(title, EntityType::WorkOfArt)));
    for start in 1..layout.tokens.len() {
        if !is_capitalised(layout, start) || !is_introduced(layout, start) {
            continue;
        }
        let mut next = start;
        let plain = is_work_before(layout, start);
        while let Some(title) = title(layout, entities, next, next == start, plain) {
            next = title.end;
            let comma = word(layout, next) == ",";
            next += usize::from(comma);
            next += usize::from(word(layout, next) == "and");
            let goes_on = next > title.end && is_capitalised(layout, next) && in_one_paragraph(layout, start, next);
            out.push(Clue::new(title, EntityType::WorkOfArt));
            if !goes_on {
                break;
            }
        }
    }
}

/// "Review: The Salt Cathedral — grief and gravel": the headline of a review.
fn reviewed(layout: &Layout) -> Option<Range<usize>> {
    let block = layout.blocks.iter().find(|block| block.kind == BlockKind::Title)?;
    let start = block.tokens.start;
    let labelled = matches!(word(layout, start), "Review" | "REVIEW") && word(layout, start + 1) == ":";
    let title = title_from(layout, start + 2, &["a", "and", "in", "of", "on", "the", "to"]);
    let closed = !word(layout, title.end).starts_with(char::is_alphanumeric) || title.end >= block.tokens.end;
    (labelled && title.len() > 1 && closed).then_some(title)
}

/// "Directed …", "author of …", "films such as …".
fn is_introduced(layout: &Layout, start: usize) -> bool {
    if !in_one_paragraph(layout, start - 1, start) {
        return false;
    }
    let before = |distance: usize| start.checked_sub(distance).map_or("", |t| word(layout, t));
    VERBS.contains(&before(1))
        || VERBS.contains(&format!("{} {}", before(2), before(1)).as_str())
        || (before(1) == "as" && before(2) == "such" && WORKS.contains(&before(3)))
        || (matches!(before(1), "include" | "including" | "like") && WORKS.contains(&before(2).trim_end_matches(',')))
}

/// Whether only works stand behind the words before this one: "films include", "starred in".
fn is_work_before(layout: &Layout, start: usize) -> bool {
    let before = |distance: usize| start.checked_sub(distance).map_or("", |t| word(layout, t));
    let role = before(1) == "in" && matches!(before(2), "starred" | "stars" | "starring");
    role || WORKS.contains(&before(2).trim_end_matches(',')) || WORKS.contains(&before(3))
}

/// A title of several words that begins with an article or has small words inside, or any behind "films include". The model must not know it as a person
/// or a place.
fn title(layout: &Layout, entities: &[Entity], start: usize, first_of_list: bool, plain: bool) -> Option<Range<usize>> {
    let tokens = title_from(layout, start, &["a", "of", "the", "to", "in"]);
    let shape = tokens.len() > 1
        && (plain
            || matches!(word(layout, start), "The" | "A" | "An")
            || tokens.clone().any(|t| !is_capitalised(layout, t)));
    let first = entity_from(entities, start);
    let known = first.is_some_and(|e| {
        let firm = e.kind == EntityType::Org && first_of_list;
        firm || matches!(e.kind, EntityType::Person | EntityType::Gpe | EntityType::Norp) || !e.kind.is_name()
    });
    (shape && !known && !tokens.is_empty() && word_before(layout, start) != "the").then_some(tokens)
}

#[cfg(test)]
mod tests {
    use super::super::super::changes::testing::check;
    use super::super::changes;
    use super::*;
    use EntityType::{Fac, Gpe, Org, Person, WorkOfArt};

    #[test]
    fn titles_in_a_list() {
        check(
            changes,
            "It will reissue The Salt Road, Night Train to Agra and The Lamplighter next spring.",
            &[("The Salt Road", Fac), ("Night Train", Fac), ("Agra", Gpe), ("The Lamplighter", Fac)],
            &[("The Salt Road", WorkOfArt), ("Night Train to Agra", WorkOfArt), ("The Lamplighter", WorkOfArt)],
        );
        check(changes, "Her films include The Long Hill.", &[], &[("The Long Hill", WorkOfArt)]);
        check(
            changes,
            "Her films include Winter Wheat and A Night in Gdansk.",
            &[("A Night", WorkOfArt), ("Gdansk", Gpe)],
            &[("Winter Wheat", WorkOfArt), ("A Night in Gdansk", WorkOfArt)],
        );
    }

    #[test]
    fn other_objects() {
        for (text, model) in [
            ("He directed Tom Hill and Ann Lee.", vec![("Tom Hill", Person), ("Ann Lee", Person)]),
            ("He wrote The Courier a letter.", vec![("The Courier", Org)]),
            ("They closed The Salt Road.", vec![("The Salt Road", Fac)]),
        ] {
            check(changes, text, &model, &model);
        }
    }
}
