//! The text as the stages read it: without differences that no reader sees.
//!
//! The same article comes with soft hyphens from one site, with no-break spaces from another, and with
//! combining accents from a third. To a reader all three look alike, so the same entities and quotations should
//! be found in them. All stages read a normalised copy, and every span that they find is mapped back to the
//! original, where it may be longer. Most texts are normal already and are not copied.

use super::Span;
use super::broken_word::broken_word;
use super::markup::{self, Markup};

use core::ops::Deref;
use std::borrow::Cow;
use unicode_normalization::char::compose;

/// A text without invisible characters, pasted markup and words broken at the end of a line, with one kind of space inside lines, and with composed
/// letters (é as one character).
///
/// ```
/// use newsmark::text::{NormalisedText, Span};
/// let normalised = NormalisedText::of("\u{feff}Jo\u{ad}se\u{301}\u{a0}Ruiz");
/// assert_eq!(&*normalised, "José Ruiz");
/// assert_eq!(normalised.original_span(Span::new(0, 5)), Span::new(3, 11));
/// ```
#[derive(Clone, Debug)]
pub struct NormalisedText<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// In the order of the text; between two of them both texts are the same.
    changes: Vec<Change>,
}

/// A point behind which the offsets of the two texts differ by another number than before it.
#[derive(Clone, Debug)]
struct Change {
    /// Its offset in the normalised text.
    offset: usize,
    /// In the original, the end of what comes before this point and the start of what comes after it. What was
    /// left out lies between the two.
    before: usize,
    after: usize,
}

impl<'t> NormalisedText<'t> {
    pub fn of(original: &'t str) -> NormalisedText<'t> {
        let is_changed =
            |c| is_invisible(c) || is_zero_width_joiner(c) || is_special_space(c) || is_combining_accent(c);
        let is_wrapped = original.contains("-\n") || original.contains("-\r\n");
        if !markup::is_possible(original) && !is_wrapped && (original.is_ascii() || !original.chars().any(is_changed)) {
            return NormalisedText::unchanged(original);
        }
        let mut copy = Builder { text: String::with_capacity(original.len()), changes: Vec::new() };
        let mut rest = original;
        let mut last = '\0';
        while let Some(first) = rest.chars().next() {
            let at = original.len() - rest.len();
            let (c, length) = match markup::at(rest, last, visible) {
                Some((Markup::Character(c), length)) => (c, length),
                Some((Markup::LineBreak, length)) if !matches!(last, '\0' | '\n') => ('\n', length),
                Some((_, length)) => {
                    rest = &rest[length..];
                    copy.leave_out(at, at + length);
                    continue;
                }
                None => (first, first.len_utf8()),
            };
            rest = &rest[length..];
            if c == '-'
                && let Some((length, hyphen)) = broken_word(&original[..at], rest)
            {
                let from = if hyphen {
                    at
                } else {
                    copy.push(c, at, at + 1);
                    at + 1
                };
                rest = &rest[length..];
                copy.leave_out(from, original.len() - rest.len());
                last = c;
                continue;
            }
            let joins = || is_zero_width_joiner(c) && last.is_alphanumeric() && rest.starts_with(char::is_alphanumeric);
            if is_invisible(c) || joins() {
                copy.leave_out(at, original.len() - rest.len());
                continue;
            }
            last = if is_special_space(c) { ' ' } else { c };
            while let Some(accent) = rest.chars().next().filter(|&next| is_combining_accent(next)) {
                let Some(letter) = compose(last, accent) else { break };
                last = letter;
                rest = &rest[accent.len_utf8()..];
            }
            copy.push(last, at, original.len() - rest.len());
        }
        if copy.text == original {
            return NormalisedText::unchanged(original);
        }
        NormalisedText { original, text: Cow::Owned(copy.text), changes: copy.changes }
    }

    fn unchanged(original: &'t str) -> NormalisedText<'t> {
        NormalisedText { original, text: Cow::Borrowed(original), changes: Vec::new() }
    }

    /// The text as it was given.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// Whether the text needed no change.
    pub fn is_original(&self) -> bool {
        // The list of changes does not tell: a composed letter may have as many bytes as its parts.
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The span in the original. Characters that were left out are never at its ends.
    pub fn original_span(&self, Span { start, end }: Span) -> Span {
        let change = |at: usize| {
            self.changes.partition_point(|change| change.offset <= at).checked_sub(1).map(|index| &self.changes[index])
        };
        let first = change(start).map_or(start, |change| change.after + (start - change.offset));
        let last = change(end).map_or(end, |change| {
            if change.offset == end { change.before } else { change.after + (end - change.offset) }
        });
        // An empty span may lie where characters were left out.
        Span::new(first, last.max(first))
    }
}

impl Deref for NormalisedText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// Builds the copy.
struct Builder {
    text: String,
    changes: Vec<Change>,
}

impl Builder {
    /// Adds the character that stands for the original's bytes from `start` to `end`.
    fn push(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        if end - start != c.len_utf8() {
            self.changes.push(Change { offset: self.text.len(), before: end, after: end });
        }
    }

    /// Adds nothing for the original's bytes from `start` to `end`.
    fn leave_out(&mut self, start: usize, end: usize) {
        match self.changes.last_mut().filter(|change| change.offset == self.text.len()) {
            Some(change) => change.after = end,
            None => self.changes.push(Change { offset: self.text.len(), before: start, after: end }),
        }
    }
}

/// A character inside markup, as it is shown.
fn visible(c: char) -> Option<char> {
    match c {
        c if is_invisible(c) || is_zero_width_joiner(c) => None,
        c if is_special_space(c) => Some(' '),
        c => Some(c),
    }
}

/// Soft hyphens, zero-width spaces, direction marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Joiners and non-joiners: invisible between letters, but emoji are made with them.
fn is_zero_width_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// A no-break space, or a space of another width.
fn is_special_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The accents of Latin, Greek and Cyrillic letters.
fn is_combining_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of the normalised text with its original.
    fn origins(text: &str) -> Vec<(char, &str)> {
        let normalised = NormalisedText::of(text);
        normalised
            .char_indices()
            .map(|(at, c)| (c, normalised.original_span(Span::new(at, at + c.len_utf8())).of(text)))
            .collect()
    }

    #[test]
    fn a_normal_text_is_not_copied() {
        for text in ["", "Ann said.", "“Łódź,” said Zoë.\r\n", "東京 🎉"] {
            let normalised = NormalisedText::of(text);
            assert!(normalised.is_original() && matches!(normalised.text, Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn every_character_maps_to_its_original() {
        assert_eq!(origins("e\u{301}\u{ad}x\u{a0}y"), [('é', "e\u{301}"), ('x', "x"), (' ', "\u{a0}"), ('y', "y")]);
        assert_eq!(origins("\u{feff}\u{200b}a\u{ad}\u{ad}b\u{200b}"), [('a', "a"), ('b', "b")]);
        assert_eq!(origins("e\u{302}\u{301}"), [('ế', "e\u{302}\u{301}")]);
        // No composed letter has this accent; it stays.
        assert_eq!(origins("q\u{301}\u{301}"), [('q', "q"), ('\u{301}', "\u{301}"), ('\u{301}', "\u{301}")]);
    }

    #[test]
    fn invisible_characters_inside_a_span_stay_inside() {
        let text = "\u{200e}Jo\u{ad}sé\u{200b} \u{200b}Ruiz\u{200b}.";
        let normalised = NormalisedText::of(text);
        assert_eq!(&*normalised, "José Ruiz.");
        assert_eq!(
            normalised.original_span(Span::new(0, "José Ruiz".len())).of(text),
            "Jo\u{ad}sé\u{200b} \u{200b}Ruiz"
        );
        assert_eq!(
            normalised.original_span(Span::new(0, normalised.len())).of(text),
            text.trim_start_matches('\u{200e}')
        );
    }

    #[test]
    fn pasted_markup_is_read_as_a_browser_shows_it() {
        for (text, expected) in [
            ("<p>&ldquo;It is over,&rdquo; said <b>Ivan Petty</b>.</p>", "“It is over,” said Ivan Petty.\n"),
            ("said:&nbsp;&#8220;No.&#8221;<br>She left.", "said: “No.”\nShe left."),
            ("a poet.[2][3] He died in Sofia[12].", "a poet. He died in Sofia."),
            ("R&D at AT&amp;T, 3 < 4, “dog[s]”", "R&D at AT&T, 3 < 4, “dog[s]”"),
        ] {
            assert_eq!(&*NormalisedText::of(text), expected);
        }
        assert!(NormalisedText::of("R&D [the minister] <3").is_original());
        let text = "said <b>Ivan</b> Petty[1].";
        let normalised = NormalisedText::of(text);
        let name = Span::new("said ".len(), "said Ivan Petty".len());
        assert_eq!(normalised.original_span(name).of(text), "Ivan</b> Petty");
    }

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_one_word() {
        for (text, expected) in [
            ("on Mon-\nday that", "on Monday that"),
            ("on Mon-\r\n> day that", "on Monday that"),
            ("a self-\nemployed man", "a self-employed man"),
            ("short-\nand long-term", "short-\nand long-term"),
            ("one -\ntwo", "one -\ntwo"),
        ] {
            assert_eq!(&*NormalisedText::of(text), expected);
        }
        let text = "on Mon-\nday that";
        assert_eq!(NormalisedText::of(text).original_span(Span::new(3, 9)).of(text), "Mon-\nday");
    }

    #[test]
    fn a_copy_of_the_same_length_is_a_copy() {
        // Both forms have three bytes.
        let normalised = NormalisedText::of("e\u{303}");
        assert_eq!(&*normalised, "\u{1ebd}");
        assert!(!normalised.is_original());
    }

    #[test]
    fn emoji_keep_what_joins_them() {
        assert_eq!(&*NormalisedText::of("👩\u{200d}🚀 a\u{200d}b"), "👩\u{200d}🚀 ab");
    }

    #[test]
    fn a_text_of_invisible_characters_becomes_empty() {
        let normalised = NormalisedText::of("\u{feff}\u{200b}");
        assert!(normalised.is_empty());
        assert!(normalised.original_span(Span::new(0, 0)).is_empty());
    }
}
