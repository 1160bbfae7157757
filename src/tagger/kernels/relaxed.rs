//! The product in WebAssembly's relaxed SIMD. A browser without these instructions rejects the whole module that
//! contains them. So this kernel is a module of its own (`crates/kernel`), which is added at the start if the browser
//! accepts it.

use super::{COLUMNS, Product, ROWS, interleaved, portable, starts};
use std::sync::OnceLock;

/// Writes the sums of a product. It must fit.
pub type Multiply = unsafe extern "C" fn(product: *const Product, sums: *mut i32);

static ADDED: OnceLock<Multiply> = OnceLock::new();

/// Makes new taggers use this function, if its sums are right: relaxed instructions are new, and V8 11.3 swaps the
/// factors.
///
/// # Safety
/// It must be the function `multiply` of `crates/kernel`, built with the same compiler, on the memory of this program.
pub unsafe fn add(multiply: Multiply) {
    // SAFETY: as above.
    if unsafe { is_right(multiply) } {
        // If one has been added before, it is the same.
        let _ = ADDED.set(multiply);
    }
}

/// # Safety
/// As for [`add`].
unsafe fn is_right(multiply: Multiply) -> bool {
    // With every byte, and the largest products.
    const WIDTH: usize = 8 * COLUMNS;
    const COUNT: usize = 5;
    let matrix: Vec<i8> = (0..ROWS * WIDTH).map(|k| if k < WIDTH { i8::MIN } else { k as u8 as i8 }).collect();
    let inputs: Vec<u8> = (0..COUNT * WIDTH).map(|k| if k < WIDTH { 127 } else { (k * 5 % 128) as u8 }).collect();
    let (blocks, starts) = (interleaved(&matrix, WIDTH), starts(&matrix, WIDTH));
    let product = Product {
        blocks: &blocks,
        starts: &starts,
        inputs: &inputs,
        width: WIDTH,
        taps: &[0],
        stride: WIDTH,
        count: COUNT,
    };
    let (mut sums, mut expected) = ([0; COUNT * ROWS], [0; COUNT * ROWS]);
    portable::multiply(product, &mut expected);
    // SAFETY: the product fits: rows of `WIDTH` numbers each, and as many inputs.
    unsafe { multiply(&product, sums.as_mut_ptr()) };
    sums == expected
}

/// The function that was added.
pub fn added() -> Option<Multiply> {
    ADDED.get().copied()
}
