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
    if end - start > 1 && has_outside_possessive(layout, start..end) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// The tokens of an amount of money with the currency sign before them and the letters of its country: "$16", "A$2,000".
pub fn with_currency_sign(layout: &Layout, tokens: Range<usize>) -> Range<usize> {
    let adjoining = |token: usize| !layout.tokens[token].spaced;
    let Some(sign) = tokens.start.checked_sub(1).filter(|_| tokens.start < tokens.end && adjoining(tokens.start))
    else {
        return tokens;
    };
    if !is_currency_sign(layout.word(sign)) {
        return tokens;
    }
    let letters = sign.checked_sub(1).filter(|&before| {
        let word = layout.word(before);
        adjoining(sign) && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase())
    });
    letters.unwrap_or(sign)..tokens.end
}

fn is_currency_sign(word: &str) -> bool {
    matches!(word, "$" | "£" | "€" | "¥" | "₹" | "₦" | "₩" | "₽" | "₺" | "₴" | "₱" | "₵" | "₫")
}

/// Whether the name of these tokens has a possessive ending that is not part of it.
///
/// In OntoNotes, and so for the model, the ending is part of a name of several words ("North Korea's"). Readers and
/// other corpora see it differently, and a document follows the readers. `newsmark_evaluate` knows OntoNotes'
/// convention. A firm keeps its own ending ("Standard & Poor’s"), and the model decides on a single word
/// ("Sotheby's" or "Kenya's"), but a bare apostrophe is never part of a name.
fn has_outside_possessive(layout: &Layout, tokens: Range<usize>) -> bool {
    let end = tokens.end;
    Possessive::parse(layout.word(end - 1))
        .is_some_and(|ending| !ending.has_s() || (tokens.len() > 2 && (end < 3 || layout.word(end - 3) != "&")))
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
    fn a_possessive_ending_is_not_part_of_the_name() {
        assert_eq!(kept("North Korea’s").as_deref(), Some("North Korea"));
        assert_eq!(kept("the United States’").as_deref(), Some("the United States"));
        assert_eq!(kept("North Korea's").as_deref(), Some("North Korea"));
        assert_eq!(kept("Agnes Rogers'").as_deref(), Some("Agnes Rogers"));
        assert_eq!(kept("Rogers'").as_deref(), Some("Rogers"));
        assert_eq!(kept("McDonald’s").as_deref(), Some("McDonald’s"));
        assert_eq!(kept("Standard & Poor’s").as_deref(), Some("Standard & Poor’s"));
    }

    #[test]
    fn the_currency_sign_is_part_of_the_amount() {
        for (text, number, expected) in [
            ("It costs $16.", "16", "$16"),
            ("It costs A$2,000 now", "2,000", "A$2,000"),
            ("It costs £3 now", "3", "£3"),
            ("pay in $ 16 now", "16", "16"),
            ("It costs 16 now", "16", "16"),
        ] {
            let layout = Layout::of(text);
            let token = (0..layout.tokens.len()).find(|&t| layout.word(t) == number).expect("the number");
            let tokens = with_currency_sign(&layout, token..token + 1);
            let found = &text[layout.tokens[tokens.start].span.start..layout.tokens[tokens.end - 1].span.end];
            assert_eq!(found, expected, "{text}");
        }
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
