//! Outer quoted_spans in quotation marks, and what their looks say: a whole sentence, a few words, the
//! title of a work.

use crate::layout::Layout;
use crate::quotation_marks::is_quotation_mark;
use core::ops::Range;

#[derive(Clone, Debug)]
pub struct QuotedSpan {
    /// Index in [`Layout::quoted`].
    pub quoted: usize,
    /// From the opening mark to the closing one, or to the last token where it goes on.
    pub tokens: Range<usize>,
    pub words: usize,
    /// Begins with a capital or a mark that shows an omission ("[W]e", "…").
    pub capital: bool,
    /// A comma or the end of a sentence stands before the closing mark or right behind it.
    pub pointed: bool,
    /// Nothing else is in its paragraph.
    pub alone: bool,
    pub continues: bool,
}

impl QuotedSpan {
    /// At least a sentence long and written as one: somebody says it, even if nobody is named.
    pub fn is_sentence(&self) -> bool {
        self.capital && self.pointed && (self.words >= 4 || self.alone)
    }
}

/// The outer quoted_spans that are closed or go on; one that is left open by mistake shows too little.
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
    let words = inner.clone().filter(|&i| layout.tokens[i].kind != crate::tokens::TokenKind::Punctuation).count();
    let capital = inner.clone().next().is_some_and(|i| {
        let word = layout.word(i);
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            || matches!(word, "[" | "…" | "..." | "(" | "‘" | "'" | "“" | "\"")
    });
    let points = |i: usize| {
        layout.word(i).ends_with(['.', ',', '?', '!', '…']) || layout.word(i) == "--" || layout.word(i) == "—"
    };
    let paragraph = layout.tokens[tokens.start].paragraph;
    let inside = |i: usize| layout.tokens.get(i).is_some_and(|t| t.paragraph == paragraph);
    let pointed = (!inner.is_empty() && points(inner.end - 1))
        || (inner.len() > 1 && is_quotation_mark(layout.word(inner.end - 1)) && points(inner.end - 2))
        || (inside(tokens.end) && matches!(layout.word(tokens.end), "," | "." | "!" | "?"))
        || !closed;
    let before = tokens.start.checked_sub(1).is_some_and(inside);
    let mut rest = tokens.end;
    while inside(rest) && matches!(layout.word(rest), "." | "," | "!" | "?") {
        rest += 1;
    }
    QuotedSpan {
        quoted,
        words,
        capital,
        pointed,
        alone: !before && !inside(rest),
        continues: layout.quoted[quoted].continues,
        tokens,
    }
}
