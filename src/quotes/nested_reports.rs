//! Reports of reports: "According to the paper, the minister said that …" has an outer speaker, the
//! paper, and an inner one. The tagger marks one content for a word, so one of the two is missing.

use super::adjacent;
use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::grouping::UnlinkedCue;
use super::quoted_span::QuotedSpan;
use crate::layout::Layout;
use crate::syntax::lexicon::reporting::{is_subject_pronoun, surely_reporting};
use core::ops::Range;

/// Adds the outer reports of quotes that stand behind an unlinked cue in its sentence.
pub fn outer(layout: &Layout, unlinked: &[UnlinkedCue], quotes: &[QuoteCandidate]) -> Vec<QuoteCandidate> {
    let mut out = Vec::new();
    for unlinked in unlinked {
        let end = unlinked.cue.end.max(unlinked.speaker.end);
        let sentence = layout.sentence_of(unlinked.cue.start);
        let next = quotes.partition_point(|d| d.hull().start < end);
        let reported = quotes[next..].iter().take(3).find(|d| {
            let Some(speaker) = &d.speaker else { return false };
            speaker.start >= end
                && d.cue.as_ref().is_some_and(|c| c.start >= speaker.end && c.end <= d.hull().start)
                && layout.sentence_of(speaker.start) == sentence
        });
        let Some(inner) = reported else { continue };
        let start = inner.speaker.as_ref().map_or(end, |s| s.start);
        if !reports(layout, &unlinked.cue) || !leads_to(layout, end..start) {
            continue;
        }
        let last = &inner.contents[inner.contents.len() - 1];
        let content = ContentSpan {
            tokens: start..last.tokens.end,
            quoted_spans: inner.contents[0].quoted_spans.start..last.quoted_spans.end,
            quoted_only: false,
            claimed: true,
            p: last.p,
        };
        out.push(QuoteCandidate {
            contents: vec![content],
            cue: Some(unlinked.cue.clone()),
            speaker: Some(unlinked.speaker.clone()),
            chain: None,
            cue_margin: 0.0,
            speaker_margin: unlinked.speaker_margin,
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

/// The inner reports of quotes whose content is a clause that itself reports what is in the marks.
pub fn inner(layout: &Layout, quoted_spans: &[QuotedSpan], quotes: &[QuoteCandidate]) -> Vec<QuoteCandidate> {
    let mut out = Vec::new();
    for quote in quotes {
        for content in quote.contents.iter().filter(|p| !p.quoted_only && !p.quoted_spans.is_empty()) {
            let first = content.quoted_spans.start;
            let start = quoted_spans[first].tokens.start;
            let Some(found) = adjacent::before(layout, start, content.tokens.start) else { continue };
            let Some(speaker) = found.speaker else { continue };
            // The speaker stands right before the verb, and the verb near the marks.
            if found.cue.start < speaker.end || found.cue.start - speaker.end > 3 || start - found.cue.end > 8 {
                continue;
            }
            // A pronoun is mostly the outer speaker again: "She said she recalls".
            if !reports(layout, &found.cue) || is_subject_pronoun(layout.word(speaker.end - 1)) {
                continue;
            }
            let content = ContentSpan {
                tokens: found.cue.end..content.tokens.end,
                quoted_spans: content.quoted_spans.clone(),
                quoted_only: false,
                claimed: false,
                p: content.p,
            };
            out.push(QuoteCandidate {
                contents: vec![content],
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
