use core::ops::Range;

/// A half-open range of bytes in the text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    pub const fn len(self) -> usize {
        self.end - self.start
    }

    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub const fn contains_offset(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The text inside the span.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The span without white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_share_text() {
        let span = Span::new(2, 5);
        for (other, contains, overlaps) in [
            (Span::new(2, 5), true, true),
            (Span::new(3, 4), true, true),
            (Span::new(1, 5), false, true),
            (Span::new(4, 6), false, true),
            (Span::new(5, 6), false, false),
            (Span::new(0, 2), false, false),
        ] {
            assert_eq!((span.contains(other), span.overlaps(other)), (contains, overlaps), "{other:?}");
        }
        assert_eq!([1, 2, 4, 5].map(|offset| span.contains_offset(offset)), [false, true, true, false]);
        assert_eq!(span.cover(Span::new(0, 1)), Span::new(0, 5));
        assert!(Span::new(2, 2).is_empty() && !span.is_empty() && span.len() == 3);
    }

    #[test]
    fn trimmed_spans() {
        for (text, trimmed) in [(" a b\u{a0}", "a b"), ("ab", "ab"), (" \n", "")] {
            assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), trimmed, "{text:?}");
        }
    }
}
