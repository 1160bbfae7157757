//! Offsets: all units agree, and conversions round-trip.

use newsmark::text::{OffsetMap, OffsetUnit};

pub const UNITS: [OffsetUnit; 3] = [OffsetUnit::Utf8, OffsetUnit::CodePoints, OffsetUnit::Utf16];

/// Counts characters one by one and compares the offset map at each.
pub fn hold(text: &str) {
    for unit in UNITS {
        let map = OffsetMap::new(text, unit);
        let length = |c: char| match unit {
            OffsetUnit::Utf8 => c.len_utf8(),
            OffsetUnit::CodePoints => 1,
            OffsetUnit::Utf16 => c.len_utf16(),
        };
        let mut offset = 0;
        for (byte, c) in text.char_indices() {
            assert_eq!(map.from_byte(byte), offset, "{unit:?}, byte {byte} of {text:?}");
            assert_eq!(map.to_byte(offset), Some(byte), "{unit:?}, offset {offset} of {text:?}");
            for inside in 1..length(c) {
                assert_eq!(
                    map.to_byte(offset + inside),
                    None,
                    "{unit:?}, inside the character at {offset} of {text:?}"
                );
            }
            offset += length(c);
        }
        assert_eq!(map.from_byte(text.len()), offset);
        assert_eq!(map.to_byte(offset), Some(text.len()));
        for beyond in [offset + 1, offset + 64, usize::MAX] {
            assert_eq!(map.to_byte(beyond), None, "{unit:?}, {beyond} is past the end of {text:?}");
        }
    }
}
