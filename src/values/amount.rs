//! From the words of money, a percentage, a measurement or a number to its value.

use super::words::{Word, words};
use super::{AmountValue, Item, currencies, numbers, units};
use crate::entities::EntityType;
use crate::layout::Layout;

/// What says that a number is not exact.
const APPROXIMATE: &[&str] = &[
    "about", "around", "approximately", "roughly", "nearly", "almost", "some", "over", "under", "than", "least",
    "most", "up", "estimated", "upwards", "close", "circa", "near", "exceeding", "or so", "least", "minimum",
    "maximum", "as",
];
/// Parts that make an amount negative or unknown.
const BELOW_ZERO: &[&str] = &["minus", "-", "−"];

/// The value of an entity that is an amount.
pub fn read(layout: &Layout, item: &Item) -> Option<AmountValue> {
    use EntityType::{Cardinal, Money, Ordinal, Percent, Quantity};
    let words = words(&super::context::extended(layout, item));
    let mut value = match item.kind {
        Ordinal => AmountValue { amount: ordinal(&words)?, ..AmountValue::default() },
        Cardinal => numbers_of(&words, |_| None)?,
        Percent => AmountValue { unit: Some("%".to_owned()), ..numbers_of(&words, percent_sign)? },
        Money => money(layout, item, &words)?,
        Quantity => quantity(&words)?,
        _ => return None,
    };
    // "the $3" leaves out what stands before the entity.
    let before = item.tokens.start.checked_sub(1).map(|token| layout.word(token).to_lowercase());
    value.approx = words.iter().any(|word| APPROXIMATE.contains(&word.text.as_str()))
        || before.is_some_and(|before| {
            APPROXIMATE.contains(&before.as_str()) && before != "as" && before != "most" && before != "some"
        });
    let parts = [Some(value.amount), value.high, value.si];
    parts.iter().flatten().all(|amount| amount.is_finite()).then_some(value)
}

fn ordinal(words: &[Word]) -> Option<f64> {
    use super::vocabulary::Class;
    (0..words.len()).find_map(|at| {
        let tens = at.checked_sub(1).and_then(|before| numbers::read(&words[before..at])).map(|(_, tens)| tens);
        let one = words[at].class(Class::Ordinal).or_else(|| large_ordinal(&words[at].text))?;
        Some(one + tens.filter(|tens| *tens >= 20.0 && tens % 10.0 == 0.0 && one < 10.0).unwrap_or(0.0))
    })
}

fn large_ordinal(word: &str) -> Option<f64> {
    let tens = [
        "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth",
        "hundredth",
    ];
    tens.iter().position(|one| *one == word).map(|index| 20.0 + 10.0 * index as f64).or(match word {
        "thousandth" => Some(1e3),
        "millionth" => Some(1e6),
        _ => None,
    })
}

/// The first number of the words, and the second one if they are a range. `unit` says how many words after a number are
/// a unit.
fn numbers_of(words: &[Word], unit: impl Fn(&[Word]) -> Option<usize>) -> Option<AmountValue> {
    let (start, length, mut low) = first_number(words)?;
    let after = &words[start + length..];
    let skipped = unit(after).unwrap_or(0);
    let mut high = None;
    if let Some([link, rest @ ..]) = after.get(skipped..)
        && matches!(link.text.as_str(), "-" | "to" | "and" | "or")
    {
        let sign = rest
            .iter()
            .take_while(|word| !word.is_digits() && numbers::read(std::slice::from_ref(word)).is_none())
            .count();
        let rest = rest.get(sign..).filter(|_| sign <= 2);
        if let Some((_, number)) = rest.and_then(numbers::read) {
            let is_range = !link.is("and") || words.first().is_some_and(|word| word.is("between"));
            // "3–4 million" is three million to four million, but "900 to 1 million" is not 900 million.
            let scaled = low * magnitude(rest?);
            if words[start..start + length].len() == 1 && scaled <= number && magnitude(rest?) > 1.0 && low < 1000.0 {
                low = scaled;
            }
            high = Some(number).filter(|&high| is_range && high > low);
        }
    }
    // A minus sign stands directly before the digits, or is a word.
    let negative = start.checked_sub(1).is_some_and(|before| {
        words[before].is("minus") || (before == 0 && BELOW_ZERO.contains(&words[before].text.as_str()))
    });
    let sign = if negative { -1.0 } else { 1.0 };
    Some(AmountValue { amount: sign * units::rounded(low), high: high.map(units::rounded), ..AmountValue::default() })
}

/// Millions, billions: the scale at the end of a number.
fn magnitude(words: &[Word]) -> f64 {
    let Some((length, _)) = numbers::read(words) else { return 1.0 };
    words[..length].iter().enumerate().filter_map(|(at, word)| numbers::scale(word, at > 0)).product()
}

/// Where the first number begins, how many words it has, and its value.
fn first_number(words: &[Word]) -> Option<(usize, usize, f64)> {
    (0..words.len()).find_map(|at| {
        let rest = &words[at..];
        // "a few", "tens of thousands", "several million": nobody knows how many.
        let vague =
            |word: &Word| matches!(word.text.as_str(), "few" | "several" | "many" | "lot" | "number" | "handful");
        if rest.first().is_some_and(vague) || (rest.first()?.is("a") && rest.get(1).is_some_and(vague)) {
            return Some(None);
        }
        let (length, number) = numbers::fraction(rest).or_else(|| numbers::read(rest))?;
        // "a third of 40" is a third; "half of the 20" is a half.
        let lone_article = length == 1 && (rest[0].is("a") || rest[0].is("an"));
        let more =
            rest[length..].iter().any(|word| word.is_digits() || numbers::read(std::slice::from_ref(word)).is_some());
        (!(lone_article && more)).then_some(Some((at, length, number)))
    })?
}

/// "%", "per cent", "percentage points"
fn percent_sign(words: &[Word]) -> Option<usize> {
    let sign = ["%", "percent", "per", "cent", "percentage", "points", "point"];
    Some(words.iter().take_while(|word| sign.contains(&word.text.as_str())).count())
}

fn money(layout: &Layout, item: &Item, words: &[Word]) -> Option<AmountValue> {
    // OntoNotes leaves out a currency sign before plain digits.
    let inside = currencies::currency(words);
    let outside = || {
        let from = item.tokens.start.checked_sub(2).unwrap_or(item.tokens.start.saturating_sub(1));
        let span = layout.tokens[from].span.cover(layout.tokens[item.tokens.start].span);
        let before = self::words(span.of(layout.text));
        let sign = before.iter().rposition(|word| word.text.chars().all(|c| !c.is_alphanumeric()))?;
        currencies::currency(&before[sign.saturating_sub(1)..=sign])
    };
    let (currency, part) = inside.or_else(|| outside().filter(|_| item.tokens.start > 0)).unwrap_or((None, 1.0));
    let is_unit = |words: &[Word]| {
        let count = words
            .iter()
            .take_while(|word| {
                word.text.chars().all(|c| c.is_alphabetic()) && !matches!(word.text.as_str(), "to" | "or" | "and")
            })
            .count();
        Some(count).filter(|count| *count <= 2)
    };
    let mut value = numbers_of(words, is_unit)?;
    value.currency = currency.map(str::to_owned);
    value.amount = units::rounded(value.amount * part);
    value.high = value.high.map(|high| units::rounded(high * part));
    Some(value)
}

fn quantity(words: &[Word]) -> Option<AmountValue> {
    let mut value = numbers_of(words, |after| units::read(after).map(|(length, _)| length))?;
    let first_number = first_number(words).map_or(0, |(at, length, _)| at + length);
    let (at, (length, unit)) = (first_number..words.len()).find_map(|at| Some((at, units::read(&words[at..])?)))?;
    value.unit = Some(unit.1.to_owned());
    value.si = units::in_si(value.amount, unit);
    value.si_unit = value.si.map(|_| unit.2.to_owned());
    // "six feet two inches", "5-foot-10", "10 stone 4"
    let smaller = numbers::read(words.get(at + length..)?);
    if let Some((count, more)) = smaller {
        let next = units::read(words.get(at + length + count..)?).map(|(_, unit)| unit);
        let per_unit = match (unit.1, next.map(|unit| unit.1)) {
            ("[ft_i]", Some("[in_i]") | None) => 12.0,
            ("[stone_av]", Some("[lb_av]") | None) => 14.0,
            ("[lb_av]", Some("[oz_av]")) => 16.0,
            _ => return Some(value),
        };
        value.amount = units::rounded(value.amount + more / per_unit);
        value.si = units::in_si(value.amount, unit);
    }
    Some(value)
}
