//! For tests: texts in which roles and mentions are marked by hand, as entities are in
//! [`testing`](crate::syntax::testing) of syntax.
//!
//! `{speaker the mayor} {cue said} {content that …}` gives words a role, as a tagger would that is certain of it. Without
//! any role in the text there is no tagger, and the rules are on their own.
//! `{PERSON:0 Ana Ruiz}`, `{nominal:0 the mayor}` and `{pronoun:0 she}` are mentions of chain 0.

use super::set_off::SetOff;
use super::spans::Spans;
use crate::chains::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::layout::Layout;
use crate::syntax::TokenView;
pub use crate::syntax::testing::words;
use crate::syntax::testing::{Marked, in_tokens, kind};
use crate::tagger::{BioesTag, Role, Tagging};
use crate::text::Span;
use core::ops::Range;

/// Reads a text with its entities and chains.
pub fn with_view<T>(marked: &str, read: impl FnOnce(&TokenView, &[Chain]) -> T) -> T {
    let marked = Marked::of(marked);
    let layout = Layout::of(&marked.text);
    let entities = marked.entities(&layout);
    read(&TokenView::new(&layout, &entities), &marked.chains())
}

/// Reads a text with its entities and chains, and the tokens of the words between asterisks.
pub fn with_marked_words<T>(marked: &str, read: impl FnOnce(&TokenView, &[Chain], Range<usize>) -> T) -> T {
    let parts: Vec<&str> = marked.split('*').collect();
    let length = |marked: &str| with_view(marked, |view, _| view.layout.text.len());
    let span = Span::new(length(parts[0]), length(&parts[..2].concat()));
    with_view(&parts.concat(), |view, chains| read(view, chains, in_tokens(view.layout, span)))
}

/// Reads a text with the spans that the tagger and the rules find in it.
pub fn with_spans<T>(marked: &str, read: impl FnOnce(&mut Spans, &[Chain]) -> T) -> T {
    let marked = Marked::of(marked);
    let layout = Layout::of(&marked.text);
    let entities = marked.entities(&layout);
    let view = TokenView::new(&layout, &entities);
    read(&mut Spans::of(&view, &marked.tagging(&layout)), &marked.chains())
}

/// What is set off, as the words of its contents and of its speaker.
pub fn shown(view: &TokenView, found: &[SetOff]) -> Vec<(String, String)> {
    let contents = |set_off: &SetOff| set_off.contents.iter().map(|c| words(view, c)).collect::<Vec<_>>().join(" | ");
    found.iter().map(|set_off| (contents(set_off), words(view, &set_off.speaker))).collect()
}

impl Marked {
    fn chains(&self) -> Vec<Chain> {
        let empty = Chain { name: Some(String::new()), ..Chain::new(EntityType::Person, Vec::new()) };
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
