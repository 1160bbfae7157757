//! Imported files: raw bytes, annotations of every shape, and Newsmark files with changed values.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use newsmark_fuzz::{checks, text_and_rest};

fuzz_target!(|bytes: &[u8]| {
    let (text, rest) = text_and_rest(bytes);
    let Some((mode, rest)) = rest.split_first() else { return };
    let mut u = Unstructured::new(rest);
    let made = match mode % 4 {
        0 | 1 => return checks::imports::hold(&text, rest),
        2 => checks::imports::annotations(&mut u, &text),
        _ => checks::imports::tampered_article(&mut u, &text),
    };
    if let Ok(json) = made {
        checks::imports::hold(&text, json.to_string().as_bytes());
    }
});
