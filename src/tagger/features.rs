//! What the model sees of a word: hashes of its forms and parts, a function of the word alone.
//!
//! Nothing here depends on a model's sizes: a table takes a hash modulo its number of rows. The
//! trainer gets the same numbers through `newsmark inspect features`.

use crate::text::chars::{fold, is_apostrophe, is_joiner};
use crate::text::hash::{START, fnv1a};

/// More n-grams than this say nothing new about a word.
pub const MAX_NGRAMS: usize = 32;

/// Hashes of one word form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFeatures {
    /// Vocabulary keys to try in turn: lower case; lower case without diacritics.
    pub keys: [u64; 2],
    /// The word with its capitals.
    pub cased: u32,
    pub prefix: u32,
    pub suffix3: u32,
    pub suffix2: u32,
    /// The word's outline: "Xx", "dd-x", runs cut to two.
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

/// The key under which a word's mentions share their evidence over the whole document: the word in
/// lower case, for words that have a capital letter anywhere.
pub fn memory_key(word: &str) -> Option<u64> {
    word.chars().any(char::is_uppercase).then(|| key(&normal_form(word).to_lowercase()))
}

/// Without soft hyphens and joiners, apostrophes straight.
fn normal_form(word: &str) -> String {
    word.chars().filter(|&c| !is_joiner(c)).map(|c| if is_apostrophe(c) { '\'' } else { c }).collect()
}

fn folded(lower: &str) -> String {
    let mut out = String::with_capacity(lower.len());
    for c in lower.chars() {
        match fold(c) {
            "" => out.push(c),
            plain => out.push_str(plain),
        }
    }
    out
}

/// Upper case X, lower case x, digits d, anything else itself; no more than two alike in a row.
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

/// Character 3- and 4-grams of the word with its boundaries marked (Bojanowski et al., TACL 2017).
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

/// Begun with a seed, so that parts of different kinds never meet.
fn fnv(seed: u8, bytes: impl Iterator<Item = u8>) -> u64 {
    fnv1a(START, core::iter::once(seed).chain(bytes))
}

/// FNV leaves its high bits weak for short words; a multiply-and-shift finaliser spreads them.
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
    fn variants_that_mean_the_same_share_features() {
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
    fn only_words_with_a_capital_are_remembered() {
        assert_eq!(memory_key("SHOIGU"), memory_key("Shoigu"));
        assert_eq!(memory_key("said"), None);
    }
}
