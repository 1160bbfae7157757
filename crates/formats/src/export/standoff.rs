//! The annotations as labelled spans and relations between them, as annotation tools know them: for brat, Label Studio,
//! doccano, Prodigy and UIMA.

use super::article::Article;
use super::words::trimmed;
use newsmark::entities::EntityType;
use std::collections::HashMap;

/// The labels of what is not an entity, whose label is its type.
pub const QUOTATION: &str = "Quotation";
pub const CUE: &str = "Cue";
pub const SPEAKER: &str = "Speaker";
pub const TITLE: &str = "Title";
pub const MENTION: &str = "Mention";

/// From a quotation to its speaker, and to its cue.
pub const SAID_BY: &str = "SaidBy";
pub const HAS_CUE: &str = "HasCue";
/// From a later piece of a quotation to the piece before it.
pub const CONTINUES: &str = "Continues";
/// From a mention to the mention of the same person or thing before it.
pub const COREFERENCE: &str = "Coreference";

/// All labels.
pub fn labels() -> impl Iterator<Item = &'static str> {
    EntityType::ALL.iter().map(|kind| kind.as_str()).chain([QUOTATION, CUE, SPEAKER, TITLE, MENTION])
}

pub struct Standoff {
    pub spans: Vec<LabelledSpan>,
    /// `SAID_BY` and `HAS_CUE`.
    pub relations: Vec<Relation>,
    /// The spans of each chain: indices in `spans`.
    pub members: Vec<Vec<usize>>,
}

pub struct LabelledSpan {
    pub label: &'static str,
    /// In several places if it is a quotation, a cue or a speaker in several pieces. None is empty or blank.
    pub places: Vec<[usize; 2]>,
    pub record: Record,
}

/// The record of the document that a span is from, by its index.
#[derive(Clone, Copy)]
pub enum Record {
    Entity(usize),
    /// A title, or a mention other than a name.
    Chain(usize),
    Quote(usize),
    /// A cue or a speaker, which several quotations may share.
    Role,
}

pub struct Relation {
    pub kind: &'static str,
    /// Indices in the spans.
    pub from: usize,
    pub to: usize,
}

/// The annotations for tools whose spans have no gaps.
pub struct Pieces {
    pub spans: Vec<Piece>,
    pub relations: Vec<Relation>,
}

pub struct Piece {
    pub label: &'static str,
    pub place: [usize; 2],
    pub record: Record,
}

impl Standoff {
    pub fn of(article: &Article) -> Standoff {
        let mut making = Making {
            article,
            made: Standoff {
                spans: Vec::new(),
                relations: Vec::new(),
                members: vec![Vec::new(); article.document.chains.len()],
            },
            marked: HashMap::new(),
            roles: HashMap::new(),
        };
        making.entities();
        making.chains();
        making.quotes();
        making.made
    }

    /// The mentions of each chain, from each to the one before it in the text.
    pub fn coreference(&self) -> Vec<Relation> {
        let links = self.members.iter().flat_map(|members| {
            let mut members = members.clone();
            members.sort_by_key(|&index| &self.spans[index].places);
            let linked = |pair: &[usize]| Relation { kind: COREFERENCE, from: pair[1], to: pair[0] };
            members.windows(2).map(linked).collect::<Vec<_>>()
        });
        links.collect()
    }

    /// The same with a span for every piece. A relation is one of the first piece.
    pub fn in_pieces(&self) -> Pieces {
        let mut pieces = Pieces { spans: Vec::new(), relations: Vec::new() };
        let mut first = Vec::with_capacity(self.spans.len());
        for span in &self.spans {
            first.push(pieces.spans.len());
            for (number, &place) in span.places.iter().enumerate() {
                let index = pieces.spans.len();
                if number > 0 {
                    pieces.relations.push(Relation { kind: CONTINUES, from: index, to: index - 1 });
                }
                pieces.spans.push(Piece { label: span.label, place, record: span.record });
            }
        }
        let all = self.relations.iter().map(|one| (one.kind, one.from, one.to));
        let links = self.coreference();
        let all = all.chain(links.iter().map(|one| (one.kind, one.from, one.to)));
        pieces.relations.extend(all.map(|(kind, from, to)| Relation { kind, from: first[from], to: first[to] }));
        pieces
    }
}

impl Pieces {
    /// Where the spans begin and end.
    pub fn edges(&self) -> Vec<usize> {
        self.spans.iter().flat_map(|piece| piece.place).collect()
    }
}

struct Making<'a> {
    article: &'a Article<'a>,
    made: Standoff,
    /// The span of each range that is an entity, title or mention. A speaker with the same range is this span.
    marked: HashMap<[usize; 2], usize>,
    /// The span of each cue and speaker.
    roles: HashMap<(&'static str, Vec<[usize; 2]>), usize>,
}

impl Making<'_> {
    fn entities(&mut self) {
        for (index, entity) in self.article.document.entities.iter().enumerate() {
            let at = [entity.start, entity.end];
            let Some(span) = self.add(entity.kind.as_str(), &[at], Record::Entity(index)) else { continue };
            self.marked.insert(at, span);
            if let Some(chain) = entity.chain {
                self.made.members[chain].push(span);
            }
        }
    }

    fn chains(&mut self) {
        for (index, chain) in self.article.document.chains.iter().enumerate() {
            let titles = chain.titles.iter().map(|title| (TITLE, [title.start, title.end]));
            let mentions = chain.mentions.iter().map(|mention| (MENTION, [mention.start, mention.end]));
            for (label, at) in titles.chain(mentions) {
                if self.marked.contains_key(&at) {
                    continue;
                }
                if let Some(span) = self.add(label, &[at], Record::Chain(index)) {
                    self.marked.insert(at, span);
                    self.made.members[index].push(span);
                }
            }
        }
    }

    fn quotes(&mut self) {
        for (index, quote) in self.article.document.quotes.iter().enumerate() {
            let Some(span) = self.add(QUOTATION, &quote.content, Record::Quote(index)) else { continue };
            if let Some(cue) = self.role(CUE, &quote.cue) {
                self.made.relations.push(Relation { kind: HAS_CUE, from: span, to: cue });
            }
            let known = if let [at] = quote.speaker[..] { self.marked.get(&at).copied() } else { None };
            // If the speaker is not named beside the quotation, their first mention takes that place.
            let first = || quote.speaker_chain.and_then(|chain| self.made.members[chain].first().copied());
            let speaker = known.or_else(|| if quote.speaker.is_empty() { first() } else { None });
            if let Some(speaker) = speaker.or_else(|| self.role(SPEAKER, &quote.speaker)) {
                self.made.relations.push(Relation { kind: SAID_BY, from: span, to: speaker });
            }
        }
    }

    fn role(&mut self, role: &'static str, places: &[[usize; 2]]) -> Option<usize> {
        let key = (role, places.to_vec());
        if let Some(&span) = self.roles.get(&key) {
            return Some(span);
        }
        let span = self.add(role, places, Record::Role)?;
        self.roles.insert(key, span);
        Some(span)
    }

    fn add(&mut self, label: &'static str, places: &[[usize; 2]], record: Record) -> Option<usize> {
        // Some tools refuse white space at the edge of a span, and a range can be made by hand.
        let places: Vec<_> = places.iter().filter_map(|&at| trimmed(self.article.text, at)).collect();
        if places.is_empty() {
            return None;
        }
        self.made.spans.push(LabelledSpan { label, places, record });
        Some(self.made.spans.len() - 1)
    }
}
