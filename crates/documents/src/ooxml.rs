//! Microsoft Word's `.docx`.

use crate::package::{Happening, Package, attribute, element, walk};
use crate::text::Lines;
use crate::{DocumentError, Text};
use newsmark::document::Metadata;

/// What was deleted under tracked changes, the code of a field, and the drawing that old versions show.
const HIDDEN: [&str; 4] = ["del", "moveFrom", "instrText", "Fallback"];

pub fn read(bytes: &[u8]) -> Result<Text, DocumentError> {
    let mut package = Package::of(bytes)?;
    let document = package.file("word/document.xml")?;
    let document = document.ok_or_else(|| DocumentError::Damaged("it is not a Word document".to_owned()))?;
    let mut lines = Lines::default();
    paragraphs(&document, &mut lines)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.file(notes)? {
            paragraphs(&notes, &mut lines)?;
        }
    }
    let mut metadata = Metadata::default();
    if let Some(core) = package.file("docProps/core.xml")? {
        metadata.title = element(&core, &["title"]);
        metadata.byline = element(&core, &["creator"]);
    }
    Ok(Text { metadata, text: lines.finish() })
}

fn paragraphs(xml: &str, lines: &mut Lines) -> Result<(), DocumentError> {
    let (mut hidden, mut in_text) = (0_usize, false);
    walk(xml, |happening| match happening {
        Happening::Begins(name, _) if HIDDEN.contains(&name) => hidden += 1,
        Happening::Ends(name) if HIDDEN.contains(&name) => hidden = hidden.saturating_sub(1),
        _ if hidden > 0 => {}
        Happening::Begins("t", _) => in_text = true,
        Happening::Ends("t") => in_text = false,
        Happening::Text(text) if in_text => lines.push(text),
        Happening::Begins("tab", start) if attribute(start, "val").is_none() => lines.push("\t"),
        Happening::Begins("br" | "cr", _) => lines.push("\n"),
        Happening::Begins("noBreakHyphen", _) => lines.push("\u{2011}"),
        Happening::Begins("tc", _) => lines.begin_cell(),
        Happening::Ends("p") => lines.end_paragraph(),
        Happening::Ends("tc") => lines.end_cell(),
        Happening::Ends("tr") => lines.end_row(),
        _ => {}
    })
}
