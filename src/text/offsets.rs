use super::Span;
use crate::names::named;
use serde::{Deserialize, Serialize};

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Unicode code points, as Python counts a `str`.
    #[default]
    CodePoints,
    /// UTF-16 code units, as JavaScript counts a string.
    Utf16,
    /// UTF-8 bytes, as Rust counts a `str`.
    Utf8,
}

impl OffsetUnit {
    /// All of them.
    pub const ALL: [OffsetUnit; 3] = [OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Utf8];

    /// The name, as in JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::CodePoints => "codepoints",
            OffsetUnit::Utf16 => "utf16",
            OffsetUnit::Utf8 => "utf8",
        }
    }
}

named!(OffsetUnit, "offset unit");

/// Converts byte offsets into another unit and back.
///
/// It keeps a sample for every 64 bytes. So a lookup reads at most 64 bytes, however long the text is, and the
/// map takes a sixteenth of the text's size.
///
/// ```
/// use newsmark::text::{OffsetMap, OffsetUnit};
/// let text = "“Oui” 🎉 non";
/// let map = OffsetMap::new(text, OffsetUnit::Utf16);
/// let byte = text.find("non").unwrap();
/// assert_eq!(map.from_byte(byte), 9);
/// assert_eq!(map.to_byte(9), Some(byte));
/// ```
#[derive(Clone, Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// The offset in `unit` at every multiple of [`STEP`] and at the end; empty where the unit is the byte.
    samples: Vec<u32>,
}

/// Bytes between two samples.
const STEP: usize = 64;

impl<'t> OffsetMap<'t> {
    /// A map between byte offsets and offsets in `unit`.
    pub fn new(text: &'t str, unit: OffsetUnit) -> OffsetMap<'t> {
        let mut samples = Vec::new();
        if unit != OffsetUnit::Utf8 && !text.is_ascii() {
            let mut count = 0u32;
            for (i, &b) in text.as_bytes().iter().enumerate() {
                if i % STEP == 0 {
                    samples.push(count);
                }
                count += width(b, unit);
            }
            samples.push(count);
        }
        OffsetMap { text, unit, samples }
    }

    /// The offset, in this map's unit, of a byte offset on a character boundary.
    pub fn from_byte(&self, byte: usize) -> usize {
        debug_assert!(self.text.is_char_boundary(byte));
        if self.samples.is_empty() {
            return byte;
        }
        let block = byte / STEP;
        let bytes = &self.text.as_bytes()[block * STEP..byte];
        self.samples[block] as usize + bytes.iter().map(|&b| width(b, self.unit) as usize).sum::<usize>()
    }

    /// The byte offset of an offset in this map's unit; `None` outside the text or inside a character.
    pub fn to_byte(&self, offset: usize) -> Option<usize> {
        if self.samples.is_empty() {
            return self.text.is_char_boundary(offset).then_some(offset);
        }
        let block = self.samples.partition_point(|&s| (s as usize) <= offset).checked_sub(1)?;
        // The last sample is for the end of the text, which may come before a full step.
        let mut byte = (block * STEP).min(self.text.len());
        let mut count = self.samples[block] as usize;
        let bytes = self.text.as_bytes();
        while byte < bytes.len() && count < offset {
            count += width(bytes[byte], self.unit) as usize;
            byte += 1;
        }
        while byte < bytes.len() && !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        (count == offset && byte <= bytes.len()).then_some(byte)
    }

    /// A span in this map's unit.
    pub fn span(&self, span: Span) -> [usize; 2] {
        [self.from_byte(span.start), self.from_byte(span.end)]
    }
}

/// How many units the character takes that starts with this byte; 0 for a byte inside a character.
fn width(byte: u8, unit: OffsetUnit) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. if unit == OffsetUnit::Utf16 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_boundary_round_trips() {
        let text = "a “b” 🎉 c\u{301}—…é ".repeat(40);
        for unit in [OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Utf8] {
            let map = OffsetMap::new(&text, unit);
            let mut expected = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(map.from_byte(byte), expected, "{unit:?} {byte}");
                assert_eq!(map.to_byte(expected), Some(byte), "{unit:?} {expected}");
                expected += match unit {
                    OffsetUnit::CodePoints => 1,
                    OffsetUnit::Utf16 => c.len_utf16(),
                    OffsetUnit::Utf8 => c.len_utf8(),
                };
            }
            assert_eq!(map.from_byte(text.len()), expected);
            assert_eq!(map.to_byte(expected), Some(text.len()));
            assert_eq!(map.to_byte(expected + 1), None);
        }
    }

    #[test]
    fn an_offset_inside_a_surrogate_pair_has_no_byte() {
        let map = OffsetMap::new("🎉", OffsetUnit::Utf16);
        assert_eq!(map.to_byte(1), None);
    }
}
