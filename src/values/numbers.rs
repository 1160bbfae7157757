//! Numbers in digits and words: "1,200", "2 1/2", "twenty-four", "half a million", "a dozen".

use super::words::Word;

const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                    seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const SCALES: &[(&str, f64)] = &[
    ("thousand", 1e3),
    ("lakh", 1e5),
    ("million", 1e6),
    ("crore", 1e7),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("quadrillion", 1e15),
];
/// Only after digits: "$3m".
const SHORT_SCALES: &[(&str, f64)] =
    &[("k", 1e3), ("m", 1e6), ("mn", 1e6), ("mln", 1e6), ("bn", 1e9), ("b", 1e9), ("tn", 1e12), ("trn", 1e12)];
/// A part of one: "two-thirds".
const PARTS: &[(&str, f64)] = &[
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("eighth", 8.0),
    ("eighths", 8.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
];
const GLYPHS: &[(&str, f64)] =
    &[("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3.0), ("⅔", 2.0 / 3.0), ("⅛", 0.125)];

fn lookup(table: &[(&str, f64)], word: &Word) -> Option<f64> {
    table.iter().find(|(name, _)| word.is(name)).map(|(_, value)| *value)
}

fn small(word: &Word) -> Option<f64> {
    let index = |list: &str| list.split_ascii_whitespace().position(|one| word.is(one));
    index(ONES).map(|one| one as f64).or_else(|| index(TENS).map(|ten| 20.0 + 10.0 * ten as f64))
}

/// Thousands, millions: the scale of a word, which may be short after digits.
pub fn scale(word: &Word, after_digits: bool) -> Option<f64> {
    lookup(SCALES, word).or_else(|| lookup(SHORT_SCALES, word).filter(|_| after_digits))
}

/// The number at the beginning of the words, and how many words it has.
pub fn read(words: &[Word]) -> Option<(usize, f64)> {
    let word = words.first()?;
    let next = |index: usize| words.get(index);
    match word.text.as_str() {
        "a" | "an" | "one" => {
            let scaled = next(1)
                .and_then(|next| scale(next, false))
                .or_else(|| next(1).filter(|n| n.is("hundred")).map(|_| 100.0));
            match next(1).map(|next| next.text.as_str()) {
                _ if scaled.is_some() || word.is("one") => {}
                Some("dozen") => return Some((2, 12.0)),
                Some("couple") => return Some((2 + usize::from(next(2).is_some_and(|n| n.is("of"))), 2.0)),
                Some("half") => return Some((2, 0.5)),
                _ => return Some((1, 1.0)),
            }
            if word.is("a") || word.is("an") {
                return sum(words, 1);
            }
        }
        "half" => {
            let article = usize::from(next(1).is_some_and(|next| next.is("a") || next.is("an")));
            return match next(1 + article) {
                Some(after) if lookup(SCALES, after).is_some() => Some((2 + article, 0.5 * lookup(SCALES, after)?)),
                Some(after) if after.is("dozen") => Some((2 + article, 6.0)),
                _ => Some((1 + article, 0.5)),
            };
        }
        "couple" => return Some((1 + usize::from(next(1).is_some_and(|next| next.is("of"))), 2.0)),
        "dozen" => return Some((1, 12.0)),
        _ => {}
    }
    sum(words, 0)
}

/// Adds up a number from `from` on: hundreds and units, then each scale.
fn sum(words: &[Word], from: usize) -> Option<(usize, f64)> {
    let (mut total, mut group, mut at) = (0.0, None::<f64>, from);
    let (mut after_digits, mut smallest) = (false, f64::INFINITY);
    // "nineteen ninety" is a year, not a number.
    let fits = |group: f64, value: f64| {
        (group % 100.0 == 0.0 && group >= 100.0)
            || (group >= 20.0 && group % 10.0 == 0.0 && group % 100.0 >= 20.0 && value < 10.0 && value > 0.0)
    };
    while let Some(word) = words.get(at) {
        if let Some(value) = word.number().filter(|_| !word.text.contains(':')) {
            if group.is_some() {
                break;
            }
            (group, after_digits) = (Some(value), true);
        } else if let Some(value) = small(word) {
            match group {
                None => group = Some(value),
                Some(group_value) if !after_digits && fits(group_value, value) => group = Some(group_value + value),
                Some(_) => break,
            }
        } else if word.is("hundred") {
            group = Some(group.unwrap_or(1.0) * 100.0);
        } else if word.is("dozen") && group.is_some() {
            group = group.map(|group| group * 12.0);
        } else if let Some(scale) = scale(word, after_digits && group.is_some()).filter(|&scale| scale < smallest) {
            total += group.take().or((at == from && from > 0).then_some(1.0)).filter(|_| at > 0)? * scale;
            (after_digits, smallest) = (false, scale);
        } else if let Some(part) = lookup(GLYPHS, word) {
            group = Some(group.unwrap_or(0.0) + part);
        } else if word.is("and") && at > from {
            let after = words.get(at + 1)?;
            let half = after.is("a") && words.get(at + 2).is_some_and(|word| word.is("half"));
            if half {
                group = Some(group.unwrap_or(0.0) + 0.5);
                at += 3;
                if let Some(scale) = words.get(at).and_then(|word| lookup(SCALES, word)) {
                    (group, at) = (group.map(|group| group * scale), at + 1);
                }
                break;
            }
            let is_hundreds =
                group.is_some_and(|group| group % 100.0 == 0.0 && group > 0.0) || (group.is_none() && total > 0.0);
            if !(is_hundreds && small(after).is_some()) {
                break;
            }
        } else {
            break;
        }
        at += 1;
        // "2 1/2", "1/2"
        if let Some((length, part)) =
            digits_over_digits(&words[at..]).filter(|_| after_digits && smallest.is_infinite())
        {
            group = Some(group.unwrap_or(0.0) + part);
            at += length;
        } else if let (Some(above), Some(slash), Some(below)) = (group, words.get(at), words.get(at + 1))
            && slash.is("/")
            && at == from + 1
            && let Some(below) = below.number().filter(|&below| below > above)
        {
            group = Some(above / below);
            at += 2;
        }
    }
    // A trailing "and" does not belong to it.
    while at > from && words[at - 1].is("and") {
        at -= 1;
    }
    (group.is_some() || total > 0.0).then(|| (at, total + group.unwrap_or(0.0)))
}

fn digits_over_digits(words: &[Word]) -> Option<(usize, f64)> {
    let [above, slash, below, ..] = words else { return None };
    let (above, below) = (above.integer()?.0, below.integer()?.0);
    (slash.is("/") && above < below).then(|| (3, f64::from(above) / f64::from(below)))
}

/// A fraction in words: "two-thirds", "a quarter", "one in five", "three out of four".
pub fn fraction(words: &[Word]) -> Option<(usize, f64)> {
    let (count, above) = read(words)?;
    let after = words.get(count)?;
    if let Some(part) = lookup(PARTS, after) {
        return Some((count + 1, above / part));
    }
    let skip = match (after.text.as_str(), words.get(count + 1)) {
        ("in", _) => 1,
        ("out", Some(of)) if of.is("of") => 2,
        _ => return None,
    };
    let (length, below) = read(words.get(count + skip..)?)?;
    (below > above).then(|| (count + skip + length, above / below))
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, expected) in [
            ("1,200", 1200.0),
            ("2.5", 2.5),
            ("2,5", 2.5),
            ("1,00,000", 100_000.0),
            ("2 1/2", 2.5),
            ("3/4", 0.75),
            ("2½", 2.5),
            ("½", 0.5),
            ("twenty-four", 24.0),
            ("two hundred and fifty-six", 256.0),
            ("one thousand two hundred", 1200.0),
            ("a hundred", 100.0),
            ("a hundred and one", 101.0),
            ("a million", 1e6),
            ("half a million", 5e5),
            ("half a dozen", 6.0),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
            ("a couple of", 2.0),
            ("two and a half million", 2.5e6),
            ("two and a half", 2.5),
            ("1.5 million", 1.5e6),
            ("3 million 200 thousand", 3.2e6),
            ("3bn", 3e9),
            ("40k", 4e4),
            ("an", 1.0),
            ("five lakh", 5e5),
        ] {
            assert_eq!(read(&words(text)).map(|(_, number)| number), Some(expected), "{text}");
        }
        for text in ["many", "k", "", "million", "and"] {
            assert_eq!(read(&words(text)), None, "{text}");
        }
    }

    #[test]
    fn fractions_in_words() {
        for (text, expected) in [
            ("two-thirds", 2.0 / 3.0),
            ("a quarter", 0.25),
            ("one in five", 0.2),
            ("three out of four", 0.75),
            ("a third", 1.0 / 3.0),
        ] {
            assert_eq!(fraction(&words(text)).map(|(_, number)| number), Some(expected), "{text}");
        }
        assert_eq!(fraction(&words("five in one")), None);
    }
}
