//! The kernels in plain Rust: the reference for the others, and the fallback.

use super::{COLUMNS, Gate, Product, ROWS};
use crate::tagger::activation::{NORMED_ONE, exp, fixed, ln, sigmoid};

pub fn multiply(product: Product, sums: &mut [i32]) {
    let Product { blocks, starts, inputs, width, taps, stride, count } = product;
    let (rows, columns) = (product.rows(), width * taps.len());
    for n in 0..count {
        let sums = &mut sums[n * rows..][..rows];
        sums.copy_from_slice(starts);
        for (block, sums) in blocks.chunks_exact(ROWS * columns).zip(sums.chunks_exact_mut(ROWS)) {
            for (weights, tap) in block.chunks_exact(ROWS * width).zip(taps) {
                let input = &inputs[n * stride + tap..][..width];
                for (weights, input) in weights.chunks_exact(COLUMNS * ROWS).zip(input.chunks_exact(COLUMNS)) {
                    for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(COLUMNS)) {
                        *sum += weights.iter().zip(input).map(|(&w, &x)| i32::from(w) * i32::from(x)).sum::<i32>();
                    }
                }
            }
        }
    }
}

// The following are also inlined into the AVX2 version, where the compiler vectorises them for wider registers.

#[inline(always)]
pub fn gate(gate: Gate) {
    let width = gate.out.len();
    let half = |k: usize| {
        (&gate.sums[k * width..][..width], &gate.scales[k * width..][..width], &gate.bias[k * width..][..width])
    };
    let ((a, a_scale, a_bias), (b, b_scale, b_bias)) = (half(0), half(1));
    for (j, out) in gate.out.iter_mut().enumerate() {
        let value = a[j] as f32 * a_scale[j] + a_bias[j];
        let open = b[j] as f32 * b_scale[j] + b_bias[j];
        *out += value * sigmoid(open);
    }
}

#[inline(always)]
pub fn normalise(vector: &[f32], out: &mut [u8]) {
    let mean = sum(vector, |x| x * x) / vector.len() as f32;
    let factor = 1.0 / (mean + 1e-6).sqrt();
    for (o, &x) in out.iter_mut().zip(vector) {
        *o = fixed(x * factor, NORMED_ONE);
    }
}

/// Turns scores into the logarithms of their probabilities.
#[inline(always)]
pub fn log_softmax(scores: &mut [f32]) {
    let highest = scores.iter().fold(f32::NEG_INFINITY, |a, &b| if b > a { b } else { a });
    let log = highest + ln(sum(scores, |x| exp(x - highest)));
    for score in scores {
        *score -= log;
    }
}

/// The sum of a function's values, as eight partial sums: the order is the same for every vector width.
#[inline(always)]
fn sum(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0f32; 8];
    let chunks = values.chunks_exact(8);
    let rest = chunks.remainder();
    for chunk in chunks {
        for (sum, &x) in sums.iter_mut().zip(chunk) {
            *sum += of(x);
        }
    }
    for (sum, &x) in sums.iter_mut().zip(rest) {
        *sum += of(x);
    }
    sums.iter().sum()
}
