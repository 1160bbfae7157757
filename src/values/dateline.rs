//! The day of publication, where the text itself gives it: in a dateline or in a line of its own.

use super::Item;
use super::date::Date;
use super::scope::Scope;
use super::time;
use super::value::Anchor;
use crate::entities::EntityType;
use crate::layout::Layout;
use crate::tokens::TokenKind;

/// A line about the article is among the first paragraphs.
const PARAGRAPHS: u32 = 6;
/// A dateline is followed by a dash after so many tokens: "OSLO, July 28, 2023 (Reuters) —".
const TO_DASH: usize = 6;
const FROM_START: usize = 8;
/// The small words of a line such as "Published on 28 July 2023 at 10 a.m. by".
const OF_LINE: &[&str] = &[
    "published", "updated", "posted", "on", "at", "by", "am", "pm", "a.m.", "p.m.", "first", "last", "modified", "and",
    "date", "min", "minutes", "read", "created", "issued", "for", "release", "from", "in",
];

/// The first day that is given in such a place.
pub fn published(layout: &Layout, items: &[Item]) -> Option<Date> {
    let early = items.iter().take_while(|item| layout.tokens[item.tokens.start].paragraph < PARAGRAPHS);
    early.filter(|item| item.kind == EntityType::Date).find_map(|item| {
        let time = time::read(&item.text, &Scope::default())?;
        let days = super::dated(&time)?.days().filter(|(first, last)| first == last)?;
        (time.anchor == Anchor::None && time.modifier.is_none() && (is_line(layout, item) || is_dateline(layout, item)))
            .then_some(days.0)
    })
}

/// Its paragraph has no words but those about an article.
fn is_line(layout: &Layout, item: &Item) -> bool {
    let paragraph = layout.tokens[item.tokens.start].paragraph;
    let first = layout.tokens.partition_point(|token| token.paragraph < paragraph);
    let line = layout.tokens[first..].iter().take_while(|token| token.paragraph == paragraph);
    let mut length = 0;
    line.clone().count() <= 24
        && line.enumerate().all(|(index, token)| {
            length += 1;
            let word = token.text(layout.text);
            let inside = item.tokens.contains(&(first + index));
            let is_stop = matches!(word, "." | "?" | "!" | "“" | "\"");
            inside
                || token.kind == TokenKind::Number
                || (!token.is_word() && !is_stop)
                || OF_LINE.contains(&word.to_lowercase().as_str())
                || (token.is_word() && word.starts_with(char::is_uppercase))
        })
        && !ends_as_headline(layout, item)
}

/// Names before and after a date are a byline or a place. A line with more than a few is a headline in title case.
fn ends_as_headline(layout: &Layout, item: &Item) -> bool {
    let paragraph = layout.tokens[item.tokens.start].paragraph;
    let names = layout.tokens.iter().filter(|token| {
        let word = token.text(layout.text);
        token.paragraph == paragraph && token.is_word() && !OF_LINE.contains(&word.to_lowercase().as_str())
    });
    names.count() > 9
}

/// It is near the beginning of a paragraph, and a dash comes soon after it.
fn is_dateline(layout: &Layout, item: &Item) -> bool {
    let paragraph = layout.tokens[item.tokens.start].paragraph;
    let first = layout.tokens.partition_point(|token| token.paragraph < paragraph);
    let is_capital = layout.word(first).chars().next().is_some_and(char::is_uppercase);
    let after = layout.tokens[item.tokens.end..].iter().take(TO_DASH).take_while(|token| token.paragraph == paragraph);
    let mut dash = after.map(|token| token.text(layout.text));
    is_capital
        && item.tokens.start - first <= FROM_START
        && dash.any(|word| matches!(word, "—" | "–" | "--" | "_" | "-" | "/PRNewswire"))
}
