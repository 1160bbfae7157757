//! What a website puts between the paragraphs of its articles: "Read more", "Advertisement", "Share this".

use super::line::Line;

/// Such a line has no more words.
const LONGEST: usize = 18;
/// Lines that consist of these words.
const WHOLE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "sponsored",
    "sponsored content",
    "promoted",
    "promoted content",
    "comments",
    "view comments",
    "add comment",
    "show comments",
    "leave a comment",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share this with",
    "tweet",
    "print",
    "save",
    "save article",
    "copy link",
    "email",
    "most read",
    "most popular",
    "most viewed",
    "trending",
    "trending now",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "more from this author",
    "more on this story",
    "more stories",
    "related",
    "related articles",
    "related content",
    "related stories",
    "related topics",
    "related news",
    "read more",
    "read next",
    "read also",
    "also read",
    "see also",
    "up next",
    "continue reading",
    "keep reading",
    "back to top",
    "skip to content",
    "skip to main content",
    "skip advertisement",
    "skip past newsletter promotion",
    "after newsletter promotion",
    "load more",
    "show more",
    "view more",
    "listen",
    "loading",
    "menu",
    "home",
    "subscribe",
    "subscribe now",
    "sign in",
    "sign up",
    "log in",
    "register",
    "newsletter",
    "newsletters",
    "follow us",
    "contact us",
    "about us",
    "privacy policy",
    "terms of use",
    "terms and conditions",
    "cookie policy",
    "all rights reserved",
    "topics",
    "image source",
    "image caption",
    "media caption",
    "listen to this article",
    "play video",
    "watch now",
    "facebook",
    "twitter",
    "whatsapp",
    "instagram",
    "linkedin",
];
/// Beginnings of lines that point to something else.
const BEGINNINGS: &[&str] = &[
    "advertisement",
    "read more",
    "read also",
    "also read",
    "read next",
    "see also",
    "related",
    "more on this",
    "watch more",
    "watch",
    "listen",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe for",
    "follow us on",
    "share this",
    "article continues",
    "story continues",
    "continue reading",
    "continues below",
    "click here",
    "get the latest",
    "get our",
    "download our",
    "support our journalism",
    "copyright",
    "register to",
    "log in to",
    "support independent journalism",
    "join our",
    "don’t miss",
    "don't miss",
    "enjoying this",
    "already a subscriber",
    "this article was amended",
    "we use cookies",
    "by signing up",
];
/// Beginnings that need a colon behind them, since a sentence may begin so too.
const WITH_COLON: &[&str] =
    &["related", "watch", "listen", "read also", "also read", "read next", "see also", "read more", "more on this"];

pub fn is_boilerplate(line: &Line) -> bool {
    if line.words() > LONGEST {
        return false;
    }
    let text = &line.text[line.tokens[line.range.start].span.start..line.tokens[line.range.end - 1].span.end];
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if WHOLE.contains(&bare) {
        return true;
    }
    BEGINNINGS.iter().any(|beginning| {
        let Some(rest) = bare.strip_prefix(beginning) else { return false };
        if rest.starts_with(char::is_alphanumeric) {
            return false;
        }
        let rest = rest.trim_start();
        let pointed = rest.is_empty() || rest.starts_with([':', '|', '-', '–', '—', '›', '>', '»', '…']);
        let here = rest.starts_with("here") || rest.starts_with("below") || rest.starts_with("about");
        pointed
            || (!WITH_COLON.contains(beginning) && !line.has_verb(line.range.start + 2..line.range.end))
            || (*beginning == "read more" && here)
    }) || (bare.starts_with("copyright") || lower.starts_with('©')) && lower.contains(|c: char| c.is_ascii_digit())
        || bare.ends_with("all rights reserved")
}
