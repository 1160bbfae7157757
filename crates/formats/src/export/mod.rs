//! Writes annotations in the formats of other programs.
//!
//! Every export starts with a [`Saved`] article: the text, its annotations, and the corrections made by hand. [`export`]
//! writes it as one file in the requested [`Format`]. The page, the command line and the npm package all use this
//! function.
//!
//! ```
//! use newsmark_formats::export::{Format, Saved, export};
//! use newsmark::{document::Document, text::OffsetUnit};
//!
//! let mut document = Document::default();
//! document.quoted_terms = vec![[3, 8]];
//! let saved = Saved::new("A “term”.", document, OffsetUnit::Utf8, "0123456789abcdef");
//! assert!(export(&saved, Format::Tei).is_err(), "byte 3 is inside a quotation mark");
//! ```
//!
//! The formats share three modules. `article` checks the document against the text and holds it in byte offsets, which
//! each format converts to its own unit. Annotations may overlap, which markup forbids, so `nesting` cuts them into
//! pieces that nest, for TEI and HTML. `words` is the text as a sequence of labelled tokens, for CoNLL and spaCy.

mod article;
mod brat;
mod conll;
mod displacy;
mod file_name;
mod geojson;
mod html;
mod markup;
mod menu;
mod nesting;
mod saved;
mod sheets;
mod spacy;
mod speakers;
mod tei;
mod terminal;
mod title;
mod values;
mod w3c;
mod words;

pub use brat::CONFIGURATION as BRAT_CONFIGURATION;
pub use file_name::stem as file_stem;
#[doc(hidden)]
pub use html::{STYLE as HTML_STYLE, THEME as HTML_THEME};
pub use menu::FormatGroup;
pub use saved::{Saved, SavedError};
pub use terminal::Layout as TextLayout;

use article::Article;
use core::fmt;
use core::str::FromStr;
use newsmark::document::DocumentError;
use sheets::Table;

/// A file format. `docs/formats.md` describes each of them.
///
/// A format is named by its identifier, for instance `csv-quotes`:
///
/// ```
/// use newsmark_formats::export::Format;
///
/// assert_eq!("csv-quotes".parse(), Ok(Format::CsvQuotes));
/// assert_eq!(Format::CsvQuotes.to_string(), "csv-quotes");
/// assert_eq!(
///     "pdf".parse::<Format>().unwrap_err().to_string(),
///     "unknown format “pdf”; the formats are json, html, text, csv-quotes, csv-entities, csv-mentions, geojson, tei, w3c, \
///      recogito, brat, conll, spacy, displacy"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Newsmark's own format, which contains everything and can be opened again.
    Json,
    /// W3C Web Annotations, with offsets in code points, as in the standard.
    W3c,
    /// W3C Web Annotations with offsets in UTF-16 code units, as in Recogito.
    Recogito,
    /// TEI P5.
    Tei,
    /// brat standoff: the text and the annotations in a ZIP archive.
    Brat,
    /// CoNLL: one token per line, with its BIO2 label.
    Conll,
    /// spaCy's JSON training format.
    Spacy,
    /// The input of displaCy in its manual mode.
    Displacy,
    /// A table of the entities.
    CsvEntities,
    /// A table of all mentions of people, places and organisations.
    CsvMentions,
    /// A table of the quotations.
    CsvQuotes,
    /// GeoJSON: the places as points on a map.
    GeoJson,
    /// A web page.
    Html,
    /// Plain text with the speakers in the margin.
    Text,
}

impl Format {
    /// All formats, in the order of the menu.
    pub const ALL: &[Format] = {
        use Format::*;
        &[
            Json, Html, Text, CsvQuotes, CsvEntities, CsvMentions, GeoJson, Tei, W3c, Recogito, Brat, Conll, Spacy,
            Displacy,
        ]
    };

    /// The identifier.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::W3c => "w3c",
            Format::Recogito => "recogito",
            Format::Tei => "tei",
            Format::Brat => "brat",
            Format::Conll => "conll",
            Format::Spacy => "spacy",
            Format::Displacy => "displacy",
            Format::CsvEntities => "csv-entities",
            Format::CsvMentions => "csv-mentions",
            Format::CsvQuotes => "csv-quotes",
            Format::GeoJson => "geojson",
            Format::Html => "html",
            Format::Text => "text",
        }
    }

    /// The extension of a file's name. All are different, so all exports of an article can be in one folder.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Json => ".newsmark.json",
            Format::W3c => ".w3c.jsonld",
            Format::Recogito => ".recogito.json",
            Format::Tei => ".tei.xml",
            Format::Brat => ".brat.zip",
            Format::Conll => ".conll",
            Format::Spacy => ".spacy.json",
            Format::Displacy => ".displacy.json",
            Format::CsvEntities => ".entities.csv",
            Format::CsvMentions => ".mentions.csv",
            Format::CsvQuotes => ".quotes.csv",
            Format::GeoJson => ".geojson",
            Format::Html => ".html",
            Format::Text => ".annotated.txt",
        }
    }

    /// What the rows of the table are about, if it is one.
    const fn table(self) -> Option<Table> {
        match self {
            Format::CsvEntities => Some(Table::Entities),
            Format::CsvMentions => Some(Table::Mentions),
            Format::CsvQuotes => Some(Table::Quotes),
            _ => None,
        }
    }

    /// The names of a table's columns; `None` if the format is not a table.
    pub fn columns(self) -> Option<Vec<&'static str>> {
        self.table().map(sheets::columns)
    }

    /// The first line of a table, with the names of its columns; `None` if the format is not a table.
    ///
    /// One table can hold many articles: this line once, then the [`rows`] of each.
    pub fn header(self) -> Option<Vec<u8>> {
        self.table().map(sheets::header)
    }

    /// The media type, with which a file is served or saved.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Json | Format::Recogito | Format::Spacy | Format::Displacy => "application/json",
            Format::W3c => "application/ld+json",
            Format::Tei => "application/tei+xml",
            Format::Brat => "application/zip",
            Format::Conll | Format::Text => "text/plain;charset=utf-8",
            Format::CsvEntities | Format::CsvMentions | Format::CsvQuotes => "text/csv;charset=utf-8",
            Format::GeoJson => "application/geo+json",
            Format::Html => "text/html;charset=utf-8",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Format, UnknownFormat> {
        let named = Format::ALL.iter().find(|format| format.as_str() == name);
        named.copied().ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// There is no format with this identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
        write!(f, "unknown format “{}”; the formats are {}", self.0, known.join(", "))
    }
}

impl core::error::Error for UnknownFormat {}

/// An exported file. Its name is allowed on every file system.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The name, with its extension and without a folder.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Writes an article as one file, named after the article's title.
pub fn export(saved: &Saved, format: Format) -> Result<File, DocumentError> {
    let article = Article::of(saved)?;
    let stem = file_stem(article.title());
    let bytes = match format {
        Format::Json => saved.to_json(),
        Format::W3c | Format::Recogito => w3c::write(&article, format),
        Format::Tei => tei::write(&article),
        Format::Brat => brat::zip(&article, &stem),
        Format::Conll => conll::write(&article),
        Format::Spacy => spacy::write(&article),
        Format::Displacy => displacy::write(&article),
        Format::CsvEntities => sheets::write(&article, Table::Entities),
        Format::CsvMentions => sheets::write(&article, Table::Mentions),
        Format::CsvQuotes => sheets::write(&article, Table::Quotes),
        Format::GeoJson => geojson::write(&article),
        Format::Html => html::write(&article),
        Format::Text => terminal::write(&article, TextLayout::default()),
    };
    Ok(File { name: stem + format.extension(), bytes })
}

/// Writes an article as plain text, as a terminal shows it.
pub fn text(saved: &Saved, layout: TextLayout) -> Result<String, DocumentError> {
    let bytes = terminal::write(&Article::of(saved)?, layout);
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The rows of an article in a table, without the header; empty if the format is not a table.
pub fn rows(saved: &Saved, format: Format) -> Result<Vec<u8>, DocumentError> {
    let article = Article::of(saved)?;
    Ok(format.table().map_or_else(Vec::new, |table| sheets::rows(&article, table)))
}

/// The same rows as values, for programs that need no file: numbers, texts, and null where a cell is empty.
pub fn cells(saved: &Saved, format: Format) -> Result<Vec<Vec<serde_json::Value>>, DocumentError> {
    let article = Article::of(saved)?;
    Ok(format.table().map_or_else(Vec::new, |table| sheets::cells(&article, table)))
}

/// The files in the ZIP archive of [`Format::Brat`], with names that start with `stem`. brat opens a folder of such
/// files.
pub fn brat_files(saved: &Saved, stem: &str) -> Result<Vec<File>, DocumentError> {
    Ok(brat::files(&Article::of(saved)?, stem))
}
