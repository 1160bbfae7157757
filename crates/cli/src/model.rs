//! The model: the built-in one, or another one from a file. With it, if wanted, the table of places.

use newsmark::document::Metadata;
use newsmark::{Annotator, Date, Document, OffsetUnit};
use newsmark_places::Gazetteer;
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The bytes of a valid model.
pub struct Model {
    bytes: Cow<'static, [u8]>,
    /// The day of publication of texts that come without one.
    published: Option<Date>,
    gazetteer: Option<Arc<Gazetteer>>,
}

/// An annotator that also links places, if that is wanted.
pub struct ArticleAnnotator {
    annotator: Annotator,
    gazetteer: Option<Arc<Gazetteer>>,
}

impl Model {
    pub fn read(file: Option<&Path>) -> io::Result<Model> {
        let bytes = match file {
            None => Cow::Borrowed(newsmark::MODEL),
            Some(path) => Cow::Owned(fs::read(path).map_err(|error| super::files::named(path, &error))?),
        };
        let name = file.unwrap_or(Path::new("the built-in model"));
        Annotator::new(&bytes).map_err(|error| super::files::named(name, &error))?;
        Ok(Model { bytes, published: None, gazetteer: None })
    }

    /// With the day of publication of texts that come without one.
    pub fn published(self, published: Option<Date>) -> Model {
        Model { published, ..self }
    }

    /// With places linked to GeoNames, or without.
    pub fn with_places(self, wanted: bool) -> Model {
        let gazetteer = wanted.then(|| Arc::new(Gazetteer::new(newsmark_places::TABLE)));
        Model { gazetteer, ..self }
    }

    /// A new annotator. Threads that shared one would wait for each other.
    pub fn annotator(&self) -> ArticleAnnotator {
        let mut annotator = Annotator::new(&self.bytes).expect("it has been read before");
        annotator.set_published(self.published);
        ArticleAnnotator { annotator, gazetteer: self.gazetteer.clone() }
    }
}

impl ArticleAnnotator {
    pub fn annotate(&self, text: &str, metadata: &Metadata, unit: OffsetUnit) -> Document {
        let mut document = self.annotator.annotate_article(text, metadata, unit);
        if let Some(gazetteer) = &self.gazetteer {
            gazetteer.resolve(text, &mut document, unit).expect("it is the document of this text");
        }
        document
    }

    pub fn fingerprint(&self) -> &str {
        self.annotator.fingerprint()
    }
}

pub fn annotator(file: Option<&Path>) -> io::Result<Annotator> {
    Ok(Model::read(file)?.annotator().annotator)
}
