//! Training examples for the linker: the candidates that it will see, and which of them belong together according to
//! PolNeAR's gold spans.

use super::assemble::assemble;
use super::confidence;
use super::linker;
use super::spans::Spans;
use crate::layout::Layout;
use crate::syntax::TokenView;
use crate::tagger::Tagging;
use crate::text::Span;
use crate::tokens::token_at;
use core::cmp::Reverse;
use core::ops::Range;

/// One attribution's gold spans, as bytes.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    pub content: Vec<Span>,
    pub cue: Vec<Span>,
    pub speaker: Vec<Span>,
}

/// One choice: the candidates' features and the right one, if any.
#[derive(Clone, Debug)]
pub struct Example {
    pub features: Vec<Vec<f32>>,
    pub right: Option<usize>,
    /// "cue" (of a content), "speaker" (of a cue) or "confidence" (one candidate: is the quotation right?).
    pub choice: &'static str,
}

/// The choices that a text offers. A candidate stands for the attribution whose gold span it overlaps most; one that
/// overlaps none belongs to no attribution.
pub fn examples(layout: &Layout, tagging: &Tagging, gold: &[Gold]) -> Vec<Example> {
    let view = TokenView::new(layout, &[]);
    let spans = Spans::of(&view, tagging);
    let gold_contents = Owners::of(layout, gold.iter().map(|g| &g.content));
    let gold_cues = Owners::of(layout, gold.iter().map(|g| &g.cue));
    let gold_speakers = Owners::of(layout, gold.iter().map(|g| &g.speaker));
    let mut out = Vec::new();
    for (index, content) in spans.contents.iter().enumerate() {
        let near = linker::cues_near(&spans, index);
        let features = near.iter().map(|&cue| spans.cue_features(index, cue).to_vec()).collect();
        let right = gold_contents.all(&content.tokens, 0.5).into_iter().find_map(|owner| {
            near.iter().position(|&cue| gold_cues.all(&spans.cues[cue].tokens, 0.0).contains(&owner))
        });
        out.push(Example { features, right, choice: "cue" });
    }
    for (index, cue) in spans.cues.iter().enumerate() {
        let near = linker::speakers_near(&spans, index);
        let features = near.iter().map(|&speaker| spans.speaker_features(index, speaker).to_vec()).collect();
        let owners = gold_cues.all(&cue.tokens, 0.0);
        // The speaker of a wrong cue teaches nothing.
        let Some(owner) = owners.first() else { continue };
        let right = near.iter().position(|&s| gold_speakers.all(&spans.speakers[s].tokens, 0.0).contains(owner));
        out.push(Example { features, right, choice: "speaker" });
    }
    let (quotations, candidates) = assemble(&spans, &[]);
    for (quote, candidate) in quotations.quotes.iter().zip(&candidates) {
        let owners = gold_contents.all(&candidate.hull(), 0.5);
        // Right means: half of the content is found, and the speaker if there is one.
        let right = owners.iter().any(|&k| {
            gold[k].speaker.is_empty()
                || candidate.speaker.as_ref().is_some_and(|s| gold_speakers.all(s, 0.0).contains(&k))
        });
        out.push(Example {
            features: vec![confidence::features(candidate, quote.kind).to_vec()],
            right: right.then_some(0),
            choice: "confidence",
        });
    }
    out
}

/// Gold spans in tokens, with the attribution that each belongs to.
struct Owners(Vec<(Range<usize>, usize)>);

impl Owners {
    fn of<'g>(layout: &Layout, spans: impl Iterator<Item = &'g Vec<Span>>) -> Owners {
        let tokens = |span: Span| {
            let start = token_at(&layout.tokens, span.start);
            start..layout.tokens.partition_point(|t| t.span.start < span.end)
        };
        Owners(spans.enumerate().flat_map(|(k, spans)| spans.iter().map(move |&s| (tokens(s), k))).collect())
    }

    /// The attributions whose spans cover more than this share of the tokens, the best first; of two that
    /// cover as much, the inner one.
    fn all(&self, tokens: &Range<usize>, share: f32) -> Vec<usize> {
        let mut found: Vec<(Reverse<usize>, usize, usize)> = Vec::new();
        for (span, attribution) in &self.0 {
            let overlap = span.end.min(tokens.end).saturating_sub(span.start.max(tokens.start));
            if overlap > 0 && overlap as f32 >= share * tokens.len() as f32 {
                found.push((Reverse(overlap), span.len(), *attribution));
            }
        }
        found.sort();
        found.into_iter().map(|(_, _, attribution)| attribution).collect()
    }
}
