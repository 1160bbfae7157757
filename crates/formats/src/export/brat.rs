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

use super::article::Article;
use super::standoff::{LabelledSpan, Record, Relation, Standoff, labels};
use core::fmt::Write;
use newsmark::document::Creator;
use newsmark::presentation::UNATTRIBUTED;
use newsmark::text::{OffsetMap, OffsetUnit, Span};
use newsmark::versions::Versions;

/// The name of the file that declares the types. Its contents are the same for every article.
pub const CONFIGURATION: &str = "annotation.conf";

pub fn annotations(article: &Article) -> String {
    let map = article.offsets(OffsetUnit::CodePoints);
    let standoff = Standoff::of(article);
    let mut ann = Annotations { article, map: &map, out: String::new(), attributes: 0, notes: 0 };
    for (index, span) in standoff.spans.iter().enumerate() {
        ann.span(index + 1, span);
    }
    for (index, Relation { kind, from, to }) in standoff.relations.iter().enumerate() {
        let _ = writeln!(ann.out, "R{}\t{kind} Arg1:T{} Arg2:T{}", index + 1, from + 1, to + 1);
    }
    for members in standoff.members.iter().filter(|members| members.len() > 1) {
        let members: Vec<String> = members.iter().map(|index| format!("T{}", index + 1)).collect();
        let _ = writeln!(ann.out, "*\tEquiv {}", members.join(" "));
    }
    ann.out
}

struct Annotations<'a> {
    article: &'a Article<'a>,
    map: &'a OffsetMap<'a>,
    out: String,
    /// The last number of each kind of line.
    attributes: usize,
    notes: usize,
}

impl Annotations<'_> {
    /// Writes a `T` line, and what is known about it.
    fn span(&mut self, number: usize, span: &LabelledSpan) {
        let fragments: Vec<[usize; 2]> = span.places.iter().flat_map(|&at| self.fragments(at)).collect();
        let _ = write!(self.out, "T{number}\t{} ", span.label);
        for (index, &[start, end]) in fragments.iter().enumerate() {
            let separator = if index == 0 { "" } else { ";" };
            let _ = write!(self.out, "{separator}{} {}", self.map.from_byte(start), self.map.from_byte(end));
        }
        let words: Vec<&str> = fragments.iter().map(|&at| self.article.words(at)).collect();
        let _ = writeln!(self.out, "\t{}", words.join(" "));
        self.about(number, span.record);
    }

    fn about(&mut self, mark: usize, record: Record) {
        let article = self.article;
        match record {
            Record::Entity(index) => {
                let entity = &article.document.entities[index];
                let name = article.chain_of(entity).map_or("", |chain| chain.label());
                self.made_by(entity.by, mark);
                self.note(mark, &[name, &format!("confidence {}", entity.confidence)]);
            }
            Record::Chain(index) => self.note(mark, &[article.document.chains[index].label()]),
            Record::Quote(index) => {
                let quote = &article.document.quotes[index];
                self.attribute("QuoteType", mark, quote.kind.as_str());
                self.attribute("Medium", mark, quote.medium.as_str());
                self.made_by(quote.by, mark);
                let speaker =
                    article.speaker(quote).map_or(UNATTRIBUTED.to_lowercase(), |name| format!("speaker: {name}"));
                self.note(mark, &[&speaker, &format!("confidence {}", quote.confidence), &quote.why]);
            }
            Record::Role => {}
        }
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

    fn attribute(&mut self, kind: &str, mark: usize, value: &str) {
        self.attributes += 1;
        let _ = writeln!(self.out, "{}", format!("A{}\t{kind} T{mark} {value}", self.attributes).trim_end());
    }

    fn made_by(&mut self, by: Option<Creator>, mark: usize) {
        if let Some(Creator::User) = by {
            self.attribute("MadeByYou", mark, "");
        }
    }

    fn note(&mut self, mark: usize, parts: &[&str]) {
        self.notes += 1;
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        let note = parts.join("; ").replace(breaks_line, " ");
        let _ = writeln!(self.out, "#{}\tAnnotatorNotes T{mark}\t{note}", self.notes);
    }
}

/// Whether brat, or Python, in which it is written, ends a line or field at this character.
fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

pub fn configuration(versions: Versions) -> String {
    let entities: Vec<&str> = labels().collect();
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
