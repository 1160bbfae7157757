//! What each side of an interview or a transcript says: the words behind "Rosa Vidal:" or "A:".

use super::candidate::QuoteCandidate;
use super::set_off::SetOff;
use super::speaker_chain::MentionIndex;
use crate::chains::Chain;
use crate::entities::EntityType;
use crate::layout::{Block, BlockKind};
use crate::syntax::TokenView;
use crate::text::quotation_mark::is_quotation_mark;
use core::ops::Range;

const WHY: &str = "named before the colon";

/// The turns of the text whose words are not in quotation marks.
pub fn find(view: &TokenView) -> Vec<SetOff> {
    let turns = view.layout.blocks.iter().filter(|block| block.kind == BlockKind::Turn);
    turns.filter_map(|block| turn(view, block)).collect()
}

fn turn(view: &TokenView, block: &Block) -> Option<SetOff> {
    let colon = (block.label.end..block.tokens.end).find(|&t| view.word(t) == ":")?;
    let bold = |&t: &usize| view.word(t).chars().all(|c| c == '*');
    let start = (colon + 1..block.tokens.end).find(|t| !bold(t))?;
    // The quotation marks show what is said, and a place or a firm before a colon is a topic.
    if is_quotation_mark(view.word(start)) || !is_speaker(view, &block.label) {
        return None;
    }
    Some(SetOff {
        contents: vec![start..block.tokens.end],
        cue: Some(colon..colon + 1),
        speaker: block.label.clone(),
        own_words: true,
        why: WHY,
    })
}

/// The words of a label name a person, or a part in the interview. A place, a firm or a topic stands before a colon as
/// well.
fn is_speaker(view: &TokenView, label: &Range<usize>) -> bool {
    let line = view.layout.line(view.layout.block_of(label.start));
    let part = label.len() <= 2 && label.clone().all(|t| view.entity(t).is_none());
    let capitals = label.clone().all(|t| !view.is_word(t) || line.is_in_capitals(t));
    let named = |kinds: &[EntityType]| label.clone().any(|t| view.kind(t).is_some_and(|kind| kinds.contains(&kind)));
    let thing = named(&[EntityType::Gpe, EntityType::Loc, EntityType::Event, EntityType::WorkOfArt]);
    named(&[EntityType::Person]) || line.is_person(label.clone()) || (!thing && (part || capitals))
}

/// Gives the answers of an interview to the person whom the text before it is about, if there is only one.
pub fn name_interviewee(view: &TokenView, mentions: &MentionIndex, chains: &[Chain], quotes: &mut [QuoteCandidate]) {
    let Some(first) = view.layout.blocks.iter().find(|block| block.kind == BlockKind::Turn) else { return };
    let above = crate::text::Span::new(0, first.span.start);
    let mut people = mentions.within(above).iter().filter(|m| {
        let token = crate::tokens::token_at(&view.layout.tokens, m.span.start);
        m.is_person() && view.layout.kind_of(token) != BlockKind::Byline
    });
    let Some(person) = people.next().map(|m| m.chain) else { return };
    if people.any(|m| m.chain != person && chains[m.chain].kind == EntityType::Person) {
        return;
    }
    for quote in quotes.iter_mut().filter(|quote| quote.why == WHY && quote.chain.is_none()) {
        let Some(label) = &quote.speaker else { continue };
        if matches!(view.plain(label.start).as_str(), "a" | "answer" | "interviewee") {
            quote.chain = Some(person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::assemble::assemble;
    use super::super::testing::{shown, with_spans};
    use super::*;

    #[test]
    fn a_turn_is_what_stands_behind_the_name() {
        for (marked, expected) in [
            (
                "{PERSON:0 Helen Marsh}: The dam was old.\n{PERSON:1 Eke}: It was inspected.",
                &[("The dam was old.", "Helen Marsh"), ("It was inspected.", "Eke")][..],
            ),
            ("COUNCILLOR HOPE: Then cut the budget.", &[("Then cut the budget.", "COUNCILLOR HOPE")]),
            ("**Rosa Vidal:** We never promised that.", &[("We never promised that.", "Rosa Vidal")]),
            ("Q: Why now?\nA: I was tired.", &[("Why now?", "Q"), ("I was tired.", "A")]),
            // A place, a topic, a line that quotation marks show.
            ("{GPE:0 Keld}: Fire crews freed a dog.\n{GPE:1 Tarrow}: The library is shut.", &[]),
            ("Parking: It will cost more.", &[]),
            ("{PERSON:0 Rosa Vidal}: “We never promised that.”", &[]),
        ] {
            with_spans(marked, |spans, _| {
                let found = shown(spans.view, &find(spans.view));
                let found: Vec<_> = found.iter().map(|(c, s)| (&**c, &**s)).collect();
                assert_eq!(found, expected, "{marked}");
            });
        }
    }

    #[test]
    fn the_answers_are_the_interviewees() {
        for (above, expected) in [
            ("{PERSON:0 Rosa Vidal} left the party in May.", Some(0)),
            ("By {PERSON:1 Joanna Fell}\n\n{PERSON:0 Rosa Vidal} left the party.", Some(0)),
            ("{PERSON:0 Rosa Vidal} met {PERSON:1 Tom Reed}.", None),
            ("The party met in May.", None),
        ] {
            let marked = format!("{above}\n\nQ: Why now?\nA: I was tired.");
            with_spans(&marked, |spans, chains| {
                let quotes = assemble(spans, chains).0.quotes;
                let said: Vec<_> = quotes.iter().filter(|q| q.why == WHY).map(|q| q.chain).collect();
                assert_eq!(said, [None, expected], "{marked}");
            });
        }
    }
}
