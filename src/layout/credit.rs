//! Credits: who took a picture. "Photograph: Lars Holt/Agency Nord", "(Omar Said/Reuters)", "Picture by Una Byrne".

use super::line::Line;
use core::ops::Range;

/// The words with which a credit begins.
const LABELS: &[&str] = &[
    "photo", "photos", "photograph", "photographs", "photographer", "photography", "picture", "pictures", "pic",
    "pics", "image", "images", "illustration", "illustrations", "graphic", "graphics", "video", "footage", "credit",
    "credits", "artwork", "composite", "cartoon", "map",
];
/// What may stand between such a word and the colon: "Photo credit:".
const FOLLOWING: &[&str] = &["credit", "credits", "courtesy", "source", "supplied", "of", "by"];
/// A credit has no more tokens.
const LONGEST: usize = 24;

/// The credit at the end of a line: its tokens and its label.
pub fn credit(line: &Line) -> Option<(Range<usize>, Range<usize>)> {
    let Range { start, end } = line.range;
    let from = end.saturating_sub(LONGEST).max(start);
    (from..end).find_map(|at| {
        let begins =
            at == start || matches!(line.word(at - 1), "." | "(" | "|" | "–" | "—" | "[") || at == line.start();
        if !begins {
            return None;
        }
        let opened = at > start && matches!(line.word(at - 1), "(" | "[");
        let first = if opened {
            at - 1
        } else if at == line.start() {
            start
        } else {
            at
        };
        if let Some(label) = label(line, at) {
            return names(line, label.end + 1..end).then_some((first..end, label));
        }
        // "© Una Byrne", "(Omar Said/Reuters)", "Lars Holt/Agency Nord"
        let sign = matches!(line.word(at), "©");
        let inner = at + usize::from(sign)..if opened { end.saturating_sub(1) } else { end };
        let alone = opened || at == line.start();
        (names(line, inner.clone()) && (sign || (alone && has_slash(line, &inner)))).then_some((first..end, at..at))
    })
}

/// "Photo:", "Photo credit:", "Picture by"; without the colon or *by* itself.
fn label(line: &Line, at: usize) -> Option<Range<usize>> {
    if !LABELS.contains(&line.word(at).to_lowercase().as_str()) || !line.is_capitalised(at) {
        return None;
    }
    let mut end = at + 1;
    while FOLLOWING.contains(&line.word(end).to_lowercase().as_str())
        && !(line.word(end) == "by" && line.word(end + 1) != ":")
    {
        end += 1;
    }
    (matches!(line.word(end), ":" | "by") || (line.word(end) == "," && end > at + 1)).then_some(at..end)
}

/// Only names, with slashes, commas and brackets between them, and no sentence.
fn names(line: &Line, tokens: Range<usize>) -> bool {
    let mut capitals = 0;
    for token in tokens {
        let word = line.word(token);
        capitals += usize::from(line.is_capitalised(token));
        let small = super::line::is_particle(word)
            || matches!(word, "and" | "for" | "via" | "by" | "with" | "courtesy" | "from" | "handout");
        let mark = matches!(
            word,
            "/" | "," | "(" | ")" | "." | "-" | "–" | "|" | "&" | "'" | "’" | "’s" | "'s" | "@" | "©" | "]"
        );
        if !(line.is_capitalised(token)
            || small
            || mark
            || line.tokens[token].kind != crate::tokens::TokenKind::Word
                && !word.contains(['?', '!', ':', ';', '“', '"']))
        {
            return false;
        }
    }
    capitals > 0
}

fn has_slash(line: &Line, tokens: &Range<usize>) -> bool {
    tokens
        .clone()
        .any(|t| line.word(t) == "/" && t > tokens.start && line.is_capitalised(t - 1) && line.is_capitalised(t + 1))
        && tokens.len() > 3
}
