//! The articles of web pages, for a WebAssembly module of its own. It is loaded when the first page, or the first part of
//! one, comes in.

use newsmark_extract::Article;
use serde_json::json;
use wasm_bindgen::prelude::*;

/// The article of a web page as JSON: `{metadata, text, body, whole, left_out}`. `left_out` is words, such as "menus and 12
/// links", or empty.
#[wasm_bindgen(js_name = extractPage)]
pub fn extract_page(html: &str) -> Result<String, JsError> {
    written(Some(newsmark_extract::page(html)))
}

/// The same for HTML from the clipboard. If this is no page with menus and lists, but a part of an article, its whole text
/// is the article. `null` if the markup says no more than the plain text.
#[wasm_bindgen(js_name = extractFragment)]
pub fn extract_fragment(html: &str) -> Result<String, JsError> {
    written(newsmark_extract::fragment(html))
}

/// The same for plain text that was copied from a page; `null` if it is not the text of a whole page.
#[wasm_bindgen(js_name = extractPlain)]
pub fn extract_plain(text: &str) -> Result<String, JsError> {
    written(newsmark_extract::plain(text))
}

fn written(article: Option<Article>) -> Result<String, JsError> {
    let written = article.map(|Article { metadata, text, body, whole, left_out, .. }| {
        let left_out = if left_out.is_empty() { String::new() } else { left_out.to_string() };
        json!({ "metadata": metadata, "text": text, "body": body, "whole": whole, "left_out": left_out })
    });
    Ok(serde_json::to_string(&written)?)
}
