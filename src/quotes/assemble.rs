//! From quotes to quotations: who the speakers are, which quote owns the marks, what is left as terms.

use super::candidate::QuoteCandidate;
use super::confidence::confidence;
use super::grouping;
use super::quoted_span::QuotedSpan;
use super::spans::Spans;
use super::speaker_chain::{self, MentionIndex, bytes};
use super::{Quotations, Quote, QuoteType, content_extent, nested_reports, speaker_inference};
use crate::chains::Chain;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::syntax::lexicon::reporting as lexicon;

/// The quotations, and the quote that each was made of.
pub fn assemble(
    layout: &Layout,
    entities: &[Entity],
    chains: &[Chain],
    spans: &Spans,
) -> (Quotations, Vec<QuoteCandidate>) {
    let quoted_spans = &spans.quoted_spans;
    let titles: Vec<bool> = quoted_spans.iter().map(|s| is_title(layout, entities, s)).collect();
    let (mut quotes, unlinked) = grouping::group(layout, spans);
    for quote in &mut quotes {
        // "In his book “Dust”, he writes that …": the title is no part of what he writes.
        if quote.contents.iter().any(|p| !p.quoted_only) {
            quote.contents.retain(|p| !(p.quoted_only && titles[p.quoted_spans.clone()].iter().all(|&t| t)));
        }
    }
    content_extent::complete(layout, spans, &mut quotes);
    content_extent::after_that(layout, &mut quotes);
    quotes.retain(|d| !shows_title(layout, &titles, d) && !only_names(layout, d));
    let outer = nested_reports::outer(layout, &unlinked, &quotes);
    let inner = nested_reports::inner(layout, quoted_spans, &quotes);
    let mentions = MentionIndex::of(chains);
    for quote in &mut quotes {
        quote.chain = quote.speaker.as_ref().and_then(|s| speaker_chain::chain(layout, &mentions, s));
    }
    speaker_inference::speakers(layout, &mentions, &mut quotes);
    for mut quote in outer.into_iter().chain(inner) {
        quote.chain = quote.speaker.as_ref().and_then(|s| speaker_chain::chain(layout, &mentions, s));
        quotes.push(quote);
    }
    quotes.iter_mut().for_each(QuoteCandidate::keep_apart);
    // The longer content is the outer one.
    quotes.sort_by_key(|d| (d.hull().start, core::cmp::Reverse(d.hull().end)));
    let owner = owners(quoted_spans.len(), &titles, &quotes);
    let finished = quotes.iter().enumerate().map(|(d, quote)| finish(layout, quoted_spans, &owner, quote, d)).collect();
    let terms = quoted_spans
        .iter()
        .zip(&owner)
        .filter(|(_, owner)| owner.is_none())
        .map(|(s, _)| layout.quoted[s.quoted].span)
        .collect();
    (Quotations { quotes: finished, terms }, quotes)
}

/// The marks hold the title of a work and nothing else.
fn is_title(layout: &Layout, entities: &[Entity], quoted_span: &QuotedSpan) -> bool {
    let closed = usize::from(layout.quoted[quoted_span.quoted].close.is_some());
    let inner = quoted_span.tokens.start + 1..quoted_span.tokens.end - closed;
    let k = entities.partition_point(|e| e.tokens.end <= inner.start);
    entities.get(k).is_some_and(|e| {
        e.kind == EntityType::WorkOfArt
            && e.tokens.start <= inner.start
            && e.tokens.end + 1 >= inner.end
            && quoted_span.words <= 10
    })
}

/// A title is named, not said: "The museum showed “Winter Light”".
fn shows_title(layout: &Layout, titles: &[bool], quote: &QuoteCandidate) -> bool {
    let only = quote.contents.iter().all(|p| p.quoted_only && titles[p.quoted_spans.clone()].iter().all(|&t| t));
    let speaks =
        quote.cue.as_ref().is_some_and(|c| c.clone().any(|i| lexicon::surely_reporting(layout.word(i)).is_some()));
    only && !speaks
}

/// "known as “the Butcher”", "a seminar called “Then and Now”": a name is given, nothing is said.
fn only_names(layout: &Layout, quote: &QuoteCandidate) -> bool {
    let Some(cue) = &quote.cue else { return false };
    let last = layout.word(cue.end - 1);
    let named = matches!(last, "titled" | "entitled" | "nicknamed" | "named" | "dubbed" | "called")
        || (last == "as" && cue.clone().any(|i| layout.word(i) == "known"));
    let right_behind = quote.contents.len() == 1 && quote.is_direct() && quote.hull().start == cue.end;
    // "a film called “…”", but not "what she called “…”".
    let called = matches!(last, "called" | "dubbed")
        && !quote.speaker.as_ref().is_some_and(|s| matches!(layout.word(s.start), "a" | "an" | "A" | "An"));
    named && right_behind && !called
}

/// Which quote each quoted_span belongs to: the innermost. A title inside a longer content is nobody's.
fn owners(quoted_spans: usize, titles: &[bool], quotes: &[QuoteCandidate]) -> Vec<Option<usize>> {
    let mut owner: Vec<Option<usize>> = vec![None; quoted_spans];
    for (d, quote) in quotes.iter().enumerate() {
        for content in &quote.contents {
            for s in content.quoted_spans.clone() {
                let inner = owner[s].is_none_or(|other| quotes[other].hull().len() > quote.hull().len());
                if inner && (content.quoted_only || !titles[s]) {
                    owner[s] = Some(d);
                }
            }
        }
    }
    owner
}

fn finish(
    layout: &Layout,
    quoted_spans: &[QuotedSpan],
    owner: &[Option<usize>],
    quote: &QuoteCandidate,
    d: usize,
) -> Quote {
    let own = quote.contents.iter().flat_map(|p| p.quoted_spans.clone()).filter(|&s| owner[s] == Some(d));
    let quoted: Vec<_> = own.map(|s| layout.quoted[quoted_spans[s].quoted].span).collect();
    let kind = match (quote.contents.iter().all(|p| p.quoted_only), quoted.is_empty()) {
        (true, false) => QuoteType::Direct,
        (false, false) => QuoteType::Mixed,
        (_, true) => QuoteType::Indirect,
    };
    let content = match kind {
        // Marks between two quoted_spans, or after the last one, are not said.
        QuoteType::Direct => quoted.clone(),
        _ => quote.contents.iter().map(|p| bytes(layout, &p.tokens)).collect(),
    };
    Quote {
        kind,
        content,
        quoted,
        cue: quote.cue.iter().map(|c| bytes(layout, c)).collect(),
        speaker: quote.speaker.iter().map(|s| bytes(layout, s)).collect(),
        chain: quote.chain,
        confidence: confidence(quote, kind),
        why: quote.why,
    }
}
