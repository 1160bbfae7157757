//! Lists of the quotations by speaker and of the names, with links to the text.

use super::super::article::Article;
use super::super::markup::Markup;
use super::super::nesting::Part;
use super::super::speakers::{Speaker, by_speaker};
use super::marked::mark_id;
use newsmark::document::EntityRecord;
use newsmark::entities::EntityType;
use newsmark::presentation::{Family, NAMES_HEADING, QUOTES_HEADING, UNATTRIBUTED};
use newsmark::quotes::{Medium, QuoteType};
use std::collections::{HashMap, HashSet};

pub struct Lists<'a> {
    pub html: &'a mut Markup,
    pub article: &'a Article<'a>,
    /// The annotations that a link can lead to.
    pub shown: HashSet<Part>,
}

impl Lists<'_> {
    pub fn write(mut self) {
        self.html.element("h2", &[], QUOTES_HEADING);
        self.quotes();
        self.html.element("h2", &[], NAMES_HEADING);
        self.names();
    }

    /// Speakers in the order of their first quotations. Unattributed quotations come last.
    fn quotes(&mut self) {
        let speakers = by_speaker(self.article);
        if speakers.is_empty() {
            self.html.element("p", &[], "Nobody is quoted.");
        }
        for Speaker { name, quotes } in speakers {
            self.html.line();
            self.html.element("h3", &[], name.as_deref().unwrap_or(UNATTRIBUTED));
            self.html.open("ul", &[]);
            for index in quotes {
                self.said(index);
            }
            self.html.close("ul");
        }
    }

    fn said(&mut self, index: usize) {
        let quote = &self.article.document.quotes[index];
        self.html.open("li", &[]);
        self.link(Part::Content(index), "words", &self.article.joined(&quote.content));
        let medium = (quote.medium != Medium::Speech).then(|| quote.medium.as_str());
        let kind = (quote.kind != QuoteType::Direct).then(|| quote.kind.as_str());
        let notes: Vec<&str> = [kind, medium].into_iter().flatten().collect();
        if !notes.is_empty() {
            self.html.element("small", &[], &format!(" {}", notes.join(" ")));
        }
        self.html.close("li");
    }

    fn names(&mut self) {
        let entries = entries(self.article);
        if entries.is_empty() {
            self.html.element("p", &[], "Nobody and nothing is named.");
        }
        for family in Family::ALL {
            let mut members = entries.iter().filter(|entry| entry.kind.family() == family).peekable();
            if members.peek().is_none() {
                continue;
            }
            self.html.line();
            self.html.element("h3", &[], family.label());
            self.html.open("ul", &[]);
            members.for_each(|entry| self.entry(entry));
            self.html.close("ul");
        }
    }

    fn entry(&mut self, Entry { name, kind, titles, places }: &Entry) {
        self.html.open("li", &[]);
        self.link(Part::Entity(places[0]), "words", name);
        let facts = if titles.is_empty() { kind.label().to_owned() } else { titles.join(", ") };
        self.html.element("small", &[], &format!(" {facts}"));
        for (number, &place) in places.iter().enumerate().skip(1) {
            self.html.text(" ");
            self.link(Part::Entity(place), "place-number", &(number + 1).to_string());
        }
        self.html.close("li");
    }

    /// Words, as a link if they are annotated in the text.
    fn link(&mut self, part: Part, class: &str, words: &str) {
        match mark_id(part).filter(|_| self.shown.contains(&part)) {
            Some(id) => self.html.element("a", &[("class", class), ("href", &format!("#{id}"))], words),
            None => self.html.element("span", &[("class", class)], words),
        }
    }
}

/// One entry per chain; for times and amounts, one per wording.
struct Entry<'a> {
    name: &'a str,
    kind: EntityType,
    titles: Vec<&'a str>,
    places: Vec<usize>,
}

fn entries<'a>(article: &'a Article) -> Vec<Entry<'a>> {
    let document = &article.document;
    let mut entries: Vec<Entry> = Vec::new();
    let mut place: HashMap<(Option<usize>, EntityType, String), usize> = HashMap::new();
    for (index, entity) in document.entities.iter().enumerate() {
        let EntityRecord { kind, start, end, chain, .. } = *entity;
        let words = article.words([start, end]);
        let key = match chain {
            // Entities of the same chain are the same, whatever their wording and type.
            Some(_) => (chain, EntityType::Person, String::new()),
            None => (None, kind, words.to_lowercase()),
        };
        let at = *place.entry(key).or_insert(entries.len());
        if at == entries.len() {
            let record = article.chain_of(entity);
            let mut titles: Vec<&str> =
                record.map_or(Vec::new(), |chain| chain.titles.iter().map(|t| t.text.as_str()).collect());
            titles.sort_unstable();
            titles.dedup();
            let name = record.map_or(words, |chain| chain.label());
            entries.push(Entry { name, kind: record.map_or(kind, |chain| chain.kind), titles, places: Vec::new() });
        }
        entries[at].places.push(index);
    }
    entries.sort_by_key(|entry| usize::MAX - entry.places.len());
    entries
}
