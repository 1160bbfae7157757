//! The discourse model: the people mentioned so far, the latest first, with how and how often each was mentioned.

use super::MentionKind;
use super::gender::Gender;
use super::mention_context::MentionContext;
use core::ops::Range;

/// How many recent people are candidates for a pronoun.
pub const WINDOW: usize = 12;

/// What introduces a phrase for somebody without a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Article {
    #[default]
    None,
    Definite,
    Demonstrative,
    Indefinite,
    /// A possessive pronoun or a possessor's *'s*.
    Possessive,
}

/// A person of the text: a chain, or somebody without a name ("a woman").
#[derive(Clone, Debug)]
pub struct Referent {
    /// Index of the chain of names.
    pub chain: Option<usize>,
    /// For somebody without a name, the phrase of the last mention and its article.
    pub phrase: Option<Range<usize>>,
    pub article: Article,
    pub gender: Gender,
    pub last: MentionContext,
    pub last_kind: MentionKind,
    /// The mention before the last.
    pub previous: Option<MentionContext>,
    pub mentions: usize,
    pub names: usize,
    /// Names in the whole text, those still to come included.
    pub all_names: usize,
    /// The first person in the sentence of the last mention.
    pub leads_sentence: bool,
    /// The sentence of the first mention.
    pub introduced: usize,
    /// How often and how recently the person was mentioned: a mention adds [`MENTION`], and each sentence halves the sum.
    pub salience: u32,
    /// How many mentions stand before a verb.
    pub subjects: usize,
}

/// What one mention adds to the salience.
pub const MENTION: u32 = 1 << 10;

impl Referent {
    /// The salience as it is in this sentence.
    pub fn salience_in(&self, sentence: usize) -> u32 {
        self.salience >> sentence.saturating_sub(self.last.sentence).min(31)
    }
}

/// All people so far.
#[derive(Default)]
pub struct DiscourseModel {
    pub referents: Vec<Referent>,
    /// The latest first, [`WINDOW`] at most.
    pub recent: Vec<usize>,
    last_sentence: Option<usize>,
}

impl DiscourseModel {
    /// Adds a person who has not been mentioned yet.
    pub fn add(&mut self, chain: Option<usize>, gender: Gender, all_names: usize) -> usize {
        self.referents.push(Referent {
            chain,
            phrase: None,
            article: Article::default(),
            gender,
            last: MentionContext::default(),
            last_kind: MentionKind::Name,
            previous: None,
            mentions: 0,
            names: 0,
            all_names,
            leads_sentence: false,
            introduced: 0,
            salience: 0,
            subjects: 0,
        });
        self.referents.len() - 1
    }

    /// Records a mention of a referent.
    pub fn mention(&mut self, referent: usize, context: MentionContext, kind: MentionKind) {
        let leads = self.last_sentence != Some(context.sentence);
        self.last_sentence = Some(context.sentence);
        let this = &mut self.referents[referent];
        let again = this.mentions > 0 && this.last.sentence == context.sentence;
        this.leads_sentence = leads || (again && this.leads_sentence);
        if this.mentions == 0 {
            this.introduced = context.sentence;
        }
        this.salience = this.salience_in(context.sentence).saturating_add(MENTION);
        this.subjects += usize::from(context.before_verb);
        this.previous = (this.mentions > 0).then_some(this.last);
        this.last = context;
        this.last_kind = kind;
        this.mentions += 1;
        this.names += usize::from(kind == MentionKind::Name);
        self.recent.retain(|&other| other != referent);
        self.recent.insert(0, referent);
        self.recent.truncate(WINDOW);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    fn context(token: usize, sentence: usize) -> MentionContext {
        MentionContext { token, end: token + 1, sentence, ..MentionContext::default() }
    }

    fn people(count: usize) -> DiscourseModel {
        let mut model = DiscourseModel::default();
        (0..count).for_each(|chain| {
            model.add(Some(chain), Gender::UNKNOWN, 1);
        });
        model
    }

    #[test]
    fn the_person_mentioned_last_comes_first_and_everybody_once() {
        let mut model = people(3);
        for (token, person) in [0, 1, 2, 0].into_iter().enumerate() {
            model.mention(person, context(token, 0), MentionKind::Name);
        }
        assert_eq!(model.recent, [0, 2, 1]);
    }

    #[test]
    fn people_whom_many_others_follow_are_no_candidates() {
        let mut model = people(WINDOW + 1);
        (0..WINDOW).for_each(|person| model.mention(person, context(person, 0), MentionKind::Name));
        assert_eq!(model.recent.last(), Some(&0));
        model.mention(WINDOW, context(WINDOW, 0), MentionKind::Name);
        assert_eq!((model.recent.len(), model.recent.last()), (WINDOW, Some(&1)));
    }

    #[test]
    fn the_first_person_in_a_sentence_leads_it_also_when_mentioned_again() {
        for (mentions, leads) in [
            (vec![(0, 0)], [true, false]),
            (vec![(0, 0), (1, 0)], [true, false]),
            (vec![(0, 0), (1, 0), (0, 0)], [true, false]),
            (vec![(0, 0), (1, 0), (0, 0), (1, 0)], [true, false]),
            (vec![(0, 0), (1, 1), (0, 1)], [false, true]),
        ] {
            let mut model = people(2);
            for (token, &(person, sentence)) in mentions.iter().enumerate() {
                model.mention(person, context(token, sentence), MentionKind::Name);
            }
            assert_eq!([0, 1].map(|person| model.referents[person].leads_sentence), leads, "{mentions:?}");
        }
    }

    #[test]
    fn a_referent_knows_its_last_two_mentions_and_counts_names_apart() {
        let mut model = people(1);
        model.mention(0, context(3, 0), MentionKind::Name);
        assert_eq!(model.referents[0].previous, None);
        model.mention(0, context(9, 1), MentionKind::Pronoun);
        let referent = &model.referents[0];
        assert_eq!((referent.previous, referent.last), (Some(context(3, 0)), context(9, 1)));
        assert_eq!((referent.mentions, referent.names, referent.last_kind), (2, 1, MentionKind::Pronoun));
    }
}
