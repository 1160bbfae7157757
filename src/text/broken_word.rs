//! Words that are broken by a hyphen at the end of a line.

use super::chars::is_hyphen;

/// Whether a word is broken by a hyphen at the end of its line. `before` is the text up to the hyphen, `after` begins
/// with the line break. Returns how much of `after` belongs to the break, and whether the hyphen does as well: in
/// "self-⏎employed" it stays.
pub fn broken_word(before: &str, after: &str) -> Option<(usize, bool)> {
    let line_break = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n'))?;
    let rest = line_break.trim_start_matches([' ', '\t', '>']);
    let length = after.len() - rest.len();
    let word = |c: char| !c.is_alphanumeric();
    let head = &before[before.rfind(word).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let tail = &rest[..rest.find(word).unwrap_or(rest.len())];
    let compound =
        before[..before.len() - head.len()].ends_with(is_hyphen) || rest[tail.len()..].starts_with(is_hyphen);
    // "short- and long-term"
    if !head.chars().all(char::is_alphabetic) || head.len() < 2 || matches!(tail, "" | "and" | "or" | "to") {
        return None;
    }
    if compound || KEPT.contains(&head.to_lowercase().as_str()) {
        return rest.starts_with(char::is_alphabetic).then_some((length, false));
    }
    rest.starts_with(char::is_lowercase).then_some((length, true))
}

/// First parts of compounds that keep their hyphen.
const KEPT: &[&str] = &[
    "all", "anti", "co", "ex", "far", "half", "high", "ill", "long", "low", "mid", "multi", "non", "part", "post",
    "pre", "pro", "self", "short", "so", "top", "two", "three", "four", "five", "six", "vice", "well", "year", "full",
    "old",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_the_end_of_a_line_breaks_a_word_or_is_part_of_it() {
        for (before, after, expected) in [
            ("on Mon", "\nday that", Some((1, true))),
            ("on Mon", "\r\nday that", Some((2, true))),
            ("on Mon", "\n> day that", Some((3, true))),
            ("a self", "\nemployed man", Some((1, false))),
            ("Stoke", "\non-Trent", Some((1, false))),
            ("Stoke-on", "\nTrent", Some((1, false))),
            ("short", "\nand long-term", None),
            ("in Tarrow", "\nKeld", None),
            ("in 2020", "\nand", None),
            ("on Mon", " day", None),
            ("", "\nday", None),
        ] {
            assert_eq!(broken_word(before, after), expected, "{before} {after}");
        }
    }
}
