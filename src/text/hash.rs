//! 64-bit FNV-1a (Fowler, Noll, Vo), the only hash in the crate: the same on every machine.

use core::hash::{BuildHasherDefault, Hasher};

/// The state before the first byte.
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// Hashes more bytes, starting from a state.
pub fn fnv1a(state: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(state, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// For maps keyed by single words: the standard library's hasher would cost more than the lookup.
#[derive(Clone, Debug)]
pub struct WordHasher(u64);

pub type BuildWordHasher = BuildHasherDefault<WordHasher>;

impl Default for WordHasher {
    fn default() -> WordHasher {
        WordHasher(START)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = fnv1a(self.0, bytes.iter().copied());
    }

    /// The map takes its bucket from the low bits and its tag from the high bits, so the low ones need both.
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // From the reference implementation's test vectors.
        assert_eq!(fnv1a(START, *b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(START, *b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(START, *b"foobar"), 0x8594_4171_f739_67e8);
    }
}
