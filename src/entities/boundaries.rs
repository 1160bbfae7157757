//! Corrects where a name begins and ends: quotation marks, brackets, emoji, possessive endings and full stops.

use crate::layout::Layout;
use crate::text::Possessive;
use crate::text::chars::is_pictograph;
use crate::text::quotation_mark::{Family, QuotationMark, Shape};
use crate::tokens::TokenKind;
use core::ops::Range;

/// The tokens without the quotation marks, brackets and stops around them, which are not part of a name; `None` if
/// nothing is left.
pub fn trimmed(layout: &Layout, tokens: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = tokens;
    while start < end && is_outside(layout, start, ",;:)]}…/") {
        start += 1;
    }
    while start < end && is_outside(layout, end - 1, ",;:([{…/") {
        end -= 1;
    }
    if end - start > 2 && has_outside_possessive(layout, end) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Whether the name that ends here has a possessive ending that is not part of it.
///
/// In OntoNotes, and so for the model, the ending is part of a name of several words ("North Korea's"). Readers and
/// other corpora see it differently. OntoNotes' texts have straight apostrophes only, so text with curly ones, which is
/// what people paste, gets names as readers see them. A firm keeps its own ending ("Standard & Poor’s").
fn has_outside_possessive(layout: &Layout, end: usize) -> bool {
    Possessive::parse(layout.word(end - 1)).is_some_and(Possessive::is_curly)
        && (end < 3 || layout.word(end - 3) != "&")
}

/// Whether this token is an abbreviation whose full stop also ends the sentence ("… bought by Acme Inc."). As in
/// OntoNotes and the Penn Treebank, the stop then belongs to the sentence, unless the word is made of letters and stops
/// ("U.S.", "p.m.").
pub fn ends_with_the_sentences_stop(layout: &Layout, token: usize) -> bool {
    let abbreviation = layout.word(token).strip_suffix('.').is_some_and(|word| word.len() > 1 && !word.contains('.'));
    abbreviation && layout.tokens[token].is_word() && {
        let sentence = &layout.sentences[layout.sentence_of(token)];
        (token + 1..sentence.tokens.end).all(|t| layout.tokens[t].kind == TokenKind::Punctuation)
    }
}

/// Whether this token is one of these marks, a quotation mark or an emoji.
fn is_outside(layout: &Layout, token: usize, marks: &str) -> bool {
    layout.tokens[token].kind == TokenKind::Punctuation
        && layout.word(token).chars().all(|c| marks.contains(c) || is_quotation_mark_only(c) || is_pictograph(c))
}

/// A quotation mark that is not also an apostrophe, nor the low ‚ that looks like a comma.
fn is_quotation_mark_only(c: char) -> bool {
    QuotationMark::of_char(c)
        .is_some_and(|mark| mark.family != Family::Single || matches!(mark.shape, Shape::Left | Shape::Back))
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
    fn the_last_stop_belongs_to_the_sentence() {
        let last = |text: &str| {
            let layout = Layout::of(text);
            let token = layout.tokens.iter().rposition(|t| t.is_word()).expect("a word");
            ends_with_the_sentences_stop(&layout, token)
        };
        assert!(last("It was bought by Acme Inc."));
        assert!(last("“It was bought by Acme Inc.”"));
        assert!(!last("They live in the U.S."));
        assert!(!last("They met Bo."));
        assert!(!last("It was bought by Acme Inc. yesterday"));
    }

    #[test]
    fn a_curly_possessive_is_not_part_of_the_name() {
        assert_eq!(kept("North Korea’s").as_deref(), Some("North Korea"));
        assert_eq!(kept("the United States’").as_deref(), Some("the United States"));
        assert_eq!(kept("North Korea's").as_deref(), Some("North Korea's"));
        assert_eq!(kept("McDonald’s").as_deref(), Some("McDonald’s"));
        assert_eq!(kept("Standard & Poor’s").as_deref(), Some("Standard & Poor’s"));
    }

    #[test]
    fn punctuation_around_the_name_is_removed() {
        assert_eq!(kept("“Harbour Lights”,").as_deref(), Some("Harbour Lights"));
        assert_eq!(kept("Dwayne “The Anchor” Hill").as_deref(), Some("Dwayne “The Anchor” Hill"));
        assert_eq!(kept("($5)").as_deref(), Some("($5)"));
        assert_eq!(kept("Rosa Vidal ❤️").as_deref(), Some("Rosa Vidal"));
        assert_eq!(kept("/Agency Nord").as_deref(), Some("Agency Nord"));
        assert_eq!(kept("AC/DC").as_deref(), Some("AC/DC"));
        assert_eq!(kept("”, “"), None);
    }
}
