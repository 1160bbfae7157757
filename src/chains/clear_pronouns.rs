//! Pronouns that have no gender, where the sentence leaves no doubt that they mean a name in it. Which ones these are, the
//! modules for *they* and for *it* decide.

use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::syntax::TokenView;

/// How many tokens may stand between the verb and the pronoun: "said on Monday that they".
pub const SHORT_WAY: usize = 4;

/// The pronouns of every entity of these types, each with the chain. `chain_of` is the chain of each entity, and
/// `pronouns_of` finds the tokens of the pronouns that mean an entity.
pub fn find(
    view: &TokenView,
    chains: &[Chain],
    chain_of: &[Option<usize>],
    kinds: &[EntityType],
    pronouns_of: impl Fn(&TokenView, usize) -> Vec<usize>,
) -> Vec<(usize, Mention)> {
    let mut out = Vec::new();
    for index in (0..view.entities.len()).filter(|&index| kinds.contains(&view.entities[index].kind)) {
        let Some(chain) = chain_of[index].filter(|&chain| kinds.contains(&chains[chain].kind)) else { continue };
        out.extend(pronouns_of(view, index).into_iter().map(|token| {
            (chain, Mention { span: view.span(token..token + 1), kind: MentionKind::Pronoun, entity: None })
        }));
    }
    out
}

/// Whether the entity begins its sentence, but for such words as "The" and "But", and owns nothing.
pub fn begins_sentence(view: &TokenView, entity: usize) -> bool {
    let tokens = &view.entities[entity].tokens;
    let leads_up =
        |token: usize| view.is_punctuation(token) || ["the", "but", "and"].iter().any(|word| view.is(token, word));
    (view.sentence_tokens(tokens.start).start..tokens.start).all(leads_up) && !view.is_possessive_mark(tokens.end)
}

#[cfg(test)]
pub mod testing {
    use super::super::{Chain, Mention, names, titles};
    use crate::syntax::TokenView;
    use crate::syntax::testing::with_view;
    use crate::text::Span;

    /// The pronouns found, each after the first name of its chain.
    pub fn found(
        find: fn(&TokenView, &[Chain], &[Option<usize>]) -> Vec<(usize, Mention)>,
        marked: &str,
    ) -> Vec<String> {
        with_view(marked, |view| {
            let (chains, _) = names::chains(view, &titles::find(view));
            let mut chain_of = vec![None; view.entities.len()];
            for (index, chain) in chains.iter().enumerate() {
                chain.mentions.iter().filter_map(|m| m.entity).for_each(|entity| chain_of[entity] = Some(index));
            }
            let word = |span: Span| span.of(view.layout.text);
            find(view, &chains, &chain_of)
                .into_iter()
                .map(|(chain, mention)| format!("{} {}", word(chains[chain].mentions[0].span), word(mention.span)))
                .collect()
        })
    }
}
