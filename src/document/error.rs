use core::fmt;

/// Why a document does not belong to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentError {
    /// A range is not in the text, or one of its ends is inside a character.
    Range {
        /// Where it begins.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// A range has no words in it.
    EmptyRange,
    /// A record refers to a chain that does not exist.
    Chain(usize),
    /// A record's id is not its index in its list.
    Id {
        /// The record's index.
        index: usize,
        /// Its id.
        id: usize,
    },
    /// The quotation with this id has no content.
    NoContent(usize),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the document does not belong to this text: ")?;
        match self {
            DocumentError::Range { start, end } => write!(f, "there is no range {start} to {end} in it"),
            DocumentError::EmptyRange => f.write_str("a range is empty"),
            DocumentError::Chain(chain) => write!(f, "there is no chain {chain}"),
            DocumentError::Id { index, id } => write!(f, "record {index} of a list has the id {id}"),
            DocumentError::NoContent(quote) => write!(f, "quotation {quote} has no content"),
        }
    }
}

impl core::error::Error for DocumentError {}
