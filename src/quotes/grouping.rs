//! From links to candidates: contents that share a cue are one quotation, and each cue gets its speaker.

use super::candidate::QuoteCandidate;
use super::features::{Candidates, within};
use super::linker;
use super::spans::Spans;
use crate::layout::Layout;
use crate::syntax::lexicon::reporting::surely_reporting;
use crate::syntax::noun_phrase;
use crate::text::chars::is_dash;
use core::ops::Range;

/// The quotes in order of their content, and the cues that report nothing, with their speakers.
pub fn group(layout: &Layout, spans: &Spans) -> (Vec<QuoteCandidate>, Vec<UnlinkedCue>) {
    let Spans { contents, cues, .. } = spans;
    let candidates = &spans.candidates(layout);
    let mut links: Vec<Option<(usize, f32)>> = (0..contents.len())
        .map(|p| {
            if let Some(cue) = signature(layout, spans, p) {
                return Some((cue, 0.0));
            }
            let link = linker::cue_of_content(candidates, p)?;
            let cue = inner_cue(layout, spans, p, link.to);
            (!is_another_paragraphs(layout, spans, p, cue)).then_some((cue, link.margin))
        })
        .collect();
    for p in 0..contents.len() {
        if links[p].is_some_and(|(c, _)| is_far(layout, spans, p, c, p.checked_sub(1).and_then(|q| links[q]))) {
            links[p] = None;
        }
    }
    share_over_paragraphs(layout, spans, &mut links);
    let mut quotes: Vec<QuoteCandidate> = Vec::new();
    // By cue and by content, the quote they are in.
    let mut by_cue: Vec<Option<usize>> = vec![None; cues.len()];
    let mut by_piece: Vec<Option<usize>> = vec![None; contents.len()];
    for p in 0..contents.len() {
        let known = match links[p] {
            Some((c, _)) => by_cue[c],
            None if !is_speech(spans, p) => continue,
            None => p
                .checked_sub(1)
                .filter(|&before| {
                    goes_on(spans, before, p) || resumes(layout, spans, before, p, links[before].map(|l| l.0))
                })
                .and_then(|before| by_piece[before]),
        };
        let d = known.unwrap_or_else(|| {
            quotes.push(quote(candidates, links[p], !contents[p].quoted_spans.is_empty()));
            quotes.len() - 1
        });
        quotes[d].contents.push(contents[p].clone());
        by_piece[p] = Some(d);
        if let Some((c, _)) = links[p] {
            by_cue[c] = Some(d);
        }
    }
    let unlinked =
        (0..cues.len()).filter(|&c| by_cue[c].is_none()).filter_map(|c| UnlinkedCue::of(candidates, c)).collect();
    (quotes, unlinked)
}

/// A cue that no content is linked to, but that has a speaker.
#[derive(Clone, Debug)]
pub struct UnlinkedCue {
    pub cue: Range<usize>,
    pub speaker: Range<usize>,
    pub speaker_margin: f32,
}

impl UnlinkedCue {
    fn of(c: &Candidates, cue: usize) -> Option<UnlinkedCue> {
        let link = linker::speaker_of_cue(c, cue, 0.0)?;
        Some(UnlinkedCue {
            cue: c.cues[cue].tokens.clone(),
            speaker: c.speakers[link.to].tokens.clone(),
            speaker_margin: link.margin,
        })
    }
}

/// Somebody nearly always speaks where there are marks: a poor candidate is better than none.
const POOREST: f32 = -6.0;

fn quote(c: &Candidates, link: Option<(usize, f32)>, marks: bool) -> QuoteCandidate {
    let mut quote = QuoteCandidate {
        contents: Vec::new(),
        cue: None,
        speaker: None,
        chain: None,
        cue_margin: 0.0,
        speaker_margin: 0.0,
        why: "nobody is named",
    };
    let Some((cue, margin)) = link else { return quote };
    let tokens = c.cues[cue].tokens.clone();
    quote.cue_margin = margin;
    quote.why = "the cue has no speaker";
    // "was told by the captain"
    let passive = matches!(c.layout.word(tokens.start), "was" | "were" | "is" | "are" | "been" | "be");
    let by = passive && tokens.end < c.layout.tokens.len() && c.layout.word(tokens.end) == "by";
    let agent =
        if by && marks { noun_phrase::beginning_at(c.layout, tokens.end + 1, c.layout.tokens.len()) } else { None };
    if agent.is_some() {
        quote.speaker = agent;
    } else if let Some(link) = linker::speaker_of_cue(c, cue, if marks { POOREST } else { 0.0 }) {
        quote.speaker = Some(c.speakers[link.to].tokens.clone());
        quote.speaker_margin = link.margin;
    }
    if quote.speaker.is_some() {
        quote.why = "the speaker of the cue";
    }
    quote.cue = Some(tokens);
    quote
}

/// "According to the paper, the minister said that …" is two reports; PolNeAR often has the outer one
/// alone, but the words are the minister's.
fn inner_cue(layout: &Layout, spans: &Spans, content: usize, cue: usize) -> usize {
    let (p, c) = (&spans.contents[content].tokens, &spans.cues[cue].tokens);
    if c.end > p.start || !layout.word(c.start).eq_ignore_ascii_case("according") {
        return cue;
    }
    let between = within(&spans.cues, &(c.end..p.start));
    let inner = between.iter().rposition(|b| {
        p.start.checked_sub(b.tokens.end).is_some_and(|gap| gap <= 10)
            && b.tokens.clone().any(|i| surely_reporting(layout.word(i)).is_some())
    });
    inner.map_or(cue, |k| cue + 1 + k)
}

/// The cue stands in a paragraph before, and nothing says that this content goes on from there.
fn is_another_paragraphs(layout: &Layout, spans: &Spans, content: usize, cue: usize) -> bool {
    let (p, c) = (&spans.contents[content].tokens, &spans.cues[cue].tokens);
    let apart = c.start < p.start && layout.tokens[c.end - 1].paragraph != layout.tokens[p.start].paragraph;
    let introduced = p.start > 0 && layout.word(p.start - 1) == ":";
    apart && !introduced && !(content > 0 && goes_on(spans, content - 1, content))
}

/// A quotation after a sentence of somebody else's is not the one before that sentence going on.
fn is_far(layout: &Layout, spans: &Spans, content: usize, cue: usize, before: Option<(usize, f32)>) -> bool {
    let (p, c) = (&spans.contents[content], &spans.cues[cue].tokens);
    let follows = |end: usize| layout.sentence_of(p.tokens.start) <= layout.sentence_of(end - 1) + 1;
    let resumed = before.is_some_and(|(other, _)| other == cue) && follows(spans.contents[content - 1].tokens.end);
    p.quoted_only && c.end <= p.tokens.start && !follows(c.end) && !resumed && layout.word(p.tokens.start - 1) != ":"
}

/// The dash before a name on the line under a quotation.
fn signature(layout: &Layout, spans: &Spans, content: usize) -> Option<usize> {
    let end = spans.contents[content].tokens.end;
    let next = layout.tokens.get(end)?;
    let own_line = next.paragraph != layout.tokens[end - 1].paragraph;
    let cue = spans.cues.partition_point(|c| c.tokens.start < end);
    let dash = layout.word(end).chars().all(|c| is_dash(c) || c == '-');
    (own_line && dash && spans.cues.get(cue).is_some_and(|c| c.tokens == (end..end + 1))).then_some(cue)
}

/// A quotation that goes on over paragraphs has one cue, wherever it stands.
fn share_over_paragraphs(layout: &Layout, spans: &Spans, links: &mut [Option<(usize, f32)>]) {
    for p in 1..links.len() {
        if links[p].is_none() && goes_on(spans, p - 1, p) {
            links[p] = links[p - 1];
        }
    }
    for p in (1..links.len()).rev() {
        let loose = links[p - 1].is_none_or(|(cue, _)| is_sentences_away(layout, spans, p - 1, cue));
        if loose && links[p].is_some() && goes_on(spans, p - 1, p) {
            links[p - 1] = links[p];
        }
    }
}

/// The cue ends a sentence before the content's, and no colon leads over: the cue of where the quotation
/// goes on is surer.
fn is_sentences_away(layout: &Layout, spans: &Spans, content: usize, cue: usize) -> bool {
    let (p, c) = (&spans.contents[content].tokens, &spans.cues[cue].tokens);
    c.end <= p.start && layout.sentence_of(c.end - 1) < layout.sentence_of(p.start) && layout.word(p.start - 1) != ":"
}

/// The first content was left open at its paragraph's end, to go on in the second.
fn goes_on(spans: &Spans, first: usize, second: usize) -> bool {
    let quoted_spans = &spans.contents[first].quoted_spans;
    quoted_spans.end > quoted_spans.start
        && spans.quoted_spans[quoted_spans.end - 1].continues
        && !spans.contents[second].quoted_spans.is_empty()
}

/// “…,” she said. “…”: the second content begins the sentence after the first one's cue, or stands
/// adjacent the first with nothing but marks between.
fn resumes(layout: &Layout, spans: &Spans, first: usize, second: usize, cue: Option<usize>) -> bool {
    let (a, b) = (&spans.contents[first], &spans.contents[second]);
    if !a.quoted_only
        || !b.quoted_only
        || layout.tokens[a.tokens.start].paragraph != layout.tokens[b.tokens.start].paragraph
    {
        return false;
    }
    let last = cue.map_or(a.tokens.end, |c| a.tokens.end.max(spans.cues[c].tokens.end));
    layout.sentence_of(b.tokens.start) <= layout.sentence_of(last - 1) + 1
}

/// Somebody says this, though no cue was found.
fn is_speech(spans: &Spans, content: usize) -> bool {
    let content = &spans.contents[content];
    let quoted_spans = &spans.quoted_spans[content.quoted_spans.clone()];
    quoted_spans.iter().any(|s| s.is_sentence() || s.continues) || (content.claimed && content.quoted_only)
}
