//! `newsmark annotate --format`: texts in, files in the formats of other programs out.

use super::args::Annotate;
use super::corrections::{self, Article, Corrections};
use super::files::{self, named};
use super::input::{self, Failure, Input, Job, Texts};
use super::model::Model;
use super::ordered::ordered;
use super::progress::Progress;
use newsmark::Annotator;
use newsmark::document::DocumentError;
use newsmark::text::OffsetUnit;
use newsmark_formats::export::{self, File, Format, Saved};
use std::collections::HashSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

pub fn run(args: &Annotate, format: Format, model: Option<&Path>, stdout: &mut impl Write) -> io::Result<ExitCode> {
    let mut texts = Texts::of(&args.input)?;
    let model = Model::read(model)?.published(args.date);
    let unit = args.offsets.unit();
    match (&args.out, texts.single()) {
        (Some(_), _) if args.corrections.is_some() => Err(io::Error::other(corrections::ONE_TEXT)),
        (Some(folder), single) => {
            texts.give_back(single);
            into_folder(args, format, texts, model, folder)
        }
        (None, Some((file, source))) => {
            let input = source.and_then(|source| input::read(source, &file)).map_err(|error| named(&file, &error))?;
            let corrections = args.corrections.as_deref().map(|path| Corrections::read(path, unit)).transpose()?;
            let name = files::name(&file);
            let write = |saved: &Saved| export::export(saved, format);
            let (file, messages) = convert(&model.annotator(), unit, (&name, &input), corrections.as_ref(), write)?;
            messages.iter().for_each(|message| eprintln!("newsmark: {message}"));
            match &args.output {
                None => stdout.write_all(&file.bytes)?,
                Some(path) => write_new(path, &file.bytes).map_err(|error| named(path, &error))?,
            }
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(io::Error::other("more than one text: name a folder for the files with --out FOLDER")),
    }
}

/// One file per text, named after it.
fn into_folder(args: &Annotate, format: Format, texts: Texts, model: Model, folder: &Path) -> io::Result<ExitCode> {
    fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
    let mut progress = Progress::of(texts.paths(), io::stdout().is_terminal());
    let mut failed = false;
    let unit = args.offsets.unit();
    texts.report_left_out(&progress);
    let mut names = Names::default();
    let results = ordered(
        args.threads(),
        move |send| {
            texts.read(&mut Default::default(), &mut |job| {
                let stem = job.input.as_ref().map_or(String::new(), |(input, _)| names.of(input, job.is_file));
                send((job, stem))
            })
        },
        move || {
            let annotator = model.annotator();
            move |(job, stem): (Job, String)| {
                let write = |saved: &Saved| files_of(saved, format, &stem);
                let exported =
                    job.input.map(|(input, location)| convert(&annotator, unit, (&location.file, &input), None, write));
                (exported, job.bytes_read)
            }
        },
    );
    for result in results {
        let (exported, bytes_read) = result?;
        let problem = match exported {
            Ok(converted) => converted
                .and_then(|(files, messages)| {
                    messages.iter().for_each(|message| progress.print(message));
                    save(folder, &files)
                })
                .err()
                .map(|error| error.to_string()),
            Err(failure) => Some(Failure::message(&failure)),
        };
        if let Some(problem) = problem {
            progress.print(&problem);
            failed = true;
        }
        progress.advance(bytes_read);
    }
    progress.finish();
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// brat opens a folder of plain files. The other formats have one file per text.
fn files_of(saved: &Saved, format: Format, stem: &str) -> Result<Vec<File>, DocumentError> {
    match format {
        Format::Brat => export::brat_files(saved, stem),
        _ => {
            let mut file = export::export(saved, format)?;
            file.name = format!("{stem}{}", format.extension());
            Ok(vec![file])
        }
    }
}

/// Annotates a text, or applies the corrections of a Newsmark file, and writes it. Corrections that were not applied are
/// described by messages that begin with the name.
fn convert<T>(
    annotator: &Annotator,
    unit: OffsetUnit,
    (name, input): (&str, &Input),
    corrections: Option<&Corrections>,
    write: impl FnOnce(&Saved) -> Result<T, DocumentError>,
) -> io::Result<(T, Vec<String>)> {
    let article = corrections::article(annotator, input, corrections)?.unwrap_or_else(|| {
        let document = annotator.annotate_article(&input.text, &input.metadata(), unit);
        let saved = Saved::new(input.text.as_str(), document, unit, annotator.fingerprint());
        Article { saved, messages: input.note.iter().cloned().collect() }
    });
    Ok((write(&article.saved).map_err(io::Error::other)?, article.messages_about(name)))
}

fn save(folder: &Path, files: &[File]) -> io::Result<()> {
    for File { name, bytes, .. } in files {
        let path = folder.join(name);
        // All texts share this file.
        if name == export::BRAT_CONFIGURATION && path.exists() {
            continue;
        }
        write_new(&path, bytes).map_err(|error| named(&path, &error))?;
    }
    Ok(())
}

/// Writes a new file. An existing one may contain somebody's work.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::File::create_new(path) {
        Ok(mut file) => file.write_all(bytes),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(io::Error::other("already exists; remove it first"))
        }
        Err(error) => Err(error),
    }
}

/// Gives the file of each text a different name.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// The name of a file without its extension, or the id of a row.
    fn of(&mut self, input: &Input, is_file: bool) -> String {
        let id: String = serde_json::from_str(input.id.get()).unwrap_or_else(|_| input.id.get().to_owned());
        let path = Path::new(&id);
        let name = if is_file { path.file_stem().and_then(|stem| stem.to_str()).unwrap_or(&id) } else { id.as_str() };
        let stem = export::file_stem(name);
        let mut free = stem.clone();
        let mut number = 1;
        // Some file systems do not distinguish upper and lower case.
        while !self.0.insert(free.to_lowercase()) {
            number += 1;
            free = format!("{stem}-{number}");
        }
        free
    }
}
