//! The arguments, for clap.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use newsmark::text::OffsetUnit;
use newsmark_formats::export::Format;
use std::path::PathBuf;
use std::thread;

/// Finds named entities, quotations and their speakers in news text.
#[derive(Parser)]
#[command(arg_required_else_help = true)]
pub struct Args {
    /// Print the versions of the code, of the annotations' form, and of the model
    #[arg(short = 'V', long)]
    pub version: bool,
    /// Use this model instead of the one compiled in
    #[arg(long, global = true, value_name = "FILE")]
    pub model: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Print the annotations of texts as JSON
    ///
    /// One file gives one object. Several files give an object a line, each with the file's name as
    /// "id" and its text as "text".
    Annotate(Annotate),
    /// Measure the annotations against gold ones
    Evaluate {
        #[command(subcommand)]
        task: Task,
    },
    /// Show what the stages say of the JSON lines on standard input, for training
    #[command(hide = true)]
    Inspect { what: Inspect },
}

#[derive(clap::Args)]
pub struct Annotate {
    /// Files to read; "-" or none is standard input
    pub files: Vec<PathBuf>,
    /// Read {"id", "text"} a line, write {"id", "text", …annotations…} a line
    #[arg(long)]
    pub jsonl: bool,
    /// Write for another program: a file for each text, or for each Newsmark file, which goes in with its corrections
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub format: Option<Format>,
    /// The folder for these files, where there are several texts; brat's files go there unpacked
    #[arg(long, value_name = "FOLDER", requires = "format")]
    pub out: Option<PathBuf>,
    /// What the offsets count; formats other than json have their own unit
    #[arg(long, value_enum, default_value_t)]
    pub offsets: Offsets,
    /// Write to a new file instead of standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "out")]
    pub output: Option<PathBuf>,
    /// Go on with the output of a run that was cut off: what it has is not done again
    #[arg(long, requires = "output", conflicts_with = "format")]
    pub resume: bool,
    /// Also write what could not be read as {"error", "file", "line", "input"}, a line each; "-" puts
    /// these among the rows, each in its place, so that the output lacks nothing and the exit status is 0
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub errors: Option<PathBuf>,
    /// Texts to annotate at the same time [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

impl Annotate {
    pub fn threads(&self) -> usize {
        self.threads.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from)
    }
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .try_map(|name| Format::from_name(&name).ok_or("there is no such format"))
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

#[derive(Subcommand)]
pub enum Task {
    /// Entities: start, end and type
    Ner {
        #[command(flatten)]
        files: Files,
        /// JSON that brings two label sets together
        #[arg(long, value_name = "MAP.json")]
        map: Option<PathBuf>,
        /// Only documents whose id begins so
        #[arg(long, value_name = "PREFIX")]
        only: Option<String>,
    },
    /// Quotations: content, cue and speaker
    Quotes {
        #[command(flatten)]
        files: Files,
        /// Score every piece of content by itself
        #[arg(long)]
        segments: bool,
        /// Every document must be wholly right
        #[arg(long, conflicts_with = "segments")]
        cases: bool,
    },
    /// Who is who: names linked, pronouns tied to a person
    Chains {
        #[command(flatten)]
        files: Files,
        /// Only these genres of OntoNotes
        #[arg(long, value_delimiter = ',', value_name = "GENRES")]
        genres: Vec<String>,
        /// Group the gold entities instead of our own
        #[arg(long, conflicts_with = "pred")]
        gold_entities: bool,
    },
}

#[derive(clap::Args)]
pub struct Files {
    /// Gold documents, a JSON object a line, offsets in code points
    #[arg(value_name = "GOLD.jsonl")]
    pub gold: PathBuf,
    /// Score these documents instead of annotating the texts
    #[arg(long, value_name = "PRED.jsonl")]
    pub pred: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Inspect {
    /// Tokens, sentences, quotation marks and flags of each {"id", "text"}
    Layout,
    /// The hashes of each word, given as a JSON string
    Features,
    /// The tagger's probabilities for each token of each {"id", "text"}
    Tags,
    /// Each pronoun's candidates, of documents with gold chains; the walk goes on with the right answers
    Pronouns,
    /// The same, going on with our own answers
    PronounsOwn,
    /// What the linker of quotations has to choose from, of documents with gold quotations
    Links,
}
