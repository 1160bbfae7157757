//! The worker's loop: `{id, text, metadata}` comes in, `{id, document, milliseconds, model}` goes out; before it, while
//! the work goes on, `{id, share}`: how much of it is done, from 0 to 1.

use super::annotator::Annotator;
use super::to_js;
use newsmark::document::{Document, Metadata};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Performance};

/// Between two messages about progress, in milliseconds: nobody sees more than that.
const BETWEEN: f64 = 100.0;

#[derive(Deserialize)]
struct Request {
    id: u32,
    text: String,
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Serialize)]
struct Ready {
    ready: bool,
    milliseconds: f64,
}

#[derive(Serialize)]
struct Progress {
    id: u32,
    share: f32,
}

#[derive(Serialize)]
struct Answer {
    id: u32,
    document: Document,
    milliseconds: f64,
    /// The fingerprint of the model that found it.
    model: String,
}

/// Takes over this worker's messages: says `{ready: true}` once the model is read, and answers every
/// message that comes after.
#[wasm_bindgen]
pub fn serve(model: &[u8]) -> Result<(), JsError> {
    let scope: DedicatedWorkerGlobalScope =
        js_sys::global().dyn_into().map_err(|_| JsError::new("serve() belongs into a dedicated worker"))?;
    let clock = scope.performance().ok_or_else(|| JsError::new("this worker has no clock"))?;

    let start = clock.now();
    let annotator = Annotator::new(model)?;
    post(&scope, &Ready { ready: true, milliseconds: clock.now() - start });

    let answerer = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        match serde_wasm_bindgen::from_value(event.data()) {
            Ok(request) => post(&answerer, &answer(&annotator, &clock, &answerer, request)),
            Err(error) => web_sys::console::error_1(&format!("not a request: {error}").into()),
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It is needed for as long as the worker lives.
    on_message.forget();
    Ok(())
}

fn answer(annotator: &Annotator, clock: &Performance, scope: &DedicatedWorkerGlobalScope, request: Request) -> Answer {
    let Request { id, text, metadata } = request;
    let start = clock.now();
    let mut told = start;
    let document = annotator.revised(&text, &metadata, &mut |share| {
        let now = clock.now();
        if now - told >= BETWEEN {
            told = now;
            post(scope, &Progress { id, share });
        }
    });
    Answer { id, document, milliseconds: clock.now() - start, model: annotator.model() }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &impl Serialize) {
    let posted = to_js(message).map_err(JsValue::from).and_then(|message| scope.post_message(&message));
    if let Err(error) = posted {
        web_sys::console::error_1(&error);
    }
}
