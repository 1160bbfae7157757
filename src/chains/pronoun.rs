//! A pronoun of the third person: its case, its gender and where it stands.

use super::discourse_model::Referent;
use super::gender::Gender;
use super::mention_context::MentionContext;
use crate::lexicon::*;
use crate::syntax::TokenView;

/// A pronoun in its context.
#[derive(Clone, Copy, Debug)]
pub struct Pronoun {
    pub context: MentionContext,
    pub she: bool,
    pub form: Form,
    /// Punctuation or a conjunction stands before it.
    pub opens_clause: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

impl Pronoun {
    pub fn at(view: &TokenView, token: usize, quote: Option<usize>) -> Pronoun {
        let form = if view.has(token, SUBJECT) {
            Form::Subject
        } else if view.has(token, REFLEXIVE) {
            Form::Reflexive
        } else if view.is(token, "his") || (view.is(token, "her") && owns_next(view, token)) {
            Form::Possessive
        } else {
            Form::Object
        };
        let before = token.checked_sub(1);
        let opens_clause = before.is_some_and(|t| view.is_punctuation(t) || view.has(t, CONJUNCTION));
        Pronoun {
            context: MentionContext::of(view, token..token + 1, quote),
            she: view.has(token, SHE),
            form,
            opens_clause,
        }
    }

    /// Whether this gender is known and the other one.
    pub fn excludes(&self, gender: Gender) -> bool {
        gender.0 != 0 && (gender.0 > 0) != self.she
    }

    /// Positive if the person's gender is the pronoun's, negative if it is the other one.
    pub fn agreement(&self, referent: &Referent) -> i32 {
        if self.she { referent.gender.0 } else { -referent.gender.0 }
    }
}

/// "her car", not "saw her in".
fn owns_next(view: &TokenView, token: usize) -> bool {
    let next = token + 1;
    next < view.sentence_tokens(token).end
        && view.is_word(next)
        && (!view.has(next, LISTED & !(ROLE | PERSON | MODIFIER)) || view.is_capitalised(next))
}

#[cfg(test)]
mod tests {
    use super::super::discourse_model::DiscourseModel;
    use super::*;
    use crate::syntax::testing::{token, with_view};

    #[test]
    fn the_form_of_a_pronoun() {
        for (text, word, form) in [
            ("Then he slept.", "he", Form::Subject),
            ("They saw him there.", "him", Form::Object),
            ("They saw himself.", "himself", Form::Reflexive),
            ("They saw his car.", "his", Form::Possessive),
            ("They saw his.", "his", Form::Possessive),
            ("They saw her car.", "her", Form::Possessive),
            ("They saw her deputy.", "her", Form::Possessive),
            ("They saw her sister.", "her", Form::Possessive),
            ("They saw her former car.", "her", Form::Possessive),
            ("They saw her The Hague.", "her", Form::Possessive),
            ("They saw her in town.", "her", Form::Object),
            ("They saw her.", "her", Form::Object),
            ("They saw her\n\nCars sold", "her", Form::Object),
        ] {
            with_view(text, |view| assert_eq!(Pronoun::at(view, token(view, word), None).form, form, "{text}"));
        }
    }

    #[test]
    fn a_pronoun_opens_a_clause_after_a_mark_or_a_conjunction() {
        for (text, opens) in [
            ("It rained, he slept.", true),
            ("It rained and he slept.", true),
            ("It rained because he slept.", true),
            ("Then he slept.", false),
            ("he slept.", false),
        ] {
            with_view(text, |view| {
                assert_eq!(Pronoun::at(view, token(view, "he"), None).opens_clause, opens, "{text}")
            });
        }
    }

    #[test]
    fn a_pronoun_agrees_with_a_person_of_its_gender() {
        for (word, gender, agreement) in [("he", -3, 3), ("he", 3, -3), ("she", 3, 3), ("she", -3, -3), ("she", 0, 0)] {
            let mut model = DiscourseModel::default();
            let person = model.add(Some(0), Gender(gender), 1);
            let text = format!("Then {word} slept.");
            with_view(&text, |view| {
                let pronoun = Pronoun::at(view, token(view, word), Some(4));
                assert_eq!(pronoun.agreement(&model.referents[person]), agreement, "{word} {gender}");
                assert_eq!((pronoun.she, pronoun.context.quote), (word == "she", Some(4)));
            });
        }
    }
}
