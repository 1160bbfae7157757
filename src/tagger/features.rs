//! A word's features: hashes of its forms and parts. They depend on the word alone.
//!
//! Nothing here depends on the size of a model: a table takes a hash modulo its number of rows. The training
//! code gets the same numbers from `newsmark inspect features`.

use crate::text::chars::{is_apostrophe, is_joiner};
use crate::text::folded;
use crate::text::hash::{START, fnv1a};

/// The most n-grams of a word that are used.
pub const MAX_NGRAMS: usize = 32;

/// The hashes of a word form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFeatures {
    /// Keys to look up in the vocabulary: in lower case, then without diacritics as well.
    pub keys: [u64; 2],
    /// The word as it is written.
    pub cased: u32,
    pub prefix: u32,
    pub suffix3: u32,
    pub suffix2: u32,
    /// The word's shape: "Xx", "dd-x", with runs cut to two characters.
    pub shape: u32,
    ngrams: [u32; MAX_NGRAMS],
    ngram_count: usize,
}

impl WordFeatures {
    pub fn of(word: &str) -> WordFeatures {
        let form = normal_form(word);
        let lower = form.to_lowercase();
        let folded = folded(&lower);
        let letters: Vec<char> = folded.chars().collect();
        let head: String = letters.iter().take(3).collect();
        let tail = |n: usize| letters[letters.len().saturating_sub(n)..].iter().collect::<String>();
        let mut ngrams = [0; MAX_NGRAMS];
        let ngram_count = hash_ngrams(&letters, &mut ngrams);
        WordFeatures {
            keys: [key(&lower), key(&folded)],
            cased: hash(1, &form),
            prefix: hash(2, &head),
            suffix3: hash(3, &tail(3)),
            suffix2: hash(4, &tail(2)),
            shape: hash(5, &shape(&form)),
            ngrams,
            ngram_count,
        }
    }

    pub fn ngrams(&self) -> &[u32] {
        &self.ngrams[..self.ngram_count]
    }
}

/// The key of a word in the document memory: the word in lower case. Words without a capital letter have none.
pub fn memory_key(word: &str) -> Option<u64> {
    word.chars().any(char::is_uppercase).then(|| key(&normal_form(word).to_lowercase()))
}

/// The word without soft hyphens and joiners, and with straight apostrophes.
fn normal_form(word: &str) -> String {
    word.chars().filter(|&c| !is_joiner(c)).map(|c| if is_apostrophe(c) { '\'' } else { c }).collect()
}

/// X for upper case, x for lower case, d for digits, any other character as it is; runs are cut to two.
fn shape(form: &str) -> String {
    let mut out = String::new();
    let (mut last, mut run) = ('\0', 0);
    for c in form.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 {
            out.push(class);
        }
        if out.len() >= 12 {
            break;
        }
    }
    out
}

/// Writes the hashes of the character 3- and 4-grams of `<word>` (Bojanowski et al., TACL 2017), and returns how
/// many there are.
fn hash_ngrams(letters: &[char], out: &mut [u32; MAX_NGRAMS]) -> usize {
    let bounded: Vec<char> =
        core::iter::once('<').chain(letters.iter().copied()).chain(core::iter::once('>')).collect();
    let mut count = 0;
    for n in [3, 4] {
        for gram in bounded.windows(n) {
            if count == MAX_NGRAMS {
                return count;
            }
            out[count] = hash_chars(6, gram.iter().copied());
            count += 1;
        }
    }
    count
}

fn key(word: &str) -> u64 {
    mix(fnv(0, word.bytes()))
}

fn hash(seed: u8, part: &str) -> u32 {
    (mix(fnv(seed, part.bytes())) >> 32) as u32
}

fn hash_chars(seed: u8, chars: impl Iterator<Item = char>) -> u32 {
    let mut buffer = [0; 4];
    let mut state = fnv(seed, core::iter::empty());
    for c in chars {
        state = fnv1a(state, c.encode_utf8(&mut buffer).bytes());
    }
    (mix(state) >> 32) as u32
}

/// The seed keeps parts of different kinds apart.
fn fnv(seed: u8, bytes: impl Iterator<Item = u8>) -> u64 {
    fnv1a(START, core::iter::once(seed).chain(bytes))
}

/// FNV-1a mixes its high bits poorly for short words; this finaliser spreads them.
fn mix(mut h: u64) -> u64 {
    h ^= h >> 32;
    h = h.wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^= h >> 32;
    h = h.wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_variants_share_features() {
        let plain = WordFeatures::of("O'Brien");
        assert_eq!(WordFeatures::of("O’Brien"), plain);
        assert_eq!(WordFeatures::of("O’Bri\u{ad}en"), plain);
        let folded = WordFeatures::of("Müller");
        assert_eq!(folded.keys[1], WordFeatures::of("Muller").keys[0]);
        assert_eq!(folded.ngrams(), WordFeatures::of("muller").ngrams());
    }

    #[test]
    fn shapes() {
        assert_eq!(shape("McDonald"), "XxXxx");
        assert_eq!(shape("1,200"), "d,dd");
        assert_eq!(shape("U.S."), "X.X.");
    }

    #[test]
    fn only_words_with_a_capital_have_a_memory_key() {
        assert_eq!(memory_key("SHOIGU"), memory_key("Shoigu"));
        assert_eq!(memory_key("said"), None);
    }
}
