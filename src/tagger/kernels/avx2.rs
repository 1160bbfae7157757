//! The kernels for x86-64 with AVX2, or with AVX-VNNI as well.

use super::{COLUMNS, Gate, Product, ROWS, portable};
use core::arch::x86_64::*;

/// The vectors, and the blocks of rows, whose sums are in registers at the same time. 8 of the 16 registers hold
/// sums; with 12 the compiler spilled some, and the code was a quarter slower.
const VECTORS: usize = 4;
const BLOCKS: usize = 2;

/// The loops over a matrix for one set of instructions, in a function that enables them.
macro_rules! multiply {
    ($features:literal, $name:ident, $tile:ident, $add_products:ident) => {
        /// # Safety
        /// The machine must have the instructions, and the product must fit (see [`super::Product`]).
        #[target_feature(enable = $features)]
        pub unsafe fn $name(product: Product, sums: &mut [i32]) {
            let rows = product.rows();
            let mut row = 0;
            // A few rows stay in the L1 cache while all vectors are multiplied with them.
            while row < rows {
                let blocks = ((rows - row) / ROWS).min(BLOCKS);
                let mut n = 0;
                while n < product.count {
                    let vectors = (product.count - n).min(VECTORS);
                    // SAFETY: rows up to `row + blocks * ROWS` and vectors up to `n + vectors` are there.
                    unsafe {
                        match (vectors, blocks) {
                            (VECTORS, BLOCKS) => $tile::<VECTORS, BLOCKS>(product, n, row, sums),
                            (VECTORS, _) => $tile::<VECTORS, 1>(product, n, row, sums),
                            _ => {
                                for n in n..n + vectors {
                                    for block in 0..blocks {
                                        $tile::<1, 1>(product, n, row + block * ROWS, sums);
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
        #[target_feature(enable = $features)]
        unsafe fn $tile<const N: usize, const B: usize>(product: Product, first: usize, row: usize, sums: &mut [i32]) {
            let Product { blocks, starts, inputs, width, taps, stride, .. } = product;
            let (rows, columns) = (product.rows(), width * taps.len());
            let mut lanes = [[_mm256_setzero_si256(); B]; N];
            // SAFETY: the product fits: a block has 32 numbers for every four columns, an input reaches
            // `width` numbers from its tap, and `starts` and each vector of `sums` have `rows` numbers.
            unsafe {
                for lanes in &mut lanes {
                    for (b, lane) in lanes.iter_mut().enumerate() {
                        *lane = _mm256_loadu_si256(starts.as_ptr().add(row + b * ROWS).cast());
                    }
                }
                let mut weights = blocks.as_ptr().add(row * columns);
                for tap in taps {
                    let inputs = inputs.as_ptr().add(first * stride + tap);
                    for column in (0..width).step_by(COLUMNS) {
                        let mut w = [_mm256_setzero_si256(); B];
                        for (b, w) in w.iter_mut().enumerate() {
                            *w = _mm256_loadu_si256(weights.add(b * ROWS * columns).cast());
                        }
                        for (n, lanes) in lanes.iter_mut().enumerate() {
                            let input =
                                _mm256_set1_epi32(inputs.add(n * stride + column).cast::<i32>().read_unaligned());
                            for (lane, &w) in lanes.iter_mut().zip(&w) {
                                *lane = $add_products(*lane, w, input);
                            }
                        }
                        weights = weights.add(COLUMNS * ROWS);
                    }
                }
                for (n, lanes) in lanes.iter().enumerate() {
                    for (b, &lane) in lanes.iter().enumerate() {
                        _mm256_storeu_si256(sums.as_mut_ptr().add((first + n) * rows + row + b * ROWS).cast(), lane);
                    }
                }
            }
        }
    };
}

multiply!("avx2", multiply, tile, add_products);
multiply!("avx2,avxvnni", multiply_vnni, tile_vnni, add_products_vnni);

/// Adds to each lane four products of bytes. Two of them fit into 16 bits, as the inputs have 7.
#[inline]
#[target_feature(enable = "avx2")]
fn add_products(lane: __m256i, weights: __m256i, inputs: __m256i) -> __m256i {
    let pairs = _mm256_maddubs_epi16(inputs, weights);
    _mm256_add_epi32(lane, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
}

#[inline]
#[target_feature(enable = "avx2,avxvnni")]
fn add_products_vnni(lane: __m256i, weights: __m256i, inputs: __m256i) -> __m256i {
    _mm256_dpbusd_avx_epi32(lane, inputs, weights)
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
pub unsafe fn normalise(vector: &[f32], out: &mut [u8]) {
    portable::normalise(vector, out);
}

/// # Safety
/// Needs AVX2.
#[target_feature(enable = "avx2")]
pub unsafe fn log_softmax(scores: &mut [f32]) {
    portable::log_softmax(scores);
}
