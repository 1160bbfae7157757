//! What the linker is trained on: gold spans as candidates, and which of them belong together.

use super::decode::RoleSpan;
use super::features::Candidates;
use super::link;
use super::piece;
use super::stretch;
use crate::layout::Layout;
use crate::text::Span;
use crate::tokens::token_at;
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
    /// "cue" (of a piece) or "speaker" (of a cue).
    pub choice: &'static str,
}

pub fn examples(layout: &Layout, gold: &[Gold]) -> Vec<Example> {
    let tokens = |span: Span| {
        let start = token_at(&layout.tokens, span.start);
        start..layout.tokens.partition_point(|t| t.span.start < span.end).max(start + 1).min(layout.tokens.len())
    };
    let listed = |of: fn(&Gold) -> &Vec<Span>| {
        let mut all: Vec<(Range<usize>, usize)> = gold.iter().enumerate().flat_map(|(k, g)| of(g).iter().map(move |&s| (s, k))).map(|(s, k)| (tokens(s), k)).collect();
        all.sort_by_key(|(r, _)| (r.start, r.end));
        all.dedup_by(|a, b| a.0.start < b.0.end);
        all
    };
    let (contents, cues, speakers) = (listed(|g| &g.content), listed(|g| &g.cue), listed(|g| &g.speaker));
    let spans = |list: &[(Range<usize>, usize)]| list.iter().map(|(r, _)| RoleSpan { tokens: r.clone(), p: 1.0 }).collect::<Vec<_>>();
    let (content_spans, cue_spans, speaker_spans) = (spans(&contents), spans(&cues), spans(&speakers));
    let pieces = piece::pieces(layout, &content_spans, &stretch::stretches(layout), &cue_spans);
    let c = Candidates { layout, pieces: &pieces, cues: &cue_spans, speakers: &speaker_spans };
    let mut out = Vec::new();
    for (p, piece) in pieces.iter().enumerate() {
        let owner = contents.iter().find(|(r, _)| r.start < piece.tokens.end && piece.tokens.start < r.end).map(|(_, k)| *k);
        let near = link::cues_near(&c, p);
        let features = near.iter().map(|&k| c.cue_of_piece(p, k).to_vec()).collect();
        let right = near.iter().position(|&k| owner == Some(cues[k].1));
        out.push(Example { features, right, choice: "cue" });
    }
    for (k, cue) in cues.iter().enumerate() {
        let near = link::speakers_near(&c, k);
        let features = near.iter().map(|&s| c.speaker_of_cue(k, s).to_vec()).collect();
        let owner = &gold[cue.1].speaker;
        let right = near.iter().position(|&s| owner.iter().any(|&g| tokens(g) == speakers[s].0));
        out.push(Example { features, right, choice: "speaker" });
    }
    out
}
