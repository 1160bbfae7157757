//! What the fuzz targets share. Each target makes something of libFuzzer's bytes, gives it to the crate and
//! checks what comes back; what to make and what to check stands in `tests/checks`, where the crate's
//! own tests have it from as well. `docs/reliability.md` says how to run them and what they have found.

#[path = "../../tests/checks/mod.rs"]
pub mod checks;

use newsmark::{Annotator, MODEL};
use std::sync::LazyLock;

/// The committed model, read once.
pub static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(MODEL).expect("the crate's own model"));

/// A text, and the bytes of which to make what belongs to it: the first byte is the text's length.
pub fn text_and_rest(bytes: &[u8]) -> (String, &[u8]) {
    let Some((&length, rest)) = bytes.split_first() else { return (String::new(), &[]) };
    let (text, rest) = rest.split_at(rest.len().min(usize::from(length)));
    (checks::texts::text(text), rest)
}
