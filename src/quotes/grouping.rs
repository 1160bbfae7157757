//! From links to candidates: contents that share a cue are one quotation, and each cue gets its speaker.

use super::candidate::QuoteCandidate;
use super::spans::{Spans, within};
use super::{adjacent, linker};
use crate::lexicon::{CONJUNCTION, Verb};
use crate::text::chars::is_dash;
use core::ops::Range;

/// The cue that a content is linked to, and the linker's margin.
type Link = Option<(usize, f32)>;

/// The candidates in the order of their content, and the cues that report none of it.
pub fn group(spans: &Spans) -> (Vec<QuoteCandidate>, Vec<UnlinkedCue>) {
    let Spans { contents, cues, .. } = spans;
    let links = links(spans);
    let mut quotes: Vec<QuoteCandidate> = Vec::new();
    // The candidate that each cue and each content is in.
    let mut by_cue: Vec<Option<usize>> = vec![None; cues.len()];
    let mut by_content: Vec<Option<usize>> = vec![None; contents.len()];
    for content in 0..contents.len() {
        let known = match links[content] {
            Some((cue, _)) => by_cue[cue],
            None if !is_speech(spans, content) => continue,
            None => content
                .checked_sub(1)
                .filter(|&before| {
                    goes_on(spans, before, content) || resumes(spans, before, content, links[before].map(|l| l.0))
                })
                .and_then(|before| by_content[before]),
        };
        let quote = known.unwrap_or_else(|| {
            quotes.push(candidate(spans, links[content], !contents[content].quoted.is_empty()));
            quotes.len() - 1
        });
        quotes[quote].contents.push(contents[content].clone());
        by_content[content] = Some(quote);
        if let Some((cue, _)) = links[content] {
            by_cue[cue] = Some(quote);
        }
    }
    let unlinked =
        (0..cues.len()).filter(|&cue| by_cue[cue].is_none()).filter_map(|cue| UnlinkedCue::of(spans, cue)).collect();
    (quotes, unlinked)
}

/// A cue that no content is linked to, but that has a speaker.
#[derive(Clone, Debug)]
pub struct UnlinkedCue {
    pub cue: Range<usize>,
    pub speaker: Range<usize>,
    pub speaker_margin: f32,
}

impl UnlinkedCue {
    fn of(spans: &Spans, cue: usize) -> Option<UnlinkedCue> {
        let link = linker::speaker_of_cue(spans, cue, 0.0)?;
        Some(UnlinkedCue {
            cue: spans.cues[cue].tokens.clone(),
            speaker: spans.speakers[link.to].tokens.clone(),
            speaker_margin: link.margin,
        })
    }
}

/// The cue of each content, as the linker and the rules below have it.
fn links(spans: &Spans) -> Vec<Link> {
    let mut links: Vec<Link> = (0..spans.contents.len())
        .map(|content| {
            if let Some(cue) = signature(spans, content) {
                return Some((cue, 0.0));
            }
            if let Some(cue) = own_attribution(spans, content) {
                return Some((cue, CERTAIN));
            }
            let link = linker::cue_of_content(spans, content)?;
            let cue = inner_cue(spans, content, link.to);
            (!is_another_paragraphs(spans, content, cue)).then_some((cue, link.margin))
        })
        .collect();
    for content in 0..links.len() {
        let before = content.checked_sub(1).and_then(|before| links[before]);
        if links[content].is_some_and(|(cue, _)| is_far(spans, content, cue, before)) {
            links[content] = None;
        }
    }
    share_over_paragraphs(spans, &mut links);
    links
}

/// A quotation in quotation marks nearly always has a speaker, so a poor candidate is better than none.
const POOREST: f32 = -6.0;

/// A candidate without its content yet.
fn candidate(spans: &Spans, link: Link, quoted: bool) -> QuoteCandidate {
    let mut quote = QuoteCandidate::empty();
    let Some((cue, margin)) = link else { return quote };
    let tokens = spans.cues[cue].tokens.clone();
    quote.cue_margin = margin;
    quote.why = "the cue has no speaker";
    if let Some(link) = linker::speaker_of_cue(spans, cue, if quoted { POOREST } else { 0.0 }) {
        quote.speaker = Some(spans.speakers[link.to].tokens.clone());
        quote.speaker_margin = link.margin;
    }
    if quote.speaker.is_some() {
        quote.why = "the speaker of the cue";
    }
    quote.cue = Some(tokens);
    quote
}

/// "According to the paper, the minister said that …" is two reports. PolNeAR often has only the outer one, but the
/// words are the minister's.
fn inner_cue(spans: &Spans, content: usize, cue: usize) -> usize {
    const NEAR: usize = 10;
    let (content, outer) = (&spans.contents[content].tokens, &spans.cues[cue].tokens);
    if outer.end > content.start || !spans.view.is(outer.start, "according") {
        return cue;
    }
    let inner = within(&spans.cues, &(outer.end..content.start)).iter().rposition(|between| {
        content.start.checked_sub(between.tokens.end).is_some_and(|gap| gap <= NEAR)
            && between.tokens.clone().any(|i| Verb::surely_reporting(spans.view.word(i)).is_some())
    });
    inner.map_or(cue, |k| cue + 1 + k)
}

/// The cue stands in an earlier paragraph, and nothing shows that this content goes on from there.
fn is_another_paragraphs(spans: &Spans, content: usize, cue: usize) -> bool {
    let paragraph = |token: usize| spans.view.layout.tokens[token].paragraph;
    let (tokens, cue) = (&spans.contents[content].tokens, &spans.cues[cue].tokens);
    let apart = cue.start < tokens.start && paragraph(cue.end - 1) != paragraph(tokens.start);
    let introduced = tokens.start > 0 && spans.view.word(tokens.start - 1) == ":";
    apart && !introduced && !(content > 0 && goes_on(spans, content - 1, content))
}

/// A sentence of somebody else's stands between the cue and this quotation, so the quotation does not go on from it.
fn is_far(spans: &Spans, content: usize, cue: usize, link_before: Link) -> bool {
    let view = spans.view;
    let (this, tokens) = (&spans.contents[content], &spans.cues[cue].tokens);
    let follows = |end: usize| view.sentence(this.tokens.start) <= view.sentence(end - 1) + 1;
    let resumed = link_before.is_some_and(|(other, _)| other == cue) && follows(spans.contents[content - 1].tokens.end);
    this.quoted_only
        && tokens.end <= this.tokens.start
        && !follows(tokens.end)
        && !resumed
        && view.word(this.tokens.start - 1) != ":"
}

/// The dash before a name on the line under a quotation.
fn signature(spans: &Spans, content: usize) -> Option<usize> {
    let tokens = &spans.view.layout.tokens;
    let end = spans.contents[content].tokens.end;
    let own_line = tokens.get(end)?.paragraph != tokens[end - 1].paragraph;
    let cue = spans.cues.partition_point(|c| c.tokens.start < end);
    let dash = spans.view.word(end).chars().all(|c| is_dash(c) || c == '-');
    (own_line && dash && spans.cues.get(cue).is_some_and(|c| c.tokens == (end..end + 1))).then_some(cue)
}

/// The margin of a link that the words leave no doubt about.
const CERTAIN: f32 = 4.0;

/// “…,” Ana Ruiz told reporters: the comma at the end of the quotation leads to the cue behind it, even if somebody else
/// speaks earlier in the sentence.
fn own_attribution(spans: &Spans, content: usize) -> Option<usize> {
    let view = spans.view;
    let content = &spans.contents[content];
    let end = content.tokens.end;
    let closed = !content.quoted.is_empty() && spans.quoted[content.quoted.end - 1].tokens.end == end;
    let comma = view.word(end.saturating_sub(2)) == "," || view.word(end) == ",";
    let own_clause = content.quoted_only || view.has(content.tokens.start, CONJUNCTION);
    if !closed || !own_clause || !comma || view.sentence(end) != view.sentence(end - 1) {
        return None;
    }
    let next = spans.contents.partition_point(|c| c.tokens.start < end);
    let limit = spans.contents.get(next).map_or(view.layout.tokens.len(), |c| c.tokens.start);
    let found = adjacent::after(view, end, limit.min(view.sentence_tokens(end - 1).end))?;
    found.speaker.as_ref()?;
    let cue = spans.cues.partition_point(|c| c.tokens.end <= found.cue.start);
    spans.cues.get(cue).is_some_and(|c| c.tokens.start < found.cue.end).then_some(cue)
}

/// A quotation that goes on over paragraphs has one cue, wherever it stands.
fn share_over_paragraphs(spans: &Spans, links: &mut [Link]) {
    for content in 1..links.len() {
        if links[content].is_none() && goes_on(spans, content - 1, content) {
            links[content] = links[content - 1];
        }
    }
    for content in (1..links.len()).rev() {
        let loose = links[content - 1].is_none_or(|(cue, _)| is_sentences_away(spans, content - 1, cue));
        if loose && links[content].is_some() && goes_on(spans, content - 1, content) {
            links[content - 1] = links[content];
        }
    }
}

/// The cue ends in an earlier sentence than the content's and no colon leads over. Then the cue of the paragraph in
/// which the quotation goes on is more certain.
fn is_sentences_away(spans: &Spans, content: usize, cue: usize) -> bool {
    let view = spans.view;
    let (content, cue) = (&spans.contents[content].tokens, &spans.cues[cue].tokens);
    cue.end <= content.start
        && view.sentence(cue.end - 1) < view.sentence(content.start)
        && view.word(content.start - 1) != ":"
}

/// The first content was left open at the end of its paragraph and goes on in the second.
fn goes_on(spans: &Spans, first: usize, second: usize) -> bool {
    let quoted = &spans.contents[first].quoted;
    quoted.end > quoted.start && spans.quoted[quoted.end - 1].continues && !spans.contents[second].quoted.is_empty()
}

/// “…,” she said. “…”: the second content begins the sentence after the first one's cue, or stands beside the first
/// with only punctuation between.
fn resumes(spans: &Spans, first: usize, second: usize, cue: Option<usize>) -> bool {
    let (view, tokens) = (spans.view, &spans.view.layout.tokens);
    let (a, b) = (&spans.contents[first], &spans.contents[second]);
    if !a.quoted_only || !b.quoted_only || tokens[a.tokens.start].paragraph != tokens[b.tokens.start].paragraph {
        return false;
    }
    let last = cue.map_or(a.tokens.end, |cue| a.tokens.end.max(spans.cues[cue].tokens.end));
    view.sentence(b.tokens.start) <= view.sentence(last - 1) + 1
}

/// Somebody says this, though no cue was found.
fn is_speech(spans: &Spans, content: usize) -> bool {
    let content = &spans.contents[content];
    let quoted = &spans.quoted[content.quoted.clone()];
    quoted.iter().any(|q| q.is_sentence() || q.continues) || (content.tagged && content.quoted_only)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_spans, words};
    use super::*;

    /// Each candidate as its contents, its cue and its speaker.
    fn grouped(marked: &str) -> Vec<(Vec<String>, String, String)> {
        with_spans(marked, |spans, _| {
            let (quotes, _) = group(spans);
            let some =
                |tokens: &Option<Range<usize>>| tokens.as_ref().map_or_else(String::new, |t| words(spans.view, t));
            let shown = |q: &QuoteCandidate| {
                let contents = q.contents.iter().map(|c| words(spans.view, &c.tokens)).collect();
                (contents, some(&q.cue), some(&q.speaker))
            };
            quotes.iter().map(shown).collect()
        })
    }

    type Expected<'a> = (&'a [&'a str], &'a str, &'a str);

    fn check(cases: &[(&str, &[Expected])]) {
        for (marked, expected) in cases {
            let found = grouped(marked);
            let found: Vec<(Vec<&str>, &str, &str)> =
                found.iter().map(|(c, cue, s)| (c.iter().map(String::as_str).collect(), &**cue, &**s)).collect();
            let expected: Vec<_> = expected.iter().map(|&(c, cue, s)| (c.to_vec(), cue, s)).collect();
            assert_eq!(found, expected, "{marked}");
        }
    }

    #[test]
    fn a_comma_leads_to_the_cue_behind_the_quotation() {
        check(&[
            (
                "{content It will rain}, {speaker the agency} {cue said}, {content but “not in May,”} {speaker Ames} {cue told} us.",
                &[(&["It will rain"], "said", "the agency"), (&["but “not in May,”"], "told", "Ames")],
            ),
            (
                "{content It will rain}, {speaker the agency} {cue said}, {content but “not in May”}, and left.",
                &[(&["It will rain", "but “not in May”"], "said", "the agency")],
            ),
        ]);
    }

    #[test]
    fn contents_of_one_cue_are_one_quotation() {
        check(&[
            (
                "{content “We sail,”} said Ana Ruiz, {content “at dawn.”}",
                &[(&["“We sail,”", "“at dawn.”"], "said", "Ana Ruiz")],
            ),
            (
                "{content “We all sail,”} said Ana Ruiz. {content “We all row,”} said Bo Webb.",
                &[(&["“We all sail,”"], "said", "Ana Ruiz"), (&["“We all row,”"], "said", "Bo Webb")],
            ),
        ]);
    }

    #[test]
    fn words_in_quotation_marks_without_a_cue_are_a_quotation_only_if_they_are_speech() {
        check(&[
            ("“We sail at dawn.”", &[(&["“We sail at dawn.”"], "", "")]),
            ("The ferry {content “we love”} is late.", &[(&["“we love”"], "", "")]),
            ("The “old sail” is up.", &[]),
            ("The ferry {content we love} is late.", &[]),
        ]);
    }

    #[test]
    fn a_quotation_without_a_cue_resumes_the_one_beside_it() {
        let cue = |spans: &Spans| Some(0).filter(|_| !spans.cues.is_empty());
        for (text, expected) in [
            ("“We sail,” Ames said. “We sail at dawn.”", true),
            ("“We sail at dawn.” “We row at noon.”", true),
            ("“We sail,” Ames said. He stood up. “We sail at dawn.”", false),
            ("“We sail at dawn.” He stood up. He left. “We row at noon.”", false),
            ("“We sail,” Ames said.\n\n“We sail at dawn.”", false),
            ("{content “We sail” and row,} Ames {cue said}. {content “We sail at dawn.”}", false),
            ("{content “We sail,”} Ames {cue said}. {content “We sail” and row.}", false),
        ] {
            with_spans(text, |spans, _| assert_eq!(resumes(spans, 0, 1, cue(spans)), expected, "{text}"));
        }
        check(&[("“We sail at dawn.” “We row at noon.”", &[(&["“We sail at dawn.”", "“We row at noon.”"], "", "")])]);
    }

    #[test]
    fn a_quotation_left_open_goes_on_in_the_next_paragraph_and_has_one_cue() {
        check(&[
            (
                "{content “We sail at dawn,”} said Ana Ruiz. {content “We do.}\n\n“And we row at noon.”",
                &[(&["“We sail at dawn,”", "“We do.", "“And we row at noon.”"], "said", "Ana Ruiz")],
            ),
            (
                "{content “We sail.}\n\n{content “We row,”} said Ana Ruiz.",
                &[(&["“We sail.", "“We row,”"], "said", "Ana Ruiz")],
            ),
            // The mark is closed, so the second is another quotation.
            (
                "{content “We all sail at dawn.”}\n\n{content “We row,”} said Ana Ruiz.",
                &[(&["“We all sail at dawn.”"], "", ""), (&["“We row,”"], "said", "Ana Ruiz")],
            ),
        ]);
    }

    #[test]
    fn a_quotation_that_goes_on_prefers_the_cue_of_its_later_paragraph_to_one_some_sentences_away() {
        for (marked, links) in [
            // The first cue is in the sentence before the first content, the second in the sentence of the second.
            ("Ames {cue spoke}. {content “We sail.}\n\n{content “We row,”} {cue said} Webb.", [Some(0), Some(1)]),
            ("Ames {cue spoke}: {content “We sail.}\n\n{content “We row,”} {cue said} Webb.", [Some(0), Some(1)]),
        ] {
            with_spans(marked, |spans, _| {
                let mut shared: Vec<Link> = links.map(|link| link.map(|cue| (cue, 1.0))).to_vec();
                share_over_paragraphs(spans, &mut shared);
                let first = if is_sentences_away(spans, 0, 0) { 1 } else { 0 };
                assert_eq!(shared, [Some((first, 1.0)), Some((1, 1.0))], "{marked}");
                assert_eq!(first == 1, marked.contains('.') && !marked.contains(':'), "{marked}");
            });
        }
    }

    #[test]
    fn a_cue_in_an_earlier_paragraph_reports_only_what_goes_on_or_follows_a_colon() {
        for (marked, content, expected) in [
            ("Ames {cue said} so.\n\n{content “We sail.”}", 0, true),
            ("Ames {cue said} so:\n\n{content “We sail.”}", 0, false),
            ("Ames {cue said} so. {content “We sail.”}", 0, false),
            ("{content “We row.”}\n\nAmes {cue said} so.", 0, false),
            ("Ames {cue said} {content “we row.}\n\n{content “We sail.”}", 1, false),
            ("Ames {cue said} {content “we row.”}\n\n{content “We sail.”}", 1, true),
        ] {
            with_spans(marked, |spans, _| {
                assert_eq!(is_another_paragraphs(spans, content, 0), expected, "{marked}");
            });
        }
    }

    #[test]
    fn a_cue_more_than_a_sentence_before_a_quotation_is_far() {
        for (marked, content, link, expected) in [
            ("Ames {cue said} so. He left. {content “We sail.”}", 0, None, true),
            ("Ames {cue said} so. {content “We sail.”}", 0, None, false),
            ("Ames {cue said} so. He left: {content “We sail.”}", 0, None, false),
            ("Ames {cue said} so. He left. {content He will sail}.", 0, None, false),
            ("{content “We sail.”} He left. Ames {cue said} so.", 0, None, false),
            // The quotation before it may have the same cue and be near.
            ("Ames {cue said} so. {content “We row.”} He left. {content “We sail.”}", 1, Some((0, 1.0)), true),
            ("Ames {cue said} so. {content “We row.”} Now “we sail.”", 1, Some((0, 1.0)), false),
            ("Ames {cue said} so. {content “We row.”} Now “we sail.”", 1, Some((7, 1.0)), true),
            ("Ames {cue said} so. {content “We row.”} Now “we sail.”", 1, None, true),
        ] {
            with_spans(marked, |spans, _| {
                assert_eq!(is_far(spans, content, 0, link), expected, "{marked} {link:?}");
            });
        }
    }

    #[test]
    fn the_dash_of_a_signature_on_its_own_line_is_the_cue() {
        for (text, expected) in [
            ("“We sail at dawn.”\n\n— Ana Ruiz", Some(0)),
            ("“We sail at dawn” — Ana Ruiz", None),
            ("“We sail at dawn.”\n\nAna Ruiz", None),
            ("“We sail at dawn.”", None),
        ] {
            with_spans(text, |spans, _| assert_eq!(signature(spans, 0), expected, "{text}"));
        }
    }

    #[test]
    fn the_inner_of_two_cues_before_a_content_reports_it_if_the_outer_is_according_to() {
        for (marked, expected) in [
            ("{cue According to} the paper, Ames {cue said} {content the road is closed}.", 1),
            ("{cue According to} the paper, Ames {cue said}, Webb {cue added} {content the road is closed}.", 2),
            // Another outer cue, one behind the content, an inner cue of no speech or one far away.
            ("{cue Reportedly} for the paper, Ames {cue said} {content the road is closed}.", 0),
            ("{content The road is closed}, {cue according to} the paper, Ames {cue said}.", 0),
            ("{cue According to} the paper, Ames {cue knew} {content the road is closed}.", 0),
            (
                "{cue According to} the paper, Ames {cue said} so in the old town hall of the city by the sea, \
                 {content the road is closed}.",
                0,
            ),
        ] {
            with_spans(marked, |spans, _| assert_eq!(inner_cue(spans, 0, 0), expected, "{marked}"));
        }
    }

    #[test]
    fn a_poor_speaker_is_good_enough_for_a_quotation_in_quotation_marks() {
        with_spans("{content We sail at dawn}. Ames {cue said} so. {speaker Webb} left.", |spans, _| {
            spans.speakers.retain(|s| words(spans.view, &s.tokens) == "Webb");
            let score = linker::speaker_of_cue(spans, 0, POOREST).map(|link| link.margin + POOREST);
            assert!(score.is_some_and(|score| score < 0.0), "{score:?}");
            for (quoted, speaker, why) in
                [(true, true, "the speaker of the cue"), (false, false, "the cue has no speaker")]
            {
                let quote = candidate(spans, Some((0, 2.0)), quoted);
                assert_eq!((quote.speaker.is_some(), quote.why, quote.cue_margin), (speaker, why, 2.0));
            }
            let nobody = candidate(spans, None, true);
            assert_eq!((nobody.cue, nobody.why), (None, "nobody is named"));
        });
    }

    #[test]
    fn a_cue_that_reports_nothing_is_kept_with_its_speaker() {
        let marked = "{speaker Ames} {cue said} {content the road is closed}. {speaker Webb} {cue spoke} of it. Then {cue heard}.";
        with_spans(marked, |spans, _| {
            spans.speakers.truncate(2);
            let (_, unlinked) = group(spans);
            let shown: Vec<_> =
                unlinked.iter().map(|u| (words(spans.view, &u.speaker), words(spans.view, &u.cue))).collect();
            assert_eq!(shown, [("Webb".to_owned(), "spoke".to_owned())]);
        });
    }
}
