//! brat standoff: the text, and a file of annotations with offsets in code points.
//!
//! | line | contents |
//! |---|---|
//! | `T` | entities by their type; `Quotation`, `Cue`, `Speaker`, `Title`, `Mention` |
//! | `R` | `SaidBy` from a quotation to its speaker, `HasCue` to its cue |
//! | `A` | `QuoteType`, `Medium` and, for annotations made by hand, `MadeByYou` |
//! | `*` | the mentions of one chain |
//! | `#` | an annotator note: who is meant, and the confidence |
//!
//! The text is the article's, byte for byte. A range that contains a line break is written as fragments, because a brat
//! annotation is one line. `annotation.conf` declares the types, so that brat can open the folder. A comment in it has the
//! versions, because every line of an `.ann` file is about an annotation.

use super::File;
use super::article::Article;
use core::fmt::Write;
use newsmark::document::Creator;
use newsmark::entities::EntityType;
use newsmark::presentation::UNATTRIBUTED;
use newsmark::text::{OffsetMap, OffsetUnit, Span};
use newsmark::versions::Versions;
use std::collections::HashMap;
use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The name of the file that declares the types. Its contents are the same for every article.
pub const CONFIGURATION: &str = "annotation.conf";

const ROLES: [&str; 5] = ["Quotation", "Cue", "Speaker", "Title", "Mention"];

/// The files of [`files`] in a ZIP archive.
pub fn zip(article: &Article, stem: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Said here, because the default depends on which crates are built together.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in files(article, stem) {
        // Writing to memory with short names cannot fail.
        let _ = zip.start_file(file.name, options);
        let _ = zip.write_all(&file.bytes);
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

pub fn files(article: &Article, stem: &str) -> Vec<File> {
    let file = |name: String, bytes: Vec<u8>| File { name, bytes };
    vec![
        file(format!("{stem}.txt"), article.text.as_bytes().to_vec()),
        file(format!("{stem}.ann"), annotations(article).into_bytes()),
        file(CONFIGURATION.to_owned(), configuration(article.versions).into_bytes()),
    ]
}

fn annotations(article: &Article) -> String {
    let map = article.offsets(OffsetUnit::CodePoints);
    let mut ann = Annotations {
        article,
        map: &map,
        out: String::new(),
        last: Counts::default(),
        marks: HashMap::new(),
        roles: HashMap::new(),
        members: vec![Vec::new(); article.document.chains.len()],
    };
    ann.entities();
    ann.chains();
    ann.quotes();
    ann.out
}

/// The last number of each kind of line.
#[derive(Default)]
struct Counts {
    mark: usize,
    relation: usize,
    attribute: usize,
    note: usize,
}

struct Annotations<'a> {
    article: &'a Article<'a>,
    map: &'a OffsetMap<'a>,
    out: String,
    last: Counts,
    /// The `T` of each range that is an entity, title or mention. A speaker with the same range uses this `T`.
    marks: HashMap<[usize; 2], usize>,
    /// The `T` of each cue and speaker. Quotations may share them.
    roles: HashMap<(&'static str, Vec<[usize; 2]>), usize>,
    /// The `T`s of each chain.
    members: Vec<Vec<usize>>,
}

impl Annotations<'_> {
    fn entities(&mut self) {
        let article = self.article;
        for entity in &article.document.entities {
            let at = [entity.start, entity.end];
            let Some(mark) = self.mark(entity.kind.as_str(), &[at]) else { continue };
            let name = article.chain_of(entity).map_or("", |chain| chain.label());
            self.note(mark, &[name, &format!("confidence {}", entity.confidence)]);
            self.made_by(entity.by, mark);
            self.marks.insert(at, mark);
            if let Some(chain) = entity.chain {
                self.members[chain].push(mark);
            }
        }
    }

    fn chains(&mut self) {
        let article = self.article;
        for (index, chain) in article.document.chains.iter().enumerate() {
            let titles = chain.titles.iter().map(|title| ("Title", [title.start, title.end]));
            let mentions = chain.mentions.iter().map(|mention| ("Mention", [mention.start, mention.end]));
            for (kind, at) in titles.chain(mentions) {
                if self.marks.contains_key(&at) {
                    continue;
                }
                if let Some(mark) = self.mark(kind, &[at]) {
                    self.note(mark, &[chain.label()]);
                    self.marks.insert(at, mark);
                    self.members[index].push(mark);
                }
            }
            let members = &self.members[index];
            if members.len() > 1 {
                let members: Vec<String> = members.iter().map(|mark| format!("T{mark}")).collect();
                let _ = writeln!(self.out, "*\tEquiv {}", members.join(" "));
            }
        }
    }

    fn quotes(&mut self) {
        let article = self.article;
        for quote in &article.document.quotes {
            let Some(mark) = self.mark("Quotation", &quote.content) else { continue };
            self.attribute("QuoteType", mark, quote.kind.as_str());
            self.attribute("Medium", mark, quote.medium.as_str());
            self.made_by(quote.by, mark);
            let speaker = article.speaker(quote).map_or(UNATTRIBUTED.to_lowercase(), |name| format!("speaker: {name}"));
            self.note(mark, &[&speaker, &format!("confidence {}", quote.confidence), &quote.why]);
            if let Some(cue) = self.role("Cue", &quote.cue) {
                self.relation("HasCue", mark, cue);
            }
            let known = if let [at] = quote.speaker[..] { self.marks.get(&at).copied() } else { None };
            // If the speaker is not named beside the quotation, their first mention takes that place.
            let first = || quote.speaker_chain.and_then(|chain| self.members[chain].first().copied());
            let speaker = known.or_else(|| if quote.speaker.is_empty() { first() } else { None });
            if let Some(speaker) = speaker.or_else(|| self.role("Speaker", &quote.speaker)) {
                self.relation("SaidBy", mark, speaker);
            }
        }
    }

    fn role(&mut self, role: &'static str, places: &[[usize; 2]]) -> Option<usize> {
        let key = (role, places.to_vec());
        if let Some(&mark) = self.roles.get(&key) {
            return Some(mark);
        }
        let mark = self.mark(role, places)?;
        self.roles.insert(key, mark);
        Some(mark)
    }

    /// Writes a `T` line; `None` if the range is empty.
    fn mark(&mut self, kind: &str, places: &[[usize; 2]]) -> Option<usize> {
        let fragments: Vec<[usize; 2]> = places.iter().flat_map(|&at| self.fragments(at)).collect();
        if fragments.is_empty() {
            return None;
        }
        self.last.mark += 1;
        let _ = write!(self.out, "T{}\t{kind} ", self.last.mark);
        for (index, &[start, end]) in fragments.iter().enumerate() {
            let separator = if index == 0 { "" } else { ";" };
            let _ = write!(self.out, "{separator}{} {}", self.map.from_byte(start), self.map.from_byte(end));
        }
        let words: Vec<&str> = fragments.iter().map(|&at| self.article.words(at)).collect();
        let _ = writeln!(self.out, "\t{}", words.join(" "));
        Some(self.last.mark)
    }

    /// The parts of a range between the characters that would end the line.
    fn fragments(&self, [start, end]: [usize; 2]) -> Vec<[usize; 2]> {
        let mut at = start;
        let mut found = Vec::new();
        for line in self.article.words([start, end]).split(breaks_line) {
            let inner = Span::new(at, at + line.len()).trimmed(self.article.text);
            if !inner.is_empty() {
                found.push([inner.start, inner.end]);
            }
            at += line.len();
            at += self.article.text[at..].chars().next().map_or(0, char::len_utf8);
        }
        found
    }

    fn relation(&mut self, kind: &str, from: usize, to: usize) {
        self.last.relation += 1;
        let _ = writeln!(self.out, "R{}\t{kind} Arg1:T{from} Arg2:T{to}", self.last.relation);
    }

    fn attribute(&mut self, kind: &str, mark: usize, value: &str) {
        self.last.attribute += 1;
        let _ = writeln!(self.out, "{}", format!("A{}\t{kind} T{mark} {value}", self.last.attribute).trim_end());
    }

    fn made_by(&mut self, by: Option<Creator>, mark: usize) {
        if let Some(Creator::User) = by {
            self.attribute("MadeByYou", mark, "");
        }
    }

    fn note(&mut self, mark: usize, parts: &[&str]) {
        self.last.note += 1;
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        let note = parts.join("; ").replace(breaks_line, " ");
        let _ = writeln!(self.out, "#{}\tAnnotatorNotes T{mark}\t{note}", self.last.note);
    }
}

/// Whether brat, or Python, in which it is written, ends a line or field at this character.
fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn configuration(versions: Versions) -> String {
    let entities: Vec<&str> = EntityType::ALL.iter().map(|kind| kind.as_str()).chain(ROLES).collect();
    format!(
        "# {versions}\n\n[entities]\n{}\n\n[relations]\n\
         SaidBy\tArg1:Quotation, Arg2:<ENTITY>\n\
         HasCue\tArg1:Quotation, Arg2:Cue\n\
         Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n\
         <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n\
         [events]\n\n[attributes]\n\
         QuoteType\tArg:Quotation, Value:direct|mixed|indirect\n\
         Medium\tArg:Quotation, Value:speech|writing|thought\n\
         MadeByYou\tArg:<ENTITY>\n",
        entities.join("\n")
    )
}
