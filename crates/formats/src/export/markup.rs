//! Writes elements and text, with quick-xml: for TEI, and for HTML, which is well-formed XML here.

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

pub struct Markup(Writer<Vec<u8>>);

impl Markup {
    pub fn new() -> Markup {
        Markup(Writer::new(Vec::new()))
    }

    pub fn xml_declaration(&mut self) {
        self.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        self.line();
    }

    pub fn doctype(&mut self, name: &str) {
        self.event(Event::DocType(BytesText::from_escaped(name)));
        self.line();
    }

    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(started(name, attributes)));
    }

    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(started(name, attributes)));
    }

    pub fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&legal(text))));
    }

    /// A comment, which must not contain two hyphens in a row.
    pub fn comment(&mut self, text: &str) {
        self.event(Event::Comment(BytesText::from_escaped(format!(" {text} "))));
    }

    /// An element that contains only text.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// Our own text that must not be escaped, such as a style sheet.
    pub fn raw(&mut self, text: &'static str) {
        self.event(Event::Text(BytesText::from_escaped(text)));
    }

    /// A line break between elements, for readability.
    pub fn line(&mut self) {
        self.text("\n");
    }

    pub fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn event(&mut self, event: Event) {
        // Writing to memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn started<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        // A reader would make blanks of line breaks and tabs.
        let value = escape(legal(value)).replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;");
        start.push_attribute((key.as_bytes(), value.as_bytes()));
    }
    start
}

/// The text with U+FFFD instead of each character that XML cannot contain, even escaped. The number of code points stays the
/// same.
fn legal(text: &str) -> Cow<'_, str> {
    let illegal = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}'..)) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(illegal) { text.replace(illegal, "\u{fffd}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_wherever_it_stands() {
        let mut markup = Markup::new();
        markup.element("p", &[("title", "\"<&>'\n")], "</p><script>&amp;\u{0}\u{b}é");
        let written = String::from_utf8(markup.finish()).unwrap();
        let (attribute, text) = written.split_once("\">").unwrap();
        assert_eq!(text, "&lt;/p&gt;&lt;script&gt;&amp;amp;\u{fffd}\u{fffd}é</p>");
        assert!(!attribute["<p title=\"".len()..].contains(['<', '>', '"']), "{attribute}");
    }
}
