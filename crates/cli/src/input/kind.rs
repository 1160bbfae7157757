//! What kind of file it is: by its name if the name tells, and by how it begins.

use super::json_lines::BYTE_ORDER_MARK;
use super::row::Fields;
use clap::ValueEnum;
use std::io;
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// One article
    Text,
    /// A web page with an article
    Html,
    /// A Word, OpenDocument or RTF file, a mail, a mailbox, or subtitles
    Document,
    /// One {"id", "text", …} per line
    Jsonl,
    /// A JSON array of {"id", "text", …}
    Json,
    /// A table with commas, column names first
    Csv,
    /// A table with tabs, column names first
    Tsv,
}

/// How files begin that hold no text, and what they are.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF; save its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Word document; save it as text first"),
    (b"BZh", "bzip2-compressed; decompress it first: bunzip2 FILE"),
    (b"\xfd7zXZ", "xz-compressed; decompress it first: unxz FILE"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"PAR1", "a Parquet file; docs/archives.md says how to convert it"),
    (b"SQLite format 3", "an SQLite database; export its articles as CSV first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xfe", "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8 FILE"),
    (b"\xfe\xff", "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8 FILE"),
];
/// A text may contain a stray NUL. A file with many of them is something else.
const MANY_NULS: usize = 8;

impl Kind {
    /// Whether the file holds many texts.
    pub fn has_rows(self) -> bool {
        !matches!(self, Kind::Text | Kind::Html | Kind::Document)
    }

    /// The kind that the name of a file promises, if Newsmark reads it. A suffix for compression does not count.
    pub fn of_name(path: &Path) -> Option<Kind> {
        let suffix = |path: &Path| path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase);
        let mut name = path.to_owned();
        if matches!(suffix(&name).as_deref(), Some("gz" | "zst")) {
            name.set_extension("");
        }
        match suffix(&name)?.as_str() {
            "txt" | "text" | "md" | "json" => Some(Kind::Text),
            "html" | "htm" | "xhtml" => Some(Kind::Html),
            "docx" | "odt" | "rtf" | "eml" | "mbox" | "srt" | "vtt" => Some(Kind::Document),
            "jsonl" | "ndjson" => Some(Kind::Jsonl),
            "csv" => Some(Kind::Csv),
            "tsv" | "tab" => Some(Kind::Tsv),
            _ => None,
        }
    }

    /// The kind of a file that begins with these bytes, or what it is instead of a text.
    pub fn of_content(path: &Path, head: &[u8], text_column: &str) -> io::Result<Kind> {
        if newsmark_documents::Kind::of(&path.to_string_lossy(), head).is_some() {
            return Ok(Kind::Document);
        }
        refuse(head)?;
        let named = Kind::of_name(path).unwrap_or(Kind::Text);
        if named.has_rows() || named == Kind::Html || named == Kind::Document {
            return Ok(named);
        }
        let text = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head).trim_ascii_start();
        Ok(match text.first() {
            Some(b'{') if is_row(text, text_column) => Kind::Jsonl,
            Some(b'[') if text[1..].trim_ascii_start().starts_with(b"{") && has_field(text, text_column) => Kind::Json,
            _ if begins_like_page(text) => Kind::Html,
            _ => named,
        })
    }
}

/// Whether a file is a web page, by its name or by how it begins.
pub fn is_page(path: &Path, bytes: &[u8]) -> bool {
    Kind::of_name(path) == Some(Kind::Html) || begins_like_page(bytes)
}

fn begins_like_page(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii_start();
    let starts = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()));
    starts("<!doctype html") || starts("<html")
}

/// Says what a file is if it is no text.
fn refuse(head: &[u8]) -> io::Result<()> {
    let is = |what: &str| Err(io::Error::other(format!("this file is {what}")));
    if let Some((_, what)) = OTHERS.iter().find(|(beginning, _)| head.starts_with(beginning)) {
        return is(what);
    }
    match head.iter().filter(|&&byte| byte == 0).count() > MANY_NULS {
        true => is("not a text file"),
        false => Ok(()),
    }
}

/// Whether the first line is an object with a text, and not a Newsmark file in one line.
fn is_row(text: &[u8], column: &str) -> bool {
    let end = text.iter().position(|&byte| byte == b'\n');
    match (serde_json::from_slice::<Fields>(&text[..end.unwrap_or(text.len())]), end) {
        (Ok(row), _) => row.is_row(column),
        (Err(_), Some(_)) => false,
        // The line is longer than what has been read of it.
        (Err(_), None) => has_field(text, column) && !text.starts_with(b"{\"format\":\"newsmark\""),
    }
}

/// Whether an object in this JSON seems to have this field.
fn has_field(json: &[u8], name: &str) -> bool {
    let quoted = format!("\"{name}\"");
    json.windows(quoted.len()).any(|window| window == quoted.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str, head: &str) -> Result<Kind, String> {
        Kind::of_content(Path::new(name), head.as_bytes(), "text").map_err(|error| error.to_string())
    }

    #[test]
    fn names_and_beginnings_tell_the_kind() {
        for (name, head, expected) in [
            ("a.txt", "Oslo voted.", Kind::Text),
            ("-", "Oslo voted.", Kind::Text),
            ("a.html.gz", "<p>Oslo voted.", Kind::Html),
            ("-", "\n<!DOCTYPE HTML>", Kind::Html),
            ("-", "<b> is the tag for bold", Kind::Text),
            ("a.eml", "From: Una Byrne", Kind::Document),
            ("-", "{\\rtf1 Oslo voted.}", Kind::Document),
            ("a.docx", "PK\x03\x04", Kind::Document),
            ("a.csv", "id,text", Kind::Csv),
            ("a.CSV.gz", "id,text", Kind::Csv),
            ("a.tsv.zst", "id\ttext", Kind::Tsv),
            ("a.ndjson", "", Kind::Jsonl),
            ("-", "{\"id\": 1, \"text\": \"Oslo voted.\"}\n{", Kind::Jsonl),
            ("a.txt", "\u{feff}\n{\"text\": \"Oslo voted.\", \"id\": 1}", Kind::Jsonl),
            ("a.json", "[\n  {\"id\": 1,\n\"text\": \"Oslo", Kind::Json),
            ("a.json", "{\"format\":\"newsmark\",\"text\":\"\",\"document\":{", Kind::Text),
            ("a.json", "{\"text\":\"\",\"document\":{}}\n", Kind::Text),
            ("-", "{curly} brackets begin this text", Kind::Text),
            ("-", "[Oslo] voted for {\"text\"}", Kind::Text),
        ] {
            assert_eq!(kind(name, head), Ok(expected), "{name}: {head}");
        }
    }

    #[test]
    fn a_long_first_line_is_a_row_or_a_newsmark_file() {
        let long = "Oslo voted. ".repeat(10_000);
        assert_eq!(kind("-", &format!("{{\"id\": 1, \"text\": \"{long}")), Ok(Kind::Jsonl));
        assert_eq!(kind("-", &format!("{{\"format\":\"newsmark\",\"text\": \"{long}")), Ok(Kind::Text));
    }

    #[test]
    fn other_files_are_refused_by_what_they_are() {
        for (head, what) in
            [("%PDF-1.7", "a PDF"), ("PK\x03\x04", "a ZIP archive"), ("\0a\0b\0c\0d\0e\0f\0g\0h\0i", "not a text")]
        {
            let error = kind("article.txt", head).unwrap_err();
            assert!(error.starts_with(&format!("this file is {what}")), "{error}");
        }
        assert!(kind("-", "one stray \0 in a text").is_ok());
    }
}
