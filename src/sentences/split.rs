use super::Sentence;
use super::attribution::Attribution;
use super::openers::is_common_opener;
use crate::quotation_marks::QuotedSpan;
use crate::text::Span;
use crate::text::chars::{is_apostrophe, is_terminal};
use crate::text::quotation_mark::QuotationMark;
use crate::tokens::{Token, TokenKind, is_title_abbreviation};

/// Groups tokens into sentences. Every token is in exactly one.
pub fn split(text: &str, tokens: &[Token], quoted: &[QuotedSpan]) -> Vec<Sentence> {
    let mut closes = vec![false; tokens.len()];
    for close in quoted.iter().filter_map(|span| span.close) {
        closes[close] = true;
    }
    let splitter = Splitter { text, tokens, closes };
    let mut out = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        let next = tokens.get(i + 1);
        let last = next.is_none_or(|n| n.paragraph != tokens[i].paragraph);
        if last || splitter.ends_sentence(i) {
            out.push(Sentence { span: Span::new(tokens[start].span.start, tokens[i].span.end), tokens: start..i + 1 });
            start = i + 1;
        }
    }
    out
}

struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// Whether each token is the closing mark of a quotation.
    closes: Vec<bool>,
}

impl Splitter<'_> {
    fn word(&self, token: usize) -> &str {
        self.tokens[token].text(self.text)
    }

    /// Whether a sentence ends with a token that is not the last one of its paragraph.
    fn ends_sentence(&self, i: usize) -> bool {
        // Closing marks and brackets belong to the sentence, so it can only end with the last of them.
        if self.is_closer(i + 1) {
            return false;
        }
        let mut end = i;
        while end > 0 && self.is_closer(end) && self.tokens[end - 1].paragraph == self.tokens[i].paragraph {
            end -= 1;
        }
        let (last, next) = (self.word(end), self.word(i + 1));
        if !self.tokens[i + 1].spaced {
            end == i && self.runs_into_the_next(i)
        } else if self.tokens[end].kind == TokenKind::Punctuation {
            ends_at_punctuation(last, next, end < i) && !(self.closes[i] && self.attribution().begins_at(i + 1))
        } else {
            self.ends_at_abbreviation(last, i + 1)
        }
    }

    /// Whether only the space after the sentence is missing: "was in Dover.Anna Pike lost". Not in "Amazon.Com".
    fn runs_into_the_next(&self, i: usize) -> bool {
        let (mark, next) = (self.word(i), self.word(i + 1));
        let Some(before) = i.checked_sub(1).filter(|_| !self.tokens[i].spaced) else { return false };
        let ends_low = self.word(before).chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3;
        let mut letters = next.chars();
        let begins_high =
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
        let domain = matches!(next, "Com" | "Net" | "Org" | "Co" | "Uk" | "Io" | "Js" | "Gov" | "Edu");
        match mark {
            "." | "?" => ends_low && begins_high && !domain,
            "!" => ends_low && is_common_opener(next),
            _ => false,
        }
    }

    fn attribution(&self) -> Attribution<'_> {
        Attribution { text: self.text, tokens: self.tokens }
    }

    fn is_closer(&self, i: usize) -> bool {
        i > 0
            && self.tokens.get(i).is_some_and(|t| {
                t.paragraph == self.tokens[i - 1].paragraph
                    && (self.closes[i] || (!t.spaced && closes_unpaired(t.text(self.text))))
            })
    }

    /// Whether an abbreviation's full stop also ends the sentence: "… in the U.S. The court …".
    fn ends_at_abbreviation(&self, last: &str, next: usize) -> bool {
        let Some(word) = last.strip_suffix('.') else { return false };
        let lower = word.to_lowercase();
        if is_title_abbreviation(&lower) && !matches!(lower.as_str(), "jr" | "sr" | "st") {
            return false;
        }
        if word.chars().count() == 1 {
            return false;
        }
        let opener = if opens_quotation(self.word(next)) { next + 1 } else { next };
        self.tokens.get(opener).is_some_and(|t| is_common_opener(t.text(self.text)))
    }
}

/// Whether this token, directly after another one, closes something although it has no partner. A straight single
/// mark is more often an apostrophe.
fn closes_unpaired(word: &str) -> bool {
    matches!(word, ")" | "]") || (word != "'" && QuotationMark::of(word).is_some_and(QuotationMark::can_close))
}

/// `closed`: quotation marks or brackets close between the punctuation and the next word.
fn ends_at_punctuation(punctuation: &str, next: &str, closed: bool) -> bool {
    if !punctuation.chars().all(is_terminal) || starts_lower(next) || is_continuation(next) {
        return false;
    }
    // A sentence may go on after a full stop that is inside a quotation, and after "..." and "…".
    let is_strong = !punctuation.starts_with('.') && !punctuation.starts_with('…');
    let is_doubtful = closed || punctuation.len() > 1;
    is_strong || !is_doubtful || opens_sentence(next)
}

fn starts_lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

/// Punctuation with which a sentence goes on.
fn is_continuation(word: &str) -> bool {
    matches!(word, "," | ";" | ":" | "–" | "—" | "―" | "--" | "-" | ")" | "]")
}

fn opens_quotation(word: &str) -> bool {
    QuotationMark::of(word).is_some_and(QuotationMark::can_open) || word.chars().all(is_apostrophe)
}

fn opens_sentence(word: &str) -> bool {
    opens_quotation(word)
        || matches!(word, "(" | "[")
        || word
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{quotation_marks, text::paragraphs, tokens::tokenize};

    fn sentences(text: &str) -> Vec<&str> {
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text, &paragraphs);
        let quoted = quotation_marks::find(text, &paragraphs, &tokens);
        split(text, &tokens, &quoted).into_iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_sentence_ends() {
        assert_eq!(
            sentences("Dr. Ines Roth of Acme Inc. flew to the U.S. on Friday. She was late."),
            ["Dr. Ines Roth of Acme Inc. flew to the U.S. on Friday.", "She was late."]
        );
        assert_eq!(sentences("They live in the U.S. The court sat."), ["They live in the U.S.", "The court sat."]);
    }

    #[test]
    fn a_question_inside_a_quotation_does_not_end_the_sentence() {
        assert_eq!(
            sentences("“So what?” said Harry. “Nothing!” He left."),
            ["“So what?” said Harry.", "“Nothing!”", "He left."]
        );
    }

    #[test]
    fn a_sentence_goes_on_after_a_quotation_with_its_speaker() {
        assert_eq!(
            sentences("“It was late,” Ann Lee said. “Were you alone?” Tom Reed asked. “Never!” He left."),
            ["“It was late,” Ann Lee said.", "“Were you alone?” Tom Reed asked.", "“Never!”", "He left."]
        );
        assert_eq!(sentences("“Why?” Tom Reed said he was tired.").len(), 2);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        assert_eq!(
            sentences("“We won.” They sang. (It rained.) Then"),
            ["“We won.”", "They sang.", "(It rained.)", "Then"]
        );
    }

    #[test]
    fn where_a_sentence_ends() {
        for (text, expected) in [
            ("He left. 20 stayed.", vec!["He left.", "20 stayed."]),
            ("He left.She stayed.", vec!["He left.", "She stayed."]),
            ("Was it in Dover?Anna Pike lost.", vec!["Was it in Dover?", "Anna Pike lost."]),
            ("They sold Amazon.Com and Yahoo!Finance.", vec!["They sold Amazon.Com and Yahoo!Finance."]),
            ("The U.S.Senate sat at No.Ten.", vec!["The U.S.Senate sat at No.Ten."]),
            ("What? he asked.", vec!["What? he asked."]),
            ("Wait … Then he left.", vec!["Wait …", "Then he left."]),
            ("Wait ... $5 is enough.", vec!["Wait ... $5 is enough."]),
            ("Wait! $5 is enough.", vec!["Wait!", "$5 is enough."]),
            ("Stop! – he left.", vec!["Stop! – he left."]),
            ("It was (late.) $5 fell.", vec!["It was (late.) $5 fell."]),
            ("It was (late!) $5 fell.", vec!["It was (late!)", "$5 fell."]),
            ("One.\nTwo", vec!["One.", "Two"]),
        ] {
            assert_eq!(sentences(text), expected);
        }
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_before_a_common_opener() {
        for (text, count) in [
            ("They met Smith Jr. The rest left.", 2),
            ("They met Gov. The rest left.", 1),
            ("They left the U.S. “The rest stayed.", 2),
            ("They left the U.S. Senate there.", 1),
            ("They met J. The rest left.", 1),
        ] {
            assert_eq!(sentences(text).len(), count, "{text}");
        }
    }
}
