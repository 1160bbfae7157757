//! For tests: a small model file with random weights, and the same network computed naively in double precision, with
//! the same steps of fixed point.

use super::LABELS;
use super::activation::{NORMED_ONE, UNIT_ONE};
use super::features::{WordFeatures, memory_key};
use super::flags::{FLAGS, flags};
use crate::layout::Layout;
use crate::tagger::blocks::blocks;
use crate::text::hash::{START, fnv1a};
use std::collections::HashMap;

/// Pseudo-random numbers, the same in every run.
#[derive(Debug)]
pub struct Noise(u64);

impl Noise {
    pub fn new(seed: u64) -> Noise {
        Noise(seed)
    }

    /// Between `-bound` and `bound`.
    pub fn int(&mut self, bound: i32) -> i32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % (2 * bound as u64 + 1)) as i32 - bound
    }

    pub fn float(&mut self, bound: f32) -> f32 {
        self.int(100_000) as f32 / 100_000.0 * bound
    }
}

/// Writes model files.
#[derive(Debug, Default)]
pub struct Writer {
    tensors: Vec<(String, u8, Vec<usize>, Vec<u8>)>,
}

impl Writer {
    pub fn add(&mut self, name: &str, code: u8, dims: &[usize], data: Vec<u8>) {
        self.tensors.push((name.to_owned(), code, dims.to_vec(), data));
    }

    pub fn remove(&mut self, name: &str) {
        self.tensors.retain(|t| t.0 != name);
    }

    pub fn floats(&mut self, name: &str, dims: &[usize], values: &[f64]) {
        self.add(name, 0, dims, values.iter().flat_map(|&v| (v as f32).to_le_bytes()).collect());
    }

    pub fn bytes(&self) -> Vec<u8> {
        let directory: usize =
            self.tensors.iter().map(|(name, _, dims, _)| 1 + name.len() + 2 + 4 * dims.len() + 8).sum();
        let mut offset = (24 + directory).next_multiple_of(16);
        let mut rest = Vec::new();
        for (name, code, dims, data) in &self.tensors {
            rest.push(name.len() as u8);
            rest.extend_from_slice(name.as_bytes());
            rest.extend_from_slice(&[*code, dims.len() as u8]);
            dims.iter().for_each(|&n| rest.extend_from_slice(&(n as u32).to_le_bytes()));
            rest.extend_from_slice(&(offset as u32).to_le_bytes());
            rest.extend_from_slice(&(data.len() as u32).to_le_bytes());
            offset = (offset + data.len()).next_multiple_of(16);
        }
        for (.., data) in &self.tensors {
            rest.resize((24 + rest.len()).next_multiple_of(16) - 24, 0);
            rest.extend_from_slice(data);
        }
        let mut out = b"NEWSMARK".to_vec();
        out.extend_from_slice(&1u32.to_le_bytes());
        out.extend_from_slice(&(self.tensors.len() as u32).to_le_bytes());
        out.extend_from_slice(&fnv1a(START, rest.iter().copied()).to_le_bytes());
        out.extend(rest);
        out
    }
}

/// A matrix in double precision.
#[derive(Clone, Debug, Default)]
struct DoubleMatrix {
    columns: usize,
    values: Vec<f64>,
}

impl DoubleMatrix {
    fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.columns..][..self.columns]
    }

    fn hashed(&self, hash: u32) -> &[f64] {
        self.row(hash as usize % (self.values.len() / self.columns))
    }

    fn times(&self, vector: &[f64]) -> Vec<f64> {
        self.values.chunks(self.columns).map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum()).collect()
    }
}

/// A small network with random weights.
#[derive(Debug)]
pub struct Toy {
    pub writer: Writer,
    matrices: HashMap<String, DoubleMatrix>,
    vocabulary: Vec<u64>,
    dilations: [(&'static str, &'static [usize]); 3],
}

const WIDTH: usize = 24;
const MEMORY: usize = 10;

impl Default for Toy {
    fn default() -> Toy {
        Toy::new()
    }
}

impl Toy {
    pub fn new() -> Toy {
        let dilations: [(&str, &[usize]); 3] = [("s", &[1, 2, 5]), ("n", &[1]), ("r", &[4, 300])];
        let mut toy = Toy { writer: Writer::default(), matrices: HashMap::new(), vocabulary: Vec::new(), dilations };
        let mut noise = Noise::new(7);
        let meta: String = dilations
            .iter()
            .map(|(k, v)| format!("dilations.{k}={}\n", v.iter().map(usize::to_string).collect::<Vec<_>>().join(",")))
            .collect();
        toy.writer.add("meta", 5, &[meta.len()], meta.into_bytes());
        toy.add_vocabulary(&["the", "said", "muller", "paris", ".", "minister"]);
        let rows = toy.vocabulary.len() + 1;
        let mut inputs = 0;
        for (name, rows, columns, code) in [
            ("word", rows, 12, 2),
            ("cased", 50, 4, 1),
            ("prefix", 31, 4, 2),
            ("suffix3", 40, 6, 1),
            ("suffix2", 20, 2, 1),
            ("ngram", 64, 8, 2),
            ("shape", 17, 4, 1),
        ] {
            toy.matrix(&mut noise, name, rows, columns, 0.8, code);
            inputs += columns;
        }
        toy.matrix(&mut noise, "flag", FLAGS, WIDTH, 0.5, 0);
        toy.layer(&mut noise, "w1", "b1", WIDTH, inputs);
        for (branch, dilations) in dilations {
            for i in 0..dilations.len() {
                toy.layer(&mut noise, &format!("{branch}.{i}.w"), &format!("{branch}.{i}.b"), 2 * WIDTH, 3 * WIDTH);
            }
        }
        toy.layer(&mut noise, "mem.w", "mem.b", MEMORY, WIDTH);
        toy.matrix(&mut noise, "mem.out", WIDTH, MEMORY, 0.6, 1);
        toy.layer(&mut noise, "ner.w", "ner.b", LABELS, WIDTH);
        toy.layer(&mut noise, "roles.w", "roles.b", 15, WIDTH);
        toy
    }

    fn add_vocabulary(&mut self, words: &[&str]) {
        const BUCKETS: u64 = 16;
        self.vocabulary = words.iter().map(|w| WordFeatures::of(w).keys[0]).collect();
        self.vocabulary.sort_unstable();
        let starts = (0..=BUCKETS).map(|b| self.vocabulary.iter().filter(|&&k| k >> 60 < b).count() as u32);
        self.writer.add("vocab.buckets", 4, &[BUCKETS as usize + 1], starts.flat_map(u32::to_le_bytes).collect());
        let tags = self.vocabulary.iter().flat_map(|&k| ((k >> 32) as u16).to_le_bytes()).collect();
        self.writer.add("vocab.tags", 3, &[self.vocabulary.len()], tags);
    }

    /// Adds a layer's weights and bias.
    fn layer(&mut self, noise: &mut Noise, weights: &str, bias: &str, rows: usize, columns: usize) {
        self.matrix(noise, weights, rows, columns, 1.6 / (columns as f32).sqrt(), 1);
        self.matrix(noise, bias, rows, 1, 0.3, 0);
    }

    /// Adds a matrix with values up to `bound`: floats (code 0), 8 bits with a scale for each row (1), or nibbles with
    /// one scale (2).
    fn matrix(&mut self, noise: &mut Noise, name: &str, rows: usize, columns: usize, bound: f32, code: u8) {
        let mut matrix = DoubleMatrix { columns, values: Vec::new() };
        let mut data = Vec::new();
        let scales: Vec<f32> = (0..rows)
            .map(|row| if code == 2 { bound / 8.0 } else { bound * (1.0 + row as f32 / 100.0) / 127.0 })
            .collect();
        for scale in &scales {
            let row: Vec<i32> =
                (0..columns).map(|_| if code == 2 { (noise.int(8)).min(7) } else { noise.int(127) }).collect();
            match code {
                1 => data.extend(row.iter().map(|&q| q as i8 as u8)),
                2 => data.extend(row.chunks(2).map(|q| (q[0] + 8) as u8 | ((q[1] + 8) as u8) << 4)),
                _ => data.extend(row.iter().flat_map(|&q| (q as f32 * scale).to_le_bytes())),
            }
            matrix.values.extend(row.iter().map(|&q| f64::from(q as f32 * scale)));
        }
        self.writer.add(name, code, &[rows, columns], data);
        match code {
            1 => self.writer.floats(
                &format!("{name}.scale"),
                &[rows],
                &scales.iter().map(|&s| f64::from(s)).collect::<Vec<_>>(),
            ),
            2 => self.writer.floats(&format!("{name}.scale"), &[1], &[f64::from(scales[0])]),
            _ => {}
        }
        self.matrices.insert(name.to_owned(), matrix);
    }

    fn affine(&self, weights: &str, bias: &str, input: &[f64]) -> Vec<f64> {
        self.matrices[weights].times(input).iter().zip(&self.matrices[bias].values).map(|(a, b)| a + b).collect()
    }

    fn word(&self, word: &str) -> Vec<f64> {
        let f = WordFeatures::of(word);
        let row = f.keys.iter().find_map(|k| self.vocabulary.iter().position(|v| v == k)).map_or(0, |i| i + 1);
        let mut e = self.matrices["word"].row(row).to_vec();
        for (name, hash) in [("cased", f.cased), ("prefix", f.prefix), ("suffix3", f.suffix3), ("suffix2", f.suffix2)] {
            e.extend_from_slice(self.matrices[name].hashed(hash));
        }
        let table = &self.matrices["ngram"];
        e.extend(
            (0..table.columns)
                .map(|j| f.ngrams().iter().map(|&n| table.hashed(n)[j]).sum::<f64>() / f.ngrams().len().max(1) as f64),
        );
        e.extend_from_slice(self.matrices["shape"].hashed(f.shape));
        self.affine("w1", "b1", &e).into_iter().map(f64::tanh).collect()
    }

    fn branch(&self, name: &str, h: &mut [Vec<f64>]) {
        let (_, dilations) = self.dilations.iter().find(|(n, _)| *n == name).expect("a branch");
        for (i, &d) in dilations.iter().enumerate() {
            let n: Vec<Vec<f64>> = h.iter().map(|v| normed(v)).collect();
            let at = |t: Option<usize>| t.and_then(|t| n.get(t)).cloned().unwrap_or_else(|| vec![0.0; WIDTH]);
            for (t, h) in h.iter_mut().enumerate() {
                let input = [at(t.checked_sub(d)), at(Some(t)), at(Some(t + d))].concat();
                let out = self.affine(&format!("{name}.{i}.w"), &format!("{name}.{i}.b"), &input);
                for j in 0..WIDTH {
                    h[j] += out[j] / (1.0 + (-out[WIDTH + j]).exp());
                }
            }
        }
    }

    /// The log-probabilities of the entity labels, and the probabilities of the roles' tags.
    pub fn tag(&self, layout: &Layout) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let mut h: Vec<Vec<f64>> = (0..layout.tokens.len()).map(|t| self.word(layout.word(t))).collect();
        for (h, flag) in h.iter_mut().zip(flags(layout)) {
            h.iter_mut().zip(self.matrices["flag"].row(usize::from(flag))).for_each(|(h, f)| *h += f);
        }
        for block in blocks(layout) {
            self.branch("s", &mut h[block]);
        }
        let keys: Vec<Option<u64>> = (0..h.len()).map(|t| memory_key(layout.word(t))).collect();
        let shown: Vec<Vec<f64>> =
            h.iter().map(|h| self.affine("mem.w", "mem.b", &normed(h)).into_iter().map(f64::tanh).collect()).collect();
        for t in (0..h.len()).filter(|&t| keys[t].is_some()) {
            let same: Vec<usize> = (0..h.len()).filter(|&u| keys[u] == keys[t]).collect();
            let mean: Vec<f64> = (0..MEMORY)
                .map(|j| stepped(same.iter().map(|&u| shown[u][j]).sum::<f64>() / same.len() as f64, UNIT_ONE))
                .collect();
            h[t].iter_mut().zip(self.matrices["mem.out"].times(&mean)).for_each(|(h, x)| *h += x);
        }
        let (mut ner, mut roles) = (h.clone(), h);
        for block in blocks(layout) {
            self.branch("n", &mut ner[block.clone()]);
            self.branch("r", &mut roles[block]);
        }
        let ner = ner.iter().map(|h| log_softmax(&self.affine("ner.w", "ner.b", &normed(h)))).collect();
        let role_tags = |h: &Vec<f64>| {
            self.affine("roles.w", "roles.b", &normed(h)).chunks(5).flat_map(log_softmax).map(f64::exp).collect()
        };
        (ner, roles.iter().map(role_tags).collect())
    }
}

fn normed(vector: &[f64]) -> Vec<f64> {
    let mean = vector.iter().map(|x| x * x).sum::<f64>() / vector.len() as f64;
    vector.iter().map(|x| stepped(x / (mean + 1e-6).sqrt(), NORMED_ONE)).collect()
}

/// A number rounded to a step of fixed point.
fn stepped(x: f64, one: f32) -> f64 {
    let one = f64::from(one);
    (x * one).round_ties_even().clamp(-64.0, 63.0) / one
}

fn log_softmax(scores: &[f64]) -> Vec<f64> {
    let log = scores.iter().map(|s| s.exp()).sum::<f64>().ln();
    scores.iter().map(|s| s - log).collect()
}
