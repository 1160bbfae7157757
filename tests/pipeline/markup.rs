//! Reads `tests/data/sample.txt`: articles with inline annotations, so that nobody has to type
//! offsets. The top of the file describes the marks.

use newsmark::entities::EntityType;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A half-open range of code points.
type Range = [usize; 2];

/// The documents, in the format of `newsmark annotate --jsonl`.
pub fn documents(source: &str) -> Vec<Value> {
    let mut articles = source.split("\n# ");
    articles.next();
    articles.map(document).collect()
}

#[derive(Default)]
struct Chain {
    kind: Option<EntityType>,
    titles: Vec<Range>,
    mentions: Vec<(Range, &'static str)>,
}

#[derive(Default)]
struct Quote {
    content: Vec<Range>,
    quoted: Vec<Range>,
    /// Some of the content is outside quotation marks.
    unquoted: bool,
    cue: Vec<Range>,
    speaker: Vec<Range>,
    speaker_chain: Option<String>,
}

#[derive(Default)]
struct Notes {
    entities: Vec<(Range, EntityType)>,
    chains: BTreeMap<String, Chain>,
    quotes: BTreeMap<String, Quote>,
    terms: Vec<Range>,
}

fn document(article: &str) -> Value {
    let (head, body) = article.split_once("\n\n").expect("a blank line after the chain names");
    let mut head = head.lines();
    let id = head.next().unwrap_or_default();
    let names: BTreeMap<&str, &str> =
        head.map(|line| line.split_once(" = ").unwrap_or_else(|| panic!("{id}: {line}"))).collect();
    let (text, notes) = read(id, body.trim());
    let name_of = |key: &str| *names.get(key).unwrap_or_else(|| panic!("{id}: chain {key} has no name"));
    let chars: Vec<char> = text.chars().collect();
    let shown = |[start, end]: Range| chars[start..end].iter().collect::<String>();
    let spot = |range: Range| json!({ "start": range[0], "end": range[1], "text": shown(range) });
    let entities: Vec<Value> = notes
        .entities
        .iter()
        .map(|&([start, end], kind)| json!({ "start": start, "end": end, "type": kind, "text": shown([start, end]) }))
        .collect();
    let chains: Vec<Value> = notes
        .chains
        .iter()
        .map(|(key, chain)| {
            let mentions: Vec<Value> = chain
                .mentions
                .iter()
                .map(|&([start, end], kind)| json!({ "start": start, "end": end, "kind": kind }))
                .collect();
            let titles: Vec<Value> = chain.titles.iter().map(|&title| spot(title)).collect();
            json!({ "type": chain.kind, "name": name_of(key), "titles": titles, "mentions": mentions })
        })
        .collect();
    let mut quotes: Vec<&Quote> = notes.quotes.values().collect();
    quotes.sort_by_key(|quote| quote.content[0]);
    let quotes: Vec<Value> = quotes.into_iter().map(|quote| {
        let kind = match (quote.unquoted, quote.quoted.is_empty()) {
            (false, _) => "direct",
            (true, false) => "mixed",
            (true, true) => "indirect",
        };
        json!({
            "type": kind, "content": quote.content, "quoted": quote.quoted, "cue": quote.cue, "speaker": quote.speaker,
            "speaker_name": quote.speaker_chain.as_deref().map(name_of),
        })
    }).collect();
    json!({ "id": id, "text": text, "entities": entities, "chains": chains, "quotes": quotes, "quoted_terms": notes.terms })
}

/// The plain text, and the annotations that were written into it.
fn read(id: &str, marked: &str) -> (String, Notes) {
    let (mut text, mut length, mut open, mut notes) = (String::new(), 0, Vec::new(), Notes::default());
    let mut rest = marked.chars();
    while let Some(c) = rest.next() {
        match c {
            '[' => open.push((rest.by_ref().take_while(|&c| c != ' ').collect::<String>(), length)),
            ']' => {
                let (tag, start) = open.pop().unwrap_or_else(|| panic!("{id}: unmatched ] after {text}"));
                notes.take(&tag, [start, length], &text).unwrap_or_else(|| panic!("{id}: unknown tag: {tag}"));
            }
            _ => {
                text.push(c);
                length += 1;
            }
        }
    }
    assert!(open.is_empty(), "{id}: unclosed marks: {open:?}");
    notes.entities.sort();
    for chain in notes.chains.values_mut() {
        chain.mentions.sort();
    }
    (text, notes)
}

impl Notes {
    /// Adds a mark that has just been closed. `before` is the text up to its end.
    fn take(&mut self, tag: &str, range: Range, before: &str) -> Option<()> {
        let (tag, chain) = match tag.split_once('#') {
            Some((tag, chain)) => (tag, Some(chain.to_owned())),
            None => (tag, None),
        };
        if let Ok(kind) = tag.parse::<EntityType>() {
            self.entities.push((range, kind));
            if let Some(chain) = chain {
                let chain = self.chains.entry(chain).or_default();
                chain.kind.get_or_insert(kind);
                chain.mentions.push((range, "name"));
            }
        } else if let Some(chain) = tag.strip_prefix('=') {
            let kind =
                if is_pronoun(before.split(|c: char| !c.is_alphabetic()).next_back()?) { "pronoun" } else { "nominal" };
            self.chains.entry(chain.to_owned()).or_default().mentions.push((range, kind));
        } else if tag == "T" {
            self.chains.entry(chain?).or_default().titles.push(range);
        } else if tag == "term" {
            self.terms.push(range);
        } else {
            let mut letters = tag.chars();
            let role = letters.next()?;
            let quote = self.quotes.entry(letters.as_str().to_owned()).or_default();
            match role {
                'Q' => {
                    quote.content.push(range);
                    quote.quoted.push(range);
                }
                'q' => {
                    quote.content.push(range);
                    quote.unquoted = true;
                }
                'd' => quote.quoted.push(range),
                'c' => quote.cue.push(range),
                's' => {
                    quote.speaker.push(range);
                    quote.speaker_chain = chain;
                }
                _ => return None,
            }
        }
        Some(())
    }
}

fn is_pronoun(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "he" | "him" | "his" | "she" | "her" | "i" | "me" | "my" | "they" | "them" | "their" | "it" | "its"
    )
}
