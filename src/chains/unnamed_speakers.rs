//! People who are quoted but not named: "a former aide said". Which of the people without a name speak is known
//! only after the quotations have been found; the others leave the chains.

use super::{Chain, MentionKind};
use crate::layout::Layout;
use crate::lexicon::{self, POSSESSIVE};
use crate::text::{Span, is_possessive, sort_by_numbers};
use crate::tokens::token_at;
use std::collections::{HashMap, HashSet};

/// A longer description says too much.
const LONGEST_DESCRIPTION: usize = 80;

/// The words for the speaker of a quotation, where there are any, and the speaker's chain.
pub type SpeakerOf<'q> = (Option<Span>, &'q mut Option<usize>);

/// Keeps the chains of those people without a name who speak, describes them, and makes the chains of the quotations
/// agree. A description that the quotations have found to mean somebody with a name ("the striker") brings all other
/// mentions of that person with it.
pub fn keep_unnamed_speakers(layout: &Layout, chains: &mut Vec<Chain>, speakers: &mut [SpeakerOf]) {
    let named = chains.partition_point(|chain| chain.name.is_some());
    let mut unnamed = chains.split_off(named);
    let begins: HashMap<usize, usize> = unnamed
        .iter()
        .enumerate()
        .flat_map(|(index, chain)| chain.mentions.iter().map(move |mention| (mention.span.start, index)))
        .collect();
    let mut joined = vec![None; unnamed.len()];
    for (words, chain) in speakers.iter() {
        let known = chain.filter(|&chain| chain < named);
        let described = words.and_then(|words| begins.get(&words.start));
        if let (Some(known), Some(&index)) = (known, described)
            && is_definite(layout, unnamed[index].mentions[0].span)
        {
            joined[index].get_or_insert(known);
        }
    }
    let speaking: HashSet<usize> =
        speakers.iter().filter_map(|(_, chain)| chain.as_ref()?.checked_sub(named)).collect();
    let mut place = vec![None; unnamed.len()];
    for (index, mut chain) in unnamed.drain(..).enumerate() {
        if let Some(known) = joined[index] {
            place[index] = Some(known);
            let mentions = &mut chains[known].mentions;
            mentions.append(&mut chain.mentions);
            sort_by_numbers(mentions, |mention| (mention.span.start, mention.span.end));
        } else if speaking.contains(&index) {
            place[index] = Some(chains.len());
            chains.push(chain);
        }
    }
    let mut words_at = HashMap::new();
    for (words, chain) in speakers {
        if let Some(index) = chain.and_then(|chain| chain.checked_sub(named)) {
            **chain = place[index];
        }
        words_at.extend(words.map(|words| (words.start, words)));
    }
    let names = chains[..named].iter().flat_map(|chain| &chain.mentions).map(|name| (name.span.end, name.span.start));
    let names: HashMap<usize, usize> = names.collect();
    for chain in &mut chains[named..] {
        let first =
            chain.mentions.iter().find(|mention| mention.kind == MentionKind::Nominal).map(|mention| mention.span);
        let whole = first.and_then(|first| words_at.get(&first.start));
        let fits = |words: &&Span| words.len() <= LONGEST_DESCRIPTION && !words.of(layout.text).contains(['\n', ',']);
        let words =
            whole.copied().filter(|words| fits(&words)).or(first.map(|first| with_possessor(layout, &names, first)));
        chain.description = words.map(|words| words.of(layout.text).to_owned());
    }
}

/// A description with its possessor: "his wife", "Ames’s lawyer". `names` has where each name ends and begins.
fn with_possessor(layout: &Layout, names: &HashMap<usize, usize>, words: Span) -> Span {
    let before = token_at(&layout.tokens, words.start).checked_sub(1).map(|token| layout.tokens[token].span);
    let start = before.and_then(|before| {
        let word = before.of(layout.text);
        let possessive = lexicon::flags(&word.to_lowercase()) & POSSESSIVE != 0;
        let name = || names.get(&before.start).filter(|_| is_possessive(word)).copied();
        if possessive { Some(before.start) } else { name() }
    });
    Span::new(start.unwrap_or(words.start), words.end)
}

/// Whether the words begin with *the*, *this* or *that*, as those for a known person do.
pub fn is_definite(layout: &Layout, words: Span) -> bool {
    let first = words.of(layout.text).split(char::is_whitespace).next().unwrap_or_default();
    ["the", "this", "that"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::Mention;
    use super::*;
    use crate::entities::EntityType;

    const TEXT: &str =
        "Ada Roth left. A former aide to the mayor spoke. The clerk slept, and he said so. The clerk ate.";

    fn span(words: &str, nth: usize) -> Span {
        let (start, _) = TEXT.match_indices(words).nth(nth).expect("the words");
        Span::new(start, start + words.len())
    }

    fn chain(name: Option<&str>, mentions: &[(&str, usize, MentionKind)]) -> Chain {
        let mention =
            |&(words, nth, kind): &(&str, usize, MentionKind)| Mention { span: span(words, nth), kind, entity: None };
        Chain {
            name: name.map(str::to_owned),
            ..Chain::new(EntityType::Person, mentions.iter().map(mention).collect())
        }
    }

    /// The names or descriptions of the chains with the number of their mentions, and the chains of the speakers.
    fn kept(speakers: &[(Option<Span>, Option<usize>)]) -> (Vec<(String, usize)>, Vec<Option<usize>>) {
        use MentionKind::{Name, Nominal, Pronoun};
        let mut chains = vec![
            chain(Some("Ada Roth"), &[("Ada Roth", 0, Name)]),
            chain(None, &[("A former aide", 0, Nominal)]),
            chain(None, &[("The clerk", 0, Nominal), ("he", 2, Pronoun), ("The clerk", 1, Nominal)]),
        ];
        let mut speakers = speakers.to_vec();
        let mut by_reference: Vec<_> = speakers.iter_mut().map(|(words, chain)| (*words, chain)).collect();
        keep_unnamed_speakers(&Layout::of(TEXT), &mut chains, &mut by_reference);
        let label = |chain: &Chain| chain.name.clone().or(chain.description.clone()).unwrap_or_default();
        let shown = chains.iter().map(|chain| (label(chain), chain.mentions.len())).collect();
        (shown, speakers.into_iter().map(|(_, chain)| chain).collect())
    }

    fn shown(chains: &[(&str, usize)]) -> Vec<(String, usize)> {
        chains.iter().map(|&(label, mentions)| (label.to_owned(), mentions)).collect()
    }

    #[test]
    fn only_those_who_speak_are_kept() {
        let he = Some(span("he", 2));
        assert_eq!(kept(&[]), (shown(&[("Ada Roth", 1)]), vec![]));
        assert_eq!(kept(&[(he, Some(2))]), (shown(&[("Ada Roth", 1), ("The clerk", 3)]), vec![Some(1)]));
    }

    #[test]
    fn the_words_for_the_speaker_describe_the_person() {
        let aide = Some(span("A former aide to the mayor", 0));
        let (chains, speakers) = kept(&[(aide, Some(1)), (None, None)]);
        assert_eq!(chains, shown(&[("Ada Roth", 1), ("A former aide to the mayor", 1)]));
        assert_eq!(speakers, [Some(1), None]);
    }

    #[test]
    fn a_description_has_its_possessor() {
        for (text, words, expected) in [
            ("Then his wife sat.", "wife", "his wife"),
            ("Then Ada Roth’s lawyer sat.", "lawyer", "Ada Roth’s lawyer"),
            ("Then the lawyer sat.", "the lawyer", "the lawyer"),
            ("lawyer sat.", "lawyer", "lawyer"),
        ] {
            let start = text.find(words).expect("the words");
            let names = text.find("Ada Roth").map(|start| (start + "Ada Roth".len(), start)).into_iter().collect();
            let whole = with_possessor(&Layout::of(text), &names, Span::new(start, start + words.len()));
            assert_eq!(whole.of(text), expected, "{text}");
        }
    }

    #[test]
    fn a_description_of_somebody_with_a_name_brings_all_mentions_along() {
        let clerk = Some(span("The clerk", 1));
        let (chains, speakers) = kept(&[(Some(span("he", 2)), Some(2)), (clerk, Some(0))]);
        assert_eq!((chains, speakers), (shown(&[("Ada Roth", 4)]), vec![Some(0), Some(0)]));
        // "A former aide" is a new person.
        let (chains, _) = kept(&[(Some(span("A former aide", 0)), Some(0))]);
        assert_eq!(chains, shown(&[("Ada Roth", 1)]));
    }
}
