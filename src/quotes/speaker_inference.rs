//! Speakers of quotations that no cue reports: somebody named in the sentence before, before a colon or in the
//! sentence after, the speaker of the quotation before, or the other side of a dialogue.

use super::candidate::QuoteCandidate;
use super::speaker_chain::{self, MentionIndex};
use crate::lexicon::{AUXILIARY, PREPOSITION, VERB, Verb};
use crate::syntax::TokenView;
use crate::tokens::token_at;
use core::ops::Range;

/// How many quotations back a speaker or the other side of a dialogue may be.
const NEAR: usize = 6;

/// Gives each candidate without a cue the speaker that the text around it names.
pub fn infer_speakers(view: &TokenView, mentions: &MentionIndex, quotes: &mut [QuoteCandidate]) {
    for index in 0..quotes.len() {
        if quotes[index].cue.is_none() && quotes[index].speaker.is_none() {
            let (earlier, rest) = quotes.split_at_mut(index);
            infer(view, mentions, earlier, &mut rest[0]);
        }
    }
}

fn infer(view: &TokenView, mentions: &MentionIndex, earlier: &[QuoteCandidate], quote: &mut QuoteCandidate) {
    let start = quote.hull().start;
    let sentence = view.sentence(start);
    let paragraph = view.layout.tokens[start].paragraph;
    let story = view.layout.story_of(start);
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
        if opens_paragraph && let Some((tokens, chain)) = reaction(view, mentions, earlier, sentence - 1) {
            (quote.speaker, quote.chain, quote.why) = (Some(tokens), Some(chain), "named in the sentence before");
            return;
        }
    }
    let previous = earlier
        .iter()
        .rev()
        .take(NEAR)
        .find(|p| p.cue.is_none() || p.speaker.is_some())
        .filter(|p| last_paragraph(view, p) + 1 >= story);
    if opens_paragraph && let Some(previous) = previous.filter(|p| last_paragraph(view, p) + 1 == story) {
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

/// The person who reacts at the end of the previous paragraph: "Paul Denny disagreed." A short sentence about one person
/// introduces the next speaker.
fn reaction(
    view: &TokenView,
    mentions: &MentionIndex,
    earlier: &[QuoteCandidate],
    sentence: usize,
) -> Option<(Range<usize>, usize)> {
    const LONGEST: usize = 12;
    /// Up to this many tokens stand before the name: "But her neighbour, Zola Khoza, disagreed."
    const LEAD: usize = 5;
    let tokens = view.layout.sentences[sentence].tokens.clone();
    let overlaps = |range: &Range<usize>| range.start < tokens.end && range.end > tokens.start;
    let reported = earlier
        .iter()
        .rev()
        .take(NEAR)
        .any(|quote| overlaps(&quote.hull()) || quote.cue.as_ref().is_some_and(overlaps));
    if tokens.len() > LONGEST || !matches!(view.word(tokens.end - 1), "." | "!") || reported {
        return None;
    }
    let (mut name, chain) = speaker_chain::sentence_subject(view, mentions, sentence)?;
    // "His sister, Leila Noor, shook her head.": the name stands behind the description.
    let inside = mentions.within(view.layout.sentences[sentence].span);
    if let Some(named) = inside.iter().find(|m| m.chain == chain && m.is_name()) {
        let start = token_at(&view.layout.tokens, named.span.start);
        if start > name.start && start <= name.end + 1 {
            name = start..view.layout.tokens.partition_point(|t| t.span.start < named.span.end);
        }
    }
    let lead = tokens.start..name.start;
    let verb = |i: usize| view.has(i, AUXILIARY | VERB | PREPOSITION) || view.word(i).ends_with("ed");
    let predicate = (name.end..tokens.end).find(|&i| view.is_word(i))?;
    let subject = lead.len() <= LEAD && !lead.clone().any(verb) && view.is_lower(predicate);
    let speaks = mentions.within(view.span(name.clone())).first().is_some_and(|m| m.is_person());
    (subject && speaks).then_some((name, chain))
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

/// The paragraph of the story in which a quotation ends. A caption between two quotations does not part them.
fn last_paragraph(view: &TokenView, quote: &QuoteCandidate) -> u32 {
    view.layout.story_of(quote.hull().end - 1)
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    /// A candidate's chain, and why it is that one.
    type Inferred = (Option<usize>, &'static str);

    fn inferred(marked: &str) -> Vec<Inferred> {
        with_spans(marked, |spans, chains| {
            let (view, mentions) = (spans.view, MentionIndex::of(chains));
            let (mut quotes, _) = group(spans);
            for quote in &mut quotes {
                quote.chain = quote.speaker.as_ref().and_then(|s| speaker_chain::of_speaker(view, &mentions, s));
            }
            infer_speakers(view, &mentions, &mut quotes);
            quotes.iter().map(|q| (q.chain, q.why)).collect()
        })
    }

    fn check(cases: &[(&str, &[Inferred])]) {
        for (marked, expected) in cases {
            assert_eq!(inferred(marked), *expected, "{marked}");
        }
    }

    const NOBODY: Inferred = (None, "nobody is named");

    #[test]
    fn the_person_named_in_the_sentence_before_is_the_speaker() {
        check(&[
            ("{PERSON:0 Ruiz} stood up. “We sail at dawn.”", &[(Some(0), "named in the sentence before")]),
            (
                "{PERSON:0 Ruiz} stood up, and all of the old crew of the ferry left:\n\n“We sail at dawn.”",
                &[(Some(0), "named before the colon")],
            ),
            ("It was {PERSON:0 Ruiz}.\n\n“We sail at dawn.”", &[NOBODY]),
            ("It was late. “We sail at dawn.”", &[NOBODY]),
        ]);
    }

    #[test]
    fn who_reacts_at_the_end_of_the_paragraph_before_speaks_next() {
        let said = (Some(0), "the speaker of the cue");
        let reacts = (Some(1), "named in the sentence before");
        let goes_on = (Some(0), "the quotation before goes on");
        for (between, expected) in [
            (" {PERSON:1 Webb} disagreed.", reacts),
            (" But {PERSON:1 Webb}, a diver, had {pronoun:1 her} doubts.", reacts),
            (" {pronoun:0 Her} brother {PERSON:1 Webb} was less sure.", reacts),
            (" {pronoun:0 Her} {nominal:1 brother}, {PERSON:1 Webb}, shook {pronoun:1 his} head.", reacts),
            ("\n\n{PERSON:1 Webb} laughed.", reacts),
            // Not the subject, a long sentence, or no sentence.
            (" It was built by {PERSON:1 Webb}.", goes_on),
            (" {PERSON:1 Webb} came to the old town in May with two ships and all of the crew.", goes_on),
            (" {PERSON:1 Webb} on the boat", goes_on),
            (" {ORG:1 Norrvarv} disagreed.", goes_on),
        ] {
            let marked = format!("{RUIZ}{between}\n\n“And we row at noon.”");
            assert_eq!(inferred(&marked), [said, expected], "{marked}");
        }
        check(&[("{PERSON:0 Ruiz} stood up.\n\n“We sail at dawn.”", &[(Some(0), "named in the sentence before")])]);
    }

    #[test]
    fn the_person_named_in_the_sentence_after_is_the_speaker() {
        check(&[
            ("“We sail at dawn.” {PERSON:0 Ruiz} stood up.", &[(Some(0), "named in the sentence after")]),
            ("It rained. “We sail at dawn.” {PERSON:0 Ruiz} stood up.", &[(Some(0), "named in the sentence after")]),
            // The sentence before comes first.
            (
                "{PERSON:0 Ruiz} stood up. “We sail at dawn.” {PERSON:1 Webb} left.",
                &[(Some(0), "named in the sentence before")],
            ),
            ("“We sail at dawn.”\n\n{PERSON:0 Ruiz} stood up.", &[NOBODY]),
        ]);
    }

    #[test]
    fn a_quotation_with_a_cue_is_left_alone() {
        check(&[(
            "{PERSON:0 Ruiz} stood up. {content “We sail at dawn,”} {cue said} {speaker {PERSON:1 Webb}}.",
            &[(Some(1), "the speaker of the cue")],
        )]);
    }

    const RUIZ: &str = "{content “We sail at dawn,”} {cue said} {speaker {PERSON:0 Ruiz}}.";

    #[test]
    fn a_paragraph_that_begins_with_a_quotation_goes_on_from_the_one_before() {
        let said = (Some(0), "the speaker of the cue");
        for (rest, expected) in [
            ("\n\n“And we row at noon.”", (Some(0), "the quotation before goes on")),
            // A paragraph without one stands between, or the quotation does not begin its own.
            ("\n\nIt rained.\n\n“And we row at noon.”", NOBODY),
            ("\n\nIt rained. “And we row at noon.”", (Some(0), "the last one who spoke")),
            ("\n\nIt rained.\n\nIt poured. “And we row at noon.”", NOBODY),
        ] {
            let marked = format!("{RUIZ}{rest}");
            assert_eq!(inferred(&marked), [said, expected], "{marked}");
        }
    }

    #[test]
    fn a_quotation_whose_cue_has_no_speaker_is_passed_over() {
        let marked =
            format!("{RUIZ} {{content “We row,”}} {{cue said}} {{speaker Webb}}.\n\nIt rained. “And we walk at noon.”");
        with_spans(&marked, |spans, _| {
            for (chain, expected) in [(None, Some(0)), (Some(1), Some(1))] {
                let (mut quotes, _) = group(spans);
                quotes[0].chain = Some(0);
                quotes[1].chain = chain;
                quotes[1].speaker = quotes[1].speaker.take().filter(|_| chain.is_some());
                infer_speakers(spans.view, &MentionIndex::of(&[]), &mut quotes);
                assert_eq!((quotes[2].chain, quotes[2].why), (expected, "the last one who spoke"));
            }
        });
    }

    #[test]
    fn in_a_dialogue_the_other_side_answers() {
        let (asks, answers) = (
            "{content “Do we sail at dawn?”} {cue asked} {speaker {PERSON:0 Ruiz}}.",
            "{content “We sail at noon,”} {cue said} {speaker {PERSON:1 Webb}}.",
        );
        let (ruiz, webb) = ((Some(0), "the speaker of the cue"), (Some(1), "the speaker of the cue"));
        for (rest, expected) in [
            (
                &[asks, answers, "“And when do we row?”", "“We row at night.”"][..],
                &[ruiz, webb, (Some(0), TURNS), (Some(1), TURNS)][..],
            ),
            (
                &[asks, answers, "“And then we row.”", "“We row at night.”"],
                &[ruiz, webb, (Some(0), TURNS), (Some(1), TURNS)],
            ),
            // A question alone does not show who answers.
            (&[asks, "“We sail at noon.”"], &[ruiz, NOBODY]),
            // Nobody has asked.
            (&[RUIZ, answers, "“And then we row.”"], &[ruiz, webb, (Some(1), "the quotation before goes on")]),
            // Somebody has said a question, not asked it.
            (
                &[
                    "{content “Do we sail at dawn?”} {cue said} {speaker {PERSON:0 Ruiz}}.",
                    answers,
                    "“And then we row.”",
                ],
                &[ruiz, webb, (Some(1), "the quotation before goes on")],
            ),
        ] {
            let marked = rest.join("\n\n");
            assert_eq!(inferred(&marked), expected, "{marked}");
        }
    }

    #[test]
    fn the_speaker_is_the_words_of_the_mention() {
        with_spans("{PERSON:0 Ana Ruiz} stood up. “We sail at dawn.”", |spans, chains| {
            let (mut quotes, _) = group(spans);
            infer_speakers(spans.view, &MentionIndex::of(chains), &mut quotes);
            assert_eq!(quotes[0].speaker.as_ref().map(|s| words(spans.view, s)).as_deref(), Some("Ana Ruiz"));
        });
    }
}
