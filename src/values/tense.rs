//! Whether a sentence puts a time into the past or into the future: the verb nearest to it decides, the one before it
//! first.

use super::scope::Direction;
use crate::layout::Layout;
use crate::lexicon;
use core::ops::Range;

const FUTURE: &[&str] = &[
    "will", "'ll", "won't", "shall", "would", "may", "might", "should", "must", "expected", "scheduled", "due",
    "slated", "until", "tomorrow", "deadline", "upcoming", "payable", "planned",
];
/// "to" and a verb after one of these is about the future: "plans to open".
const PLANS: &[&str] = &[
    "is", "are", "going", "ready", "set", "plans", "plan", "planning", "hopes", "hope", "intends", "intend", "expects",
    "expect", "aims", "wants", "want", "vowed", "pledged", "promised", "scheduled", "expected", "due", "slated",
    "likely", "about",
];
const PAST: &[&str] = &[
    "was", "were", "had", "did", "since", "died", "told", "cut", "shut", "hurt", "burst", "spread", "bid", "cost",
    "beat", "came", "went", "said", "ago", "been", "hit", "sent", "left", "lost", "won", "met", "led", "shot", "ran",
    "fell", "ate", "gave", "rang", "sang", "sank", "swam", "lay", "rode", "wrote", "stole", "slept", "swept", "swung",
    "hung", "fed", "dealt", "dug", "bore", "tore", "blew", "froze", "lit", "slid", "split", "wept", "crept", "drank",
    "forgot", "knelt", "laid", "meant", "shook", "shone", "shrank", "sprang", "stuck", "taught", "understood",
    "withdrew", "overtook", "flew", "rose", "grew", "quit",
];
/// End like a past tense and are none.
const NOT_PAST: &[&str] = &[
    "need", "indeed", "speed", "united", "hundred", "seed", "feed", "breed", "exceed", "proceed", "succeed",
    "unspecified",
];
/// So many words on each side are looked at, which keeps the time linear.
const WINDOW: usize = 40;

/// The direction that the words around these tokens of a sentence give them.
pub fn direction(layout: &Layout, tokens: Range<usize>) -> Direction {
    let sentence = layout.sentences.get(layout.sentence_of(tokens.start));
    let Some(sentence) = sentence.filter(|sentence| sentence.tokens.contains(&tokens.start)) else {
        return Direction::Unknown;
    };
    let before = (sentence.tokens.start..tokens.start).rev().take(WINDOW);
    let after = (tokens.end..sentence.tokens.end).take(WINDOW);
    before.chain(after).find_map(|token| shown_by(layout, token)).unwrap_or_default()
}

fn shown_by(layout: &Layout, token: usize) -> Option<Direction> {
    if !layout.tokens[token].is_word() {
        return None;
    }
    let word = layout.word(token).to_lowercase().replace('’', "'");
    let word = word.as_str();
    if FUTURE.contains(&word) {
        return Some(Direction::Future);
    }
    let previous = token.checked_sub(1).map(|before| layout.word(before).to_lowercase()).unwrap_or_default();
    // "to meet on Tuesday", but not "to Tuesday" and not "to 40".
    let next =
        layout.tokens.get(token + 1).filter(|next| word == "to" && next.is_word()).map(|_| layout.word(token + 1));
    let is_infinitive = next.is_some_and(|next| {
        next.starts_with(|c: char| c.is_lowercase())
            && !is_past(next)
            && lexicon::flags(next) & (lexicon::DETERMINER | lexicon::PREPOSITION) == 0
    });
    if is_infinitive {
        // Of "decided to close in March", nobody knows when.
        return Some(if PLANS.contains(&previous.as_str()) { Direction::Future } else { Direction::Unknown });
    }
    // Of "the case is heard", "to be heard", another word decides.
    let is_present_passive = matches!(previous.as_str(), "is" | "are" | "be" | "being" | "'s" | "’s");
    let is_base_form = previous == "to" || FUTURE.contains(&previous.as_str());
    (is_past(word) && !is_present_passive && !is_base_form).then_some(Direction::Past)
}

fn is_past(word: &str) -> bool {
    PAST.contains(&word)
        || (word.len() > 3 && word.ends_with("ed") && !NOT_PAST.contains(&word))
        || (lexicon::flags(word) & lexicon::VERB != 0 && !word.ends_with('s'))
}
