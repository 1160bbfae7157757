//! The elements in a page's head.

use dom_query::Document;

/// The names of the meta elements, the surest first.
pub const TITLE: [&str; 4] = ["og:title", "twitter:title", "dc.title", "parsely-title"];
pub const BYLINE: [&str; 6] = ["author", "parsely-author", "dc.creator", "sailthru.author", "article:author", "byl"];
pub const SITE: [&str; 3] = ["og:site_name", "application-name", "dc.publisher"];
pub const DATE: [&str; 13] = [
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "pubdate", "publishdate", "publication_date", "date",
];

#[derive(Default)]
pub struct Head {
    /// Name and content of the meta elements.
    metas: Vec<(String, String)>,
    pub title: String,
    pub address: String,
    pub language: String,
    /// The machine-readable form of the first time in the page.
    pub time: String,
}

impl Head {
    pub fn of(document: &Document, html: &str) -> Head {
        let mut head = Head::default();
        let (mut canonical, mut locale) = (String::new(), String::new());
        for node in document.root().descendants_it().filter(|node| node.is_element()) {
            let attribute = |name: &str| node.attr(name).map(|value| value.trim().to_owned()).unwrap_or_default();
            match node.node_name().as_deref().unwrap_or_default() {
                "html" if head.language.is_empty() => head.language = attribute("lang"),
                "title" if head.title.is_empty() => head.title = node.text().trim().to_owned(),
                "link" if attribute("rel").eq_ignore_ascii_case("canonical") => canonical = attribute("href"),
                "meta" => {
                    let names = ["property", "name", "itemprop", "http-equiv"].map(attribute);
                    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
                    head.metas.push((name.to_ascii_lowercase(), attribute("content")));
                }
                "time" if head.time.is_empty() => head.time = attribute("datetime"),
                _ if head.time.is_empty() && attribute("itemprop").eq_ignore_ascii_case("datepublished") => {
                    head.time = [attribute("content"), attribute("datetime"), node.text().to_string()]
                        .into_iter()
                        .find(|time| !time.is_empty())
                        .unwrap_or_default();
                }
                _ => {}
            }
        }
        locale.push_str(head.meta(&["og:locale", "content-language"]));
        let language = if head.language.is_empty() { locale } else { head.language.clone() };
        head.language = tag(&language);
        let addresses = [canonical, head.meta(&["og:url"]).to_owned(), saved_from(html)];
        head.address = addresses.into_iter().find(|address| address.starts_with("http")).unwrap_or_default();
        head
    }

    /// The content of the first of these meta elements that has one.
    pub fn meta(&self, names: &[&str]) -> &str {
        let content = |name: &&str| self.metas.iter().find(|(known, content)| known == name && !content.is_empty());
        names.iter().find_map(content).map_or("", |(_, content)| content)
    }

    /// The name of the site as its address has it.
    pub fn host(&self) -> String {
        let host = self.address.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#', ':']).next());
        host.unwrap_or_default().trim_start_matches("www.").to_owned()
    }
}

/// A language tag, or nothing: "en_GB" is "en-GB".
fn tag(language: &str) -> String {
    let tag = language.trim().replace('_', "-");
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag =
        tag.split('-').all(is_part) && tag.split('-').next().is_some_and(|first| (2..=3).contains(&first.len()));
    if is_tag { tag } else { String::new() }
}

/// Browsers write the address into a comment at the top of a page that they save.
fn saved_from(html: &str) -> String {
    let comment = html.find("<!-- saved from url=(").map(|at| &html[at..]);
    let address = comment.and_then(|comment| comment.split_once(')')?.1.split("-->").next());
    address.unwrap_or_default().trim().to_owned()
}
