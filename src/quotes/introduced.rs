//! What stands in the paragraphs below "The mayor also said:" without quotation marks: the entries of a list, short
//! lines, or a letter.

use super::candidate::QuoteCandidate;
use super::linker;
use super::set_off::SetOff;
use super::spans::Spans;
use crate::layout::{Block, BlockKind};
use crate::lexicon::{AUXILIARY, Act, PREPOSITION, Verb, is_finite};
use crate::syntax::{TokenView, noun_phrase};
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// An attribution needs a speaker of this score at least: a poor one is better than none.
const POOREST: f32 = -6.0;
/// The most paragraphs of a letter.
const LONGEST_LETTER: usize = 30;

/// What the paragraphs that end with a cue and a colon introduce.
pub fn find(spans: &Spans) -> Vec<SetOff> {
    let blocks = &spans.view.layout.blocks;
    (0..blocks.len().saturating_sub(1)).filter_map(|at| introduced(spans, at)).collect()
}

fn introduced(spans: &Spans, at: usize) -> Option<SetOff> {
    let (view, blocks) = (spans.view, &spans.view.layout.blocks);
    let block = &blocks[at];
    if view.word(block.tokens.end - 1) != ":"
        || matches!(block.kind, BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Turn)
    {
        return None;
    }
    let (cue, speaker) = attribution(spans, block)?;
    let below = &blocks[at + 1..];
    let items = below.iter().take_while(|block| block.kind == BlockKind::ListItem).count();
    let (contents, own_words): (Vec<Range<usize>>, bool) = if items > 0 {
        (below[..items].iter().map(|block| item(view, block)).collect(), false)
    } else {
        let lines = below.iter().take_while(|block| is_short_line(view, block)).count();
        let letter = letter(view, below);
        if lines > 0 {
            (below[..lines].iter().map(|block| block.tokens.clone()).collect(), false)
        } else {
            (below[..letter].iter().map(|block| block.tokens.clone()).collect(), true)
        }
    };
    let is_quoted = |content: &Range<usize>| content.is_empty() || is_quotation_mark(view.word(content.start));
    if contents.is_empty() || contents.iter().any(is_quoted) {
        return None;
    }
    Some(SetOff { contents, cue: Some(cue), speaker, own_words, why: WHY })
}

const WHY: &str = "introduced in the paragraph before";

/// Gives quotations that begin a paragraph, and for which no cue was found, the attribution at the end of the paragraph
/// before.
pub fn name_speakers(spans: &Spans, quotes: &mut [QuoteCandidate]) {
    let view = spans.view;
    for quote in quotes.iter_mut().filter(|quote| quote.cue.is_none() && quote.speaker.is_none()) {
        let start = quote.hull().start;
        if start == 0 {
            continue;
        }
        // "Ruiz posted on Instagram: “…”": in its own paragraph, the verb is too far for the tagger.
        let colon = start - 1;
        if view.word(colon) == ":"
            && view.layout.kind_of(colon) != BlockKind::Turn
            && let Some((cue, speaker)) = attribution_before(spans, colon)
        {
            (quote.cue, quote.speaker, quote.why) = (Some(cue), Some(speaker), WHY);
            (quote.cue_margin, quote.speaker_margin) = (MARGIN, MARGIN);
        }
    }
}

/// What the linker would find of such an attribution if it were fairly sure of it.
const MARGIN: f32 = 3.0;

/// The cue and the speaker of the sentence that ends with a colon: the last verb that reports speech, and its subject.
pub fn attribution(spans: &Spans, block: &Block) -> Option<(Range<usize>, Range<usize>)> {
    attribution_before(spans, block.tokens.end - 1)
}

fn attribution_before(spans: &Spans, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
    /// Long sentences are not read to their beginning.
    const REACH: usize = 60;
    let view = spans.view;
    let block = view.layout.block_of(colon);
    let end = colon + 1;
    let floor = view.sentence_tokens(colon).start.max(block.tokens.start).max(colon.saturating_sub(REACH));
    // "What they said:" is a heading.
    if matches!(view.plain(floor).as_str(), "what" | "how" | "why" | "who" | "where" | "when") {
        return None;
    }
    let verb = (floor..colon).rev().find(|&t| {
        let word = view.word(t);
        let reads = matches!(word, "read" | "reads" | "found" | "finds" | "showed" | "shows") && t + 2 >= end;
        // "posted on Instagram:"
        let writes = Verb::known(word).is_some_and(|verb| verb.act() == Act::Write) && view.is_lower(t);
        ((writes || Verb::surely_reporting(word).is_some()) && is_finite(word)) || reads
    })?;
    let passive = verb > floor
        && view.has(verb - 1, AUXILIARY)
        && matches!(view.word(verb - 1), "was" | "were" | "been" | "is" | "are" | "be");
    if passive {
        return None;
    }
    let near = spans.cues.partition_point(|cue| cue.tokens.end <= verb);
    let tagged = spans.cues.get(near).filter(|cue| cue.tokens.contains(&verb)).map(|_| near);
    let speaker = tagged
        .and_then(|cue| linker::speaker_of_cue(spans, cue, POOREST))
        .map(|link| spans.speakers[link.to].tokens.clone())
        .filter(|speaker| speaker.start >= floor && speaker.end <= end)
        // "A sign on the door said:"
        .filter(|speaker| speaker.start == floor || !view.has(speaker.start - 1, PREPOSITION))
        .or_else(|| noun_phrase::subject_of(view, verb, floor))?;
    let somebody =
        !matches!(view.plain(speaker.start).as_str(), "you" | "it" | "that" | "this" | "there" | "what" | "which");
    let cue = tagged.map_or(verb..verb + 1, |cue| spans.cues[cue].tokens.clone());
    let cue = if cue.start < speaker.end && speaker.start < cue.end { verb..verb + 1 } else { cue };
    somebody.then_some((cue, speaker))
}

fn item(view: &TokenView, block: &Block) -> Range<usize> {
    view.layout.line(block).start()..block.tokens.end
}

/// A line that is no paragraph of the story: it does not end as a sentence does.
fn is_short_line(view: &TokenView, block: &Block) -> bool {
    const LONGEST: usize = 30;
    let line = view.layout.line(block);
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Caption)
        && !line.ends_itself()
        && (2..=LONGEST).contains(&line.words())
        && !block.tokens.clone().any(|t| is_quotation_mark(view.word(t)))
}

/// How many paragraphs below belong to a letter: the first, and those in which the writer says *I* or *we*.
fn letter(view: &TokenView, below: &[Block]) -> usize {
    let is_prose = |block: &Block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::QuotedMail)
            && view.layout.line(block).ends_itself()
            && view.word(block.tokens.end - 1) != ":"
    };
    let reports = |block: &Block| {
        block.tokens.clone().any(|t| is_quotation_mark(view.word(t)) && !matches!(view.word(t), "'" | "’"))
    };
    let Some(first) = below.first().filter(|first| is_prose(first) && !reports(first)) else { return 0 };
    let goes_on = |block: &&Block| {
        is_prose(block)
            && block.kind == first.kind
            && (block.kind == BlockKind::QuotedMail
                || (!reports(block) && block.tokens.clone().any(|t| is_own(view, t))))
    };
    1 + below[1..].iter().take(LONGEST_LETTER).take_while(goes_on).count()
}

fn is_own(view: &TokenView, token: usize) -> bool {
    matches!(view.word(token), "I" | "We" | "we" | "my" | "My" | "our" | "Our" | "us" | "me")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{shown, with_spans};
    use super::*;

    fn check(cases: &[(&str, Option<(&str, &str)>)]) {
        for (text, expected) in cases {
            with_spans(text, |spans, _| {
                let found = shown(spans.view, &find(spans));
                assert_eq!(found.first().map(|(c, s)| (&**c, &**s)), *expected, "{text}");
            });
        }
    }

    #[test]
    fn entries_and_short_lines_below_a_cue_are_what_is_said() {
        check(&[
            (
                "Mayor Ana Ruiz also said:\n\nThe library will stay open\n\nParking will cost more",
                Some(("The library will stay open | Parking will cost more", "Mayor Ana Ruiz")),
            ),
            (
                "In May, Ana Ruiz also said:\n• Bread will cost more\n• The army must stay out\n\nIt rained.",
                Some(("Bread will cost more | The army must stay out", "Ana Ruiz")),
            ),
            ("{speaker The report} {cue found}:\n• Half of it was lost", Some(("Half of it was lost", "The report"))),
            ("Also in the news:\n\nThe library will stay open", None),
            ("What they said:\n\nThe library will stay open", None),
            ("He was told:\n\nThe library will stay open", None),
            ("Ana Ruiz said:\n\n“The library will stay open.”", None),
        ]);
    }

    #[test]
    fn a_letter_is_the_paragraph_below_and_those_in_the_first_person() {
        check(&[
            (
                "Ana Ruiz wrote:\n\nWe lost money.\n\nI am sorry.\n\nThe letter was sent at noon.",
                Some(("We lost money. | I am sorry.", "Ana Ruiz")),
            ),
            (
                "Here is what Ana Ruiz said in court:\n\nI was tired.\n\nThe judge thanked her.",
                Some(("I was tired.", "Ana Ruiz")),
            ),
            ("Ana Ruiz runs two firms:\n\nKestrel Foods sells fruit.", None),
            (
                "Ana Ruiz wrote:\n> Nobody came.\n>\n> It rained.\nShe left.",
                Some(("Nobody came. | It rained.", "Ana Ruiz")),
            ),
            ("Ana Ruiz asked:\n\nThe judge said “no”.", None),
        ]);
    }

    #[test]
    fn the_head_of_a_long_subject_speaks() {
        with_spans("A sign on the door said:\n\n“Closed.”", |spans, _| {
            let (cue, speaker) = attribution(spans, &spans.view.layout.blocks[0]).expect("an attribution");
            assert_eq!((spans.view.word(cue.start), speaker), ("said", 0..2));
        });
    }
}
