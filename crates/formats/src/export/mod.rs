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
//! The formats share four modules. `article` checks the document against the text and holds it in byte offsets, which
//! each format converts to its own unit. Annotations may overlap, which markup forbids, so `nesting` cuts them into
//! pieces that nest, for TEI and HTML. `words` is the text as a sequence of labelled tokens, for CoNLL and spaCy.
//! `standoff` has labelled spans and the relations between them, for the tools in which people annotate.

mod about;
mod archive;
mod article;
mod brat;
mod conll;
mod conll2012;
mod displacy;
mod doccano;
mod file_name;
mod geojson;
mod html;
mod label_studio;
mod markup;
mod menu;
mod nesting;
mod network;
mod prodigy;
mod references;
mod saved;
mod sheets;
mod spacy;
mod speakers;
mod standoff;
mod tei;
mod terminal;
mod title;
mod values;
mod w3c;
mod words;
mod xmi;

pub use file_name::stem as file_stem;
#[doc(hidden)]
pub use html::{STYLE as HTML_STYLE, THEME as HTML_THEME};
pub use menu::FormatGroup;
pub use network::{Network, NetworkForm};
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
///     "unknown format “pdf”; the formats are json, html, text, csv-quotes, csv-entities, csv-mentions, geojson, gexf, \
///      graphml, ris, csl-json, tei, w3c, recogito, brat, label-studio, doccano, prodigy, xmi, conll, conll-2012, spacy, \
///      displacy"
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
    /// Label Studio: a task with a prediction, and the labelling configuration, in a ZIP archive.
    LabelStudio,
    /// doccano: JSON lines with spans and relations.
    Doccano,
    /// Prodigy: JSON lines with tokens, spans and relations.
    Prodigy,
    /// UIMA CAS XMI with its type system, for INCEpTION and cassis, in a ZIP archive.
    Xmi,
    /// CoNLL: one token per line, with its BIO2 label.
    Conll,
    /// CoNLL-2012: one token per line, with its chains.
    Conll2012,
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
    /// Who quotes and mentions whom, for Gephi.
    Gexf,
    /// The same for igraph and other programs.
    GraphMl,
    /// The article as a reference.
    Ris,
    /// The same in the form of the Citation Style Language.
    CslJson,
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
            Json, Html, Text, CsvQuotes, CsvEntities, CsvMentions, GeoJson, Gexf, GraphMl, Ris, CslJson, Tei, W3c,
            Recogito, Brat, LabelStudio, Doccano, Prodigy, Xmi, Conll, Conll2012, Spacy, Displacy,
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
            Format::LabelStudio => "label-studio",
            Format::Doccano => "doccano",
            Format::Prodigy => "prodigy",
            Format::Xmi => "xmi",
            Format::Conll => "conll",
            Format::Conll2012 => "conll-2012",
            Format::Spacy => "spacy",
            Format::Displacy => "displacy",
            Format::CsvEntities => "csv-entities",
            Format::CsvMentions => "csv-mentions",
            Format::CsvQuotes => "csv-quotes",
            Format::GeoJson => "geojson",
            Format::Gexf => "gexf",
            Format::GraphMl => "graphml",
            Format::Ris => "ris",
            Format::CslJson => "csl-json",
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
            Format::LabelStudio => ".label-studio.zip",
            Format::Doccano => ".doccano.jsonl",
            Format::Prodigy => ".prodigy.jsonl",
            Format::Xmi => ".xmi.zip",
            Format::Conll => ".conll",
            Format::Conll2012 => ".conll2012",
            Format::Spacy => ".spacy.json",
            Format::Displacy => ".displacy.json",
            Format::CsvEntities => ".entities.csv",
            Format::CsvMentions => ".mentions.csv",
            Format::CsvQuotes => ".quotes.csv",
            Format::GeoJson => ".geojson",
            Format::Gexf => ".gexf",
            Format::GraphMl => ".graphml",
            Format::Ris => ".ris",
            Format::CslJson => ".csl.json",
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

    /// Whether it is a table, with a row for each annotation and the article's id in the first column.
    pub const fn is_table(self) -> bool {
        self.table().is_some()
    }

    /// How one file can hold many articles; `None` if it cannot, or if it is a [`network`](Format::network).
    pub fn joint(self) -> Option<Joint> {
        let (start, between, end): (_, &[u8], &[u8]) = match (self, self.table()) {
            (_, Some(table)) => (sheets::header(table), b"", b""),
            (Format::LabelStudio | Format::CslJson, _) => (b"[".to_vec(), b",\n", b"]\n"),
            (Format::Doccano | Format::Prodigy | Format::Ris, _) => (Vec::new(), b"", b""),
            (Format::Conll | Format::Conll2012, _) => (Vec::new(), b"\n", b""),
            _ => return None,
        };
        Some(Joint { start, between, end })
    }

    /// The form of the network, if it is one. A network of many articles is a [`Network`].
    pub const fn network(self) -> Option<NetworkForm> {
        match self {
            Format::Gexf => Some(NetworkForm::Gexf),
            Format::GraphMl => Some(NetworkForm::GraphMl),
            _ => None,
        }
    }

    /// The extension of an article's own file in a folder, in which nothing is zipped.
    pub const fn extension_in_folder(self) -> &'static str {
        match self {
            Format::Brat => ".ann",
            Format::LabelStudio => label_studio::EXTENSION,
            Format::Xmi => ".xmi",
            _ => self.extension(),
        }
    }

    /// The name of the file that all articles in a folder share.
    pub const fn shared_file(self) -> Option<&'static str> {
        match self {
            Format::Brat => Some(brat::CONFIGURATION),
            Format::LabelStudio => Some(label_studio::CONFIGURATION),
            Format::Xmi => Some(xmi::TYPE_SYSTEM),
            _ => None,
        }
    }

    /// The media type, with which a file is served or saved.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Json | Format::Recogito | Format::Spacy | Format::Displacy => "application/json",
            Format::Doccano | Format::Prodigy => "application/jsonl",
            Format::CslJson => "application/vnd.citationstyles.csl+json",
            Format::Ris => "application/x-research-info-systems",
            Format::Gexf => "application/gexf+xml",
            Format::GraphMl => "application/graphml+xml",
            Format::W3c => "application/ld+json",
            Format::Tei => "application/tei+xml",
            Format::Brat | Format::LabelStudio | Format::Xmi => "application/zip",
            Format::Conll | Format::Conll2012 | Format::Text => "text/plain;charset=utf-8",
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

/// What stands around and between the [`part`]s of a file that holds many articles.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Joint {
    /// What the file begins with; of a table, the line with the names of its columns.
    pub start: Vec<u8>,
    /// What stands between two articles.
    pub between: &'static [u8],
    /// What the file ends with.
    pub end: &'static [u8],
}

/// Writes an article as one file, named after the article's title.
pub fn export(saved: &Saved, format: Format) -> Result<File, DocumentError> {
    let article = Article::of(saved)?;
    let stem = file_stem(article.title());
    let bytes = match format {
        Format::Brat | Format::LabelStudio | Format::Xmi => archive::zip(files_of(&article, format, &stem)),
        _ => write(saved, &article, format),
    };
    Ok(File { name: stem + format.extension(), bytes })
}

/// The file of an article in a format with one file for each.
fn write(saved: &Saved, article: &Article, format: Format) -> Vec<u8> {
    if let Some(form) = format.network() {
        return network::write(article, form);
    }
    match format {
        Format::Json => saved.to_json(),
        Format::W3c | Format::Recogito => w3c::write(article, format),
        Format::Tei => tei::write(article),
        Format::Spacy => spacy::write(article),
        Format::Displacy => displacy::write(article),
        Format::GeoJson => geojson::write(article),
        Format::Html => html::write(article),
        Format::Text => terminal::write(article, TextLayout::default()),
        Format::CsvEntities | Format::CsvMentions | Format::CsvQuotes => {
            [sheets::BYTE_ORDER_MARK.as_bytes(), &whole(article, format)].concat()
        }
        _ => whole(article, format),
    }
}

/// A file of many articles that holds only this one.
fn whole(article: &Article, format: Format) -> Vec<u8> {
    let Some(Joint { start, end, .. }) = format.joint() else { return Vec::new() };
    [&*start, &part_of(article, format), end].concat()
}

fn part_of(article: &Article, format: Format) -> Vec<u8> {
    match (format, format.table()) {
        (_, Some(table)) => sheets::rows(article, table),
        (Format::LabelStudio, _) => label_studio::task(article),
        (Format::Doccano, _) => doccano::write(article),
        (Format::Prodigy, _) => prodigy::write(article),
        (Format::Conll, _) => conll::write(article),
        (Format::Conll2012, _) => conll2012::write(article),
        (Format::Ris, _) => references::ris(article),
        (Format::CslJson, _) => references::csl(article),
        _ => Vec::new(),
    }
}

/// Writes an article as plain text, as a terminal shows it.
pub fn text(saved: &Saved, layout: TextLayout) -> Result<String, DocumentError> {
    let bytes = terminal::write(&Article::of(saved)?, layout);
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The part of an article in a file that holds many: the rows of a table, a line of JSON. Empty if the format has no
/// [`Joint`].
pub fn part(saved: &Saved, format: Format) -> Result<Vec<u8>, DocumentError> {
    Ok(part_of(&Article::of(saved)?, format))
}

/// The same rows as values, for programs that need no file: numbers, texts, and null where a cell is empty.
pub fn cells(saved: &Saved, format: Format) -> Result<Vec<Vec<serde_json::Value>>, DocumentError> {
    let article = Article::of(saved)?;
    Ok(format.table().map_or_else(Vec::new, |table| sheets::cells(&article, table)))
}

/// The files of an article in a folder, with names that start with `stem`. The [shared file](Format::shared_file) is the
/// same for all articles.
pub fn files(saved: &Saved, format: Format, stem: &str) -> Result<Vec<File>, DocumentError> {
    let article = Article::of(saved)?;
    let files = files_of(&article, format, stem);
    if !files.is_empty() {
        return Ok(files);
    }
    Ok(vec![File { name: format!("{stem}{}", format.extension()), bytes: write(saved, &article, format) }])
}

/// Empty if an article is a single file in this format.
fn files_of(article: &Article, format: Format, stem: &str) -> Vec<File> {
    let file = |name: String, bytes: Vec<u8>| File { name, bytes };
    let own = format!("{stem}{}", format.extension_in_folder());
    let files = match format {
        Format::Brat => vec![
            file(format!("{stem}.txt"), article.text.as_bytes().to_vec()),
            file(own, brat::annotations(article).into_bytes()),
        ],
        Format::LabelStudio => vec![file(own, whole(article, format))],
        Format::Xmi => vec![file(own, xmi::write(article))],
        _ => return Vec::new(),
    };
    let shared = match format {
        Format::Brat => brat::configuration(article.versions).into_bytes(),
        Format::LabelStudio => label_studio::configuration(),
        _ => xmi::TYPES.to_vec(),
    };
    let shared = format.shared_file().map(|name| file(name.to_owned(), shared));
    files.into_iter().chain(shared).collect()
}
