//! Lines that were broken in the middle of a sentence.
//!
//! Where all of a text is broken at one width, its shape shows it ([`are_usual`]). Two or three short lines show it only
//! by their words: one goes on with a small letter, ends with *the*, or ends with a given name whose surname begins the
//! next one ([`joins`]). A headline, a list of names and an entry of a list end their lines themselves.

use super::Span;
use super::chars::is_terminal;
use super::quotation_mark::QuotationMark;
use crate::lexicon::{self, ADDRESS, AUXILIARY, LISTED, PREPOSITION, RELATIVE, VERB, Verb};

/// A line without the white space around it and without the `>` of a quoted mail.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub span: Span,
    /// How many `>` stand before it.
    pub depth: usize,
}

impl Line {
    pub fn of(text: &str, line: Span) -> Line {
        let whole = line.of(text);
        let prefix = quoting_prefix(whole);
        let depth = whole[..prefix].matches('>').count();
        Line { span: Span::new(line.start + prefix, line.end).trimmed(text), depth }
    }
}

/// The length of what a mail program puts before a line that it quotes: `> ` or `>> `.
pub fn quoting_prefix(line: &str) -> usize {
    let end = line.find(|c: char| c != '>' && c != ' ').unwrap_or(line.len());
    line[..end].rfind('>').map_or(0, |at| at + 1)
}

/// Whether all of a text is broken at one width: blank lines stand between its paragraphs, and lines of similar length
/// mostly end in the middle of a sentence.
pub fn are_usual(text: &str, lines: &[Line]) -> bool {
    let (mut blank, mut inner, mut open, mut long) = (0usize, 0usize, 0usize, 0usize);
    for pair in lines.windows(2) {
        let (line, next) = (pair[0].span.of(text), pair[1].span.of(text));
        blank += usize::from(line.is_empty());
        if line.is_empty() || next.is_empty() {
            continue;
        }
        inner += 1;
        long += usize::from((40..=110).contains(&line.chars().count()));
        open += usize::from(!line.ends_with(['.', '!', '?', ':', '”', '"', '’', ')']));
    }
    blank > 0 && inner >= 3 && long * 10 >= inner * 9 && open * 10 >= inner * 6
}

/// For each line of a block without blank lines, whether it goes on with the paragraph of the line before.
pub fn joins(text: &str, block: &[Line], usual: bool) -> Vec<bool> {
    let lines: Vec<&str> = block.iter().map(|line| line.span.of(text)).collect();
    let mut joins = vec![false; lines.len()];
    // The first line of the paragraph that the line before is in.
    let mut head = 0;
    for at in 1..lines.len() {
        let (line, next) = (lines[at - 1], lines[at]);
        let inside = at - 1 > head;
        joins[at] = if begins_item(next) || ends_itself(line) && !usual {
            false
        } else {
            usual
                || goes_on_in_small_letters(lines[head], line, next, inside)
                || ends_with_small_word(line) && next.starts_with(char::is_alphanumeric)
                || inside && ends_in_the_middle(line, next)
                || breaks_a_name(line, next) && !is_known(text, block[at].span)
        };
        if !joins[at] {
            head = at;
        }
    }
    joins
}

/// The next line begins with a small letter, and the paragraph did not: "flour", "butter" and "two eggs" are a list.
fn goes_on_in_small_letters(head: &str, line: &str, next: &str, inside: bool) -> bool {
    let small = next.starts_with(char::is_lowercase)
        && !next.chars().nth(1).is_some_and(char::is_uppercase)
        && !["www.", "http", "e-mail:", "email:"].iter().any(|start| next.starts_with(start));
    // "Rosa Vidal", and below it "teacher, Keld".
    let describes = !inside && is_name(line) && !ends_itself(next) && !words(next).any(is_finite);
    small && !head.starts_with(char::is_lowercase) && !describes
}

/// A paragraph that is broken once is broken at every line until its sentence ends.
fn ends_in_the_middle(line: &str, next: &str) -> bool {
    let quoted = next.chars().next().is_some_and(|c| QuotationMark::of_char(c).is_some());
    !quoted || words(line).any(|word| word.starts_with(char::is_lowercase) && is_cue(word)) || line.ends_with(',')
}

/// *the*, *of* or *New*: no line ends with them by itself.
fn ends_with_small_word(line: &str) -> bool {
    words(line).count() > 2
        && words(line).next_back().is_some_and(|last| {
            matches!(
                last,
                "the"
                    | "a"
                    | "an"
                    | "of"
                    | "and"
                    | "or"
                    | "its"
                    | "their"
                    | "my"
                    | "our"
                    | "your"
                    | "from"
                    | "with"
                    | "Mr"
                    | "Mrs"
                    | "Ms"
                    | "Dr"
                    | "New"
                    | "San"
                    | "Santa"
                    | "Los"
                    | "Las"
            ) || last.strip_suffix('.').is_some_and(|last| lexicon::flags(&last.to_lowercase()) & ADDRESS != 0)
        })
}

/// The line ends with the first part of a name and the next one begins with the rest: "the dead man as Omar", "Marsh,
/// 34, of Keld."
fn breaks_a_name(line: &str, next: &str) -> bool {
    let (before, after): (Vec<&str>, Vec<&str>) = (words(line).collect(), words(next).collect());
    let [.., joint, first] = before[..] else { return false };
    let Some(&last) = after.first() else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let alone = after.get(1).is_none_or(|&word| last.ends_with(',') || !capital(word));
    let leads_over = joint.starts_with(char::is_lowercase) || joint.ends_with(',') || is_address(joint);
    if (before.len() < 3 && !is_address(joint))
        || !capital(first)
        || !capital(last)
        || !alone
        || !leads_over
        || first.ends_with(',')
    {
        return false;
    }
    if flags(last) & LISTED != 0 && !is_cue(last) {
        return false;
    }
    let sentence = after.iter().skip(1).any(|word| is_finite(word));
    let at_once = after.get(1).is_some_and(|word| is_finite(word));
    let full = before.iter().any(|word| {
        matches!(*word, "the" | "The" | "A" | "a" | "an" | "was" | "were" | "had" | "that" | "his" | "her")
    });
    let hangs_on = after
        .get(1)
        .is_some_and(|word| last.ends_with(',') || flags(word) & (PREPOSITION | RELATIVE) != 0 || *word == "that");
    let given =
        lexicon::is_given_name(first) || matches!(first, "New" | "San" | "Los" | "El" | "St" | "South" | "North");
    // "said that Rosa": the clause has no verb yet.
    let opens_clause = matches!(joint, "that" | "when" | "while" | "because" | "if" | "whether" | "where");
    let score = if given { 2 } else { 0 }
        + i32::from(full)
        + i32::from(hangs_on)
        + if opens_clause { 3 } else { 0 }
        + if is_address(joint) { 3 } else { 0 }
        + if ends_itself(next) && !sentence { 2 } else { 0 }
        - if at_once && !before.iter().any(|word| word.ends_with(',')) { 2 } else { 0 };
    score >= 3
}

/// Whether the first word of this line stands before it in the text. A surname that is known begins a sentence of its own.
fn is_known(text: &str, line: Span) -> bool {
    const NEAR: usize = 2000;
    let from = (line.start.saturating_sub(NEAR)..=line.start).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    words(line.of(text)).next().is_some_and(|word| text[from..line.start].contains(bare(word)))
}

/// A bullet, a dash or a number begins the entry of a list.
pub fn begins_item(line: &str) -> bool {
    let mut rest = line.chars();
    let first = rest.next();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits)
        && line[digits..].strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with([' ', '\t']));
    let bullet = first.is_some_and(|c| {
        matches!(c, '•' | '‣' | '◦' | '▪' | '●' | '○' | '■' | '□' | '►' | '·' | '*' | '–' | '—' | '-')
    }) && rest.next().is_some_and(|c| matches!(c, ' ' | '\t'));
    bullet || numbered
}

/// The line ends with a full stop, a question mark or a colon, also inside closing quotation marks and brackets.
fn ends_itself(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| matches!(c, ')' | ']') || QuotationMark::of_char(c).is_some());
    bare.ends_with(|c| is_terminal(c) || matches!(c, ':' | ';'))
}

/// One to three words with capitals.
fn is_name(line: &str) -> bool {
    words(line).count() <= 3 && words(line).all(|word| word.starts_with(char::is_uppercase))
}

fn words(line: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    line.split_whitespace()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn flags(word: &str) -> lexicon::Flags {
    lexicon::flags(&bare(word).to_lowercase())
}

fn is_address(word: &str) -> bool {
    flags(word) & (ADDRESS | lexicon::ROLE) != 0
}

fn is_cue(word: &str) -> bool {
    Verb::reporting(bare(word)).is_some()
}

/// Probably a verb in the past tense, or an auxiliary.
fn is_finite(word: &str) -> bool {
    let word = bare(word);
    word.starts_with(char::is_lowercase)
        && (flags(word) & (AUXILIARY | VERB) != 0 || is_cue(word) || (word.len() > 4 && word.ends_with("ed")))
}

#[cfg(test)]
mod tests {
    use crate::text::paragraphs;

    fn joined(text: &str) -> Vec<usize> {
        paragraphs(text).into_iter().map(|p| p.of(text).lines().count()).collect()
    }

    #[test]
    fn short_lines_that_break_a_sentence_are_one_paragraph() {
        for text in [
            "Police named the dead man as Omar\nMarsh, 34, of Keld.",
            "The council in Tarrow said on Mon-\nday that Rosa\nVidal would speak.",
            "“We will\nnot give\nup,” said Tom\nReed of New\nYork.",
            "The council said on Monday that Rosa\nVidal would speak.",
            "Councillor Ruth\nObeng resigned.",
            "The former minister Pavel\nDvorak denies the claims.",
            "The prize went to Ivy\nStrand on Friday.",
            "Firefighters freed Hana\nBose from the car.",
            "The mayor of Keld, Rosa\nVidal, resigned on Monday.",
            "A judge in the town of\nKeld cleared them.",
            "They flew to New\nYork on Friday.",
        ] {
            assert_eq!(joined(text), [text.lines().count()], "{text}");
        }
    }

    #[test]
    fn lines_that_end_themselves_are_paragraphs() {
        for text in [
            "Fire destroys school in Keld\nPupils were moved to Tarrow.",
            "Man arrested in Leeds\nTom Reed, 34, was charged.",
            "Omar Marsh\nTom Reed\nAna Ruiz",
            "The winners are\nOmar Marsh\nTom Reed",
            "Mayor thanks Rosa\nThe council met on Friday.",
            "Rosa Vidal\nteacher, Keld\n“I swim here.”",
            "You need:\nflour\nbutter\ntwo eggs",
            "He left.\nshe stayed.",
            "• Bread\n• Milk of the\n• Eggs",
            "Vidal resigns as mayor of Keld\nVidal said she was tired.",
        ] {
            assert_eq!(joined(text), vec![1; text.lines().count()], "{text}");
        }
    }
}
