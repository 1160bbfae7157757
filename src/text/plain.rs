//! The text as it is analysed: without what nobody sees.
//!
//! The same article comes with soft hyphens from one site, with no-break spaces from another, and with
//! letters and their accents apart from a third. A reader sees no difference, so there should be none in what
//! is found. All stages read a plain copy, and what they find is led back to the text as it was given, in
//! which a place may be longer. Most texts are plain already and are not copied.

use super::Span;
use core::ops::Deref;
use std::borrow::Cow;
use unicode_normalization::char::compose;

/// A text without invisible characters, with one kind of space inside lines, and with letters that are one
/// with their accents.
///
/// ```
/// use newsmark::text::{Plain, Span};
/// let plain = Plain::of("\u{feff}Jo\u{ad}se\u{301}\u{a0}Ruiz");
/// assert_eq!(&*plain, "José Ruiz");
/// assert_eq!(plain.origin(Span::new(0, 5)), Span::new(3, 11));
/// ```
pub struct Plain<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// In order; between two of them both texts are the same.
    changes: Vec<Change>,
}

/// Where the two texts go on together after they were not the same.
struct Change {
    /// Offset in the plain text.
    plain: usize,
    /// Where in the original what comes before that offset ends, and where what comes behind it begins. What
    /// was left out lies between the two.
    before: usize,
    after: usize,
}

impl<'t> Plain<'t> {
    pub fn of(original: &'t str) -> Plain<'t> {
        if original.is_ascii()
            || !original.chars().any(|c| is_invisible(c) || is_joint(c) || is_odd_space(c) || is_accent(c))
        {
            return Plain { original, text: Cow::Borrowed(original), changes: Vec::new() };
        }
        let mut copy = Copy { text: String::with_capacity(original.len()), changes: Vec::new() };
        let mut rest = original;
        let mut last = '\0';
        while let Some(c) = rest.chars().next() {
            let at = original.len() - rest.len();
            rest = &rest[c.len_utf8()..];
            let joins = || is_joint(c) && last.is_alphanumeric() && rest.starts_with(char::is_alphanumeric);
            if is_invisible(c) || joins() {
                copy.leave_out(at, original.len() - rest.len());
                continue;
            }
            last = if is_odd_space(c) { ' ' } else { c };
            while let Some(accent) = rest.chars().next().filter(|&next| is_accent(next)) {
                let Some(letter) = compose(last, accent) else { break };
                last = letter;
                rest = &rest[accent.len_utf8()..];
            }
            copy.push(last, at, original.len() - rest.len());
        }
        Plain { original, text: Cow::Owned(copy.text), changes: copy.changes }
    }

    /// The text as it was given.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// Whether it is the text as it was given.
    pub fn is_original(&self) -> bool {
        // A letter and its accent may have as many bytes as the two in one, and then nothing moves.
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The place in the text as it was given. Of what was left out nothing is at its ends.
    pub fn origin(&self, Span { start, end }: Span) -> Span {
        let change = |at: usize| {
            self.changes.partition_point(|change| change.plain <= at).checked_sub(1).map(|index| &self.changes[index])
        };
        let first = change(start).map_or(start, |change| change.after + (start - change.plain));
        let last = change(end).map_or(end, |change| {
            if change.plain == end { change.before } else { change.after + (end - change.plain) }
        });
        // Between two characters there may be nothing but what was left out.
        Span::new(first, last.max(first))
    }
}

impl Deref for Plain<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// A plain text in the making.
struct Copy {
    text: String,
    changes: Vec<Change>,
}

impl Copy {
    /// What stands in the original from `start` to `end` is one character here.
    fn push(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        if end - start != c.len_utf8() {
            self.changes.push(Change { plain: self.text.len(), before: end, after: end });
        }
    }

    fn leave_out(&mut self, start: usize, end: usize) {
        match self.changes.last_mut().filter(|change| change.plain == self.text.len()) {
            Some(change) => change.after = end,
            None => self.changes.push(Change { plain: self.text.len(), before: start, after: end }),
        }
    }
}

/// Soft hyphens, spaces of no width, marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Joiners and non-joiners: invisible between letters, while emoji are made with them.
fn is_joint(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// A space of another width, or one that does not break.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The accents of Latin, Greek and Cyrillic letters.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of the plain text with what it was.
    fn origins(text: &str) -> Vec<(char, &str)> {
        let plain = Plain::of(text);
        plain.char_indices().map(|(at, c)| (c, plain.origin(Span::new(at, at + c.len_utf8())).of(text))).collect()
    }

    #[test]
    fn a_plain_text_is_not_copied() {
        for text in ["", "Ann said.", "“Łódź,” said Zoë.\r\n", "東京 🎉"] {
            let plain = Plain::of(text);
            assert!(plain.is_original() && matches!(plain.text, Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn every_character_leads_back_to_what_it_was() {
        assert_eq!(origins("e\u{301}\u{ad}x\u{a0}y"), [('é', "e\u{301}"), ('x', "x"), (' ', "\u{a0}"), ('y', "y")]);
        assert_eq!(origins("\u{feff}\u{200b}a\u{ad}\u{ad}b\u{200b}"), [('a', "a"), ('b', "b")]);
        assert_eq!(origins("e\u{302}\u{301}"), [('ế', "e\u{302}\u{301}")]);
        // No letter has this accent; it stays.
        assert_eq!(origins("q\u{301}\u{301}"), [('q', "q"), ('\u{301}', "\u{301}"), ('\u{301}', "\u{301}")]);
    }

    #[test]
    fn what_is_inside_a_place_stays_inside() {
        let text = "\u{200e}Jo\u{ad}sé\u{200b} \u{200b}Ruiz\u{200b}.";
        let plain = Plain::of(text);
        assert_eq!(&*plain, "José Ruiz.");
        assert_eq!(plain.origin(Span::new(0, "José Ruiz".len())).of(text), "Jo\u{ad}sé\u{200b} \u{200b}Ruiz");
        assert_eq!(plain.origin(Span::new(0, plain.len())).of(text), text.trim_start_matches('\u{200e}'));
    }

    #[test]
    fn a_copy_of_the_same_length_is_a_copy() {
        // Three bytes each.
        let plain = Plain::of("e\u{303}");
        assert_eq!(&*plain, "\u{1ebd}");
        assert!(!plain.is_original());
    }

    #[test]
    fn emoji_keep_what_joins_them() {
        assert_eq!(&*Plain::of("👩\u{200d}🚀 a\u{200d}b"), "👩\u{200d}🚀 ab");
    }

    #[test]
    fn of_nothing_visible_nothing_is_left() {
        let plain = Plain::of("\u{feff}\u{200b}");
        assert!(plain.is_empty());
        assert!(plain.origin(Span::new(0, 0)).is_empty());
    }
}
