//! How far the content of a report reaches, where syntax shows it better than the tagger.

use super::candidate::QuoteCandidate;
use super::features::within;
use super::spans::Spans;
use crate::layout::Layout;
use crate::quotation_marks::is_quotation_mark;
use core::ops::Range;

/// "The road, once closed, will stay closed, she said": what a comma and a cue end is the sentence from
/// its beginning, not from where the tagger woke up.
pub fn complete(layout: &Layout, spans: &Spans, quotes: &mut [QuoteCandidate]) {
    for d in 0..quotes.len() {
        if let Some(start) = earlier_start(layout, spans, &quotes[d]) {
            let free = d == 0 || quotes[d - 1].hull().end <= start;
            let content = &mut quotes[d].contents[0];
            if free && spans.quoted_spans[..content.quoted_spans.start].last().is_none_or(|s| s.tokens.end <= start) {
                content.tokens.start = start;
                content.quoted_only = false;
            }
        }
    }
}

/// "said to Kim at a banquet that …": whom and where it was said is not what was said.
pub fn after_that(layout: &Layout, quotes: &mut [QuoteCandidate]) {
    for quote in quotes {
        let content = &mut quote.contents[0];
        let start = content.tokens.start;
        let adjunct = quote.cue.as_ref().is_some_and(|c| c.end == start)
            && matches!(layout.word(start), "to" | "in" | "at" | "on" | "during");
        if !adjunct {
            continue;
        }
        let clause = (start..content.tokens.end.min(start + 10))
            .take_while(|&i| !is_quotation_mark(layout.word(i)) && layout.word(i) != ",")
            .find(|&i| layout.word(i) == "that");
        if let Some(that) = clause {
            content.tokens.start = that;
        }
    }
}

fn earlier_start(layout: &Layout, spans: &Spans, quote: &QuoteCandidate) -> Option<usize> {
    let content = &quote.contents[0].tokens;
    let (cue, speaker) = (quote.cue.as_ref()?, quote.speaker.as_ref()?);
    let sentence = layout.sentence_of(content.start);
    if cue.start < content.end || layout.sentence_of(cue.start) != layout.sentence_of(content.end - 1) {
        return None;
    }
    // The cue's clause is set off by a comma, maybe with a mark, and holds nothing but itself.
    let clause = cue.start.min(speaker.start);
    let gap = content.end..clause;
    let comma = gap.clone().any(|i| layout.word(i) == ",")
        || layout.word(content.end - 1) == ","
        || (content.end >= 2 && is_quotation_mark(layout.word(content.end - 1)) && layout.word(content.end - 2) == ",");
    if !comma || gap.len() > 2 || speaker.start < content.end {
        return None;
    }
    let mut start = layout.sentences[sentence].tokens.start;
    // A conjunction that joins the sentence to the one before is not reported.
    if matches!(layout.word(start), "But" | "And" | "Yet" | "Still" | "So") {
        start += 1;
    }
    while start < content.start && layout.word(start) == "," {
        start += 1;
    }
    let before: Range<usize> = start..content.start;
    let busy = !within(&spans.cues, &before).is_empty() || !within(&spans.speakers, &before).is_empty();
    (start < content.start && before.len() <= 25 && !busy).then_some(start)
}
