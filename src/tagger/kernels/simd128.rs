//! The kernels for WebAssembly's 128-bit SIMD.

use super::{Product, ROWS};
use core::arch::wasm32::*;

/// Vectors whose sums with a block of rows are in registers together.
const VECTORS: usize = 4;

/// # Safety
/// Needs a product that fits (see [`super::Product`]).
pub unsafe fn multiply(product: Product, sums: &mut [i32]) {
    // A few rows stay in the first cache while all vectors pass over them.
    for row in (0..product.rows()).step_by(ROWS) {
        let mut n = 0;
        // SAFETY: the rows from `row` and the vectors up to `count` are there.
        unsafe {
            while n + VECTORS <= product.count {
                tile::<VECTORS>(product, n, row, sums);
                n += VECTORS;
            }
            while n < product.count {
                tile::<1>(product, n, row, sums);
                n += 1;
            }
        }
    }
}

/// A block of rows from `row` times `N` vectors from `first`.
#[inline]
unsafe fn tile<const N: usize>(product: Product, first: usize, row: usize, sums: &mut [i32]) {
    let Product { blocks, inputs, width, taps, stride, .. } = product;
    let (rows, columns) = (product.rows(), width * taps.len());
    let mut lanes = [[i32x4_splat(0); 2]; N];
    // SAFETY: the product fits: a block has 16 numbers for every pair of columns, an input reaches
    // `width` numbers from its tap, and `sums` has a row of `rows` numbers for each vector.
    unsafe {
        let mut weights = blocks.as_ptr().add(row * columns);
        for tap in taps {
            let inputs = inputs.as_ptr().add(first * stride + tap);
            for pair in 0..width / 2 {
                let (low, high) = (v128_load(weights.cast()), v128_load(weights.add(ROWS).cast()));
                for (n, lanes) in lanes.iter_mut().enumerate() {
                    let input = v128_load32_splat(inputs.add(n * stride + 2 * pair).cast());
                    lanes[0] = i32x4_add(lanes[0], i32x4_dot_i16x8(low, input));
                    lanes[1] = i32x4_add(lanes[1], i32x4_dot_i16x8(high, input));
                }
                weights = weights.add(2 * ROWS);
            }
        }
        for (n, lanes) in lanes.iter().enumerate() {
            let out = sums.as_mut_ptr().add((first + n) * rows + row);
            v128_store(out.cast(), lanes[0]);
            v128_store(out.add(ROWS / 2).cast(), lanes[1]);
        }
    }
}
