//! Noun phrases, read in two ways.
//!
//! [`PersonPhrase::around`] starts from a head that is known, a role or another word for a person, and reads
//! outwards. It uses the entities, because a phrase may contain one ("the former *Russian* defence minister").
//!
//! [`beginning_at`], [`ending_at`] and [`subject_of`] know only one edge of a phrase, as beside a reporting verb,
//! and look for the other one. They do not use the entities: a speaker may be any noun ("a report by the
//! ministry"), and what the phrase stops at is the verb or the clause behind it.
//!
//! The two differ in what may belong to a phrase, because the first must not take in a word that does not
//! describe the person, and the second must not cut a speaker short.

mod around_head;
mod by_edges;

pub use around_head::{Modifiers, PersonPhrase};
pub use by_edges::{beginning_at, core_ending_at, ending_at, subject_of};
