//! Reads the text from left to right, names, other words for people and pronouns, and gives each pronoun to the most
//! probable of the people mentioned so far.

use super::ages;
use super::author_line;
use super::byline::Byline;
use super::cataphora;
use super::discourse_model::{Article, DiscourseModel, Referent, WINDOW};
use super::features::{self, Candidate, QueryContext};
use super::gender::{self, Gender};
use super::last_speaker;
use super::mention_context::MentionContext;
use super::name_words;
use super::pronoun::{Form, Pronoun};
use super::pronoun_query::{Antecedent, Decide, PronounQuery};
use super::title_holders::TitleHolders;
use super::titles::Title;
use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::lexicon::*;
use crate::syntax::{Modifiers, PersonPhrase, TokenView};
use crate::text::Span;
use std::collections::{BTreeMap, HashMap};

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
    /// People without a name, by the noun that the text calls them, the latest last.
    called: HashMap<String, Vec<usize>>,
    found: Vec<(usize, Mention)>,
    /// The latest person of each age.
    aged: HashMap<&'a str, usize>,
    /// The mentions of people without a name, by referent.
    unnamed: BTreeMap<usize, Vec<Mention>>,
    /// For each chain the gender that its names leave no doubt about.
    certain: &'a [Gender],
    /// For each chain whether women and men have its given name.
    unisex: Vec<bool>,
    byline: Byline,
    /// The gender of each chain as the pronouns show it.
    learned: Vec<Gender>,
}

/// What one pass finds.
pub struct Resolution {
    /// Mentions other than names, each with its chain.
    pub mentions: Vec<(usize, Mention)>,
    /// The mentions of each person without a name.
    pub unnamed: Vec<Vec<Mention>>,
    /// For each chain the gender of its pronouns.
    pub genders: Vec<Gender>,
}

impl<'a> PronounResolver<'a> {
    pub fn new(
        view: &'a TokenView<'a>,
        chains: &[Chain],
        titles: &[Title],
        genders: &[Gender],
        certain: &'a [Gender],
    ) -> PronounResolver<'a> {
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
            aged: HashMap::new(),
            unnamed: BTreeMap::new(),
            certain,
            unisex: chains.iter().map(|chain| is_unisex(view, chain)).collect(),
            byline: Byline::of(view.layout),
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
        Resolution { mentions: self.found, unnamed: self.unnamed.into_values().collect(), genders: self.learned }
    }

    /// Reads what begins at this token and returns the token to go on with.
    fn step(&mut self, token: usize, decide: &mut Decide) -> usize {
        if let Some(entity) = self.view.entity(token) {
            let tokens = self.view.entities[entity].tokens.clone();
            if let Some(&referent) = self.chain_of[entity].and_then(|chain| self.referent_of.get(&chain))
                && !self.byline.holds(token)
            {
                let context = self.context(tokens.clone());
                self.model.mention(referent, context, MentionKind::Name);
                if let Some(age) = ages::beside(self.view, &tokens) {
                    self.aged.insert(age, referent);
                }
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
        } else if self.view.is(token, "old")
            && let Some((phrase, age)) = ages::phrase(self.view, token)
        {
            let known = self.aged.get(age).copied().filter(|_| phrase.is_definite(self.view));
            match known {
                Some(referent) => self.describe(referent, &phrase),
                None => self.describe_unnamed(&phrase, age.to_owned(), phrase.is_definite(self.view)),
            }
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

    /// A mention other than a name, of a person with or without one.
    fn add_mention_of(&mut self, referent: usize, tokens: core::ops::Range<usize>, kind: MentionKind) {
        match self.model.referents[referent].chain {
            Some(chain) => self.add_mention(chain, tokens, kind),
            None => {
                let mention = Mention { span: self.view.span(tokens), kind, entity: None };
                self.unnamed.entry(referent).or_default().push(mention);
            }
        }
    }

    /// A role or another word for a person that may be the head of a mention.
    fn nominal(&mut self, head: usize) {
        let view = self.view;
        let next = head + 1;
        // "the head coach", but not "the coach then left".
        let adverb = ["then", "first"].iter().any(|word| view.is(next, word)) && !view.has(next + 1, ROLE | PERSON);
        let goes_on = view.has(next, ROLE | PERSON)
            || view.is_inner_hyphen(next)
            || (view.has(next, MODIFIER) && !view.has(next, PREPOSITION | AUXILIARY) && !adverb);
        if goes_on || view.is_person(next) {
            return;
        }
        let phrase = PersonPhrase::around(view, head, Modifiers::Any);
        let headline =
            phrase.determiner.is_none() && view.is_capitalised(head) && view.entity(phrase.tokens.start).is_some();
        if phrase.determiner.is_none() && !headline {
            return;
        }
        let definite = headline || phrase.is_definite(view);
        if definite
            && view.has(head, ROLE)
            && let Some(referent) = self.holder(&phrase, headline)
        {
            return self.describe(referent, &phrase);
        }
        self.describe_unnamed(&phrase, view.plain(head), definite);
    }

    /// Records that the phrase describes this person.
    fn describe(&mut self, referent: usize, phrase: &PersonPhrase) {
        let tokens = phrase.mention(self.view);
        self.model.mention(referent, self.context(tokens.clone()), MentionKind::Nominal);
        self.add_mention_of(referent, tokens, MentionKind::Nominal);
    }

    /// Records that the phrase describes a person without a name, perhaps one called by the same noun before.
    fn describe_unnamed(&mut self, phrase: &PersonPhrase, noun: String, definite: bool) {
        let known = self.called.get(&noun).and_then(|all| {
            let recent = |referent: &&usize| definite && self.model.recent.contains(referent);
            all.iter().rev().take(WINDOW).filter(recent).find(|&&other| self.may_be(other, phrase)).copied()
        });
        let referent = known.unwrap_or_else(|| {
            let new = self.model.add(None, gender::of_word(&noun), 0);
            self.called.entry(noun).or_default().push(new);
            new
        });
        self.model.referents[referent].phrase = Some(phrase.mention(self.view));
        self.model.referents[referent].article = article(self.view, phrase);
        self.describe(referent, phrase);
    }

    /// Whether "the officer" may be this officer: what the phrase says of the person, the other phrase says too, and both
    /// are of the same possessor.
    fn may_be(&self, other: usize, phrase: &PersonPhrase) -> bool {
        let view = self.view;
        let Some(known) = self.model.referents[other].phrase.clone() else { return false };
        let modifiers = (phrase.tokens.start..phrase.head).filter(|&t| view.is_word(t));
        let told = |t: usize| known.clone().any(|k| view.plain(k) == view.plain(t));
        let owner = |start: usize| {
            let mark = start.checked_sub(1).filter(|&mark| view.is_possessive_mark(mark))?;
            Some(view.plain(mark.checked_sub(1)?))
        };
        let owners = [owner(phrase.tokens.start), owner(known.start)];
        modifiers.into_iter().all(told) && !matches!(&owners, [Some(one), Some(other)] if one != other)
    }

    /// The person with this title: the best match, and among equals the one mentioned last. A holder of another year is
    /// meant only in the paragraph that tells of that year.
    fn holder(&self, phrase: &PersonPhrase, headline: bool) -> Option<usize> {
        let paragraph = self.view.layout.paragraph_of(phrase.head);
        let candidates = self.holders.of(self.view, phrase).into_iter().filter_map(|holder| {
            let referent = self.referent_of.get(&holder.chain).copied()?;
            let person = &self.model.referents[referent];
            let here = self.view.layout.paragraph_of(person.last.token) == paragraph;
            let known = person.mentions > 0 || headline || holder.shared > 0;
            known.then_some((referent, (holder.shared, !holder.looking_back || here, person.last.token)))
        });
        candidates.max_by_key(|&(_, rank)| rank).map(|(referent, _)| referent)
    }

    fn pronoun(&mut self, token: usize, decide: &mut Decide) {
        let view = self.view;
        let pronoun = Pronoun::at(view, token, self.quote_at[token].map(|q| q as usize));
        let candidates = self.candidates(&pronoun);
        let agreeing = candidates.iter().filter(|s| pronoun.agreement(&self.model.referents[s.referent]) >= 0).count();
        let last_same = self.last_same[usize::from(pronoun.she)];
        let salience = |s: &Candidate| self.model.referents[s.referent].salience_in(pronoun.context.sentence);
        let agrees = |s: &&Candidate| pronoun.agreement(&self.model.referents[s.referent]) >= 0;
        let most_salient = candidates.iter().filter(agrees).map(salience).max().unwrap_or(0);
        let query = QueryContext { view, pronoun, last_same, most_names: self.most_names, agreeing, most_salient };
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
                    reports: candidate.ahead.is_none() && self.reports_before(referent, token),
                    excluded: referent.chain.is_some_and(|chain| pronoun.excludes(self.certain[chain]))
                        || (candidate.ahead.is_none() && is_subject_of_object(view, &pronoun, &referent.last)),
                }
            })
            .collect();
        antecedents.push(Antecedent {
            features: features::of_nobody(&query),
            chain: None,
            phrase: None,
            names: &[],
            agrees: true,
            reports: false,
            excluded: false,
        });
        let query = PronounQuery { pronoun: view.span(token..token + 1), antecedents };
        let decided = decide(&query);
        let named_next = cataphora::named_next(view, token).and_then(|name| {
            let referent = *self.referent_of.get(&self.chain_of[name]?)?;
            let at = candidates.iter().position(|candidate| candidate.referent == referent)?;
            // The pronoun may mean a person whom the paragraph has named already.
            let paragraph = view.layout.paragraph_of(token);
            let earlier = candidates.iter().zip(&query.antecedents).any(|(candidate, antecedent)| {
                let person = &self.model.referents[candidate.referent];
                candidate.ahead.is_none()
                    && candidate.referent != referent
                    && antecedent.agrees
                    && view.layout.paragraph_of(person.last.token) == paragraph
            });
            (query.antecedents[at].agrees && !query.antecedents[at].excluded && !earlier).then_some(at)
        });
        let author = author_line::author(view, token).and_then(|name| {
            let referent = *self.referent_of.get(&self.chain_of[name]?)?;
            let at = candidates.iter().position(|candidate| candidate.referent == referent)?;
            (!query.antecedents[at].excluded).then_some(at)
        });
        let mentioned = candidates.iter().zip(&query.antecedents).enumerate();
        let persons = mentioned.filter(|(_, (candidate, antecedent))| {
            candidate.ahead.is_none() && antecedent.agrees && !antecedent.excluded
        });
        let spoke = last_speaker::find(
            view,
            &pronoun,
            persons.map(|(at, (candidate, _))| (at, &self.model.referents[candidate.referent])),
        );
        let decided = spoke.or(decided).map(|choice| self.known_gender_first(&pronoun, &candidates, &query, choice));
        let Some(candidate) = author.or(named_next).or(decided).and_then(|choice| candidates.get(choice)) else {
            return;
        };
        let referent = candidate.referent;
        self.last_same[usize::from(pronoun.she)] = Some((referent, pronoun.context.sentence));
        let told = Gender(if pronoun.she { gender::PRONOUN } else { -gender::PRONOUN });
        self.model.referents[referent].gender.add(told);
        self.model.mention(referent, pronoun.context, MentionKind::Pronoun);
        self.add_mention_of(referent, token..token + 1, MentionKind::Pronoun);
        if let Some(chain) = self.model.referents[referent].chain {
            self.learned[chain].add(told);
        }
    }

    /// Whether somebody without a name reports something between the last mention and this pronoun, in one sentence, and
    /// nobody else is named there.
    fn reports_before(&self, person: &Referent, pronoun: usize) -> bool {
        let view = self.view;
        let between = || person.last.end..pronoun;
        person.chain.is_none()
            && person.last.token < pronoun
            && view.sentence(person.last.token) == view.sentence(pronoun)
            && between().any(|token| view.has(token, REPORTING))
            && !between().any(|token| view.is_person(token))
    }

    /// "Alex Boyd married Susan Pike. She …": of two people of the sentence before, the one whose name tells the gender
    /// of a pronoun, if the ranker chose one whose name both women and men have.
    fn known_gender_first(
        &self,
        pronoun: &Pronoun,
        candidates: &[Candidate],
        query: &PronounQuery,
        choice: usize,
    ) -> usize {
        let person = |at: usize| candidates.get(at).map(|candidate| &self.model.referents[candidate.referent]);
        let Some(chosen) = person(choice).filter(|chosen| chosen.gender == Gender::UNKNOWN) else { return choice };
        let sentence = chosen.last.sentence;
        let unisex = chosen.chain.is_some_and(|chain| self.unisex[chain]);
        if !unisex || pronoun.context.sentence != sentence + 1 || pronoun.form != Form::Subject {
            return choice;
        }
        let mut told = (0..candidates.len()).filter(|&at| {
            person(at).is_some_and(|person| {
                person.last.sentence == sentence && pronoun.agreement(person) >= gender::GIVEN && person.chain.is_some()
            }) && !query.antecedents[at].excluded
        });
        told.next().filter(|_| told.next().is_none()).unwrap_or(choice)
    }

    /// The candidates: the people mentioned recently, then those named later in the sentence.
    fn candidates(&self, pronoun: &Pronoun) -> Vec<Candidate> {
        let mut out = Vec::with_capacity(WINDOW + 2);
        let (mut agreeing_rank, mut subjects) = (0, 0);
        for (rank, &referent) in self.model.recent.iter().enumerate() {
            let person = &self.model.referents[referent];
            let (agrees, subject) = (pronoun.agreement(person) >= 0, person.last.before_verb);
            let last_subject = agrees && subject && subjects == 0;
            out.push(Candidate { referent, rank, agreeing_rank, ahead: None, again: None, last_subject });
            agreeing_rank += usize::from(agrees);
            subjects += usize::from(agrees && subject);
        }
        let here = pronoun.context.token;
        let end = self.view.sentence_tokens(here).end.min(here + AHEAD);
        for token in here + 1..end {
            let Some(entity) = self.view.entity(token) else { continue };
            let tokens = self.view.entities[entity].tokens.clone();
            let Some(&referent) = self.chain_of[entity].and_then(|chain| self.referent_of.get(&chain)) else {
                continue;
            };
            if tokens.start != token {
                continue;
            }
            match out.iter_mut().find(|s| s.referent == referent) {
                Some(known) => known.again = known.again.or(Some(token)),
                None => out.push(Candidate {
                    referent,
                    rank: self.model.recent.len(),
                    agreeing_rank,
                    ahead: Some(self.context(tokens)),
                    again: Some(token),
                    last_subject: false,
                }),
            }
        }
        out
    }
}

/// Whether a name of the chain begins with a given name that women and men have.
fn is_unisex(view: &TokenView, chain: &Chain) -> bool {
    let full = |mention: &&Mention| mention.entity.is_some_and(|entity| view.entities[entity].tokens.len() > 1);
    chain.mentions.iter().find(full).is_some_and(|mention| {
        let words = name_words::words(mention.span.of(view.layout.text));
        words.first().is_some_and(|word| gender::is_unisex(&word.key))
    })
}

/// "Ames never forgave him": the subject right before the verb is not the object after it.
fn is_subject_of_object(view: &TokenView, pronoun: &Pronoun, there: &MentionContext) -> bool {
    const FAR: usize = 4;
    let here = pronoun.context.token;
    let clear = |token: usize| {
        let other = DEFINITE | INDEFINITE | POSSESSIVE | HE | SHE | SUBJECT | PREPOSITION | CONJUNCTION | RELATIVE;
        !view.has(token, other) && !view.is_punctuation(token) && view.entity(token).is_none()
    };
    pronoun.form == Form::Object
        && there.before_verb
        && there.end < here
        && here <= there.end + FAR
        && (there.end..here).all(clear)
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

#[cfg(test)]
mod tests {
    use super::super::{names, titles};
    use super::*;
    use crate::syntax::testing::{token, with_view};

    /// What the resolver finds and asks.
    struct Found {
        /// Each mention after the first name of its chain.
        mentions: Vec<String>,
        /// For each pronoun the people whom it may mean, by the first name or the phrase; without the last one, who is
        /// nobody.
        asked: Vec<Vec<String>>,
        genders: Vec<i32>,
        features: Vec<Vec<features::Features>>,
    }

    /// Each pronoun means the antecedent with the next of these numbers.
    fn resolve(marked: &str, choices: &[Option<usize>]) -> Found {
        with_view(marked, |view| {
            let (chains, genders) = names::chains(view, &titles::find(view));
            let titles = titles::find(view);
            let word = |span: Span| span.of(view.layout.text).to_owned();
            let (mut asked, mut seen) = (Vec::new(), Vec::new());
            let mut choices = choices.iter().copied();
            let mut decide = |query: &PronounQuery| {
                let (nobody, people) = query.antecedents.split_last().expect("nobody");
                assert!(nobody.chain.is_none() && nobody.phrase.is_none() && nobody.agrees);
                let shown = |a: &Antecedent| word(a.names.first().copied().or(a.phrase).expect("a name or a phrase"));
                asked.push(people.iter().map(shown).collect());
                seen.push(people.iter().map(|a| a.features).collect());
                choices.next().flatten()
            };
            let resolution =
                PronounResolver::new(view, &chains, &titles, &genders, &vec![Gender::UNKNOWN; chains.len()])
                    .run(&mut decide);
            let name = |chain: usize| word(chains[chain].mentions[0].span);
            Found {
                mentions: resolution.mentions.iter().map(|(c, m)| format!("{}: {}", name(*c), word(m.span))).collect(),
                asked,
                genders: resolution.genders.into_iter().map(|gender| gender.0).collect(),
                features: seen,
            }
        })
    }

    fn asked(marked: &str) -> Vec<Vec<String>> {
        resolve(marked, &[]).asked
    }

    fn mentions(marked: &str) -> Vec<String> {
        resolve(marked, &[]).mentions
    }

    #[test]
    fn a_pronoun_may_mean_those_mentioned_before_the_latest_first() {
        for (marked, people) in [
            ("{PERSON Ada Roth} met {PERSON Bo Webb}. Then he slept.", vec!["Bo Webb", "Ada Roth"]),
            ("{PERSON Ada Roth} met {PERSON Bo Webb}. {PERSON Roth} slept, and he sat.", vec!["Ada Roth", "Bo Webb"]),
            ("{PERSON Ada Roth} met a girl, and he slept.", vec!["a girl", "Ada Roth"]),
            ("{ORG Acme} slept on {DATE Monday}, and he slept.", vec![]),
        ] {
            assert_eq!(asked(marked), [people], "{marked}");
        }
    }

    #[test]
    fn a_pronoun_may_mean_somebody_named_later_in_the_sentence() {
        let far = "a ".repeat(AHEAD - 2);
        for (marked, people) in [
            ("In his speech {PERSON Ada Roth} met {PERSON Bo Webb}.".to_owned(), vec!["Ada Roth", "Bo Webb"]),
            ("{PERSON Bo Webb} slept. In his speech {PERSON Ada Roth} slept.".to_owned(), vec!["Bo Webb", "Ada Roth"]),
            ("{PERSON Bo Webb} slept. In his speech {PERSON Webb} slept.".to_owned(), vec!["Bo Webb"]),
            ("In his speech {PERSON Ada Roth} met {PERSON Roth}.".to_owned(), vec!["Ada Roth"]),
            ("In his speech {ORG Acme} slept.".to_owned(), vec![]),
            ("In his speech it rained. {PERSON Ada Roth} slept.".to_owned(), vec![]),
            (format!("In his {far}{{PERSON Roth}} slept."), vec!["Roth"]),
            (format!("In his a {far}{{PERSON Roth}} slept."), vec![]),
        ] {
            assert_eq!(asked(&marked), [people], "{marked}");
        }
    }

    #[test]
    fn nobody_may_mean_the_writer() {
        assert_eq!(asked("By {PERSON Joanna Fell}\n\nA girl slept, and she sat."), [["A girl"]]);
        assert_eq!(asked("By {PERSON Joanna Fell}\n\n{PERSON Fell} slept, and she sat."), [["Joanna Fell"]]);
    }

    #[test]
    fn the_name_behind_an_opening_phrase_is_whom_its_pronoun_means() {
        for (marked, found) in [
            ("{PERSON Bo Webb} slept.\n\nIn his speech, {PERSON Roth} wept.", vec!["Roth: his"]),
            ("{PERSON Ada Roth} slept.\n\nIn his speech, {PERSON Ada Webb} wept.", vec![]),
            ("{PERSON Bo Webb} slept. In his speech, {PERSON Roth} wept.", vec![]),
            ("{PERSON Bo Webb} slept. In his speech, the hall was empty.", vec![]),
        ] {
            assert_eq!(mentions(marked), found, "{marked}");
        }
    }

    #[test]
    fn his_or_her_means_nobody_in_particular() {
        for marked in
            ["{PERSON Roth} slept. A judge may vote for his or her town.", "{PERSON Roth} saw how he/she slept."]
        {
            assert_eq!(asked(marked), [[""; 0]; 0], "{marked}");
        }
        assert_eq!(asked("{PERSON Roth} saw his car or her.").len(), 2);
        assert_eq!(asked("{PERSON Roth} saw him and her.").len(), 2);
    }

    #[test]
    fn a_family_is_nobody_whom_he_or_she_can_mean() {
        assert_eq!(asked("Then the {PERSON Roths} slept, and he sat."), [[""; 0]]);
        assert_eq!(asked("Then {PERSON Roths} slept, and he sat."), [["Roths"]]);
        assert_eq!(asked("Then the {PERSON Ada Roths} slept, and he sat."), [["Ada Roths"]]);
        assert_eq!(asked("Then the {PERSON Webb} slept, and he sat."), [["Webb"]]);
        assert_eq!(asked("The {PERSON Roths} and {PERSON Ada Roths} slept, and she sat."), [["Roths"]]);
    }

    #[test]
    fn the_chosen_person_has_the_pronoun_and_its_gender() {
        let marked = "{PERSON Ada Roth} met {PERSON Bo Webb}. She slept, and he sat with her.";
        let found = resolve(marked, &[Some(1), Some(1), Some(1)]);
        assert_eq!(found.mentions, ["Ada Roth: She", "Bo Webb: he", "Ada Roth: her"]);
        assert_eq!(found.genders, [4, -2]);
        // A pronoun is a mention, so that the order of the people changes.
        assert_eq!(found.asked, [["Bo Webb", "Ada Roth"], ["Ada Roth", "Bo Webb"], ["Bo Webb", "Ada Roth"]]);
        for nobody in [None, Some(2)] {
            let found = resolve(marked, &[nobody]);
            assert_eq!((found.mentions.len(), found.genders), (0, vec![0, 0]));
        }
    }

    #[test]
    fn a_pronoun_tells_the_gender_of_the_person_from_there_on() {
        let agrees = |choice| resolve("{PERSON Lund} slept. He sat. Then he sat.", &[choice]).features[1][0][14];
        assert_eq!([agrees(Some(0)), agrees(None)], [1.0, 0.0]);
    }

    #[test]
    fn the_last_pronoun_of_the_gender_and_the_most_frequent_name_are_known() {
        let marked = "{PERSON Roth} met {PERSON Webb}. {PERSON Roth} slept. He sat. She sat. He sat.";
        let found = resolve(marked, &[Some(0), None, None]);
        // 72: the person with most names; 76: the last "he", a sentence before; 77: the last "he" was another.
        let set = |pronoun: usize, person: usize, features: &[usize]| -> Vec<f32> {
            features.iter().map(|&at| found.features[pronoun][person][at]).collect()
        };
        assert_eq!((set(0, 0, &[72, 77]), set(0, 1, &[72, 77])), (vec![1.0, 0.0], vec![0.0, 0.0]));
        assert_eq!((set(1, 0, &[77]), set(1, 1, &[77])), (vec![0.0], vec![0.0]));
        assert_eq!((set(2, 0, &[77]), set(2, 1, &[77])), (vec![0.0], vec![1.0]));
        let both = resolve("{PERSON Roth} met {PERSON Webb}. He sat. She sat. He sat.", &[Some(1), Some(1)]);
        assert_eq!([both.features[2][0][77], both.features[2][1][77]], [1.0, 0.0]);
        let next = resolve("{PERSON Roth} slept. He sat. He sat.", &[Some(0)]);
        assert_eq!([next.features[0][0][76], next.features[1][0][76]], [0.0, 1.0]);
    }

    #[test]
    fn a_definite_phrase_means_the_holder_of_the_title() {
        for (marked, found) in [
            ("Mayor {PERSON Ada Roth} slept. Then the mayor sat.", vec!["Ada Roth: the mayor"]),
            ("Mayor {PERSON Ada Roth} slept. Then this mayor sat.", vec!["Ada Roth: this mayor"]),
            ("Mayor {PERSON Ada Roth} slept. Then their mayor sat.", vec!["Ada Roth: mayor"]),
            ("Mayor {PERSON Ada Roth} slept. Then a mayor sat.", vec![]),
            ("Mayor {PERSON Ada Roth} slept. Then mayor sat.", vec![]),
            // Not a title.
            ("His wife {PERSON Ada Roth} slept. Then the wife sat.", vec![]),
            // The phrase goes on.
            ("Mayor {PERSON Ada Roth} slept. Then the mayor general sat.", vec![]),
            ("Mayor {PERSON Ada Roth} slept. Then the mayor-elect sat.", vec![]),
            ("Mayor {PERSON Ada Roth} slept. Then the mayor left them.", vec![]),
            // Nobody has the title yet, unless the phrase says more.
            ("Then the mayor sat. Mayor {PERSON Ada Roth} slept.", vec![]),
            (
                "Then the finance minister sat. Finance Minister {PERSON Ada Roth} slept.",
                vec!["Ada Roth: the finance minister"],
            ),
            // The best match, and among equals the one mentioned last.
            (
                "Finance Minister {PERSON Ada Roth} and Minister {PERSON Bo Webb} slept. Then the finance minister sat.",
                vec!["Ada Roth: the finance minister"],
            ),
            (
                "Mayor {PERSON Ada Roth} and Mayor {PERSON Bo Webb} slept. Then the mayor sat.",
                vec!["Bo Webb: the mayor"],
            ),
            (
                "Mayor {PERSON Ada Roth} and Mayor {PERSON Bo Webb} slept. {PERSON Roth} woke. Then the mayor sat.",
                vec!["Ada Roth: the mayor"],
            ),
        ] {
            assert_eq!(mentions(marked), found, "{marked}");
        }
    }

    #[test]
    fn a_holder_of_another_year_is_meant_where_that_year_is_told() {
        let text = |last: &str| format!("Mayor {{PERSON Ada Roth}} slept. In 1988 Mayor {{PERSON Bo Webb}} sat{last}");
        assert_eq!(mentions(&text(".\n\nThen the mayor sat.")), ["Ada Roth: the mayor"]);
        assert_eq!(mentions(&text(", and the mayor sat.")), ["Bo Webb: the mayor"]);
    }

    #[test]
    fn a_name_that_tells_the_gender_goes_before_one_that_women_and_men_have() {
        for (marked, choice, found) in [
            ("{PERSON Taylor Roth} met {PERSON Susan Webb}. She sat.", 1, "Susan Webb: She"),
            ("{PERSON Taylor Roth} met {PERSON David Webb}. He sat.", 1, "David Webb: He"),
            ("{PERSON Taylor Roth} met {PERSON David Webb}. She sat.", 1, "Taylor Roth: She"),
            ("{PERSON Orsolya Roth} met {PERSON Susan Webb}. She sat.", 1, "Orsolya Roth: She"),
            ("{PERSON Taylor Roth} met {PERSON Susan Webb}. Rain. She sat.", 1, "Taylor Roth: She"),
            ("{PERSON Taylor Roth} met {PERSON Susan Webb}. They saw her.", 1, "Taylor Roth: her"),
            ("{PERSON Susan Webb}, {PERSON Vera Lund} and {PERSON Taylor Roth} met. She sat.", 0, "Taylor Roth: She"),
        ] {
            assert_eq!(resolve(marked, &[Some(choice)]).mentions, [found], "{marked}");
        }
    }

    #[test]
    fn a_pronoun_that_reports_goes_on_with_the_last_speaker() {
        for (marked, found) in [
            ("{PERSON Ada Roth} sat. “No,” said {PERSON Eva Webb}. “Never,” she said.", "Eva Webb: she"),
            ("{PERSON Ada Roth} sat. “No,” said the mayor, {PERSON Eva Webb}. “Never,” she said.", "Eva Webb: she"),
            ("{PERSON Ada Roth} sat.\n\n{PERSON Eva Webb} was there.\n\n“Never,” she said.", "Eva Webb: she"),
            ("{PERSON Ada Roth} sat. “No,” said {PERSON Eva Webb}. Then she sat.", "Ada Roth: she"),
            ("“No,” {PERSON Ada Roth} told {PERSON Eva Webb}. “Never,” she replied.", "Eva Webb: she"),
            ("“No,” said {PERSON Ada Roth}, but {PERSON Eva Webb} said yes. “Never,” she said.", "Ada Roth: she"),
        ] {
            assert_eq!(resolve(marked, &[Some(1)]).mentions.pop().as_deref(), Some(found), "{marked}");
        }
    }

    #[test]
    fn the_subject_right_before_a_verb_is_not_its_object() {
        let excluded = |marked: &str| {
            with_view(marked, |view| {
                let mut found = Vec::new();
                let (chains, genders) = names::chains(view, &[]);
                let unsure = vec![Gender::UNKNOWN; chains.len()];
                PronounResolver::new(view, &chains, &[], &genders, &unsure).run(&mut |query| {
                    found.extend(query.antecedents.iter().map(|antecedent| antecedent.excluded));
                    None
                });
                found[0]
            })
        };
        assert!(excluded("{PERSON Ada Roth} was there. {PERSON Bo Webb} never praised him."));
        for free in ["{PERSON Bo Webb} praised his car.", "{PERSON Bo Webb} was sure that they saw him."] {
            assert!(!excluded(free), "{free}");
        }
    }

    #[test]
    fn an_age_stands_for_a_person() {
        for (marked, found) in [
            ("{PERSON Ada Roth}, 22, sat. Then the 22-year-old ran.", vec!["Ada Roth: the 22-year-old"]),
            ("{PERSON Ada Roth}, 22, sat. Then the 23-year-old ran.", vec![]),
            ("{PERSON Ada Roth}, 22, sat. Then a 22-year-old ran.", vec![]),
        ] {
            assert_eq!(mentions(marked), found, "{marked}");
        }
        assert_eq!(asked("A 22-year-old sat, and he ran."), [["A 22-year-old"]]);
    }

    #[test]
    fn the_same_noun_with_another_possessor_or_other_words_is_somebody_else() {
        for (marked, people) in [
            ("{PERSON Roth}’s guard sat. {PERSON Webb}’s guard ran, and he slept.", 4),
            ("{PERSON Roth}’s guard sat. The guard ran, and he slept.", 2),
            ("A young guard sat. The old guard ran, and he slept.", 2),
        ] {
            assert_eq!(asked(marked)[0].len(), people, "{marked}");
        }
    }

    #[test]
    fn an_unnamed_person_may_report_in_the_sentence() {
        for (marked, reports) in [
            ("A guard said he sat.", true),
            ("A guard, who said yes, thought he sat.", true),
            ("A guard knew he sat.", false),
            ("A guard said yes. Then he sat.", false),
            ("A guard said {PERSON Roth} and he sat.", false),
        ] {
            with_view(marked, |view| {
                let titles = titles::find(view);
                let (chains, genders) = names::chains(view, &titles);
                let unsure = vec![Gender::UNKNOWN; chains.len()];
                let mut found = Vec::new();
                PronounResolver::new(view, &chains, &titles, &genders, &unsure).run(&mut |query| {
                    found.extend(query.antecedents.iter().filter(|a| a.phrase.is_some()).map(|a| a.reports));
                    None
                });
                assert_eq!(found, [reports], "{marked}");
            });
        }
    }

    #[test]
    fn a_title_set_off_by_a_comma_is_a_mention_and_one_right_before_the_name_is_none() {
        for (marked, found) in [
            ("{PERSON Ada Roth}, the mayor, slept.", vec!["Ada Roth: the mayor"]),
            ("The mayor, {PERSON Ada Roth}, slept.", vec!["Ada Roth: The mayor"]),
            ("{PERSON Ada Roth}, head of the {ORG Water Board}, slept.", vec!["Ada Roth: head of the Water Board"]),
            ("{PERSON Ada Roth}, his sister, slept.", vec!["Ada Roth: sister"]),
            ("Then Mayor {PERSON Ada Roth} slept.", vec![]),
        ] {
            assert_eq!(mentions(marked), found, "{marked}");
        }
        // The words of a title are not somebody else.
        assert_eq!(asked("{PERSON Ada Roth}, the mayor, slept, and she sat."), [["Ada Roth"]]);
        assert_eq!(asked("Then the mayor {PERSON Ada Roth} slept, and she sat."), [["Ada Roth"]]);
    }

    #[test]
    fn a_headline_leaves_out_the_article() {
        let below = "\n\n{PERSON Ada Roth}, the mayor of {GPE Varde}, slept.";
        for (headline, found) in [
            ("{GPE Varde} Mayor Sleeps", vec!["Ada Roth: the mayor of Varde", "Ada Roth: Varde Mayor"]),
            ("{GPE Varde} mayor sleeps", vec!["Ada Roth: the mayor of Varde"]),
            ("Gloomy Mayor Sleeps", vec!["Ada Roth: the mayor of Varde"]),
        ] {
            assert_eq!(mentions(&format!("{headline}{below}")), found, "{headline}");
        }
    }

    #[test]
    fn people_without_a_name_are_one_if_called_the_same() {
        for (marked, people) in [
            ("A girl slept. Then the girl sat, and she ran.", vec!["the girl"]),
            ("A girl slept. Then a girl sat, and she ran.", vec!["a girl", "A girl"]),
            ("A girl slept. Then the boy sat, and she ran.", vec!["the boy", "A girl"]),
            ("A girl slept. Then girl sat, and she ran.", vec!["A girl"]),
            ("A new mayor slept. Then the mayor sat, and she ran.", vec!["the mayor"]),
        ] {
            assert_eq!(asked(marked), [people], "{marked}");
        }
        // Somebody too far back is forgotten.
        let others: String = (0..WINDOW).map(|n| format!("{{PERSON Roth{n}}} slept. ")).collect();
        let people = asked(&format!("A girl slept. {others}Then the girl sat, and she ran."));
        assert_eq!((people[0][0].as_str(), people[0].len()), ("the girl", WINDOW));
        assert!(!people[0][1..].contains(&"A girl".to_owned()));
        let features = &resolve(&format!("A girl slept. {others}Then the girl sat, and she ran."), &[]).features[0][0];
        // 43: mentioned before.
        assert_eq!(features[43], 0.0);
        let features = &resolve("A girl slept. Then the girl sat, and she ran.", &[]).features[0][0];
        // 15: of this gender.
        assert_eq!((features[43], features[15]), (1.0, 1.0));
    }

    #[test]
    fn what_introduces_a_phrase() {
        for (text, expected) in [
            ("They saw the girl.", Article::Definite),
            ("They saw that girl.", Article::Demonstrative),
            ("They saw another girl.", Article::Indefinite),
            ("They saw their girl.", Article::Possessive),
            ("They saw Lund’s girl.", Article::Possessive),
            ("They saw girl.", Article::None),
        ] {
            with_view(text, |view| {
                let phrase = PersonPhrase::around(view, token(view, "girl"), Modifiers::Any);
                assert_eq!(article(view, &phrase), expected, "{text}");
            });
        }
    }

    #[test]
    fn a_token_is_in_its_innermost_quotation_and_paragraphs_may_share_one() {
        let grouped = |text: &str, one: &str, other: &str| {
            with_view(text, |view| {
                let quotes = quotes(view, view.layout.tokens.len());
                let [one, other] = [one, other].map(|word| quotes[token(view, word)]);
                one.is_some() && one == other
            })
        };
        for (text, one, other, same) in [
            ("“One ‘two’ three,” four.", "One", "three", true),
            ("“One ‘two’ three,” four.", "One", "two", false),
            ("“One,” two, “three.”", "One", "three", false),
            ("“One two.\n\n“Three,” four.", "One", "Three", true),
            ("“One two.”\n\n“Three,” four.", "One", "Three", false),
            ("“One,” two.", "two", "two", false),
        ] {
            assert_eq!(grouped(text, one, other), same, "{text} {one} {other}");
        }
    }
}
