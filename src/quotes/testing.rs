//! For tests: texts in which roles, entities and mentions are marked by hand.
//!
//! `{speaker the mayor} {cue said} {content that …}` gives words a role, as a tagger would that is certain of it. Without
//! any role in the text there is no tagger, and the rules are on their own. `{PERSON Ana Ruiz}` is an entity, and
//! `{PERSON:0 Ana Ruiz}`, `{nominal:0 the mayor}` and `{pronoun:0 she}` are mentions of chain 0. Marks may be nested.

use super::spans::Spans;
use crate::chains::{Chain, Mention, MentionKind};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::syntax::TokenView;
use crate::tagger::{BioesTag, Role, Tagging};
use crate::text::Span;
use crate::tokens::token_at;
use core::ops::Range;

/// Reads a text with its entities and chains.
pub fn with_view<T>(marked: &str, read: impl FnOnce(&TokenView, &[Chain]) -> T) -> T {
    let marked = Marked::of(marked);
    let layout = Layout::of(&marked.text);
    let entities = marked.entities(&layout);
    read(&TokenView::new(&layout, &entities), &marked.chains())
}

/// Reads a text with the spans that the tagger and the rules find in it.
pub fn with_spans<T>(marked: &str, read: impl FnOnce(&mut Spans, &[Chain]) -> T) -> T {
    let marked = Marked::of(marked);
    let layout = Layout::of(&marked.text);
    let entities = marked.entities(&layout);
    let view = TokenView::new(&layout, &entities);
    read(&mut Spans::of(&view, &marked.tagging(&layout)), &marked.chains())
}

/// The words of a range of tokens, as they stand in the text.
pub fn words(view: &TokenView, tokens: &Range<usize>) -> String {
    view.span(tokens.clone()).of(view.layout.text).to_owned()
}

fn in_tokens(layout: &Layout, span: Span) -> Range<usize> {
    token_at(&layout.tokens, span.start)..layout.tokens.partition_point(|t| t.span.start < span.end)
}

struct Marked {
    text: String,
    /// In the order of their start.
    marks: Vec<(String, Span)>,
}

impl Marked {
    fn of(marked: &str) -> Marked {
        let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
        let mut rest = marked;
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(&rest[..at]);
            let opens = rest[at..].starts_with('{');
            rest = &rest[at + 1..];
            if opens {
                let (label, after) = rest.split_once(' ').expect("a label and a space");
                open.push((label.to_owned(), text.len()));
                rest = after;
            } else {
                let (label, start) = open.pop().expect("an open mark");
                marks.push((label, Span::new(start, text.len())));
            }
        }
        text.push_str(rest);
        assert!(open.is_empty(), "a mark is left open in {marked:?}");
        marks.sort_by_key(|(_, span)| span.start);
        Marked { text, marks }
    }

    fn entities(&self, layout: &Layout) -> Vec<Entity> {
        let entity = |(label, span): &(String, Span)| {
            let kind = kind(label)?;
            Some(Entity { span: *span, tokens: in_tokens(layout, *span), kind, confidence: 1.0 })
        };
        self.marks.iter().filter_map(entity).collect()
    }

    fn chains(&self) -> Vec<Chain> {
        let empty = Chain {
            kind: EntityType::Person,
            name: String::new(),
            titles: Vec::new(),
            mentions: Vec::new(),
            related: None,
        };
        let mut chains: Vec<Chain> = Vec::new();
        for (label, span) in &self.marks {
            let Some((how, chain)) = label.split_once(':') else { continue };
            let chain: usize = chain.parse().expect("the number of a chain");
            chains.resize(chains.len().max(chain + 1), empty.clone());
            let mention = match how {
                "nominal" => MentionKind::Nominal,
                "pronoun" => MentionKind::Pronoun,
                _ => MentionKind::Name,
            };
            if let Some(kind) = kind(label) {
                chains[chain].kind = kind;
            }
            chains[chain].mentions.push(Mention { span: *span, kind: mention, entity: None });
        }
        chains
    }

    fn tagging(&self, layout: &Layout) -> Tagging {
        let mut roles = vec![[[1.0, 0.0, 0.0, 0.0, 0.0]; 3]; layout.tokens.len()];
        let mut any = false;
        for (label, span) in &self.marks {
            let role = match label.as_str() {
                "speaker" => Role::Speaker,
                "cue" => Role::Cue,
                "content" => Role::Content,
                _ => continue,
            };
            any = true;
            let tokens = in_tokens(layout, *span);
            for t in tokens.clone() {
                let tag = match (t == tokens.start, t + 1 == tokens.end) {
                    (true, true) => BioesTag::Single,
                    (true, false) => BioesTag::Begin,
                    (false, true) => BioesTag::End,
                    (false, false) => BioesTag::Inside,
                };
                roles[t][role as usize] = [0.0; 5];
                roles[t][role as usize][tag as usize] = 1.0;
            }
        }
        if any { Tagging { roles, ..Tagging::default() } } else { Tagging::default() }
    }
}

/// The type that a label names, before the number of a chain if there is one.
fn kind(label: &str) -> Option<EntityType> {
    let name = label.split(':').next()?;
    EntityType::ALL.into_iter().find(|kind| kind.as_str() == name)
}
