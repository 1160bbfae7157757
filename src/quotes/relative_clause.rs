//! "Kestrel Foods, which said sales had doubled, will hire 200": a report in a relative clause ends with the clause.

use super::candidate::QuoteCandidate;
use super::noun_report;
use crate::lexicon::{AUXILIARY, RELATIVE, VERB};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// Cuts the main clause off the content of a report in a relative clause.
pub fn end_content(view: &TokenView, quotes: &mut [QuoteCandidate]) {
    for quote in quotes {
        let Some(cue) = quote.cue.clone() else { continue };
        let Some(content) = quote.contents.last_mut() else { continue };
        if let Some(comma) = end(view, &cue, &content.tokens) {
            content.tokens.end = comma;
        }
    }
}

/// How far before the cue the relative pronoun may stand, and how many tokens the antecedent may have. Without these
/// bounds a text that is one long sentence would take quadratic time.
const NEAR: usize = 6;
const LONGEST: usize = 40;

/// The comma inside the content that closes the relative clause of this cue, or the verb behind a clause without commas.
fn end(view: &TokenView, cue: &Range<usize>, content: &Range<usize>) -> Option<usize> {
    let sentence = view.sentence_tokens(cue.start);
    // "…, which said": only adverbs and auxiliaries stand between.
    let near = sentence.start.max(cue.start.saturating_sub(NEAR));
    let pronoun = (near..cue.end).rev().find(|&i| view.has(i, RELATIVE))?;
    if pronoun - sentence.start > LONGEST {
        return None;
    }
    let finite = |i: usize| view.is_lower(i) && view.has(i, AUXILIARY | VERB);
    let verb = |i: usize| finite(i) || (view.is_lower(i) && view.word(i).ends_with("ed"));
    // "A man who said he was a doctor took the bag": without commas, the next verb is the main clause's.
    let restrictive = pronoun > sentence.start && view.is_word(pronoun - 1) && pronoun + 1 == cue.start;
    if restrictive && content.start >= cue.end && !(sentence.start..pronoun).any(verb) {
        let quoted = content.clone().any(|i| is_quotation_mark(view.word(i)));
        return if quoted { None } else { noun_report::main_verb(view, content.clone()) };
    }
    let close = (pronoun + 1..cue.start).all(|i| view.is_adverbial(i) || view.has(i, AUXILIARY));
    if !close || pronoun < sentence.start + 2 || view.word(pronoun - 1) != "," || content.start < cue.end {
        return None;
    }
    // A main clause follows only if the antecedent is its subject.
    if (sentence.start..pronoun).any(verb) || view.sentence(content.end - 1) != view.sentence(cue.start) {
        return None;
    }
    let quoted = content.clone().any(|i| is_quotation_mark(view.word(i)));
    let comma = (content.start + 1..content.end - 1).rev().find(|&i| view.word(i) == "," && verb(i + 1))?;
    (!quoted && (content.start..comma).any(verb)).then_some(comma)
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::testing::{with_spans, words};
    use super::*;

    #[test]
    fn content_ends_before_the_main_verb() {
        for (marked, content) in [
            ("The firm, {speaker which} {cue said} {content sales had doubled, will hire ten}.", "sales had doubled"),
            ("Webb, {speaker who} {cue says} {content it is late, fainted at the desk}.", "it is late"),
            (
                "The union, {speaker which} also {cue says} {content cooks, bakers and waiters are poor, will meet}.",
                "cooks, bakers and waiters are poor",
            ),
            (
                "The firm, {speaker which} {cue said} {content the plan, drawn up in May, would fail, has gone}.",
                "the plan, drawn up in May, would fail",
            ),
            // Without commas.
            ("A nurse {speaker who} {cue said} {content she was tired left the ward}.", "she was tired"),
            ("Ames met a nurse {speaker who} {cue said} {content she was tired by noon}.", "she was tired by noon"),
            // No relative clause, or the antecedent is not the subject.
            ("The firm {cue said} {content sales had doubled, will hire ten}.", "sales had doubled, will hire ten"),
            (
                "Ames met Webb, {speaker who} {cue said} {content the plan was, would you believe it, late}.",
                "the plan was, would you believe it, late",
            ),
            (
                "The firm, {speaker which} {cue said} {content sales had doubled, and costs too}.",
                "sales had doubled, and costs too",
            ),
            (
                "The firm, {speaker which} {cue said} {content the plan, drawn up in May, would fail}.",
                "the plan, drawn up in May, would fail",
            ),
        ] {
            with_spans(marked, |spans, _| {
                let (mut quotes, _) = group(spans);
                end_content(spans.view, &mut quotes);
                assert_eq!(words(spans.view, &quotes[0].hull()), content, "{marked}");
            });
        }
    }
}
