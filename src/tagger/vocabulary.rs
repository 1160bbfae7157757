//! Which row of the word table a word has: a hash table without the words.
//!
//! A word's 64-bit key chooses a bucket by its first bits, and the bucket keeps bits 32 to 47 of each of
//! its keys, as a tag. So a word costs little more than two bytes, and a word that is not in the
//! vocabulary is taken for one that is about once in 5,000 times.
//!
//! `vocab.buckets` has one number more than there are buckets (a power of two): bucket *b* holds the
//! tags from `buckets[b]` up to `buckets[b + 1]`, and the tag at index *i* belongs to row *i* + 1.

use super::model_file::{ModelError, ModelFile};
use core::ops::Range;

pub struct Vocabulary {
    buckets: Vec<u32>,
    /// How many first bits of a key make the bucket's number.
    bits: u32,
    tags: Vec<u16>,
}

impl Vocabulary {
    /// `rows` of the word table, the row of unknown words included.
    pub fn read(file: &ModelFile, rows: usize) -> Result<Vocabulary, ModelError> {
        let tensor = file.tensor("vocab.buckets")?;
        let (buckets, tags) = (tensor.longs()?, file.tensor("vocab.tags")?.shorts()?);
        let words = tags.len();
        if words + 1 != rows {
            return Err(tensor.wrong(format!("is for {words} words, the word table for {}", rows - 1)));
        }
        let count = buckets.len().saturating_sub(1);
        if !count.is_power_of_two() || count < 2 {
            return Err(tensor.wrong(format!("has {count} buckets, no power of two")));
        }
        if buckets[0] != 0 || buckets[count] as usize != words || !buckets.is_sorted() {
            return Err(tensor.wrong("does not divide the vocabulary's tags"));
        }
        Ok(Vocabulary { buckets, bits: count.trailing_zeros(), tags })
    }

    /// The row of the first of these keys that is in the vocabulary, else 0.
    pub fn row(&self, keys: &[u64]) -> usize {
        keys.iter().find_map(|&key| self.find(key)).unwrap_or(0)
    }

    fn find(&self, key: u64) -> Option<usize> {
        let bucket = (key >> (64 - self.bits)) as usize;
        let mut indices = Range { start: self.buckets[bucket] as usize, end: self.buckets[bucket + 1] as usize };
        indices.find(|&i| self.tags[i] == (key >> 32) as u16).map(|i| i + 1)
    }
}
