//! An article with any annotations at all, in every format.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use newsmark_fuzz::{checks, text_and_rest};

fuzz_target!(|bytes: &[u8]| {
    let (text, rest) = text_and_rest(bytes);
    // Too few bytes for a string of the length that they ask for: nothing to see.
    if let Ok(article) = checks::made::article(&mut Unstructured::new(rest), &text) {
        checks::exports::hold(&article);
    }
});
