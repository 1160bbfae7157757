//! From drafts to quotations: who the speakers are, which draft owns the marks, what is left as terms.

use super::confidence::confidence;
use super::draft::{self, Draft};
use super::evidence::Evidence;
use super::speaker::{self, Mentions, bytes};
use super::stretch::Stretch;
use super::{Quotations, Quote, QuoteType, extent, infer, lexicon, nested};
use crate::chains::Chain;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;

/// The quotations, and the draft that each was made of.
pub fn assemble(
    layout: &Layout,
    entities: &[Entity],
    chains: &[Chain],
    evidence: &Evidence,
) -> (Quotations, Vec<Draft>) {
    let stretches = &evidence.stretches;
    let titles: Vec<bool> = stretches.iter().map(|s| is_title(layout, entities, s)).collect();
    let (mut drafts, idle) = draft::drafts(layout, evidence);
    for draft in &mut drafts {
        // "In his book “Dust”, he writes that …": the title is no part of what he writes.
        if draft.pieces.iter().any(|p| !p.quoted_only) {
            draft.pieces.retain(|p| !(p.quoted_only && titles[p.stretches.clone()].iter().all(|&t| t)));
        }
    }
    extent::complete(layout, evidence, &mut drafts);
    extent::after_that(layout, &mut drafts);
    drafts.retain(|d| !shows_title(layout, &titles, d) && !only_names(layout, d));
    let outer = nested::outer(layout, &idle, &drafts);
    let inner = nested::inner(layout, stretches, &drafts);
    let mentions = Mentions::of(chains);
    for draft in &mut drafts {
        draft.chain = draft.speaker.as_ref().and_then(|s| speaker::chain(layout, &mentions, s));
    }
    infer::speakers(layout, &mentions, &mut drafts);
    for mut draft in outer.into_iter().chain(inner) {
        draft.chain = draft.speaker.as_ref().and_then(|s| speaker::chain(layout, &mentions, s));
        drafts.push(draft);
    }
    drafts.iter_mut().for_each(Draft::keep_apart);
    // The longer content is the outer one.
    drafts.sort_by_key(|d| (d.hull().start, core::cmp::Reverse(d.hull().end)));
    let owner = owners(stretches.len(), &titles, &drafts);
    let quotes = drafts.iter().enumerate().map(|(d, draft)| finish(layout, stretches, &owner, draft, d)).collect();
    let terms = stretches
        .iter()
        .zip(&owner)
        .filter(|(_, owner)| owner.is_none())
        .map(|(s, _)| layout.quoted[s.quoted].span)
        .collect();
    (Quotations { quotes, terms }, drafts)
}

/// The marks hold the title of a work and nothing else.
fn is_title(layout: &Layout, entities: &[Entity], stretch: &Stretch) -> bool {
    let closed = usize::from(layout.quoted[stretch.quoted].close.is_some());
    let inner = stretch.tokens.start + 1..stretch.tokens.end - closed;
    let k = entities.partition_point(|e| e.tokens.end <= inner.start);
    entities.get(k).is_some_and(|e| {
        e.kind == EntityType::WorkOfArt
            && e.tokens.start <= inner.start
            && e.tokens.end + 1 >= inner.end
            && stretch.words <= 10
    })
}

/// A title is named, not said: "The museum showed “Winter Light”".
fn shows_title(layout: &Layout, titles: &[bool], draft: &Draft) -> bool {
    let only = draft.pieces.iter().all(|p| p.quoted_only && titles[p.stretches.clone()].iter().all(|&t| t));
    let speaks =
        draft.cue.as_ref().is_some_and(|c| c.clone().any(|i| lexicon::surely_reporting(layout.word(i)).is_some()));
    only && !speaks
}

/// "known as “the Butcher”", "a seminar called “Then and Now”": a name is given, nothing is said.
fn only_names(layout: &Layout, draft: &Draft) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let last = layout.word(cue.end - 1);
    let named = matches!(last, "titled" | "entitled" | "nicknamed" | "named" | "dubbed" | "called")
        || (last == "as" && cue.clone().any(|i| layout.word(i) == "known"));
    let right_behind = draft.pieces.len() == 1 && draft.is_direct() && draft.hull().start == cue.end;
    // "a film called “…”", but not "what she called “…”".
    let called = matches!(last, "called" | "dubbed")
        && !draft.speaker.as_ref().is_some_and(|s| matches!(layout.word(s.start), "a" | "an" | "A" | "An"));
    named && right_behind && !called
}

/// Which draft each stretch belongs to: the innermost. A title inside a longer content is nobody's.
fn owners(stretches: usize, titles: &[bool], drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut owner: Vec<Option<usize>> = vec![None; stretches];
    for (d, draft) in drafts.iter().enumerate() {
        for piece in &draft.pieces {
            for s in piece.stretches.clone() {
                let inner = owner[s].is_none_or(|other| drafts[other].hull().len() > draft.hull().len());
                if inner && (piece.quoted_only || !titles[s]) {
                    owner[s] = Some(d);
                }
            }
        }
    }
    owner
}

fn finish(layout: &Layout, stretches: &[Stretch], owner: &[Option<usize>], draft: &Draft, d: usize) -> Quote {
    let own = draft.pieces.iter().flat_map(|p| p.stretches.clone()).filter(|&s| owner[s] == Some(d));
    let quoted: Vec<_> = own.map(|s| layout.quoted[stretches[s].quoted].span).collect();
    let kind = match (draft.pieces.iter().all(|p| p.quoted_only), quoted.is_empty()) {
        (true, false) => QuoteType::Direct,
        (false, false) => QuoteType::Mixed,
        (_, true) => QuoteType::Indirect,
    };
    let content = match kind {
        // Marks between two stretches, or after the last one, are not said.
        QuoteType::Direct => quoted.clone(),
        _ => draft.pieces.iter().map(|p| bytes(layout, &p.tokens)).collect(),
    };
    Quote {
        kind,
        content,
        quoted,
        cue: draft.cue.iter().map(|c| bytes(layout, c)).collect(),
        speaker: draft.speaker.iter().map(|s| bytes(layout, s)).collect(),
        chain: draft.chain,
        confidence: confidence(draft, kind),
        why: draft.why,
    }
}
