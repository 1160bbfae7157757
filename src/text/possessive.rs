//! The possessive ending of a noun: *'s*, or an apostrophe alone.

use super::chars::is_apostrophe;

/// A possessive ending that is a token of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Possessive {
    s: Option<char>,
}

impl Possessive {
    pub fn parse(word: &str) -> Option<Possessive> {
        let mut chars = word.chars();
        chars.next().filter(|&c| is_apostrophe(c))?;
        let s = chars.next();
        (matches!(s, None | Some('s' | 'S')) && chars.next().is_none()).then_some(Possessive { s })
    }

    /// Has an *s* after the apostrophe.
    pub fn has_s(self) -> bool {
        self.s.is_some()
    }
}

/// Whether this token is a possessive ending in its usual spelling. Capitals and rare apostrophes do not count:
/// in a headline "'S" is as often a short "is".
pub fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

/// The text without a possessive ending: "Keller’s", "the workers'".
pub fn without_possessive(name: &str) -> &str {
    let name = name.trim_end();
    let bare = name.strip_suffix(['s', 'S']).unwrap_or(name);
    match bare.strip_suffix(is_apostrophe) {
        Some(bare) if !bare.is_empty() => bare,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn possessive_tokens() {
        for (word, possessive, usual) in [
            ("'s", true, true),
            ("’s", true, true),
            ("’", true, true),
            ("'S", true, false),
            ("ʼs", true, false),
            ("s", false, false),
            ("'re", false, false),
            ("''", false, false),
            ("'ss", false, false),
            ("", false, false),
        ] {
            assert_eq!(Possessive::parse(word).is_some(), possessive, "{word}");
            assert_eq!(is_possessive(word), usual, "{word}");
        }
        assert!(Possessive::parse("’").is_some_and(|p| !p.has_s()));
        assert!(Possessive::parse("'S").is_some_and(Possessive::has_s));
    }

    #[test]
    fn names_without_their_ending() {
        for (name, bare) in [
            ("Keller’s", "Keller"),
            ("KELLER'S ", "KELLER"),
            ("the workers'", "the workers"),
            ("Keller", "Keller"),
            ("James", "James"),
            ("'s", "'s"),
            ("", ""),
        ] {
            assert_eq!(without_possessive(name), bare, "{name}");
        }
    }
}
