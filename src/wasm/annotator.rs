use super::{kernel, to_js};
use crate::document::Document;
use crate::text::OffsetUnit;
use crate::versions::Versions;
use wasm_bindgen::prelude::*;

/// Entities, chains and quotations of a text; see the README for the document's form.
#[wasm_bindgen]
pub struct Annotator(crate::Annotator);

#[wasm_bindgen]
impl Annotator {
    /// Reads the model; throws an `Error` that says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Annotator, JsError> {
        kernel::link();
        Ok(Annotator(crate::Annotator::new(model)?))
    }

    pub fn annotate(&self, text: &str) -> Result<JsValue, JsError> {
        Ok(to_js(&self.0.annotate(text, OffsetUnit::Utf16))?)
    }

    /// Which model this is: sixteen hexadecimal digits, for those who keep what it found.
    #[wasm_bindgen(getter)]
    pub fn model(&self) -> String {
        self.0.fingerprint().to_owned()
    }

    /// `{newsmark, schema, model}`: of the code, of the document's form, and of the model.
    #[wasm_bindgen(getter)]
    pub fn versions(&self) -> Result<JsValue, JsError> {
        Ok(to_js(&Versions::with(self.0.fingerprint()))?)
    }
}

impl Annotator {
    /// Tells on the way how much is done, from 0 to 1.
    pub fn document(&self, text: &str, tell: &mut dyn FnMut(f32)) -> Document {
        self.0.annotate_telling(text, OffsetUnit::Utf16, tell)
    }
}
