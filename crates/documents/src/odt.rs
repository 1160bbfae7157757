//! OpenDocument text, as LibreOffice writes it.

use crate::package::{Happening, Package, attribute, element, walk};
use crate::text::Lines;
use crate::{DocumentError, Text};
use newsmark::document::Metadata;

/// What was deleted under tracked changes, comments, and the numbers of notes.
const HIDDEN: [&str; 4] = ["tracked-changes", "annotation", "note-citation", "sequence-decls"];

/// White space in the XML counts once, and further blanks are elements.
const MOST_BLANKS: usize = 1000;

pub fn read(bytes: &[u8]) -> Result<Text, DocumentError> {
    let mut package = Package::of(bytes)?;
    if package.file("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(DocumentError::Encrypted);
    }
    let content = package.file("content.xml")?;
    let content = content.ok_or_else(|| DocumentError::Damaged("it is not an OpenDocument text".to_owned()))?;
    let mut lines = Lines::default();
    let (mut hidden, mut paragraphs) = (0_usize, 0_usize);
    walk(&content, |happening| match happening {
        Happening::Begins(name, _) if HIDDEN.contains(&name) => hidden += 1,
        Happening::Ends(name) if HIDDEN.contains(&name) => hidden = hidden.saturating_sub(1),
        _ if hidden > 0 => {}
        Happening::Begins("p" | "h", _) => paragraphs += 1,
        Happening::Ends("p" | "h") => {
            paragraphs = paragraphs.saturating_sub(1);
            lines.end_paragraph();
        }
        Happening::Text(text) if paragraphs > 0 => lines.push(&text.replace(['\n', '\t', '\r'], " ")),
        Happening::Begins("tab", _) => lines.push("\t"),
        Happening::Begins("line-break", _) => lines.push("\n"),
        Happening::Begins("s", start) => {
            let count = attribute(start, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
            lines.push(&" ".repeat(MOST_BLANKS.min(count)));
        }
        Happening::Begins("table-cell", _) => lines.begin_cell(),
        Happening::Ends("table-cell") => lines.end_cell(),
        Happening::Ends("table-row") => lines.end_row(),
        _ => {}
    })?;
    let mut metadata = Metadata::default();
    if let Some(meta) = package.file("meta.xml")? {
        metadata.title = element(&meta, &["title"]);
        metadata.byline = element(&meta, &["initial-creator", "creator"]);
    }
    Ok(Text { metadata, text: lines.finish() })
}
