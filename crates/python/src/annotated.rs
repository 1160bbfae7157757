//! An annotated text, as the library has it. Python's records are made of it when somebody asks for them.

use crate::articles::string;
use crate::records::{Classes, Records};
use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use newsmark_corrections::{Correction, apply};
use newsmark_formats::export::{Format, Saved, cells, export};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};
use serde::Serialize;
use serde_json::Value;

/// A text and its annotations. Offsets count code points.
#[pyclass(frozen, module = "newsmark._native")]
pub struct Annotated {
    text: String,
    document: Document,
    /// What was found before anything was corrected, if something was.
    found: Option<Document>,
    corrections: Vec<Correction>,
}

impl Annotated {
    pub fn new(text: String, document: Document) -> Annotated {
        Annotated { text, document, found: None, corrections: Vec::new() }
    }

    fn saved(&self, model: &str) -> Saved {
        let found = self.found.as_ref().unwrap_or(&self.document).clone();
        let mut saved = Saved::new(self.text.as_str(), found, OffsetUnit::CodePoints, model);
        saved.document = self.document.clone();
        saved.corrections = serde_json::to_value(&self.corrections).unwrap_or_default();
        saved
    }
}

#[pymethods]
impl Annotated {
    /// Reads the JSON of a document, and checks that it belongs to the text.
    #[staticmethod]
    fn read(text: &Bound<'_, PyAny>, json: &str) -> PyResult<Annotated> {
        let text = string(text, "text")?;
        let document: Document = serde_json::from_str(json).map_err(|error| {
            PyValueError::new_err(format!("this is not a document of Newsmark: {}", without_place(&error)))
        })?;
        document.check(&text, OffsetUnit::CodePoints).map_err(value_error)?;
        Ok(Annotated::new(text, document))
    }

    /// Reads a Newsmark file. Returns its text, its annotations, corrected as in the file, and the model's fingerprint.
    #[staticmethod]
    fn open(file: &[u8]) -> PyResult<(String, Annotated, String)> {
        let saved = Saved::from_json(file).map_err(value_error)?;
        let mut document =
            saved.document.in_unit(&saved.text, saved.offsets, OffsetUnit::CodePoints).map_err(value_error)?;
        if document.metadata.title.is_empty() {
            document.metadata.title = saved.title;
        }
        Ok((saved.text.clone(), Annotated::new(saved.text, document), saved.model))
    }

    /// The document as JSON.
    fn json(&self) -> PyResult<String> {
        json(&self.document)
    }

    /// A field of the document, as tuples and dataclasses. Records that can show their words get the text.
    fn field<'py>(&self, py: Python<'py>, name: &str, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let records = Records::new(Classes::of(py)?, text);
        match name {
            "entities" => records.of(&self.document.entities),
            "chains" => records.of(&self.document.chains),
            "quotes" => records.of(&self.document.quotes),
            "quoted_terms" => records.of(&self.document.quoted_terms),
            "sentences" => records.of(&self.document.sentences),
            "blocks" => records.of(&self.document.blocks),
            "metadata" => records.of(&self.document.metadata),
            _ => Err(PyKeyError::new_err(name.to_owned())),
        }
    }

    /// The name, the media type and the bytes of a file in this format.
    fn export<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        model: &str,
    ) -> PyResult<(String, &'static str, Bound<'py, PyBytes>)> {
        let format: Format = format.parse().map_err(value_error)?;
        let file = py.detach(|| export(&self.saved(model), format)).map_err(value_error)?;
        Ok((file.name, format.media_type(), PyBytes::new(py, &file.bytes)))
    }

    /// The rows of a table (`csv-entities`, `csv-mentions` or `csv-quotes`), as dictionaries.
    fn rows<'py>(&self, py: Python<'py>, format: &str, model: &str) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let format: Format = format.parse().map_err(value_error)?;
        let names = format.columns().unwrap_or_default();
        let names: Vec<Bound<'py, PyString>> = names.into_iter().map(|name| PyString::intern(py, name)).collect();
        let rows = cells(&self.saved(model), format).map_err(value_error)?;
        let row = |cells: Vec<Value>| {
            let row = PyDict::new(py);
            for (name, cell) in names.iter().zip(cells) {
                match cell {
                    Value::String(text) => row.set_item(name, text)?,
                    Value::Number(number) => match number.as_i64() {
                        Some(integer) => row.set_item(name, integer)?,
                        None => row.set_item(name, number.as_f64())?,
                    },
                    _ => row.set_item(name, py.None())?,
                }
            }
            Ok(row)
        };
        rows.into_iter().map(row).collect()
    }

    /// The names of a table's columns.
    #[staticmethod]
    fn columns(format: &str) -> PyResult<Vec<&'static str>> {
        let format: Format = format.parse().map_err(value_error)?;
        Ok(format.columns().unwrap_or_default())
    }

    /// The annotations with more corrections (a JSON array) applied to what was found, and those of all corrections that
    /// could not be applied, as JSON.
    fn corrected(&self, more: &str) -> PyResult<(Annotated, String)> {
        let more: Vec<Correction> = serde_json::from_str(more)
            .map_err(|error| PyValueError::new_err(format!("these are not corrections: {}", without_place(&error))))?;
        let corrections = [&*self.corrections, &more].concat();
        let found = self.found.as_ref().unwrap_or(&self.document);
        let corrected = apply(&self.text, found, &corrections, OffsetUnit::CodePoints).map_err(value_error)?;
        let unapplied = json(&corrected.unapplied)?;
        let (text, found) = (self.text.clone(), Some(found.clone()));
        Ok((Annotated { text, document: corrected.document, found, corrections }, unapplied))
    }

    /// The corrections that have been made, as JSON.
    fn corrections(&self) -> PyResult<String> {
        json(&self.corrections)
    }
}

/// What is wrong with some JSON. It is ours, so its lines and columns say nothing to the caller.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what).to_owned()
}

fn json(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(value_error)
}

fn value_error(error: impl std::error::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}
