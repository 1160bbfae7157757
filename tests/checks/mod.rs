//! Invariants that hold for every input. The tests (`tests/pipeline`) and the fuzzers (`fuzz`) both include this
//! module.
//!
//! [`texts`] and [`made`] generate texts, tags, documents and files from arbitrary bytes, so that fuzzers can mutate
//! them and proptest can shrink them. [`document`], [`exports`], [`imports`] and [`offsets`] check results, and panic
//! if an invariant does not hold. [`perturbed`] changes the typography of an article.

pub mod annotation_tools;
pub mod document;
pub mod exports;
pub mod imports;
pub mod made;
pub mod offsets;
pub mod perturbed;
pub mod texts;
