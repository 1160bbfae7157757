//! The text as given: spans, paragraphs, offset units and classes of characters.
//!
//! Nothing here changes the text. What looks like normalisation (straightening a mark, folding a
//! letter) happens in copies that later stages make of single words.

pub mod chars;
pub mod hash;
mod offsets;
mod paragraphs;
mod span;

pub use offsets::{OffsetMap, OffsetUnit};
pub use paragraphs::paragraphs;
pub use span::Span;
