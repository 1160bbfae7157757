//! The neural tagger: one pass over the tokens gives, for each, label probabilities for entities and
//! for the three roles of an attribution.

pub mod blocks;
pub mod features;
pub mod flags;

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

/// What the tagger says of a text's tokens.
#[derive(Clone, Debug, Default)]
pub struct Tagging {
    /// For each token and [`Role`], the probability of each [`Place`].
    pub roles: Vec<[[f32; 5]; 3]>,
}
