//! The native module `newsmark._native`: what the Python package in `python/newsmark` is built on.
//!
//! Python's strings count code points, and so do all offsets here. Work that takes long releases the global interpreter
//! lock, so that other threads run in the meantime.

mod annotated;
mod articles;
mod pool;
mod records;

use annotated::Annotated;
use newsmark::document::Metadata;
use pyo3::prelude::*;

/// The functions and classes that `python/newsmark/_native.pyi` describes.
#[pymodule]
mod _native {
    use super::*;

    #[pymodule_export]
    use super::Annotated;
    #[pymodule_export]
    use super::articles::{annotate, annotate_all};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("MODEL", pool::fingerprint())?;
        module.add("VERSION", newsmark::versions::CODE)?;
        module.add("SCHEMA", newsmark::versions::SCHEMA)?;
        module.add("NAMES_IN_ROWS", Metadata::names_in_rows().collect::<Vec<_>>())
    }
}
