//! ZIP archives of XML files, which word processors write.

use crate::DocumentError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// No XML file of an article is longer, in bytes. A small archive can contain far more.
const LONGEST: u64 = 64 << 20;

pub struct Package<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl Package<'_> {
    pub fn of(bytes: &[u8]) -> Result<Package<'_>, DocumentError> {
        ZipArchive::new(Cursor::new(bytes)).map(Package).map_err(|error| DocumentError::Damaged(error.to_string()))
    }

    /// A file of the archive, if it is there.
    pub fn file(&mut self, name: &str) -> Result<Option<String>, DocumentError> {
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(reason)) if reason == ZipError::PASSWORD_REQUIRED => {
                return Err(DocumentError::Encrypted);
            }
            Err(error) => return Err(DocumentError::Damaged(error.to_string())),
        };
        let mut bytes = Vec::new();
        file.take(LONGEST).read_to_end(&mut bytes).map_err(|error| DocumentError::Damaged(error.to_string()))?;
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// What happens in an XML file. Names have no prefix.
pub enum Happening<'e> {
    Begins(&'e str, &'e BytesStart<'e>),
    Ends(&'e str),
    Text(&'e str),
}

/// Calls `each` for every element and text of an XML file.
pub fn walk(xml: &str, mut each: impl FnMut(Happening)) -> Result<(), DocumentError> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|error| DocumentError::Damaged(error.to_string()))? {
            Event::Start(start) => each(Happening::Begins(&local(start.local_name().as_ref()), &start)),
            Event::Empty(start) => {
                let name = local(start.local_name().as_ref());
                each(Happening::Begins(&name, &start));
                each(Happening::Ends(&name));
            }
            Event::End(end) => each(Happening::Ends(&local(end.local_name().as_ref()))),
            Event::Text(text) => each(Happening::Text(&String::from_utf8_lossy(&text))),
            Event::CData(text) => each(Happening::Text(&String::from_utf8_lossy(&text))),
            Event::GeneralRef(reference) => {
                let name = String::from_utf8_lossy(&reference).into_owned();
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let named = quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned);
                each(Happening::Text(&character.or(named).unwrap_or_default()));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn local(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

/// The value of an attribute, whatever its prefix is.
pub fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

/// The text of the first of these elements that has one.
pub fn element(xml: &str, names: &[&str]) -> String {
    let (mut inside, mut text) = (false, String::new());
    let walked = walk(xml, |happening| match happening {
        Happening::Begins(name, _) => inside = text.is_empty() && names.contains(&name),
        Happening::Text(part) if inside => text.push_str(part),
        Happening::Ends(_) => inside = false,
        Happening::Text(_) => {}
    });
    if walked.is_ok() { text.trim().to_owned() } else { String::new() }
}
