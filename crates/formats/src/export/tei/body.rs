//! `text`: the paragraphs with their annotations.

use super::super::article::Article;
use super::super::markup::Markup;
use super::super::nesting::{Layer, Nesting, Part, Step};
use super::super::values;
use super::chain_id;
use newsmark::document::{Creator, QuoteRecord};
use newsmark::entities::EntityType;
use newsmark::quotes::{Medium, QuoteType};
use newsmark::text::paragraphs;
use std::collections::{HashMap, HashSet};

pub fn write(tei: &mut Markup, article: &Article) {
    let paragraphs = paragraphs(article.text);
    let nesting = Nesting::of(&article.document, &paragraphs);
    let body = Body { article, speakers: speakers(&nesting), nesting: &nesting };
    // The annotations of which the last piece is being written.
    let mut ending = HashSet::new();
    tei.open("text", &[]);
    tei.open("body", &[]);
    for (index, steps) in nesting.blocks.iter().enumerate() {
        tei.line();
        let is_headline = index == 0 && nesting.blocks.len() > 1 && paragraphs[0].of(article.text) == article.title();
        let block = if is_headline { "head" } else { "p" };
        tei.open(block, &[]);
        for step in steps {
            match *step {
                Step::Text(at) => text(tei, at.of(article.text)),
                Step::Open { layer, piece } => {
                    let layer = &nesting.layers[layer];
                    if piece + 1 == nesting.pieces[layer.mark] {
                        ending.insert(layer.mark);
                    }
                    body.open(tei, layer, piece);
                }
                Step::Close { layer } => {
                    let layer = &nesting.layers[layer];
                    tei.close(element(article, layer));
                    if ending.contains(&layer.mark) {
                        body.note(tei, layer);
                    }
                }
            }
        }
        tei.close(block);
    }
    if nesting.blocks.is_empty() {
        tei.empty("p", &[]);
    }
    tei.line();
    tei.close("body");
    tei.close("text");
}

/// A line break inside a paragraph is an element, so that it is kept when the file is reformatted.
fn text(tei: &mut Markup, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['\n', '\r']) {
        tei.text(&rest[..at]);
        tei.empty("lb", &[]);
        tei.line();
        rest = rest[at..].strip_prefix("\r\n").unwrap_or(&rest[at + 1..]);
    }
    tei.text(rest);
}

fn element(article: &Article, layer: &Layer) -> &'static str {
    match layer.part {
        Part::Content(_) => "said",
        Part::Quoted(_) => "quote",
        Part::Cue(_) => "seg",
        Part::Speaker(_) | Part::Mention(..) => "rs",
        Part::Term(_) => "soCalled",
        Part::Title(_) => "roleName",
        Part::Entity(entity) => name_element(article.document.entities[entity].kind),
    }
}

fn name_element(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "persName",
        EntityType::Org => "orgName",
        EntityType::Gpe | EntityType::Loc | EntityType::Fac => "placeName",
        EntityType::WorkOfArt => "title",
        EntityType::Date => "date",
        EntityType::Time => "time",
        EntityType::Percent | EntityType::Ordinal | EntityType::Cardinal => "num",
        EntityType::Money | EntityType::Quantity => "measure",
        EntityType::Norp | EntityType::Product | EntityType::Event | EntityType::Law | EntityType::Language => "name",
    }
}

/// The elements whose name says as much as the type.
fn is_told_by_name(kind: EntityType) -> bool {
    matches!(kind, EntityType::Person | EntityType::Org | EntityType::WorkOfArt | EntityType::Date | EntityType::Time)
}

struct Body<'a> {
    article: &'a Article<'a>,
    nesting: &'a Nesting,
    /// The annotation of the first words that name the speaker, for each quotation that has such words.
    speakers: HashMap<usize, usize>,
}

fn speakers(nesting: &Nesting) -> HashMap<usize, usize> {
    let mut speakers = HashMap::new();
    for layer in nesting.layers.iter().filter(|layer| nesting.pieces[layer.mark] > 0) {
        if let Part::Speaker(quote) = layer.part {
            speakers.entry(quote).or_insert(layer.mark);
        }
    }
    speakers
}

impl Body<'_> {
    fn open(&self, tei: &mut Markup, layer: &Layer, piece: usize) {
        let mut attributes = self.attributes(layer);
        let pieces = self.nesting.pieces[layer.mark];
        if pieces > 1 || self.is_pointed_at(layer) || self.note_on(layer).is_some() {
            attributes.push(("xml:id", self.id(layer, piece)));
        }
        if piece > 0 {
            attributes.push(("prev", format!("#{}", self.id(layer, piece - 1))));
        }
        if piece + 1 < pieces {
            attributes.push(("next", format!("#{}", self.id(layer, piece + 1))));
        }
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(key, value)| (*key, value.as_str())).collect();
        tei.open(element(self.article, layer), &attributes);
    }

    /// A note stands after the last piece of its annotation and points at the first.
    fn note(&self, tei: &mut Markup, layer: &Layer) {
        if let Some(note) = self.note_on(layer) {
            let target = format!("#{}", self.id(layer, 0));
            tei.element("note", &[("resp", "#you"), ("target", &target)], note);
        }
    }

    fn note_on(&self, layer: &Layer) -> Option<&str> {
        match layer.part {
            Part::Content(quote) => self.article.document.quotes[quote].note.as_deref(),
            Part::Entity(entity) => self.article.document.entities[entity].note.as_deref(),
            _ => None,
        }
    }

    /// The attributes that describe the annotation as a whole.
    fn attributes(&self, layer: &Layer) -> Vec<(&'static str, String)> {
        let document = &self.article.document;
        let reference = |chain: usize| ("ref", format!("#{}", chain_id(chain)));
        let mut attributes = Vec::new();
        match layer.part {
            Part::Content(quote) => {
                let record = &document.quotes[quote];
                attributes.extend(self.who(record, quote).map(|who| ("who", format!("#{who}"))));
                // TEI has no attribute for what is written or thought, but one for what is said aloud.
                attributes.push(("aloud", (record.medium == Medium::Speech).to_string()));
                attributes.push(("n", record.medium.as_str().to_owned()));
                attributes.push(("direct", (record.kind == QuoteType::Direct).to_string()));
                attributes.push(made(record.confidence, record.by));
            }
            Part::Quoted(_) | Part::Term(_) => {}
            Part::Cue(_) => attributes.push(("type", "cue".to_owned())),
            Part::Speaker(_) => attributes.push(("type", "speaker".to_owned())),
            Part::Title(chain) => attributes.push(reference(chain)),
            Part::Mention(chain, mention) => {
                attributes.push(("type", document.chains[chain].mentions[mention].kind.as_str().to_owned()));
                attributes.push(reference(chain));
            }
            Part::Entity(entity) => {
                let record = &document.entities[entity];
                if !is_told_by_name(record.kind) {
                    attributes.push(("type", record.kind.as_str().to_owned()));
                }
                attributes.extend(record.chain.map(reference));
                attributes.extend(record.value.iter().flat_map(|value| values::attributes(value, record.kind)));
                attributes.push(made(record.confidence, record.by));
            }
        }
        attributes
    }

    /// The target of `@who`: the chain, or else the words that name the speaker.
    fn who(&self, quote: &QuoteRecord, index: usize) -> Option<String> {
        let words = || self.speakers.get(&index).map(|_| speaker_id(index));
        quote.speaker_chain.map(chain_id).or_else(words)
    }

    fn is_pointed_at(&self, layer: &Layer) -> bool {
        matches!(layer.part, Part::Speaker(quote) if self.speakers.get(&quote) == Some(&layer.mark))
    }

    fn id(&self, layer: &Layer, piece: usize) -> String {
        match layer.part {
            Part::Speaker(quote) if piece == 0 && self.is_pointed_at(layer) => speaker_id(quote),
            _ => format!("mark.{}.{piece}", layer.mark),
        }
    }
}

fn speaker_id(quote: usize) -> String {
    format!("speaker.{quote}")
}

fn made(confidence: f64, by: Option<Creator>) -> (&'static str, String) {
    match by {
        Some(Creator::User) => ("resp", "#you".to_owned()),
        None => ("cert", confidence.clamp(0.0, 1.0).to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_become_elements() {
        let mut tei = Markup::new();
        text(&mut tei, "a\r\nb\nc\rd\r\n");
        assert_eq!(String::from_utf8(tei.finish()).unwrap(), "a<lb/>\nb<lb/>\nc<lb/>\nd<lb/>\n");
    }
}
