//! Classes of characters that several stages need.

/// White space, and zero-width characters that separate words.
pub fn is_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Part of a word without being a letter: soft hyphens, joiners, combining marks.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{2bc}' | '＇')
}

pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

pub fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '―' | '\u{2012}')
}

/// A character of emoji: a picture, or what joins and modifies pictures.
pub fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}' | '\u{fe0f}' | '\u{20e3}' | '\u{200d}')
}

/// Ends a sentence, unless it is part of an abbreviation.
pub fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_has_its_characters() {
        let class: fn(char) -> [bool; 6] =
            |c| [is_space(c), is_joiner(c), is_apostrophe(c), is_hyphen(c), is_dash(c), is_terminal(c)];
        for (characters, index) in [
            (" \n\u{a0}\u{200b}\u{feff}\u{202a}", 0),
            ("\u{ad}\u{200d}\u{301}\u{fe0f}", 1),
            ("'’ʼ＇", 2),
            ("-\u{2010}\u{2011}", 3),
            ("–—―", 4),
            (".!?…。؟", 5),
        ] {
            for c in characters.chars() {
                let mut expected = [false; 6];
                expected[index] = true;
                assert_eq!(class(c), expected, "{c:?}");
            }
        }
        for c in "aé1,;“‘_".chars() {
            assert_eq!(class(c), [false; 6], "{c:?}");
        }
    }
}
