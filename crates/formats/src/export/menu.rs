//! What the formats are called where a person chooses one.

use super::Format;
use newsmark::presentation::{NAMES_HEADING, QUOTES_HEADING};

/// Formats that serve the same purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatGroup {
    /// Files for readers.
    Keep,
    /// Files for spreadsheets and programs that draw networks.
    Tables,
    /// Files for reference managers.
    References,
    /// Files for editors.
    Editions,
    /// Files for tools in which people annotate.
    Annotating,
    /// Files for training and evaluation.
    Training,
}

impl FormatGroup {
    /// All of them, in the order of the menu.
    pub const ALL: [FormatGroup; 6] = {
        use FormatGroup::*;
        [Keep, Tables, References, Editions, Annotating, Training]
    };

    /// The heading above them.
    pub const fn label(self) -> &'static str {
        match self {
            FormatGroup::Keep => "Save or share",
            FormatGroup::Tables => "Tables and networks",
            FormatGroup::References => "Reference managers",
            FormatGroup::Editions => "Text editions",
            FormatGroup::Annotating => "Annotation tools",
            FormatGroup::Training => "Natural language processing",
        }
    }

    /// Its formats, in the order of the menu.
    pub fn formats(self) -> impl Iterator<Item = Format> {
        Format::ALL.iter().copied().filter(move |format| format.group() == self)
    }
}

impl Format {
    const fn entry(self) -> (FormatGroup, &'static str, &'static str) {
        use FormatGroup::*;
        match self {
            Format::Json => {
                (Keep, "Newsmark file", "the article with all annotations and corrections, to reopen in Newsmark")
            }
            Format::Html => (Keep, "Web page", "the annotated article in one file, for any browser"),
            Format::Text => (Keep, "Annotated text", "the article with its speakers in the margin, and who said what"),
            Format::CsvQuotes => (Tables, QUOTES_HEADING, "a table of the quotations, for a spreadsheet (CSV)"),
            Format::CsvEntities => (Tables, NAMES_HEADING, "a table of all names, dates and amounts (CSV)"),
            Format::CsvMentions => {
                (Tables, "All mentions", "a table of every mention: names, descriptions, pronouns (CSV)")
            }
            Format::GeoJson => (Tables, "Places", "the places as points, for maps (GeoJSON)"),
            Format::Tei => (Editions, "TEI", "an XML edition (TEI P5)"),
            Format::W3c => (Editions, "Web annotations", "as defined by the W3C (JSON-LD)"),
            Format::Recogito => {
                (Editions, "Web annotations for Recogito", "the same, with offsets as Recogito counts them")
            }
            Format::Brat => (Annotating, "brat", "standoff annotations and the text (ZIP)"),
            Format::LabelStudio => {
                (Annotating, "Label Studio", "tasks with predictions, and the labelling configuration (ZIP)")
            }
            Format::Doccano => (Annotating, "doccano", "spans and relations (JSONL)"),
            Format::Prodigy => (Annotating, "Prodigy", "tokens, spans and relations (JSONL)"),
            Format::Xmi => (Annotating, "UIMA CAS XMI", "for INCEpTION, with its type system (ZIP)"),
            Format::Gexf => (Tables, "Network for Gephi", "who quotes and mentions whom (GEXF)"),
            Format::GraphMl => (Tables, "Network for igraph", "the same for igraph, yEd and others (GraphML)"),
            Format::Ris => (References, "RIS", "for Zotero, EndNote, Citavi"),
            Format::CslJson => (References, "CSL-JSON", "for Zotero, pandoc and others"),
            Format::Conll2012 => (Training, "CoNLL-2012", "one word per line, with coreference chains"),
            Format::Conll => (Training, "CoNLL", "one word per line, with BIO labels"),
            Format::Spacy => (Training, "spaCy", "training data for spacy convert (JSON)"),
            Format::Displacy => (Training, "displaCy", "input for displaCy (JSON)"),
        }
    }

    /// The group in which it is offered.
    pub const fn group(self) -> FormatGroup {
        self.entry().0
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        self.entry().1
    }

    /// What is in it, or who can use it.
    pub const fn about(self) -> &'static str {
        self.entry().2
    }
}
