//! The article as a reference: RIS and CSL-JSON, for Zotero, EndNote, Citavi and others.

use super::article::Article;
use super::saved::in_json_bytes;
use core::fmt::Write;
use serde::Serialize;

/// RIS: a newspaper article.
pub fn ris(article: &Article) -> Vec<u8> {
    let metadata = article.metadata();
    let date = article.date().map(|date| date.replace('-', "/") + "/").unwrap_or_default();
    let year = article.date().and_then(|date| date.get(..4)).unwrap_or_default();
    let mut out = String::new();
    let title = article.title();
    let (authors, versions) = (authors(&metadata.byline), article.versions.to_string());
    let fields = [("TY", "NEWS"), ("ID", &*metadata.id), ("TI", title)]
        .into_iter()
        .chain(authors.iter().map(|author| ("AU", author.as_str())))
        .chain([
            ("T2", &*metadata.site),
            ("PY", year),
            ("DA", &*date),
            ("UR", &*metadata.url),
            ("LA", &*metadata.language),
            ("N1", &*versions),
        ])
        .map(|(tag, value)| (tag, value.split_whitespace().collect::<Vec<_>>().join(" ")));
    for (tag, value) in fields.filter(|(_, value)| !value.is_empty()) {
        let _ = write!(out, "{tag}  - {value}\r\n");
    }
    out.push_str("ER  - \r\n\r\n");
    out.into_bytes()
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    #[serde(rename = "container-title", skip_serializing_if = "str::is_empty")]
    container: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    source: String,
}

/// Whole, because a byline may name an agency, and no rule splits the names of all languages.
#[derive(Serialize)]
struct Name {
    literal: String,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [Vec<u16>; 1],
}

/// CSL-JSON: one item. A list of references is an array of them.
pub fn csl(article: &Article) -> Vec<u8> {
    let metadata = article.metadata();
    let id = [&*metadata.id, &*metadata.url, article.title()].into_iter().find(|known| !known.is_empty());
    let issued = article.date().map(|date| date.split('-').filter_map(|part| part.parse().ok()).collect());
    in_json_bytes(&Item {
        id: id.unwrap_or("article"),
        r#type: "article-newspaper",
        title: article.title(),
        author: authors(&metadata.byline).into_iter().map(|literal| Name { literal }).collect(),
        container: &metadata.site,
        issued: issued.map(|parts| Issued { parts: [parts] }),
        url: &metadata.url,
        language: &metadata.language,
        source: article.versions.to_string(),
    })
}

/// The people of a byline: "Ann Lee, Bob Roe and Cem Aydin".
fn authors(byline: &str) -> Vec<String> {
    let names = byline.split([',', ';', '&']).flat_map(|part| part.split(" and "));
    let names = names.map(|name| name.trim().trim_start_matches("and ").trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::authors;

    #[test]
    fn a_byline_names_people() {
        for (byline, names) in [
            ("", &[][..]),
            ("Ann Lee", &["Ann Lee"]),
            ("Ann Lee and Bob Roe", &["Ann Lee", "Bob Roe"]),
            ("Ann Lee, Bob Roe, and Cem Aydin", &["Ann Lee", "Bob Roe", "Cem Aydin"]),
        ] {
            assert_eq!(authors(byline), names);
        }
    }
}
