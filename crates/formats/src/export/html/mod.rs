//! An HTML page with the annotated article, for readers who do not have Newsmark.
//!
//! The page is self-contained: it has no scripts, fonts or pictures. Its content security policy allows only its own style
//! sheet, by its hash. The article never becomes markup.

mod lists;
mod marked;

use super::article::Article;
use super::markup::Markup;
use super::nesting::Nesting;
use lists::Lists;
use newsmark::presentation::Family;
use newsmark::quotes::{Medium, QuoteType};
use newsmark::text::paragraphs;

/// The colours and lines of the highlights, which are those of the Newsmark page.
pub const THEME: &str = include_str!("theme.css");

/// The style sheet.
pub const STYLE: &str = concat!(include_str!("theme.css"), "\n", include_str!("style.css"));

/// The hash of [`STYLE`], written by crates/codegen.
const STYLE_HASH: &str = include_str!("style-hash.txt").trim_ascii();

pub fn write(article: &Article) -> Vec<u8> {
    let policy = format!("default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'");
    let mut html = Markup::new();
    html.doctype("html");
    html.open("html", &[("lang", "en")]);
    html.open("head", &[]);
    html.empty("meta", &[("charset", "utf-8")]);
    html.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    html.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    html.empty("meta", &[("name", "generator"), ("content", &article.versions.to_string())]);
    html.element("title", &[], article.title());
    html.open("style", &[]);
    html.raw(STYLE);
    html.close("style");
    html.close("head");
    html.line();
    html.open("body", &[]);
    html.line();
    html.open("main", &[]);
    about(&mut html, article);
    let paragraphs = paragraphs(article.text);
    let nesting = Nesting::of(&article.document, &paragraphs);
    marked::write(&mut html, article, &paragraphs, &nesting);
    html.close("main");
    html.line();
    html.open("aside", &[("aria-label", "Names and quotations")]);
    Lists { html: &mut html, article, shown: nesting.shown() }.write();
    legend(&mut html);
    html.close("aside");
    html.line();
    html.element("footer", &[], &article.footer());
    html.close("body");
    html.close("html");
    html.line();
    html.finish()
}

/// Who wrote the article, where and when.
fn about(html: &mut Markup, article: &Article) {
    let metadata = article.metadata();
    let known = [&metadata.byline, &metadata.site, &metadata.date, &metadata.url];
    let known: Vec<&str> = known.into_iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
    if !known.is_empty() {
        html.element("p", &[("class", "about")], &known.join(" · "));
    }
}

fn legend(html: &mut Markup) {
    html.element("h2", &[], "How it is marked");
    html.open("ul", &[("class", "legend")]);
    for family in Family::ALL {
        html.open("li", &[]);
        html.element("span", &[("class", &format!("name {}", family.id()))], family.label());
        html.close("li");
    }
    for kind in QuoteType::ALL {
        html.open("li", &[]);
        let meaning = format!("{} quotation: {}", kind.label(), kind.description().to_lowercase());
        html.element("span", &[("class", &format!("said {}", kind.as_str()))], &meaning);
        html.close("li");
    }
    html.open("li", &[]);
    let thought = format!("{}: {}", Medium::Thought.label(), Medium::Thought.description().to_lowercase());
    html.element("span", &[("class", "said indirect thought")], &thought);
    html.close("li");
    html.close("ul");
}
