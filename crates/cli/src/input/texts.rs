//! The texts that the arguments of a command name.

use super::folders::expanded;
use super::jobs::{Job, Reader, Source};
use super::kind::Kind;
use super::row::Columns;
use crate::ordered::Closed;
use crate::progress::Progress;
use crate::resume::Done;
use std::io;
use std::path::{Path, PathBuf};

/// Which files to read, and how.
#[derive(clap::Args, Clone)]
pub struct InputArgs {
    /// Files and folders to read; "-" or no file means standard input
    pub files: Vec<PathBuf>,
    /// What the files hold [default: as each file's name and beginning tell]
    #[arg(long, value_enum, value_name = "KIND")]
    pub input: Option<Kind>,
    /// The same as --input jsonl: one {"id", "text"} per line
    #[arg(long, conflicts_with = "input")]
    pub jsonl: bool,
    /// Column or field with the article's text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_column: String,
    /// Column or field with the article's id; rows of a table without it are numbered
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_column: String,
}

impl InputArgs {
    /// One file, whose kind shows itself.
    pub fn of(file: PathBuf) -> InputArgs {
        let Columns { text, id } = Columns::default();
        InputArgs { files: vec![file], input: None, jsonl: false, text_column: text, id_column: id }
    }
}

/// The files, and how to read them.
pub struct Texts {
    reader: Reader,
    files: Vec<(PathBuf, Option<Source>)>,
    /// How many files in folders Newsmark does not read.
    left_out: usize,
}

impl Texts {
    pub fn of(args: &InputArgs) -> io::Result<Texts> {
        let kind = if args.jsonl { Some(Kind::Jsonl) } else { args.input };
        let reader = Reader::new(kind, Columns { text: args.text_column.clone(), id: args.id_column.clone() });
        if args.files.is_empty() {
            return Ok(Texts { reader, files: vec![(PathBuf::from("-"), None)], left_out: 0 });
        }
        let (files, left_out) = expanded(&args.files)?;
        Ok(Texts { reader, files: files.into_iter().map(|file| (file, None)).collect(), left_out })
    }

    /// The paths of the files.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path())
    }

    /// The only file, if it is one text, or if it cannot be read.
    pub fn single(&mut self) -> Option<(PathBuf, io::Result<Source>)> {
        let [(path, source)] = &mut self.files[..] else { return None };
        match self.reader.open(path) {
            Ok(opened) if opened.kind.has_rows() => {
                *source = Some(opened);
                None
            }
            opened => Some((path.clone(), opened)),
        }
    }

    /// Takes back what `single` gave, to read it among others.
    pub fn give_back(&mut self, single: Option<(PathBuf, io::Result<Source>)>) {
        if let Some((path, Ok(source))) = single {
            self.files = vec![(path, Some(source))];
        }
    }

    /// Says how many files of the folders are not read.
    pub fn report_left_out(&self, progress: &Progress) {
        match self.left_out {
            0 => {}
            1 => progress.print("left out one file of another kind"),
            more => progress.print(&format!("left out {more} files of other kinds")),
        }
    }

    /// Calls `send` with a job for each text. Leaves out what is in `done`.
    pub fn read(self, done: &mut Done, send: &mut dyn FnMut(Job) -> Result<(), Closed>) -> Result<(), Closed> {
        self.reader.read(self.files, done, send)
    }
}
