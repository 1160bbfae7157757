//! One function, as a WebAssembly module of a few hundred bytes: the engine's matrix product in relaxed
//! SIMD. An engine without those instructions refuses every module that has them, so they may not stand in
//! the large one. The large one carries this as data and links it to itself when it starts, where it can
//! (`crates/wasm/src/kernel.rs`).
//!
//! It works on the memory of the engine, and so it must have nothing of its own in there: no data, no
//! stack. `scripts/wasm.sh` makes sure of that.

#![cfg(target_arch = "wasm32")]

#[path = "../../../src/tagger/kernels/product.rs"]
#[allow(dead_code, reason = "what a product must be is for the caller to check")]
mod product;
#[path = "../../../src/tagger/kernels/simd128.rs"]
mod simd128;

/// Writes the sums of a product.
///
/// # Safety
/// The product must fit, and `sums` have room for all that it gives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn multiply(product: *const product::Product, sums: *mut i32) {
    // SAFETY: as above.
    unsafe { simd128::multiply(*product, sums) }
}
