//! What later stages ask of words: their classes, and the noun phrases that they form.
//!
//! In come the layout and the entities, out comes [`TokenView`].

pub mod lexicon;
pub mod noun_phrase;
mod person_phrase;
mod token_view;

pub use person_phrase::PersonPhrase;
pub use token_view::TokenView;
