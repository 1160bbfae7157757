//! Label Studio: a task with a prediction, and the labelling configuration that its labels belong to.
//!
//! A region of Label Studio has no gaps, so a quotation in several pieces is several regions, which the relation
//! `Continues` links. Offsets count code points, as Label Studio does in texts.

use super::about::About;
use super::article::Article;
use super::html::THEME;
use super::markup::Markup;
use super::saved::in_json_bytes;
use super::standoff::{CONTINUES, COREFERENCE, HAS_CUE, Piece, QUOTATION, Record, Relation, SAID_BY, Standoff, labels};
use newsmark::EntityType;
use newsmark::quotes::{Medium, QuoteType};
use newsmark::text::{OffsetMap, OffsetUnit};
use serde::Serialize;

/// The name of the file with the labelling configuration, which is the same for all articles.
pub const CONFIGURATION: &str = "labelling-configuration.xml";

/// The extension of a file of tasks.
pub const EXTENSION: &str = ".label-studio.json";

/// The names of the configuration's controls and of the text.
const LABEL: &str = "label";
const QUOTE_TYPE: &str = "quote_type";
const MEDIUM: &str = "medium";
const TEXT: &str = "text";

#[derive(Serialize)]
struct Task<'a> {
    data: Data<'a>,
    predictions: [Prediction<'a>; 1],
}

#[derive(Serialize)]
struct Data<'a> {
    text: &'a str,
    #[serde(flatten)]
    about: About<'a>,
}

#[derive(Serialize)]
struct Prediction<'a> {
    model_version: String,
    result: Vec<Item<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Item<'a> {
    Region {
        id: String,
        from_name: &'static str,
        to_name: &'static str,
        r#type: &'static str,
        value: Value<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        meta: Option<Meta>,
    },
    Relation {
        r#type: &'static str,
        from_id: String,
        to_id: String,
        direction: &'static str,
        labels: [&'static str; 1],
    },
}

#[derive(Serialize)]
struct Value<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<[&'static str; 1]>,
}

/// What Label Studio shows beside a region.
#[derive(Serialize)]
struct Meta {
    text: Vec<String>,
}

/// The task of one article; a file of tasks is an array of them.
pub fn task(article: &Article) -> Vec<u8> {
    let pieces = Standoff::of(article).in_pieces();
    let map = article.offsets(OffsetUnit::CodePoints);
    let regions = pieces.spans.iter().enumerate().flat_map(|(id, piece)| items(article, &map, id, piece));
    let relations = pieces.relations.iter().map(relation);
    let prediction =
        Prediction { model_version: article.versions.to_string(), result: regions.chain(relations).collect() };
    in_json_bytes(&Task { data: Data { text: article.text, about: About::of(article) }, predictions: [prediction] })
}

/// A region, and the choices that belong to it.
fn items<'a>(article: &Article<'a>, map: &OffsetMap, id: usize, piece: &Piece) -> Vec<Item<'a>> {
    let [start, end] = piece.place.map(|at| map.from_byte(at));
    let text = article.words(piece.place);
    let of = |from_name, r#type, labels, choices| Item::Region {
        id: name(id),
        from_name,
        to_name: TEXT,
        r#type,
        value: Value { start, end, text, labels, choices },
        score: None,
        meta: None,
    };
    let mut region = of(LABEL, "labels", Some([piece.label]), None);
    if let Item::Region { score, meta, .. } = &mut region {
        let (confidence, notes) = known(article, piece.record);
        *score = confidence;
        *meta = (!notes.is_empty()).then_some(Meta { text: notes });
    }
    let mut items = vec![region];
    if let Record::Quote(index) = piece.record {
        let quote = &article.document.quotes[index];
        items.push(of(QUOTE_TYPE, "choices", None, Some([quote.kind.as_str()])));
        items.push(of(MEDIUM, "choices", None, Some([quote.medium.as_str()])));
    }
    items
}

/// The confidence, and what a person reads: who is meant, and the note.
fn known(article: &Article, record: Record) -> (Option<f64>, Vec<String>) {
    let document = &article.document;
    let (confidence, name, note) = match record {
        Record::Entity(index) => {
            let entity = &document.entities[index];
            let name = article.chain_of(entity).map(|chain| chain.label().to_owned());
            (Some(entity.confidence), name, entity.note.clone())
        }
        Record::Chain(index) => (None, Some(document.chains[index].label().to_owned()), None),
        Record::Quote(index) => {
            let quote = &document.quotes[index];
            (Some(quote.confidence), article.speaker(quote), quote.note.clone())
        }
        Record::Role => (None, None, None),
    };
    (confidence, [name, note].into_iter().flatten().collect())
}

fn relation<'a>(relation: &Relation) -> Item<'a> {
    let [from_id, to_id] = [relation.from, relation.to].map(name);
    Item::Relation { r#type: "relation", from_id, to_id, direction: "right", labels: [relation.kind] }
}

fn name(id: usize) -> String {
    format!("s{id}")
}

pub fn configuration() -> Vec<u8> {
    let mut xml = Markup::new();
    xml.open("View", &[]);
    xml.line();
    xml.open("Labels", &[("name", LABEL), ("toName", TEXT)]);
    for label in labels() {
        xml.line();
        xml.empty("Label", &[("value", label), ("background", colour(label))]);
    }
    xml.line();
    xml.close("Labels");
    xml.line();
    xml.open("Relations", &[]);
    for kind in [SAID_BY, HAS_CUE, COREFERENCE, CONTINUES] {
        xml.empty("Relation", &[("value", kind)]);
    }
    xml.close("Relations");
    xml.line();
    xml.empty("Text", &[("name", TEXT), ("value", "$text"), ("granularity", "word")]);
    for (control, values) in
        [(QUOTE_TYPE, QuoteType::ALL.map(|kind| kind.as_str())), (MEDIUM, Medium::ALL.map(|medium| medium.as_str()))]
    {
        xml.line();
        let region = [
            ("name", control),
            ("toName", TEXT),
            ("perRegion", "true"),
            ("whenTagName", LABEL),
            ("whenLabelValue", QUOTATION),
            ("showInline", "true"),
        ];
        xml.open("Choices", &region);
        for value in values {
            xml.empty("Choice", &[("value", value)]);
        }
        xml.close("Choices");
    }
    xml.line();
    xml.close("View");
    xml.line();
    xml.finish()
}

/// The colour that the label has in Newsmark.
fn colour(label: &str) -> &'static str {
    let family = label.parse::<EntityType>().map_or("quote", |kind| kind.family().id());
    let start = THEME.find(&format!("--{family}: ")).map_or(0, |at| at + family.len() + 4);
    THEME[start..].split(';').next().unwrap_or_default()
}
