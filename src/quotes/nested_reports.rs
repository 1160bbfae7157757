//! Reports of reports: "According to the paper, the minister said that …" has an outer speaker, the paper, and an
//! inner one. The tagger gives each word one content at most, so one of the two reports is missing.

use super::adjacent;
use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::grouping::UnlinkedCue;
use super::spans::Spans;
use crate::syntax::TokenView;
use crate::syntax::lexicon::{LONE_SUBJECT, Verb};
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
