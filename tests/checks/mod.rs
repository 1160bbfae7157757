//! What must hold whatever comes in: written down once, for the tests (`tests/pipeline`) and for the fuzzers
//! (`fuzz`), which include this module.
//!
//! Three kinds of things are here. [`texts`] and [`made`] make texts, tags, documents and files of arbitrary
//! bytes, so that a fuzzer's mutations and proptest's shrinking act on all of them. [`document`], [`exports`],
//! [`imports`] and [`offsets`] check what comes out, and panic with what is wrong. [`perturbed`] makes
//! the same article in another typography.

pub mod document;
pub mod exports;
pub mod imports;
pub mod made;
pub mod offsets;
pub mod perturbed;
pub mod texts;
