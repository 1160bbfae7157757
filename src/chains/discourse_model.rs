//! The discourse model: the people mentioned so far, the latest first, with how and how often each was mentioned.

use super::MentionKind;
use super::gender::Gender;
use crate::syntax::TokenView;
use crate::syntax::lexicon::*;
use core::ops::Range;

/// How many recent people are candidates for a pronoun.
pub const WINDOW: usize = 12;

/// Where a mention stands in its sentence, judged by the words around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MentionContext {
    pub token: usize,
    pub end: usize,
    pub sentence: usize,
    /// The quotation that it stands in.
    pub quote: Option<usize>,
    pub after_preposition: bool,
    pub before_verb: bool,
    pub possessive: bool,
    /// A reporting verb is next to it.
    pub says: bool,
    /// Joined to another by *and*.
    pub in_list: bool,
    /// Among the first words of its sentence.
    pub opens: bool,
}

impl MentionContext {
    pub fn of(view: &TokenView, tokens: Range<usize>, quote: Option<usize>) -> MentionContext {
        let sentence = view.sentence_tokens(tokens.start);
        let before = tokens.start.checked_sub(1).filter(|&t| t >= sentence.start);
        let after = (tokens.end < sentence.end).then_some(tokens.end);
        let is = |token: Option<usize>, flags: Flags| token.is_some_and(|t| view.has(t, flags));
        let possessive = after.is_some_and(|t| view.is_possessive_mark(t));
        MentionContext {
            token: tokens.start,
            end: tokens.end,
            sentence: view.sentence(tokens.start),
            quote,
            after_preposition: is(before, PREPOSITION),
            before_verb: !possessive && after.is_some_and(|t| has_verb_after(view, t, sentence.end)),
            in_list: is(before, CONJUNCTION) && before.is_some_and(|t| view.is(t, "and") || view.is(t, "or"))
                || after.is_some_and(|t| view.is(t, "and")),
            possessive,
            says: is(after, REPORTING) || is(before, REPORTING),
            opens: tokens.start - sentence.start <= 2,
        }
    }
}

/// Whether a verb begins here, perhaps after an adverb or an apposition between commas.
fn has_verb_after(view: &TokenView, at: usize, end: usize) -> bool {
    const LONGEST_APPOSITION: usize = 14;
    let mut at = at;
    if view.word(at) == "," {
        let close = (at + 1..end.min(at + LONGEST_APPOSITION)).find(|&token| view.word(token) == ",");
        at = close.unwrap_or(at) + 1;
    }
    if at < end && view.word(at).ends_with("ly") {
        at += 1;
    }
    at < end && (view.has(at, AUXILIARY | REPORTING | VERB) || looks_like_past(view, at))
}

fn looks_like_past(view: &TokenView, token: usize) -> bool {
    let word = view.word(token);
    word.starts_with(char::is_lowercase) && !view.has(token, LISTED) && word.ends_with("ed") && word.len() > 3
}

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
