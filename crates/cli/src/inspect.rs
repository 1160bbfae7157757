//! `newsmark inspect`: shows training the text as the library sees it.

use super::args::Inspect;
use super::files;
use super::input::Lines;
use super::model;
use newsmark_evaluate::training::{inspect, links, pronouns};
use serde_json::Value;
use std::cell::OnceCell;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

/// Writes one answer per JSON value on standard input.
pub fn run(what: Inspect, model: Option<&Path>, out: &mut impl Write) -> io::Result<ExitCode> {
    // The first training starts without a model, so the model is only read if it is needed.
    let annotator = OnceCell::new();
    let annotator = || match annotator.get() {
        Some(annotator) => Ok(annotator),
        None => model::annotator(model).map(|read| annotator.get_or_init(|| read)),
    };
    let mut out = BufWriter::new(out);
    let stdin = Path::new("-");
    let mut input = Lines::of(files::open(stdin)?);
    while let Some((number, line)) = input.next()? {
        let value: Value =
            serde_json::from_slice(line).map_err(|error| files::named(stdin, &format!("line {number}: {error}")))?;
        match what {
            Inspect::Layout => inspect::layout(&value, &mut out)?,
            Inspect::Features => inspect::features(&value, &mut out)?,
            Inspect::Tags => inspect::tags(annotator()?, &value, &mut out)?,
            Inspect::Links => links::choices(annotator()?, &serde_json::from_value(value)?, &mut out)?,
            Inspect::Pronouns => pronouns::questions(&serde_json::from_value(value)?, annotator, false, &mut out)?,
            Inspect::PronounsOwn => pronouns::questions(&serde_json::from_value(value)?, annotator, true, &mut out)?,
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
