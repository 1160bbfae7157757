//! Sentences: runs of tokens inside one paragraph.
//!
//! A sentence ends at a point, exclamation or question mark that is no part of an abbreviation,
//! together with the closing marks and brackets after it. Inside a quotation a mark that is followed
//! by the rest of the outer sentence (“So what?” said Harry) ends nothing.

mod split;

pub use split::split;

use crate::text::Span;
use core::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    pub tokens: Range<usize>,
}
