//! From role probabilities to spans of tokens: for each role the most probable sequence of places
//! that BIOES allows.

use crate::layout::Layout;
use crate::tagger::{Place, Role, Tagging};
use core::ops::Range;

/// A span that the tagger gives a role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleSpan {
    pub tokens: Range<usize>,
    /// The mean probability of its tokens to have the role.
    pub p: f32,
}

/// The spans of one role in order, none over a paragraph's end. `outside` weighs the probability of
/// having no role: below 1 more is found.
pub fn spans(layout: &Layout, tagging: &Tagging, role: Role, outside: f32) -> Vec<RoleSpan> {
    let mut out = Vec::new();
    if tagging.roles.len() != layout.tokens.len() {
        return out;
    }
    let mut first = 0;
    for paragraph in layout.tokens.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let range = first..first + paragraph.len();
        first = range.end;
        decode(&tagging.roles[range.clone()], role, outside, range.start, &mut out);
    }
    out
}

/// How the best sequence up to a token came about, for the two states "no span open" and "open".
#[derive(Clone, Copy, Default)]
struct Step {
    /// With no span open after it, the token is …
    closed: Closed,
    /// With a span open after it, the span began earlier.
    inside: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Closed {
    #[default]
    Outside,
    Single,
    End,
}

fn decode(roles: &[[[f32; 5]; 3]], role: Role, outside: f32, first: usize, out: &mut Vec<RoleSpan>) {
    let mut steps = Vec::with_capacity(roles.len());
    let (mut closed, mut open) = (1.0f32, 0.0f32);
    for token in roles {
        let p = token[role as usize].map(|p| p + 1e-9);
        let at = |place: Place| p[place as usize];
        let mut step = Step::default();
        let mut best = closed * at(Place::Outside) * outside;
        for (score, how) in [(closed * at(Place::Single), Closed::Single), (open * at(Place::End), Closed::End)] {
            if score > best {
                (best, step.closed) = (score, how);
            }
        }
        let (fresh, going_on) = (closed * at(Place::Begin), open * at(Place::Inside));
        step.inside = going_on > fresh;
        let next_open = if step.inside { going_on } else { fresh };
        steps.push(step);
        // Only the ratio of the two matters; together they would run out of the float's range.
        let sum = best + next_open;
        (closed, open) = (best / sum, next_open / sum);
    }
    let found = out.len();
    let mut t = steps.len();
    while t > 0 {
        let end = t;
        t -= 1;
        match steps[t].closed {
            Closed::Outside => continue,
            Closed::Single => {}
            Closed::End => {
                t -= 1;
                while steps[t].inside {
                    t -= 1;
                }
            }
        }
        let sum: f32 = roles[t..end].iter().map(|p| 1.0 - p[role as usize][Place::Outside as usize]).sum();
        out.push(RoleSpan { tokens: first + t..first + end, p: sum / (end - t) as f32 });
    }
    out[found..].reverse();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(places: &[[f32; 5]]) -> Vec<Range<usize>> {
        let roles: Vec<[[f32; 5]; 3]> = places.iter().map(|&p| [p; 3]).collect();
        let mut out = Vec::new();
        decode(&roles, Role::Cue, 1.0, 10, &mut out);
        out.into_iter().map(|s| s.tokens).collect()
    }

    #[test]
    fn only_whole_spans_come_out() {
        let (o, b, i, e, s) = ([0.9, 0.1, 0.0, 0.0, 0.0], [0.2, 0.8, 0.0, 0.0, 0.0], [0.1, 0.1, 0.8, 0.0, 0.0], [0.3, 0.0, 0.0, 0.7, 0.0], [0.3, 0.0, 0.0, 0.0, 0.7]);
        assert_eq!(decoded(&[o, b, i, e, s, o]), [11..14, 14..15]);
        // A beginning without an end, and an end without a beginning, are nothing.
        assert!(decoded(&[o, b, o]).is_empty());
        assert!(decoded(&[e, o]).is_empty());
        assert!(decoded(&[]).is_empty());
    }

    #[test]
    fn long_texts_do_not_underflow() {
        let quiet = [0.2; 5];
        let mut places = vec![quiet; 5000];
        places.push([0.0, 0.0, 0.0, 0.0, 1.0]);
        assert_eq!(decoded(&places).last(), Some(&(5010..5011)));
    }
}
