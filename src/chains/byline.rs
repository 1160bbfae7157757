//! The line that names the writer: "By Joanna Fell" above the story. No pronoun of the story means the writer, except
//! *I* outside quotations.

use super::Chain;
use crate::entities::EntityType;
use crate::layout::Layout;
use core::ops::Range;

/// How many sentences and paragraph ends may stand above a byline: a headline, a kicker, a date.
const ABOVE: usize = 5;
/// A byline has no more tokens.
const LONGEST: usize = 12;

/// The tokens of the byline; empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline(Range<usize>);

impl Byline {
    pub fn of(layout: &Layout) -> Byline {
        let mut tokens = layout.sentences.iter().take(ABOVE).map(|sentence| &sentence.tokens);
        tokens.find(|tokens| is_byline(layout, tokens)).map(|tokens| Byline(tokens.clone())).unwrap_or_default()
    }

    pub fn holds(&self, token: usize) -> bool {
        self.0.contains(&token)
    }

    /// The chain of the writer, if there is one writer.
    pub fn writer(&self, layout: &Layout, chains: &[Chain]) -> Option<usize> {
        let (first, last) = (layout.tokens.get(self.0.start)?, layout.tokens.get(self.0.end.checked_sub(1)?)?);
        let here = |chain: &Chain| {
            chain.mentions.iter().any(|m| m.span.start >= first.span.start && m.span.end <= last.span.end)
        };
        let mut writers = (0..chains.len()).filter(|&at| chains[at].kind == EntityType::Person && here(&chains[at]));
        writers.next().filter(|_| writers.next().is_none())
    }
}

/// A line of its own that begins with "By" and a name, and is not a sentence.
fn is_byline(layout: &Layout, tokens: &Range<usize>) -> bool {
    let word = |token: usize| layout.word(token);
    if tokens.len() < 2 || tokens.len() > LONGEST || !word(tokens.start).eq_ignore_ascii_case("by") {
        return false;
    }
    let span = |token: usize| layout.tokens[token].span;
    let alone = |between: &str| between.contains('\n');
    let before = tokens.start == 0 || alone(&layout.text[span(tokens.start - 1).end..span(tokens.start).start]);
    let after =
        tokens.end < layout.tokens.len() && alone(&layout.text[span(tokens.end - 1).end..span(tokens.end).start]);
    let named = tokens.clone().skip(1).all(|token| {
        let word = word(token);
        !word.starts_with(char::is_lowercase)
            || matches!(word, "and" | "in" | "for" | "of" | "at" | "de" | "van" | "von" | "da" | "bin" | "al")
    });
    before && after && named && !matches!(word(tokens.end - 1), "." | "!" | "?" | ":")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byline(text: &str) -> String {
        let layout = Layout::of(text);
        let Byline(tokens) = Byline::of(&layout);
        tokens.map(|token| layout.word(token)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_line_that_begins_with_by_and_has_names_only() {
        for (text, expected) in [
            ("By JOANNA FELL\n\nA baker slept.", "By JOANNA FELL"),
            ("BY JOANNA FELL\n\nA baker slept.", "BY JOANNA FELL"),
            (
                "Baker sleeps\n\nBy Joanna Fell and Bo Webb, Varde Gazette\n\nA baker slept.",
                "By Joanna Fell and Bo Webb , Varde Gazette",
            ),
            ("By Joanna Fell\nA baker slept.", "By Joanna Fell"),
            ("By Friday Joanna Fell had slept.\n\nShe woke.", ""),
            ("By Joanna Fell.\n\nA baker slept.", ""),
            ("A baker slept. By Joanna Fell", ""),
            ("By then it rained\n\nA baker slept.", ""),
            ("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nBy Joanna Fell\n\nSix.", ""),
            ("Joanna Fell\n\nA baker slept.", ""),
        ] {
            assert_eq!(byline(text), expected, "{text}");
        }
    }
}
