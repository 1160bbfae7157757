//! W3C Web Annotations: an array of annotations in JSON-LD, which Recogito and other programs can read.
//!
//! | annotation of | bodies (purpose: value) |
//! |---|---|
//! | an entity | tagging: its type; assessing: the confidence; identifying: the name and the id of its chain; describing: its value; commenting: the note |
//! | a mention other than a name | tagging: "nominal" or "pronoun"; identifying: as above |
//! | a title | tagging: "title"; identifying: the person |
//! | a quotation | tagging: "quotation"; classifying: direct, indirect or mixed; assessing: the confidence; identifying: the speaker; linking: the annotations of its cue and its speaker; commenting: the note |
//! | a cue, a speaker, words in quotation marks | tagging: "cue", "speaker", "quoted term" |
//!
//! The source of the target has the article's metadata as terms of Dublin Core.
//!
//! The standard counts positions in code points. Recogito slices JavaScript strings, which count differently after an emoji,
//! so it has a format of its own. It also expects that the source is an address, so metadata are left out there.

use super::Format;
use super::article::Article;
use super::saved::in_json_bytes;
use super::values;
use newsmark::document::Creator;
use newsmark::text::hash::{START, fnv1a};
use newsmark::text::{OffsetMap, OffsetUnit};
use serde::Serialize;
use std::borrow::Cow;

/// The number of characters before and after the quote in a quote selector, by which it is found again in an edited text.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Agent>,
    generator: &'a Agent,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
}

#[derive(Clone, Serialize)]
struct Agent {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: String,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    TextualBody { purpose: &'static str, value: Cow<'a, str> },
    SpecificResource { purpose: &'static str, source: String },
}

#[derive(Serialize)]
struct Target<'a> {
    source: Source<'a>,
    selector: [Selector<'a>; 2],
}

#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Source<'a> {
    Address(&'a str),
    Text(&'a SourceText<'a>),
}

#[derive(Serialize)]
struct SourceText<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(rename = "dcterms:identifier", skip_serializing_if = "str::is_empty")]
    identifier: &'a str,
    #[serde(rename = "dcterms:title")]
    title: &'a str,
    #[serde(rename = "dcterms:creator", skip_serializing_if = "str::is_empty")]
    creator: &'a str,
    #[serde(rename = "dcterms:issued", skip_serializing_if = "str::is_empty")]
    issued: &'a str,
    #[serde(rename = "dcterms:publisher", skip_serializing_if = "str::is_empty")]
    publisher: &'a str,
    #[serde(rename = "dcterms:source", skip_serializing_if = "str::is_empty")]
    address: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

pub fn write(article: &Article, format: Format) -> Vec<u8> {
    let is_recogito = format == Format::Recogito;
    let unit = if is_recogito { OffsetUnit::Utf16 } else { OffsetUnit::CodePoints };
    let text_hash = fnv1a(START, article.text.bytes());
    let generator = Agent { id: "urn:newsmark".to_owned(), kind: "Software", name: article.versions.to_string() };
    let address = uuid(text_hash, "text", 0);
    let metadata = article.metadata();
    let text = SourceText {
        id: &address,
        kind: "Text",
        format: "text/plain",
        identifier: &metadata.id,
        language: &metadata.language,
        title: article.title(),
        creator: &metadata.byline,
        issued: &metadata.date,
        publisher: &metadata.site,
        address: &metadata.url,
    };
    let source = if is_recogito || metadata.is_empty() { Source::Address(&address) } else { Source::Text(&text) };
    let map = article.offsets(unit);
    let mut writer = Writer { article, map: &map, text_hash, source, generator: &generator, out: Vec::new() };
    writer.entities();
    writer.chains();
    writer.quotes();
    writer.terms();
    in_json_bytes(&writer.out)
}

struct Writer<'a> {
    article: &'a Article<'a>,
    map: &'a OffsetMap<'a>,
    text_hash: u64,
    source: Source<'a>,
    generator: &'a Agent,
    out: Vec<Annotation<'a>>,
}

impl<'a> Writer<'a> {
    fn entities(&mut self) {
        for (index, entity) in self.article.document.entities.iter().enumerate() {
            let mut body = vec![tag(entity.kind.as_str()), sureness(entity.confidence)];
            body.extend(entity.chain.map(|chain| self.identity(chain)).into_iter().flatten());
            body.extend(entity.note.as_deref().map(|note| text("commenting", note)));
            body.extend(
                entity
                    .value
                    .as_ref()
                    .map(|value| Body::TextualBody { purpose: "describing", value: values::in_short(value).into() }),
            );
            self.add(self.id("entity", index), "tagging", entity.by, body, &[[entity.start, entity.end]]);
        }
    }

    /// Mentions other than names.
    fn chains(&mut self) {
        let document = &self.article.document;
        let mut named: Vec<_> = document.entities.iter().map(|e| (e.start, e.end)).collect();
        named.sort_unstable();
        let mut number = 0;
        for (index, chain) in document.chains.iter().enumerate() {
            let titles = chain.titles.iter().map(|t| ("title", [t.start, t.end]));
            let mentions = chain.mentions.iter().map(|m| (m.kind.as_str(), [m.start, m.end]));
            for (what, at) in titles.chain(mentions.filter(|(_, at)| named.binary_search(&(at[0], at[1])).is_err())) {
                let mut body = vec![tag(what)];
                body.extend(self.identity(index));
                self.add(self.id("mention", number), "identifying", chain.by, body, &[at]);
                number += 1;
            }
        }
    }

    fn quotes(&mut self) {
        for (index, quote) in self.article.document.quotes.iter().enumerate() {
            let mut body = vec![
                tag("quotation"),
                text("classifying", quote.kind.as_str()),
                text("classifying", quote.medium.as_str()),
                sureness(quote.confidence),
            ];
            match (quote.speaker_chain, &quote.speaker_name) {
                (Some(chain), _) => body.extend(self.identity(chain)),
                (None, Some(name)) => body.push(text("identifying", name)),
                (None, None) => {}
            }
            body.extend(quote.note.as_deref().map(|note| text("commenting", note)));
            let roles = [("cue", &quote.cue), ("speaker", &quote.speaker)].into_iter().filter(|(_, at)| !at.is_empty());
            let roles: Vec<_> = roles.map(|(role, at)| (role, self.id(role, index), at)).collect();
            body.extend(
                roles.iter().map(|(_, id, _)| Body::SpecificResource { purpose: "linking", source: id.clone() }),
            );
            self.add(self.id("quotation", index), "classifying", quote.by, body, &quote.content);
            for (role, id, at) in roles {
                self.add(id, "tagging", quote.by, vec![tag(role)], at);
            }
        }
    }

    fn terms(&mut self) {
        for (index, &term) in self.article.document.quoted_terms.iter().enumerate() {
            self.add(self.id("term", index), "tagging", None, vec![tag("quoted term")], &[term]);
        }
    }

    fn add(
        &mut self,
        id: String,
        motivation: &'static str,
        by: Option<Creator>,
        body: Vec<Body<'a>>,
        places: &[[usize; 2]],
    ) {
        let target: Vec<_> = places.iter().filter(|at| at[0] < at[1]).map(|&at| self.target(at)).collect();
        // An annotation needs a target.
        if target.is_empty() {
            return;
        }
        let creator = by.map(|Creator::User| Agent {
            id: "urn:newsmark:person".to_owned(),
            kind: "Person",
            name: "you".to_owned(),
        });
        self.out.push(Annotation {
            context: "http://www.w3.org/ns/anno.jsonld",
            id,
            kind: "Annotation",
            motivation,
            creator,
            generator: self.generator,
            body,
            target,
        });
    }

    fn target(&self, [start, end]: [usize; 2]) -> Target<'a> {
        let text = self.article.text;
        let before = text[..start].char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
        let after = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
        Target {
            source: self.source,
            selector: [
                Selector::Quote { exact: &text[start..end], prefix: &text[before..start], suffix: &text[end..after] },
                Selector::Position { start: self.map.from_byte(start), end: self.map.from_byte(end) },
            ],
        }
    }

    /// Who or what is meant: the name for people, the id for programs.
    fn identity(&self, chain: usize) -> [Body<'a>; 2] {
        let name = self.article.document.chains[chain].label();
        [text("identifying", name), Body::SpecificResource { purpose: "identifying", source: self.id("chain", chain) }]
    }

    fn id(&self, what: &str, index: usize) -> String {
        uuid(self.text_hash, what, index)
    }
}

fn text<'a>(purpose: &'static str, value: &'a str) -> Body<'a> {
    Body::TextualBody { purpose, value: value.into() }
}

fn tag(value: &str) -> Body<'_> {
    text("tagging", value)
}

fn sureness(confidence: f64) -> Body<'static> {
    Body::TextualBody { purpose: "assessing", value: confidence.to_string().into() }
}

/// A unique id that is the same whenever the same text is exported: a UUID of version 8, whose bits can be chosen freely.
fn uuid(text: u64, what: &str, index: usize) -> String {
    let index = index as u64;
    let high = fnv1a(text, what.bytes().chain(index.to_le_bytes()));
    let low = fnv1a(high, text.to_le_bytes());
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0x3fff | 0x8000,
        low & 0xffff_ffff_ffff
    )
}
