//! Named entities, quotations and their speakers in news text.
//!
//! The text goes through these stages, one module each, and every module knows only those before it:
//!
//! [`text`] → [`tokens`] → [`marks`] → [`sentences`] → [`tagger`] → [`entities`] → [`chains`] →
//! [`quotes`] → [`document`]
//!
//! Inside the crate every position is a byte offset into the text as given, a half-open
//! [`text::Span`]. The [`document`] stage turns them into the unit that the caller asked for.

pub mod text;
pub mod tokens;
pub mod marks;
pub mod sentences;


pub mod layout;
pub mod tagger;
pub mod entities;
pub mod chains;
pub mod quotes;
pub mod document;

mod annotator;

pub use annotator::Annotator;
pub use tagger::ModelError;

/// The model that belongs to this version of the crate, for [`Annotator::new`].
#[cfg(feature = "model")]
pub const MODEL: &[u8] = include_bytes!("../model/newsmark.model");

#[cfg(feature = "export")]
pub mod export;

#[cfg(feature = "cli")]
pub mod evaluate;

#[cfg(target_arch = "wasm32")]
mod wasm;
