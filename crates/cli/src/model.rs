//! The model: the built-in one, or another one from a file.

use newsmark::{Annotator, Date};
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

/// The bytes of a valid model.
pub struct Model {
    bytes: Cow<'static, [u8]>,
    /// The day of publication of texts that come without one.
    published: Option<Date>,
}

impl Model {
    pub fn read(file: Option<&Path>) -> io::Result<Model> {
        let bytes = match file {
            None => Cow::Borrowed(newsmark::MODEL),
            Some(path) => Cow::Owned(fs::read(path).map_err(|error| super::files::named(path, &error))?),
        };
        let name = file.unwrap_or(Path::new("the built-in model"));
        Annotator::new(&bytes).map_err(|error| super::files::named(name, &error))?;
        Ok(Model { bytes, published: None })
    }

    /// With the day of publication of texts that come without one.
    pub fn published(self, published: Option<Date>) -> Model {
        Model { published, ..self }
    }

    /// A new annotator. Threads that shared one would wait for each other.
    pub fn annotator(&self) -> Annotator {
        let mut annotator = Annotator::new(&self.bytes).expect("it has been read before");
        annotator.set_published(self.published);
        annotator
    }
}

pub fn annotator(file: Option<&Path>) -> io::Result<Annotator> {
    Ok(Model::read(file)?.annotator())
}
