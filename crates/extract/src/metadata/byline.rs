//! The names in a byline.

use super::date;
use crate::block::Block;
use crate::element::Place;

/// Words before the names, also without a blank after them: a style sheet draws them apart.
const LABELS: [&str; 17] = [
    "words by", "written by", "reported by", "reporting by", "story by", "text by", "article by", "by", "credit",
    "author", "authors", "posted by", "text", "текст", "von", "par", "por",
];

/// More characters than the names of a few writers have.
const LONGEST: usize = 120;

/// The names of a byline, without "By", the date and what else is in the line.
pub fn cleaned(byline: &str) -> String {
    let line = byline.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut names = line.as_str();
    while let Some(rest) = LABELS.iter().find_map(|label| without_label(names, label)) {
        names = rest;
    }
    let names =
        names.split(['|', '•', '·', '\u{2022}']).map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
    // A date ends the names.
    let end = names.char_indices().find(|(_, c)| c.is_ascii_digit()).map_or(names.len(), |(at, _)| at);
    let names = match date::find(names) {
        Some(_) => without_last_words(&names[..end]),
        None => names,
    };
    let names =
        names.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | ':' | ';' | '/' | '@'));
    let is_address = names.contains("://") || names.contains("www.") || names.contains(".com/");
    let is_name = names.chars().any(char::is_alphabetic) && names.chars().count() <= LONGEST && !is_address;
    if is_name { once(names) } else { String::new() }
}

/// The names in a block that is a byline to readers.
pub fn shown(block: &Block) -> Option<String> {
    let line = block.text.trim();
    let words = line.split_whitespace().count();
    let lower = line.to_lowercase();
    let is_line = words <= 16 && (lower.starts_with("by ") || block.place.is(Place::BYLINE) && words <= 8);
    let names = if is_line { cleaned(line) } else { String::new() };
    (names.contains(' ') && names.chars().any(char::is_uppercase)).then_some(names)
}

fn without_label<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    let head = line.get(..label.len())?;
    let rest = &line[label.len()..];
    let is_apart = rest.starts_with([' ', ':', '\u{a0}']);
    // "CreditKirsten Vale"
    let is_glued = rest.starts_with(char::is_uppercase) && head.ends_with(char::is_lowercase);
    (head.eq_ignore_ascii_case(label) && (is_apart || is_glued)).then(|| rest.trim_start_matches([' ', ':', '\u{a0}']))
}

/// Before a date: "Jo Lee on Monday, November" is "Jo Lee".
fn without_last_words(names: &str) -> &str {
    let end = [" on ", " at ", ", ", " - ", " – ", " Published", " Updated", " Posted"];
    end.iter()
        .filter_map(|word| names.find(word))
        .min()
        .map_or_else(|| names.rsplit_once(' ').map_or(names, |(head, _)| head), |at| &names[..at])
}

/// "Jo Lee Jo Lee" is a picture's description and the name beside it.
fn once(names: &str) -> String {
    let words: Vec<&str> = names.split(' ').collect();
    let (first, second) = words.split_at(words.len() / 2);
    if words.len() >= 4 && first == second { first.join(" ") } else { names.to_owned() }
}
