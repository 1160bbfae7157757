//! `newsmark`, the command line: annotates files and streams, and evaluates annotations.

mod annotate;
mod args;
mod corrections;
mod evaluate;
mod export;
mod extract;
mod files;
mod input;
mod inspect;

mod model;
mod ordered;
mod progress;
mod resume;
mod select;
mod show;

use args::{Args, Command};
use clap::error::ErrorKind as ArgumentError;
use clap::{CommandFactory, Parser};
use newsmark::versions::Versions;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let mut out = io::stdout().lock();
    let result = run(&args, &mut out);
    match result.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        // The program that reads our output has ended, as in "| head". This is not an error.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsmark: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let model = args.model.as_deref();
    match &args.command {
        _ if args.version => {
            writeln!(out, "{}", Versions::with(model::annotator(model)?.fingerprint()))?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Annotate(annotate)) => match annotate.format {
            Some(format) => export::annotate(annotate, format, model, out),
            None => annotate::run(annotate, model, out),
        },
        Some(Command::Export(args)) => export::convert(args, out),
        Some(Command::Show(args)) => show::run(args, model),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(*shell, &mut Args::command(), "newsmark", out);
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Manual) => {
            clap_mangen::Man::new(Args::command()).render(out)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Evaluate { task }) => evaluate::run(task, model, out),
        Some(Command::Extract(extract)) => extract::run(extract, out),
        Some(Command::Inspect { what }) => inspect::run(*what, model, out),
        None => Args::command().error(ArgumentError::MissingSubcommand, "missing subcommand, such as annotate").exit(),
    }
}
