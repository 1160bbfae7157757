//! CoNLL-2012: one token per line with its entity and its chains, for programs that resolve or score coreference.
//!
//! The columns are those of the shared task, with "-" for what Newsmark does not annotate (part of speech, syntax, word
//! senses). The speaker of a word is the speaker of the quotation that it is in. As in OntoNotes, a chain with a single
//! mention is left out.

use super::article::Article;
use super::file_stem;
use super::standoff::Standoff;
use super::words::{Word, is_blank, words_cut_at};
use core::fmt::Write;
use std::collections::BTreeMap;

pub fn write(article: &Article) -> Vec<u8> {
    let standoff = Standoff::of(article);
    let mentions = mentions(article);
    let quotes: Vec<_> =
        article.document.quotes.iter().flat_map(|quote| quote.content.iter().map(move |&at| (at, quote))).collect();
    let mut edges = standoff.in_pieces().edges();
    edges.extend(mentions.iter().flat_map(|&(at, _)| at));
    let words = words_cut_at(article, &edges);
    let chains = Brackets::of(&words, &mentions);

    let name = match article.metadata().id.as_str() {
        "" => file_stem(article.title()),
        id => in_one_word(id),
    };
    let mut out = format!("# {}\n#begin document ({name}); part 000\n", article.versions);
    let mut number = 0;
    for (index, word) in words.iter().enumerate() {
        if word.starts_sentence {
            number = 0;
            if index > 0 {
                out.push('\n');
            }
        }
        let said = quotes.iter().rev().find(|(at, _)| at[0] <= word.span.start && word.span.end <= at[1]);
        let speaker =
            said.and_then(|(_, quote)| article.speaker(quote)).map_or("-".to_owned(), |name| in_one_word(&name));
        let entity = entity(&words, index);
        let chain = chains.at(index);
        let token = word.span.of(article.text);
        let _ = writeln!(out, "{name}\t0\t{number}\t{token}\t-\t*\t-\t-\t-\t{speaker}\t{entity}\t{chain}");
        number += 1;
    }
    out.push_str("\n#end document\n");
    out.into_bytes()
}

/// The mentions with the numbers of their chains, without repeated ones.
fn mentions(article: &Article) -> Vec<([usize; 2], usize)> {
    let chains = article.document.chains.iter().filter(|chain| chain.mentions.len() > 1);
    let mut mentions: Vec<_> = chains
        .flat_map(|chain| chain.mentions.iter().map(|mention| ([mention.start, mention.end], chain.id)))
        .collect();
    mentions.sort_unstable();
    mentions.dedup();
    mentions
}

fn entity(words: &[Word], index: usize) -> String {
    match words[index].label {
        None => "*".to_owned(),
        Some(label) => {
            let open = if label.first { format!("({}", label.kind.as_str()) } else { String::new() };
            let close = if label.last { ")" } else { "" };
            // A name of one word has no asterisk.
            let star = if label.first && label.last { "" } else { "*" };
            format!("{open}{star}{close}")
        }
    }
}

/// The last column: which chains' mentions begin and end at each word.
#[derive(Default)]
struct Brackets {
    opened: BTreeMap<usize, Vec<(usize, usize)>>,
    closed: BTreeMap<usize, Vec<usize>>,
    single: BTreeMap<usize, Vec<usize>>,
}

impl Brackets {
    fn of(words: &[Word], mentions: &[([usize; 2], usize)]) -> Brackets {
        let mut brackets = Brackets::default();
        for &([start, end], chain) in mentions {
            let first = words.partition_point(|word| word.span.end <= start);
            let last = words.partition_point(|word| word.span.start < end).saturating_sub(1);
            if first == last {
                brackets.single.entry(first).or_default().push(chain);
            } else if first < last {
                brackets.opened.entry(first).or_default().push((usize::MAX - last, chain));
                brackets.closed.entry(last).or_default().push(chain);
            }
        }
        // What ends last begins first, and what began last ends first.
        brackets.opened.values_mut().for_each(|opened| opened.sort_unstable());
        brackets.closed.values_mut().for_each(|closed| closed.reverse());
        brackets
    }

    fn at(&self, index: usize) -> String {
        let opened = self.opened.get(&index).into_iter().flatten().map(|(_, chain)| format!("({chain}"));
        let single = self.single.get(&index).into_iter().flatten().map(|chain| format!("({chain})"));
        let closed = self.closed.get(&index).into_iter().flatten().map(|chain| format!("{chain})"));
        let all: Vec<String> = opened.chain(single).chain(closed).collect();
        if all.is_empty() { "-".to_owned() } else { all.join("|") }
    }
}

/// A column cannot contain white space, and is never empty.
fn in_one_word(text: &str) -> String {
    let words: Vec<&str> = text.split(is_blank).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "-".to_owned() } else { words.join("_") }
}
