//! Quotations by speaker. The page does the same (www/document/speakers.js), and tests/data/shared/speakers.json holds
//! the two together.

use super::article::Article;
use std::collections::HashMap;

/// Somebody's quotations.
pub struct Speaker {
    /// `None` where nobody is named.
    pub name: Option<String>,
    /// Indices into the document's quotations.
    pub quotes: Vec<usize>,
}

/// Speakers in the order in which they first speak; the quotations without a speaker come last, together.
pub fn by_speaker(article: &Article) -> Vec<Speaker> {
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut known: HashMap<(Option<usize>, Option<String>), usize> = HashMap::new();
    for (index, quote) in article.document.quotes.iter().enumerate() {
        let name = article.speaker(quote);
        // The chain says who it is, whatever the words.
        let words = name.as_ref().filter(|_| quote.speaker_chain.is_none()).map(|name| name.to_lowercase());
        let speaker = *known.entry((quote.speaker_chain, words)).or_insert(speakers.len());
        if speaker == speakers.len() {
            speakers.push(Speaker { name, quotes: Vec::new() });
        }
        speakers[speaker].quotes.push(index);
    }
    speakers.sort_by_key(|speaker| speaker.name.is_none());
    speakers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Saved;
    use newsmark::text::OffsetUnit;
    use serde_json::{Value, json};

    #[test]
    fn agrees_with_the_page() {
        let vectors = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/shared/speakers.json"));
        for vector in serde_json::from_str::<Vec<Value>>(vectors).unwrap() {
            let document = serde_json::from_value(vector["document"].clone()).unwrap();
            let saved = Saved::new(vector["text"].as_str().unwrap(), document, OffsetUnit::Utf16, "");
            let found = by_speaker(&Article::of(&saved).unwrap());
            let found: Vec<Value> =
                found.iter().map(|speaker| json!({ "name": speaker.name, "quotes": speaker.quotes })).collect();
            assert_eq!(json!(found), vector["speakers"], "{}", vector["what"]);
        }
    }
}
