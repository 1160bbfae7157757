//! *I* and *my* inside a quotation are its speaker, whom only the quotations know.

use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::layout::Layout;
use crate::text::Span;
use crate::tokens::token_at;
use std::collections::HashSet;

/// Gives each speaker the *I*, *me*, *my* of what is said; `spoken` are stretches inside quotation marks,
/// each with its speaker's chain. A quotation inside another is its own speaker's. Only a person is *I*.
pub fn attach_first_person(layout: &Layout, chains: &mut [Chain], spoken: &[(Span, usize)]) {
    let mut speaker_at = vec![None; layout.tokens.len()];
    let mut outer_first: Vec<&(Span, usize)> = spoken.iter().filter(|(span, chain)| !span.is_empty() && *chain < chains.len()).collect();
    outer_first.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
    for &&(span, chain) in &outer_first {
        speaker_at[inside(layout, span)].fill(Some(chain));
    }
    // Whom an inner quotation quotes is not the outer one's speaker, known or not.
    let known: HashSet<Span> = spoken.iter().map(|&(span, _)| span).collect();
    for quoted in layout.quoted.iter().filter(|quoted| quoted.depth > 0 && !known.contains(&quoted.span)) {
        speaker_at[inside(layout, quoted.span)].fill(None);
    }
    for (token, chain) in speaker_at.into_iter().enumerate() {
        let Some(chain) = chain.filter(|&chain| is_first_person(layout.word(token)) && chains[chain].kind == EntityType::Person) else { continue };
        chains[chain].mentions.push(Mention { span: layout.tokens[token].span, kind: MentionKind::Pronoun, entity: None });
    }
    for chain in chains {
        chain.mentions.sort_by_key(|m| (m.span.start, m.span.end));
    }
}

fn inside(layout: &Layout, span: Span) -> core::ops::Range<usize> {
    let start = token_at(&layout.tokens, span.start);
    start..layout.tokens.partition_point(|t| t.span.start < span.end).max(start)
}

fn is_first_person(word: &str) -> bool {
    word == "I" || ["me", "my", "mine", "myself"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_speaker_is_i_in_what_he_says() {
        let text = "“I told my son: ‘I am here,’ and he laughed,” Roth said. I was there.";
        let layout = Layout::of(text);
        let chain = |name: &str| {
            let start = text.find(name).unwrap();
            let mention = Mention { span: Span::new(start, start + name.len()), kind: MentionKind::Name, entity: Some(0) };
            Chain { kind: EntityType::Person, name: name.to_owned(), titles: Vec::new(), mentions: vec![mention] }
        };
        let mut chains = [chain("Roth"), chain("son")];
        let span = |from: &str, to: &str| Span::new(text.find(from).unwrap(), text.find(to).unwrap() + to.len());
        attach_first_person(&layout, &mut chains, &[(span("“", "laughed,”"), 0)]);
        let shown = |chain: &Chain| chain.mentions.iter().map(|m| m.span.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(shown(&chains[0]), ["I", "my", "Roth"]);
        attach_first_person(&layout, &mut chains[1..], &[(span("‘", "here,’"), 0)]);
        assert_eq!(shown(&chains[1]), ["son", "I"]);
    }
}
