//! Quotations: content, cue and speaker.
//!
//! The marks say exactly what is quoted, the tagger what is reported, which words report it and who
//! speaks. [`piece`] brings the two views of content together; [`link`] ties each piece to a cue and
//! each cue to a speaker; [`beside`] looks at the words around a quotation where the tagger has no cue
//! for it; [`assemble`] puts quotations together, those that go on and those without a cue included.

mod assemble;
mod beside;
mod decode;
#[cfg(feature = "cli")]
pub mod examples;
mod features;
mod lexicon;
mod link;
mod phrase;
mod piece;
mod speaker;
mod stretch;
mod weights;

use crate::chains::Chain;
use crate::entities::Entity;
use crate::layout::Layout;
use crate::tagger::Tagging;
use crate::text::Span;
use core::ops::Range;
use decode::RoleSpan;
use features::within;
use piece::Piece;
use serde::Serialize;
use stretch::Stretch;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteType {
    Direct,
    Indirect,
    Mixed,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub kind: QuoteType,
    /// All that is reported; more than one piece where the cue breaks it.
    pub content: Vec<Span>,
    /// The stretches of it inside quotation marks, marks included.
    pub quoted: Vec<Span>,
    pub cue: Vec<Span>,
    /// The speaker as the text has it here; empty where nobody is named.
    pub speaker: Vec<Span>,
    /// Index of the speaker's chain.
    pub chain: Option<usize>,
    pub confidence: f32,
    /// How the speaker was found, in a few plain words.
    pub why: &'static str,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotations {
    pub quotes: Vec<Quote>,
    /// Stretches in quotation marks that nobody says: scare quotes, nicknames, titles of works.
    pub terms: Vec<Span>,
}

/// The quotations of a text, in the order of their content.
pub fn find(layout: &Layout, _entities: &[Entity], chains: &[Chain], tagging: &Tagging) -> Quotations {
    let stretches = stretch::stretches(layout);
    let roles = decode::roles(layout, tagging);
    // What is said inside quotation marks is the quoted one's own report, not the text's.
    let outside = |spans: Vec<RoleSpan>| spans.into_iter().filter(|s| !is_inside(&stretches, &s.tokens)).collect::<Vec<_>>();
    let mut cues = outside(roles.cues);
    let mut speakers = outside(roles.speakers);
    let pieces = piece::pieces(layout, &roles.contents, &stretches, &cues);
    let tagged = !tagging.roles.is_empty();
    add_beside(layout, &pieces, &stretches, tagged, &mut cues, &mut speakers);
    assemble::assemble(&assemble::Found { layout, chains, stretches: &stretches, pieces: &pieces, cues: &cues, speakers: &speakers })
}

fn is_inside(stretches: &[Stretch], tokens: &Range<usize>) -> bool {
    let k = stretches.partition_point(|s| s.tokens.end <= tokens.start);
    stretches.get(k).is_some_and(|s| s.tokens.start <= tokens.start && tokens.end <= s.tokens.end)
}

/// Cues and speakers beside quoted pieces that have no cue in their sentence.
fn add_beside(layout: &Layout, pieces: &[Piece], stretches: &[Stretch], tagged: bool, cues: &mut Vec<RoleSpan>, speakers: &mut Vec<RoleSpan>) {
    let mut found = Vec::new();
    for (k, piece) in pieces.iter().enumerate() {
        let speech = piece.claimed || !tagged || stretches[piece.stretches.clone()].iter().any(Stretch::is_sentence);
        if piece.stretches.is_empty() || !speech {
            continue;
        }
        let paragraph = layout.tokens[piece.tokens.start].paragraph;
        let previous = if k > 0 { pieces[k - 1].tokens.end } else { 0 };
        let floor = previous.max(reported_from(layout, piece.tokens.start));
        let next = pieces.get(k + 1).map_or(layout.tokens.len(), |p| p.tokens.start);
        let limit = next.min(layout.sentences[layout.sentence_of(piece.tokens.end - 1)].tokens.end);
        if !within(cues, &(floor..piece.tokens.start)).is_empty() || !within(cues, &(piece.tokens.end..limit)).is_empty() {
            continue;
        }
        let same_paragraph = |i: usize| layout.tokens.get(i).is_some_and(|t| t.paragraph == paragraph);
        let after = same_paragraph(piece.tokens.end).then(|| beside::after(layout, piece.tokens.end, limit)).flatten();
        if let Some(b) = after.or_else(|| beside::before(layout, piece.tokens.start, floor)) {
            found.push(b);
        }
    }
    for b in found {
        insert(cues, b.cue);
        if let Some(speaker) = b.speaker {
            insert(speakers, speaker);
        }
    }
}

/// Where the sentence that may introduce the token begins: its own, or the one before if that ends
/// with a colon, even in the paragraph before.
fn reported_from(layout: &Layout, token: usize) -> usize {
    let sentence = layout.sentence_of(token);
    let start = layout.sentences[sentence].tokens.start;
    let introduced = start == token && start > 0 && layout.word(start - 1) == ":";
    if introduced { layout.sentences[sentence - 1].tokens.start } else { start }
}

/// Puts a span into a list in order, unless it overlaps one that is there.
fn insert(list: &mut Vec<RoleSpan>, tokens: Range<usize>) {
    let k = list.partition_point(|s| s.tokens.end <= tokens.start);
    if list.get(k).is_none_or(|s| s.tokens.start >= tokens.end) {
        list.insert(k, RoleSpan { tokens, p: 0.5 });
    }
}
