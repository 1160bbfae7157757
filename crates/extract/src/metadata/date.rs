//! Dates as pages and other files write them.

/// The beginnings of the months' names in the languages that use Latin letters, English first.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fév", "fev"],
    &["mar", "mär"],
    &["apr", "abr", "avr"],
    &["may", "mai", "mag"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "ago", "aoû"],
    &["sep", "set"],
    &["oct", "okt", "ott", "out"],
    &["nov"],
    &["dec", "dez", "dic", "déc"],
];

/// The first date in a text, as `YYYY-MM-DD`.
pub fn find(text: &str) -> Option<String> {
    iso(text).or_else(|| written(text))
}

/// The date in an address such as "/2026/03/12/mayor-quits".
pub fn in_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['/', '-', '_']).collect();
    parts.windows(3).find_map(|three| match three {
        [year, month, day] if year.len() == 4 => valid(year.parse().ok(), month.parse().ok(), day.parse().ok()),
        _ => None,
    })
}

/// "2026-03-12", alone or before a time.
fn iso(text: &str) -> Option<String> {
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        if text[..start].ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let Some(candidate) = text.get(start..start + 10) else { continue };
        let parts: Vec<&str> = candidate.split(['-', '/', '.']).collect();
        if let [year, month, day] = parts[..]
            && year.len() == 4
            && month.len() == 2
            && !text[start + 10..].starts_with(|c: char| c.is_ascii_digit())
            && let Some(date) = valid(year.parse().ok(), month.parse().ok(), day.parse().ok())
        {
            return Some(date);
        }
    }
    None
}

/// "Nov. 20, 2019", "20 November 2019", "November 20th, 2019", "22 de janeiro de 2018".
fn written(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !["de", "of", "the"].contains(word))
        .collect();
    let month = |word: &str| {
        let is_word = word.len() >= 3 && word.chars().all(char::is_alphabetic);
        MONTHS
            .iter()
            .position(|names| is_word && names.iter().any(|name| word.starts_with(name)))
            .map(|at| at as u32 + 1)
    };
    let day = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        let ending = &word[digits.len()..];
        if digits.len() > 2 || !["", "st", "nd", "rd", "th", "º"].contains(&ending) {
            None
        } else {
            digits.parse::<u32>().ok()
        }
    };
    let year = |word: &str| word.parse::<u32>().ok().filter(|year| word.len() == 4 && (1500..2200).contains(year));
    words.windows(3).find_map(|three| {
        let [a, b, c] = three else { return None };
        valid(year(c), month(a), day(b)).or_else(|| valid(year(c), month(b), day(a)))
    })
}

fn valid(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Option<String> {
    let (year, month, day) = (year?, month?, day?);
    let fits = (1500..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
}
