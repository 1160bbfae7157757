//! Syntax: what each word can be, and the noun phrases that words form.
//!
//! In come the layout and the entities; out comes a [`TokenView`], which answers what coreference chains and
//! quotations ask of a token. [`lexicon`](crate::lexicon) is the one list of words, [`noun_phrase`] has the readers of noun phrases.
//! There is no parser: word classes and the tokens nearby are enough for what the later stages need.

pub mod noun_phrase;
#[cfg(test)]
pub mod testing;
mod token_view;

pub use noun_phrase::{Modifiers, PersonPhrase};
pub use token_view::TokenView;
