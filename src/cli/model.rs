//! The model: compiled in, or another one from a file.

use newsmark::Annotator;
use std::fs;
use std::io;
use std::path::Path;

#[cfg(embedded_model)]
const EMBEDDED: Option<&[u8]> = Some(include_bytes!("../../model/newsmark.model"));
#[cfg(not(embedded_model))]
const EMBEDDED: Option<&[u8]> = None;

pub fn annotator(file: Option<&Path>) -> io::Result<Annotator> {
    let Some(path) = file else {
        let bytes = EMBEDDED.ok_or_else(|| io::Error::other("this build has no model compiled in: name one with --model FILE"))?;
        return Annotator::new(bytes).map_err(|error| io::Error::other(format!("the model compiled in: {error}")));
    };
    let bytes = fs::read(path).map_err(|error| super::lines::named(path, &error))?;
    Annotator::new(&bytes).map_err(|error| super::lines::named(path, &error))
}
