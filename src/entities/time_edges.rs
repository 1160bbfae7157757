//! Corrects where times and dates begin and end: "the coach [days later]", "[the night before last]", "[six] [30-year-old]
//! ferries".

use super::{Entity, EntityType};
use crate::layout::Layout;
use core::ops::Range;

/// Singular units of time.
const UNITS: &[&str] = &[
    "second", "minute", "hour", "day", "night", "evening", "morning", "afternoon", "week", "weekend", "fortnight",
    "month", "quarter", "season", "spring", "summer", "autumn", "fall", "winter", "year", "decade", "century",
];
const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety",
];
/// Other words that say how many units there are.
const MEASURING: &[&str] = &[
    "a", "about", "almost", "an", "and", "another", "around", "at", "barely", "couple", "dozen", "exactly", "few",
    "first", "full", "good", "half", "hundred", "just", "last", "least", "less", "many", "mere", "million", "more",
    "nearly", "next", "not", "of", "only", "or", "over", "quarter", "roughly", "several", "some", "than", "thousand",
    "to", "under", "within", "whole", "-", "–",
];

/// The entities, in order, with these corrections.
pub fn corrected(layout: &Layout, entities: Vec<Entity>) -> Vec<Entity> {
    let mut out: Vec<Entity> = Vec::with_capacity(entities.len());
    for (index, entity) in entities.iter().enumerate() {
        if !matches!(entity.kind, EntityType::Date | EntityType::Time) {
            out.push(entity.clone());
            continue;
        }
        let next = entities.get(index + 1).map_or(layout.tokens.len(), |e| e.tokens.start);
        let mut tokens = entity.tokens.clone();
        tokens.start = without_swallowed_noun(layout, &tokens);
        tokens.start = with_day_before(layout, &tokens, out.last().map_or(0, |e| e.tokens.end));
        tokens.end = with_before_last(layout, &tokens, next);
        let of = |tokens: Range<usize>, kind| Entity::of(layout, tokens, kind, entity.confidence);
        if is_number_before_age(layout, &tokens) {
            out.push(of(tokens.start..tokens.start + 1, EntityType::Cardinal));
            tokens.start += 1;
        }
        out.push(if tokens == entity.tokens { entity.clone() } else { of(tokens, entity.kind) });
    }
    out
}

fn lower(layout: &Layout, token: usize) -> String {
    layout.word(token).to_lowercase()
}

fn is_number(layout: &Layout, token: usize) -> bool {
    layout.word(token).starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&lower(layout, token).as_str())
}

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word) || word.strip_suffix('s').is_some_and(|one| UNITS.contains(&one)) || word == "centuries"
}

/// Where the time begins: behind the noun that stands before "days later".
fn without_swallowed_noun(layout: &Layout, tokens: &Range<usize>) -> usize {
    let Some(unit) = tokens.end.checked_sub(2).filter(|&unit| unit > tokens.start) else { return tokens.start };
    let determined =
        matches!(lower(layout, tokens.start).as_str(), "the" | "his" | "her" | "their" | "its" | "our" | "my");
    let relation = lower(layout, tokens.end - 1);
    if !determined || !matches!(relation.as_str(), "later" | "earlier" | "ago") || !is_unit(&lower(layout, unit)) {
        return tokens.start;
    }
    let measures = |token: usize| is_number(layout, token) || MEASURING.contains(&lower(layout, token).as_str());
    let mut start = unit;
    while start > tokens.start && measures(start - 1) {
        start -= 1;
    }
    // A time before the time, such as "the year three months ago", is left as it is.
    let swallowed = tokens.start + 1..start;
    if swallowed.is_empty() || swallowed.clone().any(|t| is_unit(&lower(layout, t))) { tokens.start } else { start }
}

/// Where the time begins: "[the day before yesterday]".
fn with_day_before(layout: &Layout, tokens: &Range<usize>, free: usize) -> usize {
    let yesterday = tokens.len() == 1 && matches!(lower(layout, tokens.start).as_str(), "yesterday" | "tomorrow");
    let Some(day) = tokens.start.checked_sub(2).filter(|&day| yesterday && day >= free) else { return tokens.start };
    let before = matches!(lower(layout, day + 1).as_str(), "before" | "after") && lower(layout, day) == "day";
    let article = day.checked_sub(1).filter(|&t| t >= free && lower(layout, t) == "the");
    if before { article.unwrap_or(day) } else { tokens.start }
}

/// Where the time ends: behind "before last" or "after next".
fn with_before_last(layout: &Layout, tokens: &Range<usize>, limit: usize) -> usize {
    let end = tokens.end;
    let follows = end + 2 <= limit
        && matches!(
            (lower(layout, end).as_str(), lower(layout, end + 1).as_str()),
            ("before", "last") | ("after", "next")
        )
        && layout.tokens[end + 1].paragraph == layout.tokens[end].paragraph
        && is_unit(&lower(layout, end - 1));
    // "Before last year's election" begins another time.
    let other = end + 2 < layout.tokens.len() && {
        let word = lower(layout, end + 2);
        layout.tokens[end + 2].is_word()
            && (is_unit(&word) || !word.starts_with(char::is_alphanumeric) || is_weekday(&word))
    };
    if follows && !other { end + 2 } else { end }
}

fn is_weekday(word: &str) -> bool {
    word.ends_with("day") && !UNITS.contains(&word)
}

/// "Two century-old" is a number and an age; "two-century-old" is an age.
fn is_number_before_age(layout: &Layout, tokens: &Range<usize>) -> bool {
    let (start, end) = (tokens.start, tokens.end);
    let number = |token: usize| is_number(layout, token);
    end - start >= 4
        && matches!(lower(layout, end - 1).as_str(), "old" | "olds")
        && UNITS.contains(&lower(layout, end - 3).as_str())
        && layout.word(end - 2) == "-"
        && number(start)
        && layout.tokens[start + 1].spaced
        && (end - start == 4 || (number(start + 1) && layout.word(start + 2) == "-" && end - start == 6))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType::*;
    use crate::tokens::token_at;

    fn of(text: &str, part: &str, kind: EntityType) -> Vec<(String, EntityType)> {
        let layout = Layout::of(text);
        let start = text.find(part).expect("the part is in the text");
        let tokens = token_at(&layout.tokens, start)..token_at(&layout.tokens, start + part.len() - 1) + 1;
        let entities = vec![Entity::of(&layout, tokens, kind, 0.9)];
        corrected(&layout, entities).into_iter().map(|e| (e.span.of(text).to_owned(), e.kind)).collect()
    }

    fn one(text: &str, part: &str, expected: &str) {
        assert_eq!(of(text, part, Date), [(expected.to_owned(), Date)], "{text}");
    }

    #[test]
    fn a_noun_before_the_time_is_not_part_of_it() {
        one("It sacked the coach days later.", "the coach days later", "days later");
        one("He left the board two years later.", "the board two years later", "two years later");
        one("He left his post a few weeks ago.", "his post a few weeks ago", "a few weeks ago");
        one("It fell the next day.", "the next day", "the next day");
        one("It fell a fateful few years later.", "a fateful few years later", "a fateful few years later");
        one("the summer three years ago was", "the summer three years ago", "the summer three years ago");
    }

    #[test]
    fn before_last_belongs_to_the_time() {
        one("The night before last, it snowed.", "The night", "The night before last");
        one("It opens the week after next.", "the week", "the week after next");
        one("one month before last year’s vote", "one month", "one month");
        one("one month before last Friday", "one month", "one month");
    }

    #[test]
    fn a_number_before_an_age_is_a_number() {
        let two = |a: &str, b: &str| vec![(a.to_owned(), Cardinal), (b.to_owned(), Date)];
        assert_eq!(of("Two century-old oaks", "Two century-old", Date), two("Two", "century-old"));
        assert_eq!(of("Six 30-year-old ferries", "Six 30-year-old", Date), two("Six", "30-year-old"));
        one("a two-century-old oak", "two-century-old", "two-century-old");
        one("a 30-year-old oak", "30-year-old", "30-year-old");
    }
}
