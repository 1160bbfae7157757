use crate::text::chars::{is_apostrophe, is_dash, is_space};
use crate::tokens::{Token, TokenKind};
use core::ops::Range;

/// What a reading costs; more than [`NEVER`] is not taken at all.
pub type Cost = i32;
pub const NEVER: Cost = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Double,
    Single,
    Angle,
    SingleAngle,
}

/// The shape of a mark, as far as pairing asks for it.
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

/// One token that may be a quotation mark, with the price of each reading by its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub token: usize,
    pub family: Family,
    pub shape: Shape,
    /// As an opening mark.
    pub open: Cost,
    /// As a closing mark, its partner not considered.
    pub close: Cost,
    /// As no quotation mark at all: an apostrophe, a foot or inch, a bullet, a slip.
    pub plain: Cost,
}

impl Mark {
    pub fn opens(&self) -> bool {
        self.open < self.plain && self.open <= self.close
    }
}

/// The marks among these tokens.
pub fn marks(text: &str, tokens: &[Token], range: Range<usize>) -> Vec<Mark> {
    let mut out: Vec<Mark> = range.filter_map(|i| mark(text, tokens, i)).collect();
    // Three straight single marks after a word are a single mark and a double one of two, in that
    // order; the tokens have them the other way round.
    for k in 1..out.len() {
        let (a, b) = (tokens[out[k - 1].token], tokens[out[k].token]);
        if a.text(text) == "''" && b.text(text) == "'" && !a.spaced && !b.spaced {
            (out[k - 1].family, out[k].family) = (Family::Single, Family::Double);
        }
    }
    out
}

fn mark(text: &str, tokens: &[Token], token: usize) -> Option<Mark> {
    let t = tokens[token];
    if t.kind != TokenKind::Punctuation {
        return None;
    }
    let (family, shape) = shape(t.text(text))?;
    let around = Around::of(text, tokens, token);
    let mut mark = Mark { token, family, shape, open: around.opening(), close: around.closing(), plain: 30 };
    match shape {
        Shape::Left => mark.close += 30,
        Shape::Right => mark.open += if family == Family::Double { 15 } else { 30 },
        Shape::Low | Shape::Back => mark.close = NEVER,
        // French sets a space inside its guillemets.
        Shape::AngleLeft => {
            (mark.open, mark.close) = (if around.floats() { 0 } else { mark.open.min(15) }, mark.close + 6)
        }
        Shape::AngleRight => {
            (mark.close, mark.open) =
                (if around.floats() && !around.before.is_empty() { 0 } else { mark.close.min(15) }, mark.open + 6)
        }
        Shape::Straight => {}
    }
    match family {
        Family::Single => single(&mut mark, &around),
        // A bullet, or a step in a path: Home › News.
        Family::Angle | Family::SingleAngle if around.floats() && shape == Shape::AngleRight => mark.plain = 2,
        // 12" and 6'2".
        Family::Double if shape == Shape::Straight && around.left.is_some_and(|c| c.is_ascii_digit()) => mark.plain = 3,
        _ => {}
    }
    Some(mark)
}

fn shape(mark: &str) -> Option<(Family, Shape)> {
    Some(match mark {
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
    })
}

/// What stands around a mark, inside its paragraph.
struct Around<'t> {
    /// The characters that touch it; `None` for white space and the paragraph's ends.
    left: Option<char>,
    right: Option<char>,
    /// The tokens beside it, touching or not; empty at the paragraph's ends.
    before: &'t str,
    after: &'t str,
}

impl<'t> Around<'t> {
    fn of(text: &'t str, tokens: &[Token], i: usize) -> Around<'t> {
        let t = tokens[i];
        let beside = |k: Option<&Token>| k.filter(|k| k.paragraph == t.paragraph).map_or("", |k| k.text(text));
        let touching = |c: Option<char>| c.filter(|&c| !is_space(c) && !c.is_control());
        Around {
            left: touching(text[..t.span.start].chars().next_back()),
            right: touching(text[t.span.end..].chars().next()),
            before: beside(i.checked_sub(1).map(|k| &tokens[k])),
            after: beside(tokens.get(i + 1)),
        }
    }

    /// Space on both sides, or at the paragraph's beginning with space after it.
    fn floats(&self) -> bool {
        self.left.is_none() && self.right.is_none()
    }

    fn opening(&self) -> Cost {
        let left = match self.left {
            None => 0,
            Some(c) if matches!(c, '(' | '[' | '{' | '/' | '-' | '¿' | '¡') || is_dash(c) || is_mark(c) => 0,
            Some(':' | ',' | ';' | '…') => 15,
            Some('=' | '.' | '!' | '?' | '>') => 25,
            Some(_) => 40,
        };
        let right = match self.right {
            None if self.after.is_empty() => 40,
            None => 15,
            Some(c) if matches!(c, ',' | ';' | ':' | ')' | ']' | '?' | '!') => 25,
            Some(_) => 0,
        };
        left + right
    }

    fn closing(&self) -> Cost {
        let left = match self.left {
            None if self.before.is_empty() => 60,
            // An inner and an outer closing mark are often set apart: ’ ”
            None if self.before.chars().all(|c| is_mark(c) || matches!(c, '.' | ',' | '!' | '?' | '…')) => 3,
            None => 20,
            Some('(' | '[') => 30,
            Some(c) if is_dash(c) => 3,
            Some(_) => 0,
        };
        let right = match self.right {
            Some(c) if c.is_alphanumeric() => 20,
            Some('(' | '[' | '$' | '#' | '@') => 15,
            _ => 0,
        };
        left + right
    }
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '\''
            | '‚'
            | '‛'
            | '`'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '´'
            | '＂'
    )
}

/// Single marks share their shapes with the apostrophe.
fn single(mark: &mut Mark, around: &Around) {
    let left = around.left.filter(|c| c.is_alphanumeric());
    let right = around.right.filter(|c| c.is_alphanumeric());
    match (left, right) {
        // A foot or a minute: 6'2", 5' 10".
        (Some(c), _) if c.is_ascii_digit() => mark.plain = 3,
        (Some(_), Some(_)) => mark.plain = 0,
        // rock 'n' roll
        (Some('n' | 'N'), None) if around.before.len() == 1 => (mark.plain, mark.close) = (0, mark.close + 10),
        // The possessive of a plural has its noun after it.
        (Some('s' | 'S' | 'z' | 'x'), None) => {
            let noun = around.right.is_none() && around.after.starts_with(char::is_alphanumeric);
            (mark.plain, mark.close) = if noun { (4, mark.close + 5) } else { (15, mark.close + 1) };
        }
        // goin', o'
        (Some(_), None) if is_clipped(around.before) => mark.plain = 10,
        (None, Some(_)) => {
            if around.after.eq_ignore_ascii_case("n") {
                (mark.plain, mark.open) = (0, mark.open + 20);
            } else if is_clipped_front(around.after) {
                (mark.plain, mark.open) = (1, mark.open + 8);
            } else {
                mark.plain = if mark.shape == Shape::Left { 30 } else { 25 };
            }
        }
        _ => {}
    }
}

fn is_clipped(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    (lower.len() > 3 && lower.ends_with("in"))
        || matches!(lower.as_str(), "o" | "th" | "an" | "wi" | "ol" | "lil" | "mo")
}

/// Words that lost their beginning, years and decades.
fn is_clipped_front(word: &str) -> bool {
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

/// What closing `open` by `close` costs beyond the reading of each; the partners' shapes may differ.
pub fn mismatch(open: &Mark, close: &Mark) -> Cost {
    use Shape::*;
    if open.family != close.family {
        // “no more’: a slip, but both shapes are clear.
        let slip =
            matches!((open.family, close.family), (Family::Double, Family::Single) | (Family::Single, Family::Double));
        return if slip && open.shape == Left && close.shape == Right { 22 } else { NEVER };
    }
    match (open.shape, close.shape) {
        (Left, Right)
        | (Straight, Straight)
        | (Back, Straight)
        | (AngleLeft, AngleRight)
        | (AngleRight, AngleLeft)
        | (Low, Right) => 0,
        // „…“: the raised mark was priced as an opening one.
        (Low, Left) => -30,
        (Right, Right) => 3,
        (AngleRight, AngleRight) => 8,
        (Back, Right) | (Left, Straight) | (Straight, Right) | (Low, Straight) => 4,
        (Right, Straight) => 6,
        _ => 20,
    }
}

/// Whether a closed stretch that ends without a point before its mark speaks against itself: it has
/// the end of a sentence inside, as happens when an apostrophe is taken for the closing mark.
pub fn ends_bare(text: &str, tokens: &[Token], close: usize) -> bool {
    !tokens[close - 1]
        .text(text)
        .ends_with(|c: char| c.is_ascii_punctuation() || c == '…' || is_dash(c) || is_mark(c) || is_apostrophe(c))
}
