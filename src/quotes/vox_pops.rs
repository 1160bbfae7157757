//! Vox pops: a quotation with the name of the one who says it on the same line, or on the line above or below.
//! "• Rosa Vidal, teacher: “I swim here.”", "“I walk.” – Ben Foss, 67".

use super::candidate::QuoteCandidate;
use super::content_span::ContentSpan;
use super::spans::Spans;
use crate::layout::{Block, BlockKind, Line};
use crate::syntax::TokenView;
use crate::text::chars::is_dash;
use core::ops::Range;

/// A name and its description have no more tokens.
const LONGEST: usize = 24;
const WHY: &str = "named beside the quotation";

/// The name with which a line of a name and a description begins: "Ben Foss, 67, retired".
fn name(view: &TokenView, block: &Block, tokens: Range<usize>) -> Option<Range<usize>> {
    let line = view.layout.line(block);
    let start = tokens.clone().find(|&t| !view.is_punctuation(t))?;
    let end = line.name_end(start).min(tokens.end);
    let name = start..end;
    let person = view.is_person(start) || line.is_person(name.clone());
    let described =
        end == tokens.end || matches!(view.word(end), "," | "(" | "–" | "—" | "-" | ":" | "from" | "in" | "|" | ".");
    let ends = view.layout.tokens.get(tokens.end - 1).is_some_and(|_| !matches!(view.word(tokens.end - 1), "!" | "?"));
    (!name.is_empty() && tokens.len() <= LONGEST && person && described && ends && !tells(view, &line, end..tokens.end))
        .then_some(name)
}

/// A verb stands among the words of a description, so it is a sentence. "67, retired" is none.
fn tells(view: &TokenView, line: &Line, tokens: Range<usize>) -> bool {
    let end = tokens.end;
    let described =
        |t: usize| view.word(t - 1) == "," && view.word(t).ends_with("ed") && (t + 1 == end || view.word(t + 1) == ",");
    tokens.into_iter().any(|t| line.is_verb(t) && !described(t))
}

/// Gives quotations to the names on their lines or on those above or below. One of a few words, which nobody need have
/// said, becomes a candidate.
pub fn name_speakers(spans: &Spans, quotes: &mut Vec<QuoteCandidate>) {
    let view = spans.view;
    let mut alone = Vec::new();
    for block in &view.layout.blocks {
        let quoted = within_block(spans, block);
        let Some((first, last)) = quoted else {
            let name = if block.kind.quotes_nobody() { None } else { name(view, block, block.tokens.clone()) };
            alone.push(Part::Name(name));
            continue;
        };
        let contents = first..last + 1;
        let (before, after) =
            (block.tokens.start..spans.contents[first].tokens.start, spans.contents[last].tokens.end..block.tokens.end);
        let has_words = |tokens: &Range<usize>| tokens.clone().any(|t| !view.is_punctuation(t));
        match (has_words(&before), has_words(&after)) {
            (false, true) => {
                let dash = after.clone().find(|&t| view.word(t).chars().all(|c| is_dash(c) || c == '-'));
                if let Some(name) = name(view, block, after) {
                    give(spans, quotes, contents, name, dash.map(|dash| dash..dash + 1));
                }
                alone.push(Part::Other);
            }
            (true, false) => {
                let colon = before.end - 1;
                if matches!(view.word(colon), ":" | "–" | "—" | "-")
                    && let Some(name) = name(view, block, before)
                {
                    give(spans, quotes, contents, name, Some(colon..colon + 1));
                }
                alone.push(Part::Other);
            }
            (false, false) => alone.push(Part::Quotation(contents)),
            (true, true) => alone.push(Part::Other),
        }
    }
    lines_of_names(spans, quotes, &alone);
}

/// What a block is for the names on lines of their own.
enum Part {
    Quotation(Range<usize>),
    /// A line that names somebody, or another line without a quotation.
    Name(Option<Range<usize>>),
    Other,
}

/// Names above or below quotations that have their paragraphs to themselves. The first line of a run shows on which side
/// they stand.
fn lines_of_names(spans: &Spans, quotes: &mut Vec<QuoteCandidate>, parts: &[Part]) {
    let belongs = |part: &Part| matches!(part, Part::Quotation(_) | Part::Name(Some(_)));
    for run in parts.chunk_by(|a, b| belongs(a) && belongs(b)) {
        if run.len() < 2 {
            continue;
        }
        let above = matches!(run[0], Part::Name(_));
        let mut name = None;
        let ordered: Vec<&Part> = if above { run.iter().collect() } else { run.iter().rev().collect() };
        for part in ordered {
            match part {
                Part::Name(found) => name.clone_from(found),
                Part::Quotation(contents) => {
                    if let Some(name) = &name {
                        give(spans, quotes, contents.clone(), name.clone(), None);
                    }
                }
                Part::Other => {}
            }
        }
    }
}

/// The first and the last content of a block that are in quotation marks, if no other content is in it.
fn within_block(spans: &Spans, block: &Block) -> Option<(usize, usize)> {
    let from = spans.contents.partition_point(|content| content.tokens.start < block.tokens.start);
    let to = spans.contents.partition_point(|content| content.tokens.start < block.tokens.end);
    let inside = spans.contents.get(from..to)?;
    // A cue between two of them tells who speaks.
    let apart =
        |pair: &[ContentSpan]| (pair[0].tokens.end..pair[1].tokens.start).any(|t| !spans.view.is_punctuation(t));
    let quoted = !inside.is_empty() && inside.iter().all(|content| content.quoted_only);
    (quoted && !inside.windows(2).any(apart) && block.kind != BlockKind::Turn).then(|| (from, to - 1))
}

fn give(
    spans: &Spans,
    quotes: &mut Vec<QuoteCandidate>,
    contents: Range<usize>,
    speaker: Range<usize>,
    cue: Option<Range<usize>>,
) {
    const MARGIN: f32 = 3.0;
    let hull = spans.contents[contents.start].tokens.start..spans.contents[contents.end - 1].tokens.end;
    let at = quotes.partition_point(|quote| quote.hull().start < hull.start);
    let end = quotes.partition_point(|quote| quote.hull().start < hull.end);
    let quote = QuoteCandidate {
        contents: spans.contents[contents].to_vec(),
        cue,
        speaker: Some(speaker),
        cue_margin: MARGIN,
        speaker_margin: MARGIN,
        why: WHY,
        ..QuoteCandidate::empty()
    };
    match &mut quotes[at..end] {
        [one] => *one = quote,
        _ => drop(quotes.splice(at..end, [quote])),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_spans, words};
    use super::*;

    #[test]
    fn a_name_beside_a_quotation_says_it() {
        for (marked, expected) in [
            ("• {PERSON:0 Rosa Vidal}, teacher: “I swim here every day.”", &["Rosa Vidal"][..]),
            ("“The bus never comes,” {PERSON:0 Joy Vane}, 22", &["Joy Vane"]),
            (
                "“The bus never comes.” – {PERSON:0 Joy Vane}, 22, student\n“I walk.” – {PERSON:1 Bo Foss}, 67, retired",
                &["Joy Vane", "Bo Foss"],
            ),
            ("{PERSON:0 Joy Vane}, 22\n“I walk.”\n{PERSON:1 Bo Foss}, 67\n“I run.”", &["Joy Vane", "Bo Foss"]),
            ("“I walk.”\n{PERSON:0 Joy Vane}, 22\n“I run.”\n{PERSON:1 Bo Foss}, 67", &["Joy Vane", "Bo Foss"]),
            // A sentence, a place, or a cue tells who speaks.
            ("{PERSON:0 Joy Vane} left the old town hall.\n“I walk to work.”", &[""]),
            ("{GPE:0 Keld}, 22 May\n“I walk to work.”", &[""]),
            ("“I walk to work,” {PERSON:0 Joy Vane} limped.", &[""]),
        ] {
            with_spans(marked, |spans, _| {
                let (mut quotes, _) = super::super::grouping::group(spans);
                name_speakers(spans, &mut quotes);
                let speaker =
                    |q: &QuoteCandidate| q.speaker.as_ref().map_or_else(String::new, |s| words(spans.view, s));
                assert_eq!(quotes.iter().map(speaker).collect::<Vec<_>>(), expected, "{marked}");
            });
        }
    }
}
