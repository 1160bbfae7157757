//! The turns of interviews and transcripts: a name or *Q* or *A*, a colon, and what is said.

use super::line::Line;
use crate::lexicon::{ADDRESS, PERSONAL_TITLE, ROLE};
use core::ops::Range;

/// Words before a colon that name no speaker.
const TOPICS: &[&str] = &[
    "address", "age", "also", "analysis", "away", "background", "breaking", "bulletin", "caption", "cc",
    "clarification", "clarifications", "comment", "conclusion", "cons", "contact", "correction", "cost", "date",
    "disclaimer", "editor", "email", "example", "exclusive", "explained", "explainer", "fact", "factbox", "file",
    "from", "headline", "history", "home", "how", "job", "latest", "lesson", "live", "location", "more", "name",
    "news", "next", "note", "notes", "opening", "opinion", "part", "phone", "plus", "poll", "price", "pros", "ps",
    "quiz", "quote", "read", "reader", "related", "result", "results", "review", "score", "sent", "source", "sources",
    "sport", "step", "subject", "summary", "tel", "theme", "tickets", "time", "timeline", "tip", "title", "to",
    "today", "tomorrow", "topic", "topics", "total", "trivia", "update", "updated", "verdict", "warning", "watch",
    "weather", "website", "what", "when", "where", "who", "why", "winner", "winners", "yesterday",
];
/// Those who speak in an interview without a name.
const PARTS: &[&str] =
    &["interviewer", "host", "moderator", "presenter", "audience", "chair", "interviewee", "anchor", "speaker"];
/// A label has no more tokens.
const LONGEST: usize = 9;

/// What a line before a colon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A person's name, or capitals: a turn even if it is the only one.
    Speaker,
    /// *Q* or *A*: a turn if there is another one.
    QuestionOrAnswer,
    /// Words with capitals: a turn if several lines have such a label.
    Label,
}

/// The words before the colon with which a line begins.
pub fn label(line: &Line) -> Option<(Range<usize>, Evidence)> {
    let start = line.start();
    let limit = line.range.end.min(start + LONGEST);
    let colon = (start..limit).find(|&t| line.word(t) == ":")?;
    let mut end = colon;
    if line.word(end - usize::from(end > start)) == ")" {
        end = (start..end).find(|&t| line.word(t) == "(")?;
    }
    let first = line.word(start).to_lowercase();
    let mut said = colon + 1;
    while line.word(said).chars().all(|c| c == '*') && said < line.range.end {
        said += 1;
    }
    if end == start || !is_said(line, said) || TOPICS.contains(&first.as_str()) {
        return None;
    }
    let tokens = start..end;
    let is_question = matches!(first.as_str(), "q" | "a" | "question" | "answer")
        && (tokens.len() == 1 || (tokens.len() == 2 && line.word(start + 1).bytes().all(|b| b.is_ascii_digit())));
    let part = |t: usize| PARTS.contains(&line.word(t).to_lowercase().as_str());
    if is_question && line.is_capitalised(start) {
        return Some((tokens, Evidence::QuestionOrAnswer));
    }
    let article = usize::from(matches!(first.as_str(), "the"));
    if tokens.len() <= 2 && part(tokens.end - 1) && tokens.len() == 1 + article {
        return Some((tokens, Evidence::QuestionOrAnswer));
    }
    // "The Latest" is a topic, and so is a whole headline.
    if article > 0 || line.name_end(start) != end || tokens.len() > 6 {
        return None;
    }
    let capitals = tokens.clone().all(|t| line.is_in_capitals(t) || !line.is_word(t) || line.flags(t) & ADDRESS != 0);
    let titled = tokens.len() > 1 && line.flags(start) & (ADDRESS | ROLE | PERSONAL_TITLE) != 0;
    if titled || line.is_person(tokens.clone()) || (capitals && tokens.len() > 1) {
        return Some((tokens, Evidence::Speaker));
    }
    (tokens.len() <= 4).then_some((tokens, Evidence::Label))
}

/// The rest of the line is a sentence, or begins with a quotation mark.
fn is_said(line: &Line, from: usize) -> bool {
    let word = line.word(from);
    let quoted = crate::text::quotation_mark::QuotationMark::of(word).is_some();
    let begins = quoted
        || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        || matches!(word, "(" | "[" | "…" | "...");
    let sentence = line.ends_itself() || line.has_verb(from..line.range.end);
    begins && sentence && !line.word(line.range.end - 1).ends_with(':')
}
