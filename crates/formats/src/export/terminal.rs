//! The article as plain text for a terminal or a text file: speakers in the margin, marks in colour where there is
//! colour, and below it who said what and all names.

use super::article::Article;
use super::speakers::by_speaker;
use anstyle::{AnsiColor, Effects, Style};
use core::fmt::Write;
use newsmark::presentation::{Family, NAMES_HEADING, QUOTES_HEADING, UNATTRIBUTED};
use newsmark::quotes::QuoteType;
use newsmark::text::{Span, paragraphs};
use std::collections::BTreeMap;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The margin with the speakers, in columns.
const MARGIN: usize = 20;
/// Between the margin and the text.
const GAP: usize = 2;
/// The text is not narrower than this.
const NARROWEST: usize = 20;

/// How the text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The number of columns.
    pub width: usize,
    /// Whether marks have colours, as ANSI escape sequences.
    pub colours: bool,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout { width: 100, colours: false }
    }
}

/// Lines end in a line feed.
pub fn write(article: &Article, layout: Layout) -> Vec<u8> {
    let mut page = Page { article, layout, out: String::new() };
    page.text();
    page.quotations();
    page.names();
    page.versions();
    page.out.into_bytes()
}

struct Page<'a> {
    article: &'a Article<'a>,
    layout: Layout,
    out: String,
}

impl Page<'_> {
    fn text(&mut self) {
        for (index, paragraph) in paragraphs(self.article.text).into_iter().enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            for line in self.lines(paragraph) {
                let speaker = self.speaker_beginning_in(line);
                let margin = padded(&shortened(&speaker.unwrap_or_default(), MARGIN), MARGIN);
                self.styled(&margin, Style::new().bold());
                self.out.push_str(&" ".repeat(GAP));
                self.marked(line);
                let end = self.out.trim_end_matches(' ').len();
                self.out.truncate(end);
                self.out.push('\n');
            }
        }
    }

    /// The lines of a paragraph, as spans of the article.
    fn lines(&self, paragraph: Span) -> Vec<Span> {
        let text = paragraph.of(self.article.text);
        let width = self.layout.width.saturating_sub(MARGIN + GAP).max(NARROWEST);
        let options = Options::new(width)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        let mut from = 0;
        textwrap::wrap(text, options)
            .iter()
            .map(|line| {
                // Nothing is inserted into a line, so each is found where the last one ends.
                let start = from + text[from..].find(line.as_ref()).unwrap_or_default();
                from = start + line.len();
                Span::new(paragraph.start + start, paragraph.start + from)
            })
            .collect()
    }

    fn speaker_beginning_in(&self, line: Span) -> Option<String> {
        let quotes = &self.article.document.quotes;
        let begins = |quote: &&newsmark::document::QuoteRecord| {
            quote.content.first().is_some_and(|piece| (line.start..line.end).contains(&piece[0]))
        };
        quotes.iter().find(begins).and_then(|quote| self.article.speaker(quote))
    }

    /// The words of a line with their marks. Control characters, which could command the terminal, are replaced.
    fn marked(&mut self, line: Span) {
        let document = &self.article.document;
        let mut cuts = vec![line.start, line.end];
        let pieces = document.quotes.iter().flat_map(|quote| &quote.content).copied();
        let entities = document.entities.iter().map(|entity| [entity.start, entity.end]);
        cuts.extend(pieces.chain(entities).flatten().filter(|cut| (line.start..line.end).contains(cut)));
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let style = self.style_at(pair[0]);
            self.styled(&harmless(self.article.words([pair[0], pair[1]])), style);
        }
    }

    fn style_at(&self, at: usize) -> Style {
        let document = &self.article.document;
        let within = |[start, end]: [usize; 2]| (start..end).contains(&at);
        let entity = document.entities.iter().find(|entity| within([entity.start, entity.end]));
        let quote = document.quotes.iter().find(|quote| quote.content.iter().any(|piece| within(*piece)));
        let style = match quote.map(|quote| quote.kind) {
            None => Style::new(),
            Some(QuoteType::Indirect) => Style::new().effects(Effects::ITALIC),
            Some(QuoteType::Direct | QuoteType::Mixed) => Style::new().effects(Effects::ITALIC | Effects::BOLD),
        };
        match entity {
            None => style,
            Some(entity) => {
                let style = style.fg_color(Some(colour(entity.kind.family()).into()));
                style.effects(style.get_effects() | Effects::UNDERLINE)
            }
        }
    }

    fn quotations(&mut self) {
        if self.article.document.quotes.is_empty() {
            return;
        }
        self.heading(QUOTES_HEADING);
        for speaker in by_speaker(self.article) {
            let name = speaker.name.unwrap_or_else(|| UNATTRIBUTED.to_owned());
            self.styled(&harmless(&name), Style::new().bold());
            self.out.push('\n');
            for quote in speaker.quotes {
                let content = self.article.joined(&self.article.document.quotes[quote].content);
                self.indented(&content.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }

    fn names(&mut self) {
        let mut families: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for chain in &self.article.document.chains {
            let family = Family::ALL.iter().position(|&family| family == chain.kind.family());
            let mentions = match chain.mentions.len() {
                0 | 1 => String::new(),
                more => format!(" ({more})"),
            };
            families.entry(family.unwrap_or_default()).or_default().push(format!("{}{mentions}", chain.label()));
        }
        if families.is_empty() {
            return;
        }
        self.heading(NAMES_HEADING);
        for (family, names) in families {
            let family = Family::ALL[family];
            self.styled(family.label(), Style::new().fg_color(Some(colour(family).into())).bold());
            self.out.push('\n');
            self.indented(&names.join(", "));
        }
    }

    fn versions(&mut self) {
        self.out.push('\n');
        self.indented(&self.article.footer());
    }

    fn heading(&mut self, heading: &str) {
        self.out.push('\n');
        self.styled(heading, Style::new().effects(Effects::BOLD | Effects::UNDERLINE));
        self.out.push('\n');
    }

    fn indented(&mut self, text: &str) {
        let options = Options::new(self.layout.width.max(NARROWEST))
            .initial_indent("  ")
            .subsequent_indent("  ")
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        for line in textwrap::wrap(&harmless(text), options) {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    fn styled(&mut self, words: &str, style: Style) {
        let is_plain = !self.layout.colours || style.is_plain() || words.trim().is_empty();
        // Writing to a string cannot fail.
        let _ = if is_plain { write!(self.out, "{words}") } else { write!(self.out, "{style}{words}{style:#}") };
    }
}

const fn colour(family: Family) -> AnsiColor {
    match family {
        Family::Person => AnsiColor::Blue,
        Family::Organisation => AnsiColor::Magenta,
        Family::Place => AnsiColor::Green,
        Family::Group => AnsiColor::Yellow,
        Family::Thing => AnsiColor::Cyan,
        Family::Time | Family::Number => AnsiColor::BrightBlack,
    }
}

/// An article is written by strangers: an escape sequence in it must not reach the terminal.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

fn shortened(text: &str, columns: usize) -> String {
    let text = harmless(text);
    if text.width() <= columns {
        return text;
    }
    let mut short = String::new();
    for c in text.chars() {
        if short.width() + c.width().unwrap_or_default() + 1 > columns {
            break;
        }
        short.push(c);
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Saved;
    use newsmark::OffsetUnit;
    use newsmark::document::{ChainRecord, Document, EntityRecord, QuoteRecord};
    use newsmark::entities::EntityType;

    const TEXT: &str = "Vote\n\n“We will leave the\u{1b}[31m harbour as we found it,” said Amina Wekesa of Nairobi.";

    fn shown(layout: Layout) -> String {
        let at = |words: &str| TEXT.find(words).map(|start| [start, start + words.len()]).unwrap();
        let name = at("Amina Wekesa");
        let mut document = Document::default();
        document.chains = vec![ChainRecord::new(0, EntityType::Person, "Amina Wekesa")];
        document.entities = vec![EntityRecord::new(0, name, EntityType::Person, "Amina Wekesa")];
        let content = at("“We will leave the\u{1b}[31m harbour as we found it,”");
        let mut quote = QuoteRecord::new(0, QuoteType::Direct, vec![content]);
        quote.speaker_name = Some("Amina Wekesa".to_owned());
        document.quotes = vec![quote];
        let saved = Saved::new(TEXT, document, OffsetUnit::Utf8, "");
        String::from_utf8(write(&Article::of(&saved).unwrap(), layout)).unwrap()
    }

    #[test]
    fn the_speaker_stands_beside_the_quotation() {
        let shown = shown(Layout { width: 62, colours: false });
        let expected = "\
                      Vote

Amina Wekesa          “We will leave the [31m harbour as we found
                      it,” said Amina Wekesa of Nairobi.

Who said what
Amina Wekesa
  “We will leave the [31m harbour as we found it,”

Names
People
  Amina Wekesa

";
        assert!(shown.trim_start().starts_with(expected), "{shown}");
        assert!(shown.ends_with("What it\n  marks can be wrong.\n"), "{shown}");
    }

    #[test]
    fn colours_are_ours_alone() {
        let shown = shown(Layout { width: 62, colours: true });
        assert!(shown.contains("\u{1b}[4m\u{1b}[34mAmina Wekesa\u{1b}[0m of"), "{shown:?}");
        assert!(!shown.contains("\u{1b}[31m"));
    }

    #[test]
    fn long_names_are_shortened_to_the_margin() {
        assert_eq!(shortened("Amina", 8), "Amina");
        assert_eq!(shortened("Amina Wekesa", 7), "Amina…");
        assert_eq!(shortened("東京都知事", 6), "東京…");
    }
}
