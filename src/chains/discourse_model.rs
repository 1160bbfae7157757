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
    /// Adds somebody who has not been mentioned yet.
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
