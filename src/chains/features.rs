//! The features of the pronoun ranker: of a pronoun, and of a person whom it may mean.
//!
//! Their order is that of the trained weights (`ranker_weights.rs`): to add, remove or reorder one is to train again.

use super::MentionKind;
use super::discourse_model::{Article, Referent};
use super::mention_context::MentionContext;
use crate::syntax::TokenView;
use crate::syntax::lexicon::*;
use crate::text::quotation_mark::QuotationMark;

/// How many features an antecedent has.
pub const FEATURES: usize = 84;

pub type Features = [f32; FEATURES];

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

/// What all candidates for one pronoun have in common.
pub struct QueryContext<'f> {
    pub view: &'f TokenView<'f>,
    pub pronoun: Pronoun,
    /// The referent of the last pronoun of this gender, and the sentence of that pronoun.
    pub last_same: Option<(usize, usize)>,
    /// How many names the most often named person of the text has.
    pub most_names: usize,
    /// How many antecedents agree with the pronoun.
    pub agreeing: usize,
}

/// A candidate for the antecedent of a pronoun.
#[derive(Clone, Copy)]
pub struct Candidate {
    pub referent: usize,
    /// How many other people have been mentioned since, and how many of them agree with the pronoun.
    pub rank: usize,
    pub agreeing_rank: usize,
    /// The person is mentioned only after the pronoun, here.
    pub ahead: Option<MentionContext>,
}

/// The features of the last choice: nobody whom the text names or describes.
pub fn of_nobody(query: &QueryContext) -> Features {
    let mut out = Writer::new();
    of_pronoun(query, &mut out);
    out.flag(true);
    out.done()
}

pub fn of_candidate(query: &QueryContext, referent: &Referent, candidate: Candidate) -> Features {
    let mut out = Writer::new();
    let (pronoun, view) = (&query.pronoun, query.view);
    let here = &pronoun.context;
    let there = candidate.ahead.as_ref().unwrap_or(&referent.last);
    of_pronoun(query, &mut out);
    out.flag(false);

    let agreement = pronoun.agreement(referent);
    out.one_of(
        match agreement {
            ..=-6 => 0,
            -5..=-1 => 1,
            0 => 2,
            1..=5 => 3,
            6.. => 4,
        },
        5,
    );

    let sentences = here.sentence.abs_diff(there.sentence);
    out.one_of(
        match sentences {
            0 => 0,
            1 => 1,
            2 => 2,
            3 | 4 => 3,
            5..=8 => 4,
            _ => 5,
        },
        6,
    );
    out.log(here.token.abs_diff(there.token));
    out.flag(candidate.ahead.is_some());
    out.flag(paragraph(view, here) == paragraph(view, there));
    out.one_of(candidate.rank.min(4), 5);
    out.one_of(candidate.agreeing_rank.min(3), 4);
    out.flag(agreement >= 0 && query.agreeing == 1);

    out.one_of(
        match referent.last_kind {
            MentionKind::Name => 0,
            MentionKind::Nominal => 1,
            MentionKind::Pronoun => 2,
        },
        3,
    );
    out.flag(referent.chain.is_none());
    for article in [Article::Definite, Article::Demonstrative, Article::Indefinite, Article::Possessive] {
        out.flag(referent.chain.is_none() && referent.article == article);
    }
    out.flag(referent.chain.is_none() && referent.mentions > 1);
    out.flag(agreement > 0 && referent.chain.is_none());
    out.flag(there.in_list);
    out.flag(here.says && there.says);
    // A speaker is mentioned outside the quotation, and not inside it.
    out.flag(here.says && here.quote.is_none() && there.quote.is_some());
    out.flag(pronoun.form == Form::Subject && pronoun.opens_clause && there.before_verb && sentences <= 1);
    out.flag(pronoun.form == Form::Possessive && there.before_verb && sentences == 0);
    out.flag(pronoun.context.opens && pronoun.form == Form::Subject && referent.leads_sentence && sentences == 1);
    out.flag(candidate.ahead.is_some() && pronoun.context.opens);
    out.flag(there.before_verb);
    out.flag(there.after_preposition);
    out.flag(there.possessive);
    out.flag(there.says);
    out.flag(there.opens);
    out.flag(referent.leads_sentence);
    out.flag(there.before_verb && sentences == 0);
    out.flag(there.before_verb && sentences == 1);

    out.flag(here.quote.is_some() && there.quote == here.quote);
    out.flag(here.quote.is_some() && there.quote.is_none());
    out.flag(here.quote.is_none() && there.quote.is_some());
    // A speaker rarely says "he" of himself.
    out.flag(here.quote.is_some() && there.quote.is_none() && there.says && sentences <= 1);

    let boundaries = if sentences == 0 { boundaries(view, here, there) } else { 3 };
    out.one_of(boundaries, 4);
    // "Ames defended him": not Ames.
    out.flag(boundaries == 0 && there.before_verb && pronoun.form == Form::Object);
    out.flag(boundaries == 0 && pronoun.form == Form::Reflexive);

    out.log(referent.mentions);
    out.log(referent.names);
    out.flag(query.most_names > 1 && referent.all_names == query.most_names);
    out.number(referent.all_names as i32, 10);
    out.flag(referent.previous.is_some_and(|p| here.sentence - p.sentence.min(here.sentence) <= 1));
    let last_same = query.last_same.filter(|&(last, _)| last == candidate.referent);
    out.flag(last_same.is_some_and(|(_, sentence)| sentence == here.sentence));
    out.flag(last_same.is_some_and(|(_, sentence)| sentence + 1 == here.sentence));
    out.flag(query.last_same.is_some() && last_same.is_none());
    out.done()
}

fn of_pronoun(query: &QueryContext, out: &mut Writer) {
    let pronoun = &query.pronoun;
    out.flag(pronoun.she);
    out.one_of(pronoun.form as usize, 4);
    out.flag(pronoun.context.quote.is_some());
    out.flag(pronoun.context.opens);
    out.flag(pronoun.context.says);
    out.flag(pronoun.context.after_preposition);
    out.flag(pronoun.opens_clause);
}

fn paragraph(view: &TokenView, context: &MentionContext) -> Option<u32> {
    view.layout.tokens.get(context.token).map(|t| t.paragraph)
}

/// The number of commas, conjunctions and the like between two mentions in one sentence, at most three.
fn boundaries(view: &TokenView, here: &MentionContext, there: &MentionContext) -> usize {
    let (from, to) = if there.token < here.token { (there.end, here.token) } else { (here.end, there.token) };
    (from..to.min(from + 40))
        .filter(|&token| {
            view.has(token, CONJUNCTION | RELATIVE)
                || matches!(view.word(token), "," | ";" | ":" | "–" | "—" | "--")
                || QuotationMark::is_english_double(view.word(token))
        })
        .take(3)
        .count()
}

/// Writes the features one after the other, so that each has its own index.
struct Writer {
    out: Features,
    at: usize,
}

impl Writer {
    fn new() -> Writer {
        Writer { out: [0.0; FEATURES], at: 0 }
    }

    fn push(&mut self, value: f32) {
        self.out[self.at] = value;
        self.at += 1;
    }

    fn flag(&mut self, value: bool) {
        self.push(f32::from(u8::from(value)));
    }

    fn one_of(&mut self, which: usize, count: usize) {
        for index in 0..count {
            self.flag(index == which);
        }
    }

    fn number(&mut self, value: i32, most: i32) {
        self.push(value.min(most) as f32 / most as f32);
    }

    /// The logarithm of a distance or a count, rounded.
    fn log(&mut self, value: usize) {
        self.push((usize::BITS - value.leading_zeros()).min(12) as f32 / 12.0);
    }

    fn done(self) -> Features {
        self.out
    }
}
