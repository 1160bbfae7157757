//! A token's surroundings as an input of the network: whether it begins a sentence, whether it is in quotation
//! marks, and how its sentence is capitalised. Together one small number, an index into the table `flag`.

use crate::layout::Layout;
use crate::text::Span;

const POSITIONS: usize = 3;
const QUOTED: usize = 5;
const CASINGS: usize = 4;

/// The number of different flags.
pub const FLAGS: usize = POSITIONS * QUOTED * CASINGS;

/// One flag for each token.
pub fn flags(layout: &Layout) -> Vec<u8> {
    let quoted = quoted_states(layout);
    let mut out = vec![0; layout.tokens.len()];
    for sentence in &layout.sentences {
        let casing = casing(layout, sentence.tokens.clone());
        for i in sentence.tokens.clone() {
            let position = if i > sentence.tokens.start {
                0
            } else if i == 0 || layout.tokens[i - 1].paragraph != layout.tokens[i].paragraph {
                2
            } else {
                1
            };
            out[i] = (position + POSITIONS * (quoted[i] + QUOTED * casing)) as u8;
        }
    }
    out
}

/// 0 outside quotation marks, 1 inside, 2 inside an inner pair, 3 an opening mark, 4 a closing one.
fn quoted_states(layout: &Layout) -> Vec<usize> {
    let mut out = vec![0; layout.tokens.len()];
    for span in &layout.quoted {
        let last = span.close.unwrap_or(layout.tokens.len() - 1);
        let inside = layout.tokens[span.open..=last].iter().take_while(|token| token.span.start < span.span.end);
        let end = span.open + inside.count();
        out[span.open..end].fill(usize::from(span.depth.min(1)) + 1);
        out[span.open] = 3;
        if let Some(close) = span.close {
            out[close] = 4;
        }
    }
    out
}

/// 0 as usual, 1 all capitals, 2 a capital at the beginning of every word (a headline), 3 no capitals.
fn casing(layout: &Layout, tokens: core::ops::Range<usize>) -> usize {
    let (mut words, mut long, mut capitals, mut initial, mut cased) = (0, 0, 0, 0, 0);
    for i in tokens.clone() {
        if !layout.tokens[i].is_word() {
            continue;
        }
        let word = layout.word(i);
        let upper = word.chars().filter(|c| c.is_uppercase()).count();
        let lower = word.chars().filter(|c| c.is_lowercase()).count();
        if upper + lower < 2 {
            continue;
        }
        words += 1;
        capitals += usize::from(lower == 0);
        cased += usize::from(upper > 0);
        // Headlines do not capitalise articles and short prepositions.
        if upper + lower >= 4 {
            long += 1;
            initial += usize::from(word.starts_with(char::is_uppercase));
        }
    }
    let end = layout.tokens[tokens.end - 1].span;
    if words >= 2 && capitals * 10 >= words * 7 {
        1
    } else if long >= 3 && initial * 10 >= long * 8 && !ends_with_full_stop(layout.text, end) {
        2
    } else if words >= 4 && cased == 0 {
        3
    } else {
        0
    }
}

fn ends_with_full_stop(text: &str, last: Span) -> bool {
    last.of(text) == "."
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Position, quotation state and casing of each token.
    fn parts(text: &str) -> Vec<(usize, usize, usize)> {
        let flags = flags(&Layout::of(text)).into_iter().map(usize::from);
        flags.map(|flag| (flag % POSITIONS, flag / POSITIONS % QUOTED, flag / POSITIONS / QUOTED)).collect()
    }

    #[test]
    fn position_in_the_sentence() {
        let positions: Vec<usize> = parts("He left. She stayed.\nWe went.").iter().map(|part| part.0).collect();
        assert_eq!(positions, [2, 0, 0, 1, 0, 0, 2, 0, 0]);
    }

    #[test]
    fn quotation_marks_and_what_they_hold() {
        let quoted: Vec<usize> = parts("He “saw ‘it’ now” . “Open").iter().map(|part| part.1).collect();
        assert_eq!(quoted, [0, 3, 1, 3, 2, 4, 1, 4, 0, 3, 1]);
    }

    #[test]
    fn casing_of_the_sentence() {
        for (text, casing) in [
            ("The mayor left Paris.", 0),
            ("THE MAYOR LEFT.", 1),
            ("THE MAYOR LEFT Paris IN may.", 0),
            ("Mayor Leaves Paris in Hurry", 2),
            ("Mayor Leaves Paris in Hurry.", 0),
            ("Mayor leaves Paris in hurry", 0),
            ("the mayor left today.", 3),
            ("the mayor left.", 0),
            ("A B C D E", 0),
        ] {
            assert_eq!(parts(text)[0].2, casing, "{text}");
        }
    }

    #[test]
    fn flags_are_rows_of_the_table() {
        let text = "“HE ‘SAID’ IT.” She Went There Again\nall in small letters ‘here’.";
        assert!(flags(&Layout::of(text)).iter().all(|&flag| usize::from(flag) < FLAGS));
    }
}
