//! The word layer: from a word form to the input vector of the first layers. The vector depends on the form
//! alone, so it is computed once for each form and cached.

use super::activation::tanh;
use super::features::{WordFeatures, memory_key};
use super::matrix::Dense;
use super::model_file::{ModelError, ModelFile};
use super::table::Table;
use super::vocabulary::Vocabulary;
use crate::text::hash::BuildWordHasher;
use std::collections::HashMap;

/// A cache with this many word forms is emptied.
const CACHED: usize = 1 << 13;

/// The embedding tables and the weights of the word layer.
pub struct WordLayer {
    vocabulary: Vocabulary,
    word: Table,
    cased: Table,
    prefix: Table,
    suffix3: Table,
    suffix2: Table,
    ngram: Table,
    shape: Table,
    weights: Dense,
    bias: Vec<f32>,
}

impl WordLayer {
    pub fn read(file: &ModelFile) -> Result<WordLayer, ModelError> {
        let table = |name| Table::read(file, name);
        let word = table("word")?;
        let (cased, prefix, suffix3, suffix2) =
            (table("cased")?, table("prefix")?, table("suffix3")?, table("suffix2")?);
        let (ngram, shape) = (table("ngram")?, table("shape")?);
        let all = [&word, &cased, &prefix, &suffix3, &suffix2, &ngram, &shape];
        let weights = Dense::read(file, "w1", all.iter().map(|t| t.columns()).sum())?;
        let bias = file.tensor("b1")?.vector(weights.rows())?;
        let vocabulary = Vocabulary::read(file, word.rows())?;
        Ok(WordLayer { vocabulary, word, cased, prefix, suffix3, suffix2, ngram, shape, weights, bias })
    }

    /// The length of a word's vector.
    pub fn dim(&self) -> usize {
        self.bias.len()
    }

    /// Writes the word's vector to `out`.
    fn compute(&self, word: &str, embedding: &mut Vec<f32>, out: &mut [f32]) {
        let features = WordFeatures::of(word);
        embedding.clear();
        embedding.resize(self.weights.columns(), 0.0);
        let mut rest = &mut embedding[..];
        let mut part = |table: &Table| {
            let (head, tail) = core::mem::take(&mut rest).split_at_mut(table.columns());
            rest = tail;
            head
        };
        self.word.add_row(self.vocabulary.row(&features.keys), part(&self.word));
        self.cased.add_hashed(features.cased, part(&self.cased));
        self.prefix.add_hashed(features.prefix, part(&self.prefix));
        self.suffix3.add_hashed(features.suffix3, part(&self.suffix3));
        self.suffix2.add_hashed(features.suffix2, part(&self.suffix2));
        let mean = part(&self.ngram);
        let ngrams = features.ngrams();
        for &hash in ngrams {
            self.ngram.add_hashed(hash, mean);
        }
        for value in mean {
            *value /= ngrams.len().max(1) as f32;
        }
        self.shape.add_hashed(features.shape, part(&self.shape));
        self.weights.multiply(embedding, out);
        for (o, b) in out.iter_mut().zip(&self.bias) {
            *o = tanh(*o + b);
        }
    }
}

/// The vectors of the word forms seen so far, in all documents.
#[derive(Default)]
pub struct WordCache {
    slots: HashMap<Box<str>, u32, BuildWordHasher>,
    vectors: Vec<f32>,
    keys: Vec<Option<u64>>,
    /// The word layer's input, kept so that its memory is reused.
    embedding: Vec<f32>,
}

impl WordCache {
    /// The word's vector, and its key in the document memory.
    pub fn get(&mut self, layer: &WordLayer, word: &str) -> (&[f32], Option<u64>) {
        let slot = match self.slots.get(word) {
            Some(&slot) => slot as usize,
            None => self.insert(layer, word),
        };
        (&self.vectors[slot * layer.dim()..][..layer.dim()], self.keys[slot])
    }

    fn insert(&mut self, layer: &WordLayer, word: &str) -> usize {
        if self.slots.len() >= CACHED {
            self.slots.clear();
            self.vectors.clear();
            self.keys.clear();
        }
        let slot = self.keys.len();
        self.vectors.resize((slot + 1) * layer.dim(), 0.0);
        layer.compute(word, &mut self.embedding, &mut self.vectors[slot * layer.dim()..]);
        self.keys.push(memory_key(word));
        self.slots.insert(word.into(), slot as u32);
        slot
    }
}
