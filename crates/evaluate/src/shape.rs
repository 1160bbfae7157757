//! Ranges of code points, and the characters at their edges that scoring ignores.

/// A half-open range of code points.
pub type Range = [usize; 2];

/// White space and punctuation. Annotators disagree whether they belong to a quotation.
fn is_edge(c: char) -> bool {
    " \n\t\r\"“”„‘’'`«»‹›.,;:!?—–-…".contains(c)
}

/// The part of the text in this range, or nothing if the range is outside the text.
pub fn slice(text: &[char], [start, end]: Range) -> &[char] {
    let end = end.min(text.len());
    &text[start.min(end)..end]
}

/// The range without edge characters.
pub fn trim(text: &[char], [mut start, mut end]: Range) -> Range {
    end = end.min(text.len());
    while start < end && is_edge(text[start]) {
        start += 1;
    }
    while end > start && is_edge(text[end - 1]) {
        end -= 1;
    }
    [start, end]
}

/// The number of code points that two ranges share; if negative, their distance.
pub fn shared(a: Range, b: Range) -> isize {
    a[1].min(b[1]) as isize - a[0].max(b[0]) as isize
}

pub fn overlap(a: Range, b: Range) -> bool {
    shared(a, b) > 0
}

pub fn any_overlap(a: &[Range], b: &[Range]) -> bool {
    a.iter().any(|&x| b.iter().any(|&y| overlap(x, y)))
}

/// Whether the text begins with these words in any case.
pub fn begins(text: &[char], words: &str) -> bool {
    let mut rest = text.iter().flat_map(|c| c.to_lowercase());
    words.chars().all(|c| rest.next() == Some(c))
}

pub fn shown(text: &[char], range: Range) -> String {
    slice(text, range).iter().take(50).collect()
}
