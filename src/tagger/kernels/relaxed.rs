//! The product with WebAssembly's relaxed SIMD, which not every engine has: one that has it not refuses
//! the whole module that names it. So it is compiled as a module of its own (`kernel/`), and whoever starts
//! the program adds it where it can be had.

use super::Product;
use std::sync::OnceLock;

/// Writes the sums of a product that fits.
pub type Multiply = unsafe extern "C" fn(product: *const Product, sums: *mut i32);

static ADDED: OnceLock<Multiply> = OnceLock::new();

/// From now on, taggers that are made multiply with this.
///
/// # Safety
/// It must be the function `multiply` of `kernel/`, compiled by the same compiler, on this program's memory.
pub unsafe fn add(multiply: Multiply) {
    // A second one is the same.
    let _ = ADDED.set(multiply);
}

pub fn added() -> Option<Multiply> {
    ADDED.get().copied()
}
