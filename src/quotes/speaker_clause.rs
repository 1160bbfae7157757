//! Who speaks in a clause: the whole subject of the verb ("People who knew him say"), the antecedent of a relative
//! clause ("an article that claimed"), or the subject that a second verb shares with the first ("A driver stopped and
//! shouted").

use super::adjacent;
use super::candidate::QuoteCandidate;
use crate::lexicon::{AUXILIARY, BE, CONJUNCTION, PREPOSITION, RELATIVE, TEXT, VERB, Verb, is_finite};
use crate::syntax::{TokenView, noun_phrase};
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// How many tokens before the cue its clause may begin.
const LONGEST: usize = 25;

/// Gives the quotations the speakers that their clauses show.
pub fn correct(view: &TokenView, quotes: &mut [QuoteCandidate]) {
    for quote in quotes {
        if let Some(inner) = report_of_text(view, quote) {
            (quote.speaker, quote.cue) = (Some(inner.speaker), Some(inner.verb..inner.verb + 1));
            quote.contents[0].tokens.start = inner.verb + 1;
            quote.why = "the speaker of the cue";
            continue;
        }
        let Some(verb) = quote.cue.as_ref().and_then(|cue| verb_of(view, cue)) else { continue };
        let found = of_text(view, quote, verb)
            .or_else(|| before_relative_clause(view, quote, verb))
            .or_else(|| whole_subject(view, quote, verb))
            .or_else(|| shared_subject(view, quote, verb));
        let content =
            |s: &Range<usize>| quote.contents.iter().any(|c| c.tokens.start < s.end && s.start < c.tokens.end);
        if let Some(speaker) = found.filter(|s| !content(s)) {
            quote.speaker = Some(speaker);
            quote.why = "the speaker of the cue";
        }
    }
}

/// The verb of a cue: the first that reports, or else the first word behind the auxiliaries.
fn verb_of(view: &TokenView, cue: &Range<usize>) -> Option<usize> {
    let reports = |i: &usize| view.is_lower(*i) && Verb::reporting(view.word(*i)).is_some();
    let main = |i: &usize| view.is_lower(*i) && view.is_word(*i) && !view.has(*i, AUXILIARY) && !view.is_adverbial(*i);
    cue.clone().find(reports).or_else(|| cue.clone().find(main))
}

/// The first of the adverbs and auxiliaries before a verb, or the verb.
fn group_start(view: &TokenView, verb: usize, floor: usize) -> usize {
    let mut start = verb;
    while start > floor && (view.is_adverbial(start - 1) || view.has(start - 1, AUXILIARY)) {
        start -= 1;
    }
    start
}

fn floor(view: &TokenView, verb: usize) -> usize {
    view.sentence_tokens(verb).start.max(verb.saturating_sub(LONGEST))
}

struct TextReport {
    speaker: Range<usize>,
    verb: usize,
}

/// "quoted a study that found tea was healthy": the tagger takes the text for a part of what is reported.
fn report_of_text(view: &TokenView, quote: &QuoteCandidate) -> Option<TextReport> {
    /// Up to this many tokens stand before *that*.
    const LEAD: usize = 5;
    let [content] = &quote.contents[..] else { return None };
    let cue = quote.cue.as_ref().filter(|cue| cue.end <= content.tokens.start && content.quoted.is_empty())?;
    // The noun may stand in the cue: "[shared an article] that claimed".
    let floor = cue.start + 1;
    // "An article that claimed", "a post claiming"
    let claiming =
        |i: usize| view.word(i).ends_with("ing") && view.has(i - 1, TEXT) && Verb::reporting(view.word(i)).is_some();
    let that =
        (floor + 1..content.tokens.start + LEAD).find(|&i| view.is(i, "that") || view.is(i, "which") || claiming(i))?;
    let noun = that - 1;
    let verb = if claiming(that) { that } else { that + 1 };
    let says =
        Verb::reporting(view.word(verb)).is_some() || ["found", "finds", "showed", "shows"].contains(&view.word(verb));
    let makes = (cue.start..noun.min(cue.end))
        .any(|i| Verb::known(view.word(i)).is_some_and(|verb| MAKES.contains(&verb.base)) || is_made(view, i));
    let sound = noun >= floor
        && view.has(noun, TEXT)
        && says
        && (verb == that || is_finite(view.word(verb)))
        && !makes
        && verb + 2 < content.tokens.end;
    let speaker = noun_phrase::core_ending_at(view, that, floor).filter(|_| sound)?;
    Some(TextReport { speaker, verb })
}

/// "shared an article that claimed", "a letter from the council that says", "comments accusing her": the text speaks,
/// and not who wrote, keeps or shares it.
fn of_text(view: &TokenView, quote: &QuoteCandidate, verb: usize) -> Option<Range<usize>> {
    let floor = floor(view, verb);
    let start = group_start(view, verb, floor);
    let relative = start.checked_sub(1).filter(|&r| r > floor && (view.is(r, "that") || view.is(r, "which")));
    let behind = match relative {
        Some(relative) => relative,
        None if start == verb && view.word(verb).ends_with("ing") => verb,
        None => return None,
    };
    // Between the noun and the clause stands at most what describes the noun: "in Gadfly, a website,".
    let describes = |&i: &usize| {
        relative.is_some()
            && !view.has(i, VERB | CONJUNCTION | RELATIVE | BE)
            && !is_quotation_mark(view.word(i))
            && Verb::surely_reporting(view.word(i)).is_none()
    };
    let mut i = behind;
    let mut noun = None;
    while i > floor {
        i -= 1;
        if view.has(i, TEXT) && view.is_lower(i) && view.entity(i).is_none() && !is_apposed(view, i, floor) {
            noun = Some(i);
            break;
        }
        if !describes(&i) {
            break;
        }
    }
    let noun = noun?;
    // In "issued a statement calling", the subject speaks; in "received messages calling", somebody else does.
    let makes = |i: usize| Verb::known(view.word(i)).is_some_and(|verb| MAKES.contains(&verb.base)) || is_made(view, i);
    let cue = quote.cue.clone().unwrap_or(verb..verb);
    if cue.contains(&noun) && (cue.start..noun).any(makes) {
        return None;
    }
    let is_relative = |s: &Range<usize>| relative == Some(s.start);
    let inside = quote.speaker.as_ref().is_some_and(|s| is_relative(s) || (s.contains(&noun) && s.end <= behind));
    if inside {
        return None;
    }
    noun_phrase::core_ending_at(view, noun + 1, floor)
}

/// Verbs by which somebody makes a text his own.
const MAKES: &[&str] = &["write", "post", "tweet", "publish", "sign", "text", "email", "say", "deliver"];

/// The same for verbs that report nothing.
fn is_made(view: &TokenView, i: usize) -> bool {
    let forms = ["issued", "issues", "issuing", "released", "releases", "releasing", "sent", "sends", "made", "makes"];
    forms.iter().any(|form| view.is(i, form)) || ["gave", "gives", "filed", "put"].iter().any(|form| view.is(i, form))
}

/// "Gadfly, a website,": the noun only describes the name before it.
fn is_apposed(view: &TokenView, noun: usize, floor: usize) -> bool {
    noun >= floor + 2 && view.word(noun - 2) == "," && view.entity(noun.saturating_sub(3)).is_some()
}

/// "Tarvia, which buys the gas, has threatened": what stands between the commas does not speak.
fn before_relative_clause(view: &TokenView, quote: &QuoteCandidate, verb: usize) -> Option<Range<usize>> {
    let floor = floor(view, verb);
    let start = group_start(view, verb, floor);
    let comma = start.checked_sub(1).filter(|&comma| comma > floor && view.word(comma) == ",")?;
    let pronoun = (floor + 2..comma).rev().find(|&i| view.has(i, RELATIVE) && view.word(i - 1) == ",")?;
    let speaks = |i: usize| is_quotation_mark(view.word(i)) || Verb::surely_reporting(view.word(i)).is_some();
    if (pronoun..comma).any(speaks) || !(pronoun..comma).any(|i| view.is_word(i)) {
        return None;
    }
    let inside = quote.speaker.as_ref().is_none_or(|s| pronoun < s.start && s.end <= comma + 1);
    let antecedent = noun_phrase::ending_at(view, pronoun - 1, floor);
    antecedent.filter(|_| inside)
}

/// "People who knew him say", "Comments under the video accused": the phrase right before the verb is only the end of
/// its subject.
fn whole_subject(view: &TokenView, quote: &QuoteCandidate, verb: usize) -> Option<Range<usize>> {
    let floor = floor(view, verb);
    let start = group_start(view, verb, floor);
    let speaker = quote.speaker.as_ref()?;
    let nominative = ["he", "she", "they", "we", "I", "it"].iter().any(|word| view.is(speaker.start, word));
    let says = Verb::surely_reporting(view.word(verb)).is_some() && is_finite(view.word(verb));
    if !says
        || speaker.start >= start
        || speaker.start < floor
        || (nominative && !(speaker.start > 0 && view.has(speaker.start - 1, VERB)))
    {
        return None;
    }
    let stops = |i: usize| {
        (view.is_punctuation(i) && !view.is_inner_hyphen(i))
            || (view.has(i, CONJUNCTION) && view.is_lower(i) && !view.is(i, "that"))
    };
    if (speaker.start..start).any(stops) {
        return None;
    }
    let mut first = (floor..speaker.start).rev().find(|&i| stops(i)).map_or(floor, |i| i + 1);
    if first < start && view.has(first, CONJUNCTION) && !view.is(first, "that") {
        first += 1;
    }
    if first >= speaker.start && speaker.end >= start {
        return None;
    }
    let those =
        ["those", "all", "many", "most"].iter().any(|word| view.is(first, word)) && view.has(first + 1, RELATIVE);
    let head = if those { first..first + 1 } else { noun_phrase::beginning_at(view, first, start)? };
    let is_relative = |i: usize| view.has(i, RELATIVE) || (view.is(i, "that") && i > first);
    let clauses = (first..start).filter(|&i| is_relative(i)).count();
    let verbs = (head.end..start).filter(|&i| is_verb(view, i) && !is_verb(view, i - 1)).count();
    let qualified = view.is_lower(head.end) && (is_relative(head.end) || view.has(head.end, PREPOSITION));
    let own_clause = is_relative(start - 1);
    (head.end < start
        && qualified
        && !own_clause
        && verbs <= clauses
        && clauses > 0
        && (verbs > 0 || view.has(head.end, RELATIVE))
        || (clauses == 0 && verbs == 0 && qualified && speaker.start > head.end))
        .then_some(first..start)
}

fn is_verb(view: &TokenView, i: usize) -> bool {
    let word = view.word(i);
    view.is_lower(i)
        && (view.has(i, AUXILIARY | VERB)
            || (word.len() > 4 && word.ends_with("ed"))
            || Verb::surely_reporting(word).is_some())
}

/// "A driver stopped, wound down his window and shouted": the verbs of a sentence share its subject.
fn shared_subject(view: &TokenView, quote: &QuoteCandidate, verb: usize) -> Option<Range<usize>> {
    let floor = view.sentence_tokens(verb).start;
    let start = group_start(view, verb, floor);
    let finite = Verb::reporting(view.word(verb)).is_some_and(|known| view.word(verb) != known.base);
    let passive = (start..verb).any(|i| view.has(i, BE));
    let joined = start > floor && ["and", "but", "then", ","].iter().any(|word| view.is(start - 1, word));
    if quote.speaker.is_some() || !joined || !finite || passive {
        return None;
    }
    let phrase = adjacent::subject_before(view, start, floor)?;
    let end = (phrase.start + 1..phrase.end).find(|&i| is_verb(view, i)).unwrap_or(phrase.end);
    Some(phrase.start..end)
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    /// The speaker of the last quotation.
    fn speaker(marked: &str) -> String {
        with_spans(marked, |spans, _| {
            let (mut quotes, _) = group(spans);
            correct(spans.view, &mut quotes);
            let speaker = quotes.last().and_then(|quote| quote.speaker.clone());
            speaker.map_or_else(String::new, |s| words(spans.view, &s))
        })
    }

    fn check(cases: &[(&str, &str)]) {
        for (marked, expected) in cases {
            assert_eq!(speaker(marked), *expected, "{marked}");
        }
    }

    #[test]
    fn a_text_speaks_and_not_who_shares_it() {
        check(&[
            ("{speaker Webb} shared an article that {cue claimed} {content the road is closed}.", "an article"),
            ("{speaker Webb} keeps a letter from the town that {cue says} {content the road is closed}.", "a letter"),
            (
                "{speaker Webb} sent round a piece in {ORG Gadfly}, a website, that {cue claimed} {content it is late}.",
                "a piece",
            ),
            ("{speaker Webb} {cue received messages calling} {content the road “closed”}.", "messages"),
            ("{speaker Webb} {cue retweeted a message that said} {content the road is closed}.", "a message"),
            ("{speaker Webb} {cue quoted} {content a study that found the road was closed}.", "a study"),
            ("{speaker Webb} {cue wrote} {content a report that said the road was closed}.", "Webb"),
            // The text is the speaker's own.
            ("{speaker Webb} {cue issued a statement calling} {content the road “closed”}.", "Webb"),
            ("{speaker Webb} shared an article and {cue claimed} {content the road is closed}.", "Webb"),
            ("{speaker Webb}, holding a letter, {cue said} {content the road is closed}.", "Webb"),
        ]);
    }

    #[test]
    fn the_subject_stands_before_its_relative_clause() {
        check(&[
            ("Tarvia, which buys {speaker most of the gas,} {cue has threatened} {content to leave}.", "Tarvia"),
            ("{speaker Tarvia}, which buys the gas, {cue has threatened} {content to leave}.", "Tarvia"),
            ("Tarvia, {speaker which} {cue said} {content it is late}, left.", "which"),
        ]);
    }

    #[test]
    fn the_whole_subject_speaks() {
        check(&[
            ("People who knew {speaker him} {cue say} {content he was shy}.", "People who knew him"),
            ("Those who met {speaker her} {cue say} {content she was shy}.", "Those who met her"),
            ("Those who work {speaker there} {cue say} {content the roof leaks}.", "Those who work there"),
            ("Comments under {speaker the video} {cue accused} {content her of lying}.", "Comments under the video"),
            ("But voters in {speaker the north} {cue say} {content it is late}.", "voters in the north"),
            ("Webb saw the men who left, and {speaker they} {cue say} {content it is late}.", "they"),
            ("Webb met the woman {speaker who} {cue said} {content it is late}.", "who"),
            ("The town knew, {speaker Webb} {cue said} {content then}.", "Webb"),
        ]);
    }

    #[test]
    fn verbs_that_are_joined_share_their_subject() {
        check(&[
            ("A driver stopped, wound down his window and {cue shouted} {content that it was late}.", "A driver"),
            ("{DATE Last week} a driver stopped and {cue shouted} {content that it was late}.", "a driver"),
            ("A driver stopped and {cue was charged with} {content the murder of two men}.", ""),
        ]);
    }
}
