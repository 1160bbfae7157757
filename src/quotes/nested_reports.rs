//! Reports of reports: "According to the paper, the minister said that …" has an outer speaker, the paper, and an
//! inner one. The tagger gives each word one content at most, so one of the two reports is missing.

use super::adjacent;
use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::grouping::UnlinkedCue;
use super::spans::Spans;
use crate::lexicon::{LONE_SUBJECT, Verb};
use crate::syntax::TokenView;
use core::ops::Range;

/// The outer reports: of candidates that stand behind an unlinked cue in its sentence.
pub fn outer(view: &TokenView, unlinked: &[UnlinkedCue], quotes: &[QuoteCandidate]) -> Vec<QuoteCandidate> {
    /// How many candidates behind the cue are considered.
    const NEXT: usize = 3;
    let mut out = Vec::new();
    for unlinked in unlinked {
        let end = unlinked.cue.end.max(unlinked.speaker.end);
        let sentence = view.sentence(unlinked.cue.start);
        let next = quotes.partition_point(|quote| quote.hull().start < end);
        let reported = quotes[next..].iter().take(NEXT).find_map(|quote| {
            let speaker = quote.speaker.as_ref()?;
            let in_order = speaker.start >= end
                && quote.cue.as_ref().is_some_and(|c| c.start >= speaker.end && c.end <= quote.hull().start)
                && view.sentence(speaker.start) == sentence;
            in_order.then_some((quote, speaker.start))
        });
        let Some((inner, start)) = reported else { continue };
        if !reports(view, &unlinked.cue) || !leads_to(view, end..start) {
            continue;
        }
        let last = &inner.contents[inner.contents.len() - 1];
        let content = ContentSpan {
            tokens: start..last.tokens.end,
            quoted: inner.contents[0].quoted.start..last.quoted.end,
            quoted_only: false,
            tagged: true,
            p: last.p,
        };
        out.push(QuoteCandidate {
            contents: vec![content],
            cue: Some(unlinked.cue.clone()),
            speaker: Some(unlinked.speaker.clone()),
            speaker_margin: unlinked.speaker_margin,
            why: "reports another's report",
            ..QuoteCandidate::empty()
        });
    }
    out
}

/// The inner reports: of candidates whose content is a clause that itself reports what stands in quotation marks.
pub fn inner(spans: &Spans, quotes: &[QuoteCandidate]) -> Vec<QuoteCandidate> {
    let view = spans.view;
    let mut out = Vec::new();
    for content in quotes.iter().flat_map(|quote| &quote.contents) {
        if content.quoted_only || content.quoted.is_empty() {
            continue;
        }
        let start = spans.quoted[content.quoted.start].tokens.start;
        let Some(found) = adjacent::before(view, start, content.tokens.start) else { continue };
        let Some(speaker) = found.speaker else { continue };
        // The speaker stands right before the verb, and the verb near the quotation marks.
        if found.cue.start < speaker.end || found.cue.start - speaker.end > 3 || start - found.cue.end > 8 {
            continue;
        }
        // A pronoun is mostly the outer speaker again: "She said she recalls".
        if !reports(view, &found.cue) || view.has(speaker.end - 1, LONE_SUBJECT) {
            continue;
        }
        let content = ContentSpan {
            tokens: found.cue.end..content.tokens.end,
            quoted: content.quoted.clone(),
            quoted_only: false,
            tagged: false,
            p: content.p,
        };
        out.push(QuoteCandidate {
            contents: vec![content],
            cue: Some(found.cue),
            speaker: Some(speaker),
            why: "a report inside another's",
            ..QuoteCandidate::empty()
        });
    }
    out
}

/// The cue's verb is one of speech.
fn reports(view: &TokenView, cue: &Range<usize>) -> bool {
    cue.clone().any(|i| Verb::surely_reporting(view.word(i)).is_some_and(Verb::opens_report) || view.is(i, "according"))
}

/// Only a comma, a colon or "that" stands between the outer report and the inner speaker.
fn leads_to(view: &TokenView, gap: Range<usize>) -> bool {
    gap.len() <= 2 && gap.clone().all(|i| matches!(view.word(i), "," | ":" | "that"))
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    /// A report as speaker, cue and content.
    type Report = [String; 3];

    fn shown(view: &TokenView, quotes: &[QuoteCandidate]) -> Vec<Report> {
        let some = |tokens: &Option<Range<usize>>| tokens.as_ref().map_or_else(String::new, |t| words(view, t));
        quotes.iter().map(|q| [some(&q.speaker), some(&q.cue), words(view, &q.hull())]).collect()
    }

    fn outer_reports(marked: &str) -> Vec<Report> {
        with_spans(marked, |spans, _| {
            let (quotes, mut unlinked) = group(spans);
            unlinked.retain(|u| u.cue.end <= quotes[0].hull().start);
            shown(spans.view, &outer(spans.view, &unlinked, &quotes))
        })
    }

    fn inner_reports(marked: &str) -> Vec<Report> {
        with_spans(marked, |spans, _| {
            let (quotes, _) = group(spans);
            shown(spans.view, &inner(spans, &quotes))
        })
    }

    #[test]
    fn a_cue_right_before_another_report_reports_that_report() {
        for (marked, expected) in [
            (
                "{cue According to} {speaker the paper}, {speaker the mayor} {cue said} {content the road is closed}.",
                ["the paper", "According to", "the mayor said the road is closed"],
            ),
            (
                "{speaker Ames} {cue said} that {speaker Webb} {cue said} {content the road is closed}.",
                ["Ames", "said", "Webb said the road is closed"],
            ),
            (
                "{speaker Ames} {cue said} {speaker Webb} {cue said} {content the road is closed}.",
                ["Ames", "said", "Webb said the road is closed"],
            ),
        ] {
            assert_eq!(outer_reports(marked), [expected.map(str::to_owned)], "{marked}");
        }
    }

    #[test]
    fn a_cue_apart_from_the_report_or_of_no_speech_does_not_report_it() {
        for marked in [
            // Other words stand between, or the report is in the next sentence.
            "{speaker Ames} {cue said} on Monday {speaker Webb} {cue said} {content the road is closed}.",
            "{speaker Ames} {cue said} so, and {speaker Webb} {cue said} {content the road is closed}.",
            "{cue According to} {speaker Ames}. {speaker Webb} {cue said} {content the road is closed}.",
            // The verb opens no report.
            "{speaker Ames} {cue recalled} that {speaker Webb} {cue said} {content the road is closed}.",
            "{speaker Ames} {cue knew} that {speaker Webb} {cue said} {content the road is closed}.",
            // The inner report is not in the order of speaker, cue and content.
            "{speaker Ames} {cue said}: {content the road is closed}, {speaker Webb} {cue said}.",
        ] {
            assert_eq!(outer_reports(marked), [[""; 3]; 0], "{marked}");
        }
    }

    #[test]
    fn content_that_itself_reports_a_quotation_holds_an_inner_report() {
        for (marked, expected) in [
            (
                "{speaker She} {cue said} {content the mayor had warned of “a closed road”}.",
                ["the mayor", "warned", "of “a closed road”"],
            ),
            (
                "{speaker She} {cue said} {content that Webb said “it is closed” in May}.",
                ["Webb", "said", "“it is closed” in May"],
            ),
        ] {
            assert_eq!(inner_reports(marked), [expected.map(str::to_owned)], "{marked}");
        }
    }

    #[test]
    fn other_content_holds_no_inner_report() {
        for marked in [
            // Nothing or all of it is in quotation marks.
            "{speaker She} {cue said} {content the mayor had warned of a closed road}.",
            "{content “The mayor warned of a closed road,”} {speaker she} {cue said}.",
            // A pronoun is mostly the outer speaker again.
            "{speaker She} {cue said} {content that she said “it is closed” in May}.",
            // No verb of speech, or one that opens no report.
            "{speaker She} {cue said} {content the mayor had seen “a closed road”}.",
            "{speaker She} {cue said} {content the mayor had recalled “a closed road”}.",
            // The speaker is far from the verb, or the verb from the quotation marks.
            "{speaker She} {cue said} {content the mayor, who was very tired by then, said “it is closed”}.",
            "{speaker She} {cue said} {content the mayor warned of one more day of bad rain and of “a closed road”}.",
        ] {
            assert_eq!(inner_reports(marked), [[""; 3]; 0], "{marked}");
        }
    }
}
