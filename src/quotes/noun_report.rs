//! "The mayor’s claim that the dam was safe surprised her": a noun reports, and the words that follow *that* are the
//! content, up to the verb of the main clause.

use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::spans::Spans;
use crate::lexicon::{AUXILIARY, CONJUNCTION, DETERMINER, POSSESSIVE, PREPOSITION, RELATIVE, VERB, Verb};
use crate::syntax::{TokenView, noun_phrase};
use crate::text::is_possessive;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// Nouns for an utterance, in the singular.
const UTTERANCES: &[&str] = &[
    "accusation", "admission", "allegation", "announcement", "argument", "assertion", "assurance", "boast", "charge",
    "claim", "comment", "complaint", "confession", "contention", "declaration", "demand", "denial", "hint",
    "insistence", "message", "pledge", "prediction", "promise", "proposal", "remark", "report", "revelation",
    "statement", "suggestion", "testimony", "threat", "vow", "warning",
];

/// Adds these reports and corrects those that the tagger has found.
pub fn correct(spans: &Spans, quotes: &mut Vec<QuoteCandidate>) {
    let view = spans.view;
    for that in (2..view.layout.tokens.len()).filter(|&i| view.word(i) == "that") {
        let noun = that - 1;
        if !is_utterance(view, noun) {
            continue;
        }
        let sentence = view.sentence_tokens(that);
        let Some(speaker) = possessor(view, noun, sentence.start) else { continue };
        let last = (that..sentence.end).rev().find(|&i| !view.is_punctuation(i)).unwrap_or(that);
        let subject = !(sentence.start..speaker.start).any(|i| is_verb(view, i));
        let end = if subject { main_verb(view, that + 1..last + 1).unwrap_or(last + 1) } else { last + 1 };
        if end < that + 3 || (that..end).any(|i| is_quotation_mark(view.word(i))) {
            continue;
        }
        // Of the tagger's reports, one that has this clause as its content.
        let from = quotes.partition_point(|quote| quote.hull().end <= that);
        match quotes.get_mut(from) {
            Some(quote) if quote.hull().start < end => {
                let [content] = &mut quote.contents[..] else { continue };
                // "Few believed Ana Ruiz’s warning that …": the tagger takes all of it for a thought.
                let thought = content.tokens.start <= noun
                    && !view.has(speaker.start, POSSESSIVE)
                    && quote
                        .cue
                        .as_ref()
                        .is_some_and(|cue| !cue.clone().any(|i| Verb::surely_reporting(view.word(i)).is_some()));
                let same = (that..that + 2).contains(&content.tokens.start);
                if (same || thought) && content.tokens.end >= end {
                    content.tokens = content.tokens.start.max(that)..end;
                    let known = quote.speaker.as_ref().is_some_and(|s| s.start < speaker.end && speaker.start < s.end);
                    if !known {
                        quote.speaker = Some(speaker);
                        quote.cue = Some(noun..that);
                        quote.why = "the speaker of the cue";
                    }
                }
            }
            _ => {
                let quote = QuoteCandidate {
                    contents: vec![ContentSpan::of_clause(spans, that..end)],
                    cue: Some(noun..that),
                    speaker: Some(speaker),
                    ..QuoteCandidate::by_shape()
                };
                quotes.insert(from, quote);
            }
        }
    }
}

fn is_utterance(view: &TokenView, noun: usize) -> bool {
    let word = view.plain(noun);
    let is = |word: &str| UTTERANCES.contains(&word);
    view.is_lower(noun) && (is(&word) || word.strip_suffix('s').is_some_and(is))
}

/// "Ana Ruiz’s", "his", "the union’s repeated": whose utterance it is.
fn possessor(view: &TokenView, noun: usize, floor: usize) -> Option<Range<usize>> {
    const ADJECTIVES: usize = 2;
    let mark =
        (floor..noun).rev().take(ADJECTIVES + 1).find(|&i| view.has(i, POSSESSIVE) || is_possessive(view.word(i)))?;
    let adjective =
        |i: usize| view.is_word(i) && view.is_lower(i) && !view.has(i, AUXILIARY | VERB | PREPOSITION | CONJUNCTION);
    if !(mark + 1..noun).all(adjective) {
        return None;
    }
    if view.has(mark, POSSESSIVE) && !is_possessive(view.word(mark)) {
        return Some(mark..mark + 1);
    }
    noun_phrase::core_ending_at(view, mark, floor)
}

fn is_verb(view: &TokenView, i: usize) -> bool {
    let word = view.word(i);
    // "the claimed", "on plans"; but "was over pleased".
    let determined = i > 0 && view.has(i - 1, DETERMINER | POSSESSIVE);
    let noun = determined || (i > 0 && view.has(i - 1, PREPOSITION) && !word.ends_with("ed"));
    view.is_lower(i)
        && !noun
        && (view.has(i, AUXILIARY | VERB)
            || (word.len() > 3 && word.ends_with("ed"))
            || Verb::surely_reporting(word).is_some())
}

/// The verb of the main clause behind a that-clause: the first verb that is one more than its clauses have.
pub fn main_verb(view: &TokenView, clause: Range<usize>) -> Option<usize> {
    let mut wanted = 1;
    let mut i = clause.start;
    while i < clause.end {
        let joins =
            view.has(i, CONJUNCTION | RELATIVE) || view.is(i, "that") || view.is(i, "to") || view.word(i) == ",";
        if joins && (!view.is(i, "to") || view.is_lower(i + 1)) {
            // What follows "and", "who" or "to" may have a verb of its own.
            wanted += usize::from(!view.is(i, "to"));
            i += 1 + usize::from(view.is(i, "to"));
            continue;
        }
        if !is_verb(view, i) {
            i += 1;
            continue;
        }
        if wanted == 0 {
            return Some(i);
        }
        wanted -= 1;
        // The rest of the verb: "had been hit", "would fall", "be stopped".
        let auxiliary = view.has(i, AUXILIARY);
        i += 1;
        while i < clause.end && (view.has(i, AUXILIARY) || view.is_adverbial(i)) {
            i += 1;
        }
        if auxiliary && i < clause.end && view.is_word(i) && view.is_lower(i) && !view.has(i, DETERMINER | PREPOSITION)
        {
            i += 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    fn found(marked: &str) -> Vec<[String; 2]> {
        with_spans(marked, |spans, _| {
            let (mut quotes, _) = group(spans);
            correct(spans, &mut quotes);
            let some = |t: &Option<Range<usize>>| t.as_ref().map_or_else(String::new, |t| words(spans.view, t));
            quotes.iter().map(|q| [some(&q.speaker), words(spans.view, &q.hull())]).collect()
        })
    }

    #[test]
    fn whose_claim_it_is_says_so() {
        for (marked, speaker, content) in [
            ("Ana Ruiz’s claim that the dam was safe surprised us.", "Ana Ruiz", "that the dam was safe"),
            ("The union’s angry promise that pay would rise is forgotten.", "The union", "that pay would rise"),
            ("His warning that she had been hit was wrong.", "His", "that she had been hit"),
            ("Few heard Ana Ruiz’s warning that the dam would burst.", "Ana Ruiz", "that the dam would burst"),
            ("Ana Ruiz’s claim that the war was over pleased us.", "Ana Ruiz", "that the war was over"),
            (
                "{speaker Few} {cue believed} {content Ana Ruiz’s warning that the dam would burst}.",
                "Ana Ruiz",
                "that the dam would burst",
            ),
            ("Ana Ruiz’s claim {content that the dam was safe surprised us}.", "Ana Ruiz", "that the dam was safe"),
            (
                "{speaker The court} {cue heard} Ana Ruiz’s claim {content that she was hit}.",
                "Ana Ruiz",
                "that she was hit",
            ),
        ] {
            assert_eq!(found(marked), [[speaker, content].map(str::to_owned)], "{marked}");
        }
    }

    #[test]
    fn a_relative_clause_reports_nothing() {
        for text in [
            "Ana Ruiz’s house that the storm hit was sold.",
            "The claim that the dam was safe surprised us.",
            "Ana Ruiz’s claim was that the dam was safe.",
        ] {
            assert_eq!(found(text), Vec::<[String; 2]>::new(), "{text}");
        }
    }
}
