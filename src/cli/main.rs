//! `newsmark`, the command line: annotates files and streams, and measures the annotations.

mod annotate;
mod args;
mod evaluate;
mod export;
mod inspect;
mod jobs;
mod lines;
mod links;
mod model;
mod ordered;
mod progress;
mod pronouns;
mod resume;

use args::{Args, Command};
use clap::Parser;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let model = args.model.as_deref();
    let mut out = io::stdout().lock();
    let result = match &args.command {
        Command::Annotate(annotate) => match annotate.format {
            Some(format) => export::run(annotate, format, model, &mut out),
            None => annotate::run(annotate, model, &mut out),
        },
        Command::Evaluate { task } => evaluate::run(task, model, &mut out),
        Command::Inspect { what } => inspect::run(*what, model, &mut out),
    };
    match result.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        // Whoever read our output has had enough ("| head"): nothing went wrong.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsmark: {error}");
            ExitCode::FAILURE
        }
    }
}
