use super::QuotedSpan;
use super::classify::Mark;
use super::pair::Pair;
use crate::text::Span;
use crate::tokens::Token;

/// The stretch of a pair; `end` is the paragraph's end as a token index.
pub fn stretch(pair: &Pair, text: &str, tokens: &[Token], end: usize, reopens: Option<&Mark>) -> QuotedSpan {
    let open = pair.open.token;
    let start = tokens[open].span.start;
    let mut continues = false;
    let end = match pair.close {
        Some(close) => tokens[close].span.end,
        None => {
            let limit = pair.before.unwrap_or(end);
            let trusted = trusted(text, tokens, open + 1, limit);
            continues =
                pair.depth == 0 && trusted == end && reopens.is_some_and(|next| next.family == pair.open.family);
            tokens[trusted - 1].span.end
        }
    };
    QuotedSpan { span: Span::new(start, end), open, close: pair.close, depth: pair.depth, continues }
}

/// How far an unclosed stretch can be trusted: to where somebody is said to speak after a comma or a
/// point (“We will appeal, said the lawyer), else to the limit.
fn trusted(text: &str, tokens: &[Token], from: usize, limit: usize) -> usize {
    for i in from..limit {
        if matches!(tokens[i].text(text), "," | "." | "!" | "?")
            && tokens[i + 1..limit].iter().take(3).any(|t| is_said(t.text(text)))
        {
            return i + 1;
        }
    }
    limit
}

fn is_said(word: &str) -> bool {
    matches!(word, "said" | "says" | "told" | "asked" | "added" | "replied" | "declared" | "explained" | "wrote")
}
