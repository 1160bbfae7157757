use core::fmt;
use serde::{Serialize, Serializer};

/// Why a correction could not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// One of its places is not a range of characters in this text.
    OutsideText,
    /// Its passage is not in the text, or has changed.
    PassageChanged,
    /// There is only white space where a name or a quotation should be marked.
    OnlyWhiteSpace,
    /// The name at the place begins or ends elsewhere.
    OtherNameHere,
    /// There is no mention at the place.
    NothingMentioned,
    /// There is no quotation at the place.
    NoQuotation,
    /// The quotation at the place begins or ends elsewhere.
    OtherQuotationHere,
    /// The place contains only the cue or the speaker.
    NothingQuoted,
    /// There is no name and no quotation at the place.
    NothingMarked,
    /// The new name is blank.
    BlankName,
    /// What is marked at the place cannot stand for such a value: a person is no day.
    OtherKindOfValue,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Reason::OutsideText => "its place is not in this text",
            Reason::PassageChanged => "the passage that it is about has changed",
            Reason::OnlyWhiteSpace => "there is only white space at its place",
            Reason::OtherNameHere => "the name at its place begins or ends elsewhere",
            Reason::NothingMentioned => "there is no mention at its place",
            Reason::NoQuotation => "there is no quotation at its place",
            Reason::OtherQuotationHere => "the quotation at its place begins or ends elsewhere",
            Reason::NothingQuoted => "its place contains only the cue or the speaker",
            Reason::NothingMarked => "there is no name and no quotation at its place",
            Reason::BlankName => "the name is blank",
            Reason::OtherKindOfValue => "what is marked at its place cannot have such a value",
        })
    }
}

/// Serialised as its message.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
