//! The JavaScript surface: the annotator as a class, the loop that runs it in a worker, and the exports.
//!
//! The crate is compiled to WebAssembly twice. With the feature `engine` it becomes the module that
//! the page needs to show its first marks; with `export` the one that it gets when somebody exports.
//! What neither of its faces reaches is left out by the linker, so each module holds its own part only.
//!
//! Offsets on this side of the border count UTF-16 code units, as JavaScript does. A string crosses
//! it as UTF-8: a lone surrogate, which UTF-8 cannot say, becomes U+FFFD on the way, which is one
//! code unit as well, so that no offset behind it moves.

#![cfg(target_arch = "wasm32")]

#[cfg(feature = "engine")]
mod annotator;
#[cfg(feature = "export")]
mod export;
#[cfg(feature = "engine")]
mod kernel;
#[cfg(feature = "engine")]
mod rehearsal;
#[cfg(feature = "engine")]
mod worker;

use wasm_bindgen::prelude::*;

/// What has no value is `null`, as it is in the JSON of the command line.
#[cfg(feature = "engine")]
fn to_js(value: &impl serde::Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true))
}

/// A panic ends the instance; the message is all that is left to find its cause by.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}
