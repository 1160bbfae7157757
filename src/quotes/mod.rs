//! Quotations: content, cue and speaker.
//!
//! In come the layout, the tagger's roles, the entities and the chains; out come [`Quotations`]. The terms are
//! those of PolNeAR (Newell et al., LREC 2018): a *cue* ("said") attributes a *content* to a *speaker* (PolNeAR's
//! source). A quotation is direct, indirect or mixed. [`find`] runs these steps:
//!
//! 1. `spans` collects every span that may be part of a quotation: the spans in quotation marks
//!    (`quoted_span`), the spans that the tagger marks (`decode`), content that reconciles the two
//!    (`content_span`), and cues and speakers found beside a quotation by their words alone (`adjacent`).
//! 2. `linker` scores, with trained weights, which cue reports a content and which speaker belongs to a cue
//!    (`features`); `grouping` turns the links into a `candidate` for each quotation.
//! 3. `content_extent` corrects where content begins, `nested_reports` adds reports of reports,
//!    `speaker_chain` finds the speaker's chain, `last_speaker` corrects that of *he* and *she*, and
//!    `speaker_inference` finds speakers for quotations without a cue.
//!    `closing_attribution` adds reports whose speaker ends a long sentence and `noun_report` those of a noun ("Ruiz’s
//!    claim that …"), `plain_report` those of a plain sentence that the tagger missed; `relative_clause`, `speaker_clause` and `passive` correct who speaks in a clause,
//!    `speaker_description` knows whom "the company" or "the striker" means, and `reported_nothing` knows the reports
//!    by which nobody says anything.
//!    `turns`, `introduced`, `signed` and `vox_pops` read who speaks from the layout of the text (`set_off`).
//! 4. `medium` tells speech, writing and thought apart.
//! 5. `assemble` runs steps 2 to 4 and makes [`Quote`]s of the candidates, with a calibrated `confidence`.
//!    Words in quotation marks that nobody says become quoted terms.

mod adjacent;
mod assemble;
mod candidate;
mod closing_attribution;
mod confidence;
mod content_extent;
mod content_span;
mod decode;
pub mod examples;
mod features;
mod grouping;
mod introduced;
mod last_speaker;
mod linker;
mod medium;
mod nested_reports;
mod noun_report;
mod passive;
mod plain_report;
mod quotation;
mod quoted_span;
mod relative_clause;
mod reported_nothing;
mod set_off;
mod signed;
mod spans;
mod speaker_chain;
mod speaker_clause;
mod speaker_description;
mod speaker_inference;
#[cfg(test)]
mod testing;
mod turns;
mod vox_pops;
mod weights;

pub use medium::Medium;
pub use quotation::{Quotations, Quote, QuoteType};
pub use speaker_chain::is_named_by;
pub use speaker_description::groups as described_groups;

use crate::chains::Chain;
use crate::entities::Entity;
use crate::layout::Layout;
use crate::syntax::TokenView;
use crate::tagger::Tagging;
use spans::Spans;

/// The quotations of a text, in the order of their content.
pub fn find(layout: &Layout, entities: &[Entity], chains: &[Chain], tagging: &Tagging) -> Quotations {
    let view = TokenView::new(layout, entities);
    assemble::assemble(&Spans::of(&view, tagging), chains).0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the tagger says of whatever text, spans are sound and nothing panics.
    #[test]
    fn any_roles_on_any_text() {
        const WORDS: &[&str] = &[
            "“", "”", "\"", "'", "’", "‘", "''", "«", "»", "said", "he", "Ann", "Lee", "the", "mayor", ",", ".", "?",
            ":", "—", "that", "According", "to", "who", "and", "of", "\n\n", "A", "Q", "told", "by", "was", "(", ")",
            "é", "asked", "But",
        ];
        let mut state = 7u64;
        let mut random = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        for round in 0..600 {
            let text: String =
                (0..random(60)).map(|_| WORDS[random(WORDS.len())].to_owned() + [" ", " ", ""][random(3)]).collect();
            let layout = Layout::of(&text);
            let sharp = 1 + round % 4;
            let mut places = || {
                let mut p = [0.0f32; 5].map(|_| (random(100) as f32 / 100.0 + 0.001).powi(sharp));
                let sum: f32 = p.iter().sum();
                p = p.map(|x| x / sum);
                p
            };
            let roles = layout.tokens.iter().map(|_| [places(), places(), places()]).collect();
            for tagging in [Tagging { roles, ..Tagging::default() }, Tagging::default()] {
                let found = find(&layout, &[], &[], &tagging);
                let spans = found
                    .quotes
                    .iter()
                    .flat_map(|q| [&q.content, &q.quoted, &q.cue, &q.speaker])
                    .flatten()
                    .chain(&found.terms);
                for span in spans {
                    assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{text:?}");
                }
                assert!(
                    found.quotes.iter().all(|q| !q.content.is_empty() && (0.0..=1.0).contains(&q.confidence)),
                    "{text:?}"
                );
            }
        }
    }
}
