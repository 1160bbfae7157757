//! Reports of reports: "According to the paper, the minister said that …" has an outer speaker, the
//! paper, and an inner one. The tagger marks one content for a word, so one of the two is missing.

use super::beside;
use super::draft::{Draft, Idle};
use super::lexicon::{is_subject_pronoun, surely_reporting};
use super::piece::Piece;
use super::stretch::Stretch;
use crate::layout::Layout;
use core::ops::Range;

/// Adds the outer reports of drafts that stand behind an idle cue in its sentence.
pub fn outer(layout: &Layout, idle: &[Idle], drafts: &[Draft]) -> Vec<Draft> {
    let mut out = Vec::new();
    for idle in idle {
        let end = idle.cue.end.max(idle.speaker.end);
        let sentence = layout.sentence_of(idle.cue.start);
        let next = drafts.partition_point(|d| d.hull().start < end);
        let reported = drafts[next..].iter().take(3).find(|d| {
            let Some(speaker) = &d.speaker else { return false };
            speaker.start >= end
                && d.cue.as_ref().is_some_and(|c| c.start >= speaker.end && c.end <= d.hull().start)
                && layout.sentence_of(speaker.start) == sentence
        });
        let Some(inner) = reported else { continue };
        let start = inner.speaker.as_ref().map_or(end, |s| s.start);
        if !reports(layout, &idle.cue) || !leads_to(layout, end..start) {
            continue;
        }
        let last = &inner.pieces[inner.pieces.len() - 1];
        let piece = Piece {
            tokens: start..last.tokens.end,
            stretches: inner.pieces[0].stretches.start..last.stretches.end,
            quoted_only: false,
            claimed: true,
            p: last.p,
        };
        out.push(Draft {
            pieces: vec![piece],
            cue: Some(idle.cue.clone()),
            speaker: Some(idle.speaker.clone()),
            chain: None,
            cue_margin: 0.0,
            speaker_margin: idle.speaker_margin,
            why: "reports another's report",
        });
    }
    out
}

/// The cue's verb is one of speech.
fn reports(layout: &Layout, cue: &Range<usize>) -> bool {
    cue.clone().any(|i| {
        let verb = surely_reporting(layout.word(i));
        verb.is_some_and(|v| {
            !matches!(
                v,
                "demand"
                    | "underscore"
                    | "complain"
                    | "recall"
                    | "remember"
                    | "question"
                    | "reveal"
                    | "reflect"
                    | "praise"
                    | "promise"
                    | "rule"
                    | "post"
            )
        }) || layout.word(i).eq_ignore_ascii_case("according")
    })
}

/// Only a comma or "that" stands between the outer report and the inner speaker.
fn leads_to(layout: &Layout, gap: Range<usize>) -> bool {
    gap.len() <= 2 && gap.clone().all(|i| matches!(layout.word(i), "," | ":" | "that"))
}

/// The inner reports of drafts whose content is a clause that itself reports what is in the marks.
pub fn inner(layout: &Layout, stretches: &[Stretch], drafts: &[Draft]) -> Vec<Draft> {
    let mut out = Vec::new();
    for draft in drafts {
        for piece in draft.pieces.iter().filter(|p| !p.quoted_only && !p.stretches.is_empty()) {
            let first = piece.stretches.start;
            let start = stretches[first].tokens.start;
            let Some(found) = beside::before(layout, start, piece.tokens.start) else { continue };
            let Some(speaker) = found.speaker else { continue };
            // The speaker stands right before the verb, and the verb near the marks.
            if found.cue.start < speaker.end || found.cue.start - speaker.end > 3 || start - found.cue.end > 8 {
                continue;
            }
            // A pronoun is mostly the outer speaker again: "She said she recalls".
            if !reports(layout, &found.cue) || is_subject_pronoun(layout.word(speaker.end - 1)) {
                continue;
            }
            let content = Piece {
                tokens: found.cue.end..piece.tokens.end,
                stretches: piece.stretches.clone(),
                quoted_only: false,
                claimed: false,
                p: piece.p,
            };
            out.push(Draft {
                pieces: vec![content],
                cue: Some(found.cue),
                speaker: Some(speaker),
                chain: None,
                cue_margin: 0.0,
                speaker_margin: 0.0,
                why: "a report inside another's",
            });
        }
    }
    out
}
