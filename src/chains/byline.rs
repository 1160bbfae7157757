//! The line that names the writer: "By Joanna Fell" above the story. No pronoun of the story means the writer, except
//! *I* outside quotations.

use super::Chain;
use crate::entities::EntityType;
use crate::layout::{BlockKind, Layout};
use core::ops::Range;

/// The tokens of the byline; empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline(Range<usize>);

impl Byline {
    pub fn of(layout: &Layout) -> Byline {
        let byline = layout.blocks.iter().find(|block| block.kind == BlockKind::Byline);
        byline.map(|block| Byline(block.tokens.clone())).unwrap_or_default()
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
            ("Joanna Fell\n\nA baker slept.", ""),
        ] {
            assert_eq!(byline(text), expected, "{text}");
        }
    }
}
