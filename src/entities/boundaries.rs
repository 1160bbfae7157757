//! Where a name begins and ends, whatever the model thought of the marks around it.

use crate::layout::Layout;
use crate::text::Possessive;
use crate::tokens::TokenKind;
use core::ops::Range;

/// The tokens without quotation marks, brackets and stops that belong to the text around; `None` if
/// nothing is left.
pub fn trimmed(layout: &Layout, tokens: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = tokens;
    while start < end && is_mark(layout, start, "\"“”„«»‘‹›`,;:)]}…") {
        start += 1;
    }
    while start < end && is_mark(layout, end - 1, "\"“”„«»‘‹›`,;:([{…") {
        end -= 1;
    }
    if end - start > 2 && has_outside_possessive(layout, end) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Whether the name that ends here has a possessive at its end that is not part of it.
///
/// OntoNotes counts it to names of several words ("North Korea's"), and so does the model. Readers do not,
/// nor do other corpora. OntoNotes' texts are all typed with straight marks: typographic text, which is what
/// people paste, is given names as readers know them. A firm keeps what is its own ("Standard & Poor’s").
fn has_outside_possessive(layout: &Layout, end: usize) -> bool {
    Possessive::parse(layout.word(end - 1)).is_some_and(Possessive::is_curly)
        && (end < 3 || layout.word(end - 3) != "&")
}

/// Whether this token is an abbreviation whose point ends the sentence as well ("… bought by Acme Inc."):
/// OntoNotes, as the Penn Treebank, leaves that point to the sentence, unless the word is made of letters
/// and points ("U.S.", "p.m.").
pub fn ends_with_the_sentences_point(layout: &Layout, token: usize) -> bool {
    let abbreviation = layout.word(token).strip_suffix('.').is_some_and(|word| word.len() > 1 && !word.contains('.'));
    abbreviation && layout.tokens[token].is_word() && {
        let sentence = &layout.sentences[layout.sentence_of(token)];
        (token + 1..sentence.tokens.end).all(|t| layout.tokens[t].kind == TokenKind::Punctuation)
    }
}

fn is_mark(layout: &Layout, token: usize, marks: &str) -> bool {
    layout.tokens[token].kind == TokenKind::Punctuation && layout.word(token).chars().all(|c| marks.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Option<String> {
        let layout = Layout::of(text);
        let tokens = trimmed(&layout, 0..layout.tokens.len())?;
        Some(text[layout.tokens[tokens.start].span.start..layout.tokens[tokens.end - 1].span.end].to_owned())
    }

    #[test]
    fn the_last_point_is_the_sentences() {
        let last = |text: &str| {
            let layout = Layout::of(text);
            let token = layout.tokens.iter().rposition(|t| t.is_word()).expect("a word");
            ends_with_the_sentences_point(&layout, token)
        };
        assert!(last("It was bought by Acme Inc."));
        assert!(last("“It was bought by Acme Inc.”"));
        assert!(!last("They live in the U.S."));
        assert!(!last("They met Bo."));
        assert!(!last("It was bought by Acme Inc. yesterday"));
    }

    #[test]
    fn a_typographic_possessive_is_no_part_of_the_name() {
        assert_eq!(kept("North Korea’s").as_deref(), Some("North Korea"));
        assert_eq!(kept("the United States’").as_deref(), Some("the United States"));
        assert_eq!(kept("North Korea's").as_deref(), Some("North Korea's"));
        assert_eq!(kept("McDonald’s").as_deref(), Some("McDonald’s"));
        assert_eq!(kept("Standard & Poor’s").as_deref(), Some("Standard & Poor’s"));
    }

    #[test]
    fn only_marks_around_the_name_go() {
        assert_eq!(kept("“Harbour Lights”,").as_deref(), Some("Harbour Lights"));
        assert_eq!(kept("Dwayne “The Anchor” Hill").as_deref(), Some("Dwayne “The Anchor” Hill"));
        assert_eq!(kept("($5)").as_deref(), Some("($5)"));
        assert_eq!(kept("”, “"), None);
    }
}
