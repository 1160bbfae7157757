//! Quotations in the making: pieces grouped by their cue, and the speaker of each cue.

use super::evidence::Evidence;
use super::features::{Candidates, within};
use super::lexicon::surely_reporting;
use super::link;
use super::phrase;
use super::piece::Piece;
use crate::layout::Layout;
use crate::text::chars::is_dash;
use core::ops::Range;

#[derive(Clone, Debug)]
pub struct Draft {
    /// In order; at least one.
    pub pieces: Vec<Piece>,
    pub cue: Option<Range<usize>>,
    pub speaker: Option<Range<usize>>,
    pub chain: Option<usize>,
    /// By how much the linker preferred this cue and this speaker to any other.
    pub cue_margin: f32,
    pub speaker_margin: f32,
    pub why: &'static str,
}

impl Draft {
    /// Nothing but what stands in marks.
    pub fn is_direct(&self) -> bool {
        self.pieces.iter().all(|p| p.quoted_only)
    }

    /// From the first token of content to the last.
    pub fn hull(&self) -> Range<usize> {
        self.pieces[0].tokens.start..self.pieces[self.pieces.len() - 1].tokens.end
    }

    /// What is reported holds neither its own speaker nor its own cue: where it was found to ("expect this
    /// number to grow", said by "number"), those were found wrongly.
    pub fn keep_apart(&mut self) {
        let reported =
            |span: &Range<usize>| self.pieces.iter().any(|p| p.tokens.start < span.end && span.start < p.tokens.end);
        if self.cue.as_ref().is_some_and(reported) {
            self.cue = None;
        }
        if self.speaker.as_ref().is_some_and(reported) {
            (self.speaker, self.chain) = (None, None);
            self.why = if self.cue.is_some() { "the cue has no speaker" } else { "nobody is named" };
        }
    }
}

/// The drafts in order of their content, and the cues that report nothing, with their speakers.
pub fn drafts(layout: &Layout, evidence: &Evidence) -> (Vec<Draft>, Vec<Idle>) {
    let Evidence { pieces, cues, .. } = evidence;
    let candidates = &evidence.candidates(layout);
    let mut links: Vec<Option<(usize, f32)>> = (0..pieces.len())
        .map(|p| {
            if let Some(cue) = signature(layout, evidence, p) {
                return Some((cue, 0.0));
            }
            let link = link::cue_of_piece(candidates, p)?;
            let cue = inner_cue(layout, evidence, p, link.to);
            (!is_another_paragraphs(layout, evidence, p, cue)).then_some((cue, link.margin))
        })
        .collect();
    for p in 0..pieces.len() {
        if links[p].is_some_and(|(c, _)| is_far(layout, evidence, p, c, p.checked_sub(1).and_then(|q| links[q]))) {
            links[p] = None;
        }
    }
    share_over_paragraphs(layout, evidence, &mut links);
    let mut drafts: Vec<Draft> = Vec::new();
    // By cue and by piece, the draft they are in.
    let mut by_cue: Vec<Option<usize>> = vec![None; cues.len()];
    let mut by_piece: Vec<Option<usize>> = vec![None; pieces.len()];
    for p in 0..pieces.len() {
        let known = match links[p] {
            Some((c, _)) => by_cue[c],
            None if !is_speech(evidence, p) => continue,
            None => p
                .checked_sub(1)
                .filter(|&before| {
                    goes_on(evidence, before, p) || resumes(layout, evidence, before, p, links[before].map(|l| l.0))
                })
                .and_then(|before| by_piece[before]),
        };
        let d = known.unwrap_or_else(|| {
            drafts.push(draft(candidates, links[p], !pieces[p].stretches.is_empty()));
            drafts.len() - 1
        });
        drafts[d].pieces.push(pieces[p].clone());
        by_piece[p] = Some(d);
        if let Some((c, _)) = links[p] {
            by_cue[c] = Some(d);
        }
    }
    let idle = (0..cues.len()).filter(|&c| by_cue[c].is_none()).filter_map(|c| Idle::of(candidates, c)).collect();
    (drafts, idle)
}

/// A cue that no piece is linked to, but that has a speaker.
#[derive(Clone, Debug)]
pub struct Idle {
    pub cue: Range<usize>,
    pub speaker: Range<usize>,
    pub speaker_margin: f32,
}

impl Idle {
    fn of(c: &Candidates, cue: usize) -> Option<Idle> {
        let link = link::speaker_of_cue(c, cue, 0.0)?;
        Some(Idle {
            cue: c.cues[cue].tokens.clone(),
            speaker: c.speakers[link.to].tokens.clone(),
            speaker_margin: link.margin,
        })
    }
}

/// Somebody nearly always speaks where there are marks: a poor candidate is better than none.
const POOREST: f32 = -6.0;

fn draft(c: &Candidates, link: Option<(usize, f32)>, marks: bool) -> Draft {
    let mut draft = Draft {
        pieces: Vec::new(),
        cue: None,
        speaker: None,
        chain: None,
        cue_margin: 0.0,
        speaker_margin: 0.0,
        why: "nobody is named",
    };
    let Some((cue, margin)) = link else { return draft };
    let tokens = c.cues[cue].tokens.clone();
    draft.cue_margin = margin;
    draft.why = "the cue has no speaker";
    // "was told by the captain"
    let passive = matches!(c.layout.word(tokens.start), "was" | "were" | "is" | "are" | "been" | "be");
    let by = passive && tokens.end < c.layout.tokens.len() && c.layout.word(tokens.end) == "by";
    let agent = if by && marks { phrase::beginning_at(c.layout, tokens.end + 1, c.layout.tokens.len()) } else { None };
    if agent.is_some() {
        draft.speaker = agent;
    } else if let Some(link) = link::speaker_of_cue(c, cue, if marks { POOREST } else { 0.0 }) {
        draft.speaker = Some(c.speakers[link.to].tokens.clone());
        draft.speaker_margin = link.margin;
    }
    if draft.speaker.is_some() {
        draft.why = "the speaker of the cue";
    }
    draft.cue = Some(tokens);
    draft
}

/// "According to the paper, the minister said that …" is two reports; PolNeAR often has the outer one
/// alone, but the words are the minister's.
fn inner_cue(layout: &Layout, evidence: &Evidence, piece: usize, cue: usize) -> usize {
    let (p, c) = (&evidence.pieces[piece].tokens, &evidence.cues[cue].tokens);
    if c.end > p.start || !layout.word(c.start).eq_ignore_ascii_case("according") {
        return cue;
    }
    let between = within(&evidence.cues, &(c.end..p.start));
    let inner = between.iter().rposition(|b| {
        p.start.checked_sub(b.tokens.end).is_some_and(|gap| gap <= 10)
            && b.tokens.clone().any(|i| surely_reporting(layout.word(i)).is_some())
    });
    inner.map_or(cue, |k| cue + 1 + k)
}

/// The cue stands in a paragraph before, and nothing says that this piece goes on from there.
fn is_another_paragraphs(layout: &Layout, evidence: &Evidence, piece: usize, cue: usize) -> bool {
    let (p, c) = (&evidence.pieces[piece].tokens, &evidence.cues[cue].tokens);
    let apart = c.start < p.start && layout.tokens[c.end - 1].paragraph != layout.tokens[p.start].paragraph;
    let introduced = p.start > 0 && layout.word(p.start - 1) == ":";
    apart && !introduced && !(piece > 0 && goes_on(evidence, piece - 1, piece))
}

/// A quotation after a sentence of somebody else's is not the one before that sentence going on.
fn is_far(layout: &Layout, evidence: &Evidence, piece: usize, cue: usize, before: Option<(usize, f32)>) -> bool {
    let (p, c) = (&evidence.pieces[piece], &evidence.cues[cue].tokens);
    let follows = |end: usize| layout.sentence_of(p.tokens.start) <= layout.sentence_of(end - 1) + 1;
    let resumed = before.is_some_and(|(other, _)| other == cue) && follows(evidence.pieces[piece - 1].tokens.end);
    p.quoted_only && c.end <= p.tokens.start && !follows(c.end) && !resumed && layout.word(p.tokens.start - 1) != ":"
}

/// The dash before a name on the line under a quotation.
fn signature(layout: &Layout, evidence: &Evidence, piece: usize) -> Option<usize> {
    let end = evidence.pieces[piece].tokens.end;
    let next = layout.tokens.get(end)?;
    let own_line = next.paragraph != layout.tokens[end - 1].paragraph;
    let cue = evidence.cues.partition_point(|c| c.tokens.start < end);
    let dash = layout.word(end).chars().all(|c| is_dash(c) || c == '-');
    (own_line && dash && evidence.cues.get(cue).is_some_and(|c| c.tokens == (end..end + 1))).then_some(cue)
}

/// A quotation that goes on over paragraphs has one cue, wherever it stands.
fn share_over_paragraphs(layout: &Layout, evidence: &Evidence, links: &mut [Option<(usize, f32)>]) {
    for p in 1..links.len() {
        if links[p].is_none() && goes_on(evidence, p - 1, p) {
            links[p] = links[p - 1];
        }
    }
    for p in (1..links.len()).rev() {
        let loose = links[p - 1].is_none_or(|(cue, _)| is_sentences_away(layout, evidence, p - 1, cue));
        if loose && links[p].is_some() && goes_on(evidence, p - 1, p) {
            links[p - 1] = links[p];
        }
    }
}

/// The cue ends a sentence before the piece's, and no colon leads over: the cue of where the quotation
/// goes on is surer.
fn is_sentences_away(layout: &Layout, evidence: &Evidence, piece: usize, cue: usize) -> bool {
    let (p, c) = (&evidence.pieces[piece].tokens, &evidence.cues[cue].tokens);
    c.end <= p.start && layout.sentence_of(c.end - 1) < layout.sentence_of(p.start) && layout.word(p.start - 1) != ":"
}

/// The first piece was left open at its paragraph's end, to go on in the second.
fn goes_on(evidence: &Evidence, first: usize, second: usize) -> bool {
    let stretches = &evidence.pieces[first].stretches;
    stretches.end > stretches.start
        && evidence.stretches[stretches.end - 1].continues
        && !evidence.pieces[second].stretches.is_empty()
}

/// “…,” she said. “…”: the second piece begins the sentence after the first one's cue, or stands
/// beside the first with nothing but marks between.
fn resumes(layout: &Layout, evidence: &Evidence, first: usize, second: usize, cue: Option<usize>) -> bool {
    let (a, b) = (&evidence.pieces[first], &evidence.pieces[second]);
    if !a.quoted_only
        || !b.quoted_only
        || layout.tokens[a.tokens.start].paragraph != layout.tokens[b.tokens.start].paragraph
    {
        return false;
    }
    let last = cue.map_or(a.tokens.end, |c| a.tokens.end.max(evidence.cues[c].tokens.end));
    layout.sentence_of(b.tokens.start) <= layout.sentence_of(last - 1) + 1
}

/// Somebody says this, though no cue was found.
fn is_speech(evidence: &Evidence, piece: usize) -> bool {
    let piece = &evidence.pieces[piece];
    let stretches = &evidence.stretches[piece.stretches.clone()];
    stretches.iter().any(|s| s.is_sentence() || s.continues) || (piece.claimed && piece.quoted_only)
}
