//! What each quotation mark is.

/// A quotation mark of any kind.
pub fn is_quotation_mark(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "„" | "‘" | "’" | "'" | "''" | "``" | "`" | "«" | "»" | "‹" | "›" | "‚")
}
