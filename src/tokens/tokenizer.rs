use super::abbreviations::{is_abbreviation, is_ambiguous};
use super::address::address_length;
use super::{Token, TokenKind};
use crate::text::chars::{is_apostrophe, is_joiner, is_space};
use crate::text::{LINE_BREAKS, Span, quoting_prefix};

/// Splits the paragraphs of a text into tokens, in time linear in its length.
///
/// ```
/// use newsmark::{text::paragraphs, tokens::tokenize};
/// let text = "The U.S.-based firm's $1.5m bid fell, Mr. O'Neill said.";
/// let tokens = tokenize(text, &paragraphs(text));
/// let words: Vec<&str> = tokens.iter().map(|t| t.text(text)).collect();
/// assert_eq!(words, ["The", "U.S.", "-", "based", "firm", "'s", "$", "1.5m", "bid", "fell", ",",
///                    "Mr.", "O'Neill", "said", "."]);
/// ```
pub fn tokenize(text: &str, paragraphs: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let mut cursor = Cursor { text, at: paragraph.start, end: paragraph.end };
        let mut spaced = true;
        while let Some(c) = cursor.peek() {
            if is_space(c) || c.is_control() {
                cursor.bump(c);
                spaced = true;
                if LINE_BREAKS.contains(&c) {
                    cursor.at += quoting_prefix(cursor.rest());
                }
                continue;
            }
            let start = cursor.at;
            let kind = cursor.token(c, spaced);
            debug_assert!(cursor.at > start);
            tokens.push(Token { span: Span::new(start, cursor.at), kind, spaced, paragraph: index as u32 });
            spaced = false;
        }
    }
    tokens
}

/// Longer runs of letters are not words. Cutting them keeps every later step linear.
const LONGEST: usize = 256;

/// A position in a paragraph.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    /// Moves past one token that begins with `c`.
    fn token(&mut self, c: char, spaced: bool) -> TokenKind {
        if c.is_alphanumeric() {
            if let Some(length) = address_length(self.rest()) {
                self.at += length;
                return TokenKind::Address;
            }
            self.word();
            return if c.is_numeric() { TokenKind::Number } else { TokenKind::Word };
        }
        let next = self.rest()[c.len_utf8()..].chars().next();
        match c {
            '@' | '#' if spaced && next.is_some_and(|n| n.is_alphanumeric() || n == '_') => {
                self.bump(c);
                self.run(|c| c.is_alphanumeric() || c == '_' || is_joiner(c));
                TokenKind::Word
            }
            '.' if spaced && next.is_some_and(|n| n.is_ascii_digit()) => {
                self.bump(c);
                self.word();
                TokenKind::Number
            }
            _ if is_apostrophe(c) && !spaced && self.clitic() => TokenKind::Word,
            '.' | '-' | '`' | '=' | '*' | '_' | '~' | '–' | '—' | '!' | '?' => {
                self.run(|n| n == c);
                TokenKind::Punctuation
            }
            '\'' if next == Some('\'') => {
                self.at += 2;
                TokenKind::Punctuation
            }
            _ => {
                self.bump(c);
                self.run(is_joiner);
                TokenKind::Punctuation
            }
        }
    }

    /// Moves past the characters that belong together, up to [`LONGEST`] bytes.
    fn run(&mut self, mut belongs: impl FnMut(char) -> bool) {
        let from = self.at;
        while let Some(c) = self.peek() {
            if !belongs(c) || self.at - from >= LONGEST {
                break;
            }
            self.bump(c);
        }
    }

    /// Moves past 's, 're and the like, directly after a word.
    fn clitic(&mut self) -> bool {
        let length = clitic_length(self.rest());
        self.at += length;
        length > 0
    }

    /// Moves past a word or a number.
    fn word(&mut self) {
        let start = self.at;
        loop {
            self.run(|c| c.is_alphanumeric() || is_joiner(c) || c == '_');
            if self.at - start >= LONGEST || !self.joins(start) {
                return;
            }
        }
    }

    /// Whether the word that began at `start` goes on over the punctuation at the cursor. Moves past what belongs
    /// to the word: an abbreviation's last full stop does, although the word ends with it.
    fn joins(&mut self, start: usize) -> bool {
        let so_far = &self.text[start..self.at];
        let Some(c) = self.peek() else { return false };
        let after = &self.rest()[c.len_utf8()..];
        let next = after.chars().next();
        let Some(last) = so_far.chars().next_back() else { return false };
        let take = match c {
            '.' => {
                // A full stop ends an abbreviation, unless letters follow ("U.S.", "e.g.").
                if next.is_some_and(char::is_numeric) && last.is_numeric() {
                    true
                } else if keeps_full_stop(so_far, after) {
                    self.bump(c);
                    let goes_on = next.is_some_and(char::is_alphabetic) && is_single_letters(so_far);
                    return goes_on;
                } else {
                    false
                }
            }
            ',' => last.is_ascii_digit() && separates_thousands(after),
            ':' => last.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()) && so_far.len() <= 5,
            '&' => last.is_uppercase() && next.is_some_and(char::is_uppercase),
            _ if is_apostrophe(c) => {
                // A closing quotation mark or a clitic ends the word; in O'Neill or don't it goes on.
                next.is_some_and(char::is_alphabetic) && last.is_alphabetic() && clitic_length(self.rest()) == 0
            }
            _ => false,
        };
        if take {
            self.bump(c);
        }
        take
    }
}

/// The length of a clitic at the beginning of `rest`, its apostrophe included; 0 if there is none.
fn clitic_length(rest: &str) -> usize {
    let Some(mark) = rest.chars().next().filter(|&c| is_apostrophe(c)) else { return 0 };
    let mut letters = [0u8; 3];
    let mut length = 0;
    for c in rest[mark.len_utf8()..].chars() {
        if !c.is_alphanumeric() {
            break;
        }
        if length == 3 || !c.is_ascii_alphabetic() {
            return 0;
        }
        letters[length] = c.to_ascii_lowercase() as u8;
        length += 1;
    }
    match &letters[..length] {
        b"s" | b"re" | b"ve" | b"ll" | b"d" | b"m" => mark.len_utf8() + length,
        _ => 0,
    }
}

/// Whether the comma before these digits separates thousands, or lakhs (1,00,000).
fn separates_thousands(after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 || (digits == 2 && after.as_bytes().get(2) == Some(&b','))
}

/// "U", "U.S", "e.g": single letters with full stops between them.
fn is_single_letters(word: &str) -> bool {
    word.split('.')
        .all(|part| part.chars().filter(|&c| !is_joiner(c)).count() == 1 && part.chars().all(char::is_alphabetic))
}

/// Whether the full stop after `word` belongs to it. `after` is the text behind the full stop.
fn keeps_full_stop(word: &str, after: &str) -> bool {
    let mut rest = after.chars();
    let next = rest.next();
    if is_single_letters(word) {
        // "U.S." or an initial, but not "Plan B." or "vitamin C." at the end of a paragraph.
        let initial = !word.contains('.');
        return match next {
            None => !initial,
            Some(n) if n.is_alphabetic() => true,
            Some(n) if is_space(n) && initial => {
                word.chars().all(char::is_uppercase)
                    && word != "I"
                    && after.trim_start_matches(is_space).chars().next().is_some_and(char::is_uppercase)
            }
            _ => !initial,
        };
    }
    if word.len() > 6 || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    if !is_abbreviation(&lower) && lower != "mar" {
        return false;
    }
    if !is_ambiguous(&lower) {
        return true;
    }
    // "No. 5", "Col. Diaz", but "They said no. Then …".
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let following = after.trim_start_matches(is_space).chars().next();
    capital
        && match following {
            Some(f) if f.is_ascii_digit() => true,
            Some(f) => {
                !matches!(
                    lower.as_str(),
                    "no" | "nos" | "mar" | "dec" | "jan" | "jun" | "jul" | "ill" | "est" | "fig" | "op" | "al"
                ) && (f.is_uppercase() || f == ',')
            }
            None => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text, &paragraphs(text)).into_iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn possessives_and_contractions() {
        assert_eq!(words("Keller’s farmers' don’t they’ll"), ["Keller", "’s", "farmers", "'", "don’t", "they", "’ll"]);
        assert_eq!(words("Rock 'n' roll, '80s"), ["Rock", "'", "n", "'", "roll", ",", "'", "80s"]);
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        assert_eq!(words("the U.S. Senate"), ["the", "U.S.", "Senate"]);
        assert_eq!(words("J. R. Ortiz Jr. won."), ["J.", "R.", "Ortiz", "Jr.", "won", "."]);
        assert_eq!(words("No. 5 said no. Then"), ["No.", "5", "said", "no", ".", "Then"]);
        assert_eq!(words("at 5 p.m. on"), ["at", "5", "p.m.", "on"]);
        assert_eq!(words("Plan B."), ["Plan", "B", "."]);
    }

    #[test]
    fn numbers() {
        assert_eq!(
            words("1,200.50 10:30 3,4 2-1 70th 15%"),
            ["1,200.50", "10:30", "3", ",", "4", "2", "-", "1", "70th", "15", "%"]
        );
    }

    #[test]
    fn what_a_word_goes_on_over() {
        for (text, expected) in [
            ("O'Neill AT&T 3,000 1,00,000", vec!["O'Neill", "AT&T", "3,000", "1,00,000"]),
            ("'Tis' a&b 1,2345 v1.5", vec!["'", "Tis", "'", "a", "&", "b", "1", ",", "2345", "v1.5"]),
            ("so\u{ad}ft snake_case", vec!["so\u{ad}ft", "snake_case"]),
            ("and/or US-based", vec!["and", "/", "or", "US", "-", "based"]),
            ("$.50 .5", vec!["$", ".", "50", ".5"]),
            ("10:30 123456:30", vec!["10:30", "123456", ":", "30"]),
        ] {
            assert_eq!(words(text), expected);
        }
    }

    #[test]
    fn abbreviations_that_are_also_words() {
        for (text, expected) in [
            ("Col. Diaz", vec!["Col.", "Diaz"]),
            ("Mar. 5", vec!["Mar.", "5"]),
            ("a mar. Then", vec!["a", "mar", ".", "Then"]),
            ("He said No. Then", vec!["He", "said", "No", ".", "Then"]),
            ("Jan. Then", vec!["Jan", ".", "Then"]),
            ("Gov. smith", vec!["Gov.", "smith"]),
            ("Gen. smith", vec!["Gen", ".", "smith"]),
            ("So did I. Then", vec!["So", "did", "I", ".", "Then"]),
            ("plan b. Then", vec!["plan", "b", ".", "Then"]),
        ] {
            assert_eq!(words(text), expected);
        }
    }

    #[test]
    fn a_token_knows_its_surroundings() {
        let text = "Ann’s 2\n@ann a.b@c.de —";
        let tokens = tokenize(text, &paragraphs(text));
        let seen: Vec<_> = tokens.iter().map(|t| (t.text(text), t.kind, t.spaced, t.paragraph)).collect();
        use TokenKind::*;
        assert_eq!(
            seen,
            [
                ("Ann", Word, true, 0),
                ("’s", Word, false, 0),
                ("2", Number, true, 0),
                ("@ann", Word, true, 1),
                ("a.b@c.de", Address, true, 1),
                ("—", Punctuation, true, 1)
            ]
        );
    }

    #[test]
    fn a_run_of_letters_is_cut() {
        let text = "a".repeat(LONGEST + 1);
        assert_eq!(words(&text).iter().map(|w| w.len()).collect::<Vec<_>>(), [LONGEST, 1]);
    }

    #[test]
    fn addresses_and_handles() {
        assert_eq!(
            words("see https://example.org/a?b=c, mail a.b@example.org. @pia #vote"),
            ["see", "https://example.org/a?b=c", ",", "mail", "a.b@example.org", ".", "@pia", "#vote"]
        );
    }

    #[test]
    fn runs_of_punctuation() {
        assert_eq!(words("``Well... yes''--she"), ["``", "Well", "...", "yes", "''", "--", "she"]);
    }
}
