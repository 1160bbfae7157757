//! What it costs to take two marks for the two ends of one quotation.

use super::classify::{Candidate, Cost, NEVER};
use crate::text::chars::{is_apostrophe, is_dash};
use crate::text::quotation_mark::{Family, QuotationMark, Shape};
use crate::tokens::Token;

/// What it costs to close `open` with `close`, besides what the reading of each costs.
pub fn mismatch(open: &Candidate, close: &Candidate) -> Cost {
    use Shape::*;
    if open.family != close.family {
        // “no more’: a typing error, but both shapes are clear.
        let error =
            matches!((open.family, close.family), (Family::Double, Family::Single) | (Family::Single, Family::Double));
        return if error && open.shape == Left && close.shape == Right { 22 } else { NEVER };
    }
    match (open.shape, close.shape) {
        (Left, Right)
        | (Straight, Straight)
        | (Back, Straight)
        | (AngleLeft, AngleRight)
        | (AngleRight, AngleLeft)
        | (Low, Right) => 0,
        // „…“: the raised mark has paid for being read as a closing one.
        (Low, Left) => -30,
        (Right, Right) => 3,
        (AngleRight, AngleRight) => 8,
        (Back, Right) | (Left, Straight) | (Straight, Right) | (Low, Straight) => 4,
        (Right, Straight) => 6,
        _ => 20,
    }
}

/// Whether there is no punctuation before the closing mark. In a quotation that holds the end of a sentence
/// this is suspicious: the closing mark may be an apostrophe.
pub fn ends_without_punctuation(text: &str, tokens: &[Token], close: usize) -> bool {
    let is_punctuation = |c: char| {
        c.is_ascii_punctuation() || c == '…' || is_dash(c) || is_apostrophe(c) || QuotationMark::of_char(c).is_some()
    };
    !tokens[close - 1].text(text).ends_with(is_punctuation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::paragraphs, tokens::tokenize};

    fn candidate(mark: &str) -> Candidate {
        let QuotationMark { family, shape } = QuotationMark::of(mark).expect("a quotation mark");
        Candidate { token: 0, family, shape, open: 0, close: 0, other: 0 }
    }

    #[test]
    fn partners_of_one_style_cost_least() {
        for (best, worse) in [("“ ”", "“ \""), ("‘ ’", "” ”"), ("„ “", "„ ”"), ("`` ''", "`` ”"), ("« »", "» »")]
        {
            let cost = |pair: &str| {
                let (open, close) = pair.split_once(' ').expect("two marks");
                mismatch(&candidate(open), &candidate(close))
            };
            assert!(cost(best) < cost(worse), "{best} {worse}");
        }
    }

    #[test]
    fn families_mix_only_by_a_clear_typing_error() {
        assert!(mismatch(&candidate("“"), &candidate("’")) < NEVER);
        for (open, close) in [("\"", "'"), ("“", "»"), ("«", "›"), ("“", "'")] {
            assert_eq!(mismatch(&candidate(open), &candidate(close)), NEVER, "{open} {close}");
        }
    }

    #[test]
    fn punctuation_before_the_closing_mark() {
        for (text, bare) in
            [("yes ”", true), ("yes. ”", false), ("yes… ”", false), ("yes — ”", false), ("‘yes’ ”", false)]
        {
            let tokens = tokenize(text, &paragraphs(text));
            assert_eq!(ends_without_punctuation(text, &tokens, tokens.len() - 1), bare, "{text}");
        }
    }
}
