//! Shared code of the fuzz targets. Each target makes an input from libFuzzer's bytes, passes it to the crate and
//! checks the result. The inputs and the checks are defined in `tests/checks`, which the crate's own tests use too.
//! `docs/reliability.md` explains how to run the targets and what they have found.

#[path = "../../tests/checks/mod.rs"]
pub mod checks;

use newsmark::{Annotator, MODEL};
use std::sync::LazyLock;

/// The committed model, read once.
pub static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(MODEL).expect("the crate's own model"));

/// A text, and the bytes that remain for what belongs to it. The first byte is the length of the text.
pub fn text_and_rest(bytes: &[u8]) -> (String, &[u8]) {
    let Some((&length, rest)) = bytes.split_first() else { return (String::new(), &[]) };
    let (text, rest) = rest.split_at(rest.len().min(usize::from(length)));
    (checks::texts::text(text), rest)
}
