//! One walk through the text, from left to right: names, other words for persons, pronouns. Each
//! pronoun goes to the person whom the text, so far, makes the likeliest.

use super::actors::{Article, Place, Stage, WINDOW};
use super::bearers::Bearers;
use super::features::{self, Features, Field, Pronoun, Standing};
use super::gender::{self, Gender};
use super::lexicon::*;
use super::phrases::Phrase;
use super::reading::Reading;
use super::titles::Title;
use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::text::Span;
use std::collections::HashMap;

/// A pronoun and whom it may mean, for whoever decides.
pub struct Question<'w> {
    pub pronoun: Span,
    /// The last one stands for nobody named or described.
    pub candidates: Vec<Candidate<'w>>,
}

pub struct Candidate<'w> {
    pub features: Features,
    /// The chain; for somebody without a name the phrase.
    pub chain: Option<usize>,
    pub phrase: Option<Span>,
    /// The chain's names.
    pub names: &'w [Span],
    /// Nothing says that the person is of the other gender.
    pub agrees: bool,
}

/// Persons named later in the pronoun's sentence ("In his speech, Ames …") are looked for this far.
const AHEAD: usize = 25;

/// Decides which candidate a pronoun means; `None` for nobody.
pub type Decide<'d> = dyn FnMut(&Question) -> Option<usize> + 'd;

pub struct Walk<'a> {
    reading: &'a Reading<'a>,
    stage: Stage,
    /// Actor of each chain of a person.
    actor_of: HashMap<usize, usize>,
    /// Chain of each entity.
    chain_of: Vec<Option<usize>>,
    /// Names of each chain.
    names: Vec<Vec<Span>>,
    quote_at: Vec<Option<u32>>,
    bearers: Bearers,
    /// The last pronoun of each gender: actor and sentence.
    last_same: [Option<(usize, usize)>; 2],
    most_names: usize,
    /// Tokens of titles, which are no mentions of their own.
    taken: Vec<bool>,
    /// Unnamed persons by the noun that they were called.
    called: HashMap<String, usize>,
    found: Vec<(usize, Mention)>,
    /// What the pronouns told of each chain's gender.
    learned: Vec<Gender>,
}

/// What a walk finds.
pub struct Found {
    /// Mentions besides names, each with its chain.
    pub mentions: Vec<(usize, Mention)>,
    /// For each chain how the text's pronouns speak of it.
    pub genders: Vec<Gender>,
}

impl<'a> Walk<'a> {
    pub fn new(reading: &'a Reading<'a>, chains: &[Chain], titles: &[Title], genders: &[Gender]) -> Walk<'a> {
        let count = reading.layout.tokens.len();
        let mut walk = Walk {
            reading,
            stage: Stage::default(),
            actor_of: HashMap::new(),
            chain_of: vec![None; reading.entities.len()],
            names: chains.iter().map(|chain| chain.mentions.iter().map(|m| m.span).collect()).collect(),
            quote_at: quotes(reading, count),
            bearers: Bearers::default(),
            last_same: [None; 2],
            most_names: 0,
            taken: vec![false; count],
            called: HashMap::new(),
            found: Vec::new(),
            learned: vec![Gender::UNKNOWN; chains.len()],
        };
        for (index, chain) in chains.iter().enumerate() {
            for entity in chain.mentions.iter().filter_map(|m| m.entity) {
                walk.chain_of[entity] = Some(index);
            }
            if chain.kind == EntityType::Person && !chain.mentions.iter().all(|m| is_family(reading, m)) {
                let actor = walk.stage.add(Some(index), genders[index], chain.mentions.len());
                walk.actor_of.insert(index, actor);
                walk.most_names = walk.most_names.max(chain.mentions.len());
            }
        }
        for title in titles {
            let Some(chain) = walk.chain_of[title.entity] else { continue };
            let tokens = title.tokens.clone().unwrap_or(title.phrase.tokens.clone());
            walk.taken[tokens].fill(true);
            if title.apposition {
                let mention = title.phrase.mention(reading);
                let end = title.tokens.as_ref().map_or(mention.end, |tokens| tokens.end);
                walk.note(chain, mention.start..end, MentionKind::Nominal);
            }
            if title.tokens.is_some() {
                walk.bearers.add(reading, &title.phrase, chain);
            }
        }
        walk
    }

    pub fn run(mut self, decide: &mut Decide) -> Found {
        let mut token = 0;
        while token < self.reading.layout.tokens.len() {
            token = self.step(token, decide).max(token + 1);
        }
        Found { mentions: self.found, genders: self.learned }
    }

    /// Reads what begins at this token and returns where to go on.
    fn step(&mut self, token: usize, decide: &mut Decide) -> usize {
        if let Some(entity) = self.reading.entity(token) {
            let tokens = self.reading.entities[entity].tokens.clone();
            if let Some(&actor) = self.chain_of[entity].and_then(|chain| self.actor_of.get(&chain)) {
                let place = self.place(tokens.clone());
                self.stage.mention(actor, place, MentionKind::Name);
            }
            return tokens.end;
        }
        if self.reading.has(token, HE | SHE) {
            // "his or her" is anybody's.
            let is_pronoun = |t: usize| self.reading.has(t, HE | SHE);
            let joined = |or: usize| self.reading.is(or, "or") || self.reading.is(or, "/");
            if (joined(token + 1) && is_pronoun(token + 2)) || (token > 1 && joined(token - 1) && is_pronoun(token - 2))
            {
                return token + 1;
            }
            self.pronoun(token, decide);
        } else if self.reading.has(token, ROLE | PERSON) && !self.taken[token] {
            self.nominal(token);
        }
        token + 1
    }

    fn place(&self, tokens: core::ops::Range<usize>) -> Place {
        let quote = self.quote_at[tokens.start].map(|q| q as usize);
        Place::of(self.reading, tokens, quote)
    }

    fn note(&mut self, chain: usize, tokens: core::ops::Range<usize>, kind: MentionKind) {
        self.found.push((chain, Mention { span: self.reading.span(tokens), kind, entity: None }));
    }

    /// A role or another word for a person that may be the head of a mention.
    fn nominal(&mut self, head: usize) {
        let reading = self.reading;
        let next = head + 1;
        let goes_on = reading.has(next, ROLE | PERSON)
            || reading.is_inner_hyphen(next)
            || (reading.has(next, MODIFIER) && !reading.has(next, PREPOSITION | AUXILIARY));
        if goes_on || reading.is_person(next) {
            return;
        }
        let phrase = Phrase::around(reading, head, true);
        let headline = phrase.determiner.is_none()
            && reading.is_capitalised(head)
            && reading.entity(phrase.tokens.start).is_some();
        if phrase.determiner.is_none() && !headline {
            return;
        }
        let place = self.place(phrase.mention(reading));
        let definite = headline || phrase.is_definite(reading);
        if definite && reading.has(head, ROLE) {
            if let Some(actor) = self.bearer(&phrase, headline) {
                if let Some(chain) = self.stage.actors[actor].chain {
                    self.note(chain, phrase.mention(reading), MentionKind::Nominal);
                }
                self.stage.mention(actor, place, MentionKind::Nominal);
                return;
            }
        }
        let noun = reading.plain(head);
        let known = self.called.get(&noun).copied().filter(|actor| definite && self.stage.recent.contains(actor));
        let actor = known.unwrap_or_else(|| self.stage.add(None, gender::of_word(&noun), 0));
        self.called.insert(noun, actor);
        self.stage.actors[actor].phrase = Some(phrase.mention(reading));
        self.stage.actors[actor].article = article(reading, &phrase);
        self.stage.mention(actor, place, MentionKind::Nominal);
    }

    /// Who bears this title: the best match, then the one spoken of last.
    fn bearer(&self, phrase: &Phrase, headline: bool) -> Option<usize> {
        let bearers = self.bearers.of(self.reading, phrase);
        let known = |chain: usize| self.actor_of.get(&chain).copied();
        bearers
            .into_iter()
            .filter_map(|(chain, shared)| known(chain).map(|actor| (actor, shared)))
            .filter(|&(actor, shared)| self.stage.actors[actor].mentions > 0 || headline || shared > 0)
            .max_by_key(|&(actor, shared)| (shared, self.stage.actors[actor].last.token))
            .map(|(actor, _)| actor)
    }

    fn pronoun(&mut self, token: usize, decide: &mut Decide) {
        let reading = self.reading;
        let pronoun = Pronoun::at(reading, token, self.quote_at[token].map(|q| q as usize));
        let standings = self.standings(&pronoun);
        let agreeing = standings.iter().filter(|s| pronoun.agreement(&self.stage.actors[s.actor]) >= 0).count();
        let last_same = self.last_same[usize::from(pronoun.she)];
        let field = Field { reading, pronoun, last_same, most_names: self.most_names, agreeing };
        let mut candidates: Vec<Candidate> = standings
            .iter()
            .map(|&standing| {
                let actor = &self.stage.actors[standing.actor];
                Candidate {
                    features: features::of_candidate(&field, actor, standing),
                    chain: actor.chain,
                    phrase: actor.phrase.clone().map(|tokens| reading.span(tokens)),
                    names: actor.chain.map_or(&[], |chain| &self.names[chain]),
                    agrees: pronoun.agreement(actor) >= 0,
                }
            })
            .collect();
        candidates.push(Candidate {
            features: features::of_nobody(&field),
            chain: None,
            phrase: None,
            names: &[],
            agrees: true,
        });
        let question = Question { pronoun: reading.span(token..token + 1), candidates };
        let Some(standing) = decide(&question).and_then(|choice| standings.get(choice)) else { return };
        let actor = standing.actor;
        self.last_same[usize::from(pronoun.she)] = Some((actor, pronoun.place.sentence));
        let told = Gender(if pronoun.she { 2 } else { -2 });
        self.stage.actors[actor].gender.add(told);
        self.stage.mention(actor, pronoun.place, MentionKind::Pronoun);
        if let Some(chain) = self.stage.actors[actor].chain {
            self.learned[chain].add(told);
            self.note(chain, token..token + 1, MentionKind::Pronoun);
        }
    }

    /// The candidates: those spoken of lately, then those named later in the sentence.
    fn standings(&self, pronoun: &Pronoun) -> Vec<Standing> {
        let mut out = Vec::with_capacity(WINDOW + 2);
        let mut agreeing_rank = 0;
        for (rank, &actor) in self.stage.recent.iter().enumerate() {
            out.push(Standing { actor, rank, agreeing_rank, ahead: None });
            agreeing_rank += usize::from(pronoun.agreement(&self.stage.actors[actor]) >= 0);
        }
        let here = pronoun.place.token;
        let end = self.reading.sentence_tokens(here).end.min(here + AHEAD);
        for token in here + 1..end {
            let Some(entity) = self.reading.entity(token) else { continue };
            let tokens = self.reading.entities[entity].tokens.clone();
            let Some(&actor) = self.chain_of[entity].and_then(|chain| self.actor_of.get(&chain)) else { continue };
            if tokens.start == token && out.iter().all(|s| s.actor != actor) {
                out.push(Standing {
                    actor,
                    rank: self.stage.recent.len(),
                    agreeing_rank,
                    ahead: Some(self.place(tokens)),
                });
            }
        }
        out
    }
}

/// "the Clintons": several people, whom no *he* or *she* means.
fn is_family(reading: &Reading, mention: &Mention) -> bool {
    let Some(tokens) = mention.entity.map(|entity| reading.entities[entity].tokens.clone()) else { return false };
    let plural = tokens.len() == 1 && reading.word(tokens.start).ends_with('s');
    plural && tokens.start > 0 && reading.is(tokens.start - 1, "the")
}

fn article(reading: &Reading, phrase: &Phrase) -> Article {
    match phrase.determiner {
        None => Article::None,
        Some(word) if reading.is(word, "the") => Article::Definite,
        Some(word) if reading.has(word, DEFINITE) => Article::Demonstrative,
        Some(word) if reading.has(word, INDEFINITE) => Article::Indefinite,
        Some(_) => Article::Possessive,
    }
}

/// The innermost quotation of each token.
fn quotes(reading: &Reading, count: usize) -> Vec<Option<u32>> {
    let mut out = vec![None; count];
    let mut group = 0;
    for (index, quoted) in reading.layout.quoted.iter().enumerate() {
        // A quotation that goes on over paragraphs is one.
        if index == 0 || !reading.layout.quoted[index - 1].continues {
            group = index as u32;
        }
        let end = reading.layout.tokens.partition_point(|t| t.span.start < quoted.span.end);
        out[quoted.open..end].fill(Some(group));
    }
    out
}
