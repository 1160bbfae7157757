//! The product with WebAssembly's relaxed SIMD, which not every engine has: one that has it not refuses
//! the whole module that names it. So it is compiled as a module of its own (`crates/kernel`), and whoever starts
//! the program adds it where it can be had.

use super::{COLUMNS, Product, ROWS, interleaved, portable, starts};
use std::sync::OnceLock;

/// Writes the sums of a product that fits.
pub type Multiply = unsafe extern "C" fn(product: *const Product, sums: *mut i32);

static ADDED: OnceLock<Multiply> = OnceLock::new();

/// From now on, taggers that are made multiply with this, if its sums are right: relaxed instructions are
/// young, and V8 11.3 takes the factors the other way round.
///
/// # Safety
/// It must be the function `multiply` of `crates/kernel`, compiled by the same compiler, on this program's memory.
pub unsafe fn add(multiply: Multiply) {
    // SAFETY: as above.
    if unsafe { is_right(multiply) } {
        // A second one is the same.
        let _ = ADDED.set(multiply);
    }
}

/// # Safety
/// As for [`add`].
unsafe fn is_right(multiply: Multiply) -> bool {
    // All bytes, and the largest products.
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

pub fn added() -> Option<Multiply> {
    ADDED.get().copied()
}
