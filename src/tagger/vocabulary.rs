//! The vocabulary: from a word's key to its row in the word table. It is a hash table without the words.
//!
//! The first bits of a word's 64-bit key choose a bucket, and the bucket stores bits 32 to 47 of each of its keys
//! as a tag. So a word takes little more than two bytes, and about one unknown word in 5,000 is mistaken for a
//! known one.
//!
//! The number of buckets is a power of two. `vocab.buckets` has one number more: bucket *b* holds the tags from
//! `buckets[b]` up to `buckets[b + 1]`, and the tag at index *i* belongs to row *i* + 1.

use super::model_file::{ModelError, ModelFile};
use core::ops::Range;

/// The words that have a row of their own in the word table.
pub struct Vocabulary {
    buckets: Vec<u32>,
    /// How many of a key's first bits choose the bucket.
    bits: u32,
    tags: Vec<u16>,
}

impl Vocabulary {
    /// `rows`: the rows of the word table, that of unknown words included.
    pub fn read(file: &ModelFile, rows: usize) -> Result<Vocabulary, ModelError> {
        let tensor = file.tensor("vocab.buckets")?;
        let (buckets, tags) = (tensor.longs()?, file.tensor("vocab.tags")?.shorts()?);
        let words = tags.len();
        if words + 1 != rows {
            return Err(tensor.wrong(format!("has {words} words, but the word table has {}", rows - 1)));
        }
        let count = buckets.len().saturating_sub(1);
        if !count.is_power_of_two() || count < 2 {
            return Err(tensor.wrong(format!("has {count} buckets, which is not a power of two")));
        }
        if buckets[0] != 0 || buckets[count] as usize != words || !buckets.is_sorted() {
            return Err(tensor.wrong("does not divide the vocabulary's tags"));
        }
        Ok(Vocabulary { buckets, bits: count.trailing_zeros(), tags })
    }

    /// The row of the first of these keys that is in the vocabulary; 0, the row of unknown words, if none is.
    pub fn row(&self, keys: &[u64]) -> usize {
        keys.iter().find_map(|&key| self.find(key)).unwrap_or(0)
    }

    fn find(&self, key: u64) -> Option<usize> {
        let bucket = (key >> (64 - self.bits)) as usize;
        let mut indices = Range { start: self.buckets[bucket] as usize, end: self.buckets[bucket + 1] as usize };
        indices.find(|&i| self.tags[i] == (key >> 32) as u16).map(|i| i + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::testing::Writer;

    const KEYS: [u64; 3] = [0x1111_2222_0000_0000, 0x1111_3333_0000_0000, 0xf000_4444_0000_0000];

    /// A vocabulary of [`KEYS`] in two buckets, which begin at these tags.
    fn vocabulary(buckets: &[u32], rows: usize) -> Result<Vocabulary, ModelError> {
        let mut writer = Writer::default();
        let tags: Vec<u8> = KEYS.iter().flat_map(|key| ((key >> 32) as u16).to_le_bytes()).collect();
        let starts = buckets.iter().flat_map(|start| start.to_le_bytes()).collect();
        writer.add("vocab.buckets", 4, &[buckets.len()], starts);
        writer.add("vocab.tags", 3, &[KEYS.len()], tags);
        Vocabulary::read(&ModelFile::parse(&writer.bytes()).unwrap(), rows)
    }

    #[test]
    fn a_known_key_has_its_row() {
        let vocabulary = vocabulary(&[0, 2, 3], 4).unwrap();
        for (keys, row) in [
            (vec![KEYS[0]], 1),
            (vec![KEYS[1]], 2),
            (vec![KEYS[2]], 3),
            (vec![0x1111_4444_0000_0000], 0),
            (vec![7, KEYS[1]], 2),
            (vec![KEYS[2], KEYS[1]], 3),
            // Only the bucket and the tag count.
            (vec![KEYS[0] | 0xff], 1),
        ] {
            assert_eq!(vocabulary.row(&keys), row, "{keys:x?}");
        }
    }

    #[test]
    fn buckets_that_do_not_fit_are_an_error() {
        for (buckets, rows, problem) in [
            (vec![0, 2, 3], 5, "has 3 words, but the word table has 4"),
            (vec![0, 1, 2, 3], 4, "has 3 buckets"),
            (vec![0, 3], 4, "has 1 buckets"),
            (vec![1, 2, 3], 4, "does not divide"),
            (vec![0, 2, 2], 4, "does not divide"),
            (vec![0, 4, 3], 4, "does not divide"),
        ] {
            let error = vocabulary(&buckets, rows).err().expect("an error").to_string();
            assert!(error.contains(problem), "{error}");
        }
    }
}
