//! Text to document, with the model that the page has.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark_fuzz::{ANNOTATOR, checks};

fuzz_target!(|bytes: &[u8]| {
    checks::document::annotated(&ANNOTATOR, &checks::texts::text(bytes));
});
