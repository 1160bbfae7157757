//! Where the content of a report begins, if syntax shows it better than the tagger.

use super::candidate::QuoteCandidate;
use super::spans::{Spans, within};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;

/// "The road, once closed, will stay closed, she said": content that ends in a comma and a cue begins with its
/// sentence, even if the tagger marks only its end.
pub fn to_sentence_start(spans: &Spans, quotes: &mut [QuoteCandidate]) {
    for index in 0..quotes.len() {
        let Some(start) = earlier_start(spans, &quotes[index]) else { continue };
        let free = index == 0 || quotes[index - 1].hull().end <= start;
        let content = &mut quotes[index].contents[0];
        if free && spans.quoted[..content.quoted.start].last().is_none_or(|q| q.tokens.end <= start) {
            content.tokens.start = start;
            content.quoted_only = false;
        }
    }
}

/// "said to Kim at a banquet that …": the addressee and the place are not part of what was said.
pub fn to_that_clause(view: &TokenView, quotes: &mut [QuoteCandidate]) {
    const FAR: usize = 10;
    for quote in quotes {
        let content = &mut quote.contents[0];
        let start = content.tokens.start;
        let adjunct = quote.cue.as_ref().is_some_and(|c| c.end == start)
            && matches!(view.word(start), "to" | "in" | "at" | "on" | "during");
        if !adjunct {
            continue;
        }
        let clause = (start..content.tokens.end.min(start + FAR))
            .take_while(|&i| !is_quotation_mark(view.word(i)) && view.word(i) != ",")
            .find(|&i| view.word(i) == "that");
        if let Some(that) = clause {
            content.tokens.start = that;
        }
    }
}

/// The first token of the sentence in which the content begins, if all of it up to the cue is content.
fn earlier_start(spans: &Spans, quote: &QuoteCandidate) -> Option<usize> {
    const LONGEST: usize = 25;
    let view = spans.view;
    let content = &quote.contents[0].tokens;
    let (cue, speaker) = (quote.cue.as_ref()?, quote.speaker.as_ref()?);
    if cue.start < content.end || view.sentence(cue.start) != view.sentence(content.end - 1) {
        return None;
    }
    // A comma, perhaps with a quotation mark, sets off the clause of the cue, and nothing else stands in it.
    let clause = cue.start.min(speaker.start);
    let gap = content.end..clause;
    let comma = gap.clone().any(|i| view.word(i) == ",")
        || view.word(content.end - 1) == ","
        || (content.end >= 2 && is_quotation_mark(view.word(content.end - 1)) && view.word(content.end - 2) == ",");
    if !comma || gap.len() > 2 || speaker.start < content.end {
        return None;
    }
    let mut start = view.sentence_tokens(content.start).start;
    // A conjunction that joins the sentence to the one before is not part of the report.
    if matches!(view.word(start), "But" | "And" | "Yet" | "Still" | "So") {
        start += 1;
    }
    while start < content.start && view.word(start) == "," {
        start += 1;
    }
    let before = start..content.start;
    let busy = !within(&spans.cues, &before).is_empty() || !within(&spans.speakers, &before).is_empty();
    (start < content.start && before.len() <= LONGEST && !busy).then_some(start)
}
