//! What each reading of a mark costs, judged by the characters around it.

use super::clipped::{is_clipped_at_the_end, is_clipped_at_the_front};
use crate::text::chars::{is_dash, is_space};
use crate::text::quotation_mark::{Family, QuotationMark, Shape};
use crate::tokens::{Token, TokenKind};
use core::ops::Range;

/// What a reading costs. The units are arbitrary; only comparisons matter.
pub type Cost = i32;

/// A reading that costs this much or more is impossible.
pub const NEVER: Cost = 1000;

/// A token that may be a quotation mark, with the cost of each reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub token: usize,
    pub family: Family,
    pub shape: Shape,
    /// As an opening mark.
    pub open: Cost,
    /// As a closing mark, whatever opened the quotation.
    pub close: Cost,
    /// As something else: an apostrophe, a foot or inch sign, a bullet, a typing error.
    pub other: Cost,
}

impl Candidate {
    /// Whether opening a quotation is the cheapest reading.
    pub fn opens(&self) -> bool {
        self.open < self.other && self.open <= self.close
    }
}

/// The candidates among these tokens.
pub fn candidates(text: &str, tokens: &[Token], range: Range<usize>) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = range.filter_map(|i| candidate(text, tokens, i)).collect();
    // The tokenizer reads ''' as '' and '. After a word it is the other way round: the inner quotation closes
    // before the outer one.
    for k in 1..out.len() {
        let (a, b) = (tokens[out[k - 1].token], tokens[out[k].token]);
        if a.text(text) == "''" && b.text(text) == "'" && !a.spaced && !b.spaced {
            (out[k - 1].family, out[k].family) = (Family::Single, Family::Double);
        }
    }
    out
}

fn candidate(text: &str, tokens: &[Token], token: usize) -> Option<Candidate> {
    let t = tokens[token];
    if t.kind != TokenKind::Punctuation {
        return None;
    }
    let QuotationMark { family, shape } = QuotationMark::of(t.text(text))?;
    let context = Context::of(text, tokens, token);
    let (open, close) = (context.opening_cost(), context.closing_cost());
    let mut mark = Candidate { token, family, shape, open, close, other: 30 };
    match shape {
        Shape::Left => mark.close += 30,
        Shape::Right => mark.open += if family == Family::Double { 15 } else { 30 },
        Shape::Low | Shape::Back => mark.close = NEVER,
        // French puts a space inside its guillemets.
        Shape::AngleLeft => {
            (mark.open, mark.close) = (if context.is_spaced_on_both_sides() { 0 } else { open.min(15) }, close + 6);
        }
        Shape::AngleRight => {
            let closes = context.is_spaced_on_both_sides() && !context.before.is_empty();
            (mark.close, mark.open) = (if closes { 0 } else { close.min(15) }, open + 6);
        }
        Shape::Straight => {}
    }
    match family {
        Family::Single => tell_from_apostrophe(&mut mark, &context),
        // A bullet, or a step in a path: Home › News.
        Family::Angle | Family::SingleAngle if context.is_spaced_on_both_sides() && shape == Shape::AngleRight => {
            mark.other = 2;
        }
        // 12" and 6'2".
        Family::Double if shape == Shape::Straight && context.left.is_some_and(|c| c.is_ascii_digit()) => {
            mark.other = 3;
        }
        _ => {}
    }
    Some(mark)
}

/// What stands around a mark, inside its paragraph.
struct Context<'t> {
    /// The characters that touch it; `None` for white space and at the ends of the paragraph.
    left: Option<char>,
    right: Option<char>,
    /// The tokens beside it, touching or not; empty at the ends of the paragraph.
    before: &'t str,
    after: &'t str,
}

impl<'t> Context<'t> {
    fn of(text: &'t str, tokens: &[Token], i: usize) -> Context<'t> {
        let t = tokens[i];
        let beside = |k: Option<&Token>| k.filter(|k| k.paragraph == t.paragraph).map_or("", |k| k.text(text));
        let touching = |c: Option<char>| c.filter(|&c| !is_space(c) && !c.is_control());
        Context {
            left: touching(text[..t.span.start].chars().next_back()),
            right: touching(text[t.span.end..].chars().next()),
            before: beside(i.checked_sub(1).map(|k| &tokens[k])),
            after: beside(tokens.get(i + 1)),
        }
    }

    /// The ends of a paragraph count as space.
    fn is_spaced_on_both_sides(&self) -> bool {
        self.left.is_none() && self.right.is_none()
    }

    fn opening_cost(&self) -> Cost {
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
            Some(',' | ';' | ':' | ')' | ']' | '?' | '!') => 25,
            Some(_) => 0,
        };
        left + right
    }

    fn closing_cost(&self) -> Cost {
        let left = match self.left {
            None if self.before.is_empty() => 60,
            // An inner and an outer closing mark often have a space between them: ’ ”
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
    QuotationMark::of_char(c).is_some()
}

/// Single marks have the same shapes as the apostrophe.
fn tell_from_apostrophe(mark: &mut Candidate, context: &Context) {
    let left = context.left.filter(|c| c.is_alphanumeric());
    let right = context.right.filter(|c| c.is_alphanumeric());
    match (left, right) {
        // A foot or a minute: 6'2", 5' 10".
        (Some(c), _) if c.is_ascii_digit() => mark.other = 3,
        (Some(_), Some(_)) => mark.other = 0,
        // rock 'n' roll
        (Some('n' | 'N'), None) if context.before.len() == 1 => (mark.other, mark.close) = (0, mark.close + 10),
        // A plural's possessive is followed by a noun: "the farmers' land".
        (Some('s' | 'S' | 'z' | 'x'), None) => {
            let noun = context.right.is_none() && context.after.starts_with(char::is_alphanumeric);
            (mark.other, mark.close) = if noun { (4, mark.close + 5) } else { (15, mark.close + 1) };
        }
        // goin', o'
        (Some(_), None) if is_clipped_at_the_end(context.before) => mark.other = 10,
        (None, Some(_)) => {
            if context.after.eq_ignore_ascii_case("n") {
                (mark.other, mark.open) = (0, mark.open + 20);
            } else if is_clipped_at_the_front(context.after) {
                (mark.other, mark.open) = (1, mark.open + 8);
            } else {
                mark.other = if mark.shape == Shape::Left { 30 } else { 25 };
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::paragraphs, tokens::tokenize};

    #[derive(Debug, PartialEq)]
    enum Reading {
        Open,
        Close,
        Other,
    }

    /// How each candidate reads where no quotation is open: it opens one, or it is something else at a low cost,
    /// or it is a closing mark whose partner is missing.
    fn readings(text: &str) -> Vec<Reading> {
        let tokens = tokenize(text, &paragraphs(text));
        let reading = |mark: Candidate| {
            if mark.opens() {
                Reading::Open
            } else if mark.other <= 10 {
                Reading::Other
            } else {
                Reading::Close
            }
        };
        candidates(text, &tokens, 0..tokens.len()).into_iter().map(reading).collect()
    }

    #[test]
    fn surroundings_decide_how_a_mark_reads() {
        use Reading::*;
        for (text, expected) in [
            ("He said \"yes\" twice.", vec![Open, Close]),
            ("(\"yes\")", vec![Open, Close]),
            ("word—\"yes\"—word", vec![Open, Close]),
            ("She: “yes” ’ ”", vec![Open, Close, Close, Close]),
            ("a 12\" record", vec![Other]),
            ("6'2\" tall", vec![Other, Other]),
            ("«Oui»", vec![Open, Close]),
            ("Home › News", vec![Other]),
            ("rock 'n' roll", vec![Other, Other]),
            ("the farmers' land", vec![Other]),
            ("the farmers'.", vec![Close]),
            ("goin' home", vec![Other]),
            ("the '80s", vec![Other]),
            ("'80 people fled,'", vec![Other, Close]),
            ("'tis", vec![Other]),
            ("'Go home'", vec![Open, Close]),
        ] {
            assert_eq!(readings(text), expected, "{text}");
        }
    }

    #[test]
    fn three_straight_marks_close_the_inner_quotation_first() {
        let text = "''A 'b.'''";
        let tokens = tokenize(text, &paragraphs(text));
        let families: Vec<Family> = candidates(text, &tokens, 0..tokens.len()).iter().map(|m| m.family).collect();
        assert_eq!(families, [Family::Double, Family::Single, Family::Single, Family::Double]);
    }

    #[test]
    fn only_punctuation_is_a_candidate() {
        assert!(readings("Keller's don't they’ll").is_empty());
    }
}
