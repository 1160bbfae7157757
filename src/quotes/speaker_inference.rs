//! Speakers of quotations that no cue reports: somebody named in the sentence before, before a colon or in the
//! sentence after, the speaker of the quotation before, or the other side of a dialogue.

use super::candidate::QuoteCandidate;
use super::speaker_chain::{self, MentionIndex};
use crate::syntax::TokenView;
use crate::syntax::lexicon::Verb;

/// How many quotations back a speaker or the other side of a dialogue may be.
const NEAR: usize = 6;

/// Gives each candidate without a cue the speaker that the text around it names.
pub fn infer_speakers(view: &TokenView, mentions: &MentionIndex, quotes: &mut [QuoteCandidate]) {
    for index in 0..quotes.len() {
        if quotes[index].cue.is_none() {
            let (earlier, rest) = quotes.split_at_mut(index);
            infer(view, mentions, earlier, &mut rest[0]);
        }
    }
}

fn infer(view: &TokenView, mentions: &MentionIndex, earlier: &[QuoteCandidate], quote: &mut QuoteCandidate) {
    let start = quote.hull().start;
    let sentence = view.sentence(start);
    let paragraph = view.layout.tokens[start].paragraph;
    let opens_paragraph = start == 0 || view.layout.tokens[start - 1].paragraph != paragraph;
    let mut take = |sentence: usize, why: &'static str| {
        let found = speaker_chain::sentence_subject(view, mentions, sentence);
        if let Some((tokens, chain)) = &found {
            (quote.speaker, quote.chain, quote.why) = (Some(tokens.clone()), Some(*chain), why);
        }
        found.is_some()
    };
    if sentence > 0 {
        let before = &view.layout.sentences[sentence - 1];
        if view.word(before.tokens.end - 1) == ":" && take(sentence - 1, "named before the colon") {
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
        .filter(|p| last_paragraph(view, p) + 1 >= paragraph);
    if opens_paragraph && let Some(previous) = previous.filter(|p| last_paragraph(view, p) + 1 == paragraph) {
        return follow(view, previous, earlier, quote);
    }
    let after = sentence + 1;
    if after < view.layout.sentences.len()
        && view.layout.tokens[view.layout.sentences[after].tokens.start].paragraph == paragraph
        && take(after, "named in the sentence after")
    {
        return;
    }
    if let Some(previous) = previous {
        (quote.speaker, quote.chain, quote.why) = (previous.speaker.clone(), previous.chain, "the last one who spoke");
    }
}

/// For a paragraph that begins with a quotation and follows another one: either the same speaker goes on, or the
/// other side of a dialogue answers.
fn follow(view: &TokenView, previous: &QuoteCandidate, earlier: &[QuoteCandidate], quote: &mut QuoteCandidate) {
    let asked = |d: &QuoteCandidate| {
        d.cue
            .as_ref()
            .is_none_or(|c| c.clone().any(|i| Verb::reporting(view.word(i)).is_some_and(|verb| verb.base == "ask")))
            && ends_asking(view, d)
    };
    let before = last_paragraph(view, previous);
    let other = earlier
        .iter()
        .rev()
        .take(NEAR)
        .find(|e| e.is_direct() && last_paragraph(view, e) + 1 == before && e.chain != previous.chain);
    let dialogue = previous.is_direct() && (asked(previous) || other.is_some_and(asked) || previous.why == TURNS);
    let (from, why) = match other {
        Some(other) if dialogue => (other, TURNS),
        None if dialogue => return,
        _ => (previous, "the quotation before goes on"),
    };
    (quote.speaker, quote.chain, quote.why) = (from.speaker.clone(), from.chain, why);
}

const TURNS: &str = "the turns of a dialogue";

fn ends_asking(view: &TokenView, quote: &QuoteCandidate) -> bool {
    quote.hull().rev().take(3).any(|i| view.word(i).ends_with('?'))
}

fn last_paragraph(view: &TokenView, quote: &QuoteCandidate) -> u32 {
    view.layout.tokens[quote.hull().end - 1].paragraph
}
