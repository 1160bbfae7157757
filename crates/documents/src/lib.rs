//! The text of files that are no plain text: word processor files, mails, subtitles.
//!
//! Libraries read the containers (ZIP, XML, MIME). This crate makes lines of the paragraphs and rows in it, and keeps
//! what the file says about its author and title.

mod error;
mod kind;
mod mail;
mod odt;
mod ooxml;
mod package;
mod rtf;
mod subtitles;
mod text;

pub use error::DocumentError;
pub use kind::Kind;

use newsmark::document::Metadata;
use serde::Serialize;

/// The text of a file, and what the file says about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Text {
    /// Title, byline and date, as far as the file has them.
    pub metadata: Metadata,
    /// The text, with a line for each paragraph.
    pub text: String,
}

/// Reads a file of this kind. A mailbox gives the texts of all its messages, one below the other.
///
/// # Errors
///
/// The file is damaged, is encrypted, or has no text.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Text, DocumentError> {
    let read = match kind {
        Kind::Docx => ooxml::read(bytes),
        Kind::Odt => odt::read(bytes),
        Kind::Rtf => rtf::read(bytes),
        Kind::Mail => mail::read(bytes),
        Kind::Mailbox => mail::read_mailbox(bytes),
        Kind::Subtitles => subtitles::read(bytes),
    }?;
    if read.text.trim().is_empty() { Err(DocumentError::Empty) } else { Ok(read) }
}
