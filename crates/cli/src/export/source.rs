//! Where the annotations of an export come from.

use crate::corrections::{self, Article, Corrections};
use crate::input::{Input, without_position};
use crate::model::Model;
use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use newsmark_formats::export::Saved;
use std::io;
use std::sync::Arc;

/// Makes articles of texts, on several threads.
pub trait Prepare: Send + Sync + 'static {
    /// A function for one thread. Its second argument says whether the text is a whole file.
    fn prepare(&self) -> impl FnMut(Input, bool) -> io::Result<Article> + use<Self> + 'static;

    /// Whether there must be only one text.
    fn is_about_one_text(&self) -> bool {
        false
    }
}

/// Texts are annotated; Newsmark files have been.
pub struct ToAnnotate {
    pub model: Model,
    pub unit: OffsetUnit,
    pub corrections: Option<Arc<Corrections>>,
}

impl Prepare for ToAnnotate {
    fn prepare(&self) -> impl FnMut(Input, bool) -> io::Result<Article> + use<> + 'static {
        let (annotator, unit, corrections) = (self.model.annotator(), self.unit, self.corrections.clone());
        move |input, is_file| {
            let saved = if is_file { corrections::article(&annotator, &input, corrections.as_deref())? } else { None };
            let mut article = saved.unwrap_or_else(|| {
                let document = annotator.annotate(&input.text, &input.metadata(), unit);
                let saved = Saved::new(input.text.as_str(), document, unit, annotator.fingerprint());
                Article { saved, messages: input.note.iter().cloned().collect() }
            });
            identify(&mut article, &input, is_file);
            Ok(article)
        }
    }

    fn is_about_one_text(&self) -> bool {
        self.corrections.is_some()
    }
}

/// Rows that `newsmark annotate` wrote, and Newsmark files.
pub struct Annotated {
    pub unit: OffsetUnit,
}

impl Prepare for Annotated {
    fn prepare(&self) -> impl FnMut(Input, bool) -> io::Result<Article> + use<> + 'static {
        let unit = self.unit;
        move |input, is_file| {
            let mut article = if is_file {
                let saved = corrections::newsmark_file(&input.text)?;
                saved.ok_or_else(|| io::Error::other("this text has no annotations; annotate it first"))?
            } else {
                let document = annotations(&input)?;
                document.check(&input.text, unit).map_err(io::Error::other)?;
                Article { saved: Saved::new(input.text.as_str(), document, unit, ""), messages: Vec::new() }
            };
            identify(&mut article, &input, is_file);
            Ok(article)
        }
    }
}

/// The document in the fields of a row.
fn annotations(input: &Input) -> io::Result<Document> {
    let fields = input.fields.annotations();
    let document = serde_json::to_string(&fields).and_then(|json| serde_json::from_str(&json));
    // A position would count within the annotations alone.
    let mut document: Document = document.map_err(|error| {
        io::Error::other(format!("this row is not what newsmark annotate writes: {}", without_position(&error)))
    })?;
    if document.metadata.is_empty() {
        document.metadata = input.metadata();
    }
    Ok(document)
}

/// Files of other formats name the row that they are of. A file has its name.
fn identify(article: &mut Article, input: &Input, is_file: bool) {
    if !is_file {
        article.saved.document.metadata.id = input.id_text();
    }
}
