//! "the striker", "the company", "the 22-year-old": a description of a speaker whom the text has named before. The
//! chains have the descriptions that repeat a title; here are those for which other words of the text speak.

use super::speaker_chain::MentionIndex;
use crate::chains::ages::age;
use crate::chains::{Chain, MentionKind, is_club};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::*;
use crate::syntax::TokenView;
use crate::text::Span;
use crate::tokens::token_at;
use core::ops::Range;

/// How many sentences back somebody may have been named whom nothing but the kind of the noun ties to it.
const NEAR: usize = 3;
/// How many tokens back the same noun is looked for. Without this bound the search would be quadratic.
const FAR: usize = 2000;

pub struct Descriptions<'a> {
    pub view: &'a TokenView<'a>,
    pub chains: &'a [Chain],
    pub mentions: &'a MentionIndex,
}

impl Descriptions<'_> {
    /// The chain of the person or the organisation that these words of a speaker describe.
    pub fn chain_of(&self, speaker: &Range<usize>) -> Option<usize> {
        let view = self.view;
        let first = speaker.start;
        if !["the", "this", "that"].iter().any(|word| view.is(first, word)) {
            return None;
        }
        let end = (first + 1..speaker.end).find(|&i| ends_description(view, i)).unwrap_or(speaker.end);
        let head = end.checked_sub(1).filter(|&head| head > first && view.is_word(head) && view.is_lower(head))?;
        if let Some(age) = age(view, &(first + 1..end)) {
            return self.of_age(speaker.start, age);
        }
        if is_plural(view.word(head)) || view.entity(head).is_some_and(|e| view.entities[e].tokens.len() > 1) {
            return None;
        }
        let modifiers = first + 1..head;
        match self.introduced(first, &modifiers, head) {
            Introduced::As(chain) => Some(chain),
            Introduced::SomebodyElse => None,
            Introduced::Not if modifiers.clone().any(|i| view.entity(i).is_some()) => None,
            Introduced::Not => self.only_one(first, head),
        }
    }

    /// Whom the same noun, with the same words before it, described further up.
    fn introduced(&self, before: usize, modifiers: &Range<usize>, head: usize) -> Introduced {
        let (view, noun) = (self.view, self.view.plain(head));
        let mut found = Introduced::Not;
        // The modifiers stand in the same phrase or in the same name.
        const PHRASE: usize = 6;
        let same = |i: usize| {
            let phrase = i.saturating_sub(PHRASE)..i;
            modifiers.clone().all(|m| !view.is_word(m) || phrase.clone().any(|t| view.plain(t) == view.plain(m)))
        };
        for i in (before.saturating_sub(FAR)..before).rev().filter(|&i| view.is(i, &noun)) {
            let at = view.layout.tokens[i].span;
            if let Some(chain) = self.named_with(i, at) {
                match found {
                    _ if !same(i) => {}
                    Introduced::As(other) if other != chain => return Introduced::SomebodyElse,
                    Introduced::SomebodyElse => {}
                    _ => found = Introduced::As(chain),
                }
                continue;
            }
            let start = self.phrase_start(i);
            let new = start < i && view.has(start, INDEFINITE | POSSESSIVE)
                || (start > 0 && view.is_possessive_mark(start - 1));
            if matches!(found, Introduced::Not) {
                if new {
                    found = Introduced::SomebodyElse;
                } else if view.has(start, DEFINITE) {
                    // The same description further up means whom it can mean there.
                    found = self.only_one(start, i).map_or(Introduced::SomebodyElse, Introduced::As);
                }
            }
        }
        found
    }

    /// The chain that this noun belongs to: by its title, in its name ("the Elm Trust"), or as what it is said to be
    /// ("Ames is the mayor").
    fn named_with(&self, noun: usize, at: Span) -> Option<usize> {
        let view = self.view;
        // The noun is the head of the title: "director of the agency" calls nobody an agency.
        let heads = |title: &Span| {
            let before = &view.layout.text[title.start..at.start.max(title.start)];
            let after = &view.layout.text[at.end.min(title.end)..title.end];
            let behind = after.trim_start().split(' ').next().unwrap_or("");
            !before.split(' ').any(|word| matches!(word, "of" | "for" | "at" | "in" | "to" | "and"))
                && matches!(behind, "" | "of" | "for" | "at" | "in" | "to" | "and" | ",")
        };
        let covers = |span: &Span| span.start <= at.start && at.end <= span.end && heads(span);
        if let Some(chain) = self.chains.iter().position(|chain| chain.titles.iter().any(covers)) {
            return Some(chain);
        }
        let last_of = |m: &&super::speaker_chain::IndexedMention| m.span.end == at.end && m.span.start <= at.start;
        let around = self.mentions.within(Span::new(at.start.saturating_sub(80), at.end));
        if let Some(mention) = around.iter().filter(|m| m.is_speaker() && m.span.len() > at.len()).find(last_of) {
            return Some(mention.chain);
        }
        let start = self.phrase_start(noun);
        let be = start.checked_sub(1).filter(|_| start < noun || view.has(start, ROLE))?;
        let copula = view.has(be, BE) || ["as", "became", "remains"].iter().any(|word| view.is(be, word));
        let from = view.sentence_tokens(noun).start;
        let subject = (from..be).rev().find(|&i| !view.is_adverbial(i))?;
        copula.then(|| self.mention_ending(subject)).flatten()
    }

    /// The determiner of the phrase that this noun ends, or its first word.
    fn phrase_start(&self, noun: usize) -> usize {
        const LONGEST: usize = 5;
        let from = self.view.sentence_tokens(noun).start.max(noun.saturating_sub(LONGEST));
        let determiner = |&i: &usize| self.view.has(i, DEFINITE | INDEFINITE | POSSESSIVE);
        let inside = |&i: &usize| !ends_description(self.view, i);
        (from..noun).rev().take_while(inside).find(determiner).unwrap_or(noun)
    }

    fn mention_ending(&self, token: usize) -> Option<usize> {
        let span = self.view.layout.tokens[token].span;
        let near = self.mentions.within(Span::new(span.start.saturating_sub(60), span.end));
        near.iter().rev().find(|m| m.is_speaker() && m.span.end == span.end).map(|m| m.chain)
    }

    /// The person of this age, or if no age is told the only one there is.
    fn of_age(&self, before: usize, age: &str) -> Option<usize> {
        let view = self.view;
        let mut told = false;
        for i in (before.saturating_sub(FAR)..before).filter(|&i| view.word(i) == age) {
            told = true;
            // "Ames, 22," and "22-year-old Ames"
            let named = i.checked_sub(2).filter(|_| view.word(i - 1) == ",").and_then(|name| self.mention_ending(name));
            let behind = (i + 5 < before && view.is(i + 2, "year")).then(|| self.mentions_at(i + 5)).flatten();
            if let Some(chain) = named.or(behind).filter(|&chain| self.chains[chain].kind == EntityType::Person) {
                return Some(chain);
            }
        }
        if told { None } else { self.only(before, |chain| chain.kind == EntityType::Person) }
    }

    fn mentions_at(&self, token: usize) -> Option<usize> {
        let span = self.view.layout.tokens[token].span;
        self.mentions.within(Span::new(span.start, span.start + 1)).first().map(|m| m.chain)
    }

    /// The only person or organisation named nearby, if the noun can mean one of that kind.
    fn only_one(&self, before: usize, head: usize) -> Option<usize> {
        let view = self.view;
        let noun = view.plain(head);
        if view.has(head, GROUP) {
            let fits =
                |chain: &Chain| chain.kind == EntityType::Org && self.names(chain).all(|name| suits_group(name, &noun));
            return self.only(before, fits);
        }
        let person = |chain: &Chain| {
            chain.kind == EntityType::Person
                && !(view.has(head, FEMALE) && self.is_called(chain, "he"))
                && !(view.has(head, MALE) && self.is_called(chain, "she"))
        };
        let chain = self.only(before, person)?;
        let does_it = !view.has(head, PERSON) || view.has(head, ROLE);
        (view.has(head, EPITHET) || (does_it && self.does(chain, before, &noun))).then_some(chain)
    }

    /// The only such chain that is named in the sentences before.
    fn only(&self, before: usize, fits: impl Fn(&Chain) -> bool) -> Option<usize> {
        let view = self.view;
        let last = view.sentence(before);
        let from = view.layout.sentences[last.saturating_sub(NEAR)].span.start;
        let span = Span::new(from, view.layout.tokens[before].span.start);
        // Those who are named in somebody's words are not yet in the story.
        let quoted = &view.layout.quoted;
        let is_told = |span: Span| {
            let next = quoted.partition_point(|q| q.span.end <= span.start);
            quoted.get(next).is_none_or(|q| q.span.start > span.start)
        };
        let names = self.mentions.within(span).iter().filter(|m| m.mention == MentionKind::Name);
        let mut found = names.filter(|m| is_told(m.span)).map(|m| m.chain).filter(|&chain| fits(&self.chains[chain]));
        let first = found.next()?;
        if found.all(|chain| chain == first) {
            return Some(first);
        }
        // "Velora, the maker of the Aero, will cut jobs, the company said, as it fights off Quantessa.": its subject.
        let opens = self.mentions.within(view.layout.sentences[last].span).first()?;
        let subject = opens.mention == MentionKind::Name
            && self.chains[opens.chain].kind == EntityType::Org
            && view.word(before - 1) == ","
            && opens.span.start == view.layout.sentences[last].span.start
            && fits(&self.chains[opens.chain]);
        subject.then_some(opens.chain)
    }

    /// "The Norwegian said" is no people but the person named last.
    pub fn of_origin(&self, speaker: &Range<usize>) -> Option<usize> {
        let view = self.view;
        let one = speaker.len() == 2
            && view.is(speaker.start, "the")
            && view.kind(speaker.start + 1) == Some(EntityType::Norp)
            && !view.word(speaker.start + 1).ends_with('s');
        if !one {
            return None;
        }
        let last = view.sentence(speaker.start);
        let from = view.layout.sentences[last.saturating_sub(1)].span.start;
        let before = Span::new(from, view.layout.tokens[speaker.start].span.start);
        let named = self.mentions.within(before).iter().filter(|m| m.is_person() && m.is_name());
        let mut chains = named.map(|m| m.chain);
        let first = chains.next()?;
        chains.all(|chain| chain == first).then_some(first)
    }

    fn names<'c>(&'c self, chain: &'c Chain) -> impl Iterator<Item = &'c str> {
        let names = chain.mentions.iter().filter(|m| m.kind == MentionKind::Name);
        names.map(|m| m.span.of(self.view.layout.text))
    }

    fn is_called(&self, chain: &Chain, pronoun: &str) -> bool {
        chain.mentions.iter().any(|m| m.span.of(self.view.layout.text).eq_ignore_ascii_case(pronoun))
    }

    /// "Ames bakes bread … the baker": a word of the same stem stands in a sentence with the name.
    fn does(&self, chain: usize, before: usize, noun: &str) -> bool {
        const STEM: usize = 4;
        let ending = ["ologist", "ician", "er", "or", "ist", "man", "woman"].iter().find_map(|e| noun.strip_suffix(e));
        let stem = ending.filter(|stem| stem.len() + 1 >= STEM);
        let view = self.view;
        let related = |i: usize| {
            let word = view.plain(i);
            // "Ames coaches the under-12s … the coach"
            let verb = word.strip_prefix(noun).is_some_and(|end| matches!(end, "s" | "es" | "ed"))
                && i > 0
                && self.mention_ending(i - 1) == Some(chain);
            let same_stem = |stem: &str| word != noun && word.starts_with(stem) && word.len() <= stem.len() + 5;
            verb || stem.is_some_and(same_stem)
        };
        let named = self.chains[chain].mentions.iter().filter(|m| m.kind != MentionKind::Nominal);
        named
            .map(|m| token_at(&view.layout.tokens, m.span.start))
            .filter(|&at| at < before)
            .any(|at| view.sentence_tokens(at).take_while(|&i| i < before).any(related))
    }
}

enum Introduced {
    As(usize),
    SomebodyElse,
    Not,
}

/// A preposition, a relative clause or punctuation follows the head.
fn ends_description(view: &TokenView, i: usize) -> bool {
    (view.has(i, CLAUSE) && !view.has(i, DEFINITE))
        || (view.is_punctuation(i) && !view.is_inner_hyphen(i))
        || view.has(i, BE)
}

fn is_plural(word: &str) -> bool {
    (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
        || matches!(word, "people" | "men" | "women")
}

/// "Elm Trust" is a trust, and a council is no company.
fn suits_group(name: &str, noun: &str) -> bool {
    const FIRMS: &[&str] = &["group", "company", "corporation", "firm", "business", "bank", "airline", "brewery"];
    let name = name.to_lowercase();
    let mut words = name.split([' ', '-']);
    if words.clone().any(|word| word == noun) {
        return true;
    }
    let last = words.next_back().unwrap_or_default();
    let is_group = crate::lexicon::flags(last) & GROUP != 0;
    let charity = noun == "charity" && matches!(last, "trust" | "foundation" | "fund" | "society" | "mission");
    charity || !SAY_SO.contains(&noun) && (!is_group || (FIRMS.contains(&last) && !PUBLIC.contains(&noun)))
}

/// Groups that no firm is.
const PUBLIC: &[&str] = &["charity", "church", "club", "party", "team", "trust", "union"];
/// Groups whose names say what they are.
const SAY_SO: &[&str] = &[
    "army", "authority", "council", "court", "department", "government", "ministry", "police", "school", "university",
];
/// What a firm or a charity is called wherever it is mentioned. "The bank" may be that of a river.
const CLEAR: &[&str] = &[
    "airline", "carmaker", "charity", "company", "conglomerate", "corporation", "firm", "insurer", "lender",
    "manufacturer", "retailer", "start-up", "startup", "supermarket",
];

/// What a club is called.
const TEAM: &[&str] = &["club", "side", "team"];

/// The groups that the text describes outside the words of speakers, where no doubt is left: "the company employs 900",
/// "the trust" after "the Elm Trust".
pub fn groups(layout: &Layout, entities: &[Entity], chains: &[Chain]) -> Vec<(Span, Option<usize>)> {
    let view = &TokenView::new(layout, entities);
    let mentions = &MentionIndex::of(chains);
    let descriptions = Descriptions { view, chains, mentions };
    let ends = |noun: usize| {
        let next = noun + 1;
        next >= view.sentence_tokens(noun).end
            || ends_description(view, next)
            || view.is_possessive_mark(next)
            || view.has(next, VERB | AUXILIARY | REPORTING)
            || view.is_adverbial(next)
            || ["ed", "s"].iter().any(|ending| view.word(next).ends_with(ending))
    };
    let described = |noun: usize| {
        let the = noun.checked_sub(1).filter(|&the| view.is(the, "the"))?;
        let chain = descriptions.chain_of(&(the..noun + 1))?;
        let word = view.plain(noun);
        let named_so = || descriptions.names(&chains[chain]).any(|name| name.to_lowercase().ends_with(&word));
        let plays = || TEAM.contains(&word.as_str()) && descriptions.names(&chains[chain]).any(is_club);
        (chains[chain].kind == EntityType::Org && (CLEAR.contains(&word.as_str()) || named_so() || plays()))
            .then(|| (view.span(the..noun + 1), Some(chain)))
    };
    let nouns = (0..layout.tokens.len()).filter(|&noun| view.has(noun, GROUP) && view.is_lower(noun) && ends(noun));
    nouns.filter_map(described).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{with_marked_words, with_view};
    use super::*;

    /// The chain that the words between asterisks describe.
    fn described(marked: &str) -> Option<usize> {
        with_marked_words(marked, |view, chains, speaker| {
            Descriptions { view, chains, mentions: &MentionIndex::of(chains) }.chain_of(&speaker)
        })
    }

    fn check(cases: &[(&str, Option<usize>)]) {
        for (marked, chain) in cases {
            assert_eq!(described(marked), *chain, "{marked}");
        }
    }

    #[test]
    fn what_somebody_is_said_to_be_describes_them() {
        check(&[
            ("{PERSON:0 Ana Ruiz} is a lawyer in Lund. It rained. *The lawyer* said", Some(0)),
            ("{PERSON:0 Ana Ruiz} was the mayor of Lund. *The mayor* said", Some(0)),
            ("{ORG:0 Elm Hospital Trust} closed. *the trust* said", Some(0)),
            // Somebody else, or two of a kind.
            ("{PERSON:0 Ana Ruiz} met a lawyer in Lund. *the lawyer* said", None),
            ("{PERSON:0 Ana Ruiz} is a lawyer. {PERSON:1 Bo Webb} is a lawyer. *the lawyer* said", None),
            ("{PERSON:0 Ana Ruiz} is a tax lawyer. *The divorce lawyer* said", None),
            ("{PERSON:0 Ana Ruiz} is a lawyer. *her lawyer* said", None),
            ("{PERSON:0 Ana Ruiz} is a lawyer. *the lawyers* said", None),
        ]);
    }

    #[test]
    fn a_company_is_the_only_organisation_nearby() {
        check(&[
            ("{ORG:0 Norrvarv} makes boats. *the company* said", Some(0)),
            ("{ORG:0 Norrvarv} makes boats. *The shipyard* said", Some(0)),
            ("{ORG:0 Norrvarv} sued {ORG:1 Ostvarv}. *the company* said", None),
            ("{PERSON:0 Ana Ruiz} rang the company. *the company* said", None),
            ("{ORG:0 Lund Council} met. *the company* said", None),
            ("{ORG:0 Norrvarv} makes boats. It rained. It snowed. It blew. It rained. *the company* said", None),
            ("{ORG:0 Norrvarv} makes boats. *the {ORG:1 Senate} committee* said", None),
        ]);
    }

    #[test]
    fn groups_are_described_outside_the_words_of_speakers() {
        let found = |marked: &str| -> Vec<String> {
            with_view(marked, |view, chains| {
                let described = groups(view.layout, view.entities, chains);
                described.into_iter().map(|(span, _)| span.of(view.layout.text).to_owned()).collect()
            })
        };
        for (marked, expected) in [
            ("{ORG:0 Norrvarv} makes boats. The company employs nine.", vec!["The company"]),
            ("{ORG:0 Elm Trust} bought it, and the trust plants oaks.", vec!["the trust"]),
            ("{ORG:0 Keld United} lost. Then the club sold him.", vec!["the club"]),
            // "the bank" may be that of a river, and "the company car" is no company.
            ("{ORG:0 Norrvarv} makes boats. The bank employs nine.", vec![]),
            ("{ORG:0 Norrvarv} makes boats. The company car burned.", vec![]),
            ("{ORG:0 Norrvarv} sued {ORG:1 Ostvarv}. The company employs nine.", vec![]),
            ("{ORG:0 Norrvarv} makes boats. The government employs nine.", vec![]),
        ] {
            assert_eq!(found(marked), expected, "{marked}");
        }
    }

    #[test]
    fn a_striker_is_the_only_person_nearby() {
        check(&[
            ("{PERSON:0 Bo Webb} scored twice. *the striker* said", Some(0)),
            ("{PERSON:0 Bo Webb} bakes bread. *the baker* said", Some(0)),
            ("{PERSON:0 Bo Webb} teaches chemistry. *The teacher* said", Some(0)),
            ("{PERSON:0 Bo Webb} passed to {PERSON:1 Ana Ruiz}. *the striker* said", None),
            // A judge is mostly somebody else, and so is a witness.
            ("{PERSON:0 Bo Webb} was jailed. *the judge* said", None),
            ("{PERSON:0 Bo Webb} was seen. *the witness* said", None),
            ("{PERSON:0 Bo Webb} sang. {pronoun:0 He} left. *the actress* said", None),
        ]);
    }

    #[test]
    fn an_age_belongs_to_the_person_who_has_it() {
        check(&[
            ("{PERSON:0 Bo Webb}, 22, met {PERSON:1 Ana Ruiz}, 31. *the 31-year-old* said", Some(1)),
            ("{PERSON:0 Bo Webb} scored. *the 22-year-old* said", Some(0)),
            ("{PERSON:0 Bo Webb} hit the man, 22, twice. *the 22-year-old* said", None),
            ("{PERSON:0 Bo Webb} met {PERSON:1 Ana Ruiz}. *the 22-year-old* said", None),
        ]);
    }
}
