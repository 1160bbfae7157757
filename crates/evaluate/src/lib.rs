//! How good the annotations are: the project's figures, from gold documents and predicted ones.
//!
//! Both sides are [`Row`]s, the JSON of a document with its offsets in code points. A scorer takes
//! them pair by pair ([`Ner`], [`Quotes`], [`Cases`], [`Chains`]) and prints its report at the end,
//! so a corpus never has to be in memory at once. What counts as right is said in each module.

mod bootstrap;
mod cases;
mod chains;
mod ner;
mod quotes;
mod rows;
mod shape;
pub mod training;

pub use cases::Cases;
pub use chains::Chains;
pub use ner::{LabelMap, Ner};
pub use quotes::Quotes;
pub use rows::{ChainRow, EntityRow, MentionRow, QuoteRow, Row, distinct, read_rows};

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::AddAssign;

/// What was found and is there, was found and is not, is there and was not found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Counts {
    /// Compares two sets.
    pub fn of<T: Eq + Hash>(gold: &HashSet<T>, predicted: &HashSet<T>) -> Counts {
        let right = gold.intersection(predicted).count();
        Counts { right, wrong: predicted.len() - right, missed: gold.len() - right }
    }

    pub fn gold(self) -> usize {
        self.right + self.missed
    }

    pub fn precision(self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold())
    }

    /// By the very formula of the scripts, on which the last digit that is printed may depend.
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

/// The share, 0 where there is nothing to share.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
