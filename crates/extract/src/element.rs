//! What the name, the attributes and the class names of an element say about its text.

use dom_query::NodeRef;

/// Elements with a blank line around them.
const PARAGRAPHS: [&str; 16] = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "article",
    "section",
];

/// Elements that only start on a new line.
const LINES: [&str; 24] = [
    "div", "li", "dt", "dd", "tr", "caption", "figcaption", "main", "header", "footer", "address", "center", "form",
    "fieldset", "details", "summary", "body", "nav", "aside", "dialog", "menu", "time", "hr", "hgroup",
];

/// Elements without text that a reader reads.
const SILENT: [&str; 26] = [
    "head", "script", "style", "noscript", "template", "button", "input", "select", "textarea", "datalist", "svg",
    "math", "canvas", "iframe", "object", "embed", "audio", "video", "map", "progress", "meter", "dialog", "link",
    "meta", "title", "base",
];

/// Words in the class names and ids of what surrounds an article. Publishers also put "paywall" and "breadcrumb" on
/// the article itself and on its paragraphs, so the first is not here, and the others count neither for a large part of the
/// article nor for a paragraph.
const AROUND: [&str; 25] = [
    "share", "sharing", "social", "newsletter", "related", "recommended", "recirc", "promo", "advert", "advertisement",
    "advertising", "ad", "ads", "sponsored", "cookie", "cookies", "consent", "breadcrumb", "breadcrumbs", "comments",
    "comment", "subscribe", "trending", "popular", "outbrain",
];

const CAPTION: [&str; 8] =
    ["caption", "figcaption", "credit", "credits", "gallery", "slideshow", "carousel", "lightbox"];
const BYLINE: [&str; 8] = ["byline", "author", "authors", "bio", "dateline", "timestamp", "pubdate", "contributor"];
const UNSEEN: [[&str; 2]; 5] =
    [["sr", "only"], ["visually", "hidden"], ["screen", "reader"], ["skip", "link"], ["print", "only"]];

/// Where a text is on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place(u16);

impl Place {
    pub const AROUND: Place = Place(1);
    pub const CAPTION: Place = Place(1 << 1);
    pub const BYLINE: Place = Place(1 << 2);
    pub const HEADING: Place = Place(1 << 3);
    pub const ITEM: Place = Place(1 << 4);
    pub const QUOTE: Place = Place(1 << 5);
    pub const LINK: Place = Place(1 << 6);
    pub const MENU: Place = Place(1 << 7);
    pub const CELL: Place = Place(1 << 8);
    pub const TIME: Place = Place(1 << 9);
    pub const TITLE: Place = Place(1 << 10);

    pub fn is(self, place: Place) -> bool {
        self.0 & place.0 != 0
    }

    /// The places that are both here and there.
    pub fn shared(self, place: Place) -> Place {
        Place(self.0 & place.0)
    }

    pub fn with(self, place: Place) -> Place {
        Place(self.0 | place.0)
    }
}

/// An element as it matters here.
pub struct Element {
    pub name: String,
    /// Line breaks before and after it.
    pub breaks: u8,
    /// It is not shown.
    pub silent: bool,
    pub place: Place,
    /// The place if the element holds only a small part of the article.
    pub place_if_small: Place,
    /// It says that it is the article.
    pub is_article: bool,
    /// White space counts.
    pub as_written: bool,
}

impl Element {
    pub fn of(node: &NodeRef) -> Element {
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        let attribute = |name: &str| node.attr(name).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
        let role = attribute("role");
        let style: String = attribute("style").split_whitespace().collect();
        let words = words_of(&[node.attr("class").as_deref().unwrap_or(""), node.attr("id").as_deref().unwrap_or("")]);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        let pair = |[first, second]: &[&str; 2]| words.windows(2).any(|two| two[0] == *first && two[1] == *second);

        let silent = SILENT.contains(&name.as_str())
            || node.has_attr("hidden")
            || attribute("aria-hidden") == "true"
            || style.contains("display:none")
            || style.contains("visibility:hidden")
            || ["search", "dialog", "alertdialog"].contains(&role.as_str())
            || UNSEEN.iter().any(pair);
        let mut place = Place::default();
        let mut add = |condition: bool, what: Place| {
            if condition {
                place = place.with(what);
            }
        };
        let is = |names: &[&str]| names.contains(&name.as_str());
        add(is(&["nav", "menu"]) || role == "navigation", Place::MENU);
        add(is(&["figcaption", "figure", "caption"]), Place::CAPTION);
        add(is(&["h1", "h2", "h3", "h4", "h5", "h6"]), Place::HEADING);
        add(is(&["h1"]), Place::TITLE);
        add(is(&["li", "dt", "dd"]), Place::ITEM);
        add(is(&["blockquote"]), Place::QUOTE);
        add(is(&["a"]), Place::LINK);
        add(is(&["td", "th"]), Place::CELL);
        add(is(&["time"]), Place::TIME);
        let mut place_if_small = Place::default();
        if has(&AROUND) && name != "p"
            || is(&["aside", "footer", "form"])
            || ["complementary", "contentinfo"].contains(&role.as_str())
        {
            place_if_small = place_if_small.with(Place::AROUND);
        }
        if has(&CAPTION) {
            place_if_small = place_if_small.with(Place::CAPTION);
        }
        if has(&BYLINE) || attribute("rel") == "author" || attribute("itemprop") == "author" || name == "address" {
            place_if_small = place_if_small.with(Place::BYLINE);
        }
        let breaks = match name.as_str() {
            name if PARAGRAPHS.contains(&name) => 2,
            name if LINES.contains(&name) => 1,
            _ => 0,
        };
        let as_written = name == "pre"
            || ["pre", "break-spaces"].iter().any(|way| {
                style.contains(&format!("white-space:{way}")) || style.contains(&format!("white-space-collapse:{way}"))
            });
        let is_article = name == "article" || attribute("itemprop") == "articlebody" || role == "article";
        Element { is_article, name, breaks, silent, place, place_if_small, as_written }
    }
}

/// The words of class names: "articleBody" and "article-body" are both "article" and "body".
fn words_of(names: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    for name in names {
        let mut word = String::new();
        let mut before = ' ';
        for c in name.chars().chain([' ']) {
            let starts = c.is_ascii_uppercase() && !before.is_ascii_uppercase();
            if (!c.is_ascii_alphabetic() || starts) && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if c.is_ascii_alphabetic() {
                word.push(c.to_ascii_lowercase());
            }
            before = c;
        }
    }
    words
}
