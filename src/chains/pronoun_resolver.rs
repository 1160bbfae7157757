//! Reads the text from left to right, names, other words for people and pronouns, and gives each pronoun to the most
//! probable of the people mentioned so far.

use super::discourse_model::{Article, DiscourseModel, WINDOW};
use super::features::{self, Candidate, Pronoun, QueryContext};
use super::gender::{self, Gender};
use super::mention_context::MentionContext;
use super::pronoun_query::{Antecedent, Decide, PronounQuery};
use super::title_holders::TitleHolders;
use super::titles::Title;
use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::syntax::lexicon::*;
use crate::syntax::{Modifiers, PersonPhrase, TokenView};
use crate::text::Span;
use std::collections::HashMap;

/// How many tokens after the pronoun a person may be named who has not been mentioned before: "In his speech, Ames …"
const AHEAD: usize = 25;

pub struct PronounResolver<'a> {
    view: &'a TokenView<'a>,
    model: DiscourseModel,
    /// The referent of each person's chain.
    referent_of: HashMap<usize, usize>,
    /// The chain of each entity.
    chain_of: Vec<Option<usize>>,
    /// The names of each chain.
    names: Vec<Vec<Span>>,
    quote_at: Vec<Option<u32>>,
    holders: TitleHolders,
    /// The referent and the sentence of the last pronoun of each gender.
    last_same: [Option<(usize, usize)>; 2],
    most_names: usize,
    /// The tokens of titles beside names, which are no mentions of their own.
    taken: Vec<bool>,
    /// People without a name, by the noun that the text calls them.
    called: HashMap<String, usize>,
    found: Vec<(usize, Mention)>,
    /// The gender of each chain as the pronouns show it.
    learned: Vec<Gender>,
}

/// What one pass finds.
pub struct Resolution {
    /// Mentions other than names, each with its chain.
    pub mentions: Vec<(usize, Mention)>,
    /// For each chain the gender of its pronouns.
    pub genders: Vec<Gender>,
}

impl<'a> PronounResolver<'a> {
    pub fn new(view: &'a TokenView<'a>, chains: &[Chain], titles: &[Title], genders: &[Gender]) -> PronounResolver<'a> {
        let count = view.layout.tokens.len();
        let mut resolver = PronounResolver {
            view,
            model: DiscourseModel::default(),
            referent_of: HashMap::new(),
            chain_of: vec![None; view.entities.len()],
            names: chains.iter().map(|chain| chain.mentions.iter().map(|m| m.span).collect()).collect(),
            quote_at: quotes(view, count),
            holders: TitleHolders::default(),
            last_same: [None; 2],
            most_names: 0,
            taken: vec![false; count],
            called: HashMap::new(),
            found: Vec::new(),
            learned: vec![Gender::UNKNOWN; chains.len()],
        };
        for (index, chain) in chains.iter().enumerate() {
            for entity in chain.mentions.iter().filter_map(|m| m.entity) {
                resolver.chain_of[entity] = Some(index);
            }
            if chain.kind == EntityType::Person && !chain.mentions.iter().all(|m| is_family(view, m)) {
                let referent = resolver.model.add(Some(index), genders[index], chain.mentions.len());
                resolver.referent_of.insert(index, referent);
                resolver.most_names = resolver.most_names.max(chain.mentions.len());
            }
        }
        for title in titles {
            let Some(chain) = resolver.chain_of[title.entity] else { continue };
            let tokens = title.tokens.clone().unwrap_or(title.phrase.tokens.clone());
            resolver.taken[tokens].fill(true);
            if title.apposition {
                let mention = title.phrase.mention(view);
                let end = title.tokens.as_ref().map_or(mention.end, |tokens| tokens.end);
                resolver.add_mention(chain, mention.start..end, MentionKind::Nominal);
            }
            if title.tokens.is_some() {
                resolver.holders.add(view, &title.phrase, chain);
            }
        }
        resolver
    }

    pub fn run(mut self, decide: &mut Decide) -> Resolution {
        let mut token = 0;
        while token < self.view.layout.tokens.len() {
            token = self.step(token, decide).max(token + 1);
        }
        Resolution { mentions: self.found, genders: self.learned }
    }

    /// Reads what begins at this token and returns the token to go on with.
    fn step(&mut self, token: usize, decide: &mut Decide) -> usize {
        if let Some(entity) = self.view.entity(token) {
            let tokens = self.view.entities[entity].tokens.clone();
            if let Some(&referent) = self.chain_of[entity].and_then(|chain| self.referent_of.get(&chain)) {
                let context = self.context(tokens.clone());
                self.model.mention(referent, context, MentionKind::Name);
            }
            return tokens.end;
        }
        if self.view.has(token, HE | SHE) {
            // "his or her" means nobody in particular.
            let is_pronoun = |t: usize| self.view.has(t, HE | SHE);
            let joined = |or: usize| self.view.is(or, "or") || self.view.is(or, "/");
            if (joined(token + 1) && is_pronoun(token + 2)) || (token > 1 && joined(token - 1) && is_pronoun(token - 2))
            {
                return token + 1;
            }
            self.pronoun(token, decide);
        } else if self.view.has(token, ROLE | PERSON) && !self.taken[token] {
            self.nominal(token);
        }
        token + 1
    }

    fn context(&self, tokens: core::ops::Range<usize>) -> MentionContext {
        let quote = self.quote_at[tokens.start].map(|q| q as usize);
        MentionContext::of(self.view, tokens, quote)
    }

    fn add_mention(&mut self, chain: usize, tokens: core::ops::Range<usize>, kind: MentionKind) {
        self.found.push((chain, Mention { span: self.view.span(tokens), kind, entity: None }));
    }

    /// A role or another word for a person that may be the head of a mention.
    fn nominal(&mut self, head: usize) {
        let view = self.view;
        let next = head + 1;
        let goes_on = view.has(next, ROLE | PERSON)
            || view.is_inner_hyphen(next)
            || (view.has(next, MODIFIER) && !view.has(next, PREPOSITION | AUXILIARY));
        if goes_on || view.is_person(next) {
            return;
        }
        let phrase = PersonPhrase::around(view, head, Modifiers::Any);
        let headline =
            phrase.determiner.is_none() && view.is_capitalised(head) && view.entity(phrase.tokens.start).is_some();
        if phrase.determiner.is_none() && !headline {
            return;
        }
        let context = self.context(phrase.mention(view));
        let definite = headline || phrase.is_definite(view);
        if definite
            && view.has(head, ROLE)
            && let Some(referent) = self.holder(&phrase, headline)
        {
            if let Some(chain) = self.model.referents[referent].chain {
                self.add_mention(chain, phrase.mention(view), MentionKind::Nominal);
            }
            self.model.mention(referent, context, MentionKind::Nominal);
            return;
        }
        let noun = view.plain(head);
        let known = self.called.get(&noun).copied().filter(|referent| definite && self.model.recent.contains(referent));
        let referent = known.unwrap_or_else(|| self.model.add(None, gender::of_word(&noun), 0));
        self.called.insert(noun, referent);
        self.model.referents[referent].phrase = Some(phrase.mention(view));
        self.model.referents[referent].article = article(view, &phrase);
        self.model.mention(referent, context, MentionKind::Nominal);
    }

    /// The person with this title: the best match, and among equals the one mentioned last.
    fn holder(&self, phrase: &PersonPhrase, headline: bool) -> Option<usize> {
        let holders = self.holders.of(self.view, phrase);
        let known = |chain: usize| self.referent_of.get(&chain).copied();
        holders
            .into_iter()
            .filter_map(|(chain, shared)| known(chain).map(|referent| (referent, shared)))
            .filter(|&(referent, shared)| self.model.referents[referent].mentions > 0 || headline || shared > 0)
            .max_by_key(|&(referent, shared)| (shared, self.model.referents[referent].last.token))
            .map(|(referent, _)| referent)
    }

    fn pronoun(&mut self, token: usize, decide: &mut Decide) {
        let view = self.view;
        let pronoun = Pronoun::at(view, token, self.quote_at[token].map(|q| q as usize));
        let candidates = self.candidates(&pronoun);
        let agreeing = candidates.iter().filter(|s| pronoun.agreement(&self.model.referents[s.referent]) >= 0).count();
        let last_same = self.last_same[usize::from(pronoun.she)];
        let query = QueryContext { view, pronoun, last_same, most_names: self.most_names, agreeing };
        let mut antecedents: Vec<Antecedent> = candidates
            .iter()
            .map(|&candidate| {
                let referent = &self.model.referents[candidate.referent];
                Antecedent {
                    features: features::of_candidate(&query, referent, candidate),
                    chain: referent.chain,
                    phrase: referent.phrase.clone().map(|tokens| view.span(tokens)),
                    names: referent.chain.map_or(&[], |chain| &self.names[chain]),
                    agrees: pronoun.agreement(referent) >= 0,
                }
            })
            .collect();
        antecedents.push(Antecedent {
            features: features::of_nobody(&query),
            chain: None,
            phrase: None,
            names: &[],
            agrees: true,
        });
        let query = PronounQuery { pronoun: view.span(token..token + 1), antecedents };
        let Some(candidate) = decide(&query).and_then(|choice| candidates.get(choice)) else { return };
        let referent = candidate.referent;
        self.last_same[usize::from(pronoun.she)] = Some((referent, pronoun.context.sentence));
        let told = Gender(if pronoun.she { 2 } else { -2 });
        self.model.referents[referent].gender.add(told);
        self.model.mention(referent, pronoun.context, MentionKind::Pronoun);
        if let Some(chain) = self.model.referents[referent].chain {
            self.learned[chain].add(told);
            self.add_mention(chain, token..token + 1, MentionKind::Pronoun);
        }
    }

    /// The candidates: the people mentioned recently, then those named later in the sentence.
    fn candidates(&self, pronoun: &Pronoun) -> Vec<Candidate> {
        let mut out = Vec::with_capacity(WINDOW + 2);
        let mut agreeing_rank = 0;
        for (rank, &referent) in self.model.recent.iter().enumerate() {
            out.push(Candidate { referent, rank, agreeing_rank, ahead: None });
            agreeing_rank += usize::from(pronoun.agreement(&self.model.referents[referent]) >= 0);
        }
        let here = pronoun.context.token;
        let end = self.view.sentence_tokens(here).end.min(here + AHEAD);
        for token in here + 1..end {
            let Some(entity) = self.view.entity(token) else { continue };
            let tokens = self.view.entities[entity].tokens.clone();
            let Some(&referent) = self.chain_of[entity].and_then(|chain| self.referent_of.get(&chain)) else {
                continue;
            };
            if tokens.start == token && out.iter().all(|s| s.referent != referent) {
                out.push(Candidate {
                    referent,
                    rank: self.model.recent.len(),
                    agreeing_rank,
                    ahead: Some(self.context(tokens)),
                });
            }
        }
        out
    }
}

/// "the Clintons": several people, whom neither *he* nor *she* can mean.
fn is_family(view: &TokenView, mention: &Mention) -> bool {
    let Some(tokens) = mention.entity.map(|entity| view.entities[entity].tokens.clone()) else { return false };
    let plural = tokens.len() == 1 && view.word(tokens.start).ends_with('s');
    plural && tokens.start > 0 && view.is(tokens.start - 1, "the")
}

fn article(view: &TokenView, phrase: &PersonPhrase) -> Article {
    match phrase.determiner {
        None => Article::None,
        Some(word) if view.is(word, "the") => Article::Definite,
        Some(word) if view.has(word, DEFINITE) => Article::Demonstrative,
        Some(word) if view.has(word, INDEFINITE) => Article::Indefinite,
        Some(_) => Article::Possessive,
    }
}

/// The innermost quotation around each token.
fn quotes(view: &TokenView, count: usize) -> Vec<Option<u32>> {
    let mut out = vec![None; count];
    let mut group = 0;
    for (index, quoted) in view.layout.quoted.iter().enumerate() {
        // A quotation over several paragraphs is one quotation.
        if index == 0 || !view.layout.quoted[index - 1].continues {
            group = index as u32;
        }
        let end = view.layout.tokens.partition_point(|t| t.span.start < quoted.span.end);
        out[quoted.open..end].fill(Some(group));
    }
    out
}
