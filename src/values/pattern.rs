//! The small language of the patterns in the tables of expressions.
//!
//! A pattern is a row of items with a space between them. An item is a word, several words with `|` between them, or a
//! class of words in braces, and is optional if `?` follows: `{month} {day} of|in? {year}?`.

use super::numbers;
use super::vocabulary::Class;
use super::words::Word;

#[derive(Clone, Debug)]
enum Symbol {
    Words(Vec<&'static str>),
    Class(Class),
}

#[derive(Clone, Debug)]
struct Item {
    symbol: Symbol,
    optional: bool,
}

#[derive(Clone, Debug)]
pub struct Pattern(Vec<Item>);

/// What the classes of a pattern stand for in a match, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Slots(Vec<(Class, f64)>);

impl Slots {
    pub fn get(&self, class: Class) -> Option<f64> {
        self.nth(class, 0)
    }

    pub fn nth(&self, class: Class, n: usize) -> Option<f64> {
        self.0.iter().filter(|(one, _)| *one == class).nth(n).map(|(_, value)| *value)
    }
}

impl Pattern {
    /// Reads a pattern. Tests read every pattern of the tables, so a name that is no class cannot go unnoticed.
    pub fn new(pattern: &'static str) -> Option<Pattern> {
        let items = pattern.split_ascii_whitespace().map(|item| {
            let (item, optional) = item.strip_suffix('?').map_or((item, false), |item| (item, true));
            let symbol = match item.strip_prefix('{').and_then(|item| item.strip_suffix('}')) {
                Some(name) => Symbol::Class(Class::named(name)?),
                None => Symbol::Words(item.split('|').collect()),
            };
            Some(Item { symbol, optional })
        });
        Some(Pattern(items.collect::<Option<_>>()?))
    }

    /// Whether the pattern describes all the words.
    pub fn matches(&self, words: &[Word]) -> Option<Slots> {
        let mut slots = Slots::default();
        walk(&self.0, words, &mut slots).then_some(slots)
    }
}

fn walk(items: &[Item], words: &[Word], slots: &mut Slots) -> bool {
    let Some((item, items)) = items.split_first() else { return words.is_empty() };
    if let Some((length, value)) = read(&item.symbol, words) {
        let before = slots.0.len();
        if let (Symbol::Class(class), Some(value)) = (&item.symbol, value) {
            slots.0.push((*class, value));
        }
        if walk(items, &words[length..], slots) {
            return true;
        }
        slots.0.truncate(before);
    }
    item.optional && walk(items, words, slots)
}

fn read(symbol: &Symbol, words: &[Word]) -> Option<(usize, Option<f64>)> {
    match symbol {
        Symbol::Words(alternatives) => {
            alternatives.iter().any(|one| words.first().is_some_and(|w| w.is(one))).then_some((1, None))
        }
        Symbol::Class(class) => class_at(*class, words).map(|(length, value)| (length, Some(value))),
    }
}

/// A year that is counted from that of publication is this plus the difference.
pub const RELATIVE_YEAR: f64 = 1e6;

/// The member of a class at the beginning of the words, and how many words it has.
fn class_at(class: Class, words: &[Word]) -> Option<(usize, f64)> {
    let word = words.first()?;
    match class {
        Class::Number => numbers::read(words),
        Class::Ordinal => ordinal(words),
        Class::Int => word.integer().map(|(value, _)| (1, f64::from(value))),
        Class::Day => {
            let digits = word.integer().filter(|&(_, length)| length <= 2).map(|(day, _)| (1, f64::from(day)));
            digits.or_else(|| ordinal(words)).filter(|(_, day)| (1.0..=31.0).contains(day))
        }
        Class::Year => year(words),
        Class::Decade => match word.class(Class::Decade) {
            Some(decade) => Some((1, decade)),
            // "the nineteen eighties"
            None => {
                let (century, decade) = (numbers::read(words.get(..1)?)?.1, words.get(1)?.class(Class::Decade)?);
                (10.0..=20.0).contains(&century).then(|| (2, century * 100.0 + decade % 100.0))
            }
        },
        Class::Unit if word.is("fortnight") => None,
        Class::Clock => clock(words),
        _ => word.class(class).map(|value| (1, value)),
    }
}

/// "third", "21st", "twenty-first".
fn ordinal(words: &[Word]) -> Option<(usize, f64)> {
    let word = words.first()?;
    if let Some(value) = word.class(Class::Ordinal) {
        return Some((1, value));
    }
    let (tens, ones) = (numbers::read(words.get(..1)?)?.1, words.get(1)?.class(Class::Ordinal)?);
    (tens >= 20.0 && tens % 10.0 == 0.0 && ones < 10.0 && !word.is_digits()).then_some((2, tens + ones))
}

/// "1989", "last year", "nineteen eighty-nine".
fn year(words: &[Word]) -> Option<(usize, f64)> {
    let word = words.first()?;
    if let Some((year, length)) = word.integer() {
        return (length == 4 && (1000..2200).contains(&year)).then(|| (1, f64::from(year)));
    }
    if let (Some(which), Some(next)) = (word.class(Class::Which), words.get(1))
        && next.is("year")
        && ["last", "past", "this", "current", "next", "coming"].contains(&word.text.as_str())
    {
        return Some((2, RELATIVE_YEAR + which));
    }
    let (hundreds, high) = numbers::read(words.get(..1)?)?;
    let rest = words.get(hundreds..)?;
    if let Some((length, low)) = numbers::read(rest)
        && (10.0..=21.0).contains(&high)
        && (10.0..100.0).contains(&low)
        && !word.is_digits()
    {
        return Some((hundreds + length, high * 100.0 + low));
    }
    let (length, value) = numbers::read(words)?;
    (length > 1 && (1900.0..2200.0).contains(&value) && !word.is_digits()).then_some((length, value))
}

/// "10:30", "5 p.m.", "noon", "half past six", in minutes.
fn clock(words: &[Word]) -> Option<(usize, f64)> {
    let word = words.first()?;
    match word.text.as_str() {
        "noon" | "midday" => return Some((1, 720.0)),
        "midnight" => return Some((1, 0.0)),
        _ => {}
    }
    if word.is("12")
        && let Some(after) = words.get(1)
    {
        match after.text.as_str() {
            "noon" | "midday" => return Some((2, 720.0)),
            "midnight" => return Some((2, 0.0)),
            _ => {}
        }
    }
    let (mut length, hour, minute) = match word.text.split_once([':', '.']) {
        Some((hour, minute)) if word.is_digits() => {
            let minute = minute.get(..2).filter(|_| minute.len() == 2 || minute.as_bytes().get(2) == Some(&b':'))?;
            (1, hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?)
        }
        _ => match word.integer() {
            Some((value, 4))
                if words.get(1).is_some_and(|next| next.is("gmt") || next.is("utc") || next.is("hours")) =>
            {
                (1, (value / 100) as u16, (value % 100) as u16)
            }
            Some((value, 1..=2)) => (1, value as u16, 0),
            Some(_) => return None,
            None => {
                let (length, value) = numbers::read(words.get(..1)?)?;
                (length, (1.0..=12.0).contains(&value).then_some(value as u16)?, 0)
            }
        },
    };
    let half = |word: Option<&Word>| match word?.text.as_str() {
        "am" | "a" => Some(0),
        "pm" | "p" => Some(12),
        _ => None,
    };
    let (mut hour, has_minutes) = (hour, word.text.contains(':'));
    match (half(words.get(length)), words.get(length..)) {
        (Some(afternoon), _) if (1..=12).contains(&hour) => {
            hour = hour % 12 + afternoon;
            length += 1;
        }
        (None, Some([a, rest @ ..]))
            if a.is("in") && rest.first().is_some_and(|w| w.class(Class::Daypart).is_some()) =>
        {
            let part = rest[0].class(Class::Daypart)?;
            hour = hour % 12 + if part == 0.0 { 0 } else { 12 };
            length += 2;
        }
        _ if has_minutes || word.text.len() == 4 && word.integer().is_some() => {}
        _ => return None,
    }
    if words.get(length).is_some_and(|word| word.is("hours")) {
        length += 1;
    }
    (hour < 24 && minute < 60).then(|| (length, f64::from(hour * 60 + minute)))
}
