//! Reads the input files and makes a job of each text.

use super::kind::Kind;
use super::row::Columns;
use super::{Failure, Read, SourceLocation, file, json_array, json_lines, table};
use crate::files::{self, Stream};
use crate::ordered::Closed;
use crate::resume::Done;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A text to annotate, or the reason why there is none.
pub struct Job {
    pub input: Read,
    /// Whether the text is a whole file, which may be a Newsmark file.
    pub is_file: bool,
    /// How many bytes of input have been read at the end of this text, over all files.
    pub bytes_read: u64,
}

/// How to read the files.
pub struct Reader {
    /// The kind of all files. If `None`, each file shows its own.
    kind: Option<Kind>,
    columns: Columns,
    /// How many bytes have been read, over all files.
    count: Arc<AtomicU64>,
}

/// A file, opened, whose kind is known.
pub struct Source {
    pub kind: Kind,
    pub stream: Stream,
}

impl Reader {
    pub fn new(kind: Option<Kind>, columns: Columns) -> Reader {
        Reader { kind, columns, count: Arc::default() }
    }

    /// Opens a file and finds out its kind.
    pub fn open(&self, file: &Path) -> io::Result<Source> {
        let mut stream = files::open_counted(file, self.count.clone())?;
        let kind = match self.kind {
            Some(kind) => kind,
            None => Kind::of_content(file, stream.fill_buf()?, &self.columns.text)?,
        };
        Ok(Source { kind, stream })
    }

    /// Calls `send` with a job for each row of each file, or for each file. Leaves out what is in `done`.
    pub fn read(
        &self,
        texts: impl IntoIterator<Item = (PathBuf, Option<Source>)>,
        done: &mut Done,
        send: &mut dyn FnMut(Job) -> Result<(), Closed>,
    ) -> Result<(), Closed> {
        for (file, source) in texts {
            let source = source.map_or_else(|| self.open(&file), Ok);
            let is_file = source.as_ref().is_ok_and(|source| !source.kind.has_rows());
            let mut send = |input: Read| {
                let is_done = match &input {
                    Ok((input, _)) => done.take_row(&input.id),
                    Err(failure) => done.take_failure(failure),
                };
                let bytes_read = self.count.load(Ordering::Relaxed);
                if is_done { Ok(()) } else { send(Job { input, is_file, bytes_read }) }
            };
            match source {
                Ok(source) => self.read_source(source, &file, &mut send)?,
                Err(error) => send(Err(Failure::file(&file, &error)))?,
            }
        }
        Ok(())
    }

    fn read_source(
        &self,
        Source { kind, stream }: Source,
        path: &Path,
        send: &mut impl FnMut(Read) -> Result<(), Closed>,
    ) -> Result<(), Closed> {
        match kind {
            Kind::Text | Kind::Html | Kind::Document => {
                let input = file::read(Source { kind, stream }, path);
                let located = input.map(|input| (input, SourceLocation::file(path)));
                send(located.map_err(|error| Failure::file(path, &error)))
            }
            Kind::Jsonl => json_lines::read(stream, path, &self.columns, send),
            Kind::Json => json_array::read(stream, path, &self.columns, send),
            Kind::Csv => table::read(stream, path, b',', &self.columns, send),
            Kind::Tsv => table::read(stream, path, b'\t', &self.columns, send),
        }
    }
}
