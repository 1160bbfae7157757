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

#[cfg(test)]
mod tests {
    use super::super::discourse_model::DiscourseModel;
    use super::super::gender::Gender;
    use super::super::pronoun::Pronoun;
    use super::*;
    use crate::syntax::testing::{token, with_view};

    #[test]
    fn every_class_of_word_is_told_apart() {
        let words = [
            ",", "(", "–", "“", ".", "’s", "and", "who", "when", "of", "by", "near", "was", "said", "painted", "mayor",
            "the", "Lund", "rain",
        ];
        for (at, word) in words.into_iter().enumerate() {
            let space = if word == "’s" { "" } else { " " };
            let text = format!("Ada{space}{word} x");
            with_view(&text, |view| assert_eq!(class(view, Some(token(view, word))), at + 1, "{word}"));
        }
        assert_eq!(words.len() + 1, CLASSES);
        with_view("Ada", |view| assert_eq!(class(view, None), 0));
    }

    #[test]
    fn a_phrase_or_a_clause_may_open_the_sentence() {
        for (text, opens) in [
            ("After he slept, rain fell.", true),
            ("In a note he wrote, rain fell.", true),
            ("Then he slept, rain fell.", false),
            ("After lunch, he slept, sat and ran.", false),
            ("After he slept rain fell.", false),
        ] {
            with_view(text, |view| {
                assert_eq!(fronted(view, &at(token(view, "he"), 0)), opens, "{text}");
            });
        }
    }

    /// Whether the name behind "her" is a phrase with it.
    #[test]
    fn a_possessive_may_own_the_name() {
        for (marked, owned) in [
            ("They met her brother {PERSON Roth}.", true),
            ("They met her friend and colleague {PERSON Roth}.", true),
            ("They met her husband, {PERSON Roth}.", true),
            ("They met her near {PERSON Roth}.", false),
            ("They met her house, {PERSON Roth}.", false),
            ("They met her brother, who saw {PERSON Roth}.", false),
        ] {
            with_view(marked, |view| {
                let candidate = Candidate {
                    referent: 0,
                    rank: 0,
                    agreeing_rank: 0,
                    ahead: None,
                    again: Some(view.entities[0].tokens.start),
                    last_subject: false,
                };
                assert_eq!(owns(view, &at(token(view, "her"), 0), &candidate), owned, "{marked}");
            });
        }
    }

    #[test]
    fn a_mention_may_stand_in_a_relative_clause_or_in_brackets() {
        with_view("Ames, who met Webb, slept (with Lund), and he sat.", |view| {
            let here = at(token(view, "he"), 0);
            let [ames, webb, lund] = ["Ames", "Webb", "Lund"].map(|name| at(token(view, name), 0));
            assert_eq!([ames, webb, lund].map(|there| relative_between(view, &there, &here)), [false, true, false]);
            assert_eq!([ames, webb, lund].map(|there| bracketed(view, &there)), [false, false, true]);
        });
    }

    /// The features of the only person for the last "he", by the index among those of candidates.
    fn of_person(marked: &str, change: impl Fn(&mut Candidate, &mut Referent)) -> Vec<f32> {
        with_view(marked, |view| {
            let count = view.layout.tokens.len();
            let he = (0..count).rfind(|&t| view.is(t, "he") || view.is(t, "him") || view.is(t, "his")).expect("he");
            let mut model = DiscourseModel::default();
            let person = model.add(Some(0), Gender::UNKNOWN, 1);
            let context = MentionContext::of(view, view.entities[0].tokens.clone(), None);
            model.mention(person, context, super::super::MentionKind::Name);
            let mut referent = model.referents[person].clone();
            let mut candidate = Candidate {
                referent: person,
                rank: 0,
                agreeing_rank: 0,
                ahead: None,
                again: None,
                last_subject: false,
            };
            change(&mut candidate, &mut referent);
            let pronoun = Pronoun::at(view, he, None);
            let query =
                QueryContext { view, pronoun, last_same: None, most_names: 1, agreeing: 1, most_salient: MENTION };
            let mut out = Writer::new();
            of_candidate(&query, &referent, &candidate, &mut out);
            out.done()[2 * CLASSES..OF_CANDIDATE].to_vec()
        })
    }

    #[test]
    fn each_property_has_its_own_feature() {
        let set = |marked: &str, change: fn(&mut Candidate, &mut Referent)| -> Vec<usize> {
            let features = of_person(marked, change);
            (0..features.len()).filter(|&at| features[at] != 0.0).collect()
        };
        let first =
            |found: Vec<usize>, upto: usize| -> Vec<usize> { found.into_iter().filter(|&at| at < upto).collect() };
        // Named again behind the pronoun.
        assert_eq!(
            first(set("Rain. {PERSON Roth} slept.\n\nThen he sat with Roth.", |c, _| c.again = Some(9)), 8),
            [0, 1, 2]
        );
        assert_eq!(first(set("Rain. {PERSON Roth} slept.\n\nThen he sat.", |_, _| ()), 8), [0; 0]);
        // Subject to subject, in the same, the next and a later sentence.
        assert_eq!(first(set("{PERSON Roth} said he sat.", |_, _| ()), 11), [8]);
        assert_eq!(first(set("{PERSON Roth} said no. Then he sat.", |_, _| ()), 11), [9]);
        assert_eq!(first(set("{PERSON Roth} said no. Rain. Then he sat.", |_, _| ()), 11), [10]);
        // Salience: it halves with each sentence.
        let salience = |marked: &str| of_person(marked, |_, _| ())[30..33].to_vec();
        assert_eq!(salience("{PERSON Roth} said he sat."), [4.0 / 12.0, 1.0, 0.0]);
        assert_eq!(salience("{PERSON Roth} said no. Rain. Then he sat."), [2.0 / 12.0, 0.0, 1.0]);
    }
}
