//! The model: compiled in, or another one from a file.

use newsmark::Annotator;
use std::fs;
use std::io;
use std::path::Path;

const EMBEDDED: &[u8] = include_bytes!("../../model/newsmark.model");

pub fn annotator(file: Option<&Path>) -> io::Result<Annotator> {
    let Some(path) = file else {
        return Annotator::new(EMBEDDED).map_err(|error| io::Error::other(format!("the model compiled in: {error}")));
    };
    let bytes = fs::read(path).map_err(|error| super::lines::named(path, &error))?;
    Annotator::new(&bytes).map_err(|error| super::lines::named(path, &error))
}
