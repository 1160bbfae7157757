//! Newsmark's annotations in the formats of other programs ([`export`]), and web annotations made into a document
//! ([`import`]).

#![deny(missing_docs)]

pub mod export;
pub mod import;
