//! The JavaScript interface: the annotator as a class, the loop that runs it in a worker, the corrections and the
//! exports.
//!
//! The crate is compiled to WebAssembly six times: with the feature `engine` to the module that annotates, with
//! `corrections` to the one that the page loads for an article that is corrected, with `export` to the one that it
//! loads when somebody exports, with `extract` to the one that it loads for a web page, with `documents` to the one that
//! it loads for a word processor file, a mail or subtitles, and with `places` to the one that it loads when somebody wants to
//! know what a place stands for. The linker leaves out what a module does not use.
//!
//! Offsets here count UTF-16 code units, as JavaScript does. A string is passed as UTF-8, which has no lone
//! surrogates: each becomes U+FFFD, which is one code unit as well, so that no offset changes.

#![cfg(target_arch = "wasm32")]

#[cfg(feature = "engine")]
mod annotator;
#[cfg(feature = "corrections")]
mod corrections;
#[cfg(feature = "documents")]
mod documents;
#[cfg(feature = "export")]
mod export;
#[cfg(feature = "extract")]
mod extract;
#[cfg(feature = "engine")]
mod kernel;
#[cfg(feature = "places")]
mod places;
#[cfg(feature = "engine")]
mod warm_up;
#[cfg(feature = "engine")]
mod worker;

use wasm_bindgen::prelude::*;

/// Missing values become `null`, as in the JSON of the command line.
#[cfg(feature = "engine")]
fn to_js(value: &impl serde::Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true))
}

/// A panic ends the instance, so its message is logged: nothing else tells the cause.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}
