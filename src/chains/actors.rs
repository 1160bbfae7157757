//! The persons of a text in the order in which they come up: who was spoken of last, how, how often.

use super::MentionKind;
use super::gender::Gender;
use super::lexicon::*;
use super::reading::Reading;
use core::ops::Range;

/// How many persons are remembered; who has not come up for longer is no candidate.
pub const WINDOW: usize = 12;

/// How a mention stands in its sentence, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub token: usize,
    pub end: usize,
    pub sentence: usize,
    /// The quotation that it stands in.
    pub quote: Option<usize>,
    pub after_preposition: bool,
    pub before_verb: bool,
    pub possessive: bool,
    /// A verb of saying is next to it.
    pub says: bool,
    /// Joined to another by *and*.
    pub in_list: bool,
    /// Among the first words of its sentence.
    pub opens: bool,
}

impl Place {
    pub fn of(reading: &Reading, tokens: Range<usize>, quote: Option<usize>) -> Place {
        let sentence = reading.sentence_tokens(tokens.start);
        let before = tokens.start.checked_sub(1).filter(|&t| t >= sentence.start);
        let after = (tokens.end < sentence.end).then_some(tokens.end);
        let is = |token: Option<usize>, flags: Flags| token.is_some_and(|t| reading.has(t, flags));
        let possessive = after.is_some_and(|t| reading.is_possessive_mark(t));
        Place {
            token: tokens.start,
            end: tokens.end,
            sentence: reading.sentence(tokens.start),
            quote,
            after_preposition: is(before, PREPOSITION),
            before_verb: !possessive && after.is_some_and(|t| has_verb_after(reading, t, sentence.end)),
            in_list: is(before, CONJUNCTION) && before.is_some_and(|t| reading.is(t, "and") || reading.is(t, "or"))
                || after.is_some_and(|t| reading.is(t, "and")),
            possessive,
            says: is(after, REPORTING) || is(before, REPORTING),
            opens: tokens.start - sentence.start <= 2,
        }
    }
}

/// Whether a verb begins here, an adverb or an apposition between commas left aside.
fn has_verb_after(reading: &Reading, at: usize, end: usize) -> bool {
    const LONGEST_APPOSITION: usize = 14;
    let mut at = at;
    if reading.word(at) == "," {
        let close = (at + 1..end.min(at + LONGEST_APPOSITION)).find(|&token| reading.word(token) == ",");
        at = close.unwrap_or(at) + 1;
    }
    if at < end && reading.word(at).ends_with("ly") {
        at += 1;
    }
    at < end && (reading.has(at, AUXILIARY | REPORTING | VERB) || looks_like_past(reading, at))
}

fn looks_like_past(reading: &Reading, token: usize) -> bool {
    let word = reading.word(token);
    word.starts_with(char::is_lowercase) && !reading.has(token, !0) && word.ends_with("ed") && word.len() > 3
}

/// What stands before a phrase for somebody without a name.
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

/// One person: a chain, or somebody without a name ("a woman").
#[derive(Clone, Debug)]
pub struct Actor {
    /// Index of the chain of names.
    pub chain: Option<usize>,
    /// The phrase that last brought up somebody without a name, and how.
    pub phrase: Option<Range<usize>>,
    pub article: Article,
    pub gender: Gender,
    pub last: Place,
    pub last_kind: MentionKind,
    /// The mention before the last.
    pub previous: Option<Place>,
    pub mentions: usize,
    pub names: usize,
    /// Names in the whole text, still to come or not.
    pub all_names: usize,
    /// First of all persons in the sentence of its last mention.
    pub leads_sentence: bool,
}

/// All persons so far and the latest of them.
#[derive(Default)]
pub struct Stage {
    pub actors: Vec<Actor>,
    /// Latest first, [`WINDOW`] at most.
    pub recent: Vec<usize>,
    last_sentence: Option<usize>,
}

impl Stage {
    /// Adds somebody who has not been spoken of.
    pub fn add(&mut self, chain: Option<usize>, gender: Gender, all_names: usize) -> usize {
        self.actors.push(Actor {
            chain,
            phrase: None,
            article: Article::default(),
            gender,
            last: Place::default(),
            last_kind: MentionKind::Name,
            previous: None,
            mentions: 0,
            names: 0,
            all_names,
            leads_sentence: false,
        });
        self.actors.len() - 1
    }

    /// The actor is spoken of here.
    pub fn mention(&mut self, actor: usize, place: Place, kind: MentionKind) {
        let leads = self.last_sentence != Some(place.sentence);
        self.last_sentence = Some(place.sentence);
        let this = &mut self.actors[actor];
        let again = this.mentions > 0 && this.last.sentence == place.sentence;
        this.leads_sentence = leads || (again && this.leads_sentence);
        this.previous = (this.mentions > 0).then_some(this.last);
        this.last = place;
        this.last_kind = kind;
        this.mentions += 1;
        this.names += usize::from(kind == MentionKind::Name);
        self.recent.retain(|&other| other != actor);
        self.recent.insert(0, actor);
        self.recent.truncate(WINDOW);
    }
}
