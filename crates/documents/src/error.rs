use core::fmt;

/// Why a file has no text that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentError {
    /// It is damaged, or of another kind than its name says.
    Damaged(String),
    /// It is protected with a password.
    Encrypted,
    /// It has no text.
    Empty,
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            DocumentError::Damaged(problem) => write!(f, "this file is damaged: {problem}"),
            DocumentError::Encrypted => f.write_str("this file is protected with a password"),
            DocumentError::Empty => f.write_str("this file contains no text"),
        }
    }
}

impl core::error::Error for DocumentError {}
