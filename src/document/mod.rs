//! The result: everything that was found in a text, in the caller's offset unit, ready for JSON or JavaScript.

mod check;
mod error;
mod metadata;
mod new;
mod retain;
mod schema;
mod units;

pub use error::DocumentError;
pub use metadata::Metadata;
pub(crate) use schema::required;
pub use schema::{BlockRecord, ChainRecord, Creator, Document, EntityRecord, MentionRecord, QuoteRecord, TitleRecord};

use crate::chains::Chain;
use crate::entities::Entity;
use crate::layout::Layout;
use crate::quotes::Quotations;
use crate::text::{OffsetMap, OffsetUnit, Span};
use crate::values::Value;
use core::iter::repeat;

/// Makes a document of the results of all stages, without metadata.
pub fn build(
    layout: &Layout,
    entities: &[Entity],
    values: &[Option<Value>],
    chains: &[Chain],
    quotations: &Quotations,
    unit: OffsetUnit,
) -> Document {
    let map = OffsetMap::new(layout.text, unit);
    let owned = |span: Span| span.of(layout.text).to_owned();
    let spans = |spans: &[Span]| spans.iter().map(|&s| map.span(s)).collect::<Vec<_>>();
    let mut chain_of = vec![None; entities.len()];
    for (index, chain) in chains.iter().enumerate() {
        for entity in chain.mentions.iter().filter_map(|m| m.entity) {
            chain_of[entity] = Some(index);
        }
    }
    Document {
        metadata: Metadata::default(),
        entities: entities
            .iter()
            .zip(chain_of)
            .zip(values.iter().cloned().chain(repeat(None)))
            .enumerate()
            .map(|(id, ((entity, chain), value))| {
                let [start, end] = map.span(entity.span);
                EntityRecord {
                    id,
                    start,
                    end,
                    kind: entity.kind,
                    text: owned(entity.span),
                    chain,
                    confidence: rounded(entity.confidence),
                    value,
                    by: None,
                    note: None,
                }
            })
            .collect(),
        chains: chains
            .iter()
            .enumerate()
            .map(|(id, chain)| ChainRecord {
                id,
                kind: chain.kind,
                name: chain.name.clone(),
                description: chain.description.clone(),
                titles: chain
                    .titles
                    .iter()
                    .map(|&title| {
                        let [start, end] = map.span(title);
                        TitleRecord { start, end, text: owned(title) }
                    })
                    .collect(),
                mentions: chain
                    .mentions
                    .iter()
                    .map(|mention| {
                        let [start, end] = map.span(mention.span);
                        MentionRecord { start, end, kind: mention.kind }
                    })
                    .collect(),
                related: chain.related,
                by: None,
            })
            .collect(),
        quotes: quotations
            .quotes
            .iter()
            .enumerate()
            .map(|(id, quote)| QuoteRecord {
                id,
                kind: quote.kind,
                medium: quote.medium,
                content: spans(&quote.content),
                quoted: spans(&quote.quoted),
                cue: spans(&quote.cue),
                speaker: spans(&quote.speaker),
                speaker_name: quote.chain.and_then(|chain| chains[chain].name.clone()),
                speaker_chain: quote.chain,
                confidence: rounded(quote.confidence),
                why: quote.why.to_owned(),
                by: None,
                note: None,
            })
            .collect(),
        quoted_terms: spans(&quotations.terms),
        sentences: layout.sentences.iter().map(|s| map.span(s.span)).collect(),
        blocks: layout.blocks.iter().map(|b| BlockRecord::new(map.span(b.span), b.kind)).collect(),
    }
}

/// A calibrated probability has no more than three meaningful decimals, and fewer digits keep the JSON short.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
