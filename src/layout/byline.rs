//! The lines that name the writer and the place: a byline, a dateline, and the note on the writer at the foot.

use super::line::{Line, is_particle};
use crate::tokens::TokenKind;
use core::ops::Range;

/// A byline, and a dateline, have no more tokens.
const LONGEST: usize = 12;

/// What stands before "by" in a byline.
const LEADS: &[&str] = &[
    "additional", "analysis", "and", "comment", "interview", "opinion", "photographs", "photos", "pictures", "report",
    "reported", "reporting", "review", "story", "text", "words", "written",
];

/// "By Joanna Fell", "Words by Joanna Fell, Varde Gazette": names only, and no sentence.
pub fn is_byline(line: &Line) -> bool {
    let Range { start, end } = line.range;
    if line.range.len() > LONGEST || line.ends_itself() {
        return false;
    }
    let leads = (start..end).take_while(|&t| LEADS.contains(&line.word(t).to_lowercase().as_str())).count();
    let name = start + leads + 1;
    if !line.word(name - 1).eq_ignore_ascii_case("by") {
        return names_writer(line);
    }
    name < end && line.is_capitalised(name) && (name..end).all(|t| is_in_byline(line, t))
}

fn is_in_byline(line: &Line, token: usize) -> bool {
    let word = line.word(token);
    !word.starts_with(char::is_lowercase) || is_particle(word) || matches!(word, "and" | "in" | "for" | "at")
}

/// "Joanna Fell reports from Varde", "Joanna Fell, Science Correspondent".
fn names_writer(line: &Line) -> bool {
    let end = line.name_end(line.range.start);
    if end < line.range.start + 2 || !line.is_person(line.range.start..end) || end >= line.range.end {
        return false;
    }
    let last = line.word(line.range.end - 1).to_lowercase();
    let reports =
        matches!(line.word(end), "reports" | "reporting") && matches!(line.word(end + 1), "from" | "in" | "for");
    let rest = end + 1 + usize::from(reports)..line.range.end;
    let writes = line.word(end) == "," && WRITERS.contains(&last.as_str());
    (reports || writes) && !rest.is_empty() && rest.clone().all(|t| is_in_byline(line, t) || (writes && rest.len() < 4))
}

/// The dateline that begins a line: the place in capitals, then names, dates and brackets up to a dash.
pub fn dateline(line: &Line) -> Option<Range<usize>> {
    let start = line.range.start;
    let dash = (start + 1..line.range.end.min(start + LONGEST)).find(|&t| line.is_dash(t) && line.tokens[t].spaced)?;
    let spaced = line.range.contains(&(dash + 1)) && line.tokens[dash + 1].spaced;
    let small = |t: usize| line.word(t).starts_with(char::is_lowercase) && !is_particle(line.word(t));
    let marks = |t: usize| {
        line.tokens[t].kind != TokenKind::Punctuation || matches!(line.word(t), "," | "(" | ")" | "." | "/" | "-")
    };
    let begins = line.tokens.get(dash + 1).is_some_and(|next| !next.text(line.text).starts_with(char::is_lowercase));
    let place = begins && line.is_in_capitals(start) && line.word(start).chars().count() > 2;
    (place && spaced && (start + 1..dash).all(|t| !small(t) && marks(t))).then_some(start..dash + 1)
}

/// What a writer does, or how a reader reaches them.
const WRITES: &[&str] = &["covers", "writes", "reports", "edits", "blogs", "presents"];
const REACH: &[&str] = &["reach", "email", "e-mail", "follow", "contact", "message", "write", "tweet", "call", "ring"];
const WRITERS: &[&str] = &[
    "author", "columnist", "contributor", "correspondent", "critic", "editor", "essayist", "freelance", "freelancer",
    "journalist", "novelist", "photographer", "reporter", "writer",
];

/// "Joy Mathis covers Congress for Capital Week. Reach her at …": a person's name, then what they write or how to reach
/// them. Only the last paragraphs of a text can be such a note.
pub fn is_author_note(line: &Line) -> bool {
    const NEAR: usize = 10;
    let start = line.start();
    let end = line.name_end(start);
    if end < start + 2 || end > start + 5 {
        return false;
    }
    let near = end..line.range.end.min(end + NEAR);
    let is = matches!(line.word(end), "is" | "was");
    let writer = near.clone().any(|t| WRITERS.contains(&line.word(t)));
    let reach = line.range.clone().any(|t| {
        let imperative = t == line.range.start || matches!(line.word(t - 1), "." | "|" | "•");
        imperative
            && line.is_capitalised(t)
            && REACH.contains(&line.word(t).to_lowercase().as_str())
            && (t + 1..line.range.end.min(t + 5))
                .any(|o| matches!(line.word(o), "him" | "her" | "them" | "to" | "at" | "on" | "@"))
    });
    let writes = WRITES.contains(&line.word(end));
    (is && writer && (reach || !line.has_verb(end + 1..line.range.end)))
        || (writes && (reach || near.len() < NEAR))
        || (reach && (is || writer))
}
