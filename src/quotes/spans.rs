//! Everything that may be a part of a quotation: contents of content, cues, speakers.
//!
//! Most of it is what the tagger marks. Where it marks no cue adjacent a quotation, or no speaker adjacent a
//! cue, the words there are looked at, so that the linker has something to choose from.

use super::adjacent;
use super::content_span::{self, ContentSpan};
use super::decode::{self, RoleSpan, probability};
use super::features::{Candidates, Spanned, within};
use super::quoted_span::{self, QuotedSpan};
use crate::layout::Layout;
use crate::syntax::noun_phrase;
use crate::tagger::{Role, Tagging};
use crate::text::chars::is_dash;
use crate::tokens::TokenKind;
use core::ops::Range;

/// Each list is in order, and in none does one overlap another.
pub struct Spans {
    pub quoted_spans: Vec<QuotedSpan>,
    pub contents: Vec<ContentSpan>,
    pub cues: Vec<RoleSpan>,
    pub speakers: Vec<RoleSpan>,
}

impl Spans {
    pub fn of(layout: &Layout, tagging: &Tagging) -> Spans {
        let quoted_spans = quoted_span::quoted_spans(layout);
        let roles = decode::roles(layout, tagging);
        // What is said inside quotation marks is the quoted one's own report, not the text's.
        let outside = |spans: Vec<RoleSpan>| {
            spans.into_iter().filter(|s| !is_inside(&quoted_spans, &s.tokens)).collect::<Vec<_>>()
        };
        let (mut cues, mut speakers) = (outside(roles.cues), outside(roles.speakers));
        speakers.retain(|s| s.tokens.clone().any(|i| layout.tokens[i].kind == TokenKind::Word));
        let contents = content_span::content_spans(layout, tagging, &roles.contents, &quoted_spans, &cues);
        let (more_cues, more_speakers) = beside_quotations(layout, tagging, &contents, &quoted_spans, &cues);
        merge(&mut cues, more_cues);
        merge(&mut speakers, more_speakers);
        let more = beside_cues(layout, tagging, &quoted_spans, &cues, &speakers);
        merge(&mut speakers, more);
        Spans { quoted_spans, contents, cues, speakers }
    }

    pub fn candidates<'a>(&'a self, layout: &'a Layout<'a>) -> Candidates<'a> {
        Candidates { layout, contents: &self.contents, cues: &self.cues, speakers: &self.speakers }
    }
}

fn is_inside(quoted_spans: &[QuotedSpan], tokens: &Range<usize>) -> bool {
    let k = quoted_spans.partition_point(|s| s.tokens.end <= tokens.start);
    quoted_spans.get(k).is_some_and(|s| s.tokens.start <= tokens.start && tokens.end <= s.tokens.end)
}

/// A span found by its words; without a tagger it is as sure as any.
fn found(tagging: &Tagging, tokens: Range<usize>, role: Role) -> RoleSpan {
    let p = if tagging.roles.is_empty() { 1.0 } else { probability(tagging, &tokens, role) };
    RoleSpan { tokens, p }
}

/// Cues and speakers adjacent quoted contents that have no cue in their sentence.
fn beside_quotations(
    layout: &Layout,
    tagging: &Tagging,
    contents: &[ContentSpan],
    quoted_spans: &[QuotedSpan],
    cues: &[RoleSpan],
) -> (Vec<RoleSpan>, Vec<RoleSpan>) {
    let (mut more_cues, mut more_speakers) = (Vec::new(), Vec::new());
    for (k, content) in contents.iter().enumerate() {
        let speech = content.claimed
            || tagging.roles.is_empty()
            || quoted_spans[content.quoted_spans.clone()].iter().any(QuotedSpan::is_sentence);
        if content.quoted_spans.is_empty() || !speech {
            continue;
        }
        let paragraph = layout.tokens[content.tokens.start].paragraph;
        let previous = if k > 0 { contents[k - 1].tokens.end } else { 0 };
        let floor = previous.max(reported_from(layout, content.tokens.start));
        let next = contents.get(k + 1).map_or(layout.tokens.len(), |p| p.tokens.start);
        let limit = next.min(layout.sentences[layout.sentence_of(content.tokens.end - 1)].tokens.end);
        if !within(cues, &(floor..content.tokens.start)).is_empty()
            || !within(cues, &(content.tokens.end..limit)).is_empty()
        {
            continue;
        }
        let goes_on = layout.tokens.get(content.tokens.end).is_some_and(|t| t.paragraph == paragraph);
        let after = if goes_on {
            adjacent::after(layout, content.tokens.end, limit)
        } else {
            signature(layout, content.tokens.end, next)
        };
        if let Some(b) = after.or_else(|| adjacent::before(layout, content.tokens.start, floor)) {
            more_cues.push(found(tagging, b.cue, Role::Cue));
            more_speakers.extend(b.speaker.map(|s| found(tagging, s, Role::Speaker)));
        }
    }
    (more_cues, more_speakers)
}

/// "— Ana Ruiz" on a line of its own under the quotation that ends before token `from`.
fn signature(layout: &Layout, from: usize, next: usize) -> Option<adjacent::Adjacent> {
    let dash = from < next && layout.word(from).chars().all(|c| is_dash(c) || c == '-');
    let line = layout.sentences[layout.sentence_of(from.min(layout.tokens.len() - 1))].tokens.end;
    if dash { adjacent::after(layout, from, line.min(next)) } else { None }
}

/// Where the sentence that may introduce the token begins: its own, or the one before if that ends
/// with a colon, even in the paragraph before.
fn reported_from(layout: &Layout, token: usize) -> usize {
    let sentence = layout.sentence_of(token);
    let start = layout.sentences[sentence].tokens.start;
    let introduced = start == token && start > 0 && layout.word(start - 1) == ":";
    if introduced { layout.sentences[sentence - 1].tokens.start } else { start }
}

/// The noun phrases on both sides of cues that no speaker stands adjacent.
fn beside_cues(
    layout: &Layout,
    tagging: &Tagging,
    quoted_spans: &[QuotedSpan],
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
            !quoted_spans[quoted_spans.partition_point(|q| q.tokens.end <= s.start)..]
                .first()
                .is_some_and(|q| q.tokens.start < s.end)
        };
        let after = noun_phrase::beginning_at(layout, c.end, sentence.end).filter(outside);
        let before = noun_phrase::subject_of(layout, c.start, sentence.start).filter(outside);
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
