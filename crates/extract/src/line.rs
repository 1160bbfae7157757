//! What a line says about itself.

use crate::article::ends_sentence;
use crate::block::Block;
use crate::metadata::date;
use crate::phrases::{AFTER_THE_END, CONTACTS, CREDITS, DATED, LABELS, PROMOTIONS, REQUESTS, RIGHTS, WRITERS};

/// A block with what is asked of it several times.
pub struct Line<'b> {
    pub block: &'b Block,
    pub lower: String,
    pub words: usize,
    pub ends_sentence: bool,
}

impl<'b> Line<'b> {
    pub fn of(block: &'b Block) -> Line<'b> {
        Line {
            block,
            lower: block.text.to_lowercase().replace('’', "'"),
            words: block.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count(),
            ends_sentence: ends_sentence(&block.text),
        }
    }

    fn starts(&self, list: &[&str]) -> bool {
        list.iter().any(|start| {
            let rest = self.lower.strip_prefix(start);
            // A whole word: "share" does not begin "shares".
            let is_word =
                |rest: &str| !(start.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric));
            rest.is_some_and(is_word)
        })
    }

    fn has(&self, list: &[&str]) -> bool {
        list.iter().any(|part| self.lower.contains(part))
    }

    pub fn is_quoted(&self) -> bool {
        self.block.text.contains(['“', '"', '”'])
    }

    pub fn is_link(&self) -> bool {
        self.block.link_share() > 0.85
    }

    /// It leads to another article.
    pub fn is_promotion(&self) -> bool {
        let leads = self.block.link_share() > 0.3 || !self.ends_sentence || self.lower.ends_with(':');
        self.starts(&PROMOTIONS) && leads && self.words < 40
    }

    /// It asks the reader for something.
    pub fn is_request(&self) -> bool {
        self.starts(&REQUESTS)
            && !self.is_quoted()
            && (self.words <= 8 || self.words < 30 && !self.block.text.contains(", "))
    }

    pub fn is_label(&self) -> bool {
        LABELS.contains(&self.lower.trim_matches(|c: char| !c.is_alphanumeric())) || self.words == 0
    }

    /// It is about a picture.
    pub fn is_credit(&self) -> bool {
        let text = self.lower.as_str();
        let is_short = self.words <= 12;
        let numbered = text.strip_prefix("image ").or(text.strip_prefix("photo ")).unwrap_or(text);
        let counter = numbered.split_whitespace().collect::<Vec<_>>();
        let is_counter = matches!(counter[..], [one, "of", ..] if one.parse::<u32>().is_ok() && self.words <= 5);
        let tail: String = text.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        let in_tail = CREDITS.iter().any(|credit| tail.contains(credit));
        is_counter
            || self
                .starts(&["image ", "photo:", "photo by", "photos:", "picture:", "credit:", "foto:", "фото:", "image:"])
                && !self.is_quoted()
                && (is_short || in_tail)
            || in_tail && (text.ends_with(')') || !self.ends_sentence)
            || text.starts_with("credit...")
            || text.starts_with('©') && is_short
    }

    pub fn is_rights(&self) -> bool {
        self.has(&RIGHTS) && self.words < 60 || self.lower.starts_with('©') && self.words < 20
    }

    /// It says when the article was published, and perhaps by whom.
    pub fn is_dated(&self) -> bool {
        let has_date = date::find(&self.block.text).is_some();
        if self.lower.starts_with("by ") && has_date && self.words < 25 {
            return true;
        }
        if self.ends_sentence && self.words > 12 || self.words > 18 {
            return false;
        }
        let digits = self.lower.chars().filter(char::is_ascii_digit).count();
        self.starts(&DATED) && digits >= 2 || has_date && self.words <= 9
    }

    /// It is about the writer.
    pub fn is_about_writer(&self, byline: &str) -> bool {
        let names = byline.split([',', '&']).flat_map(|part| part.split(" and ")).map(str::trim);
        let mut names = names.map(str::to_lowercase).filter(|name| name.len() > 2);
        !self.is_quoted()
            && names.any(|name| {
                let first = name.split(' ').next().unwrap_or_default();
                let rest = self.lower.strip_prefix(&name).or_else(|| self.lower.strip_prefix(first));
                rest.is_some_and(|rest| WRITERS.iter().any(|words| rest.starts_with(words)))
            })
    }

    /// A short paragraph at the end that is about the site.
    pub fn is_after_the_end(&self) -> bool {
        !self.is_quoted()
            && (self.starts(&AFTER_THE_END) && self.block.links > 0 && self.words < 50
                || self.block.text.contains('©') && self.words < 40
                || self.has(&[
                    "follow him on", "follow her on", "follow them on", "contributed reporting", "contributed to this",
                ]) && self.words < 60)
    }

    /// It is the address of a person or a page.
    pub fn is_address(&self) -> bool {
        let bare = self.block.text.trim();
        !bare.contains(' ') && (bare.contains('@') || bare.starts_with("http") || bare.starts_with("twitter.com"))
    }

    pub fn is_contact(&self) -> bool {
        let bare = self.block.text.as_str();
        self.is_address()
            || self.starts(&CONTACTS)
                && self.words < 30
                && (bare.contains('@') || bare.contains("http") || !self.is_quoted())
                && (self.block.link_share() > 0.1
                    || bare.contains('@')
                    || self.has(&["reporting by", "reporter", "additional reporting"])
                    || self.lower.contains("editing"))
    }
}
