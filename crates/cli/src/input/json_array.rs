//! A JSON array of rows. One row at a time is in memory.

use super::row::{Columns, Fields, Input};
use super::{Failure, Read, SourceLocation};
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::io::{self, BufRead};
use std::path::Path;

/// Calls `send` with every row. Where the JSON is broken, the rest of the file cannot be read.
pub fn read<E>(
    input: impl BufRead,
    file: &Path,
    columns: &Columns,
    mut send: impl FnMut(Read) -> Result<(), E>,
) -> Result<(), E> {
    let mut stopped = None;
    let rows = Rows(|value: Box<RawValue>| {
        let fields = serde_json::from_str::<Fields>(value.get()).map_err(|error| error.to_string());
        let row = fields.and_then(|fields| Input::of_fields(fields, columns));
        let row = row.map(|input| (input, SourceLocation::file(file))).map_err(|error| Failure {
            error,
            location: SourceLocation::file(file),
            input: Some(value.get().to_owned()),
        });
        send(row).map_err(|error| stopped = Some(error)).is_ok()
    });
    let mut json = serde_json::Deserializer::from_reader(input);
    let result = rows.deserialize(&mut json).and_then(|()| json.end());
    match (stopped, result) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => send(Err(Failure::file(file, &io::Error::from(error)))),
    }
}

/// Hands over each element as it is read. `false` ends the reading.
struct Rows<F>(F);

impl<'de, F: FnMut(Box<RawValue>) -> bool> DeserializeSeed<'de> for Rows<F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(Box<RawValue>) -> bool> Visitor<'de> for Rows<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut rows: A) -> Result<(), A::Error> {
        while let Some(row) = rows.next_element()? {
            if !(self.0)(row) {
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}
