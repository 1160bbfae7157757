//! "was described as “a farce” by the opposition": the agent of a passive speaks, and not its subject.

use super::candidate::QuoteCandidate;
use crate::entities::EntityType;
use crate::lexicon::Verb;
use crate::syntax::{TokenView, noun_phrase};
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// Makes the agent of a passive cue its speaker, and takes it out of the content.
pub fn name_agents(view: &TokenView, quotes: &mut [QuoteCandidate]) {
    for quote in quotes {
        let Some(participle) = quote.cue.as_ref().and_then(|cue| passive_participle(view, cue)) else { continue };
        let Some(content) = quote.contents.last_mut().filter(|c| c.tokens.start > participle) else { continue };
        let Some(found) = behind(view, &content.tokens).or_else(|| before(view, &content.tokens)) else { continue };
        content.tokens = found.content;
        content.quoted_only |= !content.quoted.is_empty() && is_quoted(view, &content.tokens);
        quote.speaker = Some(found.agent);
        quote.why = "the speaker of the cue";
    }
}

struct Agent {
    agent: Range<usize>,
    /// What remains of the content.
    content: Range<usize>,
}

/// The participle of a verb of speech, with a form of *be* before it or at the beginning of its sentence.
fn passive_participle(view: &TokenView, cue: &Range<usize>) -> Option<usize> {
    /// How far from it the form of *be* may stand.
    const NEAR: usize = 4;
    let participle = cue.clone().find(|&i| {
        let word = view.word(i);
        Verb::reporting(word).is_some() && (word.ends_with("ed") || matches!(word, "told" | "said" | "written"))
    })?;
    let start = view.sentence_tokens(participle).start;
    let be = |i: usize| ["is", "are", "was", "were", "be", "been", "being"].iter().any(|word| view.is(i, word));
    (participle == start || (start.max(participle.saturating_sub(NEAR))..participle).any(be)).then_some(participle)
}

/// "“a farce” by the opposition": behind the quotation marks, in the content or right behind it.
fn behind(view: &TokenView, content: &Range<usize>) -> Option<Agent> {
    let close = content.clone().rev().find(|&i| is_quotation_mark(view.word(i)));
    let by = close.map_or(content.end, |close| close + 1);
    let agent = agent_at(view, by)?;
    Some(Agent { agent, content: content.start..by })
}

/// "was described by the opposition as “a farce”"
fn before(view: &TokenView, content: &Range<usize>) -> Option<Agent> {
    let agent = agent_at(view, content.start - 1)?;
    let rest = agent.end + 1..content.end;
    (view.is(agent.end, "as") && !rest.is_empty()).then_some(Agent { agent, content: rest })
}

const TIMES: [EntityType; 4] = [EntityType::Date, EntityType::Time, EntityType::Money, EntityType::Percent];

/// The noun phrase behind *by*, unless it is a time or a means.
fn agent_at(view: &TokenView, by: usize) -> Option<Range<usize>> {
    if !view.is(by, "by") {
        return None;
    }
    let next = by + 1;
    let k = view.entities.partition_point(|e| e.tokens.end <= next);
    let time = view.entities.get(k).is_some_and(|e| e.tokens.start <= next && TIMES.contains(&e.kind));
    let means = ["email", "letter", "mistake", "phone", "post", "text"].iter().any(|word| view.is(next, word));
    if time || means || view.sentence(next) != view.sentence(by) {
        return None;
    }
    noun_phrase::beginning_at(view, next, view.sentence_tokens(by).end)
}

/// Quotation marks begin and end it, and no others stand in it.
fn is_quoted(view: &TokenView, content: &Range<usize>) -> bool {
    let marks = content.clone().filter(|&i| is_quotation_mark(view.word(i))).count();
    marks == 2 && is_quotation_mark(view.word(content.start)) && is_quotation_mark(view.word(content.end - 1))
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    #[test]
    fn the_agent_of_a_passive_speaks() {
        for (marked, speaker, content) in [
            (
                "{speaker The vote} {cue was described as} {content “a farce”} by the opposition Labour Front.",
                "the opposition Labour Front",
                "“a farce”",
            ),
            (
                "The film {cue was called} {content “dull” by its own director}, Hana Bose.",
                "its own director",
                "“dull”",
            ),
            ("The plan has been {cue criticised as} {content “too slow”} by teachers.", "teachers", "“too slow”"),
            (
                "{speaker He} {cue was told} {content he should “go home” by the guard}.",
                "the guard",
                "he should “go home”",
            ),
            ("{cue Described as} {content “a farce”} by Ames, the vote was void.", "Ames", "“a farce”"),
            ("The vote {cue was described} by {content Ames as “a farce”}.", "Ames", "“a farce”"),
            // An active verb, or what follows is no speaker.
            ("{speaker Webb} {cue described} {content “a farce”} by Ames.", "Webb", "“a farce”"),
            ("{speaker Webb} {cue was told} {content “to leave”} by {DATE Friday}.", "Webb", "“to leave”"),
            ("{speaker Webb} {cue was told} {content “to leave”} by phone.", "Webb", "“to leave”"),
            ("{speaker Webb} {cue was told} {content “to leave by the door”}.", "Webb", "“to leave by the door”"),
        ] {
            with_spans(marked, |spans, _| {
                let (mut quotes, _) = group(spans);
                name_agents(spans.view, &mut quotes);
                let found = quotes[0].speaker.as_ref().map(|s| words(spans.view, s));
                assert_eq!(
                    (found.as_deref(), &*words(spans.view, &quotes[0].hull())),
                    (Some(speaker), content),
                    "{marked}"
                );
            });
        }
    }
}
