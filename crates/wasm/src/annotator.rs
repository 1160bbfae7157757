use super::{kernel, to_js};
use js_sys::Function;
use newsmark::Session;
use newsmark::document::{Document, Metadata};
use newsmark::text::OffsetUnit;
use newsmark::versions::Versions;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Entities, chains and quotations of a text; see the README for the document's form.
#[wasm_bindgen]
pub struct Annotator {
    annotator: newsmark::Annotator,
    session: RefCell<Session>,
}

#[wasm_bindgen]
impl Annotator {
    /// Reads the model; throws an `Error` that says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Annotator, JsError> {
        kernel::link();
        Ok(Annotator { annotator: newsmark::Annotator::new(model)?, session: RefCell::default() })
    }

    /// `date` is the day of publication, as in 2023-07-28. "Yesterday" is counted from it. `on_progress` is called with the
    /// share of the work that is done, from 0 to 1.
    pub fn annotate(
        &self,
        text: &str,
        date: Option<String>,
        on_progress: Option<Function>,
    ) -> Result<JsValue, JsError> {
        let mut metadata = Metadata::default();
        metadata.date = date.unwrap_or_default();
        let document = match on_progress {
            None => self.annotator.annotate_article(text, &metadata, OffsetUnit::Utf16),
            Some(on_progress) => {
                // What a caller's function throws does not stop the work.
                let mut report = |share: f32| drop(on_progress.call1(&JsValue::NULL, &share.into()));
                self.annotator.revise_article(&mut Session::default(), text, &metadata, OffsetUnit::Utf16, &mut report)
            }
        };
        Ok(to_js(&document)?)
    }

    /// The same document, sooner if the text is much like the one before: for a text that is being edited.
    pub fn revise(&self, text: &str) -> Result<JsValue, JsError> {
        Ok(to_js(&self.revised(text, &Metadata::default(), &mut |_| {}))?)
    }

    /// Which instructions it runs on: `simd128`, or `relaxed-simd` where the browser has them.
    #[wasm_bindgen(getter)]
    pub fn kernel(&self) -> String {
        self.annotator.kernel().to_owned()
    }

    /// Which model this is: sixteen hexadecimal digits, for those who keep what it found.
    #[wasm_bindgen(getter)]
    pub fn model(&self) -> String {
        self.annotator.fingerprint().to_owned()
    }

    /// `{newsmark, schema, model}`: of the code, of the document's form, and of the model.
    #[wasm_bindgen(getter)]
    pub fn versions(&self) -> Result<JsValue, JsError> {
        Ok(to_js(&Versions::with(self.annotator.fingerprint()))?)
    }
}

impl Annotator {
    /// Annotates the next version of a text and reports the share that is done, from 0 to 1.
    pub fn revised(&self, text: &str, metadata: &Metadata, report: &mut dyn FnMut(f32)) -> Document {
        self.annotator.revise_article(&mut self.session.borrow_mut(), text, metadata, OffsetUnit::Utf16, report)
    }
}
