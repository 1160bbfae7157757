//! From a text to its document, with the committed model.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::OffsetUnit;
use newsmark_fuzz::{ANNOTATOR, checks};

fuzz_target!(|bytes: &[u8]| {
    let text = checks::texts::text(bytes);
    // Annotating twice and in every unit takes more than twice as long, so do it for one text in eight.
    if text.len().is_multiple_of(8) {
        checks::document::annotated(&ANNOTATOR, &text);
    } else {
        checks::document::holds(&text, &ANNOTATOR.annotate(&text, OffsetUnit::Utf8));
    }
});
