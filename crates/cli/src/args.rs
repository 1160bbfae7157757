//! The command line arguments.

use super::input::InputArgs;
use super::select::{RowParts, Selection};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use newsmark::Date;
use newsmark::text::OffsetUnit;
use newsmark_evaluate::Convention;
use newsmark_formats::export::Format;
use std::path::PathBuf;
use std::thread;

/// Finds named entities, quotations and their speakers in news text.
#[derive(Parser)]
#[command(name = "newsmark", arg_required_else_help = true)]
pub struct Args {
    /// Print the versions of the program, of the document format and of the model
    #[arg(short = 'V', long)]
    pub version: bool,
    /// Use this model instead of the built-in one
    #[arg(long, global = true, value_name = "FILE")]
    pub model: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Annotate texts and print the documents as JSON
    ///
    /// A Newsmark file, which the page saves, is printed with its corrections applied.
    ///
    /// For one article, prints one object. For several files, a folder or an archive, prints one object per line, with
    /// "id", "text" and the other fields of the article's row; the id of a file is its name. An archive is a file of JSON
    /// lines, a JSON array or a table, and may be compressed (gzip, Zstandard).
    ///
    /// Of a web page, the article is annotated. What is left out is reported on standard error.
    Annotate(Annotate),
    /// Take the articles out of web pages and print them as JSON
    ///
    /// Prints one {"id", "title", "byline", "date", "site", "url", "language", "text", "body"} per page. The text is the
    /// headline and the byline, if the page shows them, and the body.
    Extract(Extract),
    /// Write annotated texts for other programs, without annotating again
    ///
    /// Reads the rows that newsmark annotate has written, and Newsmark files.
    Export(Export),
    /// Print an article, or those of an archive, with the marks in colour, the speakers in the margin, and who said what
    Show(Show),
    /// Score annotations against gold ones
    Evaluate {
        #[command(subcommand)]
        task: Task,
    },
    /// Print a script that completes newsmark's arguments in a shell
    Completions { shell: clap_complete::Shell },
    /// Print newsmark's manual page, for man
    Manual,
    /// Show how the library sees the JSON lines on standard input, for training
    #[command(hide = true)]
    Inspect { what: Inspect },
}

#[derive(clap::Args)]
pub struct Extract {
    /// Web pages to read; "-" or no file means standard input
    pub files: Vec<PathBuf>,
}

#[derive(clap::Args)]
pub struct Annotate {
    #[command(flatten)]
    pub input: InputArgs,
    /// Write for another program instead; a Newsmark file is exported with its corrections
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub format: Option<Format>,
    #[command(flatten)]
    pub to: Destination,
    #[command(flatten)]
    pub selection: Selection,
    #[command(flatten)]
    pub parts: RowParts,
    /// Unit of the offsets; formats other than json have their own
    #[arg(long, value_enum, default_value_t)]
    pub offsets: Offsets,
    /// Where names and amounts begin and end; "ontonotes" is for comparisons with that corpus
    #[arg(long, value_enum, default_value_t, requires_if("ontonotes", "jsonl"), conflicts_with_all = ["format", "offsets"])]
    pub convention: Bounds,
    /// The day of publication, from which "yesterday" and "last Tuesday" are counted, as in 2023-07-28
    ///
    /// With --jsonl, a row's own "date" comes first. Without a date, the text's dateline counts.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// Link places to GeoNames: say which Paris, Georgia or Birmingham it is, and where it is; of peoples, the country
    #[arg(long)]
    pub places: bool,
    /// Apply the corrections of this Newsmark file, or of this JSON array, to the text
    ///
    /// Corrections that were made in another form of the text are reanchored. What cannot be applied is reported on
    /// standard error. A Newsmark file that is annotated itself has its own corrections applied.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["jsonl", "input"])]
    pub corrections: Option<PathBuf>,
    /// Also write each input that failed as {"error", "file", "line", "input"}, one per line; "-" puts them among the
    /// rows, in input order, and the exit status is 0
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub errors: Option<PathBuf>,
    #[command(flatten)]
    pub threads: Threads,
}

/// Converts annotated rows and Newsmark files.
#[derive(clap::Args)]
pub struct Export {
    #[command(flatten)]
    pub input: InputArgs,
    /// The format to write
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub format: Format,
    #[command(flatten)]
    pub to: Destination,
    #[command(flatten)]
    pub selection: Selection,
    /// Unit of the offsets in the rows
    #[arg(long, value_enum, default_value_t)]
    pub offsets: Offsets,
    #[command(flatten)]
    pub threads: Threads,
}

/// Prints one article.
#[derive(clap::Args)]
pub struct Show {
    /// File to read; "-" or no file means standard input
    pub file: Option<PathBuf>,
    /// Number of columns [default: the terminal's, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub width: Option<u16>,
    #[command(flatten)]
    pub selection: Selection,
}

/// Where the output goes.
#[derive(clap::Args)]
pub struct Destination {
    /// Folder for one file per text; the files for brat are not zipped then
    #[arg(long, value_name = "FOLDER", requires = "format")]
    pub out: Option<PathBuf>,
    /// Write to a new file instead of standard output; a table holds all texts
    #[arg(short, long, value_name = "FILE", conflicts_with = "out")]
    pub output: Option<PathBuf>,
    /// Continue an interrupted run: skip the texts that the output already contains
    #[arg(long)]
    pub resume: bool,
    /// Begin a table of several texts without a byte order mark, which Excel needs
    #[arg(long, requires = "format")]
    pub no_bom: bool,
}

/// How much of the machine to use.
#[derive(clap::Args, Clone, Copy)]
pub struct Threads {
    /// Number of texts to process at the same time [default: number of cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

impl Threads {
    pub fn count(self) -> usize {
        self.threads.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from)
    }
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.as_str())).try_map(|name| name.parse::<Format>())
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Offsets {
    /// Unicode code points, as in Python
    #[default]
    Codepoints,
    /// UTF-16 code units, as in JavaScript
    Utf16,
    /// UTF-8 bytes, as in Rust
    Utf8,
}

impl Offsets {
    pub fn unit(self) -> OffsetUnit {
        match self {
            Offsets::Codepoints => OffsetUnit::CodePoints,
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Utf8 => OffsetUnit::Utf8,
        }
    }
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Bounds {
    /// What readers expect: "[$16]", "[North Korea]'s"
    #[default]
    Readers,
    /// As in OntoNotes: the currency sign stays outside, the possessive ending inside
    Ontonotes,
}

impl Bounds {
    pub fn convention(self) -> Convention {
        match self {
            Bounds::Readers => Convention::Readers,
            Bounds::Ontonotes => Convention::OntoNotes,
        }
    }
}

#[derive(Subcommand)]
pub enum Task {
    /// Entities: start, end and type
    Ner {
        #[command(flatten)]
        files: Files,
        /// JSON file that maps two label sets to each other
        #[arg(long, value_name = "MAP.json")]
        map: Option<PathBuf>,
        /// Only documents whose id starts with PREFIX
        #[arg(long, value_name = "PREFIX")]
        only: Option<String>,
        /// Bring the annotations to this convention before they are compared
        #[arg(long, value_enum, default_value_t)]
        convention: Bounds,
    },
    /// Quotations: content, cue and speaker
    Quotes {
        #[command(flatten)]
        files: Files,
        /// Score each part of a discontinuous content separately
        #[arg(long)]
        segments: bool,
        /// Count documents in which everything is right
        #[arg(long, conflicts_with = "segments")]
        cases: bool,
    },
    /// Whether quotations are told apart as speech, writing or thought
    Media {
        #[command(flatten)]
        files: Files,
        /// Labelled sample of the gold quotations, one {"id", "content", "medium"} per line
        #[arg(long, value_name = "LABELS.jsonl", default_value = "tests/data/media.jsonl")]
        labels: PathBuf,
    },
    /// Values of dates and amounts: given the gold entities, and of Newsmark's own
    Values {
        #[command(flatten)]
        files: Files,
        /// Print the values that were missed: id, words, gold value and Newsmark's value
        #[arg(long)]
        misses: bool,
    },
    /// Places linked to GeoNames, and the countries of peoples
    Places {
        #[command(flatten)]
        files: Files,
        /// Only documents whose id starts with PREFIX
        #[arg(long, value_name = "PREFIX", default_value = "", hide_default_value = true)]
        only: String,
        /// Print the places that were missed and the links that are wrong: id, which of the two, words and value
        #[arg(long)]
        misses: bool,
    },
    /// Coreference chains: names and pronouns
    Chains {
        #[command(flatten)]
        files: Files,
        /// Only these OntoNotes genres
        #[arg(long, value_delimiter = ',', value_name = "GENRES")]
        genres: Vec<String>,
        /// Build the chains from the gold entities
        #[arg(long, conflicts_with = "pred")]
        gold_entities: bool,
    },
    /// Pronouns in texts of GAP, women and men apart
    Gap {
        #[command(flatten)]
        files: Files,
    },
}

#[derive(clap::Args)]
pub struct Files {
    /// Gold documents, one JSON object per line, offsets in code points
    #[arg(value_name = "GOLD.jsonl")]
    pub gold: PathBuf,
    /// Score these documents instead of annotating the gold texts
    #[arg(long, value_name = "PRED.jsonl")]
    pub pred: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Inspect {
    /// Tokens, sentences, quotation marks and flags of each {"id", "text"}
    Layout,
    /// The feature hashes of each word, given as a JSON string
    Features,
    /// The tagger's probabilities for each token of each {"id", "text"}
    Tags,
    /// The candidates for each pronoun, in documents with gold chains or of GAP, after right answers to the earlier pronouns
    Pronouns,
    /// The same, after the library's own answers to the earlier pronouns
    PronounsOwn,
    /// The candidates that the quotation linker chooses from, in documents with gold quotations
    Links,
}
