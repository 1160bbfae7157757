//! UIMA CAS XMI, with its type system, as INCEpTION and cassis read it.
//!
//! Names and chains are annotations of DKPro's types, which INCEpTION has built in; quotations, cues and speakers are layers
//! of their own. Tokens are split where an annotation begins or ends inside one, because INCEpTION's annotations consist of
//! whole tokens. Offsets count UTF-16 code units, as UIMA does.

mod writer;

use super::article::Article;
use super::standoff::{CUE, Pieces, Record, Standoff, TITLE};
use super::words::words_cut_at;
use newsmark::Value;
use newsmark::chains::MentionKind;
use writer::{CHAIN, ENTITY, LINK, QUOTATION, ROLE_LINK, Writer};

/// The name of the file with the type system, which is the same for all articles.
pub const TYPE_SYSTEM: &str = "TypeSystem.xml";

pub const TYPES: &[u8] = include_bytes!("TypeSystem.xml");

pub fn write(article: &Article) -> Vec<u8> {
    let standoff = Standoff::of(article);
    let pieces = standoff.in_pieces();
    let mut xmi = Writer::new(article);
    xmi.metadata();
    for &at in &article.document.sentences {
        xmi.annotation("segmentation:Sentence", at, &[]);
    }
    for word in words_cut_at(article, &pieces.edges()) {
        xmi.annotation("segmentation:Token", [word.span.start, word.span.end], &[]);
    }
    chains(article, &standoff, &mut xmi);
    spans(article, &pieces, &mut xmi);
    xmi.finish()
}

/// The mentions of each chain, each with the next one.
fn chains(article: &Article, standoff: &Standoff, xmi: &mut Writer) {
    for (chain, members) in article.document.chains.iter().zip(&standoff.members) {
        let mut places: Vec<_> = members.iter().map(|&index| (standoff.spans[index].places[0], index)).collect();
        places.sort_unstable();
        let ids: Vec<usize> = places.iter().map(|_| xmi.new_id()).collect();
        let Some(first) = ids.first() else { continue };
        let id = xmi.new_id();
        xmi.structure(CHAIN, id, &[("first", first.to_string())]);
        for (number, &(at, index)) in places.iter().enumerate() {
            let mention = chain.mentions.iter().find(|mention| [mention.start, mention.end] == at);
            let kind = match mention {
                Some(mention) => mention.kind.as_str(),
                None if standoff.spans[index].label == TITLE => "title",
                None => MentionKind::Name.as_str(),
            };
            let mut features = vec![("referenceType", kind.to_owned())];
            features.extend(ids.get(number + 1).map(|next| ("next", next.to_string())));
            xmi.annotation_as(ids[number], LINK, at, &features);
        }
    }
}

/// Entities, quotations, cues and speakers. Other mentions are in their chains.
fn spans(article: &Article, pieces: &Pieces, xmi: &mut Writer) {
    let ids: Vec<usize> = pieces.spans.iter().map(|_| xmi.new_id()).collect();
    for (index, piece) in pieces.spans.iter().enumerate() {
        match piece.record {
            Record::Entity(entity) => {
                let entity = &article.document.entities[entity];
                let mut features = vec![("value", entity.kind.as_str().to_owned())];
                if let Some(Value::Place(place)) = &entity.value {
                    features.extend(place.geonames.map(|id| ("identifier", format!("https://sws.geonames.org/{id}/"))));
                }
                xmi.annotation_as(ids[index], ENTITY, piece.place, &features);
            }
            Record::Role if piece.label == CUE => xmi.annotation_as(ids[index], "custom:Cue", piece.place, &[]),
            Record::Role => xmi.annotation_as(ids[index], "custom:Speaker", piece.place, &[]),
            // A link leads to an annotation of its own: the mention is a link in a chain.
            Record::Chain(_) => {
                let is_speaker =
                    pieces.relations.iter().any(|one| one.to == index && is_of_quotation(pieces, one.from));
                if is_speaker {
                    xmi.annotation_as(ids[index], "custom:Speaker", piece.place, &[]);
                }
            }
            Record::Quote(quote) => {
                let quote = &article.document.quotes[quote];
                let relations = pieces.relations.iter().filter(|one| one.from == index);
                let links: Vec<String> = relations
                    .map(|one| {
                        let id = xmi.new_id();
                        let target = ids[one.to].to_string();
                        xmi.structure(ROLE_LINK, id, &[("role", one.kind.to_owned()), ("target", target)]);
                        id.to_string()
                    })
                    .collect();
                let mut features = vec![
                    ("quoteType", quote.kind.as_str().to_owned()),
                    ("medium", quote.medium.as_str().to_owned()),
                    ("confidence", quote.confidence.to_string()),
                ];
                features.extend(article.speaker(quote).map(|name| ("speakerName", name)));
                if !links.is_empty() {
                    features.push(("links", links.join(" ")));
                }
                xmi.annotation_as(ids[index], QUOTATION, piece.place, &features);
            }
        }
    }
}

fn is_of_quotation(pieces: &Pieces, from: usize) -> bool {
    matches!(pieces.spans[from].record, Record::Quote(_))
}
