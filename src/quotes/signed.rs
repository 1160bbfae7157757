//! Statements whose source stands behind them: a post with its author on the line below, and a headline that ends with a
//! colon and a name.

use super::set_off::SetOff;
use crate::entities::EntityType;
use crate::layout::{Block, BlockKind};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

/// The statements of the text.
pub fn find(view: &TokenView) -> Vec<SetOff> {
    let blocks = &view.layout.blocks;
    let posts = blocks.windows(2).filter_map(|pair| post(view, &pair[0], &pair[1]));
    let headlines = blocks.iter().take(3).filter_map(|block| headline(view, block));
    posts.chain(headlines).collect()
}

/// "We are shocked by the news." and below it "— Keld Council (@keldcouncil) May 3, 2026".
fn post(view: &TokenView, above: &Block, below: &Block) -> Option<SetOff> {
    let line = view.layout.line(below);
    let start = below.tokens.start;
    let own = |t: usize| {
        matches!(view.word(t), "I" | "We" | "we" | "my" | "My" | "our" | "Our" | "us" | "me" | "I’m" | "I'm")
    };
    let handle = below.tokens.clone().any(|t| view.word(t).starts_with('@'));
    let end = line.name_end(start + 1);
    let named = line.is_dash(start) && end > start + 1 && !line.has_verb(end..below.tokens.end);
    let prose = above.kind == BlockKind::Paragraph
        && !above.tokens.clone().any(|t| is_quotation_mark(view.word(t)) && view.word(t).len() > 1);
    let speaks = handle || above.tokens.clone().any(own);
    (named && prose && speaks).then(|| SetOff {
        contents: vec![above.tokens.clone()],
        cue: Some(start..start + 1),
        speaker: start + 1..end,
        own_words: true,
        why: "signed below",
    })
}

/// "Tax plan would hurt families: Scheer"
fn headline(view: &TokenView, block: &Block) -> Option<SetOff> {
    const FEWEST: usize = 4;
    let line = view.layout.line(block);
    let colon = block.tokens.clone().rev().take(5).find(|&t| view.word(t) == ":")?;
    let content = block.tokens.start..colon;
    let speaker = colon + 1..block.tokens.end;
    let is_headline = matches!(block.kind, BlockKind::Title | BlockKind::Heading) || view.layout.blocks.len() == 1;
    if !is_headline || content.len() < FEWEST || speaker.is_empty() || line.name_end(speaker.start) != speaker.end {
        return None;
    }
    let topic = matches!(
        view.plain(block.tokens.start).as_str(),
        "in" | "who" | "what" | "how" | "why" | "interview" | "profile" | "obituary" | "review" | "meet" | "watch"
    );
    let quoted = content.clone().any(|t| is_quotation_mark(view.word(t)) && view.word(t) != "’");
    let speaks =
        speaker.clone().any(|t| matches!(view.kind(t), Some(EntityType::Person | EntityType::Org | EntityType::Norp)))
            || names_a_person_below(view, block, &speaker);
    (!topic && !quoted && speaks).then(|| SetOff {
        contents: vec![content],
        cue: Some(colon..colon + 1),
        speaker,
        own_words: false,
        why: "named at the end of the headline",
    })
}

/// The text below calls a person by this name.
fn names_a_person_below(view: &TokenView, block: &Block, name: &Range<usize>) -> bool {
    let last = view.word(name.end - 1);
    view.entities.iter().any(|e| {
        e.kind == EntityType::Person
            && e.tokens.start >= block.tokens.end
            && e.tokens.clone().any(|t| view.word(t) == last)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{shown, with_spans};
    use super::*;

    #[test]
    fn a_source_below_or_behind_a_statement_makes_it() {
        for (marked, expected) in [
            ("We are shocked.\n\n— {ORG:0 Keld Council}", Some(("We are shocked.", "Keld Council"))),
            ("The road is open.\n— Ana Ruiz (@anaruiz) May 3", Some(("The road is open.", "Ana Ruiz"))),
            ("Tax plan would hurt families: {PERSON:0 Scheer}", Some(("Tax plan would hurt families", "Scheer"))),
            (
                "Tax plan would hurt families: Scheer\n\n{PERSON:0 Andrew Scheer} spoke.",
                Some(("Tax plan would hurt families", "Scheer")),
            ),
            // A sign-off, a sentence, a topic, a name that is no speaker's.
            ("The road is open.\n\n— Ana Ruiz", None),
            ("We are shocked.\n\n— Ana Ruiz left.", None),
            ("Interview: {PERSON:0 Scheer}", None),
            ("In pictures from the past: {PERSON:0 Scheer}", None),
            ("The storm that hit the coast: {GPE:0 Keld}", None),
        ] {
            with_spans(marked, |spans, _| {
                let found = shown(spans.view, &find(spans.view));
                assert_eq!(found.first().map(|(c, s)| (&**c, &**s)), expected, "{marked}");
            });
        }
    }
}
