//! Shows training the text as the library sees it, and the choices that its rankers have to make. Each function writes one
//! line of JSON.

pub mod inspect;
pub mod links;
pub mod pronouns;
