//! Corrects what the model took a number for: the number of a page is no year, and counted people are no date.

use super::{Entity, EntityType, labels};
use crate::layout::Layout;
use crate::lexicon::{self, PERSON, ROLE};
use crate::tokens::TokenKind;

/// Words before a number of people. A year stands behind few of them.
const COUNTING: &[&str] = &[
    "about", "all", "almost", "among", "another", "killed", "nearly", "only", "other", "over", "roughly", "some",
    "than",
];

/// The entities with these corrections. Such a date or sum is a plain number, and such a name is nothing: "seat 41C".
pub fn corrected(layout: &Layout, entities: Vec<Entity>) -> Vec<Entity> {
    let correct = |entity: Entity| {
        let token = entity.tokens.start;
        let one = entity.tokens.len() == 1 && layout.word(token).contains(|c: char| c.is_ascii_digit());
        if !one || matches!(entity.kind, EntityType::Cardinal | EntityType::Ordinal | EntityType::Quantity) {
            return Some(entity);
        }
        let label = is_label_or_size(layout, token);
        if entity.kind.is_name() {
            return (!label).then_some(entity);
        }
        let wrong = label || (entity.kind == EntityType::Date && counts_people(layout, token));
        Some(if wrong && layout.tokens[token].kind == TokenKind::Number {
            Entity { kind: EntityType::Cardinal, ..entity }
        } else {
            entity
        })
    };
    entities.into_iter().filter_map(correct).collect()
}

fn word<'t>(layout: &Layout<'t>, token: Option<usize>) -> &'t str {
    token.filter(|&t| t < layout.tokens.len()).map_or("", |t| layout.word(t))
}

/// "page 1945", "1800 x 1920", "1080 pixels", "1080p".
fn is_label_or_size(layout: &Layout, token: usize) -> bool {
    let before = word(layout, token.checked_sub(1));
    let after = word(layout, Some(token + 1));
    let times = |word: &str| matches!(word, "x" | "×" | "X");
    let number = |token: Option<usize>| word(layout, token).starts_with(|c: char| c.is_ascii_digit());
    let resolution =
        layout.word(token).strip_suffix(['p', 'i', 'K']).is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    resolution
        || labels::is_label(before)
        || (times(before) && number(token.checked_sub(2)))
        || (times(after) && number(Some(token + 2)))
        || matches!(after, "pixels" | "dots" | "dpi")
}

/// "The 211 drivers", "only 92 senators", "killed 1,950 people", but not "in 1992 senators voted".
fn counts_people(layout: &Layout, token: usize) -> bool {
    let number = layout.word(token);
    let year = number.len() == 4 && number.parse().is_ok_and(|n: u16| (1500..2100).contains(&n));
    if year && !COUNTING.contains(&word(layout, token.checked_sub(1)).to_lowercase().as_str()) {
        return false;
    }
    // The noun is the next word, or the one behind an adjective: "211 striking drivers".
    (1..=2).any(|distance| {
        let noun = word(layout, Some(token + distance));
        let one = noun.strip_suffix('s').unwrap_or("");
        matches!(noun, "people" | "men" | "women" | "children") || lexicon::flags(one) & (ROLE | PERSON) != 0
    }) && number.bytes().all(|b| b.is_ascii_digit() || b == b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType::*;
    use crate::tokens::token_at;

    fn kind(text: &str, part: &str, kind: EntityType) -> Option<EntityType> {
        let layout = Layout::of(text);
        let token = token_at(&layout.tokens, text.find(part).expect("the part is in the text"));
        corrected(&layout, vec![Entity::of(&layout, token..token + 1, kind, 0.9)]).first().map(|e| e.kind)
    }

    #[test]
    fn numbers_that_are_no_dates() {
        for (text, part, found) in [
            ("See page 1945 of it.", "1945", Date),
            ("in Room 1984 of", "1984", Date),
            ("a screen of 1800 x 1920 dots", "1800", Date),
            ("a screen of 1800 x 1920 dots", "1920", Money),
            ("It is 1080 pixels high", "1080", Date),
            ("a film in 1080p", "1080p", Date),
            ("The 211 striking drivers", "211", Date),
            ("Only 92 senators voted", "92", Date),
            ("It killed 1950 people", "1950", Date),
        ] {
            assert_eq!(kind(text, part, found), Some(Cardinal), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_seat_or_page_names_nothing() {
        assert_eq!(kind("in seat 41C now", "41C", Org), None);
        assert_eq!(kind("on Page A22 now", "A22", Product), None);
        assert_eq!(kind("a 41C Group", "41C", Org), Some(Org));
    }

    #[test]
    fn numbers_that_are() {
        for (text, part, found) in [
            ("Back in 1992 senators voted", "1992", Date),
            ("Back in 1992, senators voted", "1992", Date),
            ("From 1920 to 1940", "1920", Date),
            ("the 1992 voters", "1992", Date),
            ("the lost 500 then", "500", Money),
            ("It sold for 92 drivers", "92", Money),
        ] {
            assert_eq!(kind(text, part, found), Some(found), "{text}");
        }
    }
}
