//! “…,” he said, after somebody else has spoken or acted: *he* is the last one, not the person the article is about.
//!
//! The chains resolve a pronoun by all that the text says of people. Beside a quotation one thing counts more: who
//! spoke in the sentence before, or else who its subject is.

use super::candidate::QuoteCandidate;
use super::speaker_chain::{IndexedMention, MentionIndex};
use crate::chains::{Chain, MentionKind};
use crate::lexicon::{
    self, AUXILIARY, DEFINITE, FEMALE, HE, MALE, PREPOSITION, REPORTING, SHE, SUBJECT, VERB, Verb, is_finite,
};
use crate::syntax::TokenView;
use crate::text::is_possessive;
use crate::tokens::token_at;
use core::ops::Range;

/// How many quotations back one of the sentence before may be.
const NEAR: usize = 4;

/// Gives the quotations of *he* and *she* to the last speaker.
pub fn correct(view: &TokenView, chains: &[Chain], mentions: &MentionIndex, quotes: &mut [QuoteCandidate]) {
    for index in 0..quotes.len() {
        let (earlier, rest) = quotes.split_at_mut(index);
        let quote = &mut rest[0];
        if let Some(chain) = last(view, chains, mentions, earlier, quote).filter(|&chain| quote.chain != Some(chain)) {
            quote.chain = Some(chain);
            quote.why = "the last one who spoke";
            quote.speaker_margin = quote.speaker_margin.min(0.0);
        }
    }
}

fn last(
    view: &TokenView,
    chains: &[Chain],
    mentions: &MentionIndex,
    earlier: &[QuoteCandidate],
    quote: &QuoteCandidate,
) -> Option<usize> {
    let speaker = quote.speaker.as_ref().filter(|s| s.len() == 1 && view.has(s.start, SUBJECT))?.start;
    let sex = [HE, SHE].into_iter().find(|&sex| view.has(speaker, sex))?;
    let cue = quote.cue.as_ref()?;
    let says = |i: usize| Verb::reporting(view.word(i)).is_some() && view.is_lower(i);
    let sentence = view.sentence(quote.hull().start.min(cue.start).min(speaker));
    let before = story_before(view, sentence)?;
    if !cue.clone().any(says) || speaks_of(view, chains, mentions, sentence, speaker, quote.chain) {
        return None;
    }
    let is_in = |other: &&QuoteCandidate| {
        let at = other.cue.as_ref().map_or(other.hull().start, |cue| cue.start);
        other.speaker.is_some() && view.sentence(at) == before
    };
    let tokens = view.layout.sentences[before].tokens.clone();
    let spoke = earlier.iter().rev().take(NEAR).filter(is_in).max_by_key(|other| other.hull().len());
    let chain = match spoke {
        // Who is asked answers.
        Some(other) if tokens.clone().any(|i| view.word(i).ends_with('?')) && !other.is_direct() => return None,
        Some(other) if view.word(other.hull().end - 1).ends_with('?') => return None,
        Some(other) if other.hull().rev().take(2).any(|i| view.word(i).ends_with('?')) => return None,
        Some(other) => other.chain?,
        // "Hart hired Moss. She told the paper that …": only own words are so close to the sentence before.
        None if quote.contents.iter().all(|content| content.quoted.is_empty()) => return None,
        None => {
            let (subject, chain) = subject(view, mentions, before)?;
            // "He has worked here for years. “…,” he added.": both are the one of the sentence before.
            let chain = match view.has(subject.start, SUBJECT) && subject.len() == 1 {
                true => named_before(view, mentions, earlier, before).unwrap_or(chain),
                false => chain,
            };
            // "Smith was arrested. “He was quiet,” he said.": somebody else speaks of the subject.
            let current = quote.chain.is_some_and(|current| is_named(view, mentions, before, current));
            let same = |i: usize| view.has(i, sex);
            if !current && quote.hull().any(same) {
                return None;
            }
            chain
        }
    };
    fits(view, &chains[chain], sex).then_some(chain)
}

/// Who spoke in the sentence before this one in the same paragraph, or else its subject.
fn named_before(
    view: &TokenView,
    mentions: &MentionIndex,
    earlier: &[QuoteCandidate],
    sentence: usize,
) -> Option<usize> {
    let before = story_before(view, sentence)?;
    let paragraph = |s: usize| view.layout.tokens[view.layout.sentences[s].tokens.start].paragraph;
    if paragraph(before) != paragraph(sentence) {
        return None;
    }
    let tokens = &view.layout.sentences[before].tokens;
    let spoke = earlier
        .iter()
        .rev()
        .take(NEAR)
        .find(|other| other.speaker.as_ref().is_some_and(|speaker| tokens.contains(&speaker.start)));
    match spoke {
        Some(other) => other.chain,
        None => subject(view, mentions, before).map(|(_, chain)| chain),
    }
}

/// The sentence before in the story: a caption or a credit between is passed over.
fn story_before(view: &TokenView, sentence: usize) -> Option<usize> {
    const REACH: usize = 4;
    let story = |s: usize| view.layout.story_of(view.layout.sentences[s].tokens.start);
    let beside = |s: usize| view.layout.kind_of(view.layout.sentences[s].tokens.start).is_beside_the_story();
    let before = (sentence.saturating_sub(REACH)..sentence).rev().find(|&s| !beside(s))?;
    (story(before) + 1 >= story(sentence)).then_some(before)
}

/// Whether the sentence itself names, before the pronoun, the one that the chains found.
fn speaks_of(
    view: &TokenView,
    chains: &[Chain],
    mentions: &MentionIndex,
    sentence: usize,
    pronoun: usize,
    chain: Option<usize>,
) -> bool {
    let span = view.layout.sentences[sentence].span;
    let end = view.layout.tokens[pronoun].span.start;
    chain.is_some_and(|chain| chain < chains.len())
        && mentions
            .within(span)
            .iter()
            .any(|m| Some(m.chain) == chain && m.mention == MentionKind::Name && m.span.end <= end)
}

fn is_named(view: &TokenView, mentions: &MentionIndex, sentence: usize, chain: usize) -> bool {
    let inside = mentions.within(view.layout.sentences[sentence].span);
    inside.iter().any(|m| m.chain == chain && m.mention == MentionKind::Name)
}

/// The person who is the subject of a sentence: a name or *he* with a finite verb behind it, past what describes it.
pub fn subject(view: &TokenView, mentions: &MentionIndex, sentence: usize) -> Option<(Range<usize>, usize)> {
    let sentence = &view.layout.sentences[sentence];
    let found = mentions.within(sentence.span).iter().filter(|m| m.is_person()).find(|m| {
        let tokens = tokens_of(view, m);
        let nominative = m.mention != MentionKind::Pronoun || view.has(tokens.start, SUBJECT);
        let object = tokens.start > sentence.tokens.start
            && view.has(tokens.start - 1, PREPOSITION)
            && view.is_lower(tokens.start - 1);
        nominative && !object && has_predicate(view, tokens, sentence.tokens.end)
    })?;
    Some((tokens_of(view, found), found.chain))
}

fn tokens_of(view: &TokenView, mention: &IndexedMention) -> Range<usize> {
    let start = token_at(&view.layout.tokens, mention.span.start);
    let end = view.layout.tokens.partition_point(|t| t.span.start < mention.span.end).max(start + 1);
    start..end
}

/// A finite verb follows, behind an adverb, an apposition or a relative clause: "Ames, who dives, called …".
fn has_predicate(view: &TokenView, Range { start, end }: Range<usize>, limit: usize) -> bool {
    const LONGEST: usize = 25;
    if end >= limit || is_possessive(view.word(end)) || is_possessive(view.word(end - 1)) {
        return false;
    }
    let verb = |i: usize| {
        let word = view.word(i);
        view.is_lower(i)
            && (view.has(i, VERB | AUXILIARY | REPORTING)
                || (word.len() > 4 && word.ends_with("ed"))
                || (Verb::loosely_reporting(word).is_some() && is_finite(word)))
    };
    let predicate = |i: usize| (i..limit.min(i + 3)).find(|&i| !view.is_adverbial(i)).is_some_and(verb);
    if view.word(end) != "," {
        return predicate(end);
    }
    // "The mayor, Jan Bo, cut the ribbon."
    let apposed = start > 0 && view.word(start - 1) == ",";
    if apposed && end + 1 < limit && view.is_lower(end + 1) {
        return !view
            .has(end + 1, PREPOSITION | DEFINITE | lexicon::RELATIVE | lexicon::CONJUNCTION | lexicon::DETERMINER);
    }
    // "Asked about Webb, Ames smiled" has another subject behind the comma.
    let described = view.has(end + 1, lexicon::RELATIVE | lexicon::DETERMINER | DEFINITE)
        || view.word(end + 1).starts_with(|c: char| c.is_ascii_digit())
        || (view.is_lower(end + 1) && !verb(end + 1));
    let close = (end + 2..limit.min(end + LONGEST)).find(|&i| view.word(i) == "," && predicate(i + 1));
    described && close.is_some()
}

/// Whether the text may call this person *he* or *she*: it does so at least once, or nothing speaks against it.
fn fits(view: &TokenView, chain: &Chain, sex: lexicon::Flags) -> bool {
    let (other, word) = if sex == HE { (SHE, FEMALE) } else { (HE, MALE) };
    let text = view.layout.text;
    let flags = |words: &str| words.split_whitespace().fold(0, |all, w| all | lexicon::flags(&w.to_lowercase()));
    let pronouns = || chain.mentions.iter().filter(|m| m.kind == MentionKind::Pronoun);
    let called = |sex| pronouns().any(|m| lexicon::flags(&m.span.of(text).to_lowercase()) & sex != 0);
    let titled = chain.titles.iter().any(|title| flags(title.of(text)) & word != 0);
    let first = chain.name.as_deref().and_then(|name| name.split(' ').next());
    let given = first.and_then(|name| lexicon::sex_of_given_name(&crate::text::folded(name)));
    let wrong = if sex == HE { b'f' } else { b'm' };
    chain.kind == crate::entities::EntityType::Person
        && !titled
        && (called(sex) || (!called(other) && given.map(|letter| letter.to_ascii_lowercase()) != Some(wrong)))
}

#[cfg(test)]
mod tests {
    use super::super::grouping::group;
    use super::super::speaker_chain;
    use super::super::testing::with_spans;
    use super::*;

    /// The chain of the last quotation in a text.
    fn speaker(marked: &str) -> Option<usize> {
        with_spans(marked, |spans, chains| {
            let (view, mentions) = (spans.view, MentionIndex::of(chains));
            let (mut quotes, _) = group(spans);
            for quote in &mut quotes {
                quote.chain = quote.speaker.as_ref().and_then(|s| speaker_chain::of_speaker(view, &mentions, s));
            }
            correct(view, chains, &mentions, &mut quotes);
            quotes.last().and_then(|quote| quote.chain)
        })
    }

    /// What the chains take for Pike's.
    const HE: &str = "{content “It is ours,”} {cue said} {speaker {pronoun:0 he}}.";

    #[test]
    fn the_last_speaker_goes_on() {
        let before = "{PERSON:0 Pike} left. {content “It is mine,”} {cue said} {speaker {PERSON:1 Webb}}.";
        assert_eq!(speaker(&format!("{before} {HE}")), Some(1));
        assert_eq!(speaker(&format!("{before}\n\n{HE}")), Some(1));
        assert_eq!(speaker(&format!("{before}\n\nIt rained.\n\n{HE}")), Some(0));
        let asked = "{content “Is it mine?”} {cue asked} {speaker {PERSON:1 Webb}}.";
        assert_eq!(speaker(&format!("{asked}\n\n{HE}")), Some(0));
    }

    #[test]
    fn the_subject_of_the_sentence_before_speaks() {
        for (before, expected) in [
            ("{PERSON:1 Webb}, who runs the yard, laughed.", 1),
            ("The mayor, {PERSON:1 Webb}, cut the ribbon.", 1),
            ("Asked about {PERSON:1 Webb}, {PERSON:0 Pike} smiled.", 0),
            ("{PERSON:1 Webb}’s yard was closed.", 0),
            ("The yard was sold to {PERSON:1 Webb}.", 0),
            ("{PERSON:1 Webb} laughed when {pronoun:1 she} saw it.", 0),
        ] {
            assert_eq!(speaker(&format!("{before}\n\n{HE}")), Some(expected), "{before}");
        }
        let of_him = "{content “He is ours,”} {cue said} {speaker {pronoun:0 he}}.";
        assert_eq!(speaker(&format!("{{PERSON:1 Webb}} was arrested.\n\n{of_him}")), Some(0));
    }
}
