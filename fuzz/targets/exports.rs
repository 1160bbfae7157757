//! An article with arbitrary annotations, in every format.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use newsmark_fuzz::{checks, text_and_rest};

fuzz_target!(|bytes: &[u8]| {
    let (text, rest) = text_and_rest(bytes);
    // An error only means that the bytes ran out inside a string.
    if let Ok(article) = checks::made::article(&mut Unstructured::new(rest), &text) {
        checks::exports::hold(&article);
    }
});
