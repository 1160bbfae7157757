//! From candidates to quotations: corrects the candidates, finds who the speakers are, decides which candidate owns
//! which quotation marks, and leaves the rest as quoted terms.

use super::candidate::QuoteCandidate;
use super::confidence::confidence;
use super::quoted_span::QuotedSpan;
use super::spans::Spans;
use super::speaker_chain::{self, MentionIndex};
use super::speaker_description::Descriptions;
use super::{
    Quotations, Quote, QuoteType, closing_attribution, content_extent, grouping, introduced, last_speaker, medium,
    nested_reports, noun_report, passive, plain_report, relative_clause, reported_nothing, set_off, signed,
    speaker_clause, speaker_inference, turns, vox_pops,
};
use crate::chains::{self, Chain};
use crate::entities::EntityType;
use crate::layout::BlockKind;
use crate::lexicon::Verb;
use crate::syntax::TokenView;
use crate::text::sort_by_numbers;

/// The quotations, and the candidate that each was made of.
pub fn assemble(spans: &Spans, chains: &[Chain]) -> (Quotations, Vec<QuoteCandidate>) {
    let view = spans.view;
    let titles: Vec<bool> = spans.quoted.iter().map(|q| is_title(view, q)).collect();
    let (mut quotes, unlinked) = grouping::group(spans);
    for quote in &mut quotes {
        // "In his book “Dust”, he writes that …": the title is no part of what he writes.
        if quote.contents.iter().any(|c| !c.quoted_only) {
            quote.contents.retain(|c| !(c.quoted_only && titles[c.quoted.clone()].iter().all(|&t| t)));
        }
    }
    content_extent::to_sentence_start(spans, &mut quotes);
    content_extent::to_that_clause(view, &mut quotes);
    relative_clause::end_content(view, &mut quotes);
    speaker_clause::correct(view, &mut quotes);
    passive::name_agents(view, &mut quotes);
    passive::add(spans, &mut quotes);
    noun_report::correct(spans, &mut quotes);
    quotes.retain(|quote| !shows_title(view, &titles, quote) && !only_names(view, quote));
    quotes.retain(|quote| !reported_nothing::is_nobodys(view, quote));
    closing_attribution::add(spans, &mut quotes);
    plain_report::add(spans, &mut quotes);
    quotes.retain(|quote| !view.layout.kind_of(quote.hull().start).quotes_nobody());
    vox_pops::name_speakers(spans, &mut quotes);
    introduced::name_speakers(spans, &mut quotes);
    let set_off = [turns::find(view), introduced::find(spans), signed::find(view)].concat();
    set_off::add(spans, set_off, &mut quotes);
    let outer = nested_reports::outer(view, &unlinked, &quotes);
    let inner = nested_reports::inner(spans, &quotes);
    let mentions = MentionIndex::of(chains);
    let unnamed = MentionIndex::of_unnamed(chains);
    let descriptions = Descriptions { view, chains, mentions: &mentions };
    let writer = chains::writer(view.layout, chains);
    let set_chain = |quote: &mut QuoteCandidate| {
        let Some(speaker) = &quote.speaker else { return };
        quote.chain = if speaker.len() == 1 && view.word(speaker.start) == "I" {
            writer
        } else {
            descriptions
                .of_origin(speaker)
                .or_else(|| speaker_chain::of_speaker(view, &mentions, speaker))
                .or_else(|| descriptions.chain_of(speaker))
                .or_else(|| speaker_chain::of_speaker(view, &unnamed, speaker))
        };
    };
    quotes.iter_mut().for_each(set_chain);
    turns::name_interviewee(view, &mentions, chains, &mut quotes);
    last_speaker::correct(view, chains, &mentions, &mut quotes);
    speaker_inference::infer_speakers(view, &mentions, &mut quotes);
    quotes.extend(outer.into_iter().chain(inner).map(|mut quote| {
        set_chain(&mut quote);
        quote
    }));
    quotes.iter_mut().for_each(QuoteCandidate::keep_apart);
    quotes.iter_mut().for_each(|quote| leave_out_bullet(view, quote));
    // Of two that begin together, the longer content is the outer one.
    sort_by_numbers(&mut quotes, |quote| (quote.hull().start, usize::MAX - quote.hull().end));
    let owners = owners(spans.quoted.len(), &titles, &quotes);
    let finished = quotes.iter().enumerate().map(|(index, quote)| finish(spans, &owners, quote, index)).collect();
    let unowned = spans.quoted.iter().zip(&owners).filter(|(_, owner)| owner.is_none());
    let terms = unowned.map(|(q, _)| view.layout.quoted[q.quoted].span).collect();
    (Quotations { quotes: finished, terms }, quotes)
}

/// The bullet of an entry is no part of what it says.
fn leave_out_bullet(view: &TokenView, quote: &mut QuoteCandidate) {
    let first = &mut quote.contents[0].tokens;
    let block = view.layout.block_of(first.start);
    if block.kind == BlockKind::ListItem && block.tokens.start == first.start {
        let start = view.layout.line(block).start();
        first.start = if start < first.end { start } else { first.start };
    }
}

/// The quotation marks hold the title of a work and nothing else.
fn is_title(view: &TokenView, quoted: &QuotedSpan) -> bool {
    const LONGEST: usize = 10;
    let closed = usize::from(view.layout.quoted[quoted.quoted].close.is_some());
    let inner = quoted.tokens.start + 1..quoted.tokens.end - closed;
    let k = view.entities.partition_point(|e| e.tokens.end <= inner.start);
    view.entities.get(k).is_some_and(|e| {
        e.kind == EntityType::WorkOfArt
            && e.tokens.start <= inner.start
            && e.tokens.end + 1 >= inner.end
            && quoted.words <= LONGEST
    })
}

/// A title is mentioned and not said: "The museum showed “Winter Light”".
fn shows_title(view: &TokenView, titles: &[bool], quote: &QuoteCandidate) -> bool {
    let only_titles = quote.contents.iter().all(|c| c.quoted_only && titles[c.quoted.clone()].iter().all(|&t| t));
    let speaks = quote.cue.as_ref().is_some_and(|c| c.clone().any(|i| Verb::surely_reporting(view.word(i)).is_some()));
    only_titles && !speaks
}

/// How many tokens before a cue are read.
const REACH: usize = 40;

/// "known as “the Butcher”", "a seminar called “Then and Now”": a name is given, nothing is said.
fn only_names(view: &TokenView, quote: &QuoteCandidate) -> bool {
    let Some(cue) = &quote.cue else { return false };
    let last = view.word(cue.end - 1);
    let named = matches!(last, "titled" | "entitled" | "nicknamed" | "named" | "dubbed" | "called")
        || (last == "as" && cue.clone().any(|i| view.word(i) == "known"));
    let first = &quote.contents[0];
    let right_behind = quote.contents.len() == 1 && quote.is_direct() && quote.hull().start == cue.end;
    // "The drug, called “blue ice” on the street,": nobody is named who calls it so.
    let reduced = cue.len() == 1
        && cue.start > 0
        && view.word(cue.start - 1) == ","
        && first.tokens.start == cue.end
        && !first.quoted.is_empty()
        && !(cue.end..quote.hull().end + 1).any(|i| view.is(i, "by"));
    let start = view.sentence_tokens(cue.start).start;
    let apposed = (start..cue.start.saturating_sub(1)).rev().take(REACH).any(|i| view.word(i) == ",");
    let person = quote.speaker.as_ref().is_some_and(|s| s.clone().any(|i| view.is_person(i)));
    if named && reduced && !apposed && !person {
        return true;
    }
    // "a film called “…”", but not "what she called “…”".
    let somebody_calls = matches!(last, "called" | "dubbed")
        && !quote.speaker.as_ref().is_some_and(|s| matches!(view.word(s.start), "a" | "an" | "A" | "An"));
    named && right_behind && !somebody_calls
}

/// Which candidate each quoted span belongs to: the innermost. A title inside a longer content belongs to none.
fn owners(quoted: usize, titles: &[bool], quotes: &[QuoteCandidate]) -> Vec<Option<usize>> {
    let mut owners: Vec<Option<usize>> = vec![None; quoted];
    for (index, quote) in quotes.iter().enumerate() {
        for content in &quote.contents {
            for q in content.quoted.clone() {
                let inner = owners[q].is_none_or(|other| quotes[other].hull().len() > quote.hull().len());
                if inner && (content.quoted_only || !titles[q]) {
                    owners[q] = Some(index);
                }
            }
        }
    }
    owners
}

/// How probable it is that somebody said what a report without words reports. Of these reports on PolNeAR dev, 56 % are
/// attributions at all, and 10 of the 27 of them in our labelled sample (tests/data/media.jsonl) are speech.
const SAID: f32 = 0.2;

/// The confidence of words that the layout sets off, which PolNeAR does not have: with a speaker whom the text names,
/// and with another.
const SET_OFF: f32 = 0.9;
const UNNAMED: f32 = 0.6;

fn finish(spans: &Spans, owners: &[Option<usize>], quote: &QuoteCandidate, index: usize) -> Quote {
    let view = spans.view;
    let own = quote.contents.iter().flat_map(|c| c.quoted.clone()).filter(|&q| owners[q] == Some(index));
    let quoted: Vec<_> = own.flat_map(|q| view.by_paragraph(spans.quoted[q].tokens.clone())).collect();
    let whole = || quote.contents.iter().flat_map(|c| view.by_paragraph(c.tokens.clone())).collect();
    let quoted = if quote.set_off { whole() } else { quoted };
    let kind = match (quote.is_direct(), quoted.is_empty()) {
        (true, false) => QuoteType::Direct,
        (false, false) => QuoteType::Mixed,
        (_, true) => QuoteType::Indirect,
    };
    let content = match kind {
        // Punctuation between two quoted spans, or after the last one, is not said.
        QuoteType::Direct => quoted.clone(),
        _ => whole(),
    };
    Quote {
        kind,
        medium: medium::of(view, quote),
        content,
        quoted,
        cue: quote.cue.iter().map(|c| view.span(c.clone())).collect(),
        speaker: quote.speaker.iter().map(|s| view.span(s.clone())).collect(),
        chain: quote.chain,
        confidence: match quote {
            _ if reported_nothing::reports_no_words(view, quote) => confidence(quote, kind) * SAID,
            _ if quote.set_off => confidence(quote, kind).max(if quote.chain.is_some() { SET_OFF } else { UNNAMED }),
            _ => confidence(quote, kind),
        },
        why: quote.why,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_spans;
    use super::*;
    use crate::text::Span;

    /// A quotation's type, contents, cue and speaker.
    type Said<S> = (QuoteType, S, S, S);

    /// The quotations and the quoted terms.
    fn assembled(marked: &str) -> (Vec<Said<String>>, Vec<String>) {
        with_spans(marked, |spans, chains| {
            let (found, _) = assemble(spans, chains);
            let text = spans.view.layout.text;
            let words = |spans: &[Span]| spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" | ");
            let quotes =
                found.quotes.iter().map(|q| (q.kind, words(&q.content), words(&q.cue), words(&q.speaker))).collect();
            (quotes, found.terms.iter().map(|t| t.of(text).to_owned()).collect())
        })
    }

    type Expected<'a> = (&'a str, &'a [Said<&'a str>], &'a [&'a str]);

    fn check(cases: &[Expected]) {
        for (marked, quotes, terms) in cases {
            let (found, found_terms) = assembled(marked);
            let found: Vec<_> = found.iter().map(|(kind, c, cue, s)| (*kind, &**c, &**cue, &**s)).collect();
            assert_eq!(found, *quotes, "{marked}");
            assert_eq!(found_terms, *terms, "{marked}");
        }
    }

    use QuoteType::{Direct, Indirect, Mixed};

    #[test]
    fn the_type_and_the_content_follow_from_the_quotation_marks() {
        check(&[
            (
                "{content “We sail,”} {cue said} {speaker Ames}, {content “at dawn.”}",
                &[(Direct, "“We sail,” | “at dawn.”", "said", "Ames")],
                &[],
            ),
            (
                "{speaker Ames} {cue said} {content they sail at dawn}.",
                &[(Indirect, "they sail at dawn", "said", "Ames")],
                &[],
            ),
            (
                "{speaker Ames} {cue said} {content they “sail at dawn”}.",
                &[(Mixed, "they “sail at dawn”", "said", "Ames")],
                &[],
            ),
            // Punctuation between quoted spans or behind them is not said.
            (
                "{content “We sail,” — “at dawn”}, {cue said} {speaker Ames}.",
                &[(Direct, "“We sail,” | “at dawn”", "said", "Ames")],
                &[],
            ),
        ]);
    }

    #[test]
    fn words_in_quotation_marks_that_nobody_says_are_terms() {
        check(&[
            ("The “old sail” is up.", &[], &["“old sail”"]),
            (
                "The “old” {speaker Ames} {cue said} {content they “sail at dawn”}.",
                &[(Mixed, "they “sail at dawn”", "said", "Ames")],
                &["“old”"],
            ),
        ]);
    }

    #[test]
    fn a_title_is_shown_and_not_said() {
        check(&[
            ("The hall {cue showed} {content “{WORK_OF_ART Winter Light}”}.", &[], &["“Winter Light”"]),
            // A verb of speech makes it a quotation, and so do words that are no title.
            (
                "{content “{WORK_OF_ART Winter Light},”} {cue said} {speaker Ames}.",
                &[(Direct, "“Winter Light,”", "said", "Ames")],
                &[],
            ),
            (
                "The hall {cue showed} {content “Winter Light”}.",
                &[(Direct, "“Winter Light”", "showed", "The hall")],
                &[],
            ),
        ]);
    }

    #[test]
    fn a_title_is_all_of_a_short_quotation() {
        for (marked, expected) in [
            ("“{WORK_OF_ART Winter Light}” ran.", true),
            ("“{WORK_OF_ART Winter Light},” he said.", true),
            ("{WORK_OF_ART “Winter Light”} ran.", true),
            ("“{PERSON Winter Light}” ran.", false),
            ("“{WORK_OF_ART Winter Light} is on,” he said.", false),
            ("“My {WORK_OF_ART Winter Light},” he said.", false),
            ("“{WORK_OF_ART One Two Three Four Five Six Seven Eight Nine Ten}” ran.", true),
            ("“{WORK_OF_ART One Two Three Four Five Six Seven Eight Nine Ten Eleven}” ran.", false),
        ] {
            with_spans(marked, |spans, _| assert_eq!(is_title(spans.view, &spans.quoted[0]), expected, "{marked}"));
        }
    }

    #[test]
    fn a_title_is_no_part_of_what_its_author_writes() {
        check(&[
            (
                "In {content “{WORK_OF_ART Dust}”}, {speaker he} {cue writes} {content that it is late}.",
                &[(Indirect, "that it is late", "writes", "he")],
                &["“Dust”"],
            ),
            (
                "{speaker Ames} {cue said} {content that “{WORK_OF_ART Dust}” is good}.",
                &[(Indirect, "that “Dust” is good", "said", "Ames")],
                &["“Dust”"],
            ),
        ]);
    }

    #[test]
    fn what_a_name_is_given_by_is_no_quotation() {
        check(&[
            ("{speaker A man} {cue known as} {content “the Old Sail”} left.", &[], &["“the Old Sail”"]),
            ("{speaker A film} {cue called} {content “Our Old Sail”} ran.", &[], &["“Our Old Sail”"]),
            ("{speaker The sail}, {cue called} {content “old blue” in town}, is up.", &[], &["“old blue”"]),
            (
                "{speaker {PERSON Ames}}, the mayor, {cue called} {content it “old blue”}.",
                &[(Mixed, "it “old blue”", "called", "Ames")],
                &[],
            ),
            ("{speaker The film}, {cue titled} {content “Our Old Sail”}, ran.", &[], &["“Our Old Sail”"]),
            // Somebody calls it so, or says more than the name, or the cue does not stand right before it.
            (
                "It was what {speaker Ames} {cue called} {content “our old sail”}.",
                &[(Direct, "“our old sail”", "called", "Ames")],
                &[],
            ),
            (
                "{speaker Ames} {cue known as} {content a man with “our old sail”} left.",
                &[(Mixed, "a man with “our old sail”", "known as", "Ames")],
                &[],
            ),
            (
                "{content “Our old sail,”} {cue titled} {speaker Ames}.",
                &[(Direct, "“Our old sail,”", "titled", "Ames")],
                &[],
            ),
            (
                "{speaker Ames} {cue wrote as} {content “our old sail”}.",
                &[(Direct, "“our old sail”", "wrote as", "Ames")],
                &[],
            ),
        ]);
    }

    #[test]
    fn a_speaker_inside_the_content_does_not_say_it() {
        check(&[
            ("{cue Said} {content it was “late”}.", &[(Mixed, "it was “late”", "Said", "")], &[]),
            ("{cue Said} he, {content it was “late”}.", &[(Mixed, "it was “late”", "Said", "he")], &[]),
        ]);
    }

    #[test]
    fn the_innermost_of_two_reports_owns_the_quotation_marks() {
        check(&[(
            "{cue According to} {speaker the paper}, {speaker Ames} {cue said} {content “we all sail at dawn”}.",
            &[
                (Indirect, "Ames said “we all sail at dawn”", "According to", "the paper"),
                (Direct, "“we all sail at dawn”", "said", "Ames"),
            ],
            &[],
        )]);
    }

    #[test]
    fn a_speakers_chain_is_that_of_its_words() {
        for (marked, chain) in [
            ("{speaker {PERSON:0 Ames}} {cue said} {content they sail at dawn}.", Some(0)),
            ("{speaker a man} {cue said} {content {PERSON:0 Ames} sails at dawn}.", None),
            // The other side of a report of a report has one too.
            (
                "{cue According to} {speaker {ORG:0 the Herald}}, {speaker Ames} {cue said} {content they sail at dawn}.",
                Some(0),
            ),
        ] {
            with_spans(marked, |spans, chains| {
                assert_eq!(assemble(spans, chains).0.quotes[0].chain, chain, "{marked}");
            });
        }
    }
}
