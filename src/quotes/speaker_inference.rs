//! Who says a quotation that no cue reports.

use super::candidate::QuoteCandidate;
use super::speaker_chain::{self, MentionIndex};
use crate::layout::Layout;
use crate::syntax::lexicon::reporting as lexicon;

/// How many quotations back the other side of a dialogue is looked for.
const NEAR: usize = 6;

/// Gives each quote without a cue the speaker that its surroundings name.
pub fn speakers(layout: &Layout, mentions: &MentionIndex, quotes: &mut [QuoteCandidate]) {
    for d in 0..quotes.len() {
        if quotes[d].cue.is_none() {
            let (earlier, rest) = quotes.split_at_mut(d);
            infer(layout, mentions, earlier, &mut rest[0]);
        }
    }
}

fn infer(layout: &Layout, mentions: &MentionIndex, earlier: &[QuoteCandidate], quote: &mut QuoteCandidate) {
    let start = quote.hull().start;
    let sentence = layout.sentence_of(start);
    let paragraph = layout.tokens[start].paragraph;
    let opens_paragraph = start == 0 || layout.tokens[start - 1].paragraph != paragraph;
    let mut take = |sentence: usize, why: &'static str| {
        let found = speaker_chain::subject(layout, mentions, sentence);
        if let Some((tokens, chain)) = &found {
            (quote.speaker, quote.chain, quote.why) = (Some(tokens.clone()), Some(*chain), why);
        }
        found.is_some()
    };
    if sentence > 0 {
        let before = &layout.sentences[sentence - 1];
        if layout.word(before.tokens.end - 1) == ":" && take(sentence - 1, "named before the colon") {
            return;
        }
        if !opens_paragraph && take(sentence - 1, "named in the sentence before") {
            return;
        }
    }
    let previous = earlier
        .iter()
        .rev()
        .take(NEAR)
        .find(|p| p.cue.is_none() || p.speaker.is_some())
        .filter(|p| last_paragraph(layout, p) + 1 >= paragraph);
    if opens_paragraph && let Some(previous) = previous.filter(|p| last_paragraph(layout, p) + 1 == paragraph) {
        return follow(layout, previous, earlier, quote);
    }
    let after = sentence + 1;
    if after < layout.sentences.len()
        && layout.tokens[layout.sentences[after].tokens.start].paragraph == paragraph
        && take(after, "named in the sentence after")
    {
        return;
    }
    if let Some(previous) = previous {
        (quote.speaker, quote.chain, quote.why) = (previous.speaker.clone(), previous.chain, "the last one who spoke");
    }
}

/// A paragraph that is a quotation follows another: the same one goes on, or the other side of a
/// dialogue answers.
fn follow(layout: &Layout, previous: &QuoteCandidate, earlier: &[QuoteCandidate], quote: &mut QuoteCandidate) {
    let asked = |d: &QuoteCandidate| {
        d.cue.as_ref().is_none_or(|c| c.clone().any(|i| lexicon::reporting(layout.word(i)) == Some("ask")))
            && ends_asking(layout, d)
    };
    let before = last_paragraph(layout, previous);
    let other = earlier
        .iter()
        .rev()
        .take(NEAR)
        .find(|e| e.is_direct() && last_paragraph(layout, e) + 1 == before && e.chain != previous.chain);
    let dialogue = previous.is_direct() && (asked(previous) || other.is_some_and(asked) || previous.why == TURNS);
    let (from, why) = match other {
        Some(other) if dialogue => (other, TURNS),
        None if dialogue => return,
        _ => (previous, "the quotation before goes on"),
    };
    (quote.speaker, quote.chain, quote.why) = (from.speaker.clone(), from.chain, why);
}

const TURNS: &str = "the turns of a dialogue";

fn ends_asking(layout: &Layout, quote: &QuoteCandidate) -> bool {
    quote.hull().rev().take(3).any(|i| layout.word(i).ends_with('?'))
}

fn last_paragraph(layout: &Layout, quote: &QuoteCandidate) -> u32 {
    layout.tokens[quote.hull().end - 1].paragraph
}
