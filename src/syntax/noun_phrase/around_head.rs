//! Noun phrases around a known head, a role or another word for a person: "the former Russian defence minister".

use crate::entities::EntityType;
use crate::lexicon::*;
use crate::syntax::TokenView;
use core::ops::Range;

/// A phrase for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonPhrase {
    /// Modifiers and head without a determiner, as in a title.
    pub tokens: Range<usize>,
    pub head: usize,
    /// The article, possessive pronoun or *'s* before it.
    pub determiner: Option<usize>,
}

/// Which words may stand between the determiner and the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifiers {
    /// Those that the lexicon lists, capitalised words before a capitalised head, and entities.
    Listed,
    /// Also a few words that are in no list: "the *young black* man".
    Any,
}

/// How many unlisted words may stand before the head of a phrase with a determiner.
const UNKNOWN_MODIFIERS: usize = 3;
/// No phrase reaches further to the left of its head than this.
const LONGEST: usize = 12;

impl PersonPhrase {
    /// The phrase whose head is this token, read to the left.
    pub fn around(view: &TokenView, head: usize, modifiers: Modifiers) -> PersonPhrase {
        let from = view.sentence_tokens(head).start.max(head.saturating_sub(LONGEST));
        let capitals = view.is_capitalised(head);
        let (mut start, mut known, mut unknown) = (head, head, 0);
        while start > from {
            let word = start - 1;
            if view.has(word, DEFINITE | INDEFINITE | POSSESSIVE) || view.is_possessive_mark(word) {
                return PersonPhrase { tokens: start..PersonPhrase::end(view, head), head, determiner: Some(word) };
            }
            if let Some(entity) = view.entity(word) {
                let entity = &view.entities[entity];
                let belongs = matches!(
                    entity.kind,
                    EntityType::Norp | EntityType::Gpe | EntityType::Org | EntityType::Loc | EntityType::Fac
                );
                if !belongs || entity.tokens.start < from || entity.tokens.end > start {
                    break;
                }
                start = entity.tokens.start;
                known = start;
            } else if view.is_inner_hyphen(word)
                && word > from
                && view.is_word(word - 1)
                && view.entity(word - 1).is_none()
            {
                start = word - 1;
                known = start;
            } else if view.has(word, MODIFIER | ROLE)
                || (view.is_word(word) && !view.has(word, LISTED) && capitals && view.is_capitalised(word))
            {
                start = word;
                known = start;
            } else if modifiers == Modifiers::Any
                && unknown < UNKNOWN_MODIFIERS
                && view.is_word(word)
                && !view.has(word, LISTED)
                && !view.is_capitalised(word)
            {
                unknown += 1;
                start = word;
            } else {
                break;
            }
        }
        // Without a determiner, words that are not surely part of the phrase are left out.
        PersonPhrase { tokens: known..PersonPhrase::end(view, head), head, determiner: None }
    }

    /// The end of the head with everything that hyphens tie to it: "president-elect".
    fn end(view: &TokenView, head: usize) -> usize {
        let mut end = head + 1;
        while view.is_inner_hyphen(end) && view.is_word(end + 1) && view.entity(end + 1).is_none() && end - head < 6 {
            end += 2;
        }
        end
    }

    /// The tokens of the mention: with the determiner, unless that belongs to a possessor ("*his* boss").
    pub fn mention(&self, view: &TokenView) -> Range<usize> {
        match self.determiner {
            Some(word) if view.has(word, DEFINITE | INDEFINITE) => word..self.tokens.end,
            _ => self.tokens.clone(),
        }
    }

    pub fn is_definite(&self, view: &TokenView) -> bool {
        self.determiner.is_some_and(|word| view.has(word, DEFINITE | POSSESSIVE) || view.is_possessive_mark(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::testing::{token, with_view, words};

    /// The determiner in brackets and the phrase.
    fn phrase(marked: &str, head: &str, modifiers: Modifiers) -> String {
        with_view(marked, |view| {
            let phrase = PersonPhrase::around(view, token(view, head), modifiers);
            assert_eq!(view.word(phrase.head), head);
            let determiner = phrase.determiner.map_or(String::new(), |word| format!("({}) ", view.word(word)));
            determiner + &words(view, &phrase.tokens)
        })
    }

    #[test]
    fn a_phrase_reaches_left_to_its_determiner() {
        for (marked, head, expected) in [
            ("They met the mayor.", "mayor", "(the) mayor"),
            ("They met a former defence minister.", "minister", "(a) former defence minister"),
            ("They met the actor mayor.", "mayor", "(the) actor mayor"),
            ("They met his deputy chief.", "chief", "(his) deputy chief"),
            ("They met {GPE Oslo}'s deputy mayor.", "mayor", "('s) deputy mayor"),
            ("Prime minister Lund left.", "minister", "Prime minister"),
            // A verb is no part of a phrase, and neither is an unlisted word.
            ("The town met mayor Lund.", "mayor", "mayor"),
            ("They met the weary mayor.", "mayor", "mayor"),
            // No phrase begins in an earlier sentence.
            ("They liked the former\n\nminister Lund.", "minister", "minister"),
        ] {
            assert_eq!(phrase(marked, head, Modifiers::Listed), expected, "{marked}");
        }
    }

    #[test]
    fn a_phrase_holds_nationalities_places_and_organisations() {
        for kind in ["NORP", "GPE", "ORG", "LOC", "FAC"] {
            let marked = format!("They met the former {{{kind} East Varde}} defence minister.");
            assert_eq!(
                phrase(&marked, "minister", Modifiers::Any),
                "(the) former East Varde defence minister",
                "{kind}"
            );
        }
        for kind in ["PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"] {
            let marked = format!("They met the former {{{kind} East Varde}} defence minister.");
            assert_eq!(phrase(&marked, "minister", Modifiers::Any), "defence minister", "{kind}");
        }
        let inside = "They met the former {ORG Defence Minister} yesterday.";
        assert_eq!(phrase(inside, "Minister", Modifiers::Any), "Minister");
    }

    #[test]
    fn hyphens_join() {
        for (marked, head, expected) in [
            ("They met the vice-president.", "president", "(the) vice-president"),
            ("They met the vice - president.", "president", "president"),
            ("They met the so-called coach.", "coach", "(the) so-called coach"),
            ("They met the {GPE US}-trained coach.", "coach", "coach"),
            ("They met the president-elect today.", "president", "(the) president-elect"),
            ("They met the president - elect today.", "president", "(the) president"),
            ("They met president-{PERSON Lund} today.", "president", "president"),
            ("They met the commander-in-chief today.", "commander", "(the) commander-in-chief"),
            ("They met the boss-of-all-the-old-ones.", "boss", "(the) boss-of-all-the"),
        ] {
            assert_eq!(phrase(marked, head, Modifiers::Any), expected, "{marked}");
        }
    }

    #[test]
    fn unlisted_capitals_stand_before_a_capitalised_head_only() {
        for (marked, head, expected) in [
            ("They met Harbour Safety Minister Lund.", "Minister", "Harbour Safety Minister"),
            ("They met Harbour Safety minister Lund.", "minister", "minister"),
            ("They met safety Minister Lund.", "Minister", "Minister"),
            ("When Minister Lund left, it rained.", "Minister", "Minister"),
        ] {
            assert_eq!(phrase(marked, head, Modifiers::Listed), expected, "{marked}");
        }
    }

    #[test]
    fn a_few_words_that_are_in_no_list_may_stand_before_a_head() {
        use Modifiers::{Any, Listed};
        for (marked, modifiers, expected) in [
            ("They met the young weary man.", Any, "(the) young weary man"),
            ("They met the young weary man.", Listed, "man"),
            ("They met the tall quiet weary man.", Any, "(the) tall quiet weary man"),
            ("They met the bearded tall quiet weary man.", Any, "man"),
            ("They met the Weary man.", Any, "man"),
            ("They met the weary and man.", Any, "man"),
            // Without a determiner, the phrase ends at the last word that surely belongs to it.
            ("They met weary man.", Any, "man"),
            ("They met weary young man.", Any, "young man"),
        ] {
            assert_eq!(phrase(marked, "man", modifiers), expected, "{marked}");
        }
    }

    #[test]
    fn no_phrase_is_longer_than_twelve_words_before_its_head() {
        let marked = |words: usize| format!("They met the {}minister.", "senior ".repeat(words));
        let expected = |words: usize| format!("{}minister", "senior ".repeat(words));
        assert_eq!(phrase(&marked(11), "minister", Modifiers::Listed), format!("(the) {}", expected(11)));
        assert_eq!(phrase(&marked(12), "minister", Modifiers::Listed), expected(12));
        assert_eq!(phrase(&marked(13), "minister", Modifiers::Listed), expected(12));
    }

    #[test]
    fn a_mention_has_its_article_but_not_its_possessor() {
        for (marked, mention, definite) in [
            ("They met the chief.", "the chief", true),
            ("They met this chief.", "this chief", true),
            ("They met a chief.", "a chief", false),
            ("They met his chief.", "chief", true),
            ("They met {GPE Oslo}'s chief.", "chief", true),
            ("They met police chief Lund.", "police chief", false),
        ] {
            with_view(marked, |view| {
                let phrase = PersonPhrase::around(view, token(view, "chief"), Modifiers::Listed);
                assert_eq!(words(view, &phrase.mention(view)), mention, "{marked}");
                assert_eq!(phrase.is_definite(view), definite, "{marked}");
            });
        }
    }
}
