//! Where a quotation ends whose closing mark is missing.

use super::QuotedSpan;
use super::classify::Candidate;
use super::pair::Pair;
use crate::text::Span;
use crate::tokens::Token;

/// The span of a pair. `end` is the paragraph's end as a token index, `reopens` the mark with which the next
/// paragraph opens.
pub fn quoted_span(pair: &Pair, text: &str, tokens: &[Token], end: usize, reopens: Option<&Candidate>) -> QuotedSpan {
    let open = pair.open.token;
    let start = tokens[open].span.start;
    let mut continues = false;
    let end = match pair.close {
        Some(close) => tokens[close].span.end,
        None => {
            let limit = pair.before.unwrap_or(end);
            let trusted = trusted_end(text, tokens, open + 1, limit);
            continues =
                pair.depth == 0 && trusted == end && reopens.is_some_and(|next| next.family == pair.open.family);
            tokens[trusted - 1].span.end
        }
    };
    QuotedSpan { span: Span::new(start, end), open, close: pair.close, depth: pair.depth, continues }
}

/// How far an unclosed quotation can be trusted: up to a comma or a full stop with a reporting verb right
/// after it (“We will appeal, said the lawyer), else up to the limit.
fn trusted_end(text: &str, tokens: &[Token], from: usize, limit: usize) -> usize {
    for i in from..limit {
        if matches!(tokens[i].text(text), "," | "." | "!" | "?")
            && tokens[i + 1..limit].iter().take(3).any(|t| is_reporting_verb(t.text(text)))
        {
            return i + 1;
        }
    }
    limit
}

/// Only the commonest ones: a wrong cut here loses words.
fn is_reporting_verb(word: &str) -> bool {
    matches!(word, "said" | "says" | "told" | "asked" | "added" | "replied" | "declared" | "explained" | "wrote")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::paragraphs, tokens::tokenize};

    #[test]
    fn a_reporting_verb_after_punctuation_ends_the_quotation() {
        for (text, trusted) in [
            ("“We will appeal, said the lawyer", "“We will appeal,"),
            ("“We will appeal. The lawyer said so", "“We will appeal."),
            ("“We will appeal, the lawyer of the firm said", "“We will appeal, the lawyer of the firm said"),
            ("“We said the lawyer will appeal", "“We said the lawyer will appeal"),
        ] {
            let tokens = tokenize(text, &paragraphs(text));
            let end = trusted_end(text, &tokens, 1, tokens.len());
            assert_eq!(&text[..tokens[end - 1].span.end], trusted);
        }
    }
}
