//! From label probabilities to spans: the most probable sequence of labels that BIOES allows (Viterbi).
//!
//! After *begin* and *inside* of a type, only *inside* or *end* of the same type may follow; after anything else,
//! *outside* or the *begin* or *single* of any type. So for each token the search keeps only the best sequence that
//! ends with no span open and, for each type, the best one with a span of that type open. Its cost grows with the
//! number of labels and not with the square of it.

use super::EntityType;
use crate::tagger::BioesTag::{self, Begin, End, Inside, Single};
use crate::tagger::LABELS;
use core::ops::Range;

const KINDS: usize = EntityType::ALL.len();
const _: () = assert!(LABELS == 1 + 4 * KINDS);

/// The index of a label of a type: *begin*, *inside*, *end* or *single*.
const fn label(kind: usize, tag: BioesTag) -> usize {
    4 * kind + tag as usize
}

/// A span of tokens with its type and the logarithm of its labels' joint probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub tokens: Range<usize>,
    pub kind: EntityType,
    pub log_probability: f32,
}

/// Where the best sequences up to a token come from.
#[derive(Clone, Copy, Default)]
struct Step {
    /// The token ends a span of this type (its index plus 1), with *single* or *end*; 0 for *outside*.
    closed: u8,
    /// The span that it ends began earlier.
    ended: bool,
    /// One bit for each type: its open span began before this token.
    inside: u32,
}

/// The spans in a run of tokens, of which `first` is the index of the first. No span reaches over an end of the run.
/// `steps` is memory that the calls share.
pub fn decode(scores: &[[f32; LABELS]], first: usize, steps: &mut Steps, out: &mut Vec<Found>) {
    const NEVER: f32 = f32::NEG_INFINITY;
    let steps = &mut steps.0;
    steps.clear();
    // Scores are relative to the best sequence with no span open. So they stay small and exact, however long the
    // run is.
    let mut open = [NEVER; KINDS];
    for s in scores {
        let mut step = Step::default();
        let mut best = s[0];
        let mut next = [NEVER; KINDS];
        for kind in 0..KINDS {
            let [begin, inside, end, single] = [Begin, Inside, End, Single].map(|tag| s[label(kind, tag)]);
            for (score, ended) in [(single, false), (open[kind] + end, true)] {
                if score > best {
                    best = score;
                    (step.closed, step.ended) = (kind as u8 + 1, ended);
                }
            }
            let going_on = open[kind] + inside;
            next[kind] = if going_on > begin { going_on } else { begin };
            step.inside |= u32::from(going_on > begin) << kind;
        }
        steps.push(step);
        open = next.map(|score| score - best);
    }
    let found = out.len();
    let mut t = steps.len();
    while t > 0 {
        let end = t;
        t -= 1;
        let Some(kind) = usize::from(steps[t].closed).checked_sub(1) else {
            continue;
        };
        if steps[t].ended {
            t -= 1;
            while steps[t].inside >> kind & 1 == 1 {
                t -= 1;
            }
        }
        let log_probability = joint(&scores[t..end], kind);
        out.push(Found { tokens: first + t..first + end, kind: EntityType::ALL[kind], log_probability });
    }
    out[found..].reverse();
}

/// The joint log-probability of the labels of a span that covers these tokens.
pub fn joint(scores: &[[f32; LABELS]], kind: usize) -> f32 {
    let last = scores.len() - 1;
    let tag = |i: usize| match i {
        0 if last == 0 => Single,
        0 => Begin,
        _ if i == last => End,
        _ => Inside,
    };
    scores.iter().enumerate().map(|(i, s)| s[label(kind, tag(i))]).sum()
}

/// Memory for the search.
#[derive(Default)]
pub struct Steps(Vec<Step>);

#[cfg(test)]
mod tests {
    use super::*;

    /// The label's type and tag (0 begin, 1 inside, 2 end, 3 single); `None` for outside.
    fn parts(label: usize) -> Option<(usize, usize)> {
        label.checked_sub(1).map(|l| (l / 4, l % 4))
    }

    fn follows(before: usize, label: usize) -> bool {
        match (parts(before), parts(label)) {
            (Some((kind, 0 | 1)), Some((same, place))) => kind == same && matches!(place, 1 | 2),
            (Some((_, 0 | 1)), None) => false,
            (_, to) => to.is_none_or(|(_, place)| matches!(place, 0 | 3)),
        }
    }

    /// The textbook search, over all pairs of labels.
    fn by_the_book(scores: &[[f32; LABELS]]) -> Vec<usize> {
        let mut best: Vec<(f64, Vec<usize>)> = vec![(0.0, vec![0])];
        for s in scores {
            best = (0..LABELS)
                .filter_map(|label| {
                    let from = best.iter().filter(|(_, path)| follows(path[path.len() - 1], label));
                    let (score, path) = from.max_by(|a, b| a.0.total_cmp(&b.0))?;
                    Some((score + f64::from(s[label]), [&path[..], &[label]].concat()))
                })
                .collect();
        }
        let ends = best.into_iter().filter(|(_, path)| follows(path[path.len() - 1], 0));
        ends.max_by(|a, b| a.0.total_cmp(&b.0)).expect("a path").1[1..].to_vec()
    }

    fn spans(path: &[usize]) -> Vec<(Range<usize>, EntityType)> {
        let mut start = 0;
        let mut out = Vec::new();
        for (t, &label) in path.iter().enumerate() {
            if let Some((kind, place)) = parts(label) {
                start = if place == 0 || place == 3 { t } else { start };
                if place >= 2 {
                    out.push((start..t + 1, EntityType::ALL[kind]));
                }
            }
        }
        out
    }

    #[test]
    fn finds_what_the_textbook_search_finds() {
        let mut state = 1u64;
        for length in [1, 2, 3, 5, 9, 14] {
            let scores: Vec<[f32; LABELS]> = (0..length)
                .map(|_| {
                    let mut s = [0.0; LABELS];
                    for x in &mut s[..13] {
                        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99);
                        *x = (state >> 40) as f32 / (1 << 24) as f32 * 6.0;
                    }
                    s
                })
                .collect();
            let mut found = Vec::new();
            decode(&scores, 100, &mut Steps::default(), &mut found);
            let expected: Vec<_> =
                spans(&by_the_book(&scores)).into_iter().map(|(r, kind)| (r.start + 100..r.end + 100, kind)).collect();
            assert!(!expected.is_empty() || length < 3);
            assert_eq!(found.into_iter().map(|f| (f.tokens, f.kind)).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_span_never_reaches_over_the_end() {
        let mut s = [-9.0; LABELS];
        s[label(2, Begin)] = 0.0;
        let mut found = Vec::new();
        decode(&[s, s], 0, &mut Steps::default(), &mut found);
        assert_eq!(found.iter().filter(|f| f.tokens.end > 2).count(), 0);
        decode(&[], 0, &mut Steps::default(), &mut found);
    }
}
