//! First and second person: *I* and *my* inside a quotation mean its speaker, *you* and *your* its addressee. Both are
//! known only after the quotations have been found.

use super::byline::Byline;
use super::{Chain, Mention, MentionKind};
use crate::entities::EntityType;
use crate::layout::Layout;
use crate::lexicon::{self, TELLING};
use crate::text::quotation_mark::is_english_mark;
use crate::text::{Span, sort_by_numbers};
use crate::tokens::token_at;
use core::ops::Range;
use std::collections::{HashMap, HashSet};

/// A span in quotation marks with the chains of its speaker and its addressee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    pub quoted: Span,
    pub speaker: Option<usize>,
    pub addressee: Option<usize>,
}

/// Finds addressees: in the words that report a quotation ("Ames told Webb"), or by name inside it ("Thank you,
/// Webb").
#[derive(Debug)]
pub struct Addressees {
    /// The mentions of people: from the first byte to the end and the chain.
    starting: HashMap<usize, (usize, usize)>,
}

impl Addressees {
    pub fn of(chains: &[Chain]) -> Addressees {
        let persons = chains.iter().enumerate().filter(|(_, chain)| chain.kind == EntityType::Person);
        let mentions =
            persons.flat_map(|(index, chain)| chain.mentions.iter().map(move |m| (m.span.start, (m.span.end, index))));
        Addressees { starting: mentions.collect() }
    }

    /// The addressee of a quotation with this cue and these quoted spans.
    pub fn find(&self, layout: &Layout, cue: &[Span], quoted: &[Span], speaker: Option<usize>) -> Option<usize> {
        let told = cue.iter().find_map(|&cue| self.told(layout, cue));
        told.or_else(|| quoted.iter().find_map(|&span| self.called(layout, span)))
            .filter(|&chain| Some(chain) != speaker)
    }

    fn told(&self, layout: &Layout, cue: Span) -> Option<usize> {
        let words = tokens_inside(layout, cue);
        let next = layout.tokens.get(words.end)?;
        let tells =
            words.into_iter().any(|token| lexicon::flags(&layout.word(token).to_ascii_lowercase()) & TELLING != 0);
        self.starting.get(&next.span.start).filter(|_| tells).map(|&(_, chain)| chain)
    }

    /// A name between commas or at an end of a sentence: "Webb, you know it."
    fn called(&self, layout: &Layout, quoted: Span) -> Option<usize> {
        let tokens = tokens_inside(layout, quoted);
        let closed = |token: Option<usize>| {
            token
                .filter(|&t| tokens.contains(&t))
                .is_none_or(|t| matches!(layout.word(t), "," | "." | "!" | "?") || is_english_mark(layout.word(t)))
        };
        tokens.clone().find_map(|token| {
            let &(end, chain) = self.starting.get(&layout.tokens[token].span.start)?;
            let after = layout.tokens.partition_point(|t| t.span.start < end);
            let alone = closed(token.checked_sub(1)) && closed(Some(after));
            // A name that is a whole sentence may be the answer to a question.
            let comma = token.checked_sub(1).is_some_and(|t| layout.word(t) == ",")
                || layout.tokens.get(after).is_some_and(|t| t.span.of(layout.text) == ",");
            (alone && comma && !is_second_person(layout.word(token))).then_some(chain)
        })
    }
}

/// Adds *I*, *me* and *my* inside each quotation to its speaker's chain, *you* and *your* to its addressee's. A
/// quotation inside another has a speaker of its own. Only people are meant by *I* and *you*.
pub fn resolve_first_second_person(layout: &Layout, chains: &mut [Chain], speeches: &[Speech]) {
    let mut at = vec![Speech::default(); layout.tokens.len()];
    let mut outer_first: Vec<&Speech> = speeches.iter().filter(|speech| !speech.quoted.is_empty()).collect();
    sort_by_numbers(&mut outer_first, |speech| (speech.quoted.start, usize::MAX - speech.quoted.end));
    // Outside quotations, "I" is the writer, if the text names one.
    if let Some(writer) = Byline::of(layout).writer(layout, chains) {
        at.fill(Speech { speaker: Some(writer), ..Speech::default() });
        for quoted in &layout.quoted {
            at[tokens_inside(layout, quoted.span)].fill(Speech::default());
        }
    }
    for &speech in &outer_first {
        at[tokens_inside(layout, speech.quoted)].fill(*speech);
    }
    // The outer speaker does not say the inner quotation, even if nobody knows who does.
    let known: HashSet<Span> = speeches.iter().map(|speech| speech.quoted).collect();
    for quoted in layout.quoted.iter().filter(|quoted| quoted.depth > 0 && !known.contains(&quoted.span)) {
        at[tokens_inside(layout, quoted.span)].fill(Speech::default());
    }
    // The "I" of "World War I" is no pronoun.
    for name in chains.iter().flat_map(|chain| &chain.mentions).filter(|mention| mention.entity.is_some()) {
        at[tokens_inside(layout, name.span)].fill(Speech::default());
    }
    for (token, speech) in at.into_iter().enumerate() {
        let word = layout.word(token);
        let chain = if is_first_person(word) {
            speech.speaker
        } else if is_second_person(word) {
            speech.addressee
        } else {
            None
        };
        let Some(chain) =
            chain.and_then(|chain| chains.get_mut(chain)).filter(|chain| chain.kind == EntityType::Person)
        else {
            continue;
        };
        chain.mentions.push(Mention { span: layout.tokens[token].span, kind: MentionKind::Pronoun, entity: None });
    }
    for chain in chains {
        sort_by_numbers(&mut chain.mentions, |m| (m.span.start, m.span.end));
    }
}

fn tokens_inside(layout: &Layout, span: Span) -> Range<usize> {
    let start = token_at(&layout.tokens, span.start);
    start..layout.tokens.partition_point(|t| t.span.start < span.end).max(start)
}

fn is_first_person(word: &str) -> bool {
    word == "I" || ["me", "my", "mine", "myself"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

fn is_second_person(word: &str) -> bool {
    ["you", "your", "yours", "yourself"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(text: &str, name: &str) -> Chain {
        let start = text.find(name).unwrap();
        let mention = Mention { span: Span::new(start, start + name.len()), kind: MentionKind::Name, entity: Some(0) };
        Chain::new(EntityType::Person, vec![mention])
    }

    fn span(text: &str, from: &str, to: &str) -> Span {
        Span::new(text.find(from).unwrap(), text.find(to).unwrap() + to.len())
    }

    fn shown(text: &str, chain: &Chain) -> Vec<String> {
        chain.mentions.iter().map(|m| m.span.of(text).to_owned()).collect()
    }

    #[test]
    fn i_is_the_speaker_of_the_innermost_quotation() {
        let text = "“I told my son: ‘I am here,’ and he laughed,” Roth said. I was there.";
        let layout = Layout::of(text);
        let mut chains = [chain(text, "Roth"), chain(text, "son")];
        let said = |from, to| Speech { quoted: span(text, from, to), speaker: Some(0), addressee: None };
        resolve_first_second_person(&layout, &mut chains, &[said("“", "laughed,”")]);
        assert_eq!(shown(text, &chains[0]), ["I", "my", "Roth"]);
        resolve_first_second_person(&layout, &mut chains[1..], &[said("‘", "here,’")]);
        assert_eq!(shown(text, &chains[1]), ["son", "I"]);
    }

    #[test]
    fn i_outside_quotations_is_the_writer() {
        let text = "By Owen Roth\n\nI told Webb my plan. “I see,” Webb said. “Me too,” somebody said.";
        let layout = Layout::of(text);
        let mut chains = [chain(text, "Owen Roth"), chain(text, "Webb")];
        let said = Speech { quoted: span(text, "“I", "see,”"), speaker: Some(1), addressee: None };
        resolve_first_second_person(&layout, &mut chains, &[said]);
        assert_eq!(shown(text, &chains[0]), ["Owen Roth", "I", "my"]);
        assert_eq!(shown(text, &chains[1]), ["Webb", "I"]);
        for text in ["Owen Roth\n\nI told Webb.", "By Owen Roth and Webb\n\nI slept."] {
            let mut chains = [chain(text, "Owen Roth"), chain(text, "Webb")];
            resolve_first_second_person(&Layout::of(text), &mut chains, &[]);
            assert_eq!(shown(text, &chains[0]), ["Owen Roth"], "{text}");
        }
    }

    #[test]
    fn a_word_of_a_name_is_not_a_pronoun() {
        let text = "“I fought in World War I,” Roth said.";
        let layout = Layout::of(text);
        let mut chains = [chain(text, "Roth"), chain(text, "World War I")];
        resolve_first_second_person(
            &layout,
            &mut chains,
            &[Speech { quoted: span(text, "“", "”"), speaker: Some(0), addressee: None }],
        );
        assert_eq!(shown(text, &chains[0]), ["I", "Roth"]);
    }

    #[test]
    fn you_is_the_addressee() {
        for (text, cue, addressed) in [
            ("“You and your men may go,” Roth told Webb.", "told", vec!["You", "your", "Webb"]),
            ("“Thank you, Webb, for the map,” Roth said.", "said", vec!["you", "Webb"]),
            ("“You know Webb,” Roth said.", "said", vec!["Webb"]),
            ("“You may go,” Roth said of Webb.", "said", vec!["Webb"]),
        ] {
            let layout = Layout::of(text);
            let mut chains = [chain(text, "Roth"), chain(text, "Webb")];
            let quoted = span(text, "“", "”");
            let addressee = Addressees::of(&chains).find(&layout, &[span(text, cue, cue)], &[quoted], Some(0));
            resolve_first_second_person(&layout, &mut chains, &[Speech { quoted, speaker: Some(0), addressee }]);
            assert_eq!(shown(text, &chains[1]), addressed, "{text}");
        }
    }
}
