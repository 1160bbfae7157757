//! What the model is told of a token's place: where in its sentence, inside or outside quotation
//! marks, and how the sentence is cased. One small number a token, an index into the `flag` table.

use crate::layout::Layout;
use crate::text::Span;

const POSITIONS: usize = 3;
const QUOTED: usize = 5;
const CASINGS: usize = 4;

/// How many different flags there are.
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
    for stretch in &layout.quoted {
        let last = stretch.close.unwrap_or(layout.tokens.len() - 1);
        for i in stretch.open..=last {
            if layout.tokens[i].span.start >= stretch.span.end {
                break;
            }
            out[i] = usize::from(stretch.depth.min(1)) + 1;
        }
        out[stretch.open] = 3;
        if let Some(close) = stretch.close {
            out[close] = 4;
        }
    }
    out
}

/// 0 as usual, 1 capitals, 2 every word begun with a capital (a headline), 3 no capital at all.
fn casing(layout: &Layout, tokens: core::ops::Range<usize>) -> usize {
    let (mut words, mut long, mut capitals, mut begun, mut cased) = (0, 0, 0, 0, 0);
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
        // Articles and short prepositions stay small in headlines.
        if upper + lower >= 4 {
            long += 1;
            begun += usize::from(word.starts_with(char::is_uppercase));
        }
    }
    let end = layout.tokens[tokens.end - 1].span;
    if words >= 2 && capitals * 10 >= words * 7 {
        1
    } else if long >= 3 && begun * 10 >= long * 8 && !ends_with_point(layout.text, end) {
        2
    } else if words >= 4 && cased == 0 {
        3
    } else {
        0
    }
}

fn ends_with_point(text: &str, last: Span) -> bool {
    last.of(text) == "."
}
