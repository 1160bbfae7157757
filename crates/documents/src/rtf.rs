//! Rich Text Format. The crates that read it lose paragraphs or panic on surrogates, and only its text is needed.

use crate::text::Lines;
use crate::{DocumentError, Text};
use encoding_rs::{Encoding, WINDOWS_1252};
use newsmark::document::Metadata;

/// Groups without text of the article.
const HIDDEN: [&str; 16] = [
    "fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "fldinst", "listtable", "generator",
];

/// What a group says about the text in it.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Body,
    Info,
    Title,
    Author,
    Hidden,
}

#[derive(Clone, Copy)]
struct Group {
    target: Target,
    /// How many characters after a Unicode escape are its substitute for old programs.
    substitutes: usize,
}

struct Reader {
    lines: Lines,
    metadata: Metadata,
    groups: Vec<Group>,
    encoding: &'static Encoding,
    /// Bytes and UTF-16 units that are not yet decoded: a character may consist of several.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Substitutes that are still to be skipped.
    skipped: usize,
}

pub fn read(bytes: &[u8]) -> Result<Text, DocumentError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if !bytes.starts_with(b"{\\rtf") {
        return Err(DocumentError::Damaged("it is not an RTF document".to_owned()));
    }
    let mut reader = Reader {
        lines: Lines::default(),
        metadata: Metadata::default(),
        groups: vec![Group { target: Target::Body, substitutes: 1 }],
        encoding: WINDOWS_1252,
        bytes: Vec::new(),
        units: Vec::new(),
        skipped: 0,
    };
    reader.read(bytes);
    reader.decode();
    Ok(Text { metadata: reader.metadata, text: reader.lines.finish() })
}

impl Reader {
    fn read(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' => {
                    self.decode();
                    let group = self.group();
                    self.groups.push(group);
                }
                b'}' => {
                    self.decode();
                    if self.groups.len() > 1 {
                        self.groups.pop();
                    }
                }
                b'\\' => at = self.control(bytes, at),
                b'\r' | b'\n' => {}
                _ => self.byte(byte),
            }
        }
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group { target: Target::Body, substitutes: 1 })
    }

    fn set(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    /// Reads what follows a backslash. Returns where it ends.
    fn control(&mut self, bytes: &[u8], at: usize) -> usize {
        let rest = &bytes[at..];
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            match rest.first() {
                Some(b'\'') => {
                    let digits = rest.get(1..3).and_then(|digits| std::str::from_utf8(digits).ok());
                    if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                        self.byte(byte);
                    }
                    return bytes.len().min(at + 3);
                }
                Some(b'~') => self.push("\u{a0}"),
                Some(b'_') => self.push("\u{2011}"),
                Some(b'*') => self.set(|group| group.target = Target::Hidden),
                Some(b'\r' | b'\n') => self.word("par", None),
                Some(&byte @ (b'\\' | b'{' | b'}')) => self.byte(byte),
                _ => {}
            }
            return bytes.len().min(at + 1);
        }
        let word = String::from_utf8_lossy(&rest[..letters]).into_owned();
        let digits = rest[letters..].iter().enumerate();
        let digits = digits.take_while(|(index, byte)| byte.is_ascii_digit() || *index == 0 && **byte == b'-').count();
        let number = std::str::from_utf8(&rest[letters..letters + digits]).ok().and_then(|number| number.parse().ok());
        self.word(&word, number);
        let end = at + letters + digits;
        // One blank ends the word and is part of it.
        if bytes.get(end) == Some(&b' ') { end + 1 } else { end }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word != "u" {
            self.decode();
        }
        match word {
            "par" | "sect" | "page" if self.is_body() => self.lines.end_paragraph(),
            "row" if self.is_body() => self.lines.end_paragraph(),
            "line" => self.push("\n"),
            "tab" | "cell" => self.push("\t"),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "bullet" => self.push("•"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "uc" => self.set(|group| group.substitutes = number.unwrap_or(1).clamp(0, 16) as usize),
            "u" => {
                self.decode_bytes();
                self.units.push(number.unwrap_or(0xfffd) as u16);
                self.skipped = self.group().substitutes;
            }
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
            }
            "info" => self.set(|group| group.target = Target::Info),
            "title" if self.group().target == Target::Info => self.set(|group| group.target = Target::Title),
            "author" if self.group().target == Target::Info => self.set(|group| group.target = Target::Author),
            _ if HIDDEN.contains(&word) => self.set(|group| group.target = Target::Hidden),
            _ => {}
        }
    }

    fn is_body(&self) -> bool {
        self.group().target == Target::Body
    }

    fn byte(&mut self, byte: u8) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        self.decode_units();
        self.bytes.push(byte);
    }

    fn push(&mut self, text: &str) {
        self.decode();
        match self.group().target {
            Target::Body => self.lines.push(text),
            Target::Title => self.metadata.title.push_str(text),
            Target::Author => self.metadata.byline.push_str(text),
            Target::Info | Target::Hidden => {}
        }
    }

    fn decode(&mut self) {
        self.decode_bytes();
        self.decode_units();
        self.skipped = 0;
    }

    fn decode_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let text = self.encoding.decode_without_bom_handling(&bytes).0.into_owned();
            self.push(&text);
        }
    }

    fn decode_units(&mut self) {
        if !self.units.is_empty() {
            let text = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.push(&text);
        }
    }
}
