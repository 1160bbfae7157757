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
    fn only_marks_around_the_name_go() {
        assert_eq!(kept("“Harbour Lights”,").as_deref(), Some("Harbour Lights"));
        assert_eq!(kept("Dwayne “The Anchor” Hill").as_deref(), Some("Dwayne “The Anchor” Hill"));
        assert_eq!(kept("($5)").as_deref(), Some("($5)"));
        assert_eq!(kept("”, “"), None);
    }
}
