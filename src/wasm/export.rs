//! The exports, for a second WebAssembly module that is loaded when somebody exports.
//!
//! A Newsmark file goes in, as JSON text: the page has all that is in it, and so the same function
//! serves whoever has a file and no page.

use crate::export::{self, Format, Saved};
use wasm_bindgen::prelude::*;

/// A file to be saved.
#[wasm_bindgen(getter_with_clone)]
pub struct ExportedFile {
    /// Safe on every system; made from the article's title.
    pub name: String,
    /// The media type.
    #[wasm_bindgen(js_name = type)]
    pub kind: String,
    pub bytes: Vec<u8>,
}

/// Writes a Newsmark file (its JSON) in another format, by the format's name; throws an `Error` that
/// says what is wrong with either.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(format: &str, newsmark_file: &str) -> Result<ExportedFile, JsError> {
    let format = Format::from_name(format).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        JsError::new(&format!("there is no format “{format}”: it is one of {}", known.join(", ")))
    })?;
    let saved = Saved::from_json(newsmark_file.as_bytes())?;
    let file = export::export(&saved, format)?;
    Ok(ExportedFile { name: file.name, kind: format.media_type().to_owned(), bytes: file.bytes })
}
