use core::fmt;
use serde::{Serialize, Serializer};

/// Why a correction could not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// One of its places is not a range of characters in this text.
    OutsideText,
    /// The passage that it is about is not in the text, or has changed.
    PassageChanged,
    /// There is nothing but white space where a name or a quotation should be marked.
    OnlyWhiteSpace,
    /// There is no name where one should be unmarked, but part of a longer or a shorter one.
    OtherNameHere,
    /// Nobody and nothing is mentioned at the place.
    NothingMentioned,
    /// There is no quotation at the place.
    NoQuotation,
    /// There is another quotation at the place, which begins or ends elsewhere.
    OtherQuotationHere,
    /// The words that should be quoted are the cue or the speaker.
    NothingQuoted,
    /// The new name is blank.
    BlankName,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Reason::OutsideText => "its place is not in this text",
            Reason::PassageChanged => "the passage that it is about has changed",
            Reason::OnlyWhiteSpace => "there is only white space at its place",
            Reason::OtherNameHere => "the name at its place begins or ends elsewhere",
            Reason::NothingMentioned => "nobody and nothing is mentioned at its place",
            Reason::NoQuotation => "there is no quotation at its place",
            Reason::OtherQuotationHere => "the quotation at its place begins or ends elsewhere",
            Reason::NothingQuoted => "its place has only the words that introduce the quotation",
            Reason::BlankName => "the name is blank",
        })
    }
}

/// As the sentence that says it.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
