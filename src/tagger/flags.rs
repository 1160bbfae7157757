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
