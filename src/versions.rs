//! The versions of the code, of the document's schema and of the model. Together they identify how a result was made.
//!
//! They are defined here once, for the exports, `newsmark --version`, the page's About and the npm package.

use core::fmt;
use serde::Serialize;

/// The name of the program.
pub const PROGRAM: &str = "Newsmark";

/// The version of the code.
pub const CODE: &str = env!("CARGO_PKG_VERSION");

/// The version of the schema of [`Document`](crate::Document) and of the Newsmark file around it. It is increased when
/// programs that read the old schema would misread the new one.
pub const SCHEMA: u32 = 2;

/// The length of a model's fingerprint.
const FINGERPRINT: usize = 16;

/// All three: for programs as JSON, for people by [`Display`](fmt::Display).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Versions<'m> {
    /// The version of the code.
    pub newsmark: &'static str,
    /// The version of the schema.
    pub schema: u32,
    /// The model's fingerprint; `null` if the model is not known.
    pub model: Option<&'m str>,
}

impl<'m> Versions<'m> {
    /// The versions with a model's fingerprint. It may come from an untrusted file, so anything else is left out.
    pub fn with(model: &'m str) -> Versions<'m> {
        let is_fingerprint = model.len() == FINGERPRINT && model.bytes().all(|byte| byte.is_ascii_hexdigit());
        Versions { newsmark: CODE, schema: SCHEMA, model: is_fingerprint.then_some(model) }
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
    fn display_and_json_agree() {
        let versions = Versions::with("51fb84b5888cc91d");
        assert_eq!(versions.to_string(), format!("Newsmark {CODE} (schema {SCHEMA}, model 51fb84b5888cc91d)"));
        let json = serde_json::json!({ "newsmark": CODE, "schema": SCHEMA, "model": "51fb84b5888cc91d" });
        assert_eq!(serde_json::to_value(versions).unwrap(), json);
    }

    #[test]
    fn anything_but_a_fingerprint_is_left_out() {
        for model in ["", "m", "51fb84b5888cc91d0", "51fb84b5888c\n91d", "=cmd|' /C calc'"] {
            assert_eq!(Versions::with(model).model, None, "{model}");
            assert!(Versions::with(model).to_string().ends_with("no known model)"));
        }
    }
}
