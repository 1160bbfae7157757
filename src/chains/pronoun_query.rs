//! The question that the resolver asks for each pronoun: which of these people does it mean?

use super::features::Features;
use crate::text::Span;

/// A pronoun and the people whom it may mean.
#[derive(Debug)]
pub struct PronounQuery<'w> {
    pub pronoun: Span,
    /// The last one is nobody: the pronoun means none of them.
    pub antecedents: Vec<Antecedent<'w>>,
}

/// A possible antecedent of a pronoun.
#[derive(Debug)]
pub struct Antecedent<'w> {
    pub features: Features,
    /// The chain. Somebody without a name has none, and a phrase instead.
    pub chain: Option<usize>,
    pub phrase: Option<Span>,
    /// The names in the chain.
    pub names: &'w [Span],
    /// The person is not known to have the other gender.
    pub agrees: bool,
    /// Somebody without a name who reports something in the pronoun's sentence: "a guard said he".
    pub reports: bool,
    /// The pronoun cannot mean this person: the name is surely one of the other gender.
    pub excluded: bool,
}

/// Decides which antecedent a pronoun means; `None` for nobody.
pub type Decide<'d> = dyn FnMut(&PronounQuery) -> Option<usize> + 'd;
