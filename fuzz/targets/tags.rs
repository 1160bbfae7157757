//! From a text and arbitrary tags to a document. A trained model gives sensible tags, but the later stages must
//! tolerate all others too.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use newsmark::OffsetUnit;
use newsmark::layout::Layout;
use newsmark_fuzz::{ANNOTATOR, checks, text_and_rest};

fuzz_target!(|bytes: &[u8]| {
    let (text, rest) = text_and_rest(bytes);
    let layout = Layout::of(&text);
    let tagging = checks::made::tagging(&mut Unstructured::new(rest), layout.tokens.len())
        .expect("bytes that run out give zeros");
    checks::document::holds(&text, &ANNOTATOR.document(&layout, &tagging, OffsetUnit::Utf8, None, &mut |_| {}));
});
