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

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    /// The content of the last candidate before and after both corrections.
    fn corrected(marked: &str) -> (String, String) {
        with_spans(marked, |spans, _| {
            let (mut quotes, _) = group(spans);
            let last = |quotes: &[QuoteCandidate]| words(spans.view, &quotes.last().expect(marked).contents[0].tokens);
            let before = last(&quotes);
            to_sentence_start(spans, &mut quotes);
            to_that_clause(spans.view, &mut quotes);
            (before, last(&quotes))
        })
    }

    fn assert_unchanged(cases: &[&str]) {
        for marked in cases {
            let (before, after) = corrected(marked);
            assert_eq!(before, after, "{marked}");
        }
    }

    #[test]
    fn content_before_a_comma_and_its_cue_begins_with_the_sentence() {
        for (marked, content) in [
            (
                "The road, once closed, {content will stay closed}, {speaker she} {cue said}.",
                "The road, once closed, will stay closed",
            ),
            ("The road {content will stay closed,} {speaker she} {cue said}.", "The road will stay closed,"),
            ("But the road {content will stay closed}, {speaker she} {cue said}.", "the road will stay closed"),
            ("So, the road {content will stay closed}, {speaker she} {cue said}.", "the road will stay closed"),
            ("The road {content “will stay closed,”} {cue said} {speaker Ames}.", "The road “will stay closed,”"),
        ] {
            assert_eq!(corrected(marked).1, content, "{marked}");
        }
    }

    #[test]
    fn content_stays_where_something_else_stands_in_the_sentence() {
        assert_unchanged(&[
            // No comma, too many words after it, or the speaker is not in the clause of the cue.
            "The road {content will stay closed} as {speaker she} {cue said}.",
            "The road {content will stay closed}, on Monday {speaker she} {cue said}.",
            "{speaker She} was sure the road {content will stay closed}, {cue said} all.",
            // The cue stands first.
            "On Monday {speaker she} {cue said} {content the road will stay closed}, too.",
            // What stands before is another report or in quotation marks.
            "{speaker Ames} {cue said} the road, {content which is closed}, {speaker she} {cue added}.",
            "“It is over,” and so the road {content will stay closed}, {speaker she} {cue said}.",
            // All of the sentence is content already.
            "{content The road will stay closed}, {speaker she} {cue said}.",
        ]);
        let far = |n: usize| {
            corrected(&format!("The{} road {{content stays closed}}, {{speaker she}} {{cue said}}.", " old".repeat(n)))
        };
        assert!(far(23).1.starts_with("The old"));
        assert_eq!(far(24).1, "stays closed");
    }

    #[test]
    fn the_speaker_stands_behind_the_content_and_no_other_cue_or_speaker_before_it() {
        for (marked, start) in [
            ("He left. The road {content stays closed,} {speaker she} {cue said}.", Some("The")),
            ("{speaker She} left. The road {content stays closed,} {cue said} all.", None),
            ("He {cue added} the road {content stays closed,} {speaker she} {cue said}.", None),
            ("As {speaker Webb} knew the road {content stays closed,} {speaker she} {cue said}.", None),
        ] {
            with_spans(marked, |spans, _| {
                let quote = QuoteCandidate {
                    contents: vec![spans.contents[0].clone()],
                    cue: spans.cues.last().map(|cue| cue.tokens.clone()),
                    speaker: spans.speakers.last().map(|speaker| speaker.tokens.clone()),
                    ..QuoteCandidate::empty()
                };
                assert_eq!(earlier_start(spans, &quote).map(|t| spans.view.word(t)), start, "{marked}");
            });
        }
    }

    #[test]
    fn a_that_clause_begins_the_content_behind_an_addressee_or_a_place() {
        for (marked, content) in [
            (
                "{speaker Ames} {cue said} {content to Kim at a banquet that the road was closed}.",
                "that the road was closed",
            ),
            ("{speaker Ames} {cue said} {content in May that the road was closed}.", "that the road was closed"),
        ] {
            assert_eq!(corrected(marked).1, content, "{marked}");
        }
        assert_unchanged(&[
            "{speaker Ames} {cue said} {content the road that was closed is open}.",
            "{speaker Ames} {cue said} again {content in May that the road was closed}.",
            "{speaker Ames} {cue said} {content in May, the month that was so wet, it closed}.",
            "{speaker Ames} {cue said} {content in May the “road that was closed” had opened}.",
            "{speaker Ames} {cue said} {content in the old town hall of the city by the sea that the road was closed}.",
        ]);
    }
}
