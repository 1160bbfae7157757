//! The whole network: from a text's tokens to what [`Tagging`] holds.

use super::activation::exp;
use super::blocks::blocks;
use super::flags::{FLAGS, flags};
use super::kernels::{COLUMNS, Kernel};
use super::layers::{Branch, Head, Memory, Scratch};
use super::model_file::{ModelError, ModelFile};
use super::words::{WordCache, WordLayer};
use super::{LABELS, Tagging};
use crate::layout::Layout;
use std::sync::{Mutex, PoisonError};

/// Scores of the role head: five places for each of three roles.
const ROLE_SCORES: usize = 15;

/// Sums of so many products of bytes fit into 32 bits by far.
const WIDEST: usize = 4096;

/// How much of the work is done after the first of two rounds over the text.
const FIRST_ROUND: f32 = 0.55;

/// A model, ready to run.
pub struct Tagger {
    kernel: Kernel,
    words: WordLayer,
    /// Forms that were computed for earlier texts.
    cache: Mutex<WordCache>,
    flags: Vec<f32>,
    shared: Branch,
    memory: Memory,
    entities: Branch,
    entity_head: Head,
    roles: Branch,
    role_head: Head,
}

impl Tagger {
    pub fn read(file: &ModelFile) -> Result<Tagger, ModelError> {
        Tagger::with_kernel(file, Kernel::best())
    }

    pub(super) fn with_kernel(file: &ModelFile, kernel: Kernel) -> Result<Tagger, ModelError> {
        let words = WordLayer::read(file)?;
        let width = words.dim();
        if width % COLUMNS != 0 || width > WIDEST {
            return Err(file.tensor("b1")?.wrong(format!("has {width} values, not a multiple of {COLUMNS} up to {WIDEST}")));
        }
        Ok(Tagger {
            kernel,
            words,
            cache: Mutex::default(),
            flags: file.tensor("flag")?.vector(FLAGS * width)?,
            shared: Branch::read(file, "s", width)?,
            memory: Memory::read(file, width)?,
            entities: Branch::read(file, "n", width)?,
            entity_head: Head::read(file, "ner", width, LABELS)?,
            roles: Branch::read(file, "r", width)?,
            role_head: Head::read(file, "roles", width, ROLE_SCORES)?,
        })
    }

    /// Tags all tokens of a text.
    pub fn tag(&self, layout: &Layout) -> Tagging {
        self.tag_telling(layout, &mut |_| {})
    }

    /// The same, and tells on the way how much of it is done, from 0 to 1.
    pub fn tag_telling(&self, layout: &Layout, tell: &mut dyn FnMut(f32)) -> Tagging {
        let width = self.words.dim();
        let (mut h, keys) = self.inputs(layout);
        let (blocks, scratch) = (blocks(layout), &mut Scratch::default());
        let of_block = |block: &core::ops::Range<usize>| block.start * width..block.end * width;
        let part = |of: f32, block: &core::ops::Range<usize>| of * block.end as f32 / layout.tokens.len() as f32;
        for block in &blocks {
            self.shared.run(self.kernel, &mut h[of_block(block)], scratch);
            tell(part(FIRST_ROUND, block));
        }
        self.memory.run(self.kernel, &keys, &mut h, scratch);

        let tokens = layout.tokens.len();
        let mut ner = vec![[0.0; LABELS]; tokens];
        let mut roles = vec![[[0.0; 5]; 3]; tokens];
        let mut branch = Vec::new();
        for block in &blocks {
            let h = &mut h[of_block(block)];
            branch.clear();
            branch.extend_from_slice(h);
            self.entities.run(self.kernel, &mut branch, scratch);
            let scores = ner[block.clone()].as_flattened_mut();
            self.entity_head.run(self.kernel, &branch, scratch, scores);
            scores.chunks_exact_mut(LABELS).for_each(|scores| self.kernel.log_softmax(scores));

            self.roles.run(self.kernel, h, scratch);
            let scores = roles[block.clone()].as_flattened_mut().as_flattened_mut();
            self.role_head.run(self.kernel, h, scratch, scores);
            scores.chunks_exact_mut(5).for_each(|scores| self.kernel.log_softmax(scores));
            scores.iter_mut().for_each(|score| *score = exp(*score));
            tell(FIRST_ROUND + part(1.0 - FIRST_ROUND, block));
        }
        Tagging { ner, roles }
    }

    /// The tokens' first vectors, and the keys under which they are remembered.
    fn inputs(&self, layout: &Layout) -> (Vec<f32>, Vec<Option<u64>>) {
        let width = self.words.dim();
        let mut h = Vec::with_capacity(layout.tokens.len() * width);
        let mut keys = Vec::with_capacity(layout.tokens.len());
        // A panic elsewhere spoils nothing here: a form goes in when its vector is complete.
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        for (token, flag) in flags(layout).into_iter().enumerate() {
            let (vector, key) = cache.get(&self.words, layout.word(token));
            let flag = &self.flags[usize::from(flag) * width..][..width];
            h.extend(vector.iter().zip(flag).map(|(x, f)| x + f));
            keys.push(key);
        }
        (h, keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::testing::Toy;

    const TEXT: &str = "The minister said “no”.\n\nAnna Müller, 42, visited Paris in 2021. “We’re not leaving,” Ms. Muller said.\nPARIS IS BIG";

    fn long_text() -> String {
        (0..30).map(|i| format!("{TEXT} It rained {i} times in Tromsø.\n")).collect()
    }

    #[test]
    fn agrees_with_the_network_in_double_precision() {
        let (toy, text) = (Toy::new(), long_text());
        let bytes = toy.writer.bytes();
        let tagger = Tagger::read(&ModelFile::parse(&bytes).unwrap()).unwrap();
        let layout = Layout::of(&text);
        assert!(blocks(&layout).len() > 2);
        let (tagging, (ner, roles)) = (tagger.tag(&layout), toy.tag(&layout));
        let (mut total, mut highest) = (0.0, 0.0f64);
        for t in 0..layout.tokens.len() {
            let found = tagging.ner[t].iter().chain(tagging.roles[t].as_flattened());
            for (found, expected) in found.zip(ner[t].iter().chain(&roles[t])) {
                let error = (f64::from(*found) - expected).abs();
                total += error;
                highest = highest.max(error);
            }
        }
        // Between two steps of fixed point, single precision may fall to the other side.
        let mean = total / (layout.tokens.len() * (LABELS + ROLE_SCORES)) as f64;
        assert!(mean < 0.003 && highest < 0.2, "off by {mean} in the mean, by {highest} at most");
    }

    #[test]
    fn every_kernel_and_a_full_cache_give_the_same_bits() {
        let (toy, text) = (Toy::new(), long_text());
        let bytes = toy.writer.bytes();
        let file = ModelFile::parse(&bytes).unwrap();
        let layout = Layout::of(&text);
        let bits = |tagging: Tagging| tagging.ner.as_flattened().iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let portable = Tagger::with_kernel(&file, Kernel::Portable).unwrap();
        let best = Tagger::with_kernel(&file, Kernel::best()).unwrap();
        let first = bits(portable.tag(&layout));
        assert_eq!(bits(best.tag(&layout)), first);
        assert_eq!(bits(best.tag(&layout)), first);
        let many: String = (0..9000).map(|i| format!("w{i} ")).collect();
        best.tag(&Layout::of(&many));
        assert_eq!(bits(best.tag(&layout)), first);
    }

    #[test]
    fn a_text_without_tokens_has_no_tags() {
        let bytes = Toy::new().writer.bytes();
        let tagger = Tagger::read(&ModelFile::parse(&bytes).unwrap()).unwrap();
        for text in ["", " \n\u{feff}"] {
            assert!(tagger.tag(&Layout::of(text)).ner.is_empty());
        }
    }

    #[test]
    fn a_model_that_lacks_something_says_what() {
        let refused = |change: fn(&mut crate::tagger::testing::Writer)| {
            let mut toy = Toy::new();
            change(&mut toy.writer);
            let bytes = toy.writer.bytes();
            let error = Tagger::read(&ModelFile::parse(&bytes).unwrap()).err().expect("an error");
            error.to_string()
        };
        assert!(refused(|w| w.remove("n.0.w")).contains("no tensor “n.0.w”"));
        assert!(refused(|w| w.remove("ner.w.scale")).contains("no tensor “ner.w.scale”"));
        let short = refused(|w| {
            w.remove("flag");
            w.floats("flag", &[2], &[0.5; 2]);
        });
        assert!(short.contains("“flag” has 2 values"), "{short}");
    }
}
