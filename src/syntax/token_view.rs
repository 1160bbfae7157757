//! What later stages ask of a token: its word classes, the entity that it belongs to and its sentence.

use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, ADVERBIAL, DEFINITE, Flags, RELATIVE, SUBJECT, WITHOUT_STOP};
use crate::text::chars::is_hyphen;
use crate::text::{Possessive, Span};
use crate::tokens::TokenKind;
use core::ops::Range;
use std::borrow::Cow;

pub struct TokenView<'a> {
    pub layout: &'a Layout<'a>,
    pub entities: &'a [Entity],
    flags: Vec<Flags>,
    entity_at: Vec<Option<u32>>,
    /// The sentence of each token.
    sentence: Vec<u32>,
}

impl<'a> TokenView<'a> {
    pub fn new(layout: &'a Layout<'a>, entities: &'a [Entity]) -> TokenView<'a> {
        let count = layout.tokens.len();
        let mut entity_at = vec![None; count];
        for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind.is_name()) {
            for slot in entity_at.get_mut(entity.tokens.clone()).into_iter().flatten() {
                *slot = Some(index as u32);
            }
        }
        let mut sentence = vec![0; count];
        for (index, s) in layout.sentences.iter().enumerate() {
            sentence[s.tokens.clone()].fill(index as u32);
        }
        let flags = (0..count).map(|token| flags(layout.word(token))).collect();
        TokenView { layout, entities, flags, entity_at, sentence }
    }

    pub fn has(&self, token: usize, flags: Flags) -> bool {
        self.flags.get(token).is_some_and(|f| f & flags != 0)
    }

    /// The entity at this token, if it names something.
    pub fn entity(&self, token: usize) -> Option<usize> {
        self.entity_at.get(token).copied().flatten().map(|index| index as usize)
    }

    pub fn kind(&self, token: usize) -> Option<EntityType> {
        self.entity(token).map(|index| self.entities[index].kind)
    }

    pub fn is_person(&self, token: usize) -> bool {
        self.kind(token) == Some(EntityType::Person)
    }

    pub fn word(&self, token: usize) -> &'a str {
        if token < self.layout.tokens.len() { self.layout.word(token) } else { "" }
    }

    /// The word in lower case, without its full stop.
    pub fn plain(&self, token: usize) -> String {
        plain(self.word(token)).into_owned()
    }

    pub fn is(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    pub fn is_word(&self, token: usize) -> bool {
        self.layout.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
    }

    pub fn is_punctuation(&self, token: usize) -> bool {
        self.layout.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Punctuation)
    }

    pub fn is_capitalised(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Written without a capital.
    pub fn is_lower(&self, token: usize) -> bool {
        !self.word(token).contains(char::is_uppercase)
    }

    /// May stand between a subject and its verb: an adverb or an auxiliary.
    pub fn is_adverbial(&self, token: usize) -> bool {
        let word = self.word(token).as_bytes();
        self.has(token, ADVERBIAL) || (word.len() > 4 && word[word.len() - 2..].eq_ignore_ascii_case(b"ly"))
    }

    /// A possessive *'s* or apostrophe; not the verb of "he's", "that's".
    pub fn is_possessive_mark(&self, token: usize) -> bool {
        if token > 0
            && (self.has(token - 1, SUBJECT | RELATIVE | DEFINITE)
                || ["it", "there", "here", "what", "where", "how"].iter().any(|w| self.is(token - 1, w)))
        {
            return false;
        }
        Possessive::parse(self.word(token)).is_some()
    }

    /// A hyphen inside a word ("vice-president").
    pub fn is_inner_hyphen(&self, token: usize) -> bool {
        let spaced = |t: usize| self.layout.tokens.get(t).is_none_or(|t| t.spaced);
        self.word(token).chars().all(is_hyphen) && !self.word(token).is_empty() && !spaced(token) && !spaced(token + 1)
    }

    pub fn sentence(&self, token: usize) -> usize {
        self.sentence.get(token).map_or(self.layout.sentences.len(), |&s| s as usize)
    }

    /// The tokens of this token's sentence.
    pub fn sentence_tokens(&self, token: usize) -> Range<usize> {
        self.layout.sentences.get(self.sentence(token)).map_or(0..0, |s| s.tokens.clone())
    }

    /// The spans of tokens, one for each paragraph.
    pub fn by_paragraph(&self, tokens: Range<usize>) -> impl Iterator<Item = Span> {
        let inside = &self.layout.tokens[tokens];
        inside.chunk_by(|a, b| a.paragraph == b.paragraph).map(|part| part[0].span.cover(part[part.len() - 1].span))
    }

    pub fn span(&self, tokens: Range<usize>) -> Span {
        Span::new(self.layout.tokens[tokens.start].span.start, self.layout.tokens[tokens.end - 1].span.end)
    }
}

fn flags(word: &str) -> Flags {
    let flags = lexicon::flags(&plain(word));
    if word.ends_with('.') { flags & !WITHOUT_STOP } else { flags }
}

fn plain(word: &str) -> Cow<'_, str> {
    // Most words are plain already.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let mut lower = word.to_lowercase().replace('’', "'");
    if lower.ends_with('.') {
        lower.pop();
    }
    Cow::Owned(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{INDEFINITE, ROLE};
    use crate::syntax::testing::{token, with_view, words};

    /// The words of a text of which something holds.
    fn words_that(text: &str, holds: impl Fn(&TokenView, usize) -> bool) -> String {
        with_view(text, |view| {
            let tokens = (0..view.layout.tokens.len() + 2).filter(|&t| holds(view, t));
            tokens.map(|t| view.word(t)).collect::<Vec<_>>().join(" ")
        })
    }

    #[test]
    fn a_token_knows_the_name_that_it_belongs_to() {
        let text = "{PERSON Ana Ruiz} left {GPE Oslo} on {DATE Friday}.";
        with_view(text, |view| {
            for (word, entity, kind) in [
                ("Ana", Some(0), Some(EntityType::Person)),
                ("Ruiz", Some(0), Some(EntityType::Person)),
                ("left", None, None),
                ("Oslo", Some(1), Some(EntityType::Gpe)),
                ("Friday", None, None),
            ] {
                assert_eq!((view.entity(token(view, word)), view.kind(token(view, word))), (entity, kind), "{word}");
            }
        });
        assert_eq!(words_that(text, |view, t| view.is_person(t)), "Ana Ruiz");
    }

    #[test]
    fn a_word_is_looked_up_in_lower_case_and_without_its_stop() {
        with_view("MAYOR Ruiz’s aide, Gen. Lund, couldn’t say.", |view| {
            for (word, plain) in
                [("MAYOR", "mayor"), ("Ruiz", "ruiz"), ("’s", "'s"), ("Gen.", "gen"), ("couldn’t", "couldn't")]
            {
                assert_eq!(view.plain(token(view, word)), plain);
            }
            assert!(view.has(token(view, "MAYOR"), ROLE) && view.has(token(view, "Gen."), ROLE));
            assert!(view.is(0, "mayor") && !view.is(0, "mayors"));
        });
    }

    #[test]
    fn an_initial_is_not_an_article() {
        with_view("A. Lund met a man.", |view| {
            let [initial, article] = ["A.", "a"].map(|word| token(view, word));
            assert!(view.has(initial, INDEFINITE) && !view.has(initial, lexicon::DETERMINER));
            assert!(view.has(article, INDEFINITE) && view.has(article, lexicon::DETERMINER));
        });
    }

    #[test]
    fn kinds_and_capitals() {
        let text = "Ruiz’s iPhone, 40 km away, rang";
        assert_eq!(words_that(text, |view, t| view.is_word(t)), "Ruiz ’s iPhone km away rang");
        assert_eq!(words_that(text, |view, t| view.is_punctuation(t)), ", ,");
        assert_eq!(words_that(text, |view, t| view.is_capitalised(t)), "Ruiz");
        assert_eq!(words_that("Ruiz’s iPhone rang", |view, t| view.is_lower(t)).trim(), "’s rang");
    }

    #[test]
    fn adverbs_and_auxiliaries_may_stand_between_subject_and_verb() {
        let text = "She has later QUIETLY told only him, early, that no fly came";
        assert_eq!(words_that(text, |view, t| view.is_adverbial(t)), "has later QUIETLY early");
    }

    #[test]
    fn a_possessive_mark_is_not_a_short_verb() {
        for (text, marks) in [
            ("Ruiz's aide", "'s"),
            ("the workers’ leader", "’"),
            ("he's late", ""),
            ("Who’s late", ""),
            ("that's late", ""),
            ("It's late", ""),
            ("What's late", ""),
            ("there's ice", ""),
            ("Ruiz're late", ""),
        ] {
            assert_eq!(words_that(text, |view, t| view.is_possessive_mark(t)), marks, "{text}");
        }
    }

    #[test]
    fn a_hyphen_inside_a_word_has_no_space_on_either_side() {
        for (text, hyphens) in [
            ("the vice-president", "-"),
            ("the vice‑president", "‑"),
            ("the vice - president", ""),
            ("the vice- president", ""),
            ("the vice -president", ""),
            ("the vice-", ""),
            ("the vice/president", ""),
        ] {
            assert_eq!(words_that(text, |view, t| view.is_inner_hyphen(t)), hyphens, "{text}");
        }
    }

    #[test]
    fn a_token_knows_its_sentence() {
        with_view("Rain fell. Ana Ruiz left.", |view| {
            let [rain, left] = ["Rain", "left"].map(|word| token(view, word));
            assert_eq!((view.sentence(rain), view.sentence(left)), (0, 1));
            assert_eq!(words(view, &view.sentence_tokens(left)), "Ana Ruiz left.");
            let behind = view.layout.tokens.len();
            assert_eq!((view.sentence(behind), view.sentence_tokens(behind)), (2, 0..0));
            assert_eq!((view.word(behind), view.entity(behind), view.has(behind, ROLE)), ("", None, false));
        });
    }
}
