use super::Sentence;
use crate::quotation_marks::QuotedSpan;
use crate::text::Span;
use crate::text::chars::{is_apostrophe, is_terminal};
use crate::tokens::{Token, TokenKind, is_title_abbreviation};

/// Groups tokens into sentences. Every token is in exactly one.
pub fn split(text: &str, tokens: &[Token], quoted: &[QuotedSpan]) -> Vec<Sentence> {
    let mut closes = vec![false; tokens.len()];
    for stretch in quoted {
        if let Some(close) = stretch.close {
            closes[close] = true;
        }
    }
    let mut out = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        let next = tokens.get(i + 1);
        let last = next.is_none_or(|n| n.paragraph != tokens[i].paragraph);
        if last || ends_sentence(text, tokens, &closes, i) {
            out.push(Sentence { span: Span::new(tokens[start].span.start, tokens[i].span.end), tokens: start..i + 1 });
            start = i + 1;
        }
    }
    out
}

fn ends_sentence(text: &str, tokens: &[Token], closes: &[bool], i: usize) -> bool {
    // Trailing closers belong to the sentence, so only its very last token is asked about.
    if is_closer(text, tokens, closes, i + 1) {
        return false;
    }
    let mut k = i;
    while k > 0 && is_closer(text, tokens, closes, k) && tokens[k - 1].paragraph == tokens[i].paragraph {
        k -= 1;
    }
    let token = tokens[k].text(text);
    let next = tokens[i + 1].text(text);
    if !tokens[i + 1].spaced {
        return false;
    }
    if tokens[k].kind == TokenKind::Punctuation {
        if !token.chars().all(is_terminal) {
            return false;
        }
        let strong = !token.starts_with('.') && !token.starts_with('…');
        // After a closed quotation the outer sentence often goes on: “So what?” said Harry.
        return !starts_lower(next)
            && !is_continuation_mark(next)
            && (k == i || strong || opens_sentence(next))
            && (token.len() == 1 || strong || opens_sentence(next));
    }
    // An abbreviation whose point also ends the sentence: "… in the U.S. The court …".
    let Some(word) = token.strip_suffix('.') else { return false };
    let lower = word.to_lowercase();
    if is_title_abbreviation(&lower) && !matches!(lower.as_str(), "jr" | "sr" | "st") {
        return false;
    }
    if word.chars().count() == 1 {
        return false;
    }
    is_common_opener(next) || (opens_quote(next) && tokens.get(i + 2).is_some_and(|t| is_common_opener(t.text(text))))
}

fn is_closer(text: &str, tokens: &[Token], closes: &[bool], i: usize) -> bool {
    i > 0
        && tokens.get(i).is_some_and(|t| {
            t.paragraph == tokens[i - 1].paragraph
                && (closes[i] || (!t.spaced && matches!(t.text(text), ")" | "]" | "”" | "»" | "''" | "\"" | "’")))
        })
}

fn starts_lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

fn is_continuation_mark(word: &str) -> bool {
    matches!(word, "," | ";" | ":" | "–" | "—" | "―" | "--" | "-" | ")" | "]")
}

fn opens_quote(word: &str) -> bool {
    matches!(word, "“" | "\"" | "‘" | "«" | "„" | "``") || word.chars().all(is_apostrophe)
}

fn opens_sentence(word: &str) -> bool {
    opens_quote(word)
        || matches!(word, "(" | "[")
        || word
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()))
}

/// Words that begin a sentence far more often than they follow an abbreviation inside one.
fn is_common_opener(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "He"
            | "She"
            | "It"
            | "They"
            | "We"
            | "I"
            | "You"
            | "But"
            | "And"
            | "In"
            | "On"
            | "At"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "There"
            | "When"
            | "While"
            | "After"
            | "Before"
            | "If"
            | "As"
            | "For"
            | "However"
            | "What"
            | "Who"
            | "Why"
            | "How"
            | "Some"
            | "Many"
            | "Most"
            | "Meanwhile"
            | "Last"
            | "Since"
            | "Although"
            | "Our"
            | "My"
            | "So"
            | "Not"
            | "No"
            | "Yet"
            | "To"
            | "By"
            | "With"
            | "From"
            | "Under"
            | "Both"
            | "One"
    )
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
    fn points_that_end_nothing() {
        assert_eq!(
            sentences("Dr. Ines Roth of Acme Inc. flew to the U.S. on Friday. She was late."),
            ["Dr. Ines Roth of Acme Inc. flew to the U.S. on Friday.", "She was late."]
        );
        assert_eq!(sentences("They live in the U.S. The court sat."), ["They live in the U.S.", "The court sat."]);
    }

    #[test]
    fn a_question_inside_a_quotation_ends_nothing() {
        assert_eq!(
            sentences("“So what?” said Harry. “Nothing!” He left."),
            ["“So what?” said Harry.", "“Nothing!”", "He left."]
        );
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        assert_eq!(
            sentences("“We won.” They sang. (It rained.) Then"),
            ["“We won.”", "They sang.", "(It rained.)", "Then"]
        );
    }
}
