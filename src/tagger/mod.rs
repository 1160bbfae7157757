//! The neural network: for each token, probabilities of the entity labels and of the three roles of an
//! attribution.
//!
//! 1. [`features`] hashes the parts of a word form, `words` looks them up in embedding tables and computes the
//!    word's vector (once for each form), and [`flags`] adds an embedding of the token's position;
//! 2. `layers` convolves the tokens of a block ([`blocks`]), then adds to every name what its other mentions in
//!    the document show (the document memory);
//! 3. two branches of further layers end in scores, one for entities and one for roles.
//!
//! The weights come from one file (`model_file`), quantised to 8 bits or fewer. The matrix products are in
//! integers (`kernels`) and the activation functions are our own (`activation`), so that a text gets the same
//! tags on every machine and in every browser.

mod activation;
mod edit_cache;
pub mod kernels;
mod layers;
mod matrix;
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
pub use edit_cache::EditCache;
pub use model_file::{ModelError, ModelFile};
pub use network::Tagger;

/// The position of a token in a span (BIOES tagging).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum BioesTag {
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

/// The number of entity labels: outside, and four tags for each of 18 types.
pub const LABELS: usize = 1 + 4 * 18;

/// The tagger's output for the tokens of a text.
#[derive(Clone, Debug, Default)]
pub struct Tagging {
    /// For each token, the logarithm of each entity label's probability. Outside comes first, then begin, inside,
    /// end and single of each type, in the order of [`crate::entities::EntityType::ALL`].
    pub ner: Vec<[f32; LABELS]>,
    /// For each token and [`Role`], the probability of each [`BioesTag`].
    pub roles: Vec<[[f32; 5]; 3]>,
}
