//! What a paragraph or a part of it is in the layout of an article.

use crate::names::named;
use crate::text::Span;
use core::ops::Range;
use serde::{Deserialize, Serialize};

/// What a block of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// The headline of the article.
    Title,
    /// A heading inside the article.
    Heading,
    /// The line that names the writer: "By Joanna Fell".
    Byline,
    /// The place, and often the agency, before the first sentence: "KELD (Reuters) –".
    Dateline,
    /// The words below a picture.
    Caption,
    /// Who took a picture: "Photograph: Amina Diallo/The Clarion".
    Credit,
    /// An entry of a list.
    ListItem,
    /// What one side of an interview or a transcript says, after a name and a colon or after *Q* or *A*.
    Turn,
    /// A line that a mail program quotes: it begins with `>`.
    QuotedMail,
    /// A note that a mark in the text refers to.
    Footnote,
    /// The line at the foot that tells who the writer is and how to reach them.
    AuthorNote,
    /// What a website puts around its articles: "Read more", "Advertisement".
    Boilerplate,
}

impl BlockKind {
    pub const ALL: [BlockKind; 13] = [
        BlockKind::Paragraph,
        BlockKind::Title,
        BlockKind::Heading,
        BlockKind::Byline,
        BlockKind::Dateline,
        BlockKind::Caption,
        BlockKind::Credit,
        BlockKind::ListItem,
        BlockKind::Turn,
        BlockKind::QuotedMail,
        BlockKind::Footnote,
        BlockKind::AuthorNote,
        BlockKind::Boilerplate,
    ];

    /// The name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            BlockKind::Paragraph => "paragraph",
            BlockKind::Title => "title",
            BlockKind::Heading => "heading",
            BlockKind::Byline => "byline",
            BlockKind::Dateline => "dateline",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
            BlockKind::ListItem => "list_item",
            BlockKind::Turn => "turn",
            BlockKind::QuotedMail => "quoted_mail",
            BlockKind::Footnote => "footnote",
            BlockKind::AuthorNote => "author_note",
            BlockKind::Boilerplate => "boilerplate",
        }
    }

    /// Stands beside the story and does not interrupt it: who speaks before it goes on after it.
    pub fn is_beside_the_story(self) -> bool {
        use BlockKind::{Boilerplate, Byline, Caption, Credit, Footnote, Heading};
        matches!(self, Heading | Byline | Caption | Credit | Footnote | Boilerplate)
    }

    /// Nobody is quoted in it.
    pub fn quotes_nobody(self) -> bool {
        matches!(self, BlockKind::Byline | BlockKind::Credit | BlockKind::Boilerplate)
    }
}

named!(BlockKind, "kind of block");

/// A paragraph or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub tokens: Range<usize>,
    pub kind: BlockKind,
    /// The words before the colon of a turn or of a credit.
    pub label: Range<usize>,
    /// The number of its paragraph if those beside the story are left out, which have the number of the one before.
    pub story: u32,
}
