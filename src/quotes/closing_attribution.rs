//! "A bus fell off a bridge after its driver tried to overtake a lorry, the police commander said.": who said a long
//! sentence often stands at its end, and the tagger misses it or marks a report inside the sentence instead.

use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::spans::Spans;
use crate::lexicon::{AUXILIARY, CONJUNCTION, DETERMINER, FRONTED, PREPOSITION, RELATIVE, VERB, Verb, is_finite};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// A subject, its verb and the sentence that they report.
struct Attribution {
    content: Range<usize>,
    speaker: Range<usize>,
    cue: Range<usize>,
}

/// Adds the reports whose attribution ends their sentence, in the order of the candidates. A report inside one that
/// is no speech is taken away: what the firm plans is what the sources say.
pub fn add(spans: &Spans, quotes: &mut Vec<QuoteCandidate>) {
    let view = spans.view;
    for sentence in &view.layout.sentences {
        let Some(found) = at_end(view, sentence.tokens.clone()) else { continue };
        let whole = found.content.start..found.cue.end;
        let from = quotes.partition_point(|quote| quote.hull().end <= whole.start);
        let to = quotes.partition_point(|quote| quote.hull().start < whole.end);
        let is_thought = |quote: &QuoteCandidate| {
            let speech = |cue: &Range<usize>| {
                cue.end > found.content.end || cue.clone().any(|i| Verb::surely_reporting(view.word(i)).is_some())
            };
            // "it was announced": the tagger takes *it* for what was announced.
            let of_cue = found.cue.start <= quote.hull().start && quote.hull().end <= found.cue.end;
            if of_cue {
                return true;
            }
            quote.contents.iter().all(|c| c.quoted.is_empty())
                && quote.cue.as_ref().is_some_and(|cue| !speech(cue))
                && whole.start <= quote.hull().start
                && quote.hull().end <= found.content.end
        };
        if from > to || !quotes[from..to].iter().all(is_thought) {
            continue;
        }
        let quote = QuoteCandidate {
            contents: vec![ContentSpan::of_clause(spans, found.content)],
            cue: Some(found.cue),
            speaker: Some(found.speaker),
            ..QuoteCandidate::by_shape()
        };
        quotes.splice(from..to, [quote]);
    }
}

/// The attribution that ends a sentence behind its last comma but for that of an apposition.
fn at_end(view: &TokenView, sentence: Range<usize>) -> Option<Attribution> {
    const LONGEST: usize = 14;
    let last = sentence.clone().rev().find(|&i| view.is_word(i))?;
    if sentence.clone().any(|i| matches!(view.word(i), ":" | ";" | "?" | "!")) {
        return None;
    }
    let comma = (sentence.start..last).rev().take(LONGEST + LONGEST).find(|&i| view.word(i) == ",")?;
    let (speaker, cue) = match announced(view, comma + 1, last) {
        Some(found) => found,
        None => {
            // The last verb: "officials who were told of it said".
            let cue = (comma + 2..=last).rev().find_map(|i| cue_at(view, i, last))?;
            (comma + 1..cue.start, cue)
        }
    };
    let start = after_dateline(view, &sentence);
    let content = start..comma;
    // "After the bus fell, the police said"; but "At least nine miners died", "On Friday a bus fell".
    let adjunct = ["in", "on", "at", "during", "with", "for", "by", "from", "under", "despite"];
    let fronted = view.has(start, FRONTED)
        && !adjunct.iter().any(|word| view.is(start, word))
        && !content.clone().any(|i| view.word(i) == ",");
    // "an official who was not authorised to speak said"
    let relative = speaker.clone().find(|&i| view.has(i, RELATIVE) && view.is_lower(i));
    let bare = speaker.start..relative.filter(|_| cue.end == last + 1).unwrap_or(speaker.end);
    let sound = speaker.len() <= LONGEST
        && is_subject(view, &bare)
        && content.len() >= 3
        && !fronted
        && !view.has(start, RELATIVE)
        && !is_quotation_mark(view.word(comma - 1))
        && content.clone().any(|i| view.has(i, AUXILIARY | VERB) || view.word(i).ends_with("ed"));
    sound.then_some(Attribution { content, speaker, cue })
}

/// "it was announced by the port authority"
fn announced(view: &TokenView, it: usize, last: usize) -> Option<(Range<usize>, Range<usize>)> {
    let participle = (it + 2..last).take(3).find(|&i| Verb::reporting(view.word(i)).is_some())?;
    let passive = view.is(it, "it") && (it + 1..participle).all(|i| view.has(i, AUXILIARY));
    let by = participle + 1;
    let agent = by + 1..last + 1;
    let sound = passive && view.is(by, "by") && is_subject(view, &agent);
    sound.then_some((agent, it..by))
}

/// Bodies that hear evidence.
const HEARING: &[&str] = &["court", "hearing", "inquest", "inquiry", "jury", "panel", "tribunal"];

/// The cue that begins here and has only an addressee, a place or a time behind it.
fn cue_at(view: &TokenView, at: usize, last: usize) -> Option<Range<usize>> {
    const BEHIND: usize = 7;
    let learned = |i: usize| i <= last && (view.is(i, "learned") || view.is(i, "learnt"));
    let told = |i: usize| view.is(i, "reveal") || view.is(i, "disclose") || view.is(i, "report");
    let found_out =
        ((view.is(at, "has") || view.is(at, "have")) && learned(at + 1)) || (view.is(at, "can") && told(at + 1));
    // "A court heard" and "the Herald understands" report what they were told.
    let verb = at + usize::from(view.is(at, "has") || view.is(at, "was"));
    let heard = (view.is(verb, "heard") && !view.is(at, "was")) || (view.is(verb, "told") && view.is(at, "was"));
    let heard = heard && at.checked_sub(1).is_some_and(|i| HEARING.iter().any(|body| view.is(i, body)));
    let end = verb + 1;
    if heard && (end == last + 1 || view.has(end, PREPOSITION) || view.kind(end).is_some()) {
        return Some(at..end);
    }
    let understands = (view.is(at, "understands") || view.is(at, "understand")) && at == last;
    if understands && at.checked_sub(1).is_some_and(|i| view.is_capitalised(i)) {
        return Some(at..at + 1);
    }
    if found_out && at + 1 == last {
        return Some(at..last + 1);
    }
    let base = Verb::surely_reporting(view.word(at)).filter(|_| is_finite(view.word(at)))?.base;
    let rest = at + 1..last + 1;
    let told = base == "tell";
    let alone = matches!(base, "say" | "report" | "add" | "announce" | "confirm");
    let behind = rest.is_empty() || told || view.has(rest.start, PREPOSITION) || view.kind(rest.start).is_some();
    let clause = rest.clone().any(|i| view.has(i, AUXILIARY | VERB | CONJUNCTION | RELATIVE));
    ((alone || (told && !rest.is_empty())) && behind && !clause && rest.len() <= BEHIND).then_some(at..at + 1)
}

/// A noun phrase, perhaps with what describes it ("sources with knowledge of the talks"), and no clause.
fn is_subject(view: &TokenView, tokens: &Range<usize>) -> bool {
    let first = tokens.start;
    !tokens.clone().any(|i| view.is_punctuation(i) && view.word(i) != "-")
        && !view.has(first, CONJUNCTION | RELATIVE | PREPOSITION | AUXILIARY | VERB)
        && !["then", "not", "there", "it", "to"].iter().any(|word| view.is(first, word))
        && !tokens
            .clone()
            .any(|i| view.has(i, AUXILIARY | RELATIVE) || is_verb(view, i) || is_quotation_mark(view.word(i)))
        && !tokens.clone().any(|i| ["that", "nobody", "no"].iter().any(|word| view.is(i, word)))
}

/// A verb, and not a noun that looks like one: "officials briefed on the plans".
fn is_verb(view: &TokenView, i: usize) -> bool {
    view.has(i, VERB) && !(i > 0 && view.has(i - 1, DETERMINER | PREPOSITION))
}

/// The first token of a sentence behind "NAIROBI (RNS) —".
fn after_dateline(view: &TokenView, sentence: &Range<usize>) -> usize {
    const LONGEST: usize = 12;
    let dash = sentence.clone().take(LONGEST).find(|&i| matches!(view.word(i), "—" | "–" | "--"));
    let capitals = view.word(sentence.start).chars().filter(|c| c.is_uppercase()).count() >= 3;
    dash.filter(|_| capitals).map_or(sentence.start, |dash| dash + 1)
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    /// The reports as speaker, cue and content.
    fn found(marked: &str) -> Vec<[String; 3]> {
        with_spans(marked, |spans, _| {
            let (mut quotes, _) = group(spans);
            add(spans, &mut quotes);
            let some = |t: &Option<Range<usize>>| t.as_ref().map_or_else(String::new, |t| words(spans.view, t));
            quotes.iter().map(|q| [some(&q.speaker), some(&q.cue), words(spans.view, &q.hull())]).collect()
        })
    }

    #[test]
    fn the_attribution_at_the_end_reports_the_sentence() {
        for (text, expected) in [
            (
                "A bus fell off a bridge, the county police commander said.",
                ["the county police commander", "said", "A bus fell off a bridge"],
            ),
            (
                "KELD (GNA) — A bus fell off a bridge, police said on Sunday.",
                ["police", "said", "A bus fell off a bridge"],
            ),
            (
                "The bus will run again, two people close to both sides told the Gazette.",
                ["two people close to both sides", "told", "The bus will run again"],
            ),
            (
                "In May, the bus will run again, sources with knowledge of it said.",
                ["sources with knowledge of it", "said", "In May, the bus will run again"],
            ),
            (
                "The mayor will resign, the Courier has learned.",
                ["the Courier", "has learned", "The mayor will resign"],
            ),
            (
                "The hall will open in May, two officials briefed on the plans said.",
                ["two officials briefed on the plans", "said", "The hall will open in May"],
            ),
            (
                "At least nine miners were trapped in a tunnel, the governor said.",
                ["the governor", "said", "At least nine miners were trapped in a tunnel"],
            ),
            (
                "The bus will run again, it was announced by the town council.",
                ["the town council", "it was announced", "The bus will run again"],
            ),
            (
                "The mayor was paid twice, the Courier can reveal.",
                ["the Courier", "can reveal", "The mayor was paid twice"],
            ),
            (
                "{speaker The firm} {cue plans} {content to close, and will}, three sources said.",
                ["three sources", "said", "The firm plans to close, and will"],
            ),
        ] {
            assert_eq!(found(text), [expected.map(str::to_owned)], "{text}");
        }
    }

    #[test]
    fn other_ends_report_nothing() {
        for text in [
            "A bus fell off a bridge, the county police commander sighed.",
            "After the match, the coach said.",
            "The bus was late, as the driver said.",
            "The bus was late, which the driver said.",
            "The bus was late, but the driver said it was early.",
            "She has sung well, the song was learned.",
            "The bus was late, and no driver said so.",
            "A bus fell off a bridge, the driver telling the police.",
            "A bus fell off a bridge.",
            "The bus will run again, it was announced on Monday.",
            "The bus will run again, it was driven by the mayor.",
            "When the bus fell off a bridge, the driver said.",
        ] {
            assert_eq!(found(text), Vec::<[String; 3]>::new(), "{text}");
        }
    }

    #[test]
    fn a_report_that_was_found_stays() {
        let text = "{content A bus fell off a bridge}, {speaker the police} {cue said}.";
        assert_eq!(found(text), [["the police", "said", "A bus fell off a bridge"].map(str::to_owned)]);
        let text = "{speaker Ames} {cue said} {content the bus was late}, the police said.";
        assert_eq!(found(text)[0][0], "Ames");
    }
}
