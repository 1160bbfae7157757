//! Words that tell whether an abbreviation ends its sentence.

const COMMON_OPENERS: &[&str] = &[
    "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "But", "And", "In", "On", "At", "This", "That",
    "These", "Those", "His", "Her", "Its", "Their", "There", "When", "While", "After", "Before", "If", "As", "For",
    "However", "What", "Who", "Why", "How", "Some", "Many", "Most", "Meanwhile", "Last", "Since", "Although", "Our",
    "My", "So", "Not", "No", "Yet", "To", "By", "With", "From", "Under", "Both", "One",
];

/// Whether this word begins a sentence far more often than it follows an abbreviation inside one.
pub fn is_common_opener(word: &str) -> bool {
    COMMON_OPENERS.contains(&word)
}
