//! The features of the pronoun ranker: of a pronoun, and of a person whom it may mean.
//!
//! Their order is that of the trained weights (`ranker_weights.rs`): to add, remove or reorder one is to train again.

use super::MentionKind;
use super::discourse_model::{Article, Referent};
use super::mention_context::MentionContext;
use super::pronoun::{Form, Pronoun};
use super::surroundings;
use crate::lexicon::*;
use crate::syntax::TokenView;
use crate::text::quotation_mark::QuotationMark;

/// How many features an antecedent has: those written here, and those of `surroundings`.
pub const FEATURES: usize = OWN + surroundings::FEATURES;
const OWN: usize = 78;

pub type Features = [f32; FEATURES];

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
    /// The highest salience among those who agree.
    pub most_salient: u32,
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
    /// The person is named in the rest of the sentence, first here.
    pub again: Option<usize>,
    /// Among those who agree, nobody mentioned later is the subject of a verb.
    pub last_subject: bool,
}

/// The features of the last choice: nobody whom the text names or describes.
pub fn of_nobody(query: &QueryContext) -> Features {
    let mut out = Writer::new();
    of_pronoun(query, &mut out);
    out.flag(true);
    out.skip_to(OWN);
    surroundings::of_pronoun(query, &mut out);
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
    surroundings::of_pronoun(query, &mut out);
    surroundings::of_candidate(query, referent, &candidate, &mut out);
    out.done()
}

fn of_pronoun(query: &QueryContext, out: &mut Writer) {
    let pronoun = &query.pronoun;
    // Not the gender: men and women are spoken of alike, and the texts to learn from have more men.
    out.flag(opens_paragraph(query.view, &pronoun.context));
    out.one_of(pronoun.form as usize, 4);
    out.flag(pronoun.context.quote.is_some());
    out.flag(pronoun.context.opens);
    out.flag(pronoun.context.says);
    out.flag(pronoun.context.after_preposition);
    out.flag(pronoun.opens_clause);
}

/// Nobody is mentioned before the pronoun in its paragraph's first sentence: it goes on with somebody.
fn opens_paragraph(view: &TokenView, context: &MentionContext) -> bool {
    let sentence = view.sentence_tokens(context.token);
    let first = view.layout.tokens.get(sentence.start);
    let before = sentence.start.checked_sub(1).and_then(|last| view.layout.tokens.get(last));
    first.zip(before).is_none_or(|(first, before)| first.paragraph != before.paragraph)
        && !(sentence.start..context.token).any(|token| view.is_person(token))
}

pub fn paragraph(view: &TokenView, context: &MentionContext) -> Option<u32> {
    view.layout.tokens.get(context.token).map(|t| t.paragraph)
}

/// The number of commas, conjunctions and the like between two mentions in one sentence, at most three.
pub fn boundaries(view: &TokenView, here: &MentionContext, there: &MentionContext) -> usize {
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
pub struct Writer {
    out: Features,
    at: usize,
}

impl Writer {
    pub fn new() -> Writer {
        Writer { out: [0.0; FEATURES], at: 0 }
    }

    fn push(&mut self, value: f32) {
        self.out[self.at] = value;
        self.at += 1;
    }

    pub fn flag(&mut self, value: bool) {
        self.push(f32::from(u8::from(value)));
    }

    pub fn one_of(&mut self, which: usize, count: usize) {
        for index in 0..count {
            self.flag(index == which);
        }
    }

    pub fn number(&mut self, value: i32, most: i32) {
        self.push(value.min(most) as f32 / most as f32);
    }

    /// The logarithm of a distance or a count, rounded.
    pub fn log(&mut self, value: usize) {
        self.push((usize::BITS - value.leading_zeros()).min(12) as f32 / 12.0);
    }

    /// Leaves the features before this index at zero.
    fn skip_to(&mut self, index: usize) {
        self.at = index;
    }

    pub fn done(self) -> Features {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::super::discourse_model::DiscourseModel;
    use super::super::gender::Gender;
    use super::*;
    use crate::syntax::testing::{token, with_view};

    /// A pronoun and a person, with nothing that tells them apart from others.
    struct Case<'f> {
        query: QueryContext<'f>,
        referent: Referent,
        candidate: Candidate,
    }

    /// The pronoun is the fourth sentence's token 30, the person was mentioned in the first one.
    fn plain<'f>(view: &'f TokenView<'f>) -> Case<'f> {
        let at = |token, sentence| MentionContext { token, end: token + 1, sentence, ..MentionContext::default() };
        let mut model = DiscourseModel::default();
        let person = model.add(Some(0), Gender::UNKNOWN, 1);
        model.referents[person] =
            Referent { last: at(2, 0), mentions: 1, names: 1, all_names: 1, ..model.referents[person].clone() };
        let pronoun = Pronoun { context: at(30, 3), she: false, form: Form::Object, opens_clause: false };
        Case {
            query: QueryContext { view, pronoun, last_same: None, most_names: 1, agreeing: 2, most_salient: 0 },
            referent: model.referents[person].clone(),
            candidate: Candidate {
                referent: person,
                rank: 0,
                agreeing_rank: 0,
                ahead: None,
                again: None,
                last_subject: false,
            },
        }
    }

    /// Four paragraphs. Only the first has words that the features look at.
    const TEXT: &str =
        "Ada slept a b c , d and e who\n\nf g h ; i j k l m n\n\no p q r s t u v w x\n\ny z a b c d e f g h";

    fn features(change: impl Fn(&mut Case)) -> Features {
        with_view(TEXT, |view| {
            let mut case = plain(view);
            change(&mut case);
            of_candidate(&case.query, &case.referent, case.candidate)
        })
    }

    /// The features of this module that are set and were not before, and those that were.
    fn changed(change: impl Fn(&mut Case)) -> (Vec<usize>, Vec<usize>) {
        let (before, after) = (features(|_| ()), features(change));
        let set = |now: Features, then: Features| (0..OWN).filter(|&at| now[at] > then[at]).collect();
        (set(after, before), set(before, after))
    }

    type Change = fn(&mut Case);

    #[test]
    fn each_property_of_pronoun_and_person_sets_its_own_features() {
        let cases: &[(&str, Change, &[usize], &[usize])] = &[
            ("she", |c| c.query.pronoun.she = true, &[], &[]),
            ("subject", |c| c.query.pronoun.form = Form::Subject, &[1], &[2]),
            ("possessive", |c| c.query.pronoun.form = Form::Possessive, &[3], &[2]),
            ("reflexive", |c| c.query.pronoun.form = Form::Reflexive, &[4], &[2]),
            ("quoted pronoun", |c| c.query.pronoun.context.quote = Some(0), &[5, 61], &[]),
            ("quoted person", |c| c.referent.last.quote = Some(0), &[62], &[]),
            (
                "one quotation",
                |c| (c.query.pronoun.context.quote, c.referent.last.quote) = (Some(0), Some(0)),
                &[5, 60],
                &[],
            ),
            (
                "two quotations",
                |c| (c.query.pronoun.context.quote, c.referent.last.quote) = (Some(1), Some(0)),
                &[5],
                &[],
            ),
            ("opening pronoun", |c| c.query.pronoun.context.opens = true, &[6], &[]),
            ("pronoun says", |c| c.query.pronoun.context.says = true, &[7], &[]),
            ("pronoun after preposition", |c| c.query.pronoun.context.after_preposition = true, &[8], &[]),
            ("pronoun opens clause", |c| c.query.pronoun.opens_clause = true, &[9], &[]),
            ("surely the other gender", |c| c.referent.gender = Gender(6), &[11], &[13]),
            ("perhaps the other gender", |c| c.referent.gender = Gender(5), &[12], &[13]),
            ("perhaps this gender", |c| c.referent.gender = Gender(-5), &[14], &[13]),
            ("surely this gender", |c| c.referent.gender = Gender(-6), &[15], &[13]),
            ("later in the ranks", |c| c.candidate.rank = 2, &[27], &[25]),
            ("far down the ranks", |c| c.candidate.rank = 9, &[29], &[25]),
            ("later among those who agree", |c| c.candidate.agreeing_rank = 1, &[31], &[30]),
            ("far down among those who agree", |c| c.candidate.agreeing_rank = 9, &[33], &[30]),
            ("nobody else agrees", |c| c.query.agreeing = 1, &[34], &[]),
            (
                "nobody else agrees and this one does not",
                |c| (c.query.agreeing, c.referent.gender) = (1, Gender(1)),
                &[12],
                &[13],
            ),
            ("last described", |c| c.referent.last_kind = MentionKind::Nominal, &[36], &[35]),
            ("last a pronoun", |c| c.referent.last_kind = MentionKind::Pronoun, &[37], &[35]),
            ("without a name", |c| c.referent.chain = None, &[38], &[]),
            ("the", |c| (c.referent.chain, c.referent.article) = (None, Article::Definite), &[38, 39], &[]),
            ("this", |c| (c.referent.chain, c.referent.article) = (None, Article::Demonstrative), &[38, 40], &[]),
            ("a", |c| (c.referent.chain, c.referent.article) = (None, Article::Indefinite), &[38, 41], &[]),
            ("his", |c| (c.referent.chain, c.referent.article) = (None, Article::Possessive), &[38, 42], &[]),
            ("an article of somebody with a name", |c| c.referent.article = Article::Definite, &[], &[]),
            ("without a name, again", |c| (c.referent.chain, c.referent.mentions) = (None, 2), &[38, 43, 70], &[]),
            (
                "without a name, of this gender",
                |c| (c.referent.chain, c.referent.gender) = (None, Gender(-1)),
                &[14, 38, 44],
                &[13],
            ),
            ("in a list", |c| c.referent.last.in_list = true, &[45], &[]),
            ("both say", |c| (c.query.pronoun.context.says, c.referent.last.says) = (true, true), &[7, 46, 55], &[]),
            (
                "the pronoun says, the person is quoted",
                |c| (c.query.pronoun.context.says, c.referent.last.quote) = (true, Some(0)),
                &[7, 47, 62],
                &[],
            ),
            ("before a verb", |c| c.referent.last.before_verb = true, &[52], &[]),
            ("after a preposition", |c| c.referent.last.after_preposition = true, &[53], &[]),
            ("a possessor", |c| c.referent.last.possessive = true, &[54], &[]),
            ("says", |c| c.referent.last.says = true, &[55], &[]),
            ("opens", |c| c.referent.last.opens = true, &[56], &[]),
            ("leads", |c| c.referent.leads_sentence = true, &[57], &[]),
            ("mentioned often", |c| c.referent.mentions = 2, &[70], &[]),
            ("named often", |c| c.referent.names = 2, &[71], &[]),
            ("named most", |c| (c.query.most_names, c.referent.all_names) = (3, 3), &[72, 73], &[]),
            ("not named most", |c| (c.query.most_names, c.referent.all_names) = (3, 2), &[73], &[]),
            ("mentioned shortly before", |c| c.referent.previous = Some(at_sentence(2)), &[74], &[]),
            ("mentioned long before", |c| c.referent.previous = Some(at_sentence(1)), &[], &[]),
            ("the last he, here", |c| c.query.last_same = Some((0, 3)), &[75], &[]),
            ("the last he, a sentence before", |c| c.query.last_same = Some((0, 2)), &[76], &[]),
            ("the last he, long before", |c| c.query.last_same = Some((0, 1)), &[], &[]),
            ("the last he was another", |c| c.query.last_same = Some((1, 3)), &[77], &[]),
        ];
        for &(what, change, set, unset) in cases {
            assert_eq!(changed(change), (set.to_vec(), unset.to_vec()), "{what}");
        }
    }

    #[test]
    fn a_pronoun_may_be_the_first_to_mean_somebody_in_its_paragraph() {
        for (marked, first) in [
            ("{PERSON Roth} slept.\n\nThen he sat.", true),
            ("{PERSON Roth} slept. Then he sat.", false),
            ("{PERSON Webb} slept.\n\nThen {PERSON Roth} said he sat.", false),
            ("Then he sat.", true),
        ] {
            with_view(marked, |view| {
                let pronoun = Pronoun::at(view, token(view, "he"), None);
                assert_eq!(opens_paragraph(view, &pronoun.context), first, "{marked}");
            });
        }
    }

    fn at_sentence(sentence: usize) -> MentionContext {
        MentionContext { sentence, ..MentionContext::default() }
    }

    #[test]
    fn sentences_between_are_counted_in_steps() {
        let step = |sentences: usize| {
            let features = features(|c| {
                c.query.pronoun.context.sentence = 10;
                c.referent.last.sentence = 10 - sentences;
            });
            (16..22).find(|&at| features[at] == 1.0).map(|at| at - 16)
        };
        let steps: Vec<_> = (0..=10).filter_map(step).collect();
        assert_eq!(steps, [0, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5]);
    }

    #[test]
    fn somebody_named_later_is_told_by_that_mention() {
        let later = MentionContext {
            possessive: true,
            ..MentionContext { token: 32, end: 33, sentence: 3, ..MentionContext::default() }
        };
        let features = features(|c| c.candidate.ahead = Some(later));
        let [distance, ahead, paragraph] = [22, 23, 24].map(|at| features[at]);
        assert_eq!((distance, ahead, paragraph, features[54]), (2.0 / 12.0, 1.0, 1.0, 1.0));
        assert_eq!(features[51], 0.0);
        let opening = self::features(|c| {
            c.candidate.ahead = Some(later);
            c.query.pronoun.context.opens = true;
        });
        assert_eq!(opening[51], 1.0);
    }

    /// Which of the features of a subject that goes on are set: pronoun and person in sentences so far apart, both
    /// opening theirs, the person before a verb.
    fn going_on(sentences: usize, form: Form, change: Change) -> Vec<usize> {
        let features = features(|c| {
            (c.query.pronoun.context.token, c.query.pronoun.context.sentence) = (4, sentences);
            (c.query.pronoun.form, c.query.pronoun.opens_clause, c.query.pronoun.context.opens) = (form, true, true);
            (c.referent.last.before_verb, c.referent.leads_sentence) = (true, true);
            change(c);
        });
        [48, 49, 50, 58, 59, 68, 69].into_iter().filter(|&at| features[at] == 1.0).collect()
    }

    #[test]
    fn a_subject_goes_on_as_a_subject_and_owns_what_its_sentence_tells_of() {
        let set = |sentences, form| going_on(sentences, form, |_| ());
        assert_eq!(set(0, Form::Subject), [48, 58]);
        assert_eq!(set(1, Form::Subject), [48, 50, 59]);
        assert_eq!(set(2, Form::Subject), [0; 0]);
        assert_eq!(set(0, Form::Possessive), [49, 58]);
        assert_eq!(set(1, Form::Possessive), [59]);
        // "Ames defended him": not Ames. "Ames defended himself": Ames.
        assert_eq!(set(0, Form::Object), [58, 68]);
        assert_eq!(set(1, Form::Object), [59]);
        assert_eq!(set(0, Form::Reflexive), [58, 69]);
    }

    #[test]
    fn a_subject_goes_on_only_from_one_subject_to_another() {
        let subject = |sentences, change| going_on(sentences, Form::Subject, change);
        assert_eq!(subject(1, |c| c.query.pronoun.opens_clause = false), [50, 59]);
        assert_eq!(subject(1, |c| c.query.pronoun.context.opens = false), [48, 59]);
        assert_eq!(subject(1, |c| c.referent.leads_sentence = false), [48, 59]);
        assert_eq!(subject(1, |c| c.referent.last.before_verb = false), [50]);
        assert_eq!(going_on(0, Form::Possessive, |c| c.referent.last.before_verb = false), [0; 0]);
        assert_eq!(going_on(0, Form::Object, |c| c.referent.last.before_verb = false), [0; 0]);
        // A comma stands between: "Ames slept a b c , him".
        assert_eq!(going_on(0, Form::Object, |c| c.query.pronoun.context.token = 6), [58]);
        assert_eq!(going_on(0, Form::Reflexive, |c| c.query.pronoun.context.token = 6), [58]);
    }

    #[test]
    fn a_speaker_rarely_says_he_of_himself() {
        let set = |sentence: usize, quote: Option<usize>| {
            features(|c| {
                c.query.pronoun.context.quote = Some(0);
                (c.referent.last.sentence, c.referent.last.says, c.referent.last.quote) = (sentence, true, quote);
            })[63]
        };
        assert_eq!([set(3, None), set(2, None), set(1, None), set(3, Some(0))], [1.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn marks_and_conjunctions_between_are_boundaries() {
        let count = |person: usize, pronoun: usize| {
            let features = features(|c| {
                (c.query.pronoun.context.token, c.query.pronoun.context.end) = (pronoun, pronoun + 1);
                c.query.pronoun.context.sentence = 0;
                (c.referent.last.token, c.referent.last.end) = (person, person + 1);
            });
            (64..68).find(|&at| features[at] == 1.0).map(|at| at - 64)
        };
        // "Ada slept a b c , d and e who"
        assert_eq!([count(0, 4), count(0, 6), count(0, 8), count(0, 10)], [0, 1, 2, 3].map(Some));
        assert_eq!([count(4, 0), count(6, 0), count(5, 0)], [0, 1, 0].map(Some));
        // In another sentence they are not counted.
        let other = features(|_| ());
        assert_eq!(other[67], 1.0);
    }

    #[test]
    fn what_a_boundary_is() {
        let count = |between: &str| {
            with_view(&format!("Ada {between} Bo"), |view| {
                let end = view.layout.tokens.len() - 1;
                let mention = |token| MentionContext { token, end: token + 1, ..MentionContext::default() };
                boundaries(view, &mention(end), &mention(0))
            })
        };
        for boundary in [",", ";", ":", "–", "—", "--", "“", "and", "because", "whose"] {
            assert_eq!(count(boundary), 1, "{boundary}");
        }
        for inside in ["(", "of", "slept", "/"] {
            assert_eq!(count(inside), 0, "{inside}");
        }
        assert_eq!((count(", and , and ,"), count(&format!("{}, and", "a ".repeat(40)))), (3, 0));
    }

    #[test]
    fn distances_and_counts_are_logarithms_and_names_are_counted_to_ten() {
        let log = |distance: usize| features(|c| c.query.pronoun.context.token = 2 + distance)[22] * 12.0;
        assert_eq!([0, 1, 2, 3, 4, 7, 8, 100_000].map(log), [0.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 12.0]);
        let names = |names: usize| features(|c| c.referent.all_names = names)[73];
        assert_eq!([1, 5, 10, 11].map(names), [0.1, 0.5, 1.0, 1.0]);
    }

    #[test]
    fn nobody_has_the_features_of_the_pronoun_alone() {
        with_view(TEXT, |view| {
            let mut case = plain(view);
            (case.query.pronoun.she, case.query.pronoun.context.says) = (true, true);
            let set: Vec<usize> = of_nobody(&case.query)
                .iter()
                .enumerate()
                .filter(|&(at, &value)| at < OWN && value != 0.0)
                .map(|(at, _)| at)
                .collect();
            assert_eq!(set, [0, 2, 7, 10]);
        });
    }
}
