//! What training asks of the library: the text as it sees it, and the choices that its rankers have to make. Each answer
//! is a line of JSON.

pub mod inspect;
pub mod links;
pub mod pronouns;
