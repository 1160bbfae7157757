//! Features of the pronoun ranker that read the words around the pronoun and around a candidate's last mention, and how
//! the candidate compares with the others.

use super::discourse_model::{MENTION, Referent};
use super::features::{Candidate, QueryContext, Writer, boundaries, paragraph};
use super::mention_context::MentionContext;
use super::pronoun::Form;
use crate::lexicon::*;
use crate::syntax::TokenView;
use crate::text::quotation_mark::QuotationMark;

/// How many features this module writes.
pub const FEATURES: usize = OF_PRONOUN + OF_CANDIDATE;
const OF_PRONOUN: usize = 3 * CLASSES + 9;
const OF_CANDIDATE: usize = 2 * CLASSES + 41;

/// The classes of a word beside a mention.
const CLASSES: usize = 20;

/// The class of a word beside a mention; 0 outside the sentence.
fn class(view: &TokenView, token: Option<usize>) -> usize {
    let Some(at) = token else { return 0 };
    let word = view.word(at);
    match word {
        "," => return 1,
        "(" | ")" | "[" | "]" => return 2,
        "–" | "—" | "--" | ":" | ";" => return 3,
        _ if QuotationMark::is_english_double(word) => return 4,
        _ if view.is_punctuation(at) => return 5,
        _ => {}
    }
    let is = |words: &[&str]| words.iter().any(|word| view.is(at, word));
    if view.is_possessive_mark(at) {
        6
    } else if is(&["and", "or", "but"]) {
        7
    } else if view.has(at, RELATIVE) {
        8
    } else if is(&["that", "because", "when", "while", "if", "although", "though", "whether", "where"]) {
        9
    } else if is(&["of"]) {
        10
    } else if is(&["by", "with"]) {
        11
    } else if view.has(at, PREPOSITION) {
        12
    } else if view.has(at, AUXILIARY) {
        13
    } else if view.has(at, REPORTING) {
        14
    } else if view.has(at, VERB) || (view.is_lower(at) && word.len() > 3 && word.ends_with("ed")) {
        15
    } else if view.has(at, ROLE | PERSON | ADDRESS) {
        16
    } else if view.has(at, DEFINITE | INDEFINITE | POSSESSIVE) {
        17
    } else if view.is_capitalised(at) {
        18
    } else {
        19
    }
}

/// The token before these, in their sentence.
fn before(view: &TokenView, mention: &MentionContext) -> Option<usize> {
    mention.token.checked_sub(1).filter(|&token| token >= view.sentence_tokens(mention.token).start)
}

/// The token that stands this far behind these, in their sentence.
fn behind(view: &TokenView, mention: &MentionContext, far: usize) -> Option<usize> {
    Some(mention.end + far).filter(|&token| token < view.sentence_tokens(mention.token).end)
}

pub fn of_pronoun(query: &QueryContext, out: &mut Writer) {
    let (view, here) = (query.view, &query.pronoun.context);
    out.one_of(class(view, before(view, here)), CLASSES);
    out.one_of(class(view, behind(view, here, 0)), CLASSES);
    out.one_of(class(view, behind(view, here, 1)), CLASSES);
    out.one_of(query.agreeing.min(4), 5);
    out.flag(query.last_same.is_some());
    out.flag(query.last_same.is_some_and(|(_, sentence)| sentence == here.sentence));
    out.flag(fronted(view, here));
    out.flag(here.before_verb);
}

/// Whether the pronoun stands in a phrase or clause that opens its sentence before the main clause: "After he left, …"
fn fronted(view: &TokenView, here: &MentionContext) -> bool {
    let sentence = view.sentence_tokens(here.token);
    view.has(sentence.start, PREPOSITION | CONJUNCTION)
        && !(sentence.start..here.token).any(|token| view.word(token) == ",")
        && (here.end..sentence.end.min(here.end + 20)).any(|token| view.word(token) == ",")
}

pub fn of_candidate(query: &QueryContext, referent: &Referent, candidate: &Candidate, out: &mut Writer) {
    let (view, pronoun) = (query.view, &query.pronoun);
    let (here, there) = (&pronoun.context, candidate.ahead.as_ref().unwrap_or(&referent.last));
    out.one_of(class(view, before(view, there)), CLASSES);
    out.one_of(class(view, behind(view, there, 0)), CLASSES);

    let sentences = here.sentence.abs_diff(there.sentence);
    let between = if sentences == 0 { boundaries(view, here, there) } else { 3 };
    let subject = pronoun.form == Form::Subject;
    let object = pronoun.form == Form::Object;
    let ahead = candidate.ahead.is_some();

    // Named again behind the pronoun: "he saw Ames" is another man than Ames.
    let again = candidate.again.filter(|_| !ahead);
    let again_near = again.is_some_and(|token| boundaries(view, here, &at(token, here.sentence)) == 0);
    out.flag(again.is_some());
    out.flag(again_near);
    out.flag(again.is_some() && subject);
    out.flag(again.is_some() && pronoun.form == Form::Possessive && !fronted(view, here));
    out.flag(ahead && between == 0);
    out.flag(ahead && subject && !fronted(view, here));
    out.flag(ahead && fronted(view, here));
    // "his brother Ames", "her husband, Ames"
    out.flag(pronoun.form == Form::Possessive && owns(view, here, candidate));

    // The same part in both clauses.
    let direct = |mention: &MentionContext| {
        !mention.before_verb && !mention.after_preposition && !mention.possessive && !mention.opens
    };
    out.flag(subject && there.before_verb && sentences == 0);
    out.flag(subject && there.before_verb && sentences == 1);
    out.flag(subject && there.before_verb && sentences > 1);
    out.flag(object && here.after_preposition && there.after_preposition);
    out.flag(object && !here.after_preposition && direct(there));
    out.flag(pronoun.form == Form::Possessive && there.possessive);
    out.flag(direct(there));
    out.flag(direct(there) && sentences == 0);
    out.flag(there.after_preposition && sentences == 0);
    out.flag(there.possessive && sentences == 0);
    out.flag(there.possessive && sentences == 1);
    // "Ames said he", and "Ames told Webb he".
    out.flag(subject && there.says && sentences == 0 && between == 0);
    out.flag(subject && pronoun.opens_clause && there.says && sentences == 0);
    // Within one clause: "Ames gave her his book".
    out.flag(object && sentences == 0 && between == 0 && there.before_verb && !here.after_preposition);
    out.flag(pronoun.form == Form::Possessive && sentences == 0 && between == 0 && there.before_verb);
    out.flag(pronoun.form == Form::Possessive && sentences == 0 && between == 0 && there.after_preposition);

    out.flag(sentences == 0 && relative_between(view, there, here));
    out.flag(bracketed(view, there));
    out.flag(sentences == 0 && there.in_list);
    let paragraphs = paragraph(view, here).zip(paragraph(view, there)).map_or(0, |(a, b)| a.abs_diff(b));
    out.one_of((paragraphs as usize).min(2), 3);

    let salience = referent.salience_in(here.sentence);
    out.log((salience / (MENTION / 8)) as usize);
    out.flag(salience > 0 && salience == query.most_salient);
    out.flag(salience * 2 < query.most_salient);
    out.flag(referent.mentions > 0 && referent.introduced == 0);
    out.flag(referent.mentions > 0 && referent.introduced <= 1);
    out.log(referent.subjects);
    out.flag(candidate.last_subject);
    out.flag(candidate.last_subject && subject);
    out.flag(candidate.agreeing_rank == 0 && sentences == 0);
    out.flag(candidate.agreeing_rank == 0 && sentences == 1);
    out.flag(candidate.agreeing_rank == 0 && there.before_verb);
}

fn at(token: usize, sentence: usize) -> MentionContext {
    MentionContext { token, end: token + 1, sentence, ..MentionContext::default() }
}

/// Whether the possessive pronoun and the name are one phrase: "her friend and colleague Ames", "his wife, Ames".
fn owns(view: &TokenView, here: &MentionContext, candidate: &Candidate) -> bool {
    const LONGEST: usize = 6;
    let Some(name) = candidate.again else { return false };
    let noun = |token: usize| view.has(token, ROLE | PERSON);
    let inside = |token: usize| {
        (view.is_word(token) && !view.has(token, PREPOSITION | AUXILIARY | VERB | REPORTING | RELATIVE))
            || view.word(token) == ","
            || view.is_inner_hyphen(token)
    };
    name > here.end
        && name - here.end <= LONGEST
        && (here.end..name).all(inside)
        && (noun(name - 1) || (view.word(name - 1) == "," && noun(name - 2)))
}

/// "Ames, who met Webb, said he": whether the mention stands behind a *who* that belongs to somebody else.
fn relative_between(view: &TokenView, there: &MentionContext, here: &MentionContext) -> bool {
    there.token < here.token
        && (there.token.saturating_sub(6).max(view.sentence_tokens(there.token).start)..there.token)
            .rev()
            .take_while(|&token| view.word(token) != ",")
            .any(|token| view.has(token, RELATIVE))
}

/// "(with Ames)": in brackets.
fn bracketed(view: &TokenView, there: &MentionContext) -> bool {
    let start = view.sentence_tokens(there.token).start.max(there.token.saturating_sub(8));
    let mark = (start..there.token).rev().find(|&token| matches!(view.word(token), "(" | ")"));
    mark.is_some_and(|token| view.word(token) == "(")
}
