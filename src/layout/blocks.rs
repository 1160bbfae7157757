//! Tells what each paragraph is, by its words, its place and the paragraphs around it.

use super::block::{Block, BlockKind};
use super::line::Line;
use super::turn::Evidence;
use super::{boilerplate, byline, credit, turn};
use crate::text::{Span, begins_item};
use crate::tokens::{Token, TokenKind};
use core::ops::Range;

/// A headline or a caption has no more words.
const LONGEST_TITLE: usize = 30;
const LONGEST_HEADING: usize = 9;
/// How many paragraphs from the end a note on the author may stand.
const FOOT: usize = 4;

/// The blocks of a text, in order. Each token is in exactly one, and no block is in two paragraphs.
pub fn blocks(text: &str, paragraphs: &[Span], tokens: &[Token]) -> Vec<Block> {
    let ranges = tokens.chunk_by(|a, b| a.paragraph == b.paragraph).scan(0, |start, part| {
        let range = *start..*start + part.len();
        *start = range.end;
        Some(range)
    });
    let lines: Vec<Line> = ranges.map(|range| Line { text, tokens, range }).collect();
    let turns = turns(&lines);
    let reader = Reader { paragraphs, lines: &lines, turns: &turns };
    let mut out = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        reader.read(at, &mut out);
    }
    reader.tell_titles(&mut out);
    number(tokens, &mut out);
    out
}

/// Numbers the paragraphs of the story.
fn number(tokens: &[Token], blocks: &mut [Block]) {
    let mut story = 0;
    let mut last = None;
    for block in blocks {
        let paragraph = Some(tokens[block.tokens.start].paragraph);
        if !block.kind.is_beside_the_story() && paragraph != last {
            story += 1;
            last = paragraph;
        }
        block.story = story;
    }
}

/// The labels of the turns, for each line.
fn turns(lines: &[Line]) -> Vec<Option<Range<usize>>> {
    let labels: Vec<_> = lines.iter().map(turn::label).collect();
    let count = |evidence: Evidence| labels.iter().flatten().filter(|(_, found)| *found == evidence).count();
    let (speakers, questions, others) =
        (count(Evidence::Speaker), count(Evidence::QuestionOrAnswer), count(Evidence::Label));
    labels
        .into_iter()
        .map(|label| {
            let (label, evidence) = label?;
            let counts = match evidence {
                Evidence::Speaker => true,
                Evidence::QuestionOrAnswer => questions > 1 || speakers > 0,
                Evidence::Label => others > 1 || speakers + questions > 0,
            };
            counts.then_some(label)
        })
        .collect()
}

struct Reader<'l, 't> {
    paragraphs: &'l [Span],
    lines: &'l [Line<'t>],
    turns: &'l [Option<Range<usize>>],
}

impl Reader<'_, '_> {
    /// Adds the blocks of one paragraph.
    fn read(&self, at: usize, out: &mut Vec<Block>) {
        let line = &self.lines[at];
        let Range { start, end } = line.range;
        let mut push = |tokens: Range<usize>, kind: BlockKind, label: Range<usize>| {
            if !tokens.is_empty() {
                let span = line.tokens[tokens.start].span.cover(line.tokens[tokens.end - 1].span);
                out.push(Block { span, tokens, kind, label, story: 0 });
            }
        };
        let none = start..start;
        if boilerplate::is_boilerplate(line) {
            return push(start..end, BlockKind::Boilerplate, none);
        }
        if let Some((credit, label)) = credit::credit(line) {
            push(start..credit.start, BlockKind::Caption, none);
            return push(credit, BlockKind::Credit, label);
        }
        if let Some(label) = &self.turns[at] {
            return push(start..end, BlockKind::Turn, label.clone());
        }
        let kind = if byline::is_byline(line) {
            BlockKind::Byline
        } else if at > 0 && at + FOOT >= self.lines.len() && byline::is_author_note(line) {
            BlockKind::AuthorNote
        } else if self.is_quoted_mail(at) {
            BlockKind::QuotedMail
        } else if is_footnote(line) {
            BlockKind::Footnote
        } else if begins_item(self.paragraphs[line.tokens[start].paragraph as usize].of(line.text)) {
            BlockKind::ListItem
        } else if is_labelled_caption(line) {
            BlockKind::Caption
        } else {
            BlockKind::Paragraph
        };
        let dateline = byline::dateline(line).filter(|_| kind == BlockKind::Paragraph);
        let from = dateline.as_ref().map_or(start, |dateline| dateline.end);
        if let Some(dateline) = dateline {
            push(dateline, BlockKind::Dateline, none.clone());
        }
        push(from..end, kind, none);
    }

    fn is_quoted_mail(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let before = &line.text[..line.tokens[line.range.start].span.start];
        before.trim_end_matches(' ').ends_with('>')
            && before[before.rfind('\n').map_or(0, |end| end + 1)..].chars().all(|c| matches!(c, '>' | ' '))
    }

    /// Finds the title, the headings and the captions among the paragraphs that are no sentences.
    fn tell_titles(&self, blocks: &mut [Block]) {
        let story: Vec<bool> = blocks.iter().map(|b| b.kind == BlockKind::Paragraph && self.is_sentence(b)).collect();
        let first = blocks.iter().position(|b| !matches!(b.kind, BlockKind::Boilerplate | BlockKind::Credit));
        let (begins, ends) = (story.iter().position(|&runs| runs), story.iter().rposition(|&runs| runs));
        for at in 0..blocks.len() {
            if blocks[at].kind != BlockKind::Paragraph || story[at] {
                continue;
            }
            let words = self.line(&blocks[at]).words();
            let inside = begins.is_some_and(|begins| begins < at);
            let near = story[at + 1..].iter().take(2).any(|&runs| runs);
            let credited = blocks.get(at + 1).is_some_and(|next| next.kind == BlockKind::Credit);
            blocks[at].kind = if Some(at) == first && ends.is_some_and(|ends| ends > at) && words <= LONGEST_TITLE {
                BlockKind::Title
            } else if credited || (inside && self.shows_somebody(&blocks[at])) {
                BlockKind::Caption
            } else if near && words <= LONGEST_HEADING && Some(at) != first {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
        }
    }

    fn line(&self, block: &Block) -> Line<'_> {
        Line { range: block.tokens.clone(), ..self.lines[0].clone() }
    }

    /// A paragraph of the story, or a quotation: it ends as a sentence does, or holds quotation marks.
    fn is_sentence(&self, block: &Block) -> bool {
        let line = self.line(block);
        let question = line.word(block.tokens.end - 1).ends_with('?') && line.words() <= LONGEST_HEADING;
        (line.ends_itself() && !question)
            || line.words() > LONGEST_TITLE
            || line.word(line.start()).starts_with(['“', '"', '‘', '«'])
    }

    /// "Ruben Castel on his boat last week": the words of a picture begin with a name, or point into it.
    fn shows_somebody(&self, block: &Block) -> bool {
        let line = self.line(block);
        let end = line.name_end(block.tokens.start);
        let pointed = block.tokens.clone().any(|t| {
            matches!(
                line.word(t).to_lowercase().as_str(),
                "pictured" | "left" | "right" | "centre" | "center" | "above" | "below" | "photographed"
            )
        });
        let words = line.words();
        pointed
            || (end >= block.tokens.start + 2 && words > end - block.tokens.start + 1 && line.word(end) != ",")
            || (words > LONGEST_HEADING && words <= LONGEST_TITLE)
    }
}

fn is_footnote(line: &Line) -> bool {
    let start = line.range.start;
    let bracketed = line.word(start) == "["
        && line.range.contains(&(start + 2))
        && line.tokens[start + 1].kind == TokenKind::Number
        && line.word(start + 2) == "]";
    bracketed || line.word(start).starts_with(['†', '‡', '¹', '²', '³'])
}

/// "Image caption, Ana Ruiz at the harbour"
fn is_labelled_caption(line: &Line) -> bool {
    let word = |at: usize| line.word(line.range.start + at).to_lowercase();
    (matches!(word(0).as_str(), "image" | "media" | "photo" | "picture") && word(1) == "caption")
        || (word(0) == "caption" && word(1) == ":")
}
