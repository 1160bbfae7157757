//! Reads a file that holds one article: a text as it is, the article of a web page, or the text of a document.

use super::jobs::Source;
use super::kind::Kind;
use super::row::{Fields, Input};
use crate::files;
use newsmark::document::Metadata;
use newsmark_extract::Article;
use serde_json::value::to_raw_value;
use std::io::{self, Read};
use std::path::Path;

/// The text of a file, with the file's name as its id. What a page says about its article is in the other fields.
pub fn read(Source { kind, mut stream }: Source, file: &Path) -> io::Result<Input> {
    let id = file.to_string_lossy();
    if kind == Kind::Text {
        return Ok(Input::of_file(&id, files::text_of(stream)?)?);
    }
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    if kind == Kind::Document {
        let document = document(&id, &bytes)?;
        return Ok(Input { fields: fields(&document.metadata)?, ..Input::of_file(&id, document.text)? });
    }
    let Article { text, metadata, left_out, .. } = page(&bytes)?;
    let mut input = Input::of_file(&id, text)?;
    input.fields = fields(&metadata)?;
    if !left_out.is_empty() {
        input.note = Some(format!("the article was taken out of the page; left out: {left_out}"));
    }
    Ok(input)
}

fn document(name: &str, bytes: &[u8]) -> io::Result<newsmark_documents::Text> {
    let kind = newsmark_documents::Kind::of(name, bytes);
    let kind = kind.ok_or_else(|| io::Error::other("this file is not what its name says"))?;
    newsmark_documents::read(kind, bytes).map_err(io::Error::other)
}

/// The article of a page.
pub fn page(bytes: &[u8]) -> io::Result<Article> {
    let article = newsmark_extract::page(&newsmark_extract::decoded(bytes));
    match article.text.trim().is_empty() {
        true => Err(io::Error::other("this web page contains no text")),
        false => Ok(article),
    }
}

fn fields(metadata: &Metadata) -> io::Result<Fields> {
    let Metadata { title, byline, date, site, url, language, .. } = metadata;
    let named =
        [("title", title), ("byline", byline), ("date", date), ("site", site), ("url", url), ("language", language)];
    let mut fields = Fields::default();
    for (name, value) in named.into_iter().filter(|(_, value)| !value.is_empty()) {
        fields.push(name, to_raw_value(value)?);
    }
    Ok(fields)
}
