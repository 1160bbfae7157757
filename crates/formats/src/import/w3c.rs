//! Reads the JSON of web annotations. In the standard, nearly every value can be one thing, a list of things, or only an
//! address. What cannot be used is skipped.

use super::ImportError;
use newsmark::document::Creator;
use serde_json::Value;

/// The parts of an annotation that are understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    pub id: String,
    pub targets: Vec<Target>,
    pub tags: Vec<String>,
    pub classes: Vec<String>,
    /// Who or what is meant: the name, and the address that all annotations of the same person or thing share.
    pub name: Option<String>,
    pub identity: Option<String>,
    pub confidence: Option<f64>,
    pub note: Option<String>,
    /// The ids of the annotations that it is linked to.
    pub links: Vec<String>,
    pub by: Option<Creator>,
}

/// The annotated passage: its offsets, its words, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub position: Option<[usize; 2]>,
    pub exact: Option<String>,
    pub prefix: String,
    pub suffix: String,
}

pub fn read(json: &[u8]) -> Result<Vec<Annotation>, ImportError> {
    let json = json.strip_prefix("\u{feff}".as_bytes()).unwrap_or(json);
    let value: Value = serde_json::from_slice(json).map_err(|error| ImportError::NotJson(error.to_string()))?;
    let annotations: Vec<_> = items(&value).iter().filter_map(|item| annotation(item)).collect();
    if annotations.is_empty() { Err(ImportError::NoAnnotations) } else { Ok(annotations) }
}

/// The annotations of a list, a page, a collection with its first page, or a single annotation.
fn items(value: &Value) -> Vec<&Value> {
    let page = value.get("first").unwrap_or(value);
    many(page.get("items").unwrap_or(page))
}

fn many(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(list) => list.iter().collect(),
        one => vec![one],
    }
}

fn field<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    value.get(key).map(many).unwrap_or_default()
}

fn word<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

fn annotation(value: &Value) -> Option<Annotation> {
    let targets: Vec<Target> = field(value, "target").into_iter().filter_map(target).collect();
    if targets.is_empty() {
        return None;
    }
    let is_ours = field(value, "creator").into_iter().any(|creator| word(creator, "id") == Some("urn:newsmark:person"));
    let mut annotation = Annotation {
        id: word(value, "id").unwrap_or_default().to_owned(),
        targets,
        by: is_ours.then_some(Creator::User),
        ..Annotation::default()
    };
    for body in field(value, "body") {
        add_body(&mut annotation, body);
    }
    Some(annotation)
}

fn add_body(annotation: &mut Annotation, body: &Value) {
    let source = word(body, "source").map(str::to_owned);
    let value = word(body, "value").map(str::to_owned);
    // A body without a purpose is usually a tag. Other bodies cannot be used.
    match (word(body, "purpose").unwrap_or("tagging"), value, source) {
        ("tagging", Some(value), _) => annotation.tags.push(value),
        ("classifying", Some(value), _) => annotation.classes.push(value),
        ("identifying", Some(value), _) => annotation.name = Some(value),
        ("identifying", None, Some(source)) => annotation.identity = Some(source),
        ("commenting", Some(value), _) => annotation.note = Some(value),
        ("linking", _, Some(source)) => annotation.links.push(source),
        ("assessing", Some(value), _) => {
            annotation.confidence = value.parse().ok().filter(|c: &f64| (0.0..=1.0).contains(c))
        }
        _ => {}
    }
}

fn target(value: &Value) -> Option<Target> {
    let mut target = Target::default();
    for selector in field(value, "selector") {
        match word(selector, "type")? {
            "TextPositionSelector" => {
                let offset = |key: &str| usize::try_from(selector.get(key)?.as_u64()?).ok();
                target.position = offset("start").zip(offset("end")).map(|(start, end)| [start, end]);
            }
            "TextQuoteSelector" => {
                let around = |key: &str| word(selector, key).unwrap_or_default().to_owned();
                target.exact = word(selector, "exact").filter(|exact| !exact.is_empty()).map(str::to_owned);
                (target.prefix, target.suffix) = (around("prefix"), around("suffix"));
            }
            _ => {}
        }
    }
    (target.position.is_some() || target.exact.is_some()).then_some(target)
}
