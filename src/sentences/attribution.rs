//! Tells whether the words after a closed quotation say who spoke: “Were you alone?” *Tom Reed asked.*
//!
//! A quotation that ends in a question mark or an exclamation mark can end its sentence, or the sentence can go on
//! with the speaker and the cue. Only the words show which, because both begin with a capital letter.

use crate::lexicon::{self, ADVERBIAL, AUXILIARY, CONJUNCTION, PREPOSITION, SUBJECT, TELLING, VERB, Verb};
use crate::text::chars::is_terminal;
use crate::text::quotation_mark::is_quotation_mark;
use crate::tokens::{Token, TokenKind};

/// A cue stands within this many tokens of the quotation: “…” Rosa Vidal, the mayor of Keld, asked.
const SUBJECT_TOKENS: usize = 12;
/// The addressee of a verb such as *told* has at most this many tokens.
const ADDRESSEE_TOKENS: usize = 6;

pub struct Attribution<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
}

impl Attribution<'_> {
    /// Whether the tokens from `start` on, which follow a closed quotation, attribute it to a speaker.
    pub fn begins_at(&self, start: usize) -> bool {
        let paragraph = self.tokens[start].paragraph;
        let in_reach = |from: usize, length: usize| {
            (from..self.tokens.len().min(from + length)).take_while(move |&t| self.tokens[t].paragraph == paragraph)
        };
        // A pronoun in the middle of a sentence has a small letter; only I has not.
        if self.flags(start) & SUBJECT != 0 && self.word(start) != "I" {
            return false;
        }
        for token in in_reach(start, SUBJECT_TOKENS) {
            let word = self.word(token);
            if self.ends_subject(token) {
                return false;
            }
            if token > start && Verb::surely_reporting(word).is_some() {
                return lexicon::is_finite(word)
                    && self.reports_nothing_else(token, in_reach(token + 1, ADDRESSEE_TOKENS));
            }
            if token > start && self.flags(token) & (AUXILIARY | VERB) != 0 {
                return false;
            }
        }
        false
    }

    /// Whether the cue has no content of its own after it: "said." and "told reporters.", but not "said it was late".
    fn reports_nothing_else(&self, cue: usize, after: impl Iterator<Item = usize>) -> bool {
        let tells = self.flags(cue) & TELLING != 0;
        for (distance, token) in after.enumerate() {
            if self.tokens[token].kind == TokenKind::Punctuation {
                return true;
            }
            let flags = self.flags(token);
            let opens_content = matches!(self.word(token), "that" | "whether" | "if");
            let opens_adjunct = flags & (PREPOSITION | CONJUNCTION) != 0 || (distance == 0 && flags & ADVERBIAL != 0);
            if opens_adjunct && !opens_content {
                return true;
            }
            if opens_content || !tells || (distance > 0 && flags & (SUBJECT | AUXILIARY) != 0) {
                return false;
            }
        }
        // The text ends with the cue or with the addressee.
        self.tokens.len() <= cue + 1 + ADDRESSEE_TOKENS
    }

    fn ends_subject(&self, token: usize) -> bool {
        self.tokens[token].kind == TokenKind::Punctuation && {
            let word = self.word(token);
            is_quotation_mark(word) || word.chars().all(|c| is_terminal(c) || matches!(c, ':' | ';' | '(' | ')'))
        }
    }

    fn word(&self, token: usize) -> &str {
        self.tokens[token].text(self.text)
    }

    fn flags(&self, token: usize) -> lexicon::Flags {
        lexicon::flags(&self.word(token).to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;
    use crate::tokens::tokenize;

    fn attributes(text: &str) -> bool {
        let tokens = tokenize(text, &paragraphs(text));
        Attribution { text, tokens: &tokens }.begins_at(0)
    }

    #[test]
    fn a_speaker_and_a_cue() {
        for text in [
            "Tom Reed asked.",
            "Officer Dunne yelled. He fired.",
            "Rosa Vidal, the mayor of Keld, asked the driver.",
            "The girl’s mother told reporters.",
            "I asked the driver as we left.",
            "Hana Bose wrote on Friday",
            "Ana Reis added, and left.",
        ] {
            assert!(attributes(text), "{text}");
        }
    }

    #[test]
    fn a_new_sentence() {
        for text in [
            "Tom Reed walked away.",
            "Tom Reed said he did not know.",
            "Tom Reed said that was all.",
            "Tom Reed told reporters that he was tired.",
            "He said.",
            "The rain had stopped when Tom Reed spoke, he said.",
            "Tom Reed left. Ana Reis asked.",
            "“No,” Ana Reis said.",
            "Asked again, he said no.",
            "Nobody moved when the mayor was asked.",
        ] {
            assert!(!attributes(text), "{text}");
        }
    }
}
