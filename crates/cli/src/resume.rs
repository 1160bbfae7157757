//! Going on with an output that was cut off: which rows it has, and where its last whole line ends.

use super::jobs::Bad;
use super::lines::named;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

/// What need not be done again. Rows are known by their ids as they are written, so the input may have
/// been added to, repaired or sorted since; of an id that occurs twice, each is done for itself.
#[derive(Default)]
pub struct Done(HashMap<Key, usize>);

#[derive(Eq, Hash, PartialEq)]
enum Key {
    /// The id.
    Row(Box<str>),
    /// The line that could not be read, or the file.
    Bad(Box<str>),
}

impl Done {
    pub fn take_row(&mut self, id: &RawValue) -> bool {
        !self.0.is_empty() && self.take(Key::Row(id.get().into()))
    }

    pub fn take_bad(&mut self, bad: &Bad) -> bool {
        !self.0.is_empty() && self.take(Key::bad(bad.input.as_deref(), &bad.place.file))
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
    fn bad(input: Option<&str>, file: &str) -> Key {
        Key::Bad(input.unwrap_or(file).into())
    }

    /// Of a line of output; `None` if it is none.
    fn of(line: &[u8]) -> Option<Key> {
        #[derive(Deserialize)]
        struct Row<'a> {
            #[serde(borrow)]
            id: &'a RawValue,
            #[serde(rename = "text")]
            _text: IgnoredAny,
            #[serde(rename = "sentences")]
            _sentences: IgnoredAny,
        }
        #[derive(Deserialize)]
        struct Record {
            file: String,
            input: Option<String>,
            #[serde(rename = "error")]
            _error: IgnoredAny,
        }
        let line = line.strip_suffix(b"\n")?;
        let row = serde_json::from_slice::<Row>(line).map(|row| Key::Row(row.id.get().into()));
        let bad = || serde_json::from_slice::<Record>(line).map(|bad| Key::bad(bad.input.as_deref(), &bad.file));
        row.or_else(|_| bad()).ok()
    }
}

/// Opens the output of an earlier run, or a new one, to be written to from where it ends; a line that
/// was not written to its end is cut off.
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
        } else if input.fill_buf()?.is_empty() && may_be_torn(&line) {
            break;
        } else {
            // It is somebody's file: nothing of it is thrown away on a guess.
            return Err(io::Error::other(format!(
                "line {number} is not of the form that newsmark writes, so this is left as it is"
            )));
        }
    }
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end))?;
    Ok(done)
}

/// A row or a record without its end, or what a crash of the whole machine leaves at a file's end.
fn may_be_torn(line: &[u8]) -> bool {
    if line.ends_with(b"\n") {
        return false;
    }
    let begins = |with: &[u8]| line.iter().zip(with).all(|(a, b)| a == b);
    begins(b"{\"id\":") || begins(b"{\"error\":") || line.iter().all(|&byte| byte == 0)
}
