//! "Ana Ruiz claims the wall is cracked.": a name, a verb of speech and a clause make a report, even if the tagger takes
//! the verb for a noun.

use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::spans::Spans;
use crate::entities::EntityType;
use crate::lexicon::{AUXILIARY, DETERMINER, POSSESSIVE, SUBJECT, VERB, Verb};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// Adds the reports of sentences that begin with a name and in which the tagger found nothing.
pub fn add(spans: &Spans, quotes: &mut Vec<QuoteCandidate>) {
    let view = spans.view;
    for entity in view.entities.iter().filter(|e| matches!(e.kind, EntityType::Person | EntityType::Org)) {
        let sentence = view.sentence_tokens(entity.tokens.start);
        if entity.tokens.start != sentence.start {
            continue;
        }
        let Some(content) = reported(view, entity.tokens.end, sentence.clone()) else { continue };
        let after = quotes.partition_point(|quote| quote.hull().end <= sentence.start);
        if quotes.get(after).is_some_and(|quote| quote.hull().start < sentence.end) {
            continue;
        }
        let quote = QuoteCandidate {
            contents: vec![ContentSpan::of_clause(spans, content)],
            cue: Some(entity.tokens.end..entity.tokens.end + 1),
            speaker: Some(entity.tokens.clone()),
            ..QuoteCandidate::by_shape()
        };
        quotes.insert(after, quote);
    }
}

/// The clause that the verb here reports, to the end of the sentence.
fn reported(view: &TokenView, verb: usize, sentence: Range<usize>) -> Option<Range<usize>> {
    const SAYING: &[&str] = &["admit", "argue", "claim", "contend", "insist", "maintain", "say", "warn"];
    /// The subject of the clause has no more tokens.
    const LONGEST: usize = 6;
    if verb + 4 > sentence.end || !view.is_lower(verb) {
        return None;
    }
    let known = Verb::reporting(view.word(verb))?;
    let last = (verb..sentence.end).rev().find(|&i| view.is_word(i))? + 1;
    let start = verb + 1;
    let that = view.is(start, "that");
    let subject = start + usize::from(that);
    let opens = view.is(subject, "it")
        || view.has(subject, DETERMINER | POSSESSIVE | SUBJECT)
        || view.entity(subject).is_some();
    let predicate = (subject + 1..last.min(subject + LONGEST))
        .find(|&i| view.is_lower(i) && (view.has(i, AUXILIARY | VERB) || view.word(i).ends_with("ed")));
    let sound = SAYING.contains(&known.base)
        && view.word(verb) != known.base
        && !view.word(verb).ends_with("ing")
        && opens
        && predicate.is_some()
        && !(start..sentence.end).any(|i| is_quotation_mark(view.word(i)));
    sound.then_some(start..last)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_spans, words};
    use super::*;

    fn found(marked: &str) -> Vec<[String; 2]> {
        with_spans(marked, |spans, _| {
            let mut quotes = Vec::new();
            add(spans, &mut quotes);
            let shown = |quote: &QuoteCandidate| {
                [words(spans.view, quote.speaker.as_ref().unwrap()), words(spans.view, &quote.hull())]
            };
            quotes.iter().map(shown).collect()
        })
    }

    #[test]
    fn a_name_a_verb_and_a_clause() {
        for (marked, content) in [
            ("{PERSON:0 Ana Ruiz} claims the wall is cracked.", "the wall is cracked"),
            ("{ORG:0 Norrvarv} said that it would sail.", "that it would sail"),
        ] {
            assert_eq!(found(marked)[0][1], content, "{marked}");
        }
        for marked in [
            "{PERSON:0 Ana Ruiz} claims the prize today.",
            "{PERSON:0 Ana Ruiz} said “we will sail at dawn”.",
            "In May {PERSON:0 Ana Ruiz} claims the wall is cracked.",
        ] {
            assert_eq!(found(marked).len(), 0, "{marked}");
        }
    }
}
