//! The neural tagger: one pass over the tokens gives, for each, label probabilities for entities and
//! for the three roles of an attribution.
//!
//! A token's way through the network:
//!
//! 1. [`features`] hashes the word form, `words` looks its parts up in tables and makes a vector of
//!    them (once for each form), and [`flags`] adds where the token stands;
//! 2. `layers` lets the tokens of a block ([`blocks`]) see their neighbours, then gives every name what
//!    its other mentions in the document show;
//! 3. two branches of more layers end in scores, for entities and for roles.
//!
//! The weights come from one file (`model_file`), quantised to 8 bits and less. The products are in
//! integers (`kernels`) and the functions of one number are ours (`activation`), so a text has the same
//! tags on every machine and in every browser.

mod activation;
pub mod kernels;
mod layers;
mod matrix;
mod memo;
mod model_file;
mod network;
mod table;
#[cfg(any(test, fuzzing))]
pub mod testing;
mod vocabulary;
mod words;

pub mod blocks;
pub mod features;
pub mod flags;

pub use activation::exp;
pub use memo::Memo;
pub use model_file::{ModelError, ModelFile};
pub use network::Tagger;

/// BIOES: where a token stands in a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Place {
    Outside,
    Begin,
    Inside,
    End,
    Single,
}

/// The roles of an attribution (Newell et al., PolNeAR, LREC 2018), in the order of
/// [`Tagging::roles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    Speaker,
    Cue,
    Content,
}

/// How many entity labels there are: outside, and four places in each of 18 types.
pub const LABELS: usize = 1 + 4 * 18;

/// What the tagger says of a text's tokens.
#[derive(Clone, Debug, Default)]
pub struct Tagging {
    /// For each token, the logarithm of each entity label's probability. Outside comes first, then, in
    /// the order of [`crate::entities::EntityType::ALL`], each type's begin, inside, end and single.
    pub ner: Vec<[f32; LABELS]>,
    /// For each token and [`Role`], the probability of each [`Place`].
    pub roles: Vec<[[f32; 5]; 3]>,
}
