//! The text as given: spans, paragraphs, offset units and classes of characters.
//!
//! Nothing here changes the text. All stages read a copy without what nobody sees ([`Plain`]), and what they
//! find is led back. What else looks like normalisation (straightening a mark, folding a letter) happens in
//! copies that later stages make of single words.

pub mod chars;
pub mod hash;
mod offsets;
mod paragraphs;
mod plain;
mod possessive;
mod span;

pub use offsets::{OffsetMap, OffsetUnit};
pub use paragraphs::paragraphs;
pub use plain::Plain;
pub use possessive::{Possessive, is_possessive, without_possessive};
pub use span::Span;
