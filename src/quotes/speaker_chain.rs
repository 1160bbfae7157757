//! From a speaker's words to the chain they belong to, and from a sentence to the person it is about.

use crate::chains::{Chain, MentionKind};
use crate::entities::EntityType;
use crate::layout::Layout;
use crate::text::{Span, is_possessive};
use crate::tokens::{self, token_at};
use core::ops::Range;

/// All mentions of all chains, in order.
pub struct MentionIndex {
    list: Vec<IndexedMention>,
}

#[derive(Clone, Copy, Debug)]
pub struct IndexedMention {
    pub span: Span,
    pub chain: usize,
    kind: EntityType,
    mention: MentionKind,
}

impl IndexedMention {
    /// Can speak for itself.
    pub fn is_speaker(&self) -> bool {
        matches!(self.kind, EntityType::Person | EntityType::Org | EntityType::Gpe | EntityType::Norp)
    }

    pub fn is_person(&self) -> bool {
        self.kind == EntityType::Person
    }
}

impl MentionIndex {
    pub fn of(chains: &[Chain]) -> MentionIndex {
        let mut list: Vec<IndexedMention> = chains
            .iter()
            .enumerate()
            .flat_map(|(chain, c)| {
                c.mentions.iter().map(move |m| IndexedMention { span: m.span, chain, kind: c.kind, mention: m.kind })
            })
            .collect();
        list.sort_by_key(|m| (m.span.start, core::cmp::Reverse(m.span.end)));
        MentionIndex { list }
    }

    /// The mention that a relative pronoun right behind it refers to.
    fn before(&self, layout: &Layout, token: usize) -> Option<&IndexedMention> {
        let mut end = token;
        if end > 0 && layout.word(end - 1) == "," {
            end -= 1;
        }
        let last = layout.tokens.get(end.checked_sub(1)?)?.span;
        let near = &self.list[..self.list.partition_point(|m| m.span.start < last.end)];
        near.iter().rev().take(4).find(|m| m.span.end == last.end)
    }

    /// The mentions that begin inside a span of bytes.
    pub fn within(&self, span: Span) -> &[IndexedMention] {
        let from = self.list.partition_point(|m| m.span.start < span.start);
        let to = self.list.partition_point(|m| m.span.start < span.end);
        &self.list[from..to.max(from)]
    }
}

/// The bytes that a run of tokens covers.
pub fn bytes(layout: &Layout, tokens: &Range<usize>) -> Span {
    layout.tokens[tokens.start].span.cover(layout.tokens[tokens.end - 1].span)
}

/// The chain of a speaker that the text gives these words.
pub fn chain(layout: &Layout, mentions: &MentionIndex, tokens: &Range<usize>) -> Option<usize> {
    if matches!(layout.word(tokens.start).to_ascii_lowercase().as_str(), "who" | "which" | "that") && tokens.len() == 1
    {
        return mentions.before(layout, tokens.start).map(|m| m.chain);
    }
    let span = bytes(layout, tokens);
    let inside = mentions.within(span);
    // "her husband": what stands in the genitive is not the head.
    let head = |m: &&IndexedMention| {
        let next = token_at(&layout.tokens, m.span.end);
        let genitive = (next < tokens.end && is_possessive(layout.word(next)))
            || (next > tokens.start && next < tokens.end && is_possessive(layout.word(next - 1)));
        let determiner = m.mention == MentionKind::Pronoun
            && m.span.len() < span.len()
            && matches!(
                m.span.of(layout.text).to_ascii_lowercase().as_str(),
                "his" | "her" | "their" | "its" | "my" | "our"
            );
        !genitive && !determiner
    };
    let free: Vec<&IndexedMention> = inside.iter().filter(head).collect();
    let whole = free.iter().find(|m| m.span == span);
    let person = free.iter().find(|m| m.is_person() && m.mention == MentionKind::Name && leads(layout, tokens, m));
    let nominal = free.iter().find(|m| m.span.start == span.start && m.mention != MentionKind::Name);
    let other = free.iter().find(|m| ends_phrase(layout, tokens, m) && leads(layout, tokens, m));
    whole.or(person).or(nominal).or(other).map(|m| m.chain)
}

/// Whether the words for a speaker are a name with what belongs to it: "Mayor Ana Ruiz" is, and "a friend of Ana Ruiz"
/// is not. `name` is where the name stands in the words.
pub fn is_named_by(words: &str, name: Span, kind: EntityType) -> bool {
    let layout = Layout::of(words);
    let name = IndexedMention { span: name, chain: 0, kind, mention: MentionKind::Name };
    let index = MentionIndex { list: vec![name] };
    !layout.tokens.is_empty() && chain(&layout, &index, &(0..layout.tokens.len())).is_some()
}

/// The mention is the phrase's head and not a part of what qualifies it: "a lawyer for Ana Ruiz" is not
/// Ana Ruiz; "Mayor Ana Ruiz", "the head of the clinic, Ana Ruiz," and "Secretary of State Ana Ruiz" are.
fn leads(layout: &Layout, tokens: &Range<usize>, mention: &IndexedMention) -> bool {
    let at = token_at(&layout.tokens, mention.span.start);
    let blocks = |i: usize| is_qualifier(layout.word(i));
    if at <= tokens.start || !(tokens.start..at).any(blocks) {
        return true;
    }
    if (tokens.start..at).any(|i| matches!(layout.word(i), "who" | "whose" | "which" | "that")) {
        return false;
    }
    let last = layout.word(at - 1);
    let capital = last.starts_with(char::is_uppercase)
        && !tokens::is_title_abbreviation(last.trim_end_matches('.').to_lowercase().as_str())
        && !is_personal_title(last);
    mention.is_person() && ends_phrase(layout, tokens, mention) && (last == "," || capital)
}

fn is_qualifier(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "to"
            | "with"
            | "who"
            | "whose"
            | "which"
            | "that"
            | "at"
            | "from"
            | "in"
            | "by"
            | "about"
            | "and"
            | "on"
    )
}

/// A title that belongs to the name behind it wherever it stands.
fn is_personal_title(word: &str) -> bool {
    matches!(
        word,
        "President"
            | "Minister"
            | "Chancellor"
            | "Senator"
            | "Governor"
            | "Mayor"
            | "King"
            | "Queen"
            | "Prince"
            | "Princess"
            | "Pope"
            | "Judge"
            | "Justice"
            | "Secretary"
            | "Chairman"
            | "Chief"
            | "Sheikh"
            | "Sir"
            | "Lord"
            | "Lady"
            | "General"
            | "Colonel"
            | "Captain"
            | "Professor"
            | "Doctor"
            | "Bishop"
            | "Archbishop"
            | "Premier"
            | "Ambassador"
            | "Director"
            | "Commissioner"
            | "Speaker"
            | "Leader"
    )
}

/// The mention is the last word of its phrase.
fn ends_phrase(layout: &Layout, tokens: &Range<usize>, mention: &IndexedMention) -> bool {
    let next = token_at(&layout.tokens, mention.span.end);
    next >= tokens.end
        || matches!(
            layout.word(next),
            "," | "(" | "–" | "—" | "who" | "which" | "that" | "in" | "of" | "and" | "'s" | "’s"
        )
}

/// The person a sentence is about: its first, else whoever else can speak, outside the genitive.
pub fn subject(layout: &Layout, mentions: &MentionIndex, sentence: usize) -> Option<(Range<usize>, usize)> {
    let sentence = &layout.sentences[sentence];
    let inside = mentions.within(sentence.span);
    let free = |m: &&IndexedMention| {
        let next = token_at(&layout.tokens, m.span.end);
        next >= sentence.tokens.end || !(is_possessive(layout.word(next)) || is_possessive(layout.word(next - 1)))
    };
    let first = inside
        .iter()
        .filter(|m| m.is_person())
        .find(free)
        .or_else(|| inside.iter().filter(|m| m.is_speaker()).find(free))?;
    let start = token_at(&layout.tokens, first.span.start);
    let end = layout.tokens.partition_point(|t| t.span.start < first.span.end).max(start + 1);
    Some((start..end, first.chain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_heads_the_words_for_a_speaker() {
        let named = |words: &str, name: &str, kind| {
            let start = words.find(name).unwrap();
            is_named_by(words, Span::new(start, start + name.len()), kind)
        };
        for (words, name, kind) in [
            ("Ana Ruiz", "Ana Ruiz", EntityType::Person),
            ("Mayor Ana Ruiz", "Ana Ruiz", EntityType::Person),
            ("Ana Ruiz of the clinic", "Ana Ruiz", EntityType::Person),
            ("Norrvarv, the yard,", "Norrvarv", EntityType::Org),
        ] {
            assert!(named(words, name, kind), "{words}");
        }
        for (words, name, kind) in [
            ("a friend of Ana Ruiz", "Ana Ruiz", EntityType::Person),
            ("Ana Ruiz’s brother", "Ana Ruiz", EntityType::Person),
            ("the mayor of Lund", "Lund", EntityType::Gpe),
        ] {
            assert!(!named(words, name, kind), "{words}");
        }
    }
}
