//! Quotations that hold several paragraphs in one pair of marks: a letter, an e-mail, a sign.
//!
//! Each paragraph is paired by itself. So such a quotation shows as an opening mark without a partner and, some
//! paragraphs below, a closing one without a partner.

use super::QuotedSpan;
use super::classify::{Candidate, NEVER};
use super::partners::mismatch;
use crate::text::quotation_mark::Family;
use crate::text::sort_by_numbers;
use crate::tokens::Token;

/// How many paragraphs such a quotation holds at most.
const MOST: usize = 24;
/// A mark that costs more to read as a closing one is none.
const DEAREST: i32 = 10;

/// Closes the quotations that are left open in one paragraph and closed in a later one. `marks` are the candidates of
/// each paragraph; `quoted` is in order.
pub fn close(marks: &[Vec<Candidate>], tokens: &[Token], quoted: &mut [QuotedSpan]) {
    let mut closing: Vec<usize> = quoted.iter().filter_map(|q| q.close).collect();
    sort_by_numbers(&mut closing, |&close| (close, 0));
    for index in 0..quoted.len() {
        if let Some(close) = partner(marks, tokens, quoted, &closing, index) {
            quoted[index].close = Some(close);
            quoted[index].span.end = tokens[close].span.end;
            for inner in quoted[index + 1..].iter_mut().take_while(|inner| inner.open < close) {
                inner.depth += 1;
            }
        }
    }
}

/// The mark that closes this quotation in a later paragraph.
fn partner(
    marks: &[Vec<Candidate>],
    tokens: &[Token],
    quoted: &[QuotedSpan],
    closing: &[usize],
    index: usize,
) -> Option<usize> {
    let QuotedSpan { open, close, depth, continues, .. } = quoted[index];
    let paragraph = tokens[open].paragraph as usize;
    let is_last = quoted[index + 1..]
        .iter()
        .take_while(|next| tokens[next.open].paragraph as usize == paragraph)
        .all(|next| next.depth > 0);
    if close.is_some() || continues || depth > 0 || !is_last {
        return None;
    }
    let mark = marks[paragraph].iter().find(|mark| mark.token == open)?;
    if !matches!(mark.family, Family::Double | Family::Angle) {
        return None;
    }
    for below in marks.iter().skip(paragraph + 1).take(MOST) {
        for (at, other) in below.iter().enumerate().filter(|(_, other)| other.family == mark.family) {
            let begins = at == 0 && tokens[other.token - 1].paragraph != tokens[other.token].paragraph;
            let opened = quoted.binary_search_by_key(&other.token, |q| q.open).ok();
            // Another quotation begins.
            if (begins && other.opens()) || opened.is_some_and(|opened| quoted[opened].close.is_none()) {
                return None;
            }
            let is_free = opened.is_none() && closing.binary_search(&other.token).is_err();
            if is_free && other.close < DEAREST && other.other >= DEAREST && mismatch(mark, other) < NEVER {
                return Some(other.token);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::layout::Layout;

    fn quoted(text: &str) -> Vec<(&str, u8, bool)> {
        Layout::of(text).quoted.iter().map(|q| (q.span.of(text), q.depth, q.close.is_some())).collect()
    }

    #[test]
    fn one_pair_of_marks_holds_several_paragraphs() {
        for (text, expected) in [
            ("A sign said:\n\n“Closed.\n\nBack in June.” It hung there.", "“Closed.\n\nBack in June.”"),
            ("\"I was late.\n\nI should have called.\"", "\"I was late.\n\nI should have called.\""),
            ("“One.\n\nTwo.\n\nThree,” she wrote.", "“One.\n\nTwo.\n\nThree,”"),
            ("«Un.\n\nDeux.»", "«Un.\n\nDeux.»"),
            ("He wrote: “Thanks!\n\nOnwards! 💪”", "“Thanks!\n\nOnwards! 💪”"),
        ] {
            assert_eq!(quoted(text), [(expected, 0, true)], "{text}");
        }
        let nested = "“We sail.\n\nThey called it ‘late’ and “early”.\n\nWe row.”";
        assert_eq!(quoted(nested), [(nested, 0, true), ("‘late’", 1, true), ("“early”", 1, true)]);
    }

    #[test]
    fn a_missing_mark_swallows_no_other_quotation() {
        for (text, first) in [
            ("“We will go on.\n\n“Never,” he said.", "“We will go on."),
            ("“We will go on.\n\nHe left. “Never, he said.\n\nWe row.”", "“We will go on."),
            ("“We will go on.\n\nHe said: “Never.”\n\nThey left.", "“We will go on."),
            ("“We will go on.\n\nIt was 12\" long.", "“We will go on."),
            ("‘We will go on.\n\nThe farmers’ land.", "‘We will go on."),
        ] {
            assert_eq!(quoted(text)[0].0, first, "{text}");
        }
    }
}
