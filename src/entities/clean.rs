//! Where a name begins and ends, whatever the model thought of the marks around it.

use crate::layout::Layout;
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
    (start < end).then_some(start..end)
}

/// Whether this token is an abbreviation whose point ends the sentence as well ("… bought by Acme Inc."):
/// OntoNotes, as the Penn Treebank, leaves that point to the sentence, unless the word is made of letters
/// and points ("U.S.", "p.m.").
pub fn ends_with_the_sentences_point(layout: &Layout, token: usize) -> bool {
    let abbreviation = layout.word(token).strip_suffix('.').is_some_and(|word| word.len() > 1 && !word.contains('.'));
    abbreviation && layout.tokens[token].is_word() && {
        let sentence = &layout.sentences[layout.sentence_of(token)];
        (token + 1..sentence.tokens.end).all(|t| layout.tokens[t].kind == TokenKind::Mark)
    }
}

fn is_mark(layout: &Layout, token: usize, marks: &str) -> bool {
    layout.tokens[token].kind == TokenKind::Mark && layout.word(token).chars().all(|c| marks.contains(c))
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
    fn only_marks_around_the_name_go() {
        assert_eq!(kept("“Harbour Lights”,").as_deref(), Some("Harbour Lights"));
        assert_eq!(kept("Dwayne “The Anchor” Hill").as_deref(), Some("Dwayne “The Anchor” Hill"));
        assert_eq!(kept("($5)").as_deref(), Some("($5)"));
        assert_eq!(kept("”, “"), None);
    }
}
