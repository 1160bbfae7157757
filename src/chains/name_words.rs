//! Names in the form in which they are compared: word by word, without case, diacritics, full stops and possessive
//! endings.

use crate::text::chars::{is_dash, is_hyphen, is_space};
use crate::text::quotation_mark::QuotationMark;
use crate::text::{push_folded, without_possessive};

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without diacritics and full stops.
    pub key: String,
    /// Written in capitals, with two letters or more.
    pub capitals: bool,
}

/// The words of a name, without an article at the beginning and a possessive ending. A hyphen separates words, so that
/// "Jong-un" is "Jong Un".
pub fn words(name: &str) -> Vec<Word> {
    let mut out: Vec<Word> = name
        .split(|c: char| {
            is_space(c)
                || is_hyphen(c)
                || is_dash(c)
                || matches!(c, '/' | ',' | '(' | ')')
                || QuotationMark::is_english_double(c.encode_utf8(&mut [0; 4]))
        })
        .filter_map(word)
        .collect();
    // "A." is an initial.
    let article = matches!(
        name.trim_start().split(char::is_whitespace).next(),
        Some("the" | "The" | "THE" | "a" | "A" | "an" | "An")
    );
    if article && out.len() > 1 {
        out.remove(0);
    }
    out
}

fn word(part: &str) -> Option<Word> {
    let part = without_possessive(part);
    let mut key = String::with_capacity(part.len());
    let (mut upper, mut lower) = (0, 0);
    for c in part.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
        for c in c.to_lowercase().filter(|&c| c.is_alphanumeric() || c == '&') {
            push_folded(&mut key, c);
        }
    }
    (!key.is_empty()).then_some(Word { key, capitals: upper > 1 && lower == 0 })
}

/// The words' keys with spaces between them.
pub fn joined(words: &[Word]) -> String {
    let keys: Vec<&str> = words.iter().map(|w| w.key.as_str()).collect();
    keys.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_no_case_diacritics_stops_or_possessive() {
        assert_eq!(joined(&words("the U.S.’s")), "us");
        assert_eq!(joined(&words("Kim Jong-un")), "kim jong un");
        assert_eq!(joined(&words("José O'Neill's")), "jose oneill");
        assert_eq!(joined(&words("AT&T")), "at&t");
        assert_eq!(joined(&words("The Workers'")), "workers");
        assert_eq!(joined(&words("A. Ames")), "a ames");
        assert_eq!(joined(&words("'s")), "s");
        assert!(words("--").is_empty());
    }

    #[test]
    fn capitals() {
        assert!(words("UN")[0].capitals);
        assert!(!words("Un")[0].capitals && !words("U")[0].capitals);
    }
}
