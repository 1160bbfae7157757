//! Outermost spans in quotation marks, and what their form shows: a whole sentence, a few words, the title of a work.

use crate::layout::Layout;
use crate::text::chars::is_pictograph;
use crate::text::quotation_mark::{QuotationMark, is_english_mark, is_quotation_mark};
use crate::tokens::TokenKind;
use core::ops::Range;

#[derive(Clone, Debug)]
pub struct QuotedSpan {
    /// Index in [`Layout::quoted`].
    pub quoted: usize,
    /// From the opening mark to the closing one, or to the last token where it goes on.
    pub tokens: Range<usize>,
    pub words: usize,
    /// Begins with a capital or a mark of omission ("[W]e", "…").
    pub capitalised: bool,
    /// A comma or the end of a sentence stands before the closing mark or right behind it.
    pub punctuated: bool,
    /// Nothing else is in its paragraph.
    pub alone: bool,
    /// The next paragraph goes on with it.
    pub continues: bool,
}

impl QuotedSpan {
    /// At least a sentence long and written as one: somebody says it, even if nobody is named.
    pub fn is_sentence(&self) -> bool {
        self.capitalised && self.punctuated && (self.words >= 4 || self.alone)
    }
}

/// The outermost spans that are closed or go on in the next paragraph. One that is left open by mistake shows too
/// little.
pub fn quoted_spans(layout: &Layout) -> Vec<QuotedSpan> {
    let mut out = Vec::new();
    for (index, quoted) in layout.quoted.iter().enumerate() {
        if quoted.depth > 0 || (quoted.close.is_none() && !quoted.continues) {
            continue;
        }
        let end = match quoted.close {
            Some(close) => close + 1,
            None => layout.tokens.partition_point(|t| t.span.start < quoted.span.end),
        };
        out.push(describe(layout, index, quoted.open..end));
    }
    out
}

fn describe(layout: &Layout, quoted: usize, tokens: Range<usize>) -> QuotedSpan {
    let closed = layout.quoted[quoted].close.is_some();
    let inner = tokens.start + 1..tokens.end - usize::from(closed);
    let words = inner.clone().filter(|&i| layout.tokens[i].kind != TokenKind::Punctuation).count();
    let capitalised = inner.clone().next().is_some_and(|i| {
        let word = layout.word(i);
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            || matches!(word, "[" | "…" | "..." | "(")
            || (is_english_mark(word) && QuotationMark::of(word).is_some_and(QuotationMark::can_open))
    });
    let ends_clause = |i: usize| {
        layout.word(i).ends_with(['.', ',', '?', '!', '…']) || layout.word(i) == "--" || layout.word(i) == "—"
            // Posts end with an emoji.
            || layout.word(i).chars().all(is_pictograph)
    };
    let paragraph = layout.tokens[tokens.start].paragraph;
    let in_paragraph = |i: usize| layout.tokens.get(i).is_some_and(|t| t.paragraph == paragraph);
    let punctuated = (!inner.is_empty() && ends_clause(inner.end - 1))
        || (inner.len() > 1 && is_quotation_mark(layout.word(inner.end - 1)) && ends_clause(inner.end - 2))
        || (in_paragraph(tokens.end) && matches!(layout.word(tokens.end), "," | "." | "!" | "?"))
        || !closed;
    let before = tokens.start.checked_sub(1).is_some_and(in_paragraph);
    let mut rest = tokens.end;
    while in_paragraph(rest) && matches!(layout.word(rest), "." | "," | "!" | "?") {
        rest += 1;
    }
    QuotedSpan {
        quoted,
        words,
        capitalised,
        punctuated,
        alone: !before && !in_paragraph(rest),
        continues: layout.quoted[quoted].continues,
        tokens,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<(String, QuotedSpan)> {
        let layout = Layout::of(text);
        let words = |q: &QuotedSpan| layout.quoted[q.quoted].span.of(text).to_owned();
        quoted_spans(&layout).into_iter().map(|q| (words(&q), q)).collect()
    }

    #[test]
    fn nested_spans_and_spans_left_open_by_mistake_are_not_listed() {
        for (text, expected) in [
            ("“She said ‘never’ to us,” he said. “Twice.”", &["“She said ‘never’ to us,”", "“Twice.”"][..]),
            ("“We sail.\n\n“At dawn.”", &["“We sail.", "“At dawn.”"]),
            ("“We sail, said the captain.\n\nNobody came.", &[]),
        ] {
            assert_eq!(quoted(text).into_iter().map(|(words, _)| words).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn the_tokens_are_those_from_mark_to_mark() {
        for (text, tokens, words) in [("So “we sail, all 9,” he said.", 1..9, 4), ("So “we sail.\n\n“Yes.”", 1..5, 2)]
        {
            let (_, first) = &quoted(text)[0];
            assert_eq!((first.tokens.clone(), first.words), (tokens, words), "{text}");
        }
    }

    #[test]
    fn a_capital_a_number_or_a_mark_of_omission_begins_a_sentence() {
        for (text, capitalised) in [
            ("“We sail.”", true),
            ("“9 ships sail.”", true),
            ("“[W]e sail.”", true),
            ("“… we sail.”", true),
            ("“(Laughs) we sail.”", true),
            ("“‘Sail!’ was all.”", true),
            ("“we sail.”", false),
            ("“, and we sail.”", false),
            ("“«sail» was all.”", false),
        ] {
            assert_eq!(quoted(text)[0].1.capitalised, capitalised, "{text}");
        }
    }

    #[test]
    fn a_comma_or_the_end_of_a_sentence_punctuates_inside_or_behind_the_marks() {
        for (text, punctuated) in [
            ("“We sail,” he said.", true),
            ("“We sail!” he said.", true),
            ("“We sail —” he said.", true),
            ("“We sail”, he said.", true),
            ("He said “we sail”.", true),
            ("“He said ‘we sail.’ ” So it was.", true),
            ("“We sail\n\n“at dawn”", true),
            ("“We sail” he said.", false),
            ("“We sail”; he said.", false),
            ("A “sail”\n\n, and so on", false),
            ("“He said ‘we sail’ ” so it was.", false),
        ] {
            assert_eq!(quoted(text)[0].1.punctuated, punctuated, "{text}");
        }
    }

    #[test]
    fn a_span_is_alone_if_only_punctuation_shares_its_paragraph() {
        for (text, alone) in [
            ("He left.\n\n“We sail”.\n\nShe left.", true),
            ("“We sail”", true),
            ("“We sail,” he said.", false),
            ("He said “we sail”", false),
            ("“We sail” (all)", false),
        ] {
            assert_eq!(quoted(text)[0].1.alone, alone, "{text}");
        }
    }

    #[test]
    fn a_sentence_has_a_capital_punctuation_and_four_words_or_its_own_paragraph() {
        for (text, sentence) in [
            ("“We all sail now,” he said.", true),
            ("“We sail now,” he said.", false),
            ("“We sail.”", true),
            ("“We all sail now” he said.", false),
            ("“we all sail now,” he said.", false),
        ] {
            assert_eq!(quoted(text)[0].1.is_sentence(), sentence, "{text}");
        }
        let continues: Vec<bool> = quoted("“We sail.\n\n“At dawn.”").into_iter().map(|(_, q)| q.continues).collect();
        assert_eq!(continues, [true, false]);
    }
}
