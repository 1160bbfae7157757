//! Newsmark's matrix product in relaxed SIMD, as a WebAssembly module of one function. Browsers without relaxed SIMD reject
//! every module that contains it, so it cannot be part of the engine. The engine contains this module as data, and links it
//! when it starts if the browser accepts it (`crates/wasm/src/kernel.rs`).
//!
//! The module works in the engine's memory, so it must have no data and no stack of its own. `scripts/wasm.sh` checks that.

#![cfg(target_arch = "wasm32")]

#[path = "../../../src/tagger/kernels/product.rs"]
#[allow(dead_code, reason = "the caller checks the product")]
mod product;
#[path = "../../../src/tagger/kernels/simd128.rs"]
mod simd128;

/// Computes the sums of a product.
///
/// # Safety
/// The product must be valid, and `sums` must have room for all of its sums.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn multiply(product: *const product::Product, sums: *mut i32) {
    // SAFETY: as above.
    unsafe { simd128::multiply(*product, sums) }
}
