//! The kernels for WebAssembly's 128-bit SIMD, with relaxed instructions if the build enables them.

use super::product::{COLUMNS, Product, ROWS};
use core::arch::wasm32::*;

#[cfg(target_feature = "relaxed-simd")]
use relaxed::{Input, LANES, Weight, add_products, read, sums_of};
#[cfg(not(target_feature = "relaxed-simd"))]
use widening::{Input, LANES, Weight, add_products, read, sums_of};

/// The vectors whose sums with a block of rows are in registers at the same time.
const VECTORS: usize = 8 / LANES;

/// # Safety
/// The product must fit (see [`Product`]), and `sums` must have room for all of its sums.
pub unsafe fn multiply(product: Product, sums: *mut i32) {
    let size = ROWS * product.columns();
    let inputs = read(product.inputs);
    // A few rows stay in the L1 cache while all vectors are multiplied with them.
    for k in 0..product.rows() / ROWS {
        let mut n = 0;
        // SAFETY: the blocks up to `rows / ROWS` and the vectors up to `count` are there.
        unsafe {
            let block = read(product.blocks.get_unchecked(k * size..(k + 1) * size));
            while n + VECTORS <= product.count {
                tile::<VECTORS>(product, block.as_ptr(), inputs.as_ptr(), n, k * ROWS, sums);
                n += VECTORS;
            }
            while n < product.count {
                tile::<1>(product, block.as_ptr(), inputs.as_ptr(), n, k * ROWS, sums);
                n += 1;
            }
        }
    }
}

/// The block of rows that begins at `row`, times `N` vectors from `first`.
#[inline]
unsafe fn tile<const N: usize>(
    product: Product,
    block: *const Weight,
    inputs: *const Input,
    first: usize,
    row: usize,
    sums: *mut i32,
) {
    let Product { starts, width, taps, stride, .. } = product;
    let mut lanes = [[i32x4_splat(0); LANES]; N];
    // SAFETY: the product fits: a block has 32 numbers for every four columns, an input reaches
    // `width` numbers from its tap, and `starts` and each vector of `sums` have as many as there are rows.
    unsafe {
        let mut weights = block;
        for tap in taps {
            let inputs = inputs.add(first * stride + tap);
            for column in (0..width).step_by(COLUMNS) {
                for (n, lanes) in lanes.iter_mut().enumerate() {
                    add_products(lanes, weights, inputs.add(n * stride + column));
                }
                weights = weights.add(COLUMNS * ROWS);
            }
        }
        for (n, lanes) in lanes.iter().enumerate() {
            for (half, sum) in sums_of(lanes).into_iter().enumerate() {
                let row = row + half * ROWS / 2;
                let start = v128_load(starts.as_ptr().add(row).cast());
                v128_store(sums.add((first + n) * product.rows() + row).cast(), i32x4_add(start, sum));
            }
        }
    }
}

/// One instruction for four products of bytes in each row, which are added to its lane. Its relaxed semantics make no
/// difference here: the inputs have 7 bits, so the sum of two products fits into 16 bits.
#[cfg(target_feature = "relaxed-simd")]
mod relaxed {
    use super::COLUMNS;
    use core::arch::wasm32::*;

    /// The vectors of sums, each for four rows.
    pub const LANES: usize = 2;
    pub type Weight = i8;
    pub type Input = u8;

    /// The numbers as they are.
    pub fn read<T>(numbers: &[T]) -> &[T] {
        numbers
    }

    /// # Safety
    /// The weights of four columns and four inputs must be readable.
    #[inline]
    pub unsafe fn add_products(lanes: &mut [v128; LANES], weights: *const i8, inputs: *const u8) {
        // SAFETY: as above.
        let input = unsafe { v128_load32_splat(inputs.cast()) };
        for (k, lane) in lanes.iter_mut().enumerate() {
            let rows = unsafe { v128_load(weights.add(4 * COLUMNS * k).cast()) };
            *lane = i32x4_relaxed_dot_i8x16_i7x16_add(rows, input, *lane);
        }
    }

    #[inline]
    pub fn sums_of(lanes: &[v128; LANES]) -> [v128; 2] {
        *lanes
    }
}

/// Two products of 16 bits at a time. The numbers are widened once, before many products.
#[cfg(not(target_feature = "relaxed-simd"))]
mod widening {
    use super::COLUMNS;
    use core::arch::wasm32::*;

    /// The vectors of sums, each for two rows with two partial sums.
    pub const LANES: usize = 4;
    pub type Weight = i16;
    pub type Input = i16;

    pub fn read<T: Copy + Into<i16>>(numbers: &[T]) -> Vec<i16> {
        numbers.iter().map(|&number| number.into()).collect()
    }

    /// # Safety
    /// The weights of four columns and four inputs must be readable.
    #[inline]
    pub unsafe fn add_products(lanes: &mut [v128; LANES], weights: *const i16, inputs: *const i16) {
        // SAFETY: as above.
        let input = unsafe { v128_load64_splat(inputs.cast()) };
        for (k, lane) in lanes.iter_mut().enumerate() {
            let rows = unsafe { v128_load(weights.add(2 * COLUMNS * k).cast()) };
            *lane = i32x4_add(*lane, i32x4_dot_i16x8(rows, input));
        }
    }

    #[inline]
    pub fn sums_of(lanes: &[v128; LANES]) -> [v128; 2] {
        let both = |a: v128, b: v128| i32x4_add(i32x4_shuffle::<0, 2, 4, 6>(a, b), i32x4_shuffle::<1, 3, 5, 7>(a, b));
        [both(lanes[0], lanes[1]), both(lanes[2], lanes[3])]
    }
}
