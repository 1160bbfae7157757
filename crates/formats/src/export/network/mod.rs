//! Who quotes and mentions whom: a directed network, as GEXF (Gephi) or GraphML (igraph, yEd).
//!
//! | from | kind | to | weight |
//! |---|---|---|---|
//! | an article | quotes | a speaker | the number of quotations |
//! | a speaker | quotes | a speaker | the number of quotations inside the first one's |
//! | a speaker | mentions | a person, an organisation, a place … | how often, in the speaker's quotations |
//!
//! In a network of several articles, people and things with the same name and type are one node: nobody checks whether
//! they are the same. A person with a description but no name is one node for each article, and speakers without
//! either are left out.

mod gexf;
mod graphml;

use super::Saved;
use super::article::Article;
use newsmark::document::{ChainRecord, DocumentError, QuoteRecord};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The network of one or more articles.
///
/// ```
/// use newsmark::{document::Document, text::OffsetUnit};
/// use newsmark_formats::export::{Network, NetworkForm, Saved};
///
/// let mut network = Network::default();
/// network.add(&Saved::new("Oslo voted.", Document::default(), OffsetUnit::Utf8, "")).unwrap();
/// assert!(network.write(NetworkForm::Gexf).starts_with(b"<?xml"));
/// ```
#[derive(Debug, Default)]
pub struct Network {
    nodes: Vec<Node>,
    /// The node of each type and name.
    known: HashMap<(&'static str, String), usize>,
    edges: BTreeMap<(usize, usize, Link), usize>,
    made_by: String,
}

#[derive(Debug)]
struct Node {
    kind: &'static str,
    label: String,
    date: String,
    /// How often the texts mention it.
    mentions: usize,
    /// The number of its quotations.
    quotations: usize,
    /// The number of articles that it is in.
    articles: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    Quotes,
    Mentions,
}

impl Link {
    const fn as_str(self) -> &'static str {
        match self {
            Link::Quotes => "quotes",
            Link::Mentions => "mentions",
        }
    }
}

/// What a network is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NetworkForm {
    /// GEXF 1.3.
    Gexf,
    /// GraphML.
    GraphMl,
}

/// The type of the nodes that are articles.
const ARTICLE: &str = "ARTICLE";
/// The type of speakers of whom nothing but the name is known.
const SPEAKER: &str = "SPEAKER";

impl Network {
    /// Adds the people, things and quotations of an article.
    pub fn add(&mut self, saved: &Saved) -> Result<(), DocumentError> {
        self.add_article(&Article::of(saved)?);
        Ok(())
    }

    /// Writes the network.
    pub fn write(&self, form: NetworkForm) -> Vec<u8> {
        match form {
            NetworkForm::Gexf => gexf::write(self),
            NetworkForm::GraphMl => graphml::write(self),
        }
    }

    fn add_article(&mut self, article: &Article) {
        let document = &article.document;
        self.made_by = article.versions.to_string();
        let source = self.article(article);
        let chains: Vec<usize> = document.chains.iter().map(|chain| self.thing(chain, source)).collect();
        for (&node, chain) in chains.iter().zip(&document.chains) {
            self.nodes[node].mentions += chain.mentions.len();
        }
        let speakers: Vec<Option<usize>> = document.quotes.iter().map(|quote| self.speaker(quote, &chains)).collect();
        for &node in chains.iter().chain(speakers.iter().flatten()).collect::<HashSet<_>>() {
            self.nodes[node].articles += 1;
        }
        for (quote, &speaker) in document.quotes.iter().zip(&speakers) {
            let Some(speaker) = speaker else { continue };
            self.nodes[speaker].quotations += 1;
            self.link(source, speaker, Link::Quotes);
            for (other, &quoted) in document.quotes.iter().zip(&speakers) {
                let is_inside = other.id != quote.id && other.content.iter().all(|&piece| contains(quote, piece));
                if let Some(quoted) = quoted.filter(|_| is_inside) {
                    self.link(speaker, quoted, Link::Quotes);
                }
            }
            for (&node, chain) in chains.iter().zip(&document.chains) {
                for _ in chain.mentions.iter().filter(|mention| contains(quote, [mention.start, mention.end])) {
                    self.link(speaker, node, Link::Mentions);
                }
            }
        }
    }

    fn article(&mut self, article: &Article) -> usize {
        let metadata = article.metadata();
        let title = article.title();
        let identity = [&*metadata.id, &*metadata.url, title].into_iter().find(|known| !known.is_empty());
        let node = self.node(ARTICLE, identity.unwrap_or_default(), title);
        self.nodes[node].date.clone_from(&metadata.date);
        self.nodes[node].articles = 1;
        node
    }

    /// A person without a name is a node of this article alone.
    fn thing(&mut self, chain: &ChainRecord, article: usize) -> usize {
        match &chain.name {
            Some(name) => self.node(chain.kind.as_str(), name, name),
            None => self.node(chain.kind.as_str(), &format!("{article} {}", chain.id), chain.label()),
        }
    }

    fn speaker(&mut self, quote: &QuoteRecord, chains: &[usize]) -> Option<usize> {
        match (quote.speaker_chain, &quote.speaker_name) {
            (Some(chain), _) => Some(chains[chain]),
            (None, Some(name)) => Some(self.node(SPEAKER, name, name)),
            (None, None) => None,
        }
    }

    fn node(&mut self, kind: &'static str, identity: &str, label: &str) -> usize {
        let nodes = &mut self.nodes;
        *self.known.entry((kind, identity.to_lowercase())).or_insert_with(|| {
            let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
            nodes.push(Node { kind, label, date: String::new(), mentions: 0, quotations: 0, articles: 0 });
            nodes.len() - 1
        })
    }

    /// People who speak about themselves do not mention anybody.
    fn link(&mut self, from: usize, to: usize, kind: Link) {
        if from != to {
            *self.edges.entry((from, to, kind)).or_default() += 1;
        }
    }
}

fn contains(quote: &QuoteRecord, [start, end]: [usize; 2]) -> bool {
    quote.content.iter().any(|piece| piece[0] <= start && end <= piece[1])
}

/// The network of a single article.
pub fn write(article: &Article, form: NetworkForm) -> Vec<u8> {
    let mut network = Network::default();
    network.add_article(article);
    network.write(form)
}

/// The counts of a node, as both forms name them.
fn counts(node: &Node) -> [(&'static str, usize); 3] {
    [("mentions", node.mentions), ("quotations", node.quotations), ("articles", node.articles)]
}
