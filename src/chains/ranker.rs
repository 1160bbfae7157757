//! Whom a pronoun means: the person spoken of last whose gender is not another.

use super::walk::Question;

/// The candidate's index; `None` where nobody fits.
pub fn choose(question: &Question) -> Option<usize> {
    question.candidates.iter().position(|candidate| candidate.chain.is_some() && candidate.features[12] == 0.0)
}
