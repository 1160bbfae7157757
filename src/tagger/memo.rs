//! What was computed of a text that is being edited, so that its next version costs little.
//!
//! The first layers see of the text a block and nothing else: a block that was there before has the same
//! vectors. The later layers see besides what the whole text shows of the names in the block. Where that is
//! as before, the tags are. So nothing here is an approximation: the tags are those of a text that is
//! read for the first time, bit for bit.

use super::LABELS;
use crate::layout::Layout;
use core::ops::Range;
use std::collections::HashMap;

/// Of longer texts nothing is remembered: a token takes 1 kB.
const LONGEST: usize = 1 << 14;

/// The blocks of a text's last version, and of the one that is being read.
#[derive(Default)]
pub struct Memo {
    last: HashMap<Box<[u8]>, Block>,
    now: Vec<(Box<[u8]>, Block)>,
}

/// What was found for the tokens of a block; what is empty is not known yet.
#[derive(Default)]
pub struct Block {
    /// The vectors behind the first layers.
    pub shared: Vec<f32>,
    /// What was given to the names (see `Recalled::given`).
    pub given: Vec<u8>,
    pub ner: Vec<[f32; LABELS]>,
    pub roles: Vec<[[f32; 5]; 3]>,
}

impl Memo {
    /// A new version begins, in these blocks.
    pub fn begin(&mut self, layout: &Layout, flags: &[u8], blocks: &[Range<usize>]) {
        let mut last = core::mem::take(&mut self.last);
        self.now.clear();
        if layout.tokens.len() <= LONGEST {
            let known = |key: Box<[u8]>| last.remove_entry(&key).unwrap_or_else(|| (key, Block::default()));
            self.now.extend(blocks.iter().map(|block| key(layout, flags, block.clone())).map(known));
        }
    }

    /// What is known of a block, by its number; nothing of a text that is too long.
    pub fn block(&mut self, number: usize) -> Option<&mut Block> {
        self.now.get_mut(number).map(|(_, block)| block)
    }

    /// The version was read to its end. What it has no longer is forgotten.
    pub fn end(&mut self) {
        self.last = self.now.drain(..).collect();
    }
}

/// The tokens of a block of which something has to be said anew.
pub enum Stale {
    /// All of so many.
    All(usize),
    /// Those that see one of these; and how many there are in all.
    Near(Vec<usize>, usize),
}

/// Some of a block's tokens that follow each other.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// Those that are stale.
    pub stale: Range<usize>,
    /// With all that they see.
    pub seen: Range<usize>,
}

impl Stale {
    /// The stale tokens in parts, where a token sees so far to either side.
    pub fn parts(&self, reach: usize) -> Vec<Part> {
        let (changed, tokens) = match self {
            Stale::All(tokens) => return vec![Part { stale: 0..*tokens, seen: 0..*tokens }],
            Stale::Near(changed, tokens) => (changed, *tokens),
        };
        let around = |range: Range<usize>| range.start.saturating_sub(reach)..(range.end + reach).min(tokens);
        let mut out: Vec<Part> = Vec::new();
        for &token in changed {
            let mut stale = around(token..token + 1);
            // Two parts that see the same would compute it twice.
            if let Some(last) = out.pop_if(|last| last.seen.end + reach > stale.start) {
                stale.start = last.stale.start;
            }
            out.push(Part { seen: around(stale.clone()), stale });
        }
        out
    }
}

/// All that the first layers see of a block: its words, and their flags.
fn key(layout: &Layout, flags: &[u8], tokens: Range<usize>) -> Box<[u8]> {
    let mut key = Vec::new();
    for token in tokens {
        key.extend_from_slice(layout.word(token).as_bytes());
        // No byte of a text is this one.
        key.extend_from_slice(&[0xff, flags[token]]);
    }
    key.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_each_other_is_one_part() {
        let parts = |changed: &[usize]| Stale::Near(changed.to_vec(), 100).parts(3);
        assert!(parts(&[]).is_empty());
        assert_eq!(parts(&[1]), [Part { stale: 0..5, seen: 0..8 }]);
        assert_eq!(
            parts(&[50, 51, 60, 98]),
            [Part { stale: 47..64, seen: 44..67 }, Part { stale: 95..100, seen: 92..100 }]
        );
        assert_eq!(Stale::All(7).parts(3), [Part { stale: 0..7, seen: 0..7 }]);
    }
}
