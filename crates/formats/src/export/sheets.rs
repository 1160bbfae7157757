//! Tables for spreadsheets: the entities, all mentions, and the quotations.
//!
//! The first column is the article's id, the last ones are its metadata and the versions. Rows of several articles are
//! sorted, copied and merged, so each row contains them.
//!
//! They follow RFC 4180: commas, CRLF, doubled quotation marks. They start with a byte order mark, without which Excel does
//! not read them as UTF-8. Offsets are in code points.
//!
//! Spreadsheets run a cell that begins with "=", "+", "-" or "@" as a formula, and articles are written by strangers. Such a
//! cell gets an apostrophe in front, which spreadsheets do not show.

use super::article::Article;
use super::values;
use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use newsmark::document::Creator;
use newsmark::text::OffsetUnit;
use serde_json::Value as Json;
use std::borrow::Cow;

pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The first column: the article's id in the archive that it comes from.
const ARTICLE_ID: &str = "article_id";

/// The columns at the end, which say which article a row is from and what it was made by.
const ABOUT_ARTICLE: [&str; 6] = ["article", "byline", "published", "source", "address", "made_by"];

fn about(article: &Article) -> [String; ABOUT_ARTICLE.len()] {
    let metadata = article.metadata();
    let [byline, date, site, url] =
        [&metadata.byline, &metadata.date, &metadata.site, &metadata.url].map(String::clone);
    [article.title().to_owned(), byline, date, site, url, article.versions.to_string()]
}

/// What a row of a table is about.
#[derive(Clone, Copy)]
pub enum Table {
    Entities,
    Mentions,
    Quotes,
}

/// The first line, with the names of the columns.
pub fn header(table: Table) -> Vec<u8> {
    let mut sheet = Csv::new();
    sheet.write(columns(table).into_iter().map(Cow::Borrowed));
    sheet.finish()
}

/// The names of the columns.
pub fn columns(table: Table) -> Vec<&'static str> {
    let columns: &[&str] = match table {
        Table::Entities => {
            &["id", "start", "end", "type", "text", "name", "chain", "confidence", "marked_by_you", "note"]
        }
        Table::Mentions => &["chain", "name", "description", "type", "mention", "start", "end", "text"],
        Table::Quotes => &[
            "id", "start", "end", "type", "medium", "speaker", "speaker_as_written", "cue", "content",
            "in_quotation_marks", "chain", "confidence", "how_found", "marked_by_you", "note",
        ],
    };
    let values: &[&str] = if matches!(table, Table::Entities) { &values::COLUMNS } else { &[] };
    [ARTICLE_ID].iter().chain(columns).chain(values).chain(&ABOUT_ARTICLE).copied().collect()
}

/// The rows without the header, so that those of many articles can follow each other.
pub fn rows(article: &Article, table: Table) -> Vec<u8> {
    let mut sheet = Csv::new();
    fill(article, table, &mut sheet);
    sheet.finish()
}

/// The cells of the rows, for programs that need no file: numbers, texts as they are, and null where a cell is empty.
pub fn cells(article: &Article, table: Table) -> Vec<Vec<Json>> {
    let mut rows = Rows(Vec::new());
    fill(article, table, &mut rows);
    rows.0
}

fn fill(article: &Article, table: Table, sheet: &mut impl Sheet) {
    match table {
        Table::Entities => entities(article, sheet),
        Table::Mentions => mentions(article, sheet),
        Table::Quotes => quotes(article, sheet),
    }
}

fn entities(article: &Article, sheet: &mut impl Sheet) {
    let map = article.offsets(OffsetUnit::CodePoints);
    let about = about(article);
    for (id, entity) in article.document.entities.iter().enumerate() {
        let mut cells = vec![
            Cell::Number(id.to_string()),
            Cell::Number(map.from_byte(entity.start).to_string()),
            Cell::Number(map.from_byte(entity.end).to_string()),
            Cell::Text(entity.kind.as_str()),
            Cell::Text(article.words([entity.start, entity.end])),
            Cell::Text(article.chain_of(entity).map_or("", |chain| chain.label())),
            Cell::Number(entity.chain.map_or(String::new(), |chain| chain.to_string())),
            Cell::Number(entity.confidence.to_string()),
            Cell::Text(yes(entity.by)),
            Cell::Text(entity.note.as_deref().unwrap_or_default()),
        ];
        let values = values::COLUMNS.into_iter().zip(values::columns(entity.value.as_ref()));
        cells.extend(values.map(|(column, cell)| match values::NUMBERS.contains(&column) {
            true => Cell::Number(cell),
            false => Cell::Value(cell),
        }));
        sheet.row(article, &cells, &about);
    }
}

fn mentions(article: &Article, sheet: &mut impl Sheet) {
    let map = article.offsets(OffsetUnit::CodePoints);
    let about = about(article);
    for (id, chain) in article.document.chains.iter().enumerate() {
        for mention in &chain.mentions {
            let cells = [
                Cell::Number(id.to_string()),
                Cell::Text(chain.name.as_deref().unwrap_or_default()),
                Cell::Text(chain.description.as_deref().unwrap_or_default()),
                Cell::Text(chain.kind.as_str()),
                Cell::Text(mention.kind.as_str()),
                Cell::Number(map.from_byte(mention.start).to_string()),
                Cell::Number(map.from_byte(mention.end).to_string()),
                Cell::Text(article.words([mention.start, mention.end])),
            ];
            sheet.row(article, &cells, &about);
        }
    }
}

fn quotes(article: &Article, sheet: &mut impl Sheet) {
    let map = article.offsets(OffsetUnit::CodePoints);
    let about = about(article);
    for (id, quote) in article.document.quotes.iter().enumerate() {
        let start = quote.content.iter().map(|piece| piece[0]).min();
        let end = quote.content.iter().map(|piece| piece[1]).max();
        let offset = |at: Option<usize>| Cell::Number(at.map_or(String::new(), |at| map.from_byte(at).to_string()));
        let [speaker, cue, content, quoted] =
            [&quote.speaker, &quote.cue, &quote.content, &quote.quoted].map(|pieces| article.joined(pieces));
        let cells = [
            Cell::Number(id.to_string()),
            offset(start),
            offset(end),
            Cell::Text(quote.kind.as_str()),
            Cell::Text(quote.medium.as_str()),
            Cell::Text(quote.speaker_name.as_deref().unwrap_or_default()),
            Cell::Text(&speaker),
            Cell::Text(&cue),
            Cell::Text(&content),
            Cell::Text(&quoted),
            Cell::Number(quote.speaker_chain.map_or(String::new(), |chain| chain.to_string())),
            Cell::Number(quote.confidence.to_string()),
            Cell::Text(&quote.why),
            Cell::Text(yes(quote.by)),
            Cell::Text(quote.note.as_deref().unwrap_or_default()),
        ];
        sheet.row(article, &cells, &about);
    }
}

fn yes(by: Option<Creator>) -> &'static str {
    by.map_or("", |Creator::User| "yes")
}

enum Cell<'a> {
    /// Our own text, which is harmless.
    Number(String),
    /// A value, which may come from a file.
    Value(String),
    Text(&'a str),
}

trait Sheet {
    /// Adds a row: the article's id, the cells, and what else there is to say about the article.
    fn row(&mut self, article: &Article, cells: &[Cell], about: &[String]);
}

struct Csv(Writer<Vec<u8>>);

impl Csv {
    fn new() -> Csv {
        let mut writer = WriterBuilder::new();
        writer.terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric);
        Csv(writer.from_writer(Vec::new()))
    }

    fn write<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) {
        // Writing to memory cannot fail, and all rows of a table have the same length.
        let _ = self.0.write_record(cells.map(|cell| cell.into_owned()));
    }

    fn finish(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

impl Sheet for Csv {
    fn row(&mut self, article: &Article, cells: &[Cell], about: &[String]) {
        let id = harmless(&article.metadata().id);
        let cells = cells.iter().map(|cell| match cell {
            Cell::Number(number) => Cow::Borrowed(number.as_str()),
            Cell::Value(text) => harmless(text),
            Cell::Text(text) => harmless(text),
        });
        self.write([id].into_iter().chain(cells).chain(about.iter().map(|text| harmless(text))));
    }
}

struct Rows(Vec<Vec<Json>>);

impl Sheet for Rows {
    fn row(&mut self, article: &Article, cells: &[Cell], about: &[String]) {
        let text = |text: &str| if text.is_empty() { Json::Null } else { Json::from(text) };
        let cells = cells.iter().map(|cell| match cell {
            Cell::Number(number) => serde_json::from_str(number).unwrap_or_default(),
            Cell::Value(value) => text(value),
            Cell::Text(words) => text(words),
        });
        let id = text(&article.metadata().id);
        self.0.push([id].into_iter().chain(cells).chain(about.iter().map(|about| text(about))).collect());
    }
}

/// A cell that no spreadsheet runs as a formula.
fn harmless(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).chars().next();
    let runs = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let hides = text.starts_with(['\t', '\r', '\n']);
    if runs || hides { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_spreadsheet_would_run_is_only_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "＝1", "\u{0}=1", "\u{a0}=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["", "a=b", "“=1”", "4 May", "(−1)", "'=1"] {
            assert_eq!(harmless(text), text);
        }
    }
}
