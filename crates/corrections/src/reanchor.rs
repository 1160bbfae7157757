//! Moves corrections to the new places of their passages in an edited text.

use crate::align::Alignment;
use crate::correction::{Correction, Who};
use crate::ranges::{occurrences, range_of, span_of};
use crate::reason::Reason;
use core::fmt;
use newsmark::document::{ChainRecord, Document, DocumentError, QuoteRecord};
use newsmark::text::{OffsetMap, OffsetUnit, Span};
use serde::{Deserialize, Serialize};

/// The corrections of one article, as stored in a Newsmark file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The applied corrections, in the order in which they were made.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The corrections that were undone. The last one is the next to be redone. Called `future` in JSON.
    #[serde(default, rename = "future")]
    pub undone: Vec<Correction>,
    /// The corrections whose passage is no longer in the text. Called `lost` in JSON.
    #[serde(default, rename = "lost")]
    pub orphaned: Vec<Orphaned>,
}

/// A correction whose passage is not in the text. It comes back when the passage does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Orphaned {
    /// Its offsets count from the start of each passage.
    pub correction: Correction,
    /// For each of its places, the lines that contained it.
    pub passages: Vec<String>,
    /// The correction at what stands now where its passage was, in case the person wants to keep it anyway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Correction>,
}

impl History {
    /// Checks that all corrections refer to ranges of this text and that no name is blank. Files are untrusted.
    pub fn check(&self, text: &str, unit: OffsetUnit) -> Result<(), UnsoundHistory> {
        let map = OffsetMap::new(text, unit);
        let is_sound = |one: &Correction| one.has_words() && one.in_bytes(&map).is_some();
        let mut made = self.corrections.iter().chain(&self.undone);
        let is_sound_orphan = |one: &Orphaned| one.is_sound(unit) && one.nearest.as_ref().is_none_or(is_sound);
        (made.all(is_sound) && self.orphaned.iter().all(is_sound_orphan)).then_some(()).ok_or(UnsoundHistory)
    }
}

/// A list of corrections does not belong to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsoundHistory;

impl fmt::Display for UnsoundHistory {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "the corrections do not belong to this text")
    }
}

impl core::error::Error for UnsoundHistory {}

impl Orphaned {
    fn is_sound(&self, unit: OffsetUnit) -> bool {
        let mut passages = self.passages.iter();
        let lies_within = |place: [usize; 2]| {
            let map = OffsetMap::new(passages.next()?, unit);
            Correction::Unquote { at: place }.in_bytes(&map).map(|_| place)
        };
        self.correction.has_words()
            && self.correction.with_places(lies_within).is_some()
            && self.passages.len() == self.correction.places().len()
    }

    /// Why the correction is not applied.
    pub fn reason(&self) -> Reason {
        Reason::PassageChanged
    }
}

/// Moves the corrections of a text to an edited version of it. `found` is the document found in the text before the
/// edit. It shows which other mentions belong to the same chain. All offsets are in the same unit.
///
/// A correction whose passage has changed is set aside, and never applied to another passage. It returns if a later
/// edit brings its passage back.
pub fn reanchor(
    before: &str,
    found: Option<&Document>,
    after: &str,
    history: &History,
    unit: OffsetUnit,
) -> Result<History, DocumentError> {
    let found = found.map(|found| found.in_unit(before, unit, OffsetUnit::Utf8)).transpose()?.unwrap_or_default();
    Ok(reanchor_in_bytes(before, &found.chains, &found.quotes, after, history, unit))
}

/// Like [`reanchor`], but the chains and quotations have byte offsets. The offsets of the corrections are in `unit`.
pub(crate) fn reanchor_in_bytes(
    before: &str,
    chains: &[ChainRecord],
    quotes: &[QuoteRecord],
    after: &str,
    history: &History,
    unit: OffsetUnit,
) -> History {
    // Comparing two long texts takes a while, so skip it if there is nothing to move.
    if history.corrections.is_empty() && history.undone.is_empty() && history.orphaned.is_empty() {
        return History::default();
    }
    let anchors =
        Anchors { alignment: Alignment::new(before, after), before, chains, quotes, lines: Lines::new(after) };
    let (old, new) = (OffsetMap::new(before, unit), OffsetMap::new(after, unit));
    let reanchored = |correction: &Correction| anchors.reanchor(&correction.in_bytes(&old)?)?.in_unit_of(&new);
    let nearest = |correction: &Correction| anchors.nearest(&correction.in_bytes(&old)?)?.in_unit_of(&new);
    let mut result = History::default();
    for orphan in &history.orphaned {
        match orphan.restored(&anchors.lines, &new, unit) {
            Some(correction) => result.corrections.push(correction),
            None => {
                result.orphaned.push(Orphaned { nearest: orphan.nearest.as_ref().and_then(nearest), ..orphan.clone() })
            }
        }
    }
    let mut kept = Vec::new();
    for correction in &history.corrections {
        match reanchored(correction) {
            Some(correction) => kept.push(correction),
            None => result.orphaned.extend(
                Orphaned::new(correction, before, &old, unit)
                    .map(|orphan| Orphaned { nearest: nearest(correction), ..orphan }),
            ),
        }
    }
    result.corrections.splice(..0, kept);
    result.undone = history.undone.iter().filter_map(reanchored).collect();
    result
}

struct Anchors<'t> {
    alignment: Alignment<'t>,
    before: &'t str,
    /// The chains found in the text before the edit.
    chains: &'t [ChainRecord],
    /// The quotations found there.
    quotes: &'t [QuoteRecord],
    lines: Lines,
}

impl Anchors<'_> {
    fn reanchor(&self, correction: &Correction) -> Option<Correction> {
        use Correction::*;
        let chain_mention = |place: [usize; 2]| self.chain_mention(span_of(place)).map(range_of);
        let here = |place: [usize; 2]| self.place(span_of(place)).map(range_of);
        let edited = |place: [usize; 2]| self.edited_place(span_of(place)).map(range_of);
        let first = |place: [usize; 2]| match correction {
            Mark { everywhere: true, .. }
            | Unmark { everywhere: true, .. }
            | Move { everywhere: true, .. }
            | Value { everywhere: true, .. } => self.anywhere(span_of(place)).map(range_of),
            Rename { .. } | Merge { .. } => chain_mention(place),
            // What a person says about a name that was changed may be wrong now.
            Unmark { .. } | Move { .. } | Value { .. } => here(place),
            _ => here(place).or_else(|| edited(place)),
        };
        let mut result = correction.clone();
        match &mut result {
            Unmark { at, .. }
            | Unquote { at }
            | Rename { at, .. }
            | Accept { at }
            | Note { at, .. }
            | Value { at, .. } => {
                *at = first(*at)?;
            }
            // The entity or quotation that it replaces may be gone.
            Mark { at, was, .. } | Quote { at, was } => {
                (*at, *was) = (first(*at)?, was.and_then(|was| here(was).or_else(|| edited(was))));
            }
            Merge { at, into } => (*at, *into) = (first(*at)?, chain_mention(*into)?),
            Move { at, to, .. } => {
                *at = first(*at)?;
                if let Some(to) = to {
                    *to = chain_mention(*to)?;
                }
            }
            Speaker { at, who } => {
                *at = first(*at)?;
                if let Who::Mentioned(who) = who {
                    *who = chain_mention(*who)?;
                }
            }
        }
        Some(result)
    }

    /// Where a range is now. Its lines may have moved as a whole.
    fn place(&self, range: Span) -> Option<Span> {
        self.alignment.place(range).or_else(|| {
            let lines = lines_around(self.before, range);
            let now = self.lines.only_place(lines.of(self.before))?;
            Some(Span::new(range.start - lines.start + now, range.end - lines.start + now))
        })
    }

    /// Where a range is now if a few of its words were edited. If it is a quotation, its cue and its speaker must be
    /// there still.
    fn edited_place(&self, range: Span) -> Option<Span> {
        let is_here = |quote: &&QuoteRecord| {
            quote.content.first().map(|first| first[0]) == Some(range.start)
                && quote.content.last().map(|last| last[1]) == Some(range.end)
        };
        let quote = self.quotes.iter().find(is_here);
        let mut roles = quote.into_iter().flat_map(|quote| quote.cue.iter().chain(&quote.speaker));
        roles.all(|&role| self.alignment.keeps(span_of(role))).then(|| self.alignment.edited_place(range)).flatten()
    }

    /// The correction at what stands now where its passage was.
    fn nearest(&self, correction: &Correction) -> Option<Correction> {
        let at = correction.at();
        correction.with_places(|place| {
            let span = span_of(place);
            let other = || self.chain_mention(span);
            let kept = if place == at { self.place(span) } else { other() };
            kept.or_else(|| self.alignment.nearest(span)).map(range_of)
        })
    }

    /// Where a mention is now. If it is gone, another mention of its chain with the same spelling stands for the chain.
    fn chain_mention(&self, range: Span) -> Option<Span> {
        let is_mentioned = |chain: &&ChainRecord| chain.mentions.iter().any(|m| [m.start, m.end] == range_of(range));
        self.place(range).or_else(|| {
            let chain = self.chains.iter().find(is_mentioned)?;
            let words = range.of(self.before);
            let spans = chain.mentions.iter().map(|m| Span::new(m.start, m.end));
            spans.filter(|span| span.of(self.before) == words).find_map(|span| self.alignment.place(span))
        })
    }

    /// Where a range is now, for a correction of all occurrences. Any other occurrence of the words will do.
    fn anywhere(&self, range: Span) -> Option<Span> {
        let others = || occurrences(self.before, range.of(self.before));
        self.place(range).or_else(|| others().into_iter().find_map(|span| self.alignment.place(span)))
    }
}

impl Orphaned {
    /// `None` if the correction was not in the text before the edit either.
    fn new(correction: &Correction, text: &str, map: &OffsetMap, unit: OffsetUnit) -> Option<Orphaned> {
        let mut passages = Vec::new();
        let correction = correction.in_bytes(map)?.with_places(|place| {
            let range = span_of(place);
            let lines = lines_around(text, range);
            let passage = lines.of(text);
            passages.push(passage.to_owned());
            let inside = Span::new(range.start - lines.start, range.end - lines.start);
            Some(OffsetMap::new(passage, unit).span(inside))
        })?;
        Some(Orphaned { correction, passages, nearest: None })
    }

    /// The correction, if each of its passages occurs exactly once in the text.
    fn restored(&self, lines: &Lines, map: &OffsetMap, unit: OffsetUnit) -> Option<Correction> {
        let mut passages = self.passages.iter();
        self.correction.with_places(|[start, end]| {
            let passage = passages.next()?;
            let at = lines.only_place(passage)?;
            let own = OffsetMap::new(passage, unit);
            Some(map.span(Span::new(at + own.to_byte(start)?, at + own.to_byte(end)?)))
        })
    }
}

/// The lines that contain a range.
fn lines_around(text: &str, Span { start, end }: Span) -> Span {
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let last = text[end..].find('\n').map_or(text.len(), |at| end + at);
    Span::new(first, last)
}

/// A text that is searched for whole lines. "\n" and "\r\n" count as the same line break.
struct Lines {
    text: String,
}

impl Lines {
    fn new(text: &str) -> Lines {
        Lines { text: Lines::plain(text) }
    }

    /// Adds a line break at either end, and replaces the "\r" of "\r\n" by a space, which keeps offsets valid.
    fn plain(lines: &str) -> String {
        let lines = lines.replace("\r\n", " \n");
        let lines = lines.strip_suffix('\r').map(|rest| format!("{rest} ")).unwrap_or(lines);
        format!("\n{lines}\n")
    }

    /// Where these lines begin, if they occur exactly once.
    fn only_place(&self, lines: &str) -> Option<usize> {
        let wanted = Lines::plain(lines);
        let at = self.text.find(&wanted)?;
        let again = self.text[at + 1..].contains(&wanted);
        (!again).then_some(at)
    }
}
