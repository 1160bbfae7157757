//! Puts quotations together from linked pieces, and finds who says what no cue reports.

use super::decode::RoleSpan;
use super::evidence::Evidence;
use super::features::Candidates;
use super::piece::Piece;
use super::speaker::{self, Mentions, bytes};
use super::stretch::Stretch;
use super::{Quotations, Quote, QuoteType, link};
use crate::chains::Chain;
use crate::layout::Layout;
use core::ops::Range;

/// What was found, in the layout it was found in.
struct Found<'a> {
    layout: &'a Layout<'a>,
    stretches: &'a [Stretch],
    pieces: &'a [Piece],
    cues: &'a [RoleSpan],
    speakers: &'a [RoleSpan],
}

/// A quotation in the making.
struct Draft {
    pieces: Vec<usize>,
    cue: Option<usize>,
    speaker: Option<Range<usize>>,
    chain: Option<usize>,
    confidence: f32,
    why: &'static str,
}

pub fn assemble(layout: &Layout, chains: &[Chain], evidence: &Evidence) -> Quotations {
    let Evidence { stretches, pieces, cues, speakers } = evidence;
    let found = &Found { layout, stretches, pieces, cues, speakers };
    let mentions = Mentions::of(chains);
    let mut drafts = drafts(found, &evidence.candidates(layout));
    for draft in &mut drafts {
        if let Some(tokens) = &draft.speaker {
            draft.chain = speaker::chain(found.layout, &mentions, tokens);
        }
    }
    for d in 0..drafts.len() {
        if drafts[d].cue.is_none() {
            infer(found, &mentions, &mut drafts, d);
        }
    }
    let mut used = vec![false; found.stretches.len()];
    let mut quotes: Vec<Quote> = drafts.iter().map(|d| finish(found, d, &mut used)).collect();
    quotes.sort_by_key(|q| q.content[0].start);
    let terms = found.stretches.iter().zip(used).filter(|(_, used)| !used).map(|(s, _)| found.layout.quoted[s.quoted].span).collect();
    Quotations { quotes, terms }
}

fn drafts(found: &Found, candidates: &Candidates) -> Vec<Draft> {
    let mut cue: Vec<Option<usize>> = (0..found.pieces.len()).map(|p| link::cue_of_piece(candidates, p).map(|l| l.to)).collect();
    share_over_paragraphs(found, &mut cue);
    let mut drafts: Vec<Draft> = Vec::new();
    // By cue and by piece, the draft they are in.
    let mut by_cue: Vec<Option<usize>> = vec![None; found.cues.len()];
    let mut by_piece: Vec<Option<usize>> = vec![None; found.pieces.len()];
    for p in 0..found.pieces.len() {
        let known = match cue[p] {
            Some(c) => by_cue[c],
            None if !is_speech(found, p) => continue,
            None => p.checked_sub(1).filter(|&before| goes_on(found, before, p) || resumes(found, before, p, cue[before])).and_then(|before| by_piece[before]),
        };
        let d = known.unwrap_or_else(|| {
            drafts.push(draft(found, candidates, cue[p]));
            drafts.len() - 1
        });
        drafts[d].pieces.push(p);
        by_piece[p] = Some(d);
        if let Some(c) = cue[p] {
            by_cue[c] = Some(d);
        }
    }
    drafts
}

fn draft(found: &Found, candidates: &Candidates, cue: Option<usize>) -> Draft {
    let linked = cue.and_then(|c| link::speaker_of_cue(candidates, c));
    let speaker = linked.map(|l| found.speakers[l.to].tokens.clone());
    let why = if speaker.is_some() { "the speaker of the cue" } else { "the cue has no speaker" };
    Draft { pieces: Vec::new(), cue, speaker, chain: None, confidence: 0.0, why }
}

/// A quotation that goes on over paragraphs has one cue, wherever it stands.
fn share_over_paragraphs(found: &Found, cue: &mut [Option<usize>]) {
    for p in 1..cue.len() {
        if cue[p].is_none() && goes_on(found, p - 1, p) {
            cue[p] = cue[p - 1];
        }
    }
    for p in (1..cue.len()).rev() {
        if cue[p - 1].is_none() && goes_on(found, p - 1, p) {
            cue[p - 1] = cue[p];
        }
    }
}

/// The first piece was left open at its paragraph's end, to go on in the second.
fn goes_on(found: &Found, first: usize, second: usize) -> bool {
    let stretches = &found.pieces[first].stretches;
    stretches.end > stretches.start && found.stretches[stretches.end - 1].continues && !found.pieces[second].stretches.is_empty()
}

/// “…,” she said. “…”: the second piece begins the sentence after the first one's cue, or stands
/// beside the first with nothing but marks between.
fn resumes(found: &Found, first: usize, second: usize, cue: Option<usize>) -> bool {
    let (a, b) = (&found.pieces[first], &found.pieces[second]);
    let layout = found.layout;
    if !a.quoted_only || !b.quoted_only || layout.tokens[a.tokens.start].paragraph != layout.tokens[b.tokens.start].paragraph {
        return false;
    }
    let last = cue.map_or(a.tokens.end, |c| a.tokens.end.max(found.cues[c].tokens.end));
    layout.sentence_of(b.tokens.start) - layout.sentence_of(last - 1) <= 1
}

/// Somebody says this, though no cue was found.
fn is_speech(found: &Found, piece: usize) -> bool {
    let piece = &found.pieces[piece];
    let stretches = &found.stretches[piece.stretches.clone()];
    stretches.iter().any(|s| s.is_sentence() || s.continues) || (piece.claimed && piece.quoted_only)
}

/// Who says a quotation without a cue.
fn infer(found: &Found, mentions: &Mentions, drafts: &mut [Draft], d: usize) {
    let layout = found.layout;
    let start = found.pieces[drafts[d].pieces[0]].tokens.start;
    let sentence = layout.sentence_of(start);
    let paragraph = layout.tokens[start].paragraph;
    let opens_paragraph = start == 0 || layout.tokens[start - 1].paragraph != paragraph;
    let take = |draft: &mut Draft, (tokens, chain): (Range<usize>, usize), why: &'static str| {
        (draft.speaker, draft.chain, draft.why) = (Some(tokens), Some(chain), why);
    };
    if sentence > 0 {
        let before = &layout.sentences[sentence - 1];
        let colon = layout.word(before.tokens.end - 1) == ":";
        if (colon || !opens_paragraph)
            && let Some(who) = speaker::subject(layout, mentions, sentence - 1)
        {
            return take(&mut drafts[d], who, if colon { "named before the colon" } else { "named in the sentence before" });
        }
    }
    // Turns of a dialogue: paragraphs that are quotations follow each other.
    let previous = d.checked_sub(1).filter(|&k| opens_paragraph && last_paragraph(found, &drafts[k]) + 1 == paragraph);
    if let Some(previous) = previous {
        let asked = found.pieces[drafts[previous].pieces[0]].tokens.clone();
        let question = asked.clone().rev().take(3).any(|i| layout.word(i).ends_with('?'));
        let earlier = previous.checked_sub(1).filter(|&k| last_paragraph(found, &drafts[k]) + 2 == paragraph && drafts[k].chain != drafts[previous].chain);
        let (from, why) = match earlier {
            Some(earlier) => (Some(earlier), "the turns of a dialogue"),
            None if question => (None, "nobody is named"),
            None => (Some(previous), "the quotation before goes on"),
        };
        if let Some(from) = from {
            (drafts[d].speaker, drafts[d].chain) = (drafts[from].speaker.clone(), drafts[from].chain);
        }
        drafts[d].why = why;
        return;
    }
    let after = sentence + 1;
    if after < layout.sentences.len()
        && layout.tokens[layout.sentences[after].tokens.start].paragraph == paragraph
        && let Some(who) = speaker::subject(layout, mentions, after)
    {
        return take(&mut drafts[d], who, "named in the sentence after");
    }
    drafts[d].why = "nobody is named";
}

fn last_paragraph(found: &Found, draft: &Draft) -> u32 {
    let last = draft.pieces[draft.pieces.len() - 1];
    found.layout.tokens[found.pieces[last].tokens.end - 1].paragraph
}

fn finish(found: &Found, draft: &Draft, used: &mut [bool]) -> Quote {
    let layout = found.layout;
    let pieces = || draft.pieces.iter().map(|&p| &found.pieces[p]);
    let mut quoted = Vec::new();
    for piece in pieces() {
        for s in piece.stretches.clone() {
            used[s] = true;
            quoted.push(layout.quoted[found.stretches[s].quoted].span);
        }
    }
    let kind = match (pieces().all(|p| p.quoted_only), quoted.is_empty()) {
        (true, _) => QuoteType::Direct,
        (false, false) => QuoteType::Mixed,
        (false, true) => QuoteType::Indirect,
    };
    let content = match kind {
        // Marks between two stretches, or after the last one, are not said.
        QuoteType::Direct => quoted.clone(),
        _ => pieces().map(|p| bytes(layout, &p.tokens)).collect(),
    };
    Quote {
        kind,
        content,
        quoted,
        cue: draft.cue.map(|c| bytes(layout, &found.cues[c].tokens)).into_iter().collect(),
        speaker: draft.speaker.as_ref().map(|s| bytes(layout, s)).into_iter().collect(),
        chain: draft.chain,
        confidence: draft.confidence,
        why: draft.why,
    }
}
