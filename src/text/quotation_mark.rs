//! Which characters are quotation marks, and what each of them can be. Every stage asks this table.

/// A token that is written as a quotation mark. Whether it is one here is decided by what surrounds it: a
/// straight single mark may be an apostrophe, a guillemet a bullet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationMark {
    pub family: Family,
    pub shape: Shape,
}

/// Marks of one family belong together as a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Double,
    Single,
    Angle,
    SingleAngle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// “ ‘
    Left,
    /// ” ’
    Right,
    /// " ' and ''
    Straight,
    /// „ ‚
    Low,
    /// `` and `
    Back,
    /// « ‹
    AngleLeft,
    /// » ›
    AngleRight,
}

impl QuotationMark {
    /// The mark that a token is, if it is one.
    pub fn of(token: &str) -> Option<QuotationMark> {
        let (family, shape) = match token {
            "“" | "‟" => (Family::Double, Shape::Left),
            "”" => (Family::Double, Shape::Right),
            "\"" | "''" | "＂" => (Family::Double, Shape::Straight),
            "„" => (Family::Double, Shape::Low),
            "``" => (Family::Double, Shape::Back),
            "‘" | "‛" => (Family::Single, Shape::Left),
            "’" | "´" => (Family::Single, Shape::Right),
            "'" => (Family::Single, Shape::Straight),
            "‚" => (Family::Single, Shape::Low),
            "`" => (Family::Single, Shape::Back),
            "«" => (Family::Angle, Shape::AngleLeft),
            "»" => (Family::Angle, Shape::AngleRight),
            "‹" => (Family::SingleAngle, Shape::AngleLeft),
            "›" => (Family::SingleAngle, Shape::AngleRight),
            _ => return None,
        };
        Some(QuotationMark { family, shape })
    }

    /// The mark that a single character is, if it is one.
    pub fn of_char(c: char) -> Option<QuotationMark> {
        QuotationMark::of(c.encode_utf8(&mut [0; 4]))
    }

    /// Whether it is a double mark in English.
    pub fn is_english_double(token: &str) -> bool {
        is_english_mark(token) && QuotationMark::of(token).is_some_and(|mark| mark.family == Family::Double)
    }

    /// Whether English text opens quotations with it.
    pub fn can_open(self) -> bool {
        !matches!(self.shape, Shape::Right | Shape::AngleRight)
    }

    /// Whether English text closes quotations with it.
    pub fn can_close(self) -> bool {
        matches!(self.shape, Shape::Right | Shape::Straight | Shape::AngleRight)
    }
}

/// Whether a token is one of the marks in which English is typeset or typed, and not one of another language, of a
/// typewriter or of a scanning error.
pub fn is_english_mark(token: &str) -> bool {
    matches!(token, "“" | "”" | "\"" | "‘" | "’" | "'")
}

/// Whether a token is written as a quotation mark.
pub fn is_quotation_mark(token: &str) -> bool {
    QuotationMark::of(token).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_has_a_family_and_sides() {
        use Family::*;
        for (marks, family, opens, closes) in [
            ("“ ‟ „ ``", Double, true, false),
            ("”", Double, false, true),
            ("\" '' ＂", Double, true, true),
            ("‘ ‛ ‚ `", Single, true, false),
            ("’ ´", Single, false, true),
            ("'", Single, true, true),
            ("«", Angle, true, false),
            ("»", Angle, false, true),
            ("‹", SingleAngle, true, false),
            ("›", SingleAngle, false, true),
        ] {
            for token in marks.split(' ') {
                let mark = QuotationMark::of(token).unwrap_or_else(|| panic!("{token}"));
                assert_eq!((mark.family, mark.can_open(), mark.can_close()), (family, opens, closes), "{token}");
            }
        }
    }

    #[test]
    fn english_marks_are_quotation_marks() {
        for (token, english) in [("“", true), ("'", true), ("„", false), ("''", false), ("‟", false), ("»", false)]
        {
            assert!(is_quotation_mark(token) && is_english_mark(token) == english, "{token}");
        }
        assert!(!is_english_mark(","));
    }

    #[test]
    fn other_tokens_are_not_quotation_marks() {
        for token in ["", ",", "“a”", "'s", "ʼ", "***", "'''"] {
            assert!(!is_quotation_mark(token), "{token}");
        }
        assert!(QuotationMark::of_char('n').is_none());
    }
}
