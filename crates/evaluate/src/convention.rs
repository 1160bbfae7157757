//! OntoNotes' convention of where names and amounts begin and end, which differs in two points from that of our documents.
//!
//! Documents mark what readers expect: "[$16]" and "[North Korea]'s". OntoNotes leaves the dollar sign out before plain
//! digits ("$[16]" but "[$1.5 million]"), and its names of several words include a possessive ending ("[North Korea's]"
//! but "[Kenya]'s"). Its texts have straight apostrophes only.

use super::shape::Range;

/// Where names and amounts begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Convention {
    /// As readers expect it, and as documents have it.
    #[default]
    Readers,
    /// As in OntoNotes.
    OntoNotes,
}

impl Convention {
    /// The range of an entity in this convention, if it was one in the readers'. Ranges are code points of the text.
    pub fn range(self, text: &[char], range: Range, kind: &str) -> Range {
        match self {
            Convention::Readers => range,
            Convention::OntoNotes => as_in_ontonotes(text, range, kind),
        }
    }
}

fn as_in_ontonotes(text: &[char], [mut start, mut end]: Range, kind: &str) -> Range {
    let Some(inner) = text.get(start..end).filter(|inner| !inner.is_empty()) else { return [start, end] };
    if kind == "MONEY" && is_plain_dollars(inner) {
        start += 1;
    }
    let several_words = inner.iter().any(|c| c.is_whitespace());
    let letter = |at: usize| text.get(at).is_some_and(|c| c.is_alphanumeric());
    if several_words && text.get(end) == Some(&'\'') && !inner.contains(&'\'') {
        if text.get(end + 1) == Some(&'s') && !letter(end + 2) {
            end += 2;
        } else if inner.ends_with(&['s']) && !letter(end + 1) {
            end += 1;
        }
    }
    [start, end]
}

/// "$16", but not "$1.5 million" or "$300 to $400".
fn is_plain_dollars(amount: &[char]) -> bool {
    matches!(amount, ['$', digits @ ..] if !digits.is_empty() && digits.iter().all(|c| c.is_ascii_digit() || ",.".contains(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(text: &str, marked: &str, kind: &str) -> String {
        let start = text.find(marked).expect("the words are in the text");
        let chars: Vec<char> = text.chars().collect();
        let range = [start, start + marked.len()];
        assert_eq!(Convention::Readers.range(&chars, range, kind), range);
        let once = Convention::OntoNotes.range(&chars, range, kind);
        assert_eq!(Convention::OntoNotes.range(&chars, once, kind), once, "it is mapped once");
        text[once[0]..once[1]].to_owned()
    }

    #[test]
    fn the_dollar_sign_is_left_out_before_plain_digits() {
        for (marked, expected) in [
            ("$16", "16"),
            ("$1,250.50", "1,250.50"),
            ("$1.5 million", "$1.5 million"),
            ("$300 to $400", "$300 to $400"),
            ("about $16", "about $16"),
            ("US$16", "US$16"),
            ("16", "16"),
        ] {
            assert_eq!(mapped(&format!("It costs {marked} now"), marked, "MONEY"), expected);
        }
    }

    #[test]
    fn a_possessive_ending_belongs_to_several_words() {
        for (text, marked, expected) in [
            ("North Korea's army", "North Korea", "North Korea's"),
            ("James Rivers' lawyer", "James Rivers", "James Rivers'"),
            ("Kenya's army", "Kenya", "Kenya"),
            ("'North Korea' won", "North Korea", "North Korea"),
            ("North Korea'so", "North Korea", "North Korea"),
            ("last year's vote", "last year", "last year's"),
        ] {
            assert_eq!(mapped(text, marked, "GPE"), expected, "{text}");
        }
    }
}
