//! The model: compiled in, or another one from a file.

use newsmark::Annotator;
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

/// The bytes of a model that can be read.
pub struct Model(Cow<'static, [u8]>);

impl Model {
    pub fn read(file: Option<&Path>) -> io::Result<Model> {
        let bytes = match file {
            None => Cow::Borrowed(newsmark::MODEL),
            Some(path) => Cow::Owned(fs::read(path).map_err(|error| super::lines::named(path, &error))?),
        };
        let name = file.unwrap_or(Path::new("the model compiled in"));
        Annotator::new(&bytes).map_err(|error| super::lines::named(name, &error))?;
        Ok(Model(bytes))
    }

    /// A new one: two threads with one annotator would wait for each other's words.
    pub fn annotator(&self) -> Annotator {
        Annotator::new(&self.0).expect("it could be read before")
    }
}

pub fn annotator(file: Option<&Path>) -> io::Result<Annotator> {
    Ok(Model::read(file)?.annotator())
}
