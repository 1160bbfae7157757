//! The exports, and the import of web annotations. They are a module of their own, which the page loads when it needs it.
//!
//! The input of an export is the JSON of a Newsmark file. The page can make one of what it shows, and other programs can
//! read one from disk.

use newsmark::text::OffsetUnit;
use newsmark_formats::export::{self, Format, Saved};
use newsmark_formats::import::{self, Imported};
use wasm_bindgen::prelude::*;

/// An exported file.
#[wasm_bindgen(getter_with_clone)]
pub struct ExportedFile {
    /// The file's name, made of the article's title and allowed on every file system.
    pub name: String,
    /// The media type.
    #[wasm_bindgen(js_name = type)]
    pub kind: String,
    pub bytes: Vec<u8>,
}

/// Writes the article of a Newsmark file (its JSON) in another format. Throws an `Error` if there is no such format or the
/// file is not valid.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(format: &str, newsmark_file: &str) -> Result<ExportedFile, JsError> {
    let format: Format = format.parse()?;
    let saved = Saved::from_json(newsmark_file.as_bytes())?;
    let file = export::export(&saved, format)?;
    Ok(ExportedFile { name: file.name, kind: format.media_type().to_owned(), bytes: file.bytes })
}

/// Makes a document of the web annotations (their JSON) of a text. Returns JSON: `{document, unplaced, unknown}`. The
/// numbers count the annotations that are not in the document: `unplaced`, because the text does not contain their words;
/// `unknown`, because the document has no place for them.
#[wasm_bindgen(js_name = importAnnotations)]
pub fn import_annotations(text: &str, json: &str) -> Result<String, JsError> {
    let Imported { document, unplaced, unknown, .. } = import::annotations(text, json.as_bytes())?;
    let document = document.in_unit(text, OffsetUnit::Utf8, OffsetUnit::Utf16)?;
    Ok(serde_json::json!({ "document": document, "unplaced": unplaced, "unknown": unknown }).to_string())
}
