//! Words that are written with an apostrophe in place of a beginning or an end.

/// Words without their end: goin', o'.
pub fn is_clipped_at_the_end(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    (lower.len() > 3 && lower.ends_with("in"))
        || matches!(lower.as_str(), "o" | "th" | "an" | "wi" | "ol" | "lil" | "mo")
}

/// Words without their beginning ('tis), years and decades ('80s).
pub fn is_clipped_at_the_front(word: &str) -> bool {
    if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        let digits = word.trim_end_matches(['s', 'S', 'e', 'r', 'x']);
        return digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    }
    matches!(
        word.to_lowercase().as_str(),
        "tis"
            | "twas"
            | "twere"
            | "twill"
            | "twould"
            | "tisn’t"
            | "tisn't"
            | "twasn’t"
            | "twasn't"
            | "til"
            | "till"
            | "em"
            | "cause"
            | "cos"
            | "coz"
            | "bout"
            | "round"
            | "neath"
            | "nuff"
            | "nother"
            | "hood"
            | "ello"
            | "ere"
            | "bama"
            | "tude"
            | "cuz"
            | "er"
            | "im"
            | "un"
            | "burbs"
            | "gainst"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clipped_words() {
        for (word, at_the_front, at_the_end) in [
            ("tis", true, false),
            ("TISN’T", true, false),
            ("80s", true, false),
            ("80", true, false),
            ("1980s", false, false),
            ("8", false, false),
            ("go", false, false),
            ("goin", false, true),
            ("Goin", false, true),
            ("win", false, false),
            ("o", false, true),
        ] {
            assert_eq!(
                (is_clipped_at_the_front(word), is_clipped_at_the_end(word)),
                (at_the_front, at_the_end),
                "{word}"
            );
        }
    }
}
