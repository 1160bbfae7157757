//! Descriptions of speakers and groups: "the company said". Whom such words mean is known only after the quotations have
//! been found; then they are mentions of that chain.

use super::unnamed_speakers::is_definite;
use super::{Chain, Mention, MentionKind};
use crate::layout::Layout;
use crate::text::{Span, sort_by_numbers};

/// Moves the pronouns of speakers to the chains of their quotations, and adds these words to their chains, if they are a
/// definite description and no mention stands in them.
pub fn mention_described(
    layout: &Layout,
    chains: &mut [Chain],
    descriptions: impl Iterator<Item = (Span, Option<usize>)>,
) {
    let descriptions: Vec<(Span, usize)> = descriptions.filter_map(|(span, chain)| Some((span, chain?))).collect();
    for &(span, chain) in &descriptions {
        move_pronoun(chains, span, chain);
    }
    let mut taken: Vec<Span> = chains.iter().flat_map(|chain| &chain.mentions).map(|mention| mention.span).collect();
    sort_by_numbers(&mut taken, |span| (span.start, span.end));
    let mut described: Vec<(Span, usize)> = descriptions
        .into_iter()
        .filter(|(span, _)| {
            // The longest mentions end before what follows them, except those around the speaker's words.
            let near = taken.partition_point(|other| other.start < span.end);
            is_definite(layout, *span) && !taken[..near].iter().rev().take(NEAR).any(|other| other.end > span.start)
        })
        .collect();
    sort_by_numbers(&mut described, |(span, _)| (span.start, span.end));
    described.dedup_by(|(next, _), (kept, _)| next.start < kept.end);
    for (span, chain) in described {
        let mentions = &mut chains[chain].mentions;
        let at = mentions.partition_point(|mention| mention.span < span);
        mentions.insert(at, Mention { span, kind: MentionKind::Nominal, entity: None });
    }
}

/// "He said": the quotations know better than the chains who the last speaker is.
fn move_pronoun(chains: &mut [Chain], span: Span, chain: usize) {
    let place = |one: &Chain| {
        let at = one.mentions.partition_point(|mention| mention.span < span);
        one.mentions.get(at).filter(|m| m.span == span && m.kind == MentionKind::Pronoun).map(|_| at)
    };
    let Some((from, at)) = chains.iter().enumerate().find_map(|(k, one)| Some((k, place(one)?))) else { return };
    if from != chain {
        let mention = chains[from].mentions.remove(at);
        let mentions = &mut chains[chain].mentions;
        mentions.insert(mentions.partition_point(|other| other.span < span), mention);
    }
}

/// How many mentions before a place are compared with it.
const NEAR: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType;

    /// The mentions of the only chain, after "Acme" at the beginning.
    fn mentions(text: &str, speaker: &str, mentioned: &[&str]) -> Vec<String> {
        let span = |words: &str| {
            let start = text.find(words).expect("the words");
            Span::new(start, start + words.len())
        };
        let mention = |words: &&str| Mention { span: span(words), kind: MentionKind::Name, entity: None };
        let mut chains = vec![Chain::new(EntityType::Org, mentioned.iter().map(mention).collect())];
        let speakers = [(span(speaker), Some(0)), (span(speaker), Some(0)), (span(speaker), None)];
        mention_described(&Layout::of(text), &mut chains, speakers.into_iter());
        chains[0].mentions.iter().map(|m| format!("{} {}", m.kind.as_str(), m.span.of(text))).collect()
    }

    #[test]
    fn a_definite_description_is_a_mention() {
        let text = "Acme makes boats. “No,” the company said. Acme’s owner left.";
        assert_eq!(mentions(text, "the company", &["Acme"]), ["name Acme", "nominal the company"]);
        for (speaker, mentioned) in [("Acme’s owner", "Acme"), ("the company", "the company"), ("boats", "Acme")] {
            assert_eq!(mentions(text, speaker, &[mentioned]), [format!("name {mentioned}")], "{speaker}");
        }
    }
}
