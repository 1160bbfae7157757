//! The versions by which a result can be made again: of the code, of the form that it has, of the model.
//!
//! Each is said in one place, and all that names them comes here: the exports, `newsmark --version`, the
//! page's About, the npm package.

use core::fmt;
use serde::Serialize;

/// The name by which people know the program.
pub const PROGRAM: &str = "Newsmark";

/// The version of the code.
pub const CODE: &str = env!("CARGO_PKG_VERSION");

/// The version of the form in which annotations are given: of [`Document`](crate::Document) and of the
/// Newsmark file around it. It goes up when somebody who reads the old form would misread the new one.
pub const SCHEMA: u32 = 1;

/// What a model's fingerprint looks like.
const FINGERPRINT: usize = 16;

/// All three, as programs read them; as people do by [`Display`](fmt::Display).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Versions<'m> {
    /// Of the code.
    pub newsmark: &'static str,
    /// Of the form.
    pub schema: u32,
    /// The model's fingerprint; `null` where no model is known to have found anything.
    pub model: Option<&'m str>,
}

impl<'m> Versions<'m> {
    /// With the fingerprint of a model. It may come out of a file that anybody has written: what is none
    /// is not repeated.
    pub fn with(model: &'m str) -> Versions<'m> {
        let is_one = model.len() == FINGERPRINT && model.bytes().all(|byte| byte.is_ascii_hexdigit());
        Versions { newsmark: CODE, schema: SCHEMA, model: is_one.then_some(model) }
    }
}

impl fmt::Display for Versions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{PROGRAM} {} (schema {}, ", self.newsmark, self.schema)?;
        match self.model {
            Some(model) => write!(f, "model {model})"),
            None => write!(f, "no known model)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_programs_are_told_the_same() {
        let versions = Versions::with("51fb84b5888cc91d");
        assert_eq!(versions.to_string(), format!("Newsmark {CODE} (schema 1, model 51fb84b5888cc91d)"));
        let json = serde_json::json!({ "newsmark": CODE, "schema": 1, "model": "51fb84b5888cc91d" });
        assert_eq!(serde_json::to_value(versions).unwrap(), json);
    }

    #[test]
    fn what_is_no_fingerprint_is_not_repeated() {
        for model in ["", "m", "51fb84b5888cc91d0", "51fb84b5888c\n91d", "=cmd|' /C calc'"] {
            assert_eq!(Versions::with(model).model, None, "{model}");
            assert!(Versions::with(model).to_string().ends_with("no known model)"));
        }
    }
}
