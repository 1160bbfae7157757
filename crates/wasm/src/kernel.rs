//! Links the engine to its kernel in relaxed SIMD (`crates/kernel`), where there is one in the build and the browser
//! has the instructions.
//!
//! The kernel's function goes into the engine's own table of functions. Its place there is what a function
//! pointer is in WebAssembly, so a call of it is a call like any other and does not pass through
//! JavaScript.

use js_sys::{Object, Reflect, Uint8Array, WebAssembly};
use newsmark::tagger::kernels::relaxed::{self, Multiply};
use std::sync::Once;
use wasm_bindgen::prelude::*;

/// The module's bytes; `scripts/wasm.sh` says where they are.
#[cfg(newsmark_kernel)]
const KERNEL: &[u8] = include_bytes!(env!("NEWSMARK_KERNEL"));
#[cfg(not(newsmark_kernel))]
const KERNEL: &[u8] = &[];

/// Does what it can, once. Without a kernel everything works, at half the speed.
pub fn link() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let _ = linked();
    });
}

fn linked() -> Result<(), JsValue> {
    let bytes: JsValue = Uint8Array::from(KERNEL).into();
    if !WebAssembly::validate(&bytes)? {
        return Ok(());
    }
    let environment = Object::new();
    Reflect::set(&environment, &"memory".into(), &wasm_bindgen::memory())?;
    let imports = Object::new();
    Reflect::set(&imports, &"env".into(), &environment)?;
    let kernel = WebAssembly::Instance::new(&WebAssembly::Module::new(&bytes)?, &imports)?;
    let multiply = Reflect::get(&kernel.exports(), &"multiply".into())?;

    let table: WebAssembly::Table = wasm_bindgen::function_table().unchecked_into();
    let place = table.grow(1)?;
    table.set(place, multiply.unchecked_ref())?;
    // SAFETY: in WebAssembly a function pointer is a place in this table, and the function that was just
    // put there has this type.
    let multiply = unsafe { core::mem::transmute::<usize, Multiply>(place as usize) };
    // SAFETY: it was compiled with this module, and given this module's memory.
    unsafe { relaxed::add(multiply) };
    Ok(())
}
