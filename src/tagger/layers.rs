//! The parts of the network: gated dilated convolutions, the document memory, the heads.
//!
//! A token's vector *h* is a residual stream of floats: each part reads it through an RMS norm, in fixed point, and
//! adds to it. All tokens of a block pass one layer before the next layer begins.

use super::activation::{NORMED_ONE, UNIT_ONE, ZERO, fixed, tanh};
use super::kernels::{Gate, Kernel};
use super::matrix::Matrix;
use super::model_file::{ModelError, ModelFile};
use core::ops::Range;
use std::collections::HashMap;

/// The number of tokens computed at a time: few enough for their sums to stay in the L1 cache.
const GROUP: usize = 16;

/// The most values that the document memory keeps for a name: the sum of their products with 8-bit weights fits into
/// 32 bits.
const LARGEST_MEMORY: usize = 4096;

/// Buffers that the parts share, so that nothing is allocated per token.
#[derive(Default)]
pub struct Scratch {
    normed: Vec<u8>,
    sums: Vec<i32>,
}

/// h += a · sigmoid(b), where (a, b) = W [n before; n; n after] + bias and n is the normed h, zero
/// outside the block (van den Oord et al., 2016; Strubell et al., EMNLP 2017).
struct Layer {
    dilation: usize,
    weights: Matrix,
    bias: Vec<f32>,
}

/// A stack of layers.
pub struct Branch {
    width: usize,
    layers: Vec<Layer>,
}

impl Branch {
    /// Reads NAME.0.w, NAME.0.b, …; their dilations are in the file's `meta` as `dilations.NAME`.
    pub fn read(file: &ModelFile, name: &str, width: usize) -> Result<Branch, ModelError> {
        let key = format!("dilations.{name}");
        let list = file.meta(&key)?;
        let mut layers = Vec::new();
        for (i, number) in list.split(',').filter(|n| !n.is_empty()).enumerate() {
            let dilation = number.trim().parse().map_err(|_| file.wrong_meta(&key))?;
            let prefix = format!("{name}.{i}");
            let weights = Matrix::read(file, &format!("{prefix}.w"), 3 * width, NORMED_ONE)?;
            weights.expect_rows(file, &format!("{prefix}.w"), 2 * width)?;
            layers.push(Layer { dilation, weights, bias: file.tensor(&format!("{prefix}.b"))?.vector(2 * width)? });
        }
        Ok(Branch { width, layers })
    }

    /// How many tokens to either side a token sees.
    pub fn reach(&self) -> usize {
        self.layers.iter().map(|layer| layer.dilation).sum()
    }

    /// Runs the layers on the vectors of one block's tokens.
    pub fn run(&self, kernel: Kernel, h: &mut [f32], scratch: &mut Scratch) {
        let width = self.width;
        let tokens = h.len() / width;
        // The block's normed vectors, padded with zeros as far as a layer reaches.
        let margin = self.layers.iter().map(|l| l.dilation.min(tokens)).max().unwrap_or(0);
        scratch.normed.clear();
        scratch.normed.resize((tokens + 2 * margin) * width, ZERO);
        for layer in &self.layers {
            normalise(kernel, h, width, &mut scratch.normed[margin * width..]);
            let height = layer.weights.height();
            let reach = layer.dilation.min(tokens);
            let taps = [(margin - reach) * width, margin * width, (margin + reach) * width];
            scratch.sums.resize(GROUP * height, 0);
            for (g, group) in h.chunks_mut(GROUP * width).enumerate() {
                let inputs = &scratch.normed[g * GROUP * width..];
                layer.weights.convolve(kernel, inputs, &taps, group.len() / width, &mut scratch.sums);
                for (out, sums) in group.chunks_exact_mut(width).zip(scratch.sums.chunks_exact(height)) {
                    kernel.gate(Gate { sums, scales: layer.weights.scales(), bias: &layer.bias, out });
                }
            }
        }
    }
}

fn normalise(kernel: Kernel, h: &[f32], width: usize, out: &mut [u8]) {
    for (vector, out) in h.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        kernel.normalise(vector, out);
    }
}

/// The document memory: what the mentions of a name show, each in its own context, is averaged over the whole
/// document and added to all of them.
pub struct Memory {
    width: usize,
    weights: Matrix,
    bias: Vec<f32>,
    back: Matrix,
}

impl Memory {
    pub fn read(file: &ModelFile, width: usize) -> Result<Memory, ModelError> {
        let weights = Matrix::read(file, "mem.w", width, NORMED_ONE)?;
        if weights.rows() > LARGEST_MEMORY {
            return Err(file
                .tensor("mem.w")?
                .wrong(format!("has {} rows, more than {LARGEST_MEMORY}", weights.rows())));
        }
        let bias = file.tensor("mem.b")?.vector(weights.rows())?;
        let back = Matrix::read(file, "mem.out", weights.rows(), UNIT_ONE)?;
        back.expect_rows(file, "mem.out", width)?;
        Ok(Memory { width, weights, bias, back })
    }

    /// Averages over the mentions of each name. `keys`: each token's name, if it has one.
    pub fn recall(&self, kernel: Kernel, keys: &[Option<u64>], h: &[f32], scratch: &mut Scratch) -> Recalled {
        let mut numbers: HashMap<u64, usize> = HashMap::new();
        let known: Vec<(usize, usize)> = keys
            .iter()
            .enumerate()
            .filter_map(|(token, key)| {
                let next = numbers.len();
                key.map(|key| (token, *numbers.entry(key).or_insert(next)))
            })
            .collect();
        let size = self.bias.len();
        let mut shown = vec![0.0f32; numbers.len() * size];
        let mut counts = vec![0.0f32; numbers.len()];
        let height = self.weights.height();
        scratch.normed.resize(GROUP * self.width, ZERO);
        scratch.sums.resize(GROUP * height, 0);
        for group in known.chunks(GROUP) {
            for (&(token, _), out) in group.iter().zip(scratch.normed.chunks_exact_mut(self.width)) {
                kernel.normalise(&h[token * self.width..][..self.width], out);
            }
            self.weights.multiply(kernel, &scratch.normed, group.len(), &mut scratch.sums);
            for (&(_, number), sums) in group.iter().zip(scratch.sums.chunks_exact(height)) {
                counts[number] += 1.0;
                let shown = &mut shown[number * size..][..size];
                for (j, value) in shown.iter_mut().enumerate() {
                    *value += tanh(sums[j] as f32 * self.weights.scales()[j] + self.bias[j]);
                }
            }
        }
        let stride = Matrix::width_for(size);
        let mut means = vec![ZERO; counts.len() * stride];
        for ((mean, shown), count) in means.chunks_exact_mut(stride).zip(shown.chunks_exact(size)).zip(counts) {
            for (m, s) in mean.iter_mut().zip(shown) {
                *m = fixed(s / count, UNIT_ONE);
            }
        }
        Recalled { known, means, stride }
    }

    /// Adds the averages to the tokens that have a name.
    pub fn give_back(&self, kernel: Kernel, recalled: &Recalled, h: &mut [f32], scratch: &mut Scratch) {
        let (stride, height) = (recalled.stride, self.back.height());
        let mut added = vec![0.0f32; recalled.means.len() / stride * self.width];
        scratch.sums.resize(GROUP * height, 0);
        for (means, added) in recalled.means.chunks(GROUP * stride).zip(added.chunks_mut(GROUP * self.width)) {
            self.back.multiply(kernel, means, means.len() / stride, &mut scratch.sums);
            for (added, sums) in added.chunks_exact_mut(self.width).zip(scratch.sums.chunks_exact(height)) {
                for (j, a) in added.iter_mut().enumerate() {
                    *a = sums[j] as f32 * self.back.scales()[j];
                }
            }
        }
        for &(token, number) in &recalled.known {
            let h = &mut h[token * self.width..][..self.width];
            for (h, x) in h.iter_mut().zip(&added[number * self.width..]) {
                *h += x;
            }
        }
    }
}

/// The average for each name of a document, in fixed point.
pub struct Recalled {
    /// The tokens that have a name, in order, and the number of that name.
    known: Vec<(usize, usize)>,
    means: Vec<u8>,
    /// The distance from one name's values to the next one's.
    stride: usize,
}

impl Recalled {
    /// All averages that the tokens of a block receive.
    pub fn given(&self, block: &Range<usize>) -> Vec<u8> {
        self.each(block).flat_map(|(_, mean)| mean).copied().collect()
    }

    /// The tokens that receive other averages than before, counted from the block's first.
    pub fn changed(&self, block: &Range<usize>, before: &[u8]) -> Vec<usize> {
        let pairs = self.each(block).zip(before.chunks_exact(self.stride));
        pairs.filter(|((_, mean), before)| mean != before).map(|((token, _), _)| token - block.start).collect()
    }

    fn each(&self, block: &Range<usize>) -> impl Iterator<Item = (usize, &[u8])> {
        let index = |token| self.known.partition_point(|known| known.0 < token);
        let known = &self.known[index(block.start)..index(block.end)];
        known.iter().map(|&(token, number)| (token, &self.means[number * self.stride..][..self.stride]))
    }
}

/// A linear layer on the normed vectors: the scores of each token.
pub struct Head {
    width: usize,
    weights: Matrix,
    bias: Vec<f32>,
}

impl Head {
    /// Reads NAME.w and NAME.b, which must have this many rows.
    pub fn read(file: &ModelFile, name: &str, width: usize, scores: usize) -> Result<Head, ModelError> {
        let tensor = format!("{name}.w");
        let weights = Matrix::read(file, &tensor, width, NORMED_ONE)?;
        weights.expect_rows(file, &tensor, scores)?;
        Ok(Head { width, weights, bias: file.tensor(&format!("{name}.b"))?.vector(scores)? })
    }

    /// Writes the scores of each token of a block.
    pub fn run(&self, kernel: Kernel, h: &[f32], scratch: &mut Scratch, scores: &mut [f32]) {
        let (count, height) = (self.bias.len(), self.weights.height());
        scratch.normed.resize(GROUP * self.width, ZERO);
        scratch.sums.resize(GROUP * height, 0);
        for (group, scores) in h.chunks(GROUP * self.width).zip(scores.chunks_mut(GROUP * count)) {
            normalise(kernel, group, self.width, &mut scratch.normed);
            self.weights.multiply(kernel, &scratch.normed, group.len() / self.width, &mut scratch.sums);
            for (scores, sums) in scores.chunks_exact_mut(count).zip(scratch.sums.chunks_exact(height)) {
                for (j, score) in scores.iter_mut().enumerate() {
                    *score = sums[j] as f32 * self.weights.scales()[j] + self.bias[j];
                }
            }
        }
    }
}
