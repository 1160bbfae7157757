//! Scores predicted documents against gold ones.
//!
//! Both are [`Row`]s, the JSON of a document with offsets in code points. A scorer ([`Ner`], [`Quotes`], [`Cases`],
//! [`Chains`], [`Gap`], [`Media`], [`Values`], [`Places`]) is given the pairs one by one and writes a report at the end, so a corpus need not fit into memory. Each
//! module defines what counts as right.

#![warn(missing_docs, missing_debug_implementations)]

mod bootstrap;
mod cases;
mod chains;
mod convention;
mod gap;
mod media;
mod ner;
mod places;
mod quotes;
mod rows;
mod shape;
pub mod training;
mod values;

pub use cases::Cases;
pub use chains::Chains;
pub use convention::Convention;
pub use gap::Gap;
pub use media::{Media, MediumLabel};
pub use ner::{LabelMap, Ner};
pub use places::Places;
pub use quotes::Quotes;
pub use rows::{ChainRow, EntityRow, MentionRow, NameRow, QuoteRow, Row, TimexRow, distinct, read_rows};
pub use values::{Values, published};

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::AddAssign;

/// The counts from which precision and recall are computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// True positives.
    pub right: usize,
    /// False positives.
    pub wrong: usize,
    /// False negatives.
    pub missed: usize,
}

impl Counts {
    /// Compares the items that were predicted with those of the gold document.
    pub fn of<T: Eq + Hash>(gold: &HashSet<T>, predicted: &HashSet<T>) -> Counts {
        let right = gold.intersection(predicted).count();
        Counts { right, wrong: predicted.len() - right, missed: gold.len() - right }
    }

    /// The number of gold items.
    pub fn gold(self) -> usize {
        self.right + self.missed
    }

    /// The share of the predicted items that are right.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    /// The share of the gold items that were predicted.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold())
    }

    /// The harmonic mean of precision and recall. An equivalent formula could change the last digit that is printed.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// The quotient of two counts; 0 if both are 0.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
