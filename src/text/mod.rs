//! The text as it was given: spans, paragraphs, offset units, classes of characters.
//!
//! Nothing here changes the text. All stages read a normalised copy ([`NormalisedText`]), and what they find is
//! mapped back to the original. Further normalisation (straight apostrophes, letters without diacritics) is
//! done by later stages on copies of single words.

mod broken_word;
pub mod chars;
mod fold;
pub mod hash;
mod markup;
mod normalised;
mod offsets;
mod paragraphs;
mod possessive;
pub mod quotation_mark;
mod sorting;
mod span;
mod wrapped_lines;

pub use fold::{folded, push_folded};
pub use normalised::NormalisedText;
pub use offsets::{OffsetMap, OffsetUnit};
pub use paragraphs::{LINE_BREAKS, lines, paragraphs};
pub use possessive::{Possessive, is_possessive, without_possessive};
pub use sorting::sort_by_numbers;
pub use span::Span;
pub use wrapped_lines::{begins_item, quoting_prefix};
