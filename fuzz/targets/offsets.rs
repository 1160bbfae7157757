//! Conversion of offsets between bytes, code points and UTF-16 units, and back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark_fuzz::checks;

fuzz_target!(|bytes: &[u8]| checks::offsets::hold(&checks::texts::text(bytes)));
