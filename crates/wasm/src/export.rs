//! The exports, and the import of web annotations, for a second WebAssembly module that is loaded when
//! somebody needs it.
//!
//! A Newsmark file goes in, as JSON text: the page has all that is in it, and so the same function
//! serves whoever has a file and no page.

use newsmark::text::OffsetUnit;
use newsmark_formats::export::{self, Format, Saved};
use newsmark_formats::import::{self, Imported};
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

/// Web annotations (their JSON) about a text, as JSON: `{document, unplaced, unknown}`. The document is as
/// the annotator makes it; the others count annotations that are not in it, because the text has not
/// their words or because they say nothing that it could hold.
#[wasm_bindgen(js_name = importAnnotations)]
pub fn import_annotations(text: &str, json: &str) -> Result<String, JsError> {
    let Imported { document, unplaced, unknown } = import::annotations(text, json.as_bytes())?;
    let document = document.in_unit(text, OffsetUnit::Utf8, OffsetUnit::Utf16)?;
    Ok(serde_json::json!({ "document": document, "unplaced": unplaced, "unknown": unknown }).to_string())
}
