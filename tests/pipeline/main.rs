//! Tests of the whole pipeline, from a text to its document, through the library and the command line.

mod archive;
#[path = "../checks/mod.rs"]
mod checks;
mod cli;
mod corrections_cli;
mod degenerate;
mod export;
mod export_cli;
mod extract_cli;
mod floors;
mod inputs;
mod invariants;
#[path = "../known_misses.rs"]
mod known_misses;
mod markup;
mod perturbed;
mod places;
mod process;
mod sample;
mod shared;
mod tools;
mod values;
