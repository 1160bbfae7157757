//! A confidence interval for F1, by bootstrap resampling of the documents.

use super::Counts;

/// The number of samples.
const ROUNDS: usize = 500;

/// The interval that contains 95 % of the resampled F1 values.
///
/// The random numbers are those of Python's `random.Random(13)`, so that the interval is exactly the one that
/// `score_ner.py` prints.
pub fn interval(documents: &[Counts]) -> (f64, f64) {
    if documents.is_empty() {
        return (0.0, 0.0);
    }
    let mut generator = Twister::new(13);
    let mut values: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let mut sum = Counts::default();
            for _ in documents {
                sum += documents[generator.below(documents.len())];
            }
            sum.f1()
        })
        .collect();
    values.sort_by(f64::total_cmp);
    (values[ROUNDS * 25 / 1000], values[ROUNDS * 975 / 1000])
}

const SIZE: usize = 624;
const AHEAD: usize = 397;

/// The Mersenne twister MT19937 (Matsumoto and Nishimura, 1998).
struct Twister {
    state: [u32; SIZE],
    next: usize,
}

impl Twister {
    /// Seeded in the same way as with an array that contains only this number.
    fn new(seed: u32) -> Twister {
        let mut state = [0u32; SIZE];
        state[0] = 19_650_218;
        let mixed = |previous: u32| previous ^ (previous >> 30);
        for i in 1..SIZE {
            state[i] = mixed(state[i - 1]).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        // Two walks around the ring of all places but the first, which mirrors the last.
        for step in 0..2 * SIZE - 1 {
            let at = 1 + step % (SIZE - 1);
            let before = mixed(state[at - 1]);
            state[at] = match step {
                0..SIZE => (state[at] ^ before.wrapping_mul(1_664_525)).wrapping_add(seed),
                _ => (state[at] ^ before.wrapping_mul(1_566_083_941)).wrapping_sub(at as u32),
            };
            if at == SIZE - 1 {
                state[0] = state[at];
            }
        }
        state[0] = 0x8000_0000;
        Twister { state, next: SIZE }
    }

    fn number(&mut self) -> u32 {
        if self.next == SIZE {
            for i in 0..SIZE {
                let joined = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % SIZE] & 0x7fff_ffff);
                let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
                self.state[i] = self.state[(i + AHEAD) % SIZE] ^ (joined >> 1) ^ odd;
            }
            self.next = 0;
        }
        let mut y = self.state[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// Evenly from 0 up to and without `limit`: as many bits as the limit has, drawn until they fit.
    fn below(&mut self, limit: usize) -> usize {
        let bits = usize::BITS - limit.leading_zeros();
        loop {
            let drawn = (self.number() >> (32 - bits)) as usize;
            if drawn < limit {
                return drawn;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_python_draws() {
        // python3 -c 'import random; r = random.Random(13); print([r.randrange(542) for _ in range(8)])'
        let mut generator = Twister::new(13);
        let drawn: Vec<usize> = (0..8).map(|_| generator.below(542)).collect();
        assert_eq!(drawn, [265, 297, 190, 236, 150, 230, 191, 133]);
    }

    #[test]
    fn one_document_has_no_spread() {
        let counts = Counts { right: 3, wrong: 1, missed: 1 };
        assert_eq!(interval(&[counts; 4]), (0.75, 0.75));
        assert_eq!(interval(&[]), (0.0, 0.0));
    }
}
