//! "was described as “a farce” by the opposition": the agent of a passive speaks, and not its subject.

use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::spans::Spans;
use crate::entities::EntityType;
use crate::lexicon::{BE, DETERMINER, Verb};
use crate::syntax::{TokenView, noun_phrase};
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// Makes the agent of a passive cue its speaker, and takes it out of the content.
pub fn name_agents(view: &TokenView, quotes: &mut [QuoteCandidate]) {
    for quote in quotes {
        let quoted = quote.contents.iter().any(|c| !c.quoted.is_empty());
        let Some(cue) = quote.cue.clone() else { continue };
        let Some(participle) = passive_participle(view, &cue, quoted) else { continue };
        let agent = match quote.contents.last_mut().filter(|c| c.tokens.start > participle) {
            Some(content) => {
                let found = behind(view, &content.tokens).or_else(|| before(view, &content.tokens));
                found.map(|found| {
                    content.tokens = found.content;
                    content.quoted_only |= !content.quoted.is_empty() && is_quoted(view, &content.tokens);
                    found.agent
                })
            }
            None => None,
        };
        // "The mayor was accused by Ames of “lying”": the subject is no content.
        if agent.is_some() {
            quote.contents.retain(|content| content.tokens.start > participle);
        }
        // "was told by the captain"
        if let Some(agent) = agent.or_else(|| agent_at(view, cue.end)) {
            quote.speaker = Some(agent);
            quote.why = "the speaker of the cue";
        }
    }
}

/// Adds the reports that only the passive shows: "Webb was accused by Ames of stealing the money."
pub fn add(spans: &Spans, quotes: &mut Vec<QuoteCandidate>) {
    let view = spans.view;
    for by in (2..view.layout.tokens.len()).filter(|&i| view.is(i, "by")) {
        let cue = by - 1..by;
        if passive_participle(view, &cue, false).is_none() {
            continue;
        }
        let Some(agent) = agent_at(view, by) else { continue };
        let sentence = view.sentence_tokens(by);
        let last = (agent.end..sentence.end).rev().find(|&i| view.is_word(i)).map_or(agent.end, |i| i + 1);
        let start = agent.end;
        // "accused by Ames of “lying”": the tagger found no cue for the words in quotation marks.
        let quoted = start + 1 < last
            && ["of", "for", "as"].iter().any(|word| view.is(start, word))
            && is_quotation_mark(view.word(start + 1));
        if let Some(quote) = quotes.iter_mut().find(|quote| quoted && quote.hull().start == start + 1) {
            if quote.cue.is_none() {
                (quote.cue, quote.speaker, quote.why) = (Some(cue), Some(agent), "the speaker of the cue");
            }
            continue;
        }
        let opens = view.is(start, "that")
            || (view.is(start, "of") && view.word(start + 1).ends_with("ing"))
            || (view.is(start, "to") && view.is_lower(start + 1) && !view.has(start + 1, DETERMINER));
        let after = quotes.partition_point(|quote| quote.hull().end < by);
        // What the tagger takes for the content of this cue is its subject.
        let same = after.checked_sub(1).filter(|&k| quotes[k].cue.as_ref().is_some_and(|c| c.contains(&(by - 1))));
        let taken = quotes.get(after).is_some_and(|quote| quote.hull().start < last)
            || (start..last).any(|i| is_quotation_mark(view.word(i)));
        if opens && !taken && last > start + 2 {
            let quote = QuoteCandidate {
                contents: vec![ContentSpan::of_clause(spans, start..last)],
                cue: Some(cue),
                speaker: Some(agent),
                ..QuoteCandidate::by_shape()
            };
            match same {
                Some(same) => quotes[same] = quote,
                None => quotes.insert(after, quote),
            }
        }
    }
}

struct Agent {
    agent: Range<usize>,
    /// What remains of the content.
    content: Range<usize>,
}

/// The participle of a verb of speech, with a form of *be* before it or at the beginning of its sentence. Beside words
/// in quotation marks, any verb that can call somebody something is one.
fn passive_participle(view: &TokenView, cue: &Range<usize>, quoted: bool) -> Option<usize> {
    /// How far from it the form of *be* may stand.
    const NEAR: usize = 4;
    let verb = if quoted { Verb::loosely_reporting } else { Verb::reporting };
    let calls = |i: usize| quoted && view.is(i + 1, "as");
    let participle = cue.clone().find(|&i| {
        let word = view.word(i);
        (word.ends_with("ed") && (verb(word).is_some() || calls(i))) || matches!(word, "told" | "said" | "written")
    })?;
    let start = view.sentence_tokens(participle).start;
    let be = |i: usize| view.has(i, BE);
    (participle == start || (start.max(participle.saturating_sub(NEAR))..participle).any(be)).then_some(participle)
}

/// "“a farce” by the opposition": behind the quotation marks, in the content or right behind it.
fn behind(view: &TokenView, content: &Range<usize>) -> Option<Agent> {
    let quoted = &view.layout.quoted;
    let before = quoted.partition_point(|q| q.open < content.end);
    let close = quoted[..before].iter().rev().filter_map(|q| q.close).find(|close| content.contains(close));
    let by = close.map_or(content.end, |close| close + 1);
    let agent = agent_at(view, by)?;
    Some(Agent { agent, content: content.start..by })
}

/// "was described by the opposition as “a farce”", "was accused by Ames of “lying”"
fn before(view: &TokenView, content: &Range<usize>) -> Option<Agent> {
    let agent = agent_at(view, content.start - 1)?;
    let rest = agent.end + 1..content.end;
    let joined = ["as", "of", "for"].iter().any(|word| view.is(agent.end, word));
    (joined && !rest.is_empty()).then_some(Agent { agent, content: rest })
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
    let end = view.sentence_tokens(by).end;
    // "by one critic, Lara Venn, as"
    let one = usize::from(view.is(next, "one") && view.is_lower(next + 1));
    let mut agent = noun_phrase::beginning_at(view, next + one, end)?;
    agent.start = next;
    let named = (view.word(agent.end) == ",").then(|| view.entity(agent.end + 1)).flatten();
    if let Some(name) = named.map(|e| &view.entities[e]).filter(|e| e.kind == EntityType::Person && e.tokens.end < end)
    {
        agent.end = name.tokens.end + usize::from(view.is(name.tokens.end + 1, "as"));
    }
    // "by Ames of stealing the money"
    let deed = agent.clone().find(|&i| {
        ["of", "for"].iter().any(|word| view.is(i, word))
            && (view.word(i + 1).ends_with("ing") || is_quotation_mark(view.word(i + 1)))
    });
    Some(agent.start..deed.unwrap_or(agent.end)).filter(|agent| !agent.is_empty())
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
            ("Webb {cue was branded} {content “a liar”} by Ames.", "Ames", "“a liar”"),
            ("The law {cue was panned as} {content “a joke”} by Ames.", "Ames", "“a joke”"),
            ("{speaker They} {cue were told} by the captain {content “we all sail”}.", "the captain", "“we all sail”"),
            (
                "{content “We all sail,”} {speaker they} {cue were told} by the captain.",
                "the captain",
                "“We all sail,”",
            ),
            ("{speaker They} {cue told} by the captain {content “we all sail”}.", "They", "“we all sail”"),
            ("{speaker They} {cue were told} to the captain {content “we all sail”}.", "They", "“we all sail”"),
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

    #[test]
    fn a_passive_alone_can_show_a_report() {
        let added = |marked: &str| {
            with_spans(marked, |spans, _| {
                let (mut quotes, _) = group(spans);
                add(spans, &mut quotes);
                let some = |t: &Option<Range<usize>>| t.as_ref().map_or_else(String::new, |t| words(spans.view, t));
                quotes.iter().map(|q| [some(&q.speaker), words(spans.view, &q.hull())]).collect::<Vec<_>>()
            })
        };
        for (text, speaker, content) in [
            ("Webb was accused by Ames of stealing the money.", "Ames", "of stealing the money"),
            ("Webb has been warned by the police that the lake is deep.", "the police", "that the lake is deep"),
            ("Webb was urged by Ames to leave the town.", "Ames", "to leave the town"),
        ] {
            let expected: &[[String; 2]] = &[[speaker, content].map(str::to_owned)];
            assert_eq!(added(text), expected, "{text}");
        }
        for text in [
            "The song was written by Ames in May.",
            "Webb was told by phone that it is late.",
            "Webb accused by Ames of stealing.",
            "Webb was accused by Ames of theft.",
            "Webb was given by Ames to the town.",
        ] {
            assert!(added(text).is_empty(), "{text}");
        }
    }
}
