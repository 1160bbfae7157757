//! A folder with one file per text, named after it, and a list of which file is whose.

use super::names::Names;
use super::source::Prepare;
use super::{Report, Run, new_file};
use crate::files::named;
use crate::input::Texts;
use newsmark_formats::export::{self, File, Format};
use serde::Serialize;
use serde_json::value::RawValue;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// The list: one {"id", "file"} per line.
pub const LIST: &str = "files.jsonl";

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a RawValue,
    file: &'a str,
}

pub fn write(run: &Run, texts: Texts, source: impl Prepare, folder: &Path) -> io::Result<ExitCode> {
    fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
    let report = Report::of(&texts, io::stdout().is_terminal());
    let (format, resume, owned) = (run.format, run.to.resume, folder.to_owned());
    let mut list = List::new(folder, resume)?;
    let mut names = Names::default();
    run.each(
        texts,
        source,
        report,
        move |input, is_file| {
            let stem = names.of(input, is_file);
            let file = stem.clone() + format.extension_in_folder();
            list.add(&input.id, &file);
            let is_done = resume && owned.join(&file).exists();
            (!is_done).then_some(stem)
        },
        move |saved, stem| export::files(&saved, format, &stem).map_err(io::Error::other),
        // A file that cannot be written does not end the run.
        |files, report| {
            if let Err(error) = save(folder, format, &files) {
                report.failure(&error.to_string());
            }
            Ok(())
        },
    )
}

fn save(folder: &Path, format: Format, files: &[File]) -> io::Result<()> {
    for File { name, bytes, .. } in files {
        let path = folder.join(name);
        // All texts share this file.
        if format.shared_file() == Some(name) && path.exists() {
            continue;
        }
        new_file::write_whole(&path, bytes).map_err(|error| named(&path, &error))?;
    }
    Ok(())
}

/// Writes the list. It is complete as soon as all texts have been read, also where a run is resumed.
struct List(Option<BufWriter<fs::File>>);

impl List {
    fn new(folder: &Path, resume: bool) -> io::Result<List> {
        let path = folder.join(LIST);
        // An earlier run's list stays, unless it is this run that goes on.
        if path.exists() && !resume {
            return Ok(List(None));
        }
        let file = fs::File::create(&path).map_err(|error| named(&path, &error))?;
        Ok(List(Some(BufWriter::new(file))))
    }

    fn add(&mut self, id: &RawValue, file: &str) {
        if let Some(out) = &mut self.0 {
            // What it lists is there without it, so a full disk shows with the files themselves.
            _ = serde_json::to_writer(&mut *out, &Entry { id, file });
            _ = out.write_all(b"\n");
        }
    }
}
