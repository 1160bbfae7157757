//! Files of each kind, made here.

use newsmark_documents::{DocumentError, Kind, Text, read};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn text(name: &str, bytes: &[u8]) -> Text {
    read(Kind::of(name, bytes).unwrap(), bytes).unwrap()
}

#[test]
fn word() {
    let document = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Keld closes its </w:t></w:r><w:r><w:t xml:space="preserve">swing bridge</w:t></w:r></w:p>
        <w:p><w:r><w:t>“We have no choice,” said Omar Marsh</w:t></w:r><w:del><w:r><w:delText>, lying</w:delText></w:r></w:del><w:r><w:t> &amp; Una&#160;Byrne.</w:t><w:br/><w:t>Next line</w:t></w:r></w:p>
        <w:p/><w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Keld</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        </w:body></w:document>"#;
    let core = r#"<cp:coreProperties xmlns:dc="dc"><dc:title>The bridge</dc:title><dc:creator>Kirsten Vale</dc:creator></cp:coreProperties>"#;
    let file = package(&[("[Content_Types].xml", ""), ("word/document.xml", document), ("docProps/core.xml", core)]);
    let Text { metadata, text, .. } = text("story.docx", &file);
    assert_eq!(
        text,
        "Keld closes its swing bridge\n\n“We have no choice,” said Omar Marsh & Una\u{a0}Byrne.\nNext line\n\nKeld\t3"
    );
    assert_eq!([metadata.title, metadata.byline], ["The bridge", "Kirsten Vale"]);
}

#[test]
fn open_document() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
        <text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
        <text:h>Keld closes its bridge</text:h>
        <text:p>“We have<text:s text:c="2"/>no <text:span>choice</text:span>,”<text:line-break/>said Omar<text:tab/>Marsh.<office:annotation><text:p>Check!</text:p></office:annotation></text:p>
        <table:table><table:table-row><table:table-cell><text:p>Keld</text:p></table:table-cell><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>
        </office:text></office:body></office:document-content>"#;
    let file = package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]);
    let Text { text, .. } = text("story.odt", &file);
    assert_eq!(text, "Keld closes its bridge\n\n“We have  no choice,”\nsaid Omar\tMarsh.\n\nKeld\t3");
}

#[test]
fn rich_text() {
    let file = br"{\rtf1\ansi{\fonttbl\f0 Times;}\f0 Keld closes its bridge.\par \b Omar Marsh\b0  said so.\par}";
    assert_eq!(text("story.rtf", file).text, "Keld closes its bridge.\n\nOmar Marsh said so.");

    let file = br"{\rtf1\ansi\ansicpg1250{\info{\title The bridge}{\author Kirsten Vale}}{\header Page 1}{\*\generator X;}
\uc1 \'e8esk\'fd {\b Marsh}:\u8201?\ldblquote No.\rdblquote  \u-10179?\u-8704? \{x\}\par {\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}\line next\
last\u-10179?}";
    let Text { metadata, text, .. } = text("story.rtf", file);
    assert_eq!(text, "český Marsh:\u{2009}“No.” 😀 {x}\n\na link\nnext\n\nlast\u{fffd}");
    assert_eq!([metadata.title, metadata.byline], ["The bridge", "Kirsten Vale"]);
}

#[test]
fn mails() {
    let mail = "From: =?utf-8?q?Una_Byrne?= <una@keld.example>\r\nSubject: The bridge\r\nDate: Thu, 12 Mar 2026 06:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E2=80=9CWe have no choice,=E2=80=9D said Omar Marsh=\r\n, the mayor.\r\n";
    let Text { metadata, text: body, .. } = text("bridge.eml", mail.as_bytes());
    assert_eq!(body, "The bridge\n\n“We have no choice,” said Omar Marsh, the mayor.");
    assert_eq!([metadata.title, metadata.byline, metadata.date], ["The bridge", "Una Byrne", "2026-03-12"]);

    let html = "From: una@keld.example\r\nContent-Type: text/html\r\n\r\n<p>Omar Marsh <b>resigned</b>.</p><p>Una Byrne did not.</p>\r\n";
    let body = text("bridge.eml", html.as_bytes()).text;
    assert!(body.contains("Omar Marsh resigned.") && !body.contains('<'), "{body}");

    let mailbox = format!(
        "From una@keld.example Thu Mar 12 06:00:00 2026\n{mail}\nFrom jo@keld.example Thu Mar 12 07:00:00 2026\nSubject: Again\n\nYes.\n"
    );
    let both = text("all.mbox", mailbox.as_bytes()).text;
    assert!(both.starts_with("The bridge\n\n") && both.ends_with("Again\n\nYes."), "{both}");
}

#[test]
fn subtitles() {
    let srt = "1\r\n00:00:01,000 --> 00:00:03,000\r\nThe council of Keld has\r\nvoted to <i>close</i> the bridge.\r\n\r\n2\r\n00:00:03,200 --> 00:00:05,000\r\nTraders objected.\r\n\r\n3\r\n00:00:09,000 --> 00:00:11,000\r\nOMAR MARSH: We have no choice.\r\n";
    assert_eq!(
        text("news.srt", srt.as_bytes()).text,
        "The council of Keld has voted to close the bridge. Traders objected.\n\nOMAR MARSH: We have no choice."
    );
    let vtt = "WEBVTT\n\nNOTE made by hand\n\nfirst\n00:01.000 --> 00:03.000 align:start\n<v Omar Marsh>We have <b>no</b> choice &amp; no time.</v>\n";
    assert_eq!(text("news.vtt", vtt.as_bytes()).text, "Omar Marsh: We have no choice & no time.");
}

#[test]
fn damaged_files_are_refused_with_a_reason() {
    assert!(matches!(read(Kind::Docx, b"PK\x03\x04broken"), Err(DocumentError::Damaged(_))));
    assert!(matches!(read(Kind::Docx, &package(&[("a.txt", "a")])), Err(DocumentError::Damaged(_))));
    assert!(matches!(read(Kind::Odt, &package(&[("a.txt", "a")])), Err(DocumentError::Damaged(_))));
    assert!(matches!(read(Kind::Subtitles, b"no times"), Err(DocumentError::Damaged(_))));
    let empty = package(&[("word/document.xml", "<w:document/>")]);
    assert_eq!(read(Kind::Docx, &empty), Err(DocumentError::Empty));
    for kind in [Kind::Docx, Kind::Odt, Kind::Rtf, Kind::Mail, Kind::Mailbox, Kind::Subtitles] {
        for bytes in
            [&b""[..], b"\0\xff\xfe{\\rtf1 {{{", b"{\\rtf1\\u", b"WEBVTT\n\n-->\n99999999999999999999:1.1 --> 2.2\nx"]
        {
            let _ = read(kind, bytes);
        }
    }
}
