//! Corrections that a user makes to Newsmark's annotations.
//!
//! [`apply`] returns the corrected document, and lists the corrections that could not be applied. [`reanchor`] moves
//! corrections to an edited text, and sets aside those whose passage has changed. The page, the command line and the
//! npm package all use this crate.
//!
//! ```
//! use newsmark::{Document, OffsetUnit};
//! use newsmark_corrections::{Correction, apply};
//!
//! let text = "Ana Ruiz spoke. Ruiz left.";
//! let corrections: Vec<Correction> = serde_json::from_str(
//!     r#"[{"do": "mark", "at": [0, 8], "type": "PERSON"}, {"do": "mark", "at": [16, 20], "type": "PERSON"}]"#,
//! )?;
//! let corrected = apply(text, &Document::default(), &corrections, OffsetUnit::Utf8)?;
//! assert!(corrected.unapplied.is_empty());
//! assert_eq!(corrected.document.chains.len(), 1);
//! assert_eq!(corrected.document.chains[0].label(), "Ana Ruiz");
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

#![deny(missing_docs)]

mod align;
mod chains;
mod correction;
mod editable;
mod names;
mod quotes;
mod ranges;
mod reanchor;
mod reason;
mod remarks;
mod session;
mod values;

pub use correction::{Correction, Who};
pub use reanchor::{History, Orphaned, UnsoundHistory, reanchor};
pub use reason::Reason;
pub use session::{CorrectionSession, Patch, Piece};

use editable::EditableDocument;
use newsmark::Document;
use newsmark::document::DocumentError;
use newsmark::text::{OffsetMap, OffsetUnit};
use ranges::span_of;
use serde::Serialize;

/// A document with corrections applied to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Corrected {
    /// Offsets are in the requested unit.
    pub document: Document,
    /// The corrections that could not be applied, in order.
    pub unapplied: Vec<Unapplied>,
}

/// A correction that could not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unapplied {
    /// Its index in the list of corrections.
    pub index: usize,
    /// Why it could not be applied.
    pub reason: Reason,
}

/// Applies corrections to the document found in a text. All offsets, in the result as well, are in the same unit.
///
/// Fails if the document does not belong to the text.
pub fn apply(
    text: &str,
    found: &Document,
    corrections: &[Correction],
    unit: OffsetUnit,
) -> Result<Corrected, DocumentError> {
    let mut document = EditableDocument::new(text.into(), &found.in_unit(text, unit, OffsetUnit::Utf8)?);
    let unapplied = document.apply_all(corrections, &OffsetMap::new(text, unit));
    Ok(Corrected { document: document.document().in_unit(text, OffsetUnit::Utf8, unit)?, unapplied })
}

impl EditableDocument {
    /// Applies corrections whose offsets are in the map's unit.
    fn apply_all(&mut self, corrections: &[Correction], map: &OffsetMap) -> Vec<Unapplied> {
        let mut unapplied = Vec::new();
        for (index, correction) in corrections.iter().enumerate() {
            if let Err(reason) = self.apply(correction, map) {
                unapplied.push(Unapplied { index, reason });
            }
        }
        unapplied
    }

    fn apply(&mut self, correction: &Correction, map: &OffsetMap) -> Result<(), Reason> {
        let correction = correction.in_bytes(map).ok_or(Reason::OutsideText)?;
        if !correction.has_words() {
            return Err(Reason::BlankName);
        }
        match correction {
            Correction::Mark { at, kind, was, everywhere } => {
                self.mark(span_of(at), kind, was.map(span_of), everywhere)
            }
            Correction::Unmark { at, everywhere } => self.unmark(span_of(at), everywhere),
            Correction::Quote { at, was } => self.mark_quote(span_of(at), was.map(span_of)),
            Correction::Unquote { at } => self.unmark_quote(span_of(at)),
            Correction::Speaker { at, who } => self.set_speaker(span_of(at), &who),
            Correction::Rename { at, name } => self.rename(span_of(at), &name),
            Correction::Merge { at, into } => self.merge(span_of(at), span_of(into)),
            Correction::Move { at, to, everywhere } => self.move_mention(span_of(at), to.map(span_of), everywhere),
            Correction::Accept { at } => self.accept(span_of(at)),
            Correction::Note { at, text } => self.note(span_of(at), &text),
            Correction::Value { at, value, everywhere } => self.set_value(span_of(at), value, everywhere),
        }
    }
}
