//! Quotation marks, paired per paragraph.

use crate::text::Span;
use crate::tokens::Token;

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// From the opening mark to the closing one, both included. Without a closing mark, to the end of
    /// the paragraph (a quotation that goes on) or as far as the stretch can be trusted.
    pub span: Span,
    /// Token index of the opening mark.
    pub open: usize,
    /// Token index of the closing mark; `None` where it is missing or the next paragraph goes on.
    pub close: Option<usize>,
    /// 0 outside any other stretch, 1 inside one, …
    pub depth: u8,
    /// The next paragraph's stretch is the same quotation going on: this one was left open and that
    /// one opens anew.
    pub continues: bool,
}

/// The stretches in order of their start; a nested one follows the one that holds it. Never fails,
/// and a mark without a partner spoils nothing after its paragraph.
pub fn find(_text: &str, _paragraphs: &[Span], _tokens: &[Token]) -> Vec<Quoted> {
    Vec::new()
}
