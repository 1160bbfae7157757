//! A document that can be edited.
//!
//! Records do not refer to each other by their final ids, because these change while records are added and removed. A
//! chain keeps its index in [`EditableDocument::chains`] when others are removed. Offsets are in bytes. Copies of a
//! document share chains and quotations until they are changed, so copying is cheap.

use crate::ranges::{Spanned, hull, range_of, span_of};
use newsmark::MentionKind;
use newsmark::chains::{ComparableName, choose_name};
use newsmark::document::{
    BlockRecord, ChainRecord, Creator, Document, EntityRecord, MentionRecord, Metadata, QuoteRecord, TitleRecord,
};
use newsmark::text::Span;
use newsmark::{EntityType, Medium, QuoteType, Value};
use std::cell::OnceCell;
use std::rc::Rc;

#[derive(Clone)]
pub struct EditableDocument {
    pub text: Rc<str>,
    /// In order and without overlaps.
    pub entities: Vec<Entity>,
    /// `None` for a chain that has been removed.
    pub chains: Vec<Option<Rc<Chain>>>,
    /// In order.
    pub quotes: Vec<Rc<Quote>>,
    pub terms: Vec<Span>,
    /// All spans in quotation marks, in order.
    pub quoted: Rc<[Span]>,
    pub sentences: Rc<[[usize; 2]]>,
    pub blocks: Rc<[BlockRecord]>,
    pub metadata: Rc<Metadata>,
}

/// The index of a chain in [`EditableDocument::chains`].
pub type ChainIndex = usize;

#[derive(Clone, PartialEq)]
pub struct Entity {
    pub span: Span,
    pub kind: EntityType,
    pub confidence: f64,
    pub chain: Option<ChainIndex>,
    pub by: Option<Creator>,
    pub note: Option<Rc<str>>,
    /// What it stands for, as long as its words and its type are those of the record that it comes from.
    pub value: Option<Rc<Valued>>,
    /// Its index among the found entities, if it was one of them.
    pub found: Option<usize>,
}

/// A value with the words and the type that it belongs to.
#[derive(PartialEq)]
pub struct Valued {
    pub span: Span,
    pub kind: EntityType,
    pub value: Value,
}

#[derive(Clone)]
pub struct Chain {
    pub kind: EntityType,
    pub name: Option<String>,
    /// Only for a chain without names in the text.
    pub description: Option<String>,
    /// Whether the user chose the name.
    pub renamed: bool,
    pub titles: Vec<TitleRecord>,
    pub mentions: Vec<Mention>,
    pub related: Option<ChainIndex>,
    pub by: Option<Creator>,
    names: OnceCell<Vec<ComparableName>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
}

#[derive(Clone)]
pub struct Quote {
    pub kind: QuoteType,
    pub medium: Medium,
    pub content: Vec<Span>,
    pub quoted: Vec<Span>,
    pub cue: Vec<Span>,
    pub speaker: Vec<Span>,
    /// Only for a speaker without a chain.
    pub speaker_name: Option<String>,
    pub chain: Option<ChainIndex>,
    pub confidence: f64,
    pub why: String,
    pub by: Option<Creator>,
    pub note: Option<Rc<str>>,
    /// Its index among the found quotations, if it is unchanged.
    pub found: Option<usize>,
}

impl Spanned for Entity {
    fn span(&self) -> Span {
        self.span
    }
}

impl Quote {
    pub fn hull(&self) -> Span {
        hull(&self.content).unwrap_or_default()
    }
}

impl Chain {
    pub fn new(kind: EntityType, name: String) -> Chain {
        let by = Some(Creator::User);
        let (description, titles, mentions, related, names) = Default::default();
        Chain { kind, name: Some(name), description, renamed: false, titles, mentions, related, by, names }
    }

    pub fn names(&self) -> impl Iterator<Item = Span> {
        self.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).map(|mention| mention.span)
    }

    pub fn has_name(&self) -> bool {
        self.names().next().is_some()
    }

    /// Whether the text still has what makes it a chain: a name, or a description of somebody without one.
    pub fn stands(&self) -> bool {
        self.mentions.iter().any(|mention| self.is_told_by(mention))
    }

    /// Whether a mention says who or what the chain is: a name, or a description of somebody without one.
    pub fn is_told_by(&self, mention: &Mention) -> bool {
        let described = self.description.is_some() && mention.kind == MentionKind::Nominal;
        described || mention.kind == MentionKind::Name
    }

    pub fn mention_at(&self, span: Span) -> Option<Mention> {
        self.mentions.iter().copied().find(|mention| mention.span == span)
    }

    /// The chain's name and the names in the text, prepared for comparison. The chain's own name comes first.
    pub fn comparable_names(&self, text: &str) -> &[ComparableName] {
        self.names.get_or_init(|| {
            let mut forms: Vec<&str> = self.name.iter().map(String::as_str).collect();
            for form in self.names().map(|span| span.of(text)) {
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
            forms.into_iter().map(|form| ComparableName::new(self.kind, form)).collect()
        })
    }
}

impl EditableDocument {
    /// `found` has byte offsets and belongs to the text.
    pub fn new(text: Rc<str>, found: &Document) -> EditableDocument {
        let spans = |ranges: &[[usize; 2]]| ranges.iter().copied().map(span_of).collect::<Vec<_>>();
        let chain = |record: &ChainRecord| {
            let mentions =
                record.mentions.iter().map(|m| Mention { span: Span::new(m.start, m.end), kind: m.kind }).collect();
            let mut chain = Chain {
                kind: record.kind,
                name: record.name.clone(),
                description: record.description.clone(),
                renamed: false,
                titles: record.titles.clone(),
                mentions,
                related: record.related,
                by: record.by,
                names: OnceCell::new(),
            };
            // In a document that was corrected before, a name that the library would not choose is the user's.
            let others = |name: &String| *name != name_by_mentions(&text, &chain);
            chain.renamed = record.by.is_some() && chain.name.as_ref().is_some_and(others);
            Some(Rc::new(chain))
        };
        let quote = |(index, record): (usize, &QuoteRecord)| {
            Rc::new(Quote {
                kind: record.kind,
                medium: record.medium,
                content: spans(&record.content),
                quoted: spans(&record.quoted),
                cue: spans(&record.cue),
                speaker: spans(&record.speaker),
                speaker_name: record.speaker_name.clone().filter(|_| record.speaker_chain.is_none()),
                chain: record.speaker_chain,
                confidence: record.confidence,
                why: record.why.clone(),
                by: record.by,
                note: record.note.as_deref().map(Rc::from),
                found: Some(index),
            })
        };
        let entity = |(index, record): (usize, &EntityRecord)| Entity {
            span: Span::new(record.start, record.end),
            kind: record.kind,
            confidence: record.confidence,
            chain: record.chain,
            by: record.by,
            note: record.note.as_deref().map(Rc::from),
            value: record
                .value
                .clone()
                .map(|value| Rc::new(Valued { span: Span::new(record.start, record.end), kind: record.kind, value })),
            found: Some(index),
        };
        let terms = spans(&found.quoted_terms);
        let mut quoted: Vec<Span> =
            found.quotes.iter().flat_map(|quote| spans(&quote.quoted)).chain(terms.iter().copied()).collect();
        quoted.sort();
        EditableDocument {
            text: text.clone(),
            entities: found.entities.iter().enumerate().map(entity).collect(),
            chains: found.chains.iter().map(chain).collect(),
            quotes: found.quotes.iter().enumerate().map(quote).collect(),
            terms,
            quoted: quoted.into(),
            sentences: found.sentences.clone().into(),
            blocks: found.blocks.clone().into(),
            metadata: found.metadata.clone().into(),
        }
    }

    /// The chain at an index. `None` if it has been removed.
    pub fn chain(&self, index: ChainIndex) -> Option<&Chain> {
        self.chains.get(index)?.as_deref()
    }

    pub fn chain_mut(&mut self, index: ChainIndex) -> Option<&mut Chain> {
        let chain = Rc::make_mut(self.chains.get_mut(index)?.as_mut()?);
        chain.names = OnceCell::new();
        Some(chain)
    }

    /// All chains that have not been removed.
    pub fn live_chains(&self) -> impl Iterator<Item = (ChainIndex, &Chain)> {
        self.chains.iter().enumerate().filter_map(|(index, chain)| Some((index, chain.as_deref()?)))
    }

    pub fn add_chain(&mut self, chain: Chain) -> ChainIndex {
        self.chains.push(Some(Rc::new(chain)));
        self.chains.len() - 1
    }

    /// Chooses the chain's name from its mentions, as the library does, unless the user has chosen it.
    pub fn choose_name(&mut self, index: ChainIndex) {
        let text = self.text.clone();
        if let Some(chain) = self.chain_mut(index)
            && !chain.renamed
            && chain.has_name()
        {
            chain.name = Some(name_by_mentions(&text, chain));
            chain.description = None;
        }
    }

    /// The ids of the chains in the finished document.
    pub fn chain_ids(&self) -> Vec<Option<usize>> {
        let mut next = 0;
        let mut id = || {
            next += 1;
            next - 1
        };
        self.chains.iter().map(|chain| chain.as_ref().map(|_| id())).collect()
    }

    /// The finished document, with byte offsets.
    pub fn document(&self) -> Document {
        let ids = self.chain_ids();
        let (entities, quotes) = (self.entities.iter().enumerate(), self.quotes.iter().enumerate());
        let mut document = Document::default();
        document.entities = entities.map(|(id, entity)| self.entity_record(id, entity, &ids)).collect();
        document.chains = self.live_chains().map(|(index, chain)| self.chain_record(index, chain, &ids)).collect();
        document.quotes = quotes.map(|(id, quote)| self.quote_record(id, quote, &ids)).collect();
        document.quoted_terms = self.terms.iter().copied().map(range_of).collect();
        document.sentences = self.sentences.to_vec();
        document.blocks = self.blocks.to_vec();
        document.metadata = Metadata::clone(&self.metadata);
        document
    }

    pub fn entity_record(&self, id: usize, entity: &Entity, ids: &[Option<usize>]) -> EntityRecord {
        let mut record = EntityRecord::new(id, range_of(entity.span), entity.kind, entity.span.of(&self.text));
        record.chain = entity.chain.and_then(|chain| ids[chain]);
        record.confidence = entity.confidence;
        record.by = entity.by;
        record.note = entity.note.as_deref().map(str::to_owned);
        let valued = entity.value.as_ref().filter(|valued| (valued.span, valued.kind) == (entity.span, entity.kind));
        record.value = valued.map(|valued| valued.value.clone());
        record
    }

    pub fn chain_record(&self, index: ChainIndex, chain: &Chain, ids: &[Option<usize>]) -> ChainRecord {
        let mut mentions = chain.mentions.clone();
        mentions.sort_by_key(|mention| mention.span);
        let mut record = ChainRecord::new(ids[index].unwrap_or(index), chain.kind, "");
        (record.name, record.description) = (chain.name.clone(), chain.description.clone());
        record.titles = chain.titles.clone();
        record.mentions =
            mentions.into_iter().map(|mention| MentionRecord::new(range_of(mention.span), mention.kind)).collect();
        record.related = chain.related.and_then(|related| ids[related]);
        record.by = chain.by;
        record
    }

    pub fn quote_record(&self, id: usize, quote: &Quote, ids: &[Option<usize>]) -> QuoteRecord {
        let ranges = |spans: &[Span]| spans.iter().copied().map(range_of).collect::<Vec<_>>();
        let mut record = QuoteRecord::new(id, quote.kind, ranges(&quote.content));
        record.medium = quote.medium;
        record.quoted = ranges(&quote.quoted);
        record.cue = ranges(&quote.cue);
        record.speaker = ranges(&quote.speaker);
        record.speaker_name = self.speaker_name(quote).map(str::to_owned);
        record.speaker_chain = quote.chain.and_then(|chain| ids[chain]);
        record.confidence = quote.confidence;
        record.why.clone_from(&quote.why);
        record.by = quote.by;
        record.note = quote.note.as_deref().map(str::to_owned);
        record
    }

    /// The name of a quotation's speaker.
    pub fn speaker_name<'a>(&'a self, quote: &'a Quote) -> Option<&'a str> {
        match quote.chain.and_then(|chain| self.chain(chain)) {
            Some(chain) => chain.name.as_deref(),
            None => quote.speaker_name.as_deref(),
        }
    }
}

fn name_by_mentions(text: &str, chain: &Chain) -> String {
    choose_name(chain.kind, chain.names().map(|span| span.of(text)))
}
