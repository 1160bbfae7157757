//! `newsmark extract`: web pages in, their articles out.

use super::args::Extract;
use super::files;
use super::input;
use newsmark::document::Metadata;
use serde::Serialize;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Serialize)]
struct Row<'a> {
    id: String,
    title: &'a str,
    byline: &'a str,
    date: &'a str,
    site: &'a str,
    url: &'a str,
    language: &'a str,
    text: &'a str,
    body: &'a str,
}

/// One line per page, in the order of the arguments.
pub fn run(args: &Extract, out: &mut impl Write) -> io::Result<ExitCode> {
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin } else { args.files.as_slice() };
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match row(file) {
            Ok(row) => out.write_all(&row)?,
            // The other files may be readable.
            Err(error) => {
                eprintln!("{}: {error}", files::name(file));
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

fn row(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    files::open(file)?.read_to_end(&mut bytes)?;
    if !input::is_page(file, &bytes) {
        return Err(io::Error::other("this is not a web page"));
    }
    let article = input::page(&bytes)?;
    let Metadata { title, byline, date, site, url, language, .. } = &article.metadata;
    let (text, body) = (&article.text, &article.body);
    let row = Row { id: file.to_string_lossy().into_owned(), title, byline, date, site, url, language, text, body };
    let mut line = serde_json::to_vec(&row)?;
    line.push(b'\n');
    Ok(line)
}
