//! From expressions of arbitrary words to values.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use newsmark_fuzz::checks;

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let published = newsmark::values::day(
        ["2023-07-28", "2024-02-29", "0001-01-01", "9999-12-31", ""][bytes.choose_index(5).unwrap_or(0)],
    );
    let (text, spans) = checks::made::expressions(&mut bytes).expect("bytes that run out give zeros");
    checks::made::valued(&text, &spans, published).entities.iter().for_each(checks::document::value);
});
