/// The kinds of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Microsoft Word, `.docx`.
    Docx,
    /// OpenDocument text, as LibreOffice writes it, `.odt`.
    Odt,
    /// Rich Text Format, `.rtf`.
    Rtf,
    /// One mail, `.eml`.
    Mail,
    /// A mailbox, `.mbox`.
    Mailbox,
    /// SubRip and WebVTT, `.srt` and `.vtt`.
    Subtitles,
}

impl Kind {
    /// The kind of a file, by how it begins and by its name; `None` for any other file.
    pub fn of(name: &str, head: &[u8]) -> Option<Kind> {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let text = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
        match ending.as_str() {
            "eml" => Some(Kind::Mail),
            "mbox" | "mbx" => Some(Kind::Mailbox),
            "srt" | "vtt" => Some(Kind::Subtitles),
            _ if text.starts_with(b"{\\rtf") => Some(Kind::Rtf),
            _ if text.starts_with(b"WEBVTT") => Some(Kind::Subtitles),
            // In an OpenDocument file the first entry is its media type, uncompressed.
            _ if is_zip(head) && contains(head, b"application/vnd.oasis.opendocument.text") => Some(Kind::Odt),
            "odt" if is_zip(head) => Some(Kind::Odt),
            _ if is_zip(head) && (ending == "docx" || contains(head, b"[Content_Types].xml")) => Some(Kind::Docx),
            _ => None,
        }
    }
}

fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

fn contains(head: &[u8], part: &[u8]) -> bool {
    head.iter().take(256).collect::<Vec<_>>().windows(part.len()).any(|window| window.iter().copied().eq(part))
}
