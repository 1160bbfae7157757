//! Model files: a small valid file, changed in some places, with a checksum that is right or wrong. A rejected file
//! gives a reason, and an accepted file annotates.

#![no_main]

use arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use newsmark::Annotator;
use newsmark::OffsetUnit;
use newsmark::tagger::testing::Toy;
use newsmark::text::hash::{START, fnv1a};
use newsmark_fuzz::checks;
use std::sync::LazyLock;

/// A network with random weights, about 40 kB in total.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| Toy::new().writer.bytes());

/// The bytes of the checksum. It covers everything after them.
const CHECKSUM: std::ops::Range<usize> = 16..24;

const TEXT: &str = "“No,” said Anna Müller, 42, of Paris.\n\nShe left in 2021.";

fuzz_target!(|bytes: &[u8]| {
    let model = match bytes.split_first() {
        Some((0, raw)) => raw.to_vec(),
        _ => changed(&mut Unstructured::new(bytes)).expect("bytes that run out give zeros"),
    };
    match Annotator::new(&model) {
        Ok(annotator) => checks::document::holds(TEXT, &annotator.annotate(TEXT, OffsetUnit::Utf8)),
        Err(error) => assert!(error.to_string().len() > 20),
    }
});

fn changed(u: &mut Unstructured) -> Result<Vec<u8>> {
    let mut model = SOUND.clone();
    // Most changes go to the directory of tensors, where they matter most.
    let directory = model.windows(8).position(|bytes| bytes == b"roles.b\x00").unwrap_or(CHECKSUM.end) + 32;
    for _ in 0..u.int_in_range(0..=6)? {
        let last = if u.ratio(3, 4)? { directory } else { model.len() }.min(model.len());
        let at = u.int_in_range(0..=last)?;
        let part = u.bytes(u.len().min(usize::from(u.peek_bytes(1).map_or(0, |b| b[0] % 9))))?;
        match u.int_in_range(0..=4)? {
            0 => model.truncate(at),
            1 => drop(model.splice(at..at, part.iter().copied())),
            2 => drop(model.drain(at..(at + part.len()).min(model.len()))),
            _ => {
                let end = (at + part.len()).min(model.len());
                model[at..end].copy_from_slice(&part[..end - at]);
            }
        }
    }
    if model.len() >= CHECKSUM.end && u.ratio(7, 8)? {
        let sum = fnv1a(START, model[CHECKSUM.end..].iter().copied());
        model[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
    }
    Ok(model)
}
