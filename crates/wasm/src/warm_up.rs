//! A browser compiles a function when it is first called. So that the first article does not wait for that, the
//! engine annotates a few words while the model is still loading.

use super::to_js;
use newsmark::annotator::postprocess;
use newsmark::entities::{Calibration, EntityType};
use newsmark::layout::Layout;
use newsmark::tagger::{BioesTag, LABELS, Role, Tagging};
use newsmark::text::{NormalisedText, OffsetUnit};
use wasm_bindgen::prelude::*;

/// A little of everything that articles contain.
const WORDS: &str = "\
    “We will mend the bridge,” said Amina Wekesa, the mayor of Nairobi, on 3 May 2024. She thanked Kenya’s ministers for $2 million.\n\n\
    Mr. Okoro said that Wekesa’s plan was “late”. \"He told me,\" she replied, \"to wait until 6:30 p.m.\"\n";

/// Runs all stages except the tagger, which needs a model, and throws the result away.
#[wasm_bindgen(js_name = warmUp)]
pub fn warm_up() {
    let normalised = NormalisedText::of(WORDS);
    let layout = Layout::of(&normalised);
    let document =
        postprocess(&layout, &made_up(&layout), &Calibration::default(), OffsetUnit::Utf16, None, &mut |_| {});
    let _ = to_js(&document);
}

/// Tags that make a person of every capitalised word, and a cue of every "said".
fn made_up(layout: &Layout) -> Tagging {
    let person = EntityType::ALL.iter().position(|&kind| kind == EntityType::Person).unwrap_or(0);
    let single = 1 + 4 * person + BioesTag::Single as usize - 1;
    let mut tagging = Tagging::default();
    for token in 0..layout.tokens.len() {
        let word = layout.word(token);
        let mut ner = [-9.0; LABELS];
        ner[if word.starts_with(char::is_uppercase) { single } else { 0 }] = -0.1;
        tagging.ner.push(ner);
        let mut roles = [[0.9, 0.0, 0.0, 0.0, 0.1]; 3];
        if word == "said" {
            roles[Role::Cue as usize].swap(BioesTag::Outside as usize, BioesTag::Single as usize);
        }
        tagging.roles.push(roles);
    }
    tagging
}
