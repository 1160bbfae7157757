//! The text of word processor files, mails and subtitles, for a WebAssembly module of its own. It is loaded when the first of
//! these files is opened.

use newsmark_documents::{Kind, Text, read};
use wasm_bindgen::prelude::*;

/// The text of a file and what the file says about it, as JSON: `{metadata, text}`. Throws an `Error` that says what is wrong
/// with the file.
#[wasm_bindgen(js_name = readDocument)]
pub fn read_document(name: &str, bytes: &[u8]) -> Result<String, JsError> {
    let kind = Kind::of(name, bytes).ok_or_else(|| JsError::new("this file is not what its name says"))?;
    let Text { metadata, text, .. } = read(kind, bytes)?;
    Ok(serde_json::json!({ "metadata": metadata, "text": text }).to_string())
}
