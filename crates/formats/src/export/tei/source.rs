//! The article's metadata in the header.

use super::super::article::Article;
use super::super::markup::Markup;

pub fn author(tei: &mut Markup, article: &Article) {
    let byline = &article.metadata().byline;
    if !byline.is_empty() {
        tei.element("author", &[], byline);
    }
}

pub fn description(tei: &mut Markup, article: &Article) {
    const TEXT: &str = "A news article, its text exactly as it was given to Newsmark.";
    let metadata = article.metadata();
    tei.open("sourceDesc", &[]);
    if metadata.is_empty() {
        tei.element("p", &[], TEXT);
    } else {
        tei.open("bibl", &[]);
        tei.element("title", &[("level", "a")], article.title());
        author(tei, article);
        if !metadata.id.is_empty() {
            tei.element("idno", &[], &metadata.id);
        }
        if !metadata.site.is_empty() {
            tei.element("publisher", &[], &metadata.site);
        }
        if !metadata.date.is_empty() {
            let when = article.date().map(|date| ("when", date));
            tei.element("date", when.as_slice(), &metadata.date);
        }
        if !metadata.url.is_empty() {
            // A pointer contains no white space.
            let target = Some(("target", metadata.url.as_str())).filter(|(_, url)| !url.contains(char::is_whitespace));
            tei.element("ref", target.as_slice(), &metadata.url);
        }
        tei.element("note", &[], TEXT);
        tei.close("bibl");
    }
    tei.close("sourceDesc");
}

pub fn language(tei: &mut Markup, article: &Article) {
    let language = article.metadata().language.as_str();
    // TEI allows a tag here, which has letters, digits and hyphens.
    if language.is_empty() || !language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return;
    }
    tei.open("profileDesc", &[]);
    tei.open("langUsage", &[]);
    tei.element("language", &[("ident", language)], language);
    tei.close("langUsage");
    tei.close("profileDesc");
}
