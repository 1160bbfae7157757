//! Ranges of text, and operations on them.

use newsmark::text::Span;
use newsmark::text::chars::is_space;
use std::ops::Range;

/// Something that has a span in the text.
pub trait Spanned {
    fn span(&self) -> Span;
}

impl Spanned for Span {
    fn span(&self) -> Span {
        *self
    }
}

pub fn span_of([start, end]: [usize; 2]) -> Span {
    Span::new(start, end)
}

pub fn range_of(span: Span) -> [usize; 2] {
    [span.start, span.end]
}

/// The span from the start of the first to the end of the last.
pub fn hull(spans: &[Span]) -> Option<Span> {
    Some(Span::new(spans.first()?.start, spans.last()?.end))
}

/// A range without the white space at its ends. `None` if nothing is left.
pub fn trimmed(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start_matches(is_space).len();
    let end = start + words.trim_matches(is_space).len();
    (start < end).then_some(Span::new(start, end))
}

/// The indices of the items that a range overlaps. The items are in order and without overlaps.
pub fn overlapping<T: Spanned>(items: &[T], span: Span) -> Range<usize> {
    let from = items.partition_point(|item| item.span().end <= span.start);
    let count = items[from..].iter().take_while(|item| item.span().start < span.end).count();
    from..from + count
}

/// All occurrences of these words as whole words, in order and without overlaps.
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let opens = words.starts_with(is_in_word);
    let closes = words.ends_with(is_in_word);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(words).filter(|_| !words.is_empty()) {
        let span = Span::new(from + at, from + at + words.len());
        let goes_on =
            opens && text[..span.start].ends_with(is_in_word) || closes && text[span.end..].starts_with(is_in_word);
        if goes_on {
            from = span.start + text[span.start..].chars().next().map_or(1, char::len_utf8);
        } else {
            found.push(span);
            from = span.end;
        }
    }
    found
}

/// Whether a character is a letter, a digit or a mark that combines with them.
pub fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || newsmark::text::chars::is_joiner(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_are_whole_words() {
        let starts = |text: &str, words: &str| -> Vec<usize> {
            occurrences(text, words).into_iter().map(|span| span.start).collect()
        };
        assert_eq!(starts("Lee, Leeds, Ann-Lee Lee’s", "Lee"), [0, 16, 20]);
        assert_eq!(starts("é éé é", "é"), [0, 8]);
        assert_eq!(starts("“a” “a”", "“a”"), [0, 8]);
        assert_eq!(starts("Lee\u{301} Lee", "Lee"), [6]);
        assert!(starts("aa", "").is_empty());
    }

    #[test]
    fn ranges_are_trimmed() {
        let text = " \u{200b}Ann Lee\u{a0}\n";
        assert_eq!(trimmed(text, Span::new(0, text.len())).map(|span| span.of(text)), Some("Ann Lee"));
        assert_eq!(trimmed(text, Span::new(0, 1)), None);
    }

    #[test]
    fn overlapping_items_are_found() {
        let items = [Span::new(0, 3), Span::new(3, 5), Span::new(8, 9)];
        assert_eq!(overlapping(&items, Span::new(2, 4)), 0..2);
        assert_eq!(overlapping(&items, Span::new(5, 8)), 2..2);
        assert_eq!(overlapping(&items, Span::new(4, 20)), 1..3);
    }
}
