//! What the tagger takes for a report although nobody says anything: a name is given, somebody is silent, something
//! is expected, or the verb has an object instead of words.

use super::candidate::QuoteCandidate;
use crate::entities::EntityType;
use crate::lexicon::{AUXILIARY, Act, BE, CLAUSE, DETERMINER, RELATIVE, VERB, Verb};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// A name is given or somebody is silent, so this is no quotation.
pub fn is_nobodys(view: &TokenView, quote: &QuoteCandidate) -> bool {
    let Some(cue) = &quote.cue else { return false };
    gives_name(view, quote, cue) || (is_indirect(quote) && is_silence(view, quote, cue))
}

/// "is expected to reopen", "loves Tom Reed": PolNeAR has many of these as attitudes, but nobody's words are reported.
pub fn reports_no_words(view: &TokenView, quote: &QuoteCandidate) -> bool {
    let Some(cue) = &quote.cue else { return false };
    let speakerless = quote.speaker.is_none() && !reports(view, cue, false);
    is_indirect(quote) && (speakerless || is_raising(view, quote, cue) || has_object(view, quote, cue))
}

fn is_indirect(quote: &QuoteCandidate) -> bool {
    quote.contents.iter().all(|c| c.quoted.is_empty())
}

/// "rebuffed its rival": the cue is not a verb of speech and what follows is a person or a thing.
fn has_object(view: &TokenView, quote: &QuoteCandidate, cue: &Range<usize>) -> bool {
    let [content] = &quote.contents[..] else { return false };
    let about = view.is(cue.end - 1, "about") && !is_clause(view, &content.tokens);
    let thinks = |i: usize| Verb::known(view.word(i)).is_some_and(|verb| verb.act() == Act::Think);
    let wonders = view.is(content.tokens.start, "whether") && cue.clone().any(thinks);
    let object = || view.is(content.tokens.start, "whether") || is_object(view, &content.tokens);
    cue.end <= content.tokens.start
        && (about || wonders || (!reports(view, cue, true) && (object() || !is_clause(view, &content.tokens))))
}

/// "knew him": a pronoun in the objective case is the object, unless an infinitive follows it ("want him to leave").
fn is_object(view: &TokenView, content: &Range<usize>) -> bool {
    let objective = ["him", "them", "me", "us"].iter().any(|word| view.is(content.start, word));
    objective && !view.is(content.start + 1, "to")
}

/// The cue has a verb of speech. Praise alone has no words, and without a speaker one is called or charged in another
/// sense.
fn reports(view: &TokenView, cue: &Range<usize>, spoken: bool) -> bool {
    let speech = |base| base != "praise" && (spoken || !matches!(base, "call" | "charge" | "dub" | "label"));
    // Behind its subject, "calls" is a verb.
    let verb = |i: usize| match spoken && i == cue.start && view.is_lower(i) {
        true => Verb::reporting(view.word(i)),
        false => Verb::surely_reporting(view.word(i)),
    };
    cue.clone().any(|i| view.is(i, "according") || verb(i).is_some_and(|verb| speech(verb.base)))
}

/// Up to this many words before a cue are read.
const BEFORE: usize = 5;

/// The cue and the words before it, in its sentence and behind the last comma or quotation mark.
fn clause(view: &TokenView, cue: &Range<usize>) -> Range<usize> {
    let floor = view.sentence_tokens(cue.start).start.max(cue.start.saturating_sub(BEFORE));
    let stop = |i: &usize| matches!(view.word(*i), "," | ";" | ":") || is_quotation_mark(view.word(*i));
    (floor..cue.start).rev().find(stop).map_or(floor, |i| i + 1)..cue.end
}

/// "No group claimed responsibility", "has not commented on the letter", "declined to say whether …"
fn is_silence(view: &TokenView, quote: &QuoteCandidate, cue: &Range<usize>) -> bool {
    let content = quote.contents[0].tokens.start;
    let said_nothing = |word: &str| {
        matches!(word, "not" | "never" | "nor" | "without" | "declined" | "declining" | "declines" | "refused")
            || matches!(word, "refuses" | "refusing" | "unavailable" | "failed" | "yet")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    };
    let nobody = |i: usize| ["no", "nobody", "none", "neither"].iter().any(|word| view.is(i, word));
    let clause = clause(view, cue);
    let speaker = quote.speaker.as_ref().filter(|s| s.end <= cue.start).map_or(clause.start, |s| s.start);
    let by_nobody = nobody(speaker) || (speaker > 0 && clause.contains(&(speaker - 1)) && nobody(speaker - 1));
    let by_nobody = by_nobody && view.is_word(speaker + 1) && !view.is(speaker, "neither");
    if by_nobody && quote.speaker.as_ref().is_some_and(|s| s.end <= cue.start) {
        return true;
    }
    if view.is(content, "nothing") && quote.hull().len() == 1 && cue.end <= content {
        return true;
    }
    let silent = by_nobody || view.is(speaker, "neither") || clause.clone().any(|i| said_nothing(view.word(i)));
    // In "declined to comment" the infinitive may be taken for content.
    let verb_end = if view.is(content, "to") { content + 2 } else { cue.end };
    let any = |words: &[&str]| (cue.start..verb_end.max(cue.end)).any(|i| words.iter().any(|word| view.is(i, word)));
    let asked = if view.is(content, "to") { content + 2 } else { content };
    let question = ["whether", "if", "how", "when", "where", "who", "whom", "why", "what", "which", "with"];
    silent
        && (any(&[
            "comment", "commented", "commenting", "respond", "responded", "replied", "reply", "answer", "answered",
        ]) || any(&["elaborate", "discuss", "discussed"])
            || view.is(content, "responsibility")
            || (any(&["say", "said", "disclose", "reveal", "specify", "tell", "confirm"])
                && question.iter().any(|word| view.is(asked, word))))
}

/// "is expected to reopen", "is known as the Mango Queen", "was rumoured to be": the subject does not speak, and who
/// does is not told.
fn is_raising(view: &TokenView, quote: &QuoteCandidate, cue: &Range<usize>) -> bool {
    const PARTICIPLES: &[&str] = &[
        "expected", "known", "rumoured", "rumored", "supposed", "believed", "thought", "considered", "deemed",
        "regarded", "reputed", "alleged", "reported", "said", "understood", "set", "nicknamed", "called", "christened",
        "dubbed", "named",
    ];
    let is = |i: usize, words: &[&str]| words.iter().any(|word| view.is(i, word));
    let Some(participle) = cue.clone().rev().find(|&i| is(i, PARTICIPLES)) else { return false };
    let passive =
        (clause(view, cue).start..participle).any(|i| view.has(i, BE) || view.is(i, "'s") || view.is(i, "’s"));
    let subject = quote.speaker.as_ref().is_none_or(|s| s.end <= participle);
    // The subject is content, or is taken for the speaker. In "it is expected that" nobody is.
    let rest = quote.contents.iter().map(|c| c.tokens.start).find(|&start| start > participle);
    let named = ["called", "christened", "dubbed", "named"].iter().any(|word| view.is(participle, word));
    passive
        && subject
        && (named
            || rest.is_some_and(|start| {
                is(start, &["to", "as"]) || is(start - 1, &["to", "as"]) || view.is(participle, "known")
            }))
}

/// "known to locals as “Death Mile”", "Locals call the lane ‘the Drain’": words in quotation marks that are a name.
fn gives_name(view: &TokenView, quote: &QuoteCandidate, cue: &Range<usize>) -> bool {
    const NAMING: &[&str] =
        &["call", "calls", "called", "dub", "dubbed", "nickname", "nicknamed", "known", "christened"];
    const LONGEST: usize = 7;
    let Some(last) = quote.contents.last() else { return false };
    if last.quoted.is_empty() || last.tokens.start < cue.start {
        return false;
    }
    let end = last.tokens.end;
    let inside = |i: &usize| is_quotation_mark(view.word(*i));
    let close = (last.tokens.start..end).rev().find(inside);
    let Some(close) = close else { return false };
    let Some(open) = (last.tokens.start..close).rev().find(inside) else { return false };
    let naming = cue.clone().any(|i| NAMING.iter().any(|word| view.is(i, word)));
    let words = || (open + 1..close).filter(|&i| view.is_word(i));
    let name = words().count() <= LONGEST
        && words().next_back().is_some_and(|i| view.is_capitalised(i))
        && words().all(|i| view.is_capitalised(i) || view.has(i, DETERMINER | CLAUSE));
    let person = quote.speaker.as_ref().is_some_and(|s| {
        s.clone().any(|i| {
            view.kind(i) == Some(EntityType::Person) || ["he", "she", "i", "who"].iter().any(|w| view.is(i, w))
        })
    });
    // "Known as “the Owl”, Ames …": other people call him that, not he himself.
    naming && name && (!person || cue.clone().any(|i| view.is(i, "known")))
}

/// A finite verb, an infinitive or a conjunction stands in the content, outside the relative clauses of its nouns.
fn is_clause(view: &TokenView, content: &Range<usize>) -> bool {
    let opens = ["that", "how", "what", "why", "when", "if", "who", "where", "to"];
    opens.iter().any(|word| view.is(content.start, word))
        || content.clone().take_while(|&i| i == content.start || !(view.has(i, RELATIVE) || view.is(i, "that"))).any(
            |i| {
                let infinitive =
                    view.is(i, "to") && i + 1 < content.end && view.is_lower(i + 1) && !view.has(i + 1, DETERMINER);
                infinitive || (view.has(i, AUXILIARY | VERB) && view.is_lower(i))
            },
        )
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::with_spans;
    use super::*;

    /// What the first candidate is: nobody's, without words, or a report.
    fn kind(marked: &str) -> &'static str {
        with_spans(marked, |spans, _| {
            let (quotes, _) = group(spans);
            let quote = quotes.first().expect(marked);
            match (is_nobodys(spans.view, quote), reports_no_words(spans.view, quote)) {
                (true, _) => "nobody's",
                (_, true) => "no words",
                _ => "report",
            }
        })
    }

    fn check(expected: &str, cases: &[&str]) {
        for marked in cases {
            assert_eq!(kind(marked), expected, "{marked}");
        }
    }

    #[test]
    fn without_a_speaker_only_a_verb_of_speech_reports() {
        check(
            "no words",
            &["Soon {cue seemed} {content the road closed}.", "Police {cue were called in} {content on Sunday}."],
        );
        check(
            "report",
            &["Soon {cue saying} {content the road closed}.", "{cue Seemed} {content “the road is closed”}."],
        );
    }

    #[test]
    fn silence_reports_nothing() {
        check(
            "nobody's",
            &[
                "{speaker No group} {cue claimed} {content responsibility for the fire}.",
                "No {speaker group} {cue claimed} {content responsibility for the fire}.",
                "{speaker Nobody here} {cue said} {content the road was closed}.",
                "{speaker The palace} {cue has not commented on} {content the letter}.",
                "{speaker The bank} {cue didn't respond to} {content a call}.",
                "{speaker Ames} {cue declined to say} {content whether he would row}.",
                "{speaker Ames} {cue refused} {content to say where he would row}.",
                "{speaker Ames} {cue declined} {content to comment on the fire}.",
                "{speaker Her aides} {cue said} {content nothing}.",
            ],
        );
        check(
            "report",
            &[
                "{speaker The Free Army} {cue claimed} {content responsibility for the fire}.",
                "{speaker The palace} {cue commented on} {content the letter}.",
                "{speaker Ames} {cue did not say} {content he would row}.",
                "{speaker Ames} {cue refused} {content to leave the town}.",
                "{speaker Ames} {cue said} {content nothing would change}.",
                "{speaker Ames} {cue said} {content he would not comment on the letter}.",
                "{content “No comment,”} {cue said} {speaker Ames}.",
            ],
        );
    }

    #[test]
    fn the_subject_of_a_passive_of_expecting_does_not_speak() {
        check(
            "no words",
            &[
                "{speaker The bridge} {cue is expected} {content to reopen on Sunday}.",
                "{content The bridge} {cue is expected} {content to reopen on Sunday}.",
                "{speaker Ana} {cue is known as} {content the Mango Queen}.",
                "{speaker The firm} {cue was rumoured} {content to be for sale}.",
                "{speaker The hall} {cue is said} {content to be haunted}.",
            ],
        );
        check(
            "report",
            &[
                "{speaker Ames} {cue expected} {content the bridge to reopen}.",
                "{speaker Ames} {cue was told} {content to leave at once}.",
                "{content The bridge is to reopen}, it {cue was said} by {speaker Ames}.",
            ],
        );
    }

    #[test]
    fn a_name_in_quotation_marks_is_given_and_not_said() {
        check(
            "nobody's",
            &[
                "{speaker Locals} {cue call} {content the lane ‘the Drain’}.",
                "{content The road} {cue is known} {content to locals as “Death Mile”}.",
                "{speaker Fans} {cue dubbed} {content the hall “the Old Lady of Leeds”}.",
            ],
        );
        check(
            "report",
            &[
                "{speaker Locals} {cue call} {content the lane ‘a drain on the town’}.",
                "{speaker {PERSON Ames}} {cue called} {content him “the Drain”}.",
                "{speaker Locals} {cue said} {content it was “the Drain”}.",
            ],
        );
    }

    #[test]
    fn an_object_is_no_words() {
        check(
            "no words",
            &[
                "{speaker Ames} {cue loves} {content Webb}.",
                "{speaker Do they} {cue want} {content it}?",
                "{speaker The king} {cue accepted} {content the gift of a horse}.",
                "{speaker The firm} {cue rebuffed} {content its rival in May}.",
                "{speaker Ames} {cue praised} {content the nurses who had saved him}.",
                "{speaker Ames} {cue considered} {content whether he should row}.",
            ],
        );
        check(
            "report",
            &[
                "{speaker Ames} {cue worries} {content that the mill will close}.",
                "{speaker Ames} {cue worries} {content the mill will close}.",
                "{speaker Ames} {cue wants} {content the mill to close}.",
                "{speaker Ames} {cue denied} {content the charge}.",
                "{speaker Ames} {cue calls} {content the plan a farce}.",
                "{speaker Ames} {cue asked} {content whether he should row}.",
                "{speaker Ames} {cue loves} {content “the old mill”}.",
            ],
        );
    }
}
