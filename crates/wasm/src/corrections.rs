//! Corrections, for a WebAssembly module of their own. It is loaded when somebody corrects something or opens an
//! article that was corrected.
//!
//! Everything passes as JSON text: corrections are read from files and written to them, and a browser parses JSON
//! faster than one object after another is made from here.

use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use newsmark_corrections::{Correction, CorrectionSession, History, apply, reanchor};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// A text and the document found in it, ready to be corrected.
#[wasm_bindgen]
pub struct Corrector {
    session: CorrectionSession,
}

#[wasm_bindgen]
impl Corrector {
    /// `found` is a document as JSON. Throws an `Error` if it does not belong to the text.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, found: &str) -> Result<Corrector, JsError> {
        Ok(Corrector { session: CorrectionSession::new(text, &read::<Document>(found)?, OffsetUnit::Utf16)? })
    }

    /// Applies corrections (a JSON array) to what was found. Returns the difference, as JSON: see `Patch` in
    /// `newsmark-corrections`.
    pub fn apply(&self, corrections: &str) -> Result<String, JsError> {
        written(&self.session.apply(&read::<Vec<Correction>>(corrections)?))
    }

    /// How many places would be marked if the user marked all occurrences of this range, after these corrections.
    #[wasm_bindgen(js_name = countPlacesLike)]
    pub fn count_places_like(&self, start: usize, end: usize, corrections: &str) -> Result<usize, JsError> {
        Ok(self.session.count_places_like([start, end], &read::<Vec<Correction>>(corrections)?))
    }

    /// Moves corrections to an edited form of the text. A history (`{corrections, future, lost}`) goes in and comes
    /// out as JSON.
    pub fn reanchor(&self, after: &str, history: &str) -> Result<String, JsError> {
        written(&self.session.reanchor(after, &read::<History>(history)?))
    }
}

/// The corrected document and the corrections that could not be applied, `{document, unapplied}`, as JSON.
#[wasm_bindgen(js_name = applyCorrections)]
pub fn apply_corrections(text: &str, found: &str, corrections: &str) -> Result<String, JsError> {
    let corrections = read::<Vec<Correction>>(corrections)?;
    written(&apply(text, &read::<Document>(found)?, &corrections, OffsetUnit::Utf16)?)
}

/// Like [`Corrector::reanchor`], for a text whose document is unknown.
#[wasm_bindgen(js_name = reanchor)]
pub fn reanchor_without_document(before: &str, after: &str, history: &str) -> Result<String, JsError> {
    written(&reanchor(before, None, after, &read::<History>(history)?, OffsetUnit::Utf16)?)
}

/// Throws an `Error` if a history is not one, or does not belong to the text.
#[wasm_bindgen(js_name = checkHistory)]
pub fn check_history(text: &str, history: &str) -> Result<(), JsError> {
    Ok(read::<History>(history)?.check(text, OffsetUnit::Utf16)?)
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, JsError> {
    Ok(serde_json::from_str(json)?)
}

fn written(value: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(value)?)
}
