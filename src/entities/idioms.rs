//! Idioms with words for numbers and times that count nothing: "first-hand", "at the end of the day".

use super::Entity;
use crate::layout::Layout;
use crate::text::Span;
use core::ops::Range;
use regex::Regex;
use std::sync::LazyLock;

/// Ignores the case of ASCII letters only: the tables for all others would add 2 % to the WebAssembly.
static IDIOMS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let hyphen = "(?u-i:[-‐‑])";
    let hyphenated = format!(
        r"(?:first|second|third|fourth|fifth){hyphen}(?:hand(?:ed)?|party|aid|class|rate|rater|raters|string|nature|guess(?:es|ed|ing|er|ers)?)"
    );
    let ordinals = r"(?:at|on) (?:first|second) (?:hand|sight|glance|thought)|(?:on )?second (?:thoughts|nature|to none)|in the first place|first (?:of all|things first|and foremost|come, first served)";
    let times = r"(?:the )?times? of (?:the )?(?:year|month|week|day)|day[- ]to[- ]day|(?:day|week|month|year) in,? (?:day|week|month|year) out|once upon a time|at the (?:eleventh|11th) hour";
    let of_the_day = r"(?:the )?(?:man|woman|hero|question|topic|talk|order|dish|catch|word|news) of the (?:hour|day|moment)|hours? of need|(?:in )?the (?:heat|spur) of the moment";
    let the_day = r"(?:call(?:ed|ing)? it|save[sd]?|saving|carr(?:y|ies|ied)|w(?:in|on|ins)|seize[sd]?|rue[sd]?) (?:a|the) day|(?:make|made|makes) (?:my|your|his|her|our|their) day|rainy day";
    let numbers =
        r"back to square one|one by one|one another|one[- ]on[- ]one|six of one and half a dozen of the other";
    Regex::new(&format!(r"(?i-u)\b(?:{hyphenated}|{ordinals}|{times}|{of_the_day}|{the_day}|{numbers})\b")).ok()
});

/// "At the end of the day" is an idiom at the beginning of a sentence and between commas.
const AT_THE_END_OF_THE_DAY: [&str; 6] = ["at", "the", "end", "of", "the", "day"];
/// Words before it at the beginning of a sentence.
const OPENERS: &[&str] = &["and", "but", "because", "so", "well"];

/// The entities that are not part of an idiom.
pub fn left_out(layout: &Layout, entities: Vec<Entity>) -> Vec<Entity> {
    let found: Vec<Span> = IDIOMS
        .iter()
        .flat_map(|pattern| pattern.find_iter(layout.text).map(|found| Span::from(found.range())))
        .chain(ends_of_the_day(layout))
        .collect();
    if found.is_empty() {
        return entities;
    }
    let counts_nothing = |entity: &Entity| {
        !entity.kind.is_name()
            && found.iter().any(|idiom| idiom.start <= entity.span.start && entity.span.end <= idiom.end)
    };
    entities.into_iter().filter(|entity| !counts_nothing(entity)).collect()
}

fn ends_of_the_day<'a>(layout: &'a Layout) -> impl Iterator<Item = Span> + 'a {
    layout.sentences.iter().flat_map(move |sentence| {
        let tokens = sentence.tokens.clone();
        let starts = tokens.clone().filter(move |&start| {
            AT_THE_END_OF_THE_DAY
                .iter()
                .enumerate()
                .all(|(i, word)| start + i < tokens.end && layout.word(start + i).eq_ignore_ascii_case(word))
                && is_remark(layout, &tokens, start)
        });
        starts.map(|start| layout.tokens[start].span.cover(layout.tokens[start + 5].span))
    })
}

/// Whether the phrase that begins here is a remark of the speaker: nothing but an opener or a quotation mark stands before
/// it, or it stands between commas. "At the end of the day on Friday" is a time.
fn is_remark(layout: &Layout, sentence: &Range<usize>, start: usize) -> bool {
    let opens = (sentence.start..start).all(|t| {
        let word = layout.word(t);
        !word.starts_with(char::is_alphanumeric) || OPENERS.contains(&word.to_lowercase().as_str())
    });
    let next = start + AT_THE_END_OF_THE_DAY.len();
    let after = if next < sentence.end { layout.word(next) } else { "" };
    let before = start.checked_sub(1).map_or("", |t| layout.word(t));
    (opens && !matches!(after, "on" | "in" | "'s" | "’s" | "" | "."))
        || (matches!(before, "," | "—" | "–") && after == ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType::{self, *};
    use crate::tokens::token_at;

    fn left(text: &str, part: &str, kind: EntityType) -> bool {
        let layout = Layout::of(text);
        let start = text.find(part).expect("the part is in the text");
        let tokens = token_at(&layout.tokens, start)..token_at(&layout.tokens, start + part.len() - 1) + 1;
        !left_out(&layout, vec![Entity::of(&layout, tokens, kind, 0.9)]).is_empty()
    }

    #[test]
    fn idioms_count_nothing() {
        for (text, part, kind) in [
            ("A second-rate actor won.", "second", Ordinal),
            ("She saw it first-hand.", "first", Ordinal),
            ("It is a bad time of year to move.", "year", Date),
            ("First of all, he left.", "First", Ordinal),
            ("They called it a day.", "a day", Date),
            ("At the end of the day it is his choice.", "the end of the day", Date),
            ("“But at the end of the day we lost,” he said.", "the end of the day", Date),
            ("He knew, at the end of the day, that he would go.", "the end of the day", Time),
        ] {
            assert!(!left(text, part, kind), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_idiom_stays() {
        for (text, part, kind) in [
            ("Shares fell at the end of the day.", "the end of the day", Time),
            ("At the end of the day on Friday he left.", "the end of the day", Time),
            ("At the end of the month it closed.", "the end of the month", Date),
            ("The second hand stopped.", "second", Ordinal),
            ("He won the first round.", "first", Ordinal),
            ("She read First of All.", "First of All", WorkOfArt),
        ] {
            assert!(left(text, part, kind), "{text}");
        }
    }
}
