//! Whether a quotation is speech, writing or thought: somebody uttered it, wrote it, or only believes, hopes, fears,
//! wants or plans it. The three are those of speech, writing and thought representation (Semino and Short 2004).
//!
//! What the verbs report stands in the table of [`verbs`](crate::lexicon); here are the nouns and adjectives that do
//! so as well, and what the words around the cue add.

use super::candidate::QuoteCandidate;
use crate::lexicon::{AUXILIARY, Act, BE, CLAUSE, DETERMINER, POSSESSIVE, TEXT, Verb, is_finite};
use crate::names::named;
use crate::syntax::TokenView;
use core::ops::Range;
use serde::{Deserialize, Serialize};

/// In which medium a quotation was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// Somebody uttered it: "she said that the repairs would take months".
    #[default]
    Speech,
    /// Somebody wrote or posted it, or a text says it: "the report found that the bridge was unsafe".
    Writing,
    /// Somebody only believes, hopes, fears, wants or plans it: "brewers are nervous that prices will rise".
    Thought,
}

impl Medium {
    /// The name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Medium::Speech => "speech",
            Medium::Writing => "writing",
            Medium::Thought => "thought",
        }
    }
}

named!(Medium, "medium of a quotation");

/// Adjectives and nouns that report a state of mind.
const STATES_OF_MIND: &[&str] = &[
    "adamant", "afraid", "alarmed", "ambition", "angry", "anxious", "attitude", "aware", "belief", "certain",
    "concern", "concerned", "concerns", "confident", "consensus", "content", "convinced", "cynical", "decision",
    "delighted", "desire", "determined", "disappointed", "disdain", "doubtful", "eager", "enthusiastic", "excited",
    "expectation", "expectations", "fearful", "fears", "feeling", "fond", "frustrated", "furious", "glad", "goal",
    "happy", "hopeful", "hopes", "horrified", "idea", "impression", "inclined", "instinct", "intent", "intention",
    "interest", "interested", "keen", "leaning", "mistrust", "nervous", "opinion", "opposition", "optimism",
    "optimistic", "outraged", "pessimistic", "plans", "pleased", "preference", "proud", "puzzled", "ready",
    "reluctant", "resigned", "sceptical", "sense", "shocked", "skeptical", "skepticism", "strategy", "supporter",
    "supporters", "support", "sure", "surprised", "suspicion", "suspicious", "thoughts", "uncertain", "unclear",
    "unhappy", "unsure", "unwilling", "upset", "vision", "wary", "willing", "wish", "wishes", "worried", "worries",
];
/// What shows something as a text does.
const RECORDS: &[&str] = &[
    "ad", "ads", "analyses", "analysis", "clip", "data", "documentary", "documents", "figures", "film", "footage",
    "numbers", "poll", "polls", "records", "research",
];
/// Verbs by which a text or figures say something.
const SHOWS: &[&str] = &["show", "find", "indicate", "suggest", "reveal", "confirm", "conclude", "estimate"];
/// Where one writes.
const SITES: &[&str] = &["Facebook", "Instagram", "Twitter", "Telegram", "TikTok", "Weibo", "X", "LinkedIn", "Truth"];

/// The medium of a quotation.
pub fn of(view: &TokenView, quote: &QuoteCandidate) -> Medium {
    let Some(cue) = &quote.cue else { return Medium::Speech };
    let quoted = quote.contents.iter().any(|c| !c.quoted.is_empty());
    let act = act(view, cue, quote);
    match act {
        Some(Act::Write) => Medium::Writing,
        // Words in quotation marks were uttered or written, whatever they express.
        Some(Act::Think) if !quoted => Medium::Thought,
        Some(Act::Commit) if !quoted && is_infinitive(view, cue, quote) => Medium::Thought,
        _ if is_written(view, cue, quote) => Medium::Writing,
        None if !quoted => Medium::Thought,
        _ => Medium::Speech,
    }
}

/// What the cue reports, as its first telling word has it. A verb of speech comes first, unless somebody only wants or
/// declines to use it.
fn act(view: &TokenView, cue: &Range<usize>, quote: &QuoteCandidate) -> Option<Act> {
    if cue.clone().any(|i| view.is(i, "according")) || cue.clone().all(|i| view.is_punctuation(i)) {
        return Some(Act::Say);
    }
    // "his hope", "a plan": a noun reports as its verb does.
    let known = |i: usize| Verb::known(view.word(i)).filter(|_| view.entity(i).is_none());
    let state = |i: usize| STATES_OF_MIND.contains(&view.word(i));
    let first = cue.clone().find(|&i| state(i) || known(i).is_some())?;
    if state(first) && known(first).is_none_or(|verb| verb.act() == Act::Think) {
        return Some(Act::Think);
    }
    let verb = known(first)?;
    // "is expected to", "was seen as": nobody says so.
    let speaks = |i: usize| known(i).is_some_and(|verb| matches!(verb.act(), Act::Say | Act::Write));
    let later = (first + 1..cue.end).find(|&i| speaks(i));
    match (verb.act(), later) {
        // "wants to say", "avoids saying": what is said belongs to the wish. "thought and said": it does not.
        (Act::Think | Act::Commit, Some(later)) if !view.is(later - 1, "to") && is_finite(view.word(later)) => {
            known(later).map(Verb::act)
        }
        (Act::Say, _) if by_text(view, quote) && SHOWS.contains(&verb.base) => Some(Act::Write),
        (Act::Think, None) if SHOWS.contains(&verb.base) && by_text(view, quote) => Some(Act::Write),
        (act, _) => Some(act),
    }
}

/// "pledged to leave", "refused to leave": the content is an infinitive or no clause at all.
fn is_infinitive(view: &TokenView, cue: &Range<usize>, quote: &QuoteCandidate) -> bool {
    let start = quote.contents[0].tokens.start;
    view.is(start, "to") || view.is(cue.end - 1, "to") || view.is(cue.end - 1, "not")
}

/// A text is the speaker, or the words are in one: "said in a statement", "on Twitter".
fn is_written(view: &TokenView, cue: &Range<usize>, quote: &QuoteCandidate) -> bool {
    const NEAR: usize = 12;
    /// "in a recent Gazette essay"
    const PHRASE: usize = 7;
    let sentence = view.sentence_tokens(cue.start);
    let content = |i: usize| quote.contents.iter().any(|c| c.tokens.contains(&i));
    let free = |range: Range<usize>| range.filter(|&i| sentence.contains(&i) && !content(i)).collect::<Vec<_>>();
    let text = |i: usize| view.has(i, TEXT) && !view.has(i + 1, TEXT) && view.entity(i).is_none();
    let from = quote.speaker.as_ref().map_or(cue.start, |s| s.start.min(cue.start)).saturating_sub(NEAR);
    let to = quote.speaker.as_ref().map_or(cue.end, |s| s.end.max(cue.end)) + NEAR;
    let inside = free(from..to).into_iter().any(|i| {
        let places = ["in", "on", "via", "by"].iter().any(|word| view.is(i, word));
        let next = (i + 1..(i + PHRASE).min(to)).take_while(|&t| !view.is_punctuation(t) && !content(t));
        places && next.clone().any(|t| text(t) || (view.is(i, "on") && SITES.contains(&view.word(t))))
    });
    inside || by_text(view, quote) || cue.clone().any(text)
}

/// The speaker is a text: "the report", "a sign", "the Keld study".
fn by_text(view: &TokenView, quote: &QuoteCandidate) -> bool {
    let Some(speaker) = &quote.speaker else { return false };
    // "a report released last year": what follows the noun does not count.
    let ends = |&i: &usize| i > speaker.start && (view.has(i, CLAUSE) || view.word(i).ends_with("ed"));
    let end = speaker.clone().find(ends).unwrap_or(speaker.end);
    let noun = |i: &usize| view.is_word(*i) && !view.has(*i, DETERMINER | POSSESSIVE | AUXILIARY | BE);
    let Some(head) = (speaker.start..end).rev().find(noun) else { return false };
    view.entity(head).is_none() && (view.has(head, TEXT) || RECORDS.contains(&&*view.plain(head)))
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::with_spans;
    use super::*;
    use Medium::{Speech, Thought, Writing};

    fn check(cases: &[(&str, Medium)]) {
        for (marked, expected) in cases {
            let medium = with_spans(marked, |spans, _| of(spans.view, &group(spans).0[0]));
            assert_eq!(medium, *expected, "{marked}");
        }
    }

    #[test]
    fn what_is_uttered_is_speech() {
        check(&[
            ("{speaker Ames} {cue said} {content it is late}.", Speech),
            ("{content It is late}, {cue according to} {speaker Ames}.", Speech),
            ("{content “It is late.”}", Speech),
            ("{speaker Ames} {cue criticised} {content the new road}.", Speech),
            ("{speaker Ames} {cue pledged} {content that it would open}.", Speech),
            // In quotation marks even a feeling is put into words.
            ("{speaker Ames} {cue felt} {content “sick of the road”}.", Speech),
        ]);
    }

    #[test]
    fn what_is_written_is_writing() {
        check(&[
            ("{speaker Ames} {cue wrote} {content that it was late}.", Writing),
            ("{content “It is late,”} {speaker Ames} {cue said} in a statement.", Writing),
            ("{speaker Ames} {cue said} on Twitter {content that it was late}.", Writing),
            ("{speaker The report} {cue said} {content it was late}.", Writing),
            ("{speaker A study by Ames} {cue found} {content that it was late}.", Writing),
        ]);
    }

    #[test]
    fn what_somebody_only_thinks_or_means_to_do_is_thought() {
        check(&[
            ("{speaker Ames} {cue believes} {content that it is late}.", Thought),
            ("{speaker Brewers} {cue are nervous} {content that prices will rise}.", Thought),
            ("{speaker Ames} {cue pledged} {content to open the road}.", Thought),
            ("{speaker Ames} {cue voted against} {content the new road}.", Thought),
            ("{speaker Ames} {cue wants to say} {content it is late}.", Thought),
            ("{speaker Ames} {cue found} {content that it was late}.", Thought),
            ("{speaker Ames} {cue was in favour of} {content the new road}.", Thought),
        ]);
    }
}
