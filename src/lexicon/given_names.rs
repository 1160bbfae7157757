//! Given names, with the sex of most of their bearers.

/// Made by `training/given_names.py`: on each line a name, a space and a letter, sorted by bytes.
const GIVEN_NAMES: &str = include_str!("given_names.txt");

/// Who bears a given name: `f` or `m` for most, `F` or `M` for nearly all, `u` for women and men. The name is in lower
/// case without diacritics.
pub fn sex_of_given_name(name: &str) -> Option<u8> {
    look_up(GIVEN_NAMES, name)
}

/// Whether a capitalised word is a given name that tells the sex. Many of the others are surnames or places.
pub fn is_given_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && sex_of_given_name(&crate::text::folded(word)).is_some_and(|letter| letter != b'u')
}

/// The letter after a name, found by binary search over the lines.
fn look_up(table: &str, name: &str) -> Option<u8> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| middle + at);
        let (entry, letter) = table[start..end].rsplit_once(' ')?;
        match entry.cmp(name) {
            core::cmp::Ordering::Equal => return letter.bytes().next(),
            core::cmp::Ordering::Less => low = end + 1,
            core::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_found_and_nothing_else() {
        for line in GIVEN_NAMES.lines() {
            let (name, letter) = line.rsplit_once(' ').unwrap();
            assert_eq!(look_up(GIVEN_NAMES, name), letter.bytes().next(), "{name}");
        }
        for absent in ["", "a", "zzzz", "mariax", "mari a"] {
            assert_eq!(look_up(GIVEN_NAMES, absent), None, "{absent}");
        }
        assert_eq!(look_up("", "maria"), None);
    }

    #[test]
    fn a_given_name_has_a_capital() {
        for (word, expected) in [("Rosa", true), ("José", true), ("rosa", false), ("Pupils", false), ("", false)] {
            assert_eq!(is_given_name(word), expected, "{word}");
        }
    }
}
