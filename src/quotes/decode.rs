//! From role probabilities to spans: the most probable legal sequence of roles and BIOES tags (Viterbi).

use crate::layout::Layout;
use crate::tagger::{BioesTag, Role, Tagging};
use core::ops::Range;

/// A span that the tagger gives a role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleSpan {
    pub tokens: Range<usize>,
    /// The mean probability of its tokens to have the role.
    pub p: f32,
}

/// The spans of each role, in order. None reaches over the end of a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Roles {
    pub speakers: Vec<RoleSpan>,
    pub cues: Vec<RoleSpan>,
    pub contents: Vec<RoleSpan>,
}

/// By which factor a span of each role is favoured. The spans are only candidates: the linker can leave one out, but
/// cannot add one that is missing.
const BIAS: [f32; ROLES] = [8.0, 4.0, 2.0];
const ROLES: usize = 3;

/// Decodes all roles together. A token has one role at most, so content ends where a cue inside it begins.
pub fn roles(layout: &Layout, tagging: &Tagging) -> Roles {
    let mut out = Roles::default();
    if tagging.roles.len() != layout.tokens.len() {
        return out;
    }
    let mut first = 0;
    for paragraph in layout.tokens.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let range = first..first + paragraph.len();
        first = range.end;
        decode(&tagging.roles[range.clone()], range.start, &mut out);
    }
    out
}

/// The mean probability of these tokens to have a role; 0 without a tagger.
pub fn probability(tagging: &Tagging, tokens: &Range<usize>, role: Role) -> f32 {
    tagging.roles.get(tokens.clone()).map_or(0.0, |tokens| mean(tokens, role as usize))
}

fn mean(tokens: &[[[f32; 5]; ROLES]], role: usize) -> f32 {
    let sum: f32 = tokens.iter().map(|p| 1.0 - p[role][BioesTag::Outside as usize]).sum();
    sum / tokens.len().max(1) as f32
}

/// Where the best sequences up to a token come from.
#[derive(Clone, Copy, Default)]
struct Step {
    /// With no span open after it: the role of the span that the token ends, and whether that began
    /// earlier.
    closed: Option<(usize, bool)>,
    /// With a span of each role open after it: the span began earlier.
    inside: [bool; ROLES],
}

fn decode(tokens: &[[[f32; 5]; ROLES]], first: usize, out: &mut Roles) {
    let mut steps = Vec::with_capacity(tokens.len());
    let (mut closed, mut open) = (1.0f32, [0.0f32; ROLES]);
    for token in tokens {
        let mut step = Step::default();
        let mut best = closed;
        let mut next = [0.0f32; ROLES];
        for role in 0..ROLES {
            // How much likelier each tag is than no role at all.
            let p = token[role].map(|p| p + 1e-6);
            let at = |tag: BioesTag| p[tag as usize] / p[BioesTag::Outside as usize];
            let closed = closed * BIAS[role];
            for (score, began) in [(closed * at(BioesTag::Single), false), (open[role] * at(BioesTag::End), true)] {
                if score > best {
                    (best, step.closed) = (score, Some((role, began)));
                }
            }
            let (fresh, going_on) = (closed * at(BioesTag::Begin), open[role] * at(BioesTag::Inside));
            step.inside[role] = going_on > fresh;
            next[role] = if step.inside[role] { going_on } else { fresh };
        }
        steps.push(step);
        // Only the ratios matter, and products of many would leave the range of a float.
        let sum = best + next.iter().sum::<f32>();
        closed = best / sum;
        open = next.map(|score| score / sum);
    }
    let lists = [&mut out.speakers, &mut out.cues, &mut out.contents];
    let found = [lists[0].len(), lists[1].len(), lists[2].len()];
    let mut t = steps.len();
    while t > 0 {
        let end = t;
        t -= 1;
        let Some((role, began)) = steps[t].closed else { continue };
        if began {
            t -= 1;
            while steps[t].inside[role] {
                t -= 1;
            }
        }
        lists[role].push(RoleSpan { tokens: first + t..first + end, p: mean(&tokens[t..end], role) });
    }
    for (list, found) in lists.into_iter().zip(found) {
        list[found..].reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(places: &[[f32; 5]]) -> Vec<Range<usize>> {
        let none = [1.0, 0.0, 0.0, 0.0, 0.0];
        let roles: Vec<[[f32; 5]; 3]> = places.iter().map(|&p| [none, p, none]).collect();
        let mut out = Roles::default();
        decode(&roles, 10, &mut out);
        assert!(out.speakers.is_empty() && out.contents.is_empty());
        out.cues.into_iter().map(|s| s.tokens).collect()
    }

    #[test]
    fn only_complete_spans_are_found() {
        let (o, b, i, e, s) = (
            [0.9, 0.1, 0.0, 0.0, 0.0],
            [0.2, 0.8, 0.0, 0.0, 0.0],
            [0.1, 0.1, 0.8, 0.0, 0.0],
            [0.3, 0.0, 0.0, 0.7, 0.0],
            [0.3, 0.0, 0.0, 0.0, 0.7],
        );
        assert_eq!(decoded(&[o, b, i, e, s, o]), [11..14, 14..15]);
        // A beginning without an end is no span, nor is an end without a beginning.
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

    /// A tagging in which each token of a text has these places in each role.
    fn tagging(text: &str, tokens: &[[[f32; 5]; 3]]) -> (Roles, Tagging) {
        let layout = Layout::of(text);
        let tagging = Tagging { roles: tokens.to_vec(), ..Tagging::default() };
        (roles(&layout, &tagging), tagging)
    }

    /// The first token of each span, and the one behind its last.
    fn found(spans: &[RoleSpan]) -> Vec<(usize, usize)> {
        spans.iter().map(|s| (s.tokens.start, s.tokens.end)).collect()
    }

    const NONE: [f32; 5] = [1.0, 0.0, 0.0, 0.0, 0.0];

    #[test]
    fn a_doubtful_speaker_is_kept_sooner_than_a_doubtful_cue_or_content() {
        for (p, kept) in [(0.1, [0, 0, 0]), (0.15, [1, 0, 0]), (0.3, [1, 1, 0]), (0.4, [1, 1, 1])] {
            let single = [1.0 - p, 0.0, 0.0, 0.0, p];
            let one = |role: usize| {
                let mut token = [NONE; 3];
                token[role] = single;
                let (roles, _) = tagging("Ames", &[token]);
                [roles.speakers.len(), roles.cues.len(), roles.contents.len()][role]
            };
            assert_eq!([one(0), one(1), one(2)], kept, "{p}");
        }
    }

    #[test]
    fn content_ends_where_a_cue_inside_it_begins() {
        let content = |p| [NONE, NONE, p];
        let text = "we sail said at dawn";
        let (b, ie, eb) = ([0.1, 0.9, 0.0, 0.0, 0.0], [0.1, 0.0, 0.6, 0.3, 0.0], [0.1, 0.4, 0.5, 0.0, 0.0]);
        let (inside, end) = ([0.3, 0.0, 0.7, 0.0, 0.0], [0.1, 0.0, 0.0, 0.9, 0.0]);
        let cue = [NONE, [0.05, 0.0, 0.0, 0.0, 0.95], inside];
        let (roles, _) = tagging(text, &[content(b), content(ie), cue, content(eb), content(end)]);
        assert_eq!((found(&roles.cues), found(&roles.contents)), (vec![(2, 3)], vec![(0, 2), (3, 5)]));
        // Without the cue it is one content.
        let (roles, _) = tagging(text, &[content(b), content(ie), content(inside), content(eb), content(end)]);
        assert_eq!((found(&roles.cues), found(&roles.contents)), (vec![], vec![(0, 5)]));
    }

    #[test]
    fn no_span_reaches_into_the_next_paragraph() {
        let (b, e) = ([0.1, 0.9, 0.0, 0.0, 0.0], [0.1, 0.0, 0.0, 0.9, 0.0]);
        for (text, cues) in [("we sail", vec![(0, 2)]), ("we\n\nsail", vec![])] {
            assert_eq!(found(&tagging(text, &[[NONE, b, NONE], [NONE, e, NONE]]).0.cues), cues, "{text:?}");
        }
        // Each paragraph has its own tokens.
        let single = [NONE, [0.0, 0.0, 0.0, 0.0, 1.0], NONE];
        assert_eq!(found(&tagging("we\n\nsail", &[[NONE; 3], single]).0.cues), [(1, 2)]);
    }

    #[test]
    fn a_spans_probability_is_the_mean_of_its_tokens() {
        let (b, e) = ([0.5, 0.5, 0.0, 0.0, 0.0], [0.25, 0.0, 0.0, 0.75, 0.0]);
        let (roles, tagging) = tagging("we sail", &[[b, NONE, NONE], [e, NONE, NONE]]);
        assert_eq!(roles.speakers, [RoleSpan { tokens: 0..2, p: 0.625 }]);
        assert_eq!(probability(&tagging, &(0..2), Role::Speaker), 0.625);
        assert_eq!(probability(&tagging, &(0..2), Role::Cue), 0.0);
        assert_eq!(probability(&Tagging::default(), &(0..2), Role::Speaker), 0.0);
    }

    #[test]
    fn without_a_tagger_there_are_no_roles() {
        let (roles, _) = tagging("we sail", &[]);
        assert!(roles.speakers.is_empty() && roles.cues.is_empty() && roles.contents.is_empty());
    }
}
