//! One type for each name: if the mentions of a name have different types in one text, they vote.
//!
//! The network reads every mention in its own sentence, and some sentences show more than others. So each mention votes
//! for each type with the logarithm of its probability. A vote has a lower limit, so that no single mention decides
//! alone.

use super::EntityType;
use super::decode::{Found, joint};
use crate::layout::Layout;
use crate::lexicon;
use crate::tagger::Tagging;
use crate::text::{is_possessive, sort_by_numbers};
use std::collections::HashMap;

/// The lower limit of a vote. A mention does not take the winning type if its own vote for it is not above the limit.
const DOUBT: f32 = -4.0;

/// Gives all mentions of a name the type that they vote for.
pub fn on_types(layout: &Layout, tagging: &Tagging, found: &mut [Found]) {
    let mut mentions: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, mention) in found.iter().enumerate().filter(|(_, f)| f.kind.is_name()) {
        mentions.entry(name(layout, mention)).or_default().push(index);
    }
    let vote = |mention: &Found, kind: EntityType| joint(&tagging.ner[mention.tokens.clone()], kind as usize);
    for mentions in mentions.into_values() {
        let mut kinds: Vec<EntityType> = mentions.iter().map(|&i| found[i].kind).collect();
        sort_by_numbers(&mut kinds, |&kind| (kind as usize, 0));
        kinds.dedup();
        if kinds.len() < 2 {
            continue;
        }
        let total = |kind| mentions.iter().map(|&i| vote(&found[i], kind).max(DOUBT)).sum::<f32>();
        let Some(&winner) = kinds.iter().max_by(|&&a, &&b| total(a).total_cmp(&total(b))) else {
            continue;
        };
        for i in mentions {
            let log_probability = vote(&found[i], winner);
            if found[i].kind != winner && log_probability > DOUBT {
                found[i] = Found { kind: winner, log_probability, tokens: found[i].tokens.clone() };
            }
        }
    }
}

/// The largest probability that a word is no name, up to which another mention of the name outweighs it.
const OVERLOOKED: f32 = 0.9;
/// The least probability of the labels of such a mention.
const WELL_SEEN: f32 = 0.5;

/// Adds words that are no name for the tagger, but nearly, if the same word in the same capitals is one elsewhere in the
/// text: "The [Oruko] say …. Oruko chiefs want …".
///
/// People are left to the pronouns, which find them with more certainty.
pub fn on_overlooked(layout: &Layout, tagging: &Tagging, found: &mut Vec<Found>) {
    let mut seen: HashMap<&str, &Found> = HashMap::new();
    for mention in found.iter().filter(|f| f.kind.is_name() && f.kind != EntityType::Person && f.tokens.len() == 1) {
        let best = seen.entry(layout.word(mention.tokens.start)).or_insert(mention);
        if mention.log_probability > best.log_probability {
            *best = mention;
        }
    }
    seen.retain(|name, mention| {
        let common = lexicon::flags(&name.to_lowercase()) != 0;
        mention.log_probability > WELL_SEEN.ln() && !common && name.starts_with(char::is_uppercase) && name.len() > 2
    });
    let mut added = Vec::new();
    let mut known = found.iter().peekable();
    for token in 0..layout.tokens.len() {
        while known.next_if(|f| f.tokens.end <= token).is_some() {}
        let free = known.peek().is_none_or(|f| f.tokens.start > token);
        if let Some(mention) = seen.get(layout.word(token)).filter(|_| free && tagging.ner[token][0] < OVERLOOKED.ln())
        {
            let log_probability = joint(&tagging.ner[token..token + 1], mention.kind as usize).max(DOUBT);
            added.push(Found { tokens: token..token + 1, kind: mention.kind, log_probability });
        }
    }
    if !added.is_empty() {
        found.extend(added);
        sort_by_numbers(found, |f| (f.tokens.start, 0));
    }
}

/// The mention without a possessive ending and without an article at the beginning.
fn name<'t>(layout: &Layout<'t>, mention: &Found) -> &'t str {
    let (mut start, mut end) = (mention.tokens.start, mention.tokens.end);
    if end - start > 1 && is_possessive(layout.word(end - 1)) {
        end -= 1;
    }
    if end - start > 1 && matches!(layout.word(start), "the" | "The") {
        start += 1;
    }
    &layout.text[layout.tokens[start].span.start..layout.tokens[end - 1].span.end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::LABELS;

    /// The types after the vote in a text of single-token names, each with its probabilities of person and place.
    fn voted(text: &str, probabilities: &[(f32, f32)]) -> Vec<EntityType> {
        let layout = Layout::of(text);
        let single = |kind: EntityType| 4 + 4 * kind as usize;
        let ner = probabilities.iter().map(|&(person, place)| {
            let mut labels = [-20.0; LABELS];
            labels[single(EntityType::Person)] = person.ln();
            labels[single(EntityType::Gpe)] = place.ln();
            labels
        });
        let tagging = Tagging { ner: ner.collect(), roles: Vec::new() };
        let mut found: Vec<Found> = (0..probabilities.len())
            .map(|t| {
                let kind = if probabilities[t].0 > probabilities[t].1 { EntityType::Person } else { EntityType::Gpe };
                Found { tokens: t..t + 1, kind, log_probability: joint(&tagging.ner[t..t + 1], kind as usize) }
            })
            .collect();
        on_types(&layout, &tagging, &mut found);
        found.into_iter().map(|f| f.kind).collect()
    }

    #[test]
    fn the_more_certain_mentions_decide() {
        use EntityType::{Gpe, Person};
        assert_eq!(voted("Lincoln Lincoln Lincoln", &[(0.9, 0.05), (0.3, 0.6), (0.8, 0.1)]), [Person; 3]);
        assert_eq!(voted("Lincoln Omaha", &[(0.9, 0.1), (0.1, 0.9)]), [Person, Gpe]);
    }

    #[test]
    fn a_name_seen_elsewhere_is_not_overlooked() {
        let layout = Layout::of("Oruko and Oruko met Oruko");
        let single = 4 + 4 * EntityType::Norp as usize;
        let labels = |outside: f32, norp: f32| {
            let mut labels = [-20.0; LABELS];
            (labels[0], labels[single]) = (outside.ln(), norp.ln());
            labels
        };
        let ner = vec![labels(0.6, 0.3), labels(0.99, 0.01), labels(0.2, 0.8), labels(0.99, 0.01), labels(0.97, 0.02)];
        let tagging = Tagging { ner, roles: Vec::new() };
        let mention = Found { tokens: 2..3, kind: EntityType::Norp, log_probability: 0.8_f32.ln() };
        let mut found = vec![mention];
        on_overlooked(&layout, &tagging, &mut found);
        assert_eq!(found.iter().map(|f| f.tokens.start).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn a_mention_does_not_take_an_impossible_type() {
        use EntityType::{Gpe, Person};
        assert_eq!(
            voted("Lincoln Lincoln Lincoln", &[(0.999, 0.001), (0.9, 0.1), (0.001, 0.99)]),
            [Person, Person, Gpe]
        );
    }
}
