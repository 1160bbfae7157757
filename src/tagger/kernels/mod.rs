//! The hot loops: integer matrix products, and the functions between them.
//!
//! Each has a portable version, which is the reference, and versions for AVX2 and for WebAssembly's SIMD. All of them
//! give the same bits: integer sums do not depend on their order, and the floating-point part is the same sequence of
//! operations on every number (without fused multiply-add, which rounds differently).
//!
//! A matrix is stored in blocks of [`ROWS`] rows, and in a block [`COLUMNS`] elements of each row alternate. This is
//! the layout for instructions that multiply bytes and add four products: there is one row in each lane, so that no
//! sum across lanes is needed. These instructions take one factor with a sign and one without. So the weights have
//! signs and the inputs are stored plus `ZERO`. That adds to each row's sum a number that does not depend on the
//! input, and the value that the sum starts with subtracts it.

pub mod portable;
mod product;

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "wasm32")]
pub mod relaxed;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128;

pub use product::{COLUMNS, Product, ROWS};

use super::activation::ZERO;

/// A version of the kernels.
#[derive(Clone, Copy, Debug)]
pub enum Kernel {
    Portable,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// AVX2 with the instruction that was made for these products.
    #[cfg(target_arch = "x86_64")]
    AvxVnni,
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128,
    /// SIMD with relaxed instructions, from a module that was added when the program started.
    #[cfg(target_arch = "wasm32")]
    Relaxed(relaxed::Multiply),
}

/// The values that the sums of a matrix with these rows start with.
pub fn starts(rows: &[i8], columns: usize) -> Vec<i32> {
    rows.chunks_exact(columns).map(|row| -i32::from(ZERO) * row.iter().map(|&w| i32::from(w)).sum::<i32>()).collect()
}

/// The elements of a matrix, given row by row, in the order of the blocks.
pub fn interleaved(rows: &[i8], columns: usize) -> Vec<i8> {
    let mut out = Vec::with_capacity(rows.len());
    for block in rows.chunks_exact(ROWS * columns) {
        for column in (0..columns).step_by(COLUMNS) {
            for row in block.chunks_exact(columns) {
                out.extend_from_slice(&row[column..column + COLUMNS]);
            }
        }
    }
    out
}

/// Adds to a token's vector the output of a gated layer: `a` · sigmoid(`b`). Both are given as integer sums, each as
/// long as the vector.
#[derive(Debug)]
pub struct Gate<'a> {
    pub sums: &'a [i32],
    /// The value of one unit of each sum.
    pub scales: &'a [f32],
    pub bias: &'a [f32],
    pub out: &'a mut [f32],
}

impl Kernel {
    /// The versions that run on this machine, the fastest one last.
    pub fn all() -> Vec<Kernel> {
        let mut all = vec![Kernel::Portable];
        #[cfg(target_arch = "x86_64")]
        {
            if std::arch::is_x86_feature_detected!("avx2") {
                all.push(Kernel::Avx2);
                if std::arch::is_x86_feature_detected!("avxvnni") {
                    all.push(Kernel::AvxVnni);
                }
            }
        }
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        all.push(Kernel::Simd128);
        #[cfg(target_arch = "wasm32")]
        all.extend(relaxed::added().map(Kernel::Relaxed));
        all
    }

    /// The fastest version that runs on this machine.
    pub fn best() -> Kernel {
        Kernel::all().pop().unwrap_or(Kernel::Portable)
    }

    pub fn name(self) -> &'static str {
        match self {
            Kernel::Portable => "portable",
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => "avx2",
            #[cfg(target_arch = "x86_64")]
            Kernel::AvxVnni => "avx-vnni",
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kernel::Simd128 => "simd128",
            #[cfg(target_arch = "wasm32")]
            Kernel::Relaxed(_) => "relaxed-simd",
        }
    }

    /// Writes the products with all vectors, one after another.
    pub fn multiply(self, product: Product, sums: &mut [i32]) {
        assert!(product.fits(sums));
        match self {
            Kernel::Portable => portable::multiply(product, sums),
            // SAFETY: `all` found AVX2, and the lengths were checked above.
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => unsafe { avx2::multiply(product, sums) },
            // SAFETY: `all` found AVX-VNNI, and the lengths were checked above.
            #[cfg(target_arch = "x86_64")]
            Kernel::AvxVnni => unsafe { avx2::multiply_vnni(product, sums) },
            // SAFETY: the lengths were checked above.
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kernel::Simd128 => unsafe { simd128::multiply(product, sums.as_mut_ptr()) },
            // SAFETY: the lengths were checked above, and the function is the one that `relaxed` describes.
            #[cfg(target_arch = "wasm32")]
            Kernel::Relaxed(multiply) => unsafe { multiply(&product, sums.as_mut_ptr()) },
        }
    }

    // A browser compiles a function that runs for long a second time, for speed. For a small function this is done at
    // once, for a large one it takes as long as a short article. So these are not inlined into their callers.

    #[inline(never)]
    pub fn gate(self, gate: Gate) {
        match self {
            // SAFETY: `all` found AVX2.
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 | Kernel::AvxVnni => unsafe { avx2::gate(gate) },
            _ => portable::gate(gate),
        }
    }

    /// The vector in fixed point, scaled to a mean square of 1 (RMS norm; Zhang and Sennrich, 2019).
    #[inline(never)]
    pub fn normalise(self, vector: &[f32], out: &mut [u8]) {
        match self {
            // SAFETY: `all` found AVX2.
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 | Kernel::AvxVnni => unsafe { avx2::normalise(vector, out) },
            _ => portable::normalise(vector, out),
        }
    }

    /// Turns scores into the logarithms of their probabilities.
    #[inline(never)]
    pub fn log_softmax(self, scores: &mut [f32]) {
        match self {
            // SAFETY: `all` found AVX2.
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 | Kernel::AvxVnni => unsafe { avx2::log_softmax(scores) },
            _ => portable::log_softmax(scores),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::testing::Noise;

    #[test]
    fn every_kernel_gives_the_same_products() {
        let mut noise = Noise::new(1);
        for (rows, width, taps, count) in [
            (8, 4, vec![0], 1),
            (8, 12, vec![12, 0], 5),
            (40, 64, vec![0, 64, 192], 7),
            (256, 128, vec![0, 256, 512], 13),
            (24, 16, vec![0], 0),
        ] {
            let columns = width * taps.len();
            // With the largest products among them: no kernel may saturate.
            let matrix: Vec<i8> =
                (0..rows * columns).map(|k| if k < columns { -128 } else { noise.int(127) as i8 }).collect();
            let inputs: Vec<u8> = (0..(count + 8) * width).map(|_| (noise.int(80).clamp(-64, 63) + 64) as u8).collect();
            let mut expected = Vec::new();
            for n in 0..count {
                let vector: Vec<u8> =
                    taps.iter().flat_map(|tap| &inputs[n * width + tap..][..width]).copied().collect();
                for row in matrix.chunks(columns) {
                    expected
                        .push(row.iter().zip(&vector).map(|(&a, &b)| i32::from(a) * (i32::from(b) - 64)).sum::<i32>());
                }
            }
            let (blocks, starts) = (interleaved(&matrix, columns), starts(&matrix, columns));
            let product =
                Product { blocks: &blocks, starts: &starts, inputs: &inputs, width, taps: &taps, stride: width, count };
            for kernel in Kernel::all() {
                let mut sums = vec![0; count * rows];
                kernel.multiply(product, &mut sums);
                assert_eq!(sums, expected, "{kernel:?} {rows}x{width}, {count} inputs");
            }
        }
    }

    #[test]
    fn every_kernel_computes_the_same_floats() {
        let mut noise = Noise::new(2);
        for width in [1, 7, 8, 128] {
            let sums: Vec<i32> = (0..2 * width).map(|_| noise.int(1_000_000)).collect();
            let scales: Vec<f32> = (0..2 * width).map(|_| noise.float(1e-5)).collect();
            let bias: Vec<f32> = (0..2 * width).map(|_| noise.float(2.0)).collect();
            let begin: Vec<f32> = (0..width).map(|_| noise.float(3.0)).collect();
            let run = |kernel: Kernel| {
                let (mut out, mut normed) = (begin.clone(), vec![0; width]);
                kernel.gate(Gate { sums: &sums, scales: &scales, bias: &bias, out: &mut out });
                kernel.normalise(&out, &mut normed);
                kernel.log_softmax(&mut out);
                (out.iter().map(|x| x.to_bits()).collect::<Vec<_>>(), normed)
            };
            for kernel in Kernel::all() {
                assert_eq!(run(Kernel::Portable), run(kernel), "{kernel:?}");
            }
        }
    }

    #[test]
    fn probabilities_add_up_to_one() {
        let mut scores: Vec<f32> = (0..73).map(|i| (i * 37 % 19) as f32 - 40.0).collect();
        Kernel::best().log_softmax(&mut scores);
        let total: f32 = scores.iter().map(|&s| crate::tagger::exp(s)).sum();
        assert!((total - 1.0).abs() < 1e-5, "{total}");
    }

    #[test]
    fn a_product_outside_its_slices_does_not_fit() {
        let product =
            Product { blocks: &[0; 32], starts: &[0; 8], inputs: &[0; 7], width: 4, taps: &[0], stride: 4, count: 2 };
        assert!(!product.fits(&[0; 16]));
        assert!(Product { count: 1, ..product }.fits(&[0; 8]));
        assert!(!Product { count: 1, ..product }.fits(&[0; 7]));
    }
}
