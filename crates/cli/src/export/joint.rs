//! One file of many texts: a table, lines of JSON, a network.

use super::source::Prepare;
use super::{Report, Run, new_file};
use crate::files::named;
use crate::input::{Input, Texts};
use newsmark_formats::export::{self, Joint, Network, NetworkForm, Saved};
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::ExitCode;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How many texts with an id have their rows in the table.
type Done = HashMap<String, usize>;

pub fn write(
    run: &Run,
    texts: Texts,
    source: impl Prepare,
    joint: Joint,
    stdout: &mut impl Write,
) -> io::Result<ExitCode> {
    let format = run.format;
    let Joint { start, between, end, .. } = joint;
    let needs_mark = format.is_table() && !run.to.no_bom;
    let start = if needs_mark { [BYTE_ORDER_MARK, &start].concat() } else { start };
    let (mut out, begun): (Box<dyn Write>, Option<Done>) = match &run.to.output {
        None => (Box::new(stdout), None),
        Some(path) if format.is_table() => {
            let (file, begun) = open(path, &start, run.to.resume).map_err(|error| named(path, &error))?;
            (Box::new(file), begun)
        }
        Some(path) => (Box::new(create(path, run.to.resume)?), None),
    };
    if begun.is_none() {
        out.write_all(&start)?;
    }
    let mut done = begun.unwrap_or_default();
    let take = move |input: &Input, _| {
        let id = input.id_text();
        match done.get_mut(&id) {
            Some(left @ 1..) => {
                *left -= 1;
                None
            }
            _ => Some(id),
        }
    };
    let part = move |mut saved: Saved, id| {
        saved.document.metadata.id = id;
        export::part(&saved, format).map_err(io::Error::other)
    };
    let mut is_first = true;
    let report = report(run, &texts);
    let status = run.each(texts, source, report, take, part, |part, _| {
        if !std::mem::take(&mut is_first) {
            out.write_all(between)?;
        }
        out.write_all(&part)
    })?;
    out.write_all(end)?;
    Ok(status)
}

/// One network of all texts.
pub fn network(
    run: &Run,
    texts: Texts,
    source: impl Prepare,
    form: NetworkForm,
    stdout: &mut impl Write,
) -> io::Result<ExitCode> {
    let file = run.to.output.as_deref().map(|path| create(path, run.to.resume)).transpose()?;
    let mut network = Network::default();
    let take = |input: &Input, _| Some(input.id_text());
    let part = |mut saved: Saved, id| {
        saved.document.metadata.id = id;
        Ok(saved)
    };
    let report = report(run, &texts);
    let status =
        run.each(texts, source, report, take, part, |saved, _| network.add(&saved).map_err(io::Error::other))?;
    let bytes = network.write(form);
    match file {
        Some(mut file) => file.write_all(&bytes)?,
        None => stdout.write_all(&bytes)?,
    }
    Ok(status)
}

/// A progress bar would be in the way of what is printed on the same terminal.
fn report(run: &Run, texts: &Texts) -> Report {
    Report::of(texts, run.to.output.is_some() || !io::stdout().is_terminal())
}

/// A file that cannot be continued: only a table says which texts are in it.
fn create(path: &Path, resume: bool) -> io::Result<File> {
    if resume {
        return Err(named(path, &"--resume continues tables and folders: use a table, or --out FOLDER"));
    }
    new_file::create(path).map_err(|error| named(path, &error))
}

/// The table, positioned at its end, and the texts that are in it; `None` if it is new.
fn open(path: &Path, start: &[u8], resume: bool) -> io::Result<(File, Option<Done>)> {
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    if file.metadata()?.len() == 0 {
        return Ok((file, None));
    }
    if !resume {
        return Err(io::Error::other("already exists; continue it with --resume, or remove it first"));
    }
    let mut head = vec![0; start.len()];
    if file.read_exact(&mut head).is_err() || head != start {
        return Err(io::Error::other(
            "is not a table of this kind from this version of Newsmark; it has not been changed",
        ));
    }
    let (done, end) = complete(&file, start, start.len() as u64)?;
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end))?;
    Ok((file, Some(done)))
}

/// The texts whose rows are complete, and where these end. Those of the last text may not all have been written.
fn complete(mut file: &File, header: &[u8], start: u64) -> io::Result<(Done, u64)> {
    let mut end_of_line = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut end_of_line)?;
    let ends_line = end_of_line == *b"\n";
    file.seek(SeekFrom::Start(start))?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file);
    let (mut done, mut end) = (Done::new(), 0);
    let mut last: Option<(String, String)> = None;
    let columns = csv::ReaderBuilder::new().from_reader(header).headers()?.len();
    let mut records = reader.records().peekable();
    while let Some(Ok(record)) = records.next() {
        // The last row may be cut off, even within the id.
        if records.peek().is_none() && (record.len() < columns || !ends_line) {
            break;
        }
        let [id, number] = [0, 1].map(|column| record.get(column).unwrap_or_default().to_owned());
        let is_new = last.as_ref().is_none_or(|(before, first)| *before != id || *first == number);
        if is_new {
            // Lines end in CRLF, of which the reader leaves the second byte to the next record.
            let first_byte = record.position().map_or(0, csv::Position::byte);
            end = if first_byte == 0 { 0 } else { first_byte + 1 };
            if let Some((before, _)) = last.replace((id, number)) {
                *done.entry(before).or_default() += 1;
            }
        }
    }
    Ok((done, start + end))
}
