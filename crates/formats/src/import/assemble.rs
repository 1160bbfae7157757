//! Makes a document of annotations.

use super::Imported;
use super::anchor::Placed;
use newsmark::chains::MentionKind;
use newsmark::document::{BlockRecord, ChainRecord, Document, EntityRecord, MentionRecord, QuoteRecord, TitleRecord};
use newsmark::entities::EntityType;
use newsmark::layout::{Block, Layout};
use newsmark::quotes::QuoteType;
use newsmark::text::{NormalisedText, Span};
use std::collections::HashMap;

pub fn document(text: &str, placed: &[Placed]) -> Imported {
    let plain = NormalisedText::of(text);
    let layout = Layout::of(&plain);
    let by_id = placed
        .iter()
        .filter(|one| !one.annotation.id.is_empty())
        .map(|one| (one.annotation.id.as_str(), one))
        .collect();
    let quoted = layout
        .quoted
        .iter()
        .filter(|stretch| stretch.depth == 0)
        .map(|stretch| plain.original_span(stretch.span))
        .collect();
    let mut making = Making { text, quoted, by_id, document: Document::default(), chains: HashMap::new() };
    let mut order: Vec<&Placed> = placed.iter().filter(|one| !one.places.is_empty()).collect();
    order.sort_by_key(|one| one.places[0]);
    // Names come first, because they determine the types of the chains, which everything else refers to.
    let mut known = vec![false; order.len()];
    for add in [Making::entity, Making::mention, Making::quote, Making::other] {
        for (one, known) in order.iter().zip(&mut known) {
            *known |= add(&mut making, one).is_some();
        }
    }
    let mut document = making.document;
    document.sentences = layout.sentences.iter().map(|sentence| range(plain.original_span(sentence.span))).collect();
    let block = |block: &Block| BlockRecord::new(range(plain.original_span(block.span)), block.kind);
    document.blocks = layout.blocks.iter().map(block).collect();
    Imported {
        document,
        unplaced: placed.len() - order.len(),
        unknown: known.into_iter().filter(|known| !known).count(),
    }
}

fn range(span: Span) -> [usize; 2] {
    [span.start, span.end]
}

struct Making<'a> {
    text: &'a str,
    /// The spans in quotation marks, in order.
    quoted: Vec<Span>,
    by_id: HashMap<&'a str, &'a Placed>,
    document: Document,
    /// The chain of each person or thing.
    chains: HashMap<String, usize>,
}

/// Each of these adds an annotation of its kind to the document; `None` if the annotation is of another kind.
impl Making<'_> {
    fn entity(&mut self, one: &Placed) -> Option<()> {
        let kind = one.annotation.tags.iter().find_map(|tag| entity_type(tag))?;
        for &span in &one.places {
            let words = span.of(self.text);
            let chain = kind.is_name().then(|| self.chain(one, kind, words));
            let [start, end] = range(span);
            if let Some(chain) = chain {
                let record = &mut self.document.chains[chain];
                if let Some(name) = record.description.take() {
                    record.name.get_or_insert(name);
                }
                record.mentions.push(MentionRecord::new([start, end], MentionKind::Name));
            }
            let id = self.document.entities.len();
            let mut entity = EntityRecord::new(id, [start, end], kind, words);
            entity.chain = chain;
            entity.confidence = one.annotation.confidence.unwrap_or(1.0);
            entity.by = one.annotation.by;
            entity.note.clone_from(&one.annotation.note);
            self.document.entities.push(entity);
        }
        Some(())
    }

    /// A title, or a mention other than a name.
    fn mention(&mut self, one: &Placed) -> Option<()> {
        let tag = one
            .annotation
            .tags
            .iter()
            .map(String::as_str)
            .find(|tag| matches!(*tag, "title" | "nominal" | "pronoun"))?;
        let kind = if tag == "pronoun" { MentionKind::Pronoun } else { MentionKind::Nominal };
        for &span in &one.places {
            let words = span.of(self.text);
            let [start, end] = range(span);
            let chain = self.chain(one, EntityType::Person, words);
            let record = &mut self.document.chains[chain];
            match tag {
                "title" => record.titles.push(TitleRecord::new([start, end], words)),
                _ => record.mentions.push(MentionRecord::new([start, end], kind)),
            }
        }
        Some(())
    }

    fn quote(&mut self, one: &Placed) -> Option<()> {
        let is_tagged = one.annotation.tags.iter().any(|tag| tag.eq_ignore_ascii_case("quotation"));
        let class = one.annotation.classes.iter().find_map(|class| quote_type(class));
        if !is_tagged && class.is_none() {
            return None;
        }
        let quoted = self.quoted(&one.places);
        let in_marks: Vec<Span> = quoted.iter().map(|&[start, end]| Span::new(start, end)).collect();
        let kind = class.unwrap_or_else(|| QuoteType::of(self.text, &one.places, &in_marks));
        let [cue, speaker] = ["cue", "speaker"].map(|role| self.linked(one, role));
        let chain = one.annotation.identity.as_ref().and_then(|identity| self.chains.get(identity).copied());
        let name = match chain {
            Some(chain) => self.document.chains[chain].name.clone(),
            None => one.annotation.name.clone(),
        };
        let content = one.places.iter().map(|&span| range(span)).collect();
        let mut quote = QuoteRecord::new(self.document.quotes.len(), kind, content);
        (quote.quoted, quote.cue, quote.speaker) = (quoted, cue, speaker);
        (quote.speaker_name, quote.speaker_chain) = (name, chain);
        quote.medium = one.annotation.classes.iter().find_map(|class| class.parse().ok()).unwrap_or_default();
        quote.confidence = one.annotation.confidence.unwrap_or(1.0);
        "as the opened file says".clone_into(&mut quote.why);
        quote.by = one.annotation.by;
        quote.note.clone_from(&one.annotation.note);
        self.document.quotes.push(quote);
        Some(())
    }

    /// A quoted term. Cues and speakers are added with their quotations.
    fn other(&mut self, one: &Placed) -> Option<()> {
        let tag = one.annotation.tags.iter().find(|tag| matches!(tag.as_str(), "cue" | "speaker" | "quoted term"))?;
        if tag == "quoted term" {
            self.document.quoted_terms.extend(one.places.iter().map(|&span| range(span)));
        }
        Some(())
    }

    /// The parts of the content that are in quotation marks.
    fn quoted(&self, content: &[Span]) -> Vec<[usize; 2]> {
        let mut found = Vec::new();
        for piece in content {
            let first = self.quoted.partition_point(|stretch| stretch.end <= piece.start);
            let reached = self.quoted[first..].iter().take_while(|stretch| stretch.start < piece.end);
            found.extend(reached.map(|stretch| [stretch.start.max(piece.start), stretch.end.min(piece.end)]));
        }
        found
    }

    /// The spans of the annotations with this role that a quotation is linked to.
    fn linked(&self, one: &Placed, role: &str) -> Vec<[usize; 2]> {
        let linked = one.annotation.links.iter().filter_map(|id| self.by_id.get(id.as_str()));
        let role = linked.filter(|other| other.annotation.tags.iter().any(|tag| tag == role));
        role.flat_map(|other| other.places.iter().map(|&span| range(span))).collect()
    }

    /// The chain of the person or thing: by the identity, or else the name, or else the words. A new one has a description.
    fn chain(&mut self, one: &Placed, kind: EntityType, words: &str) -> usize {
        let name = one.annotation.name.as_deref().unwrap_or(words);
        let key =
            one.annotation.identity.clone().unwrap_or_else(|| format!("{} {}", kind.as_str(), name.to_lowercase()));
        let chains = &mut self.document.chains;
        *self.chains.entry(key).or_insert_with(|| {
            let id = chains.len();
            let mut chain = ChainRecord::new(id, kind, name);
            // Until a name in the text belongs to it, it is described.
            chain.description = chain.name.take();
            chain.by = one.annotation.by;
            chains.push(chain);
            id
        })
    }
}

/// The types of OntoNotes, and other names of the most common ones.
fn entity_type(tag: &str) -> Option<EntityType> {
    let tag = tag.trim().to_uppercase().replace([' ', '-'], "_");
    tag.parse().ok().or(match tag.as_str() {
        "PER" | "PEOPLE" => Some(EntityType::Person),
        "ORGANIZATION" | "ORGANISATION" => Some(EntityType::Org),
        "PLACE" | "LOCATION" => Some(EntityType::Loc),
        _ => None,
    })
}

fn quote_type(class: &str) -> Option<QuoteType> {
    class.parse().ok()
}
