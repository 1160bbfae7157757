//! Resumes an interrupted run: finds the rows that its output contains, and the end of the last complete line.

use super::files::named;
use super::input::{Failure, Fields};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

/// What an earlier run has done, with the number of times. Rows are recognised by their ids as written, so the input may
/// have been extended, repaired or sorted since. An id that occurs twice counts twice.
#[derive(Default)]
pub struct Done(HashMap<Key, usize>);

#[derive(Eq, Hash, PartialEq)]
enum Key {
    /// The id of an annotated row.
    Row(Box<str>),
    /// The line that could not be read, or the name of the file.
    Failure(Box<str>),
}

impl Done {
    /// Whether the row with this id has been annotated. The next row with the same id has to be found again.
    pub fn take_row(&mut self, id: &RawValue) -> bool {
        !self.0.is_empty() && self.take(Key::Row(id.get().into()))
    }

    /// Whether this failure has been recorded.
    pub fn take_failure(&mut self, failure: &Failure) -> bool {
        !self.0.is_empty() && self.take(Key::failure(failure.input.as_deref(), &failure.location.file))
    }

    fn take(&mut self, key: Key) -> bool {
        let Some(count) = self.0.get_mut(&key) else { return false };
        *count -= 1;
        if *count == 0 {
            self.0.remove(&key);
        }
        true
    }
}

impl Key {
    fn failure(input: Option<&str>, file: &str) -> Key {
        Key::Failure(input.unwrap_or(file).into())
    }

    /// The key of a line of output; `None` if newsmark does not write such lines.
    fn of(line: &[u8]) -> Option<Key> {
        #[derive(Deserialize)]
        struct Record {
            file: String,
            input: Option<String>,
            #[serde(rename = "error")]
            _error: IgnoredAny,
        }
        let line = line.strip_suffix(b"\n")?;
        let row = serde_json::from_slice::<Fields>(line).ok().filter(Fields::has_annotations);
        let row = row.as_ref().and_then(|row| row.get("id")).map(|id| Key::Row(id.get().into()));
        let record = || serde_json::from_slice::<Record>(line);
        let failure = || record().map(|record| Key::failure(record.input.as_deref(), &record.file));
        row.or_else(|| failure().ok())
    }
}

/// Opens the output of an earlier run, or creates it, and continues at its end. An incomplete last line is removed.
pub fn open(path: &Path) -> io::Result<(File, Done)> {
    let options = File::options().read(true).write(true).create(true).truncate(false).open(path);
    options.and_then(|mut file| read(&mut file).map(|done| (file, done))).map_err(|error| named(path, &error))
}

fn read(file: &mut File) -> io::Result<Done> {
    let mut done = Done::default();
    let (mut input, mut line, mut number, mut end) = (BufReader::new(&*file), Vec::new(), 0, 0);
    loop {
        line.clear();
        let length = input.read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        number += 1;
        if let Some(key) = Key::of(&line) {
            *done.0.entry(key).or_default() += 1;
            end += length as u64;
        } else if input.fill_buf()?.is_empty() && may_be_incomplete(&line) {
            break;
        } else {
            // The file may not be ours, so nothing is removed.
            return Err(io::Error::other(format!(
                "line {number} is not output of newsmark annotate; the file has not been changed"
            )));
        }
    }
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end))?;
    Ok(done)
}

/// Whether it is the beginning of a row or record, or the zero bytes that a crash of the machine can leave.
fn may_be_incomplete(line: &[u8]) -> bool {
    if line.ends_with(b"\n") {
        return false;
    }
    let begins = |with: &[u8]| line.iter().zip(with).all(|(a, b)| a == b);
    begins(b"{\"id\":") || begins(b"{\"error\":") || line.iter().all(|&byte| byte == 0)
}
