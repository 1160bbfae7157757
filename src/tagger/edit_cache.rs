//! Caches what was computed for a text that is being edited, so that its next version takes little time.
//!
//! The first layers see one block and nothing else, so a block that has not changed has the same vectors. The later
//! layers also see what the document memory says about the names in the block. Where that has not changed either,
//! the tags are the same. So nothing is approximated: the tags are those of a first reading, bit for bit.

use super::LABELS;
use crate::layout::Layout;
use core::fmt;
use core::ops::Range;
use std::collections::HashMap;

/// Texts with more tokens are not cached: a token takes 1 kB.
const LONGEST: usize = 1 << 14;

/// The blocks of a text's last version, and of the version that is being tagged.
#[derive(Default)]
pub struct EditCache {
    last: HashMap<Box<[u8]>, Block>,
    now: Vec<(Box<[u8]>, Block)>,
}

impl fmt::Debug for EditCache {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("EditCache").field("blocks", &self.last.len()).finish_non_exhaustive()
    }
}

/// What was computed for the tokens of a block. Empty fields are not known yet.
#[derive(Debug, Default)]
pub struct Block {
    /// The output of the first layers.
    pub shared: Vec<f32>,
    /// The input from the document memory (see `Recalled::given`).
    pub given: Vec<u8>,
    pub ner: Vec<[f32; LABELS]>,
    pub roles: Vec<[[f32; 5]; 3]>,
}

impl EditCache {
    /// Begins a new version, which has these blocks.
    pub fn begin(&mut self, layout: &Layout, flags: &[u8], blocks: &[Range<usize>]) {
        let mut last = core::mem::take(&mut self.last);
        self.now.clear();
        if layout.tokens.len() <= LONGEST {
            let known = |key: Box<[u8]>| last.remove_entry(&key).unwrap_or_else(|| (key, Block::default()));
            self.now.extend(blocks.iter().map(|block| key(layout, flags, block.clone())).map(known));
        }
    }

    /// What is known about a block, by its number; `None` for a text that is too long.
    pub fn block(&mut self, number: usize) -> Option<&mut Block> {
        self.now.get_mut(number).map(|(_, block)| block)
    }

    /// Ends the version. Blocks that it no longer has are forgotten.
    pub fn end(&mut self) {
        self.last = self.now.drain(..).collect();
    }
}

/// The tokens of a block that have to be tagged again.
pub enum Stale {
    /// All tokens of a block of this length.
    All(usize),
    /// The tokens that see one of these, and the length of the block.
    Near(Vec<usize>, usize),
}

/// Consecutive tokens of a block.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The tokens that are stale.
    pub stale: Range<usize>,
    /// The same with everything that they see.
    pub seen: Range<usize>,
}

impl Stale {
    /// The stale tokens in parts, where a token sees `reach` tokens to either side.
    pub fn parts(&self, reach: usize) -> Vec<Part> {
        let (changed, tokens) = match self {
            Stale::All(tokens) => return vec![Part { stale: 0..*tokens, seen: 0..*tokens }],
            Stale::Near(changed, tokens) => (changed, *tokens),
        };
        let around = |range: Range<usize>| range.start.saturating_sub(reach)..(range.end + reach).min(tokens);
        let mut out: Vec<Part> = Vec::new();
        for &token in changed {
            let mut stale = around(token..token + 1);
            // Parts that see the same tokens are merged, so that nothing is computed twice.
            if let Some(last) = out.pop_if(|last| last.seen.end + reach > stale.start) {
                stale.start = last.stale.start;
            }
            out.push(Part { seen: around(stale.clone()), stale });
        }
        out
    }
}

/// Everything that the first layers see of a block: its words and their flags.
fn key(layout: &Layout, flags: &[u8], tokens: Range<usize>) -> Box<[u8]> {
    let mut key = Vec::new();
    for token in tokens {
        key.extend_from_slice(layout.word(token).as_bytes());
        // UTF-8 never contains this byte.
        key.extend_from_slice(&[0xff, flags[token]]);
    }
    key.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_near_each_other_are_one_part() {
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
