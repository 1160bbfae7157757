//! Letters without their diacritics: é becomes e, ß becomes ss.

use super::sort_by_numbers;
use std::sync::OnceLock;
use unicode_normalization::char::compose;

/// Appends a lower-case letter without its diacritics, if it is a Latin one; any other character as it is.
pub fn push_folded(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c);
    } else if let Some(letters) = undecomposed(c) {
        out.push_str(letters);
    } else {
        out.push(base_letter(c).unwrap_or(c));
    }
}

/// A word in lower case and without diacritics.
pub fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        push_folded(&mut out, c);
    }
    out
}

/// Letters that Unicode does not decompose into a base letter and an accent.
fn undecomposed(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'ə' => "e",
        'ħ' => "h",
        'ı' => "i",
        'ł' | 'ŀ' => "l",
        'ø' => "o",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => return None,
    })
}

fn base_letter(c: char) -> Option<char> {
    static LETTERS: OnceLock<Vec<(char, char)>> = OnceLock::new();
    let letters = LETTERS.get_or_init(composed_letters);
    letters.binary_search_by_key(&c, |&(letter, _)| letter).ok().map(|index| letters[index].1)
}

/// All letters with one accent or two, each with its base letter, in the order of the letters.
///
/// They are found by composing: the crate has the tables for that anyway, and those for decomposing would add
/// 3 % to its WebAssembly.
fn composed_letters() -> Vec<(char, char)> {
    let with_accents = |letter: char| ('\u{300}'..='\u{331}').filter_map(move |accent| compose(letter, accent));
    let mut out = Vec::new();
    for base in 'a'..='z' {
        for letter in with_accents(base) {
            out.push((letter, base));
            out.extend(with_accents(letter).map(|letter| (letter, base)));
        }
    }
    sort_by_numbers(&mut out, |&(letter, base)| (letter as usize, base as usize));
    // Two accents may come in either order.
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::{decompose_canonical, is_combining_mark};

    fn folded(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| push_folded(&mut out, c));
        out
    }

    #[test]
    fn letters_of_european_and_vietnamese_names() {
        for (letters, base) in [
            ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
            ("çćĉċč", "c"),
            ("ďđð", "d"),
            ("èéêëēĕėęěẹẻẽếềểễệə", "e"),
            ("ĝğġģ", "g"),
            ("ĥħ", "h"),
            ("ìíîïĩīĭįıịỉ", "i"),
            ("ĵ", "j"),
            ("ķ", "k"),
            ("ĺļľŀł", "l"),
            ("ñńņň", "n"),
            ("òóôõöøōŏőơọỏốồổỗộớờởỡợ", "o"),
            ("ŕŗř", "r"),
            ("śŝşšș", "s"),
            ("ţťŧț", "t"),
            ("ùúûüũūŭůűųưụủứừửữự", "u"),
            ("ŵ", "w"),
            ("ýÿŷỳỹ", "y"),
            ("źżž", "z"),
            ("æ", "ae"),
            ("œ", "oe"),
            ("ß", "ss"),
            ("þ", "th"),
        ] {
            for letter in letters.chars() {
                assert_eq!(folded(&letter.to_string()), base, "{letter}");
            }
        }
    }

    /// The letters that composing finds are those that decomposing would.
    #[test]
    fn composed_letters_are_complete() {
        for c in ('\u{80}'..=char::MAX).filter(|c| c.is_lowercase()) {
            let mut parts = Vec::new();
            decompose_canonical(c, |part| parts.push(part));
            let is_latin = parts[0].is_ascii_lowercase() && parts[1..].iter().all(|&part| is_combining_mark(part));
            assert_eq!(base_letter(c), is_latin.then_some(parts[0]), "{c}");
        }
    }

    #[test]
    fn other_characters_stay() {
        assert_eq!(folded("Ämter, 東京, ά, й, e\u{301}"), "Ämter, 東京, ά, й, e\u{301}");
    }
}
