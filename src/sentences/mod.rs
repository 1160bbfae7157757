//! Splits paragraphs into sentences.
//!
//! A sentence ends with a full stop, exclamation mark or question mark that is not part of an abbreviation,
//! and with the closing quotation marks and brackets after it. A question mark inside a quotation does not end
//! the sentence around the quotation: “So what?” said Harry. “So what?” Harry said.

mod attribution;
mod openers;
mod split;

pub use split::split;

use crate::text::Span;
use core::ops::Range;

/// Consecutive tokens of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    pub tokens: Range<usize>,
}
