//! The description of an article in the vocabulary of schema.org, which many pages contain as JSON.

use dom_query::Document;
use serde_json::Value;

const ARTICLES: [&str; 3] = ["Article", "BlogPosting", "ReportageNewsArticle"];
const DEPTH: usize = 12;

#[derive(Default)]
pub struct Record {
    pub title: String,
    pub byline: String,
    pub date: String,
    pub site: String,
}

impl Record {
    pub fn of(document: &Document) -> Record {
        let root = document.root();
        let scripts = root.descendants_it().filter(|node| {
            node.has_name("script")
                && node.attr("type").is_some_and(|kind| kind.to_ascii_lowercase().starts_with("application/ld+json"))
        });
        let mut articles = Vec::new();
        for script in scripts {
            if let Ok(json) = serde_json::from_str::<Value>(script.text().trim()) {
                collect(json, DEPTH, &mut articles);
            }
        }
        // The first that has a date: lists of other articles have headlines only.
        let best = articles.iter().position(|article| article.get("datePublished").is_some()).unwrap_or(0);
        articles.get(best).map(read).unwrap_or_default()
    }
}

fn collect(value: Value, depth: usize, articles: &mut Vec<Value>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(list) => list.into_iter().for_each(|one| collect(one, depth - 1, articles)),
        Value::Object(fields) => {
            let kinds = strings(fields.get("@type"));
            if kinds.iter().any(|kind| ARTICLES.iter().any(|article| kind.ends_with(article))) {
                articles.push(Value::Object(fields));
            } else {
                fields.into_iter().for_each(|(_, one)| collect(one, depth - 1, articles));
            }
        }
        _ => {}
    }
}

fn read(article: &Value) -> Record {
    let text = |name: &str| strings(article.get(name)).into_iter().next().unwrap_or_default();
    Record {
        title: text("headline"),
        byline: strings(article.get("author")).join(", "),
        date: [text("datePublished"), text("dateCreated")]
            .into_iter()
            .find(|date| !date.is_empty())
            .unwrap_or_default(),
        site: text("publisher"),
    }
}

/// The strings in a value, or the names of what it describes.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.trim().to_owned()],
        Some(Value::Array(list)) => list.iter().flat_map(|one| strings(Some(one))).collect(),
        Some(Value::Object(fields)) => strings(fields.get("name")),
        _ => Vec::new(),
    }
}
