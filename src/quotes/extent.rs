//! How far the content of a report reaches, where syntax shows it better than the tagger.

use super::draft::Draft;
use super::evidence::Evidence;
use super::features::within;
use super::stretch::is_mark;
use crate::layout::Layout;
use core::ops::Range;

/// "The road, once closed, will stay closed, she said": what a comma and a cue end is the sentence from
/// its beginning, not from where the tagger woke up.
pub fn complete(layout: &Layout, evidence: &Evidence, drafts: &mut [Draft]) {
    for d in 0..drafts.len() {
        if let Some(start) = earlier_start(layout, evidence, &drafts[d]) {
            let free = d == 0 || drafts[d - 1].hull().end <= start;
            let piece = &mut drafts[d].pieces[0];
            if free && evidence.stretches[..piece.stretches.start].last().is_none_or(|s| s.tokens.end <= start) {
                piece.tokens.start = start;
                piece.quoted_only = false;
            }
        }
    }
}

/// "said to Kim at a banquet that …": whom and where it was said is not what was said.
pub fn after_that(layout: &Layout, drafts: &mut [Draft]) {
    for draft in drafts {
        let piece = &mut draft.pieces[0];
        let start = piece.tokens.start;
        let adjunct = draft.cue.as_ref().is_some_and(|c| c.end == start)
            && matches!(layout.word(start), "to" | "in" | "at" | "on" | "during");
        if !adjunct {
            continue;
        }
        let clause = (start..piece.tokens.end.min(start + 10))
            .take_while(|&i| !is_mark(layout.word(i)) && layout.word(i) != ",")
            .find(|&i| layout.word(i) == "that");
        if let Some(that) = clause {
            piece.tokens.start = that;
        }
    }
}

fn earlier_start(layout: &Layout, evidence: &Evidence, draft: &Draft) -> Option<usize> {
    let piece = &draft.pieces[0].tokens;
    let (cue, speaker) = (draft.cue.as_ref()?, draft.speaker.as_ref()?);
    let sentence = layout.sentence_of(piece.start);
    if cue.start < piece.end || layout.sentence_of(cue.start) != layout.sentence_of(piece.end - 1) {
        return None;
    }
    // The cue's clause is set off by a comma, maybe with a mark, and holds nothing but itself.
    let clause = cue.start.min(speaker.start);
    let gap = piece.end..clause;
    let comma = gap.clone().any(|i| layout.word(i) == ",")
        || layout.word(piece.end - 1) == ","
        || (piece.end >= 2 && is_mark(layout.word(piece.end - 1)) && layout.word(piece.end - 2) == ",");
    if !comma || gap.len() > 2 || speaker.start < piece.end {
        return None;
    }
    let mut start = layout.sentences[sentence].tokens.start;
    // A conjunction that joins the sentence to the one before is not reported.
    if matches!(layout.word(start), "But" | "And" | "Yet" | "Still" | "So") {
        start += 1;
    }
    while start < piece.start && layout.word(start) == "," {
        start += 1;
    }
    let before: Range<usize> = start..piece.start;
    let busy = !within(&evidence.cues, &before).is_empty() || !within(&evidence.speakers, &before).is_empty();
    (start < piece.start && before.len() <= 25 && !busy).then_some(start)
}
