//! Outermost spans in quotation marks, and what their form shows: a whole sentence, a few words, the title of a work.

use crate::layout::Layout;
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
