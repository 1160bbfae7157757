//! The whole network: from the tokens of a text to their [`Tagging`].

use super::activation::exp;
use super::blocks::blocks;
use super::edit_cache::{EditCache, Part, Stale};
use super::flags::{FLAGS, flags};
use super::kernels::{COLUMNS, Kernel};
use super::layers::{Branch, Head, Memory, Scratch};
use super::model_file::{ModelError, ModelFile};
use super::words::{WordCache, WordLayer};
use super::{LABELS, Tagging};
use crate::layout::Layout;
use core::fmt;
use core::ops::Range;
use std::sync::{Mutex, PoisonError};

/// The scores of the role head: five tags for each of three roles.
const ROLE_SCORES: usize = 15;

/// The sum of this many products of bytes fits into 32 bits, with room to spare.
const WIDEST: usize = 4096;

/// The share of the work that is done after the first of two rounds over the text.
const FIRST_ROUND: f32 = 0.55;

/// A model, ready to run.
pub struct Tagger {
    kernel: Kernel,
    words: WordLayer,
    /// The word forms of this text and of earlier ones.
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
    /// Reads all weights.
    pub fn read(file: &ModelFile) -> Result<Tagger, ModelError> {
        Tagger::with_kernel(file, Kernel::best())
    }

    pub(super) fn with_kernel(file: &ModelFile, kernel: Kernel) -> Result<Tagger, ModelError> {
        let words = WordLayer::read(file)?;
        let width = words.dim();
        if width % COLUMNS != 0 || width > WIDEST {
            return Err(file
                .tensor("b1")?
                .wrong(format!("has {width} values, not a multiple of {COLUMNS} up to {WIDEST}")));
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

    /// The name of the instruction set that it uses.
    pub fn kernel(&self) -> &'static str {
        self.kernel.name()
    }

    /// Tags all tokens of a text.
    pub fn tag(&self, layout: &Layout) -> Tagging {
        self.tag_with_progress(layout, None, &mut |_| {})
    }

    /// Tags all tokens of a text and reports the share that is done, from 0 to 1. With the cache of an earlier
    /// version it computes only what has changed.
    pub fn tag_with_progress(
        &self,
        layout: &Layout,
        mut cache: Option<&mut EditCache>,
        report: &mut dyn FnMut(f32),
    ) -> Tagging {
        let width = self.words.dim();
        let flags = flags(layout);
        let (mut h, keys) = self.inputs(layout, &flags);
        let (blocks, scratch) = (blocks(layout), &mut Scratch::default());
        if let Some(cache) = cache.as_deref_mut() {
            cache.begin(layout, &flags, &blocks);
        }
        let of_block = |block: &Range<usize>| block.start * width..block.end * width;
        let share = |of: f32, block: &Range<usize>| of * block.end as f32 / layout.tokens.len() as f32;
        for (number, block) in blocks.iter().enumerate() {
            let h = &mut h[of_block(block)];
            match cache.as_deref_mut().and_then(|cache| cache.block(number)) {
                Some(known) if !known.shared.is_empty() => h.copy_from_slice(&known.shared),
                unknown => {
                    self.shared.run(self.kernel, h, scratch);
                    if let Some(block) = unknown {
                        block.shared = h.to_vec();
                    }
                }
            }
            report(share(FIRST_ROUND, block));
        }
        let recalled = self.memory.recall(self.kernel, &keys, &h, scratch);
        self.memory.give_back(self.kernel, &recalled, &mut h, scratch);

        let tokens = layout.tokens.len();
        let mut tagging = Tagging { ner: vec![[0.0; LABELS]; tokens], roles: vec![[[0.0; 5]; 3]; tokens] };
        for (number, block) in blocks.iter().enumerate() {
            let (ner, roles) = (&mut tagging.ner[block.clone()], &mut tagging.roles[block.clone()]);
            let known = cache.as_deref_mut().and_then(|cache| cache.block(number));
            let mut stale = Stale::All(block.len());
            if let Some(known) = &known
                && !known.ner.is_empty()
            {
                ner.copy_from_slice(&known.ner);
                roles.copy_from_slice(&known.roles);
                stale = Stale::Near(recalled.changed(block, &known.given), block.len());
            }
            self.second_round(&h[of_block(block)], &stale, scratch, ner, roles);
            if let Some(known) = known {
                (known.given, known.ner, known.roles) = (recalled.given(block), ner.to_vec(), roles.to_vec());
            }
            report(FIRST_ROUND + share(1.0 - FIRST_ROUND, block));
        }
        if let Some(cache) = cache {
            cache.end();
        }
        tagging
    }

    /// The branches and heads for one block: overwrites the tags of its stale tokens.
    fn second_round(
        &self,
        h: &[f32],
        stale: &Stale,
        scratch: &mut Scratch,
        ner: &mut [[f32; LABELS]],
        roles: &mut [[[f32; 5]; 3]],
    ) {
        let width = self.words.dim();
        let mut vectors = Vec::new();
        let mut run = |branch: &Branch, head: &Head, part: &Part, scores: &mut [f32]| {
            vectors.clear();
            vectors.extend_from_slice(&h[part.seen.start * width..part.seen.end * width]);
            branch.run(self.kernel, &mut vectors, scratch);
            let first = part.stale.start - part.seen.start;
            head.run(self.kernel, &vectors[first * width..][..part.stale.len() * width], scratch, scores);
        };
        for part in stale.parts(self.entities.reach()) {
            let scores = ner[part.stale.clone()].as_flattened_mut();
            run(&self.entities, &self.entity_head, &part, scores);
            scores.chunks_exact_mut(LABELS).for_each(|scores| self.kernel.log_softmax(scores));
        }
        for part in stale.parts(self.roles.reach()) {
            let scores = roles[part.stale.clone()].as_flattened_mut().as_flattened_mut();
            run(&self.roles, &self.role_head, &part, scores);
            scores.chunks_exact_mut(5).for_each(|scores| self.kernel.log_softmax(scores));
            scores.iter_mut().for_each(|score| *score = exp(*score));
        }
    }

    /// The tokens' input vectors, and their keys in the document memory.
    fn inputs(&self, layout: &Layout, flags: &[u8]) -> (Vec<f32>, Vec<Option<u64>>) {
        let width = self.words.dim();
        let mut h = Vec::with_capacity(layout.tokens.len() * width);
        let mut keys = Vec::with_capacity(layout.tokens.len());
        // A poisoned cache is still sound: a form is inserted when its vector is complete.
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        for (token, &flag) in flags.iter().enumerate() {
            let (vector, key) = cache.get(&self.words, layout.word(token));
            let flag = &self.flags[usize::from(flag) * width..][..width];
            h.extend(vector.iter().zip(flag).map(|(x, f)| x + f));
            keys.push(key);
        }
        (h, keys)
    }
}

impl fmt::Debug for Tagger {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Tagger").field("kernel", &self.kernel).finish_non_exhaustive()
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
        // A number halfway between two steps of fixed point may be rounded to the other one in single precision.
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
    fn an_edit_cache_does_not_change_the_tags() {
        let bytes = Toy::new().writer.bytes();
        let tagger = Tagger::read(&ModelFile::parse(&bytes).unwrap()).unwrap();
        let text = long_text();
        let half = text.len() / 2
            - text[..text.len() / 2].chars().rev().take_while(|&c| c != '\n').map(char::len_utf8).sum::<usize>();
        let mut cache = EditCache::default();
        let versions = [
            text.clone(),
            text.replacen("Paris", "Rome", 3),
            text.replacen("visited Paris", "had visited Paris", 1),
            format!("{}Müller was in Paris.\n{}", &text[..half], &text[half..]),
            text[half..].to_owned(),
            String::new(),
            text.clone(),
            "Müller was in Paris. ".repeat(1 << 12),
            text,
        ];
        for text in &versions {
            let layout = Layout::of(text);
            let (new, again) = (tagger.tag(&layout), tagger.tag_with_progress(&layout, Some(&mut cache), &mut |_| {}));
            assert!(new.ner == again.ner && new.roles == again.roles, "{text:.60}…");
        }
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
    fn an_error_names_the_tensor_that_is_missing() {
        let refused = |change: fn(&mut crate::tagger::testing::Writer)| {
            let mut toy = Toy::new();
            change(&mut toy.writer);
            let bytes = toy.writer.bytes();
            let error = Tagger::read(&ModelFile::parse(&bytes).unwrap()).expect_err("the tensor is missing");
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
