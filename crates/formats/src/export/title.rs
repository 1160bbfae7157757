//! The title of an article that has none of its own. The page does the same (www/document/title.js), and
//! tests/data/shared/titles.json holds the two together.

use newsmark::text::lines;

/// Code points that a title has at most, before the ellipsis.
const LENGTH: usize = 120;

/// The first line, cut between words where it is long.
pub fn title_of(text: &str) -> String {
    let line = lines(text).map(|line| line.of(text).trim_matches(is_blank)).find(|line| !line.is_empty());
    let line = line.unwrap_or_default();
    let Some((end, next)) = line.char_indices().nth(LENGTH) else { return line.to_owned() };
    let head = &line[..end];
    let words = if is_blank(next) { head } else { head.rsplit_once(is_blank).map_or(head, |(words, _)| words) };
    format!("{}…", words.trim_end_matches(is_blank))
}

/// White space as JavaScript understands it: a byte order mark belongs to it.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::title_of;
    use serde_json::Value;

    #[test]
    fn agrees_with_the_page() {
        let vectors = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/shared/titles.json"));
        for vector in serde_json::from_str::<Vec<Value>>(vectors).unwrap() {
            assert_eq!(title_of(vector["text"].as_str().unwrap()), vector["title"], "{vector}");
        }
    }
}
