//! `newsmark annotate --format`: texts in, files out, in the forms of other programs.

use super::args::Annotate;
use super::jobs::{self, Bad, Input};
use super::lines::{self, named};
use super::model::Model;
use super::ordered::ordered;
use super::progress::Progress;
use newsmark::Annotator;
use newsmark::document::Misplaced;
use newsmark::text::OffsetUnit;
use newsmark_formats::export::{self, File, Format, Saved, SavedError};
use std::collections::HashSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn run(args: &Annotate, format: Format, model: Option<&Path>, stdout: &mut impl Write) -> io::Result<ExitCode> {
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin } else { args.files.as_slice() };
    let model = Model::read(model)?;
    let unit = args.offsets.unit();
    match (&args.out, files) {
        (Some(folder), _) => into_folder(args, format, files, model, folder),
        (None, [file]) if !args.jsonl => {
            let text = lines::read_text(file).map_err(|error| named(file, &error))?;
            let file = made(&model.annotator(), unit, text, |saved| export::export(saved, format))?;
            match &args.output {
                None => stdout.write_all(&file.bytes)?,
                Some(path) => write_new(path, &file.bytes).map_err(|error| named(path, &error))?,
            }
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(io::Error::other("several texts make several files: name a folder for them with --out FOLDER")),
    }
}

/// Every text becomes a file of its own, called as the text is.
fn into_folder(
    args: &Annotate,
    format: Format,
    files: &[PathBuf],
    model: Model,
    folder: &Path,
) -> io::Result<ExitCode> {
    fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
    let mut progress = Progress::of(files, io::stdout().is_terminal());
    let mut failed = false;
    let (files, jsonl, unit) = (files.to_owned(), args.jsonl, args.offsets.unit());
    let mut names = Names::default();
    let results = ordered(
        args.threads(),
        move |give| {
            jobs::read(&files, jsonl, &mut Default::default(), &mut |job| {
                let stem = job.what.as_ref().map_or(String::new(), |(input, _)| names.of(input, jsonl));
                give((job, stem))
            })
        },
        move || {
            let annotator = model.annotator();
            move |(job, stem): (jobs::Job, String)| {
                let made =
                    job.what.map(|(input, _)| made(&annotator, unit, input.text, |saved| parts(saved, format, &stem)));
                (made, job.read)
            }
        },
    );
    for result in results {
        let (made, read) = result?;
        let problem = match made {
            Ok(parts) => parts.and_then(|parts| save(folder, &parts)).err().map(|error| error.to_string()),
            Err(bad) => Some(Bad::message(&bad)),
        };
        if let Some(problem) = problem {
            progress.say(&problem);
            failed = true;
        }
        progress.done(read);
    }
    progress.end();
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// brat opens a folder of plain files; every other format is one file a text.
fn parts(saved: &Saved, format: Format, stem: &str) -> Result<Vec<File>, Misplaced> {
    match format {
        Format::Brat => export::brat_files(saved, stem),
        _ => {
            export::export(saved, format).map(|file| vec![File { name: format!("{stem}{}", format.ending()), ..file }])
        }
    }
}

/// A text is annotated; a Newsmark file, saved in the page, is taken as it is, with its corrections.
fn made<T>(
    annotator: &Annotator,
    unit: OffsetUnit,
    text: String,
    write: impl FnOnce(&Saved) -> Result<T, Misplaced>,
) -> io::Result<T> {
    let saved = match Saved::from_json(text.as_bytes()) {
        Ok(saved) => saved,
        Err(SavedError::NotOne(_)) => {
            let document = annotator.annotate(&text, unit);
            Saved::new(text, document, unit, annotator.fingerprint())
        }
        Err(error) => return Err(io::Error::other(error)),
    };
    write(&saved).map_err(io::Error::other)
}

fn save(folder: &Path, parts: &[File]) -> io::Result<()> {
    for File { name, bytes } in parts {
        let path = folder.join(name);
        // The one that all texts share is the same for all.
        if name == export::BRAT_CONFIGURATION && path.exists() {
            continue;
        }
        write_new(&path, bytes).map_err(|error| named(&path, &error))?;
    }
    Ok(())
}

/// Somebody may have worked on what an earlier run wrote.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::File::create_new(path) {
        Ok(mut file) => file.write_all(bytes),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(io::Error::other("is there already; remove it first"))
        }
        Err(error) => Err(error),
    }
}

/// Names for the files of texts, no two alike.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// A file's name without its ending, a row's id.
    fn of(&mut self, input: &Input, jsonl: bool) -> String {
        let id: String = serde_json::from_str(input.id.get()).unwrap_or_else(|_| input.id.get().to_owned());
        let path = Path::new(&id);
        let name = if jsonl { id.as_str() } else { path.file_stem().and_then(|stem| stem.to_str()).unwrap_or(&id) };
        let stem = export::file_stem(name);
        let mut free = stem.clone();
        let mut number = 1;
        // Some file systems do not tell capitals from small letters.
        while !self.0.insert(free.to_lowercase()) {
            number += 1;
            free = format!("{stem}-{number}");
        }
        free
    }
}
