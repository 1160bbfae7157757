//! Finds the parts of an edited text that were there before the edit.

use crate::ranges::{is_in_word, trimmed};
use newsmark::text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many unchanged words must surround a range for it to count as the same passage.
const CONTEXT: usize = 3;

/// How many words must be unchanged in and around a range whose own words were edited.
const KEPT: usize = 5;

/// Two texts are unrelated if they have less than `1 / SAME_TEXT` of the shorter one in common.
const SAME_TEXT: usize = 5;

/// Two texts, and the parts of the first that are kept in the second.
pub struct Alignment<'t> {
    before: &'t str,
    after: &'t str,
    /// In order, each as long as possible.
    runs: Vec<Run>,
}

/// A part of the text that was kept: where it was, and where it is now.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Run {
    from: usize,
    to: usize,
    len: usize,
}

impl<'t> Alignment<'t> {
    /// Compares word by word. Like Git, the library limits its effort, so that long texts with little in common take no
    /// longer to compare than others.
    pub fn new(before: &'t str, after: &'t str) -> Alignment<'t> {
        let (old, new) = (words(before), words(after));
        let (old_starts, new_starts) = (starts(&old), starts(&new));
        let mut runs: Vec<Run> = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let DiffOp::Equal { old_index, new_index, len } = op else { continue };
            let (from, to) = (old_starts[old_index], new_starts[new_index]);
            let len = old_starts[old_index + len] - from;
            match runs.last_mut() {
                Some(last) if last.from + last.len == from && last.to + last.len == to => last.len += len,
                _ => runs.push(Run { from, to, len }),
            }
        }
        let common: usize = runs.iter().map(|run| run.len).sum();
        if common * SAME_TEXT < before.len().min(after.len()) {
            runs.clear();
        }
        Alignment { before, after, runs }
    }

    /// Where a range is now; `None` if its passage has changed.
    pub fn place(&self, range: Span) -> Option<Span> {
        let run = *self.runs.get(self.runs.partition_point(|run| run.from + run.len <= range.start))?;
        let kept = Span::new(run.from, run.from + run.len);
        if !kept.contains(range) {
            return None;
        }
        let around = [Span::new(kept.start, range.start), Span::new(range.end, kept.end)];
        let context: usize = around.iter().map(|span| word_count(span.of(self.before))).sum();
        let moved = |at: usize| at - run.from + run.to;
        (context >= CONTEXT || self.is_whole(run)).then(|| Span::new(moved(range.start), moved(range.end)))
    }

    /// Where a range is now if some of its words were edited: both its ends and most of its words are still there.
    pub fn edited_place(&self, range: Span) -> Option<Span> {
        let mut kept = 0;
        let mut around = 0;
        for run in &self.runs {
            let run = Span::new(run.from, run.from + run.len);
            let (start, end) = (run.start.max(range.start), run.end.min(range.end));
            if start < end {
                kept += word_count(&self.before[start..end]);
                around += word_count(&self.before[run.start..start]) + word_count(&self.before[end..run.end]);
            }
        }
        if 2 * kept <= word_count(range.of(self.before)) || kept + around < KEPT {
            return None;
        }
        let now = Span::new(self.start(range.start)?, self.end(range.end)?);
        (!now.is_empty()).then_some(now)
    }

    /// Whether all words of a range are still there.
    pub fn keeps(&self, range: Span) -> bool {
        self.runs.iter().any(|run| run.from <= range.start && range.end <= run.from + run.len)
    }

    /// What stands now where a range was, between what is left of the words around it. `None` if nothing does.
    pub fn nearest(&self, range: Span) -> Option<Span> {
        // What is kept before the range, and what is kept after it.
        let before = self.runs.iter().rev().find(|run| run.from <= range.start)?;
        let after = self.runs.iter().find(|run| run.from + run.len >= range.end)?;
        let start = before.to + (range.start - before.from).min(before.len);
        let end = after.to + range.end.saturating_sub(after.from);
        let now = trimmed(self.after, Span::new(start, end.max(start)))?;
        // If much was written there, it is not the passage.
        (now.len() <= 2 * range.len() + range.len().min(200)).then_some(now)
    }

    /// Where a range starts now that started here: at a kept word, or where the words before it end.
    fn start(&self, at: usize) -> Option<usize> {
        let inside = self.runs.iter().find(|run| run.from <= at && at < run.from + run.len);
        let follows = || self.runs.iter().find(|run| run.from + run.len == at);
        let run = inside.or_else(follows);
        run.map(|run| run.to + at - run.from).or((at == 0).then_some(0))
    }

    /// Where a range ends now that ended here: at a kept word, or where the words after it start.
    fn end(&self, at: usize) -> Option<usize> {
        let inside = self.runs.iter().find(|run| run.from < at && at <= run.from + run.len);
        let precedes = || self.runs.iter().find(|run| run.from == at);
        let run = inside.or_else(precedes);
        run.map(|run| run.to + at - run.from).or((at == self.before.len()).then_some(self.after.len()))
    }

    /// Whether a run is a whole line or a whole text. Such a run is the same passage, however short it is.
    fn is_whole(&self, Run { from, to, len }: Run) -> bool {
        let opens = |text: &str, at: usize| at == 0 || text[..at].ends_with('\n');
        let closes = |text: &str, at: usize| {
            at == text.len() || text[at..].starts_with(['\r', '\n']) || text[..at].ends_with('\n')
        };
        opens(self.before, from)
            && opens(self.after, to)
            && closes(self.before, from + len)
            && closes(self.after, to + len)
    }
}

/// Splits a text into words, white space and single other characters.
fn words(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut words = Vec::new();
    while let Some(first) = rest.chars().next() {
        let end = if is_in_word(first) {
            rest.find(|c| !is_in_word(c))
        } else if first.is_whitespace() {
            rest.find(|c: char| !c.is_whitespace())
        } else {
            Some(first.len_utf8())
        };
        let (word, more) = rest.split_at(end.unwrap_or(rest.len()));
        words.push(word);
        rest = more;
    }
    words
}

/// Where each word begins, and where the last one ends.
fn starts(words: &[&str]) -> Vec<usize> {
    let ends = words.iter().scan(0, |end, word| {
        *end += word.len();
        Some(*end)
    });
    std::iter::once(0).chain(ends).collect()
}

fn word_count(text: &str) -> usize {
    text.split(|c: char| !is_in_word(c)).filter(|word| !word.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed<'t>(before: &str, after: &'t str, words: &str) -> Option<&'t str> {
        let start = before.find(words).unwrap();
        Alignment::new(before, after).place(Span::new(start, start + words.len())).map(|span| span.of(after))
    }

    #[test]
    fn range_beside_an_edit_needs_unchanged_context() {
        let (before, after) = ("one two three four five six seven", "one two 3 four five six seven");
        assert_eq!(placed(before, after, "four"), Some("four"));
        assert_eq!(placed(before, after, "two three"), None);
        assert_eq!(placed(before, after, "three"), None);
        // Too little context is left to be sure that it is the same passage.
        assert_eq!(placed(before, after, "one two"), None);
    }

    #[test]
    fn range_survives_edits_of_a_few_of_its_words() {
        let before = "He said that the old bridge across the river would have to close by May at the latest.";
        let said = "the old bridge across the river would have to close by May";
        let edited = |after: &str, words: &str| {
            let start = before.find(words).unwrap();
            let place = Alignment::new(before, after).edited_place(Span::new(start, start + words.len()));
            place.map(|span| span.of(after).to_owned())
        };
        for (from, to) in [("river", "canal"), ("the old", "an old"), ("by May", "in June"), (" have to", "")] {
            let now = said.replace(from, to);
            assert_eq!(edited(&before.replace(from, to), said), Some(now), "{from} → {to}");
        }
        // Most of it is gone, or one of its ends.
        assert_eq!(edited("He said that the old mill was sold, and left by May at the latest.", said), None);
        assert_eq!(edited(&before.replace("He said that the old", "He said it: a"), said), None);
        assert_eq!(edited(&before.replace("bridge", "mill"), "old bridge"), None);
    }

    #[test]
    fn place_of_lost_words_is_between_their_neighbours() {
        let before = "The wharf waited. The wharf is old, and a wharf needs paint. Then it rained for two days.";
        let nearest = |after: &str, words: &str| {
            let start = before.find(words).unwrap();
            let place = Alignment::new(before, after).nearest(Span::new(start, start + words.len()));
            place.map(|span| span.of(after).to_owned())
        };
        let after = before.replace("needs paint", "wants nothing");
        assert_eq!(nearest(&after, "paint").as_deref(), Some("nothing"));
        assert_eq!(nearest(&before.replace(" and a wharf needs paint", ""), "paint"), None);
        let much = before.replace("paint", "new planks, a crane and a great many other things besides");
        assert_eq!(nearest(&much, "paint"), None);
    }

    #[test]
    fn common_words_do_not_match_across_articles() {
        let before = "The minister said in a statement on Monday that the plan would go ahead.";
        let after = "On Monday it rained in Lund, and nobody made a statement of any kind about it.";
        assert_eq!(placed(before, after, "Monday"), None);
    }

    #[test]
    fn unrelated_text_keeps_nothing_and_is_compared_quickly() {
        let words =
            |first: usize| -> String { (0..60_000).map(|i| format!("w{} ", (i * 7919 + first) % 100_003)).collect() };
        let (before, after) = (words(0), words(50_001));
        assert_eq!(Alignment::new(&before, &after).runs, []);
    }

    #[test]
    fn text_is_split_into_words() {
        assert_eq!(words("Ann’s  “no” e\u{301}t"), ["Ann", "’", "s", "  ", "“", "no", "”", " ", "e\u{301}t"]);
        assert!(words("").is_empty());
    }
}
