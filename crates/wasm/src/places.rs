//! Places linked to GeoNames, for a WebAssembly module of its own, which contains the table. It is loaded when somebody wants
//! to know what a place stands for.

use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use newsmark::{EntityType, Value};
use newsmark_places::{Gazetteer, TABLE};
use std::cell::LazyCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static GAZETTEER: LazyCell<Gazetteer> = LazyCell::new(|| Gazetteer::new(TABLE));
}

/// What the places and peoples of a document stand for, as JSON: a list of `[entity, value]`, where `value` may be `null`.
/// Throws an `Error` if the document (JSON) does not belong to the text.
#[wasm_bindgen(js_name = resolvePlaces)]
pub fn resolve_places(text: &str, document: &str) -> Result<String, JsError> {
    let mut document: Document = serde_json::from_str(document)?;
    GAZETTEER.with(|gazetteer| gazetteer.resolve(text, &mut document, OffsetUnit::Utf16))?;
    let is_place = |kind| matches!(kind, EntityType::Gpe | EntityType::Loc | EntityType::Norp);
    let places = document.entities.iter().filter(|entity| is_place(entity.kind));
    let values: Vec<(usize, &Option<Value>)> = places.map(|entity| (entity.id, &entity.value)).collect();
    Ok(serde_json::to_string(&values)?)
}

/// All places of GeoNames that have a name, as JSON: a list of values, the largest place first.
#[wasm_bindgen(js_name = placesNamed)]
pub fn places_named(name: &str) -> Result<String, JsError> {
    Ok(serde_json::to_string(&GAZETTEER.with(|gazetteer| gazetteer.named(name)))?)
}
