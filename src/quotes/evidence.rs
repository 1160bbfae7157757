//! Everything that may be a part of a quotation: pieces of content, cues, speakers.
//!
//! Most of it is what the tagger marks. Where it marks no cue beside a quotation, or no speaker beside a
//! cue, the words there are looked at, so that the linker has something to choose from.

use super::beside;
use super::decode::{self, RoleSpan, probability};
use super::features::{Candidates, Spanned, within};
use super::phrase;
use super::piece::{self, Piece};
use super::stretch::{self, Stretch};
use crate::layout::Layout;
use crate::tagger::{Role, Tagging};
use crate::text::chars::is_dash;
use crate::tokens::TokenKind;
use core::ops::Range;

/// Each list is in order, and in none does one overlap another.
pub struct Evidence {
    pub stretches: Vec<Stretch>,
    pub pieces: Vec<Piece>,
    pub cues: Vec<RoleSpan>,
    pub speakers: Vec<RoleSpan>,
}

impl Evidence {
    pub fn of(layout: &Layout, tagging: &Tagging) -> Evidence {
        let stretches = stretch::stretches(layout);
        let roles = decode::roles(layout, tagging);
        // What is said inside quotation marks is the quoted one's own report, not the text's.
        let outside =
            |spans: Vec<RoleSpan>| spans.into_iter().filter(|s| !is_inside(&stretches, &s.tokens)).collect::<Vec<_>>();
        let (mut cues, mut speakers) = (outside(roles.cues), outside(roles.speakers));
        speakers.retain(|s| s.tokens.clone().any(|i| layout.tokens[i].kind == TokenKind::Word));
        let pieces = piece::pieces(layout, tagging, &roles.contents, &stretches, &cues);
        let (more_cues, more_speakers) = beside_quotations(layout, tagging, &pieces, &stretches, &cues);
        merge(&mut cues, more_cues);
        merge(&mut speakers, more_speakers);
        let more = beside_cues(layout, tagging, &stretches, &cues, &speakers);
        merge(&mut speakers, more);
        Evidence { stretches, pieces, cues, speakers }
    }

    pub fn candidates<'a>(&'a self, layout: &'a Layout<'a>) -> Candidates<'a> {
        Candidates { layout, pieces: &self.pieces, cues: &self.cues, speakers: &self.speakers }
    }
}

fn is_inside(stretches: &[Stretch], tokens: &Range<usize>) -> bool {
    let k = stretches.partition_point(|s| s.tokens.end <= tokens.start);
    stretches.get(k).is_some_and(|s| s.tokens.start <= tokens.start && tokens.end <= s.tokens.end)
}

/// A span found by its words; without a tagger it is as sure as any.
fn found(tagging: &Tagging, tokens: Range<usize>, role: Role) -> RoleSpan {
    let p = if tagging.roles.is_empty() { 1.0 } else { probability(tagging, &tokens, role) };
    RoleSpan { tokens, p }
}

/// Cues and speakers beside quoted pieces that have no cue in their sentence.
fn beside_quotations(
    layout: &Layout,
    tagging: &Tagging,
    pieces: &[Piece],
    stretches: &[Stretch],
    cues: &[RoleSpan],
) -> (Vec<RoleSpan>, Vec<RoleSpan>) {
    let (mut more_cues, mut more_speakers) = (Vec::new(), Vec::new());
    for (k, piece) in pieces.iter().enumerate() {
        let speech = piece.claimed
            || tagging.roles.is_empty()
            || stretches[piece.stretches.clone()].iter().any(Stretch::is_sentence);
        if piece.stretches.is_empty() || !speech {
            continue;
        }
        let paragraph = layout.tokens[piece.tokens.start].paragraph;
        let previous = if k > 0 { pieces[k - 1].tokens.end } else { 0 };
        let floor = previous.max(reported_from(layout, piece.tokens.start));
        let next = pieces.get(k + 1).map_or(layout.tokens.len(), |p| p.tokens.start);
        let limit = next.min(layout.sentences[layout.sentence_of(piece.tokens.end - 1)].tokens.end);
        if !within(cues, &(floor..piece.tokens.start)).is_empty()
            || !within(cues, &(piece.tokens.end..limit)).is_empty()
        {
            continue;
        }
        let goes_on = layout.tokens.get(piece.tokens.end).is_some_and(|t| t.paragraph == paragraph);
        let after = if goes_on {
            beside::after(layout, piece.tokens.end, limit)
        } else {
            signature(layout, piece.tokens.end, next)
        };
        if let Some(b) = after.or_else(|| beside::before(layout, piece.tokens.start, floor)) {
            more_cues.push(found(tagging, b.cue, Role::Cue));
            more_speakers.extend(b.speaker.map(|s| found(tagging, s, Role::Speaker)));
        }
    }
    (more_cues, more_speakers)
}

/// "— Ana Ruiz" on a line of its own under the quotation that ends before token `from`.
fn signature(layout: &Layout, from: usize, next: usize) -> Option<beside::Beside> {
    let dash = from < next && layout.word(from).chars().all(|c| is_dash(c) || c == '-');
    let line = layout.sentences[layout.sentence_of(from.min(layout.tokens.len() - 1))].tokens.end;
    if dash { beside::after(layout, from, line.min(next)) } else { None }
}

/// Where the sentence that may introduce the token begins: its own, or the one before if that ends
/// with a colon, even in the paragraph before.
fn reported_from(layout: &Layout, token: usize) -> usize {
    let sentence = layout.sentence_of(token);
    let start = layout.sentences[sentence].tokens.start;
    let introduced = start == token && start > 0 && layout.word(start - 1) == ":";
    if introduced { layout.sentences[sentence - 1].tokens.start } else { start }
}

/// The noun phrases on both sides of cues that no speaker stands beside.
fn beside_cues(
    layout: &Layout,
    tagging: &Tagging,
    stretches: &[Stretch],
    cues: &[RoleSpan],
    speakers: &[RoleSpan],
) -> Vec<RoleSpan> {
    let mut more = Vec::new();
    for cue in cues {
        let c = &cue.tokens;
        let near = c.start.saturating_sub(3)..c.end + 2;
        let k = speakers.partition_point(|s| s.tokens.end <= near.start);
        if speakers.get(k).is_some_and(|s| s.tokens.start < near.end) {
            continue;
        }
        let sentence = &layout.sentences[layout.sentence_of(c.start)].tokens;
        let outside = |s: &Range<usize>| {
            !stretches[stretches.partition_point(|q| q.tokens.end <= s.start)..]
                .first()
                .is_some_and(|q| q.tokens.start < s.end)
        };
        let after = phrase::beginning_at(layout, c.end, sentence.end).filter(outside);
        let before = phrase::subject_of(layout, c.start, sentence.start).filter(outside);
        more.extend([after, before].into_iter().flatten().map(|s| found(tagging, s, Role::Speaker)));
    }
    more
}

/// Puts spans into a list, leaving out those that overlap one that is there.
fn merge(list: &mut Vec<RoleSpan>, mut more: Vec<RoleSpan>) {
    more.retain(|m| {
        let k = list.partition_point(|s| s.tokens.end <= m.tokens.start);
        list.get(k).is_none_or(|s| s.tokens.start >= m.tokens.end)
    });
    list.append(&mut more);
    list.sort_by_key(|s| (s.tokens.start, s.tokens.end));
    list.dedup_by(|later, earlier| later.tokens().start < earlier.tokens().end);
}
