//! Who said what, and who and what is named: lists that lead to the marks.

use super::super::article::Article;
use super::super::markup::Markup;
use super::families::{FAMILIES, label};
use super::marked::{entity_id, quote_id};
use crate::document::{EntityRecord, QuoteRecord};
use crate::entities::EntityType;
use crate::quotes::QuoteType;
use std::collections::HashMap;

pub fn write(html: &mut Markup, article: &Article) {
    html.element("h2", &[], "Who said what");
    quotes(html, article);
    html.element("h2", &[], "Names");
    names(html, article);
}

/// Speakers in the order in which they first speak; what nobody is named for comes last.
fn quotes(html: &mut Markup, article: &Article) {
    let mut order: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    let mut place: HashMap<(Option<usize>, Option<String>), usize> = HashMap::new();
    for (index, quote) in article.document.quotes.iter().enumerate() {
        let name = article.speaker(quote);
        let key = (quote.speaker_chain, name.as_ref().filter(|_| quote.speaker_chain.is_none()).map(|name| name.to_lowercase()));
        let at = *place.entry(key).or_insert(order.len());
        if at == order.len() {
            order.push((name, Vec::new()));
        }
        order[at].1.push(index);
    }
    order.sort_by_key(|(name, _)| name.is_none());
    if order.is_empty() {
        html.element("p", &[], "Nobody is quoted.");
    }
    for (name, quotes) in order {
        html.line();
        html.element("h3", &[], name.as_deref().unwrap_or("Nobody is named as the speaker"));
        html.open("ul", &[]);
        for index in quotes {
            said(html, article, &article.document.quotes[index], index);
        }
        html.close("ul");
    }
}

fn said(html: &mut Markup, article: &Article, quote: &QuoteRecord, index: usize) {
    html.open("li", &[]);
    html.element("a", &[("href", &format!("#{}", quote_id(index)))], &article.joined(&quote.content));
    if quote.kind != QuoteType::Direct {
        html.element("small", &[], &format!(" {}", quote.kind.name()));
    }
    html.close("li");
}

/// One entry a chain, and one a wording for times and amounts.
struct Entry<'a> {
    name: &'a str,
    kind: EntityType,
    titles: Vec<&'a str>,
    places: Vec<usize>,
}

fn names(html: &mut Markup, article: &Article) {
    let entries = entries(article);
    if entries.is_empty() {
        html.element("p", &[], "Nobody and nothing is named.");
    }
    for family in &FAMILIES {
        let mut members = entries.iter().filter(|entry| family.holds(entry.kind)).peekable();
        if members.peek().is_none() {
            continue;
        }
        html.line();
        html.element("h3", &[], family.label);
        html.open("ul", &[]);
        for Entry { name, kind, titles, places } in members {
            html.open("li", &[]);
            html.element("a", &[("href", &format!("#{}", entity_id(places[0])))], name);
            let facts: Vec<&str> = if titles.is_empty() { vec![label(*kind)] } else { titles.clone() };
            html.element("small", &[], &format!(" {}", facts.join(", ")));
            for (number, &place) in places.iter().enumerate().skip(1) {
                html.text(" ");
                html.element("a", &[("class", "place-number"), ("href", &format!("#{}", entity_id(place)))], &(number + 1).to_string());
            }
            html.close("li");
        }
        html.close("ul");
    }
}

fn entries<'a>(article: &'a Article) -> Vec<Entry<'a>> {
    let document = &article.document;
    let mut entries: Vec<Entry> = Vec::new();
    let mut place: HashMap<(Option<usize>, EntityType, String), usize> = HashMap::new();
    for (index, entity) in document.entities.iter().enumerate() {
        let EntityRecord { kind, start, end, chain, .. } = *entity;
        let words = article.words([start, end]);
        let key = match chain {
            // The chain tells who it is, whatever the wording and the type.
            Some(_) => (chain, EntityType::Person, String::new()),
            None => (None, kind, words.to_lowercase()),
        };
        let at = *place.entry(key).or_insert(entries.len());
        if at == entries.len() {
            let record = article.chain_of(entity);
            let mut titles: Vec<&str> = record.map_or(Vec::new(), |chain| chain.titles.iter().map(|t| t.text.as_str()).collect());
            titles.sort_unstable();
            titles.dedup();
            let name = record.map_or(words, |chain| &chain.name);
            entries.push(Entry { name, kind: record.map_or(kind, |chain| chain.kind), titles, places: Vec::new() });
        }
        entries[at].places.push(index);
    }
    entries.sort_by_key(|entry| usize::MAX - entry.places.len());
    entries
}
