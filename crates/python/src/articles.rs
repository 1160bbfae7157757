//! Texts in, annotated texts out.

use crate::annotated::Annotated;
use crate::pool::{gazetteer, with_annotator};
use newsmark::document::Metadata;
use newsmark::{Annotator, Date, OffsetUnit};
use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A text, and what is known about it.
struct Article {
    text: String,
    metadata: Metadata,
}

/// Annotates a text, and links its places if that is wanted. `fields` are what is known about the article. Unlike in a row,
/// a date has to be one.
#[pyfunction]
pub fn annotate(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    fields: &Bound<'_, PyDict>,
    places: bool,
) -> PyResult<Annotated> {
    let article = Article::read(text, fields)?;
    if let Some(date) = fields.get_item("date")? {
        string(&date, "date")?.parse::<Date>().map_err(|error| PyValueError::new_err(error.to_string()))?;
    }
    py.detach(|| with_annotator(|annotator| article.annotated(annotator, places)))
}

/// Annotates pairs of a text and the fields of its row. In the place of one that cannot be annotated, there is the exception.
#[pyfunction]
pub fn annotate_all<'py>(
    py: Python<'py>,
    articles: Vec<Bound<'py, PyTuple>>,
    places: bool,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let read = |pair: &Bound<'py, PyTuple>| {
        let (text, fields) = (pair.get_item(0)?, pair.get_item(1)?);
        Article::read(&text, fields.cast::<PyDict>()?)
    };
    let articles: Vec<PyResult<Article>> = articles.iter().map(read).collect();
    let annotated: Vec<PyResult<Annotated>> = py.detach(|| {
        with_annotator(|annotator| {
            let annotated = |article: Article| article.annotated(annotator, places);
            articles.into_iter().map(|article| article.and_then(annotated)).collect()
        })
    });
    let result = |annotated: PyResult<Annotated>| match annotated {
        Ok(annotated) => Ok(Bound::new(py, annotated)?.into_any()),
        Err(error) => Ok(error.into_value(py).into_bound(py).into_any()),
    };
    annotated.into_iter().map(result).collect()
}

impl Article {
    /// `fields` are what a row of an archive says about the article, under any of the names that archives use.
    fn read(text: &Bound<'_, PyAny>, fields: &Bound<'_, PyDict>) -> PyResult<Article> {
        let mut texts = HashMap::new();
        for (name, value) in fields {
            let name: String = name.extract()?;
            texts.insert(name.clone(), string(&value, &name)?);
        }
        let mut metadata = Metadata::of_row(|name| texts.get(name).cloned());
        metadata.id = texts.remove("id").unwrap_or_default();
        Ok(Article { text: string(text, "text")?, metadata })
    }

    /// No text should make us panic; if one does, the others go on.
    fn annotated(self, annotator: &Annotator, places: bool) -> PyResult<Annotated> {
        let Article { text, metadata } = self;
        let work = || {
            let mut document = annotator.annotate_article(&text, &metadata, OffsetUnit::CodePoints);
            if places {
                let resolved = gazetteer().resolve(&text, &mut document, OffsetUnit::CodePoints);
                resolved.expect("it is the document of this text");
            }
            document
        };
        let panicked = |_| PyRuntimeError::new_err("Newsmark panicked on this text; please report this");
        let document = catch_unwind(AssertUnwindSafe(work)).map_err(panicked)?;
        Ok(Annotated::new(text, document))
    }
}

/// A string from Python. `name` is what the caller calls it.
pub fn string(value: &Bound<'_, PyAny>, name: &str) -> PyResult<String> {
    let Ok(string) = value.cast::<PyString>() else {
        let found = value.get_type().name()?;
        let advice =
            if value.is_instance_of::<PyBytes>() { "; decode it first, as in data.decode(\"utf-8\")" } else { "" };
        return Err(PyTypeError::new_err(format!("the {name} must be a string, not {found}{advice}")));
    };
    match string.to_cow() {
        Ok(text) => Ok(text.into_owned()),
        Err(error) => {
            let position = error.value(value.py()).getattr("start")?;
            Err(PyValueError::new_err(format!(
                "the {name} has half of a character (a lone surrogate) at position {position}; \
                 text.encode(\"utf-16\", \"surrogatepass\").decode(\"utf-16\", \"replace\") repairs it"
            )))
        }
    }
}
