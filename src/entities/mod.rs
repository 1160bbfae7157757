//! Named entities in the 18 types of OntoNotes 5.0.
//!
//! In come the layout and the tagger's labels; out come [`Entity`]s. [`find`] runs these steps:
//!
//! 1. `decode` takes the most probable legal sequence of labels of each paragraph, or of each cell of a table's row.
//! 2. `type_agreement` gives all mentions of a name one type, and finds those that the tagger nearly found.
//! 3. `boundaries` removes punctuation around a name, and `confidence` calibrates its probability.
//! 4. `numbers` and `time_edges` correct dates and times, `repair` adds amounts and times that the `patterns` find and the
//!    model overlooked, and `idioms` leaves out words that count nothing.
//! 5. `person_edges` takes the letters after a name off it ("Finch KBE"), and calls "Mr Friday" a person.
//! 6. `verb_surnames` completes names such as "Farid Said".
//! 7. `by_layout` reads the names of credits ("Una Byrne/Keld Gazette") and of those who take turns in an interview.
//! 8. `names` corrects names by their form and by the words beside them.
//!
//! [`low_confidence`] lists words that may be people although the labels say otherwise.

mod amounts;
mod boundaries;
mod by_layout;
mod confidence;
mod decode;
mod entity;
mod entity_type;
mod idioms;
mod labels;
pub mod low_confidence;
mod names;
mod numbers;
mod patterns;
mod person_edges;
mod repair;
mod time_edges;
mod type_agreement;
mod verb_surnames;

pub use confidence::Calibration;
pub use entity::Entity;
pub use entity_type::EntityType;

use crate::layout::Layout;
use crate::tagger::{Tagging, exp};
use crate::tokens::Token;

/// The entities of a text, in order, none overlapping another and none in two paragraphs or cells.
pub fn find(layout: &Layout, tagging: &Tagging, calibration: &Calibration) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut steps = decode::Steps::default();
    let mut first = 0;
    // The cells of a table are separated by tabs.
    let is_in_one_cell = |a: &Token, b: &Token| !layout.text[a.span.end..b.span.start].contains('\t');
    for cell in layout.tokens.chunk_by(|a, b| a.paragraph == b.paragraph && is_in_one_cell(a, b)) {
        let scores = &tagging.ner[first..first + cell.len()];
        decode::decode(scores, first, &mut steps, &mut found);
        first += cell.len();
    }
    type_agreement::on_types(layout, tagging, &mut found);
    type_agreement::on_overlooked(layout, tagging, &mut found);
    let entities = found.into_iter().filter_map(|f| {
        let confidence = calibration.apply(exp(f.log_probability));
        let mut tokens = boundaries::trimmed(layout, f.tokens)?;
        if f.kind == EntityType::Money {
            tokens = boundaries::with_currency_sign(layout, tokens);
        }
        Some(Entity::of(layout, tokens, f.kind, confidence))
    });
    let entities = time_edges::corrected(layout, numbers::corrected(layout, apart(entities)));
    let entities = idioms::left_out(layout, repair::by_patterns(layout, entities.into_iter()));
    let entities = person_edges::corrected(layout, entities);
    let entities = by_layout::corrected(layout, verb_surnames::completed(layout, entities));
    names::corrected(layout, entities)
}

/// Leaves out what a later entity has taken in: the country of "US$20".
fn apart(entities: impl Iterator<Item = Entity>) -> Vec<Entity> {
    let mut kept: Vec<Entity> = Vec::new();
    for entity in entities {
        while kept.last().is_some_and(|last| last.tokens.end > entity.tokens.start) {
            kept.pop();
        }
        kept.push(entity);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::testing::Writer;
    use crate::tagger::{LABELS, ModelFile};
    use core::ops::Range;

    /// A tagger that gives these tokens these types, each label with this probability, and none to the other tokens.
    fn tagging(layout: &Layout, entities: &[(Range<usize>, EntityType, f32)]) -> Tagging {
        let certain = |label: usize, probability: f32| {
            let mut labels = [-20.0; LABELS];
            labels[0] = (1.0 - probability).max(1e-9).ln();
            labels[label] = probability.ln();
            labels
        };
        let mut ner = vec![certain(0, 1.0); layout.tokens.len()];
        for (tokens, kind, probability) in entities {
            for t in tokens.clone() {
                let tag = match (t == tokens.start, t + 1 == tokens.end) {
                    (true, true) => 4,
                    (true, false) => 1,
                    (false, true) => 3,
                    (false, false) => 2,
                };
                ner[t] = certain(4 * *kind as usize + tag, *probability);
            }
        }
        Tagging { ner, roles: Vec::new() }
    }

    fn found(text: &str, entities: &[(Range<usize>, EntityType, f32)]) -> Vec<(String, EntityType)> {
        let layout = Layout::of(text);
        let found = find(&layout, &tagging(&layout, entities), &Calibration::default());
        assert!(found.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start), "{found:?}");
        found.into_iter().map(|e| (e.span.of(text).to_owned(), e.kind)).collect()
    }

    #[test]
    fn every_step_is_taken() {
        use EntityType::*;
        for (text, tagged, expected) in [
            (
                "Ana Ruiz left Oslo",
                vec![(0..2, Person, 0.9), (3..4, Gpe, 0.9)],
                vec![("Ana Ruiz", Person), ("Oslo", Gpe)],
            ),
            ("Ana Ruiz left Oslo", vec![], vec![]),
            ("Oslo paid US$20", vec![(2..3, Gpe, 0.9), (4..5, Money, 0.9)], vec![("US$20", Money)]),
            // Punctuation around a name is removed, and nothing is left of a name of punctuation.
            ("“Tidewater” , she sang", vec![(0..3, WorkOfArt, 0.9)], vec![("Tidewater", WorkOfArt)]),
            ("She left ; alone", vec![(2..3, Org, 0.9)], vec![]),
            // An impossible type is not forced on a mention.
            ("Varde met Varde", vec![(0..1, Person, 0.99), (2..3, Gpe, 0.6)], vec![("Varde", Person), ("Varde", Gpe)]),
            // The patterns find what the tagger overlooks.
            ("Oslo paid $20 million", vec![(0..1, Gpe, 0.9)], vec![("Oslo", Gpe), ("$20 million", Money)]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(words, kind)| (words.to_owned(), kind)).collect();
            assert_eq!(found(text, &tagged), expected, "{text}");
        }
    }

    #[test]
    fn the_mentions_of_a_name_agree_on_one_type() {
        use EntityType::{Gpe, Person};
        let layout = Layout::of("Varde met Varde");
        let mut tagging = tagging(&layout, &[(0..1, Person, 0.98), (2..3, Gpe, 0.6)]);
        tagging.ner[2][4 + 4 * Person as usize] = 0.3_f32.ln();
        let found = find(&layout, &tagging, &Calibration::default());
        assert_eq!(found.iter().map(|e| e.kind).collect::<Vec<_>>(), [Person, Person]);
    }

    #[test]
    fn no_entity_is_in_two_paragraphs() {
        use EntityType::Org;
        let joined = [("Harbour Board".to_owned(), Org)];
        assert_eq!(found("The Harbour Board met", &[(1..3, Org, 0.9)]), joined);
        assert_eq!(found("The Harbour\n\nBoard met", &[(1..3, Org, 0.9)]), []);
        assert_eq!(found("Harbour Board\tAna Ruiz", &[(0..2, Org, 0.9), (2..4, Org, 0.9)])[0], joined[0]);
        assert_eq!(found("Harbour\tBoard", &[(0..2, Org, 0.9)]), []);
        // The tokens of the second paragraph keep their own labels.
        assert_eq!(found("Rain fell\n\nHarbour Board met", &[(2..4, Org, 0.9)]), joined);
    }

    #[test]
    fn the_confidence_is_the_calibrated_probability_of_all_labels() {
        let layout = Layout::of("Ana Ruiz left");
        let tagging = tagging(&layout, &[(0..2, EntityType::Person, 0.8)]);
        let mut writer = Writer::default();
        writer.floats("calibration", &[2, 2], &[0.0, 0.0, 1.0, 0.5]);
        let bytes = writer.bytes();
        let halved = Calibration::read(&ModelFile::parse(&bytes).expect("a model file")).expect("a calibration");
        for (calibration, expected) in [(Calibration::default(), 0.64), (halved, 0.32)] {
            let found = find(&layout, &tagging, &calibration);
            assert!((found[0].confidence - expected).abs() < 1e-4, "{found:?}");
        }
    }
}
