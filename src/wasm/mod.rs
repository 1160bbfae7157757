//! The JavaScript surface: the annotator as a class, and the loop that runs it in a worker.
//!
//! Offsets on this side of the border count UTF-16 code units, as JavaScript does. A string crosses
//! it as UTF-8: a lone surrogate, which UTF-8 cannot say, becomes U+FFFD on the way, which is one
//! code unit as well, so that no offset behind it moves.

mod worker;

use crate::document::Document;
use crate::text::OffsetUnit;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Entities, chains and quotations of a text; see the README for the document's form.
#[wasm_bindgen]
pub struct Annotator(crate::Annotator);

#[wasm_bindgen]
impl Annotator {
    /// Reads the model; throws an `Error` that says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Annotator, JsError> {
        Ok(Annotator(crate::Annotator::new(model)?))
    }

    pub fn annotate(&self, text: &str) -> Result<JsValue, JsError> {
        Ok(to_js(&self.document(text))?)
    }
}

impl Annotator {
    fn document(&self, text: &str) -> Document {
        self.0.annotate(text, OffsetUnit::Utf16)
    }
}

/// What has no value is `null`, as it is in the JSON of the command line.
fn to_js(value: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&Serializer::new().serialize_missing_as_null(true))
}

/// A panic ends the instance; the message is all that is left to find its cause by.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}
