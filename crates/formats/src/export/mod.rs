//! Annotations in the forms that other programs read.
//!
//! Every export begins with a [`Saved`] article: the text, what was found in it, and what a person
//! corrected. [`export`] turns it into one file of the [`Format`] that was asked for. The page, the
//! command line and the npm module all come here, so a format is written in one place only.
//!
//! ```
//! use newsmark_formats::export::{Format, Saved, export};
//! use newsmark::{document::Document, text::OffsetUnit};
//!
//! let document = Document { quoted_terms: vec![[3, 8]], ..Document::default() };
//! let saved = Saved::new("A “term”.", document, OffsetUnit::Utf8, "0123456789abcdef");
//! assert!(export(&saved, Format::Tei).is_err(), "byte 3 is inside a quotation mark");
//! ```
//!
//! The formats differ in what they can say. Two things are solved once for all of them. `Article`
//! checks the document against the text and holds it in byte offsets; each format counts in its own
//! unit from there. Marks may cross, which markup forbids: `nesting` cuts them into pieces that nest,
//! for TEI and HTML. `words` is the text as a row of labelled tokens, for CoNLL and spaCy.

mod article;
mod brat;
mod conll;
mod displacy;
mod file_name;
mod html;
mod markup;
mod menu;
mod nesting;
mod saved;
mod sheets;
mod spacy;
mod speakers;
mod tei;
mod title;
mod w3c;
mod words;

pub use brat::CONFIGURATION as BRAT_CONFIGURATION;
pub use file_name::stem as file_stem;
#[doc(hidden)]
pub use html::{STYLE as HTML_STYLE, THEME as HTML_THEME};
pub use menu::FormatGroup;
pub use saved::{Saved, SavedError};

use article::Article;
use newsmark::document::Misplaced;
use newsmark::text::OffsetUnit;

/// What an article can be written as; `docs/formats.md` describes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// All that Newsmark knows of the article; it can be opened again.
    Json,
    /// W3C Web Annotations, offsets in code points as the standard has it.
    W3c,
    /// The same with offsets in UTF-16 units, as Recogito counts.
    Recogito,
    /// TEI P5.
    Tei,
    /// brat standoff: text and annotations in one ZIP.
    Brat,
    /// One token a line with its BIO2 label.
    Conll,
    /// spaCy's JSON training format.
    Spacy,
    /// What displaCy draws in its manual mode.
    Displacy,
    /// A table of the entities.
    CsvEntities,
    /// A table of the quotations.
    CsvQuotes,
    /// A page of its own, to be read in any browser.
    Html,
}

impl Format {
    /// Every format, in the order of the menu.
    pub const ALL: [Format; 11] = {
        use Format::*;
        [Json, Html, CsvQuotes, CsvEntities, Tei, W3c, Recogito, Brat, Conll, Spacy, Displacy]
    };

    /// The name by which it is asked for.
    pub const fn name(self) -> &'static str {
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
            Format::CsvQuotes => "csv-quotes",
            Format::Html => "html",
        }
    }

    /// The format of a name that [`Format::name`] gives.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// How a file's name ends, so that all exports of an article can lie in one folder.
    pub const fn ending(self) -> &'static str {
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
            Format::CsvQuotes => ".quotes.csv",
            Format::Html => ".html",
        }
    }

    /// The media type, for whoever serves or saves the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Json | Format::Recogito | Format::Spacy | Format::Displacy => "application/json",
            Format::W3c => "application/ld+json",
            Format::Tei => "application/tei+xml",
            Format::Brat => "application/zip",
            Format::Conll => "text/plain;charset=utf-8",
            Format::CsvEntities | Format::CsvQuotes => "text/csv;charset=utf-8",
            Format::Html => "text/html;charset=utf-8",
        }
    }
}

/// A file that was made, by a name that every file system takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// With its ending, without a folder.
    pub name: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// Writes an article as one file, called by the article's title.
pub fn export(saved: &Saved, format: Format) -> Result<File, Misplaced> {
    let article = Article::of(saved)?;
    let stem = file_stem(article.title());
    let bytes = match format {
        Format::Json => saved.to_json(),
        Format::W3c => w3c::write(&article, OffsetUnit::CodePoints),
        Format::Recogito => w3c::write(&article, OffsetUnit::Utf16),
        Format::Tei => tei::write(&article),
        Format::Brat => brat::zip(&article, &stem),
        Format::Conll => conll::write(&article),
        Format::Spacy => spacy::write(&article),
        Format::Displacy => displacy::write(&article),
        Format::CsvEntities => sheets::entities(&article),
        Format::CsvQuotes => sheets::quotes(&article),
        Format::Html => html::write(&article),
    };
    Ok(File { name: stem + format.ending(), bytes })
}

/// The files inside brat's ZIP by themselves, called by a name that the caller chooses: a folder of
/// them is what brat opens.
pub fn brat_files(saved: &Saved, stem: &str) -> Result<Vec<File>, Misplaced> {
    Ok(brat::files(&Article::of(saved)?, stem))
}
