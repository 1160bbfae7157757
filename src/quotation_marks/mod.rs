//! Pairs quotation marks, paragraph by paragraph.
//!
//! Most marks can be read in more than one way: a straight mark opens or closes, a single one may be
//! an apostrophe or a foot sign, a guillemet a bullet. `classify` gives each reading a cost by the characters
//! around the mark; `pair` finds the cheapest reading of the whole paragraph. So pairing never fails: a mark
//! without a partner only costs more, and its quotation ends with the paragraph at the latest.

mod classify;
mod clipped;
mod over_paragraphs;
mod pair;
mod partners;
mod unclosed;

pub use crate::text::quotation_mark::is_quotation_mark;

use crate::text::{Span, sort_by_numbers};
use crate::tokens::Token;

/// Text in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
    /// From the opening mark to the closing one, both included. Where the closing mark is missing: to the end
    /// of the paragraph if the quotation continues in the next one, else as far as it can be trusted.
    pub span: Span,
    /// Token index of the opening mark.
    pub open: usize,
    /// Token index of the closing mark; `None` where it is missing or the quotation continues.
    pub close: Option<usize>,
    /// How many quoted spans hold this one.
    pub depth: u8,
    /// The quotation continues in the next paragraph: its mark is left open here, and the next paragraph
    /// opens with another.
    pub continues: bool,
}

/// All quoted spans in order of their start; a nested one follows the one that holds it.
///
/// ```
/// use newsmark::layout::Layout;
/// let text = "'It's the farmers' land,' she said. “A ‘quiet’ one.\" In the '80s?";
/// let layout = Layout::of(text);
/// let found: Vec<&str> = layout.quoted.iter().map(|q| q.span.of(text)).collect();
/// assert_eq!(found, ["'It's the farmers' land,'", "“A ‘quiet’ one.\"", "‘quiet’"]);
/// ```
pub fn find(text: &str, paragraphs: &[Span], tokens: &[Token]) -> Vec<QuotedSpan> {
    let bounds: Vec<usize> =
        (0..=paragraphs.len()).map(|p| tokens.partition_point(|t| (t.paragraph as usize) < p)).collect();
    let marks: Vec<Vec<classify::Candidate>> =
        bounds.windows(2).map(|b| classify::candidates(text, tokens, b[0]..b[1])).collect();
    let mut out = Vec::new();
    for (p, range) in bounds.windows(2).enumerate() {
        // The next paragraph's first token, where it is a mark that can open a quotation.
        let reopens = marks.get(p + 1).and_then(|m| m.first()).filter(|m| m.token == range[1] && m.opens());
        for pair in pair::pair(&marks[p], text, tokens, range[1], reopens) {
            out.push(unclosed::quoted_span(&pair, text, tokens, range[1], reopens));
        }
    }
    sort_by_numbers(&mut out, |q: &QuotedSpan| (q.open, q.depth.into()));
    over_paragraphs::close(&marks, tokens, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;
    use crate::tokens::tokenize;

    fn quoted(text: &str) -> Vec<(&str, QuotedSpan)> {
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text, &paragraphs);
        find(text, &paragraphs, &tokens).into_iter().map(|q| (q.span.of(text), q)).collect()
    }

    fn texts(text: &str) -> Vec<&str> {
        quoted(text).into_iter().map(|(t, _)| t).collect()
    }

    #[test]
    fn apostrophes_are_not_quotation_marks() {
        assert!(
            texts("In the '80s, rock 'n' roll was king; the players' union said ‘Tis true, ’Tis false.").is_empty()
        );
        assert_eq!(
            texts("'If you dislike the players' and coaches' views,' he said, 'don't come.'"),
            ["'If you dislike the players' and coaches' views,'", "'don't come.'"]
        );
        assert_eq!(
            texts("'The \"big\" one's here,' he said. '80 people fled,' she said."),
            ["'The \"big\" one's here,'", "\"big\"", "'80 people fled,'"]
        );
        assert_eq!(
            texts("‘I can’t stand the ’80s or farmers’ dogs’, she said."),
            ["‘I can’t stand the ’80s or farmers’ dogs’"]
        );
    }

    #[test]
    fn feet_inches_and_bullets_are_not_quotation_marks() {
        assert!(texts("He is 6'2\" tall, or 6' 2\", and owns a 12\" record.").is_empty());
        assert!(texts("» First point\n» Second point\nHome › News › Politics").is_empty());
    }

    #[test]
    fn marks_of_every_style_pair() {
        assert_eq!(
            texts("„Gut“ und „nein” ‚ja‘ «Oui» et « non » »Ja« ›nein‹ ‹a›"),
            ["„Gut“", "„nein”", "‚ja‘", "«Oui»", "« non »", "»Ja«", "›nein‹", "‹a›"]
        );
        assert_eq!(
            texts("``Well,'' she said. `No.' ''Yes,'' he said. “So\" it \"goes”"),
            ["``Well,''", "`No.'", "''Yes,''", "“So\"", "\"goes”"]
        );
        assert_eq!(texts("“Go?”—“No.” (“perhaps”) “A”/“B”"), ["“Go?”", "“No.”", "“perhaps”", "“A”", "“B”"]);
    }

    #[test]
    fn nested_and_adjacent_marks() {
        let found = quoted("“He said ‘never.’ ” “He said ‘never’” ''A 'foreign' or 'odd.'''");
        let depths: Vec<(&str, u8)> = found.iter().map(|(t, q)| (*t, q.depth)).collect();
        assert_eq!(
            depths[..4],
            [("“He said ‘never.’ ”", 0), ("‘never.’", 1), ("“He said ‘never’”", 0), ("‘never’", 1)]
        );
        assert_eq!(depths[4..6], [("''A 'foreign' or 'odd.'''", 0), ("'foreign'", 1)]);
    }

    #[test]
    fn a_quotation_continues_in_the_next_paragraph() {
        let found = quoted("She said: “One.\n\n“Two ‘three’.\n\n“Four,” and left. “Five.”");
        let seen: Vec<(&str, bool, bool)> = found.iter().map(|(t, q)| (*t, q.continues, q.close.is_some())).collect();
        assert_eq!(
            seen,
            [
                ("“One.", true, false),
                ("“Two ‘three’.", true, false),
                ("‘three’", false, true),
                ("“Four,”", false, true),
                ("“Five.”", false, true)
            ]
        );
    }

    #[test]
    fn a_missing_mark_does_not_affect_later_quotations() {
        assert_eq!(
            texts("“We will go on, said the baker. “Now.”\n\n“Never,” he said."),
            ["“We will go on,", "“Now.”", "“Never,”"]
        );
        assert_eq!(
            texts("We will go on,\" said the baker. \"Now.\"\n\n\"Never,\" he said."),
            ["\"Now.\"", "\"Never,\""]
        );
        assert_eq!(texts("“Odd’ and “even”."), ["“Odd’", "“even”"]);
    }

    #[test]
    fn marks_without_a_partner_are_harmless() {
        for text in ["“", "'", "''", "'''", "\"\"", "“”’‘«»‹›``", "“ “ “ “ “ “ “", "' \" ' \" '\n” ’ ”", "” “"]
        {
            for (_, q) in quoted(text) {
                assert!(q.span.end <= text.len() && q.close.is_none_or(|c| c > q.open), "{text}");
            }
        }
    }
}
