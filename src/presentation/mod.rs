//! How results are shown to readers: the families of entity types, what each type is called, what the kinds of
//! quotation mean, and how certain a figure is.
//!
//! The HTML export reads these tables. The page has them too, as JavaScript that `crates/codegen` writes: to change a
//! label, change it here and run `scripts/generate.sh`.

mod confidence;
mod entity_types;
mod quote_media;
mod quote_types;

/// The heading above the names.
pub const NAMES_HEADING: &str = "Names";

/// The heading above the quotations by speaker.
pub const QUOTES_HEADING: &str = "Who said what";

/// Stands for a speaker whom the text does not name.
pub const UNATTRIBUTED: &str = "Unattributed";

pub use confidence::ConfidenceLevel;
pub use entity_types::Family;
