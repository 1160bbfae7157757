//! The kernels for x86-64 machines with AVX2.

use super::{Gate, Product, ROWS, portable};
use core::arch::x86_64::*;

/// Vectors, and blocks of rows, whose sums are in registers together. Of the 16 registers, 8 take
/// sums; with 12 the compiler ran out of them and was slower by a quarter.
const VECTORS: usize = 4;
const BLOCKS: usize = 2;

/// # Safety
/// Needs AVX2, and a product that fits (see [`super::Product`]).
#[target_feature(enable = "avx2")]
pub unsafe fn multiply(product: Product, sums: &mut [i32]) {
    let rows = product.rows();
    let mut row = 0;
    // A few rows stay in the first cache while all vectors pass over them.
    while row < rows {
        let blocks = ((rows - row) / ROWS).min(BLOCKS);
        let mut n = 0;
        while n < product.count {
            let vectors = (product.count - n).min(VECTORS);
            // SAFETY: rows up to `row + blocks * ROWS` and vectors up to `n + vectors` are there.
            unsafe {
                match (vectors, blocks) {
                    (VECTORS, BLOCKS) => tile::<VECTORS, BLOCKS>(product, n, row, sums),
                    (VECTORS, _) => tile::<VECTORS, 1>(product, n, row, sums),
                    _ => {
                        for n in n..n + vectors {
                            for block in 0..blocks {
                                tile::<1, 1>(product, n, row + block * ROWS, sums);
                            }
                        }
                    }
                }
            }
            n += vectors;
        }
        row += blocks * ROWS;
    }
}

/// `B` blocks of rows from `row` times `N` vectors from `first`.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn tile<const N: usize, const B: usize>(product: Product, first: usize, row: usize, sums: &mut [i32]) {
    let Product { blocks, inputs, width, taps, stride, .. } = product;
    let (rows, columns) = (product.rows(), width * taps.len());
    let mut lanes = [[_mm256_setzero_si256(); B]; N];
    // SAFETY: the product fits: a block has 16 numbers for every pair of columns, an input reaches
    // `width` numbers from its tap, and `sums` has a row of `rows` numbers for each vector.
    unsafe {
        let mut weights = blocks.as_ptr().add(row * columns);
        for tap in taps {
            let inputs = inputs.as_ptr().add(first * stride + tap);
            for pair in 0..width / 2 {
                let mut w = [_mm256_setzero_si256(); B];
                for (b, w) in w.iter_mut().enumerate() {
                    *w = _mm256_loadu_si256(weights.add(b * ROWS * columns).cast());
                }
                for (n, lanes) in lanes.iter_mut().enumerate() {
                    let input = _mm256_set1_epi32(inputs.add(n * stride + 2 * pair).cast::<i32>().read_unaligned());
                    for (lane, &w) in lanes.iter_mut().zip(&w) {
                        *lane = _mm256_add_epi32(*lane, _mm256_madd_epi16(w, input));
                    }
                }
                weights = weights.add(2 * ROWS);
            }
        }
        for (n, lanes) in lanes.iter().enumerate() {
            for (b, &lane) in lanes.iter().enumerate() {
                _mm256_storeu_si256(sums.as_mut_ptr().add((first + n) * rows + row + b * ROWS).cast(), lane);
            }
        }
    }
}

/// # Safety
/// Needs AVX2.
#[target_feature(enable = "avx2")]
pub unsafe fn gate(gate: Gate) {
    portable::gate(gate);
}

/// # Safety
/// Needs AVX2.
#[target_feature(enable = "avx2")]
pub unsafe fn normalise(vector: &[f32], out: &mut [i16]) {
    portable::normalise(vector, out);
}

/// # Safety
/// Needs AVX2.
#[target_feature(enable = "avx2")]
pub unsafe fn log_softmax(scores: &mut [f32]) {
    portable::log_softmax(scores);
}
