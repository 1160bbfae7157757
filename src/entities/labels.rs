//! Words before a number that make it a label: a page, a version, a seat. Such a number is no date and no measure.

const LABELS: &[&str] = &[
    "apartment", "channel", "chapter", "clause", "exhibit", "flat", "flight", "gate", "highway", "interstate", "no",
    "p", "page", "pages", "paragraph", "platform", "pp", "psalm", "resolution", "room", "route", "row", "seat",
    "section", "suite", "unit", "verse", "version",
];

/// Whether the number behind this word is a label.
pub fn is_label(word: &str) -> bool {
    LABELS.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_and_without_a_stop() {
        for word in ["page", "Page", "pp.", "No.", "Seat"] {
            assert!(is_label(word), "{word}");
        }
        for word in ["pages-long", "in", "March", ""] {
            assert!(!is_label(word), "{word}");
        }
    }
}
