//! From a speaker's words to the chain that they mention, and from a sentence to the person that it is about.

use crate::chains::{Chain, MentionKind};
use crate::entities::EntityType;
use crate::layout::Layout;
use crate::lexicon::{
    CLAUSE, DEFINITE, Flags, LINK, LISTED, LONE_SUBJECT, MODIFIER, PERSON, PERSONAL_TITLE, QUALIFIER, ROLE,
};
use crate::syntax::TokenView;
use crate::text::{Span, is_possessive, sort_by_numbers};
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
    pub mention: MentionKind,
}

impl IndexedMention {
    /// Can be a speaker.
    pub fn is_speaker(&self) -> bool {
        matches!(self.kind, EntityType::Person | EntityType::Org | EntityType::Gpe | EntityType::Norp)
    }

    pub fn is_name(&self) -> bool {
        self.mention == MentionKind::Name
    }

    pub fn is_person(&self) -> bool {
        self.kind == EntityType::Person
    }
}

impl MentionIndex {
    /// The mentions of those who have a name.
    pub fn of(chains: &[Chain]) -> MentionIndex {
        MentionIndex::of_those(chains, |chain| chain.name.is_some())
    }

    /// The mentions of people without a name.
    pub fn of_unnamed(chains: &[Chain]) -> MentionIndex {
        MentionIndex::of_those(chains, |chain| chain.name.is_none())
    }

    fn of_those(chains: &[Chain], belongs: impl Fn(&Chain) -> bool) -> MentionIndex {
        let mut list: Vec<IndexedMention> = chains
            .iter()
            .enumerate()
            .filter(|(_, chain)| belongs(chain))
            .flat_map(|(chain, c)| {
                c.mentions.iter().map(move |m| IndexedMention { span: m.span, chain, kind: c.kind, mention: m.kind })
            })
            .collect();
        sort_by_numbers(&mut list, |m| (m.span.start, usize::MAX - m.span.end));
        MentionIndex { list }
    }

    /// The mention right before a token, or before a comma before it: what a relative pronoun there refers to.
    fn before(&self, view: &TokenView, token: usize) -> Option<&IndexedMention> {
        let mut end = token;
        if end > 0 && view.word(end - 1) == "," {
            end -= 1;
        }
        let last = view.layout.tokens.get(end.checked_sub(1)?)?.span;
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

/// The chain that these words of a speaker mention.
pub fn of_speaker(view: &TokenView, mentions: &MentionIndex, tokens: &Range<usize>) -> Option<usize> {
    if matches!(view.word(tokens.start).to_ascii_lowercase().as_str(), "who" | "which" | "that") && tokens.len() == 1 {
        return mentions.before(view, tokens.start).map(|m| m.chain);
    }
    let span = view.span(tokens.clone());
    let inside = mentions.within(span);
    // "her husband", "Ruiz's lawyer": a possessor is not the head.
    let head = |m: &&IndexedMention| {
        let next = token_at(&view.layout.tokens, m.span.end);
        let possessor = (next < tokens.end && is_possessive(view.word(next)))
            || (next > tokens.start && next < tokens.end && is_possessive(view.word(next - 1)));
        let determiner = m.mention == MentionKind::Pronoun
            && m.span.len() < span.len()
            && matches!(
                m.span.of(view.layout.text).to_ascii_lowercase().as_str(),
                "his" | "her" | "their" | "its" | "my" | "our"
            );
        !possessor && !determiner && !describes_noun(view, tokens, next)
    };
    let free: Vec<&IndexedMention> = inside.iter().filter(head).collect();
    let whole = free.iter().find(|m| m.span == span);
    let person = free.iter().find(|m| m.is_person() && m.mention == MentionKind::Name && is_head(view, tokens, m));
    let nominal = free.iter().find(|m| m.span.start == span.start && m.mention != MentionKind::Name);
    let other = free.iter().find(|m| ends_phrase(view, tokens, m) && is_head(view, tokens, m));
    whole.or(person).or(nominal).or(other).map(|m| m.chain)
}

/// "Corliss administration officials", "Sokol aides": a noun follows the name, and not the name is the head.
fn describes_noun(view: &TokenView, tokens: &Range<usize>, next: usize) -> bool {
    const NOT_NOUNS: Flags = LISTED & !(ROLE | PERSON | MODIFIER | DEFINITE) | CLAUSE | QUALIFIER | LINK | LONE_SUBJECT;
    next > tokens.start
        && next < tokens.end
        && view.is_word(next)
        && view.is_lower(next)
        && !view.has(next, NOT_NOUNS)
        && !view.is_adverbial(next)
        && !is_possessive(view.word(next))
        && !view.word(next).ends_with("ing")
        && !view.word(next).ends_with("ed")
}

/// Whether the words for a speaker are a name with what belongs to it: "Mayor Ana Ruiz" is, and "a friend of Ana Ruiz"
/// is not. `name` is where the name stands in the words.
pub fn is_named_by(words: &str, name: Span, kind: EntityType) -> bool {
    let layout = Layout::of(words);
    let view = TokenView::new(&layout, &[]);
    let name = IndexedMention { span: name, chain: 0, kind, mention: MentionKind::Name };
    let index = MentionIndex { list: vec![name] };
    !layout.tokens.is_empty() && of_speaker(&view, &index, &(0..layout.tokens.len())).is_some()
}

/// The mention is the phrase's head and not a part of what qualifies it: "a lawyer for Ana Ruiz" is not
/// Ana Ruiz; "Mayor Ana Ruiz", "the head of the clinic, Ana Ruiz," and "Secretary of State Ana Ruiz" are.
fn is_head(view: &TokenView, tokens: &Range<usize>, mention: &IndexedMention) -> bool {
    let at = token_at(&view.layout.tokens, mention.span.start);
    let qualifies = |i: usize| view.has(i, QUALIFIER) && view.is_lower(i);
    if at <= tokens.start || !(tokens.start..at).any(qualifies) {
        return true;
    }
    if (tokens.start..at).any(|i| matches!(view.word(i), "who" | "whose" | "which" | "that")) {
        return false;
    }
    let last = view.word(at - 1);
    let capital = last.starts_with(char::is_uppercase)
        && !tokens::is_title_abbreviation(last.trim_end_matches('.').to_lowercase().as_str())
        && !(view.has(at - 1, PERSONAL_TITLE) && is_title_case(last));
    mention.is_person() && ends_phrase(view, tokens, mention) && (last == "," || capital)
}

/// "President", and not "PRESIDENT", which any word of a headline may be.
fn is_title_case(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase)
}

/// The mention is the end of its phrase.
fn ends_phrase(view: &TokenView, tokens: &Range<usize>, mention: &IndexedMention) -> bool {
    let next = token_at(&view.layout.tokens, mention.span.end);
    next >= tokens.end
        || matches!(
            view.word(next),
            "," | "(" | "–" | "—" | "who" | "which" | "that" | "in" | "of" | "and" | "'s" | "’s"
        )
}

/// Whom a sentence is about: the first person in it, or else the first other speaker, that is no possessor.
pub fn sentence_subject(view: &TokenView, mentions: &MentionIndex, sentence: usize) -> Option<(Range<usize>, usize)> {
    let sentence = &view.layout.sentences[sentence];
    let inside = mentions.within(sentence.span);
    let free = |m: &&IndexedMention| {
        let next = token_at(&view.layout.tokens, m.span.end);
        let possessive = m.mention == MentionKind::Pronoun
            && ["his", "her", "their", "its", "my", "our"].iter().any(|word| view.is(next.saturating_sub(1), word));
        if possessive && view.is_word(next) {
            return false;
        }
        next >= sentence.tokens.end || !(is_possessive(view.word(next)) || is_possessive(view.word(next - 1)))
    };
    let first = inside
        .iter()
        .filter(|m| m.is_person())
        .find(free)
        .or_else(|| inside.iter().filter(|m| m.is_speaker()).find(free))?;
    let start = token_at(&view.layout.tokens, first.span.start);
    let end = view.layout.tokens.partition_point(|t| t.span.start < first.span.end).max(start + 1);
    Some((start..end, first.chain))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_marked_words, with_view, words};
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

    /// The chain of the words between asterisks.
    fn chain_of(marked: &str) -> Option<usize> {
        with_marked_words(marked, |view, chains, speaker| of_speaker(view, &MentionIndex::of(chains), &speaker))
    }

    #[test]
    fn a_relative_pronoun_refers_to_the_mention_right_before_it() {
        for (marked, chain) in [
            ("{PERSON:0 Ana Ruiz} *who* said", Some(0)),
            ("{PERSON:0 Ana Ruiz}, *who* said", Some(0)),
            ("{ORG:0 Norrvarv}, *which* said", Some(0)),
            ("{nominal:0 the {GPE:1 Lund} mayor} *who* said", Some(0)),
            ("{PERSON:0 Ana Ruiz} then, *who* said", None),
            ("*Who* said", None),
        ] {
            assert_eq!(chain_of(marked), chain, "{marked}");
        }
    }

    #[test]
    fn the_head_of_the_words_gives_the_chain() {
        for (marked, chain) in [
            ("*{PERSON:0 Ana Ruiz}* said", Some(0)),
            ("*{pronoun:0 she}* said", Some(0)),
            // The mention that is all of the words comes first, then a name, then a description.
            ("*{nominal:1 the {GPE:0 Lund} mayor}* said", Some(1)),
            ("*{nominal:1 the lawyer {PERSON:0 Ana Ruiz}}* said", Some(1)),
            ("*{nominal:1 the mayor}, {PERSON:0 Ana Ruiz},* said", Some(0)),
            ("*{nominal:1 the mayor} of {GPE:0 Lund}* said", Some(1)),
            ("*the yard {ORG:0 Norrvarv}* said", Some(0)),
            ("*{ORG:0 Norrvarv} workers* said", None),
            // A possessor is no head.
            ("*{PERSON:0 Ana Ruiz}’s lawyer* said", None),
            ("*{PERSON:0 Ruiz’s} lawyer* said", None),
            ("*{pronoun:0 her} lawyer* said", None),
            ("*{pronoun:0 Her} lawyer {PERSON:1 Bo Webb}* said", Some(1)),
            ("*the mayor* said", None),
            // The name only describes a noun.
            ("*{PERSON:0 Ruiz} administration officials* said", None),
            ("*a senior {PERSON:0 Ruiz} adviser* said", None),
            ("*{PERSON:0 Ruiz} spokesman {PERSON:1 Bo Webb}* said", Some(1)),
            ("*{PERSON:0 Ruiz} herself* said", Some(0)),
        ] {
            assert_eq!(chain_of(marked), chain, "{marked}");
        }
    }

    #[test]
    fn a_name_that_only_qualifies_is_no_head() {
        for (marked, chain) in [
            ("*a lawyer for {PERSON:0 Ana Ruiz}* said", None),
            ("*a lawyer who met {PERSON:0 Ana Ruiz}* said", None),
            ("*a lawyer who met, {PERSON:0 Ana Ruiz}* said", None),
            ("*a friend of President {PERSON:0 Ana Ruiz}* said", None),
            ("*a friend of Dr. {PERSON:0 Ana Ruiz}* said", None),
            ("*the head of the clinic, {PERSON:0 Ana Ruiz},* said", Some(0)),
            ("*Secretary of State {PERSON:0 Ana Ruiz}* said", Some(0)),
            ("*the head of PRESIDENT {PERSON:0 Ana Ruiz}* said", Some(0)),
            ("*the head of the clinic, {ORG:0 Norrvarv},* said", None),
            ("*Chief Of Staff {PERSON:0 Ana Ruiz}* said", Some(0)),
        ] {
            assert_eq!(chain_of(marked), chain, "{marked}");
        }
    }

    /// The subject of the only sentence, and its chain.
    fn subject(marked: &str) -> Option<(String, usize)> {
        with_view(marked, |view, chains| {
            let (tokens, chain) = sentence_subject(view, &MentionIndex::of(chains), 0)?;
            Some((words(view, &tokens), chain))
        })
    }

    #[test]
    fn a_sentence_is_about_its_first_person_or_else_its_first_speaker() {
        for (marked, expected) in [
            ("{ORG:0 Norrvarv} hired {PERSON:1 Ana Ruiz} and {PERSON:2 Bo Webb}.", Some(("Ana Ruiz", 1))),
            ("{ORG:0 Norrvarv} bought {GPE:1 Lund}.", Some(("Norrvarv", 0))),
            ("{PERSON:0 Ana Ruiz}’s yard hired {PERSON:1 Bo Webb}.", Some(("Bo Webb", 1))),
            ("{PERSON:0 Ruiz’s} yard hired {PERSON:1 Bo Webb}.", Some(("Bo Webb", 1))),
            ("{pronoun:0 Her} brother {PERSON:1 Bo Webb} left.", Some(("Bo Webb", 1))),
            ("{ORG:0 Norrvarv}’s yard was in {GPE:1 Lund}.", Some(("Lund", 1))),
            ("The yard of {PERSON:0 Ana Ruiz}", Some(("Ana Ruiz", 0))),
            ("The {FAC:0 Lund Bridge} was closed.", None),
            ("It rained. {PERSON:0 Ana Ruiz} left.", None),
        ] {
            assert_eq!(subject(marked), expected.map(|(words, chain)| (words.to_owned(), chain)), "{marked}");
        }
    }
}
