//! Quotations: content, speaker, and the spans of each role.
//!
//! *exact*: the contents are equal from the first to the last character, without punctuation at the edges and a leading
//! *that*. *token*: the overlap of the contents in words. *speaker*: of the gold quotations with a speaker of whose content
//! at least half was found, the share whose speaker overlaps the gold one. *roles*: F1 of all speaker, cue and content
//! spans, each counted once. A prediction counts under the type of the gold quotation that it overlaps most, or under its
//! own type if it overlaps none.

use super::shape::{Range, any_overlap, begins, shared, slice, trim};
use super::{Counts, QuoteRow, Row, ratio};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// The scorer of quotations.
#[derive(Debug)]
pub struct Quotes {
    segments: bool,
    groups: [Group; 5],
    roles: [Role; 3],
}

/// The scores of some types of quotation.
#[derive(Debug)]
struct Group {
    label: &'static str,
    /// If empty, all types.
    kinds: &'static [&'static str],
    exact: Counts,
    token: Counts,
    speakers: usize,
    speakers_right: usize,
}

/// The scores of a role.
#[derive(Debug)]
struct Role {
    label: &'static str,
    spans: fn(&QuoteRow) -> &[Range],
    counts: Counts,
}

/// A content that is scored as one span, from its first to its last character.
#[derive(Clone)]
struct Unit {
    hull: Range,
    kind: String,
    content: Vec<Range>,
    speaker: Vec<Range>,
}

impl Quotes {
    /// A scorer. With `segments`, each part of a discontinuous content is scored separately, for corpora in which the parts
    /// are separate annotations.
    pub fn new(segments: bool) -> Quotes {
        let group = |label, kinds| Group {
            label,
            kinds,
            exact: Counts::default(),
            token: Counts::default(),
            speakers: 0,
            speakers_right: 0,
        };
        let role = |label, spans| Role { label, spans, counts: Counts::default() };
        Quotes {
            segments,
            groups: [
                group("all", &[]),
                group("direct", &["direct"]),
                group("mixed", &["mixed"]),
                group("direct+mixed", &["direct", "mixed"]),
                group("indirect", &["indirect"]),
            ],
            roles: [role("speaker", |q| &q.speaker), role("cue", |q| &q.cue), role("content", |q| &q.content)],
        }
    }

    /// Adds a document.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        let text: Vec<char> = gold.text.chars().collect();
        let words = words(&text);
        let wanted = units(&text, &gold.quotes, self.segments);
        let mut found = units(&text, &predicted.quotes, self.segments);
        for unit in &mut found {
            if let Some(other) = closest(&wanted, unit.hull).filter(|other| shared(other.hull, unit.hull) > 0) {
                unit.kind.clone_from(&other.kind);
            }
        }
        for group in &mut self.groups {
            let of_group = |units: &[Unit]| -> Vec<Unit> {
                units
                    .iter()
                    .filter(|u| group.kinds.is_empty() || group.kinds.contains(&u.kind.as_str()))
                    .cloned()
                    .collect()
            };
            let (wanted, found) = (of_group(&wanted), of_group(&found));
            group.add(&words, &wanted, &found);
        }
        for role in &mut self.roles {
            let spans = |row: &Row| -> HashSet<Range> {
                row.quotes.iter().flat_map(role.spans).map(|&span| trim(&text, span)).collect()
            };
            role.counts += Counts::of(&spans(gold), &spans(predicted));
        }
    }

    /// The scores in a line of the report: exact, token, and the share of the speakers that are right.
    pub fn figures(&self, label: &str) -> Option<(Counts, Counts, f64)> {
        let group = self.groups.iter().find(|group| group.label == label)?;
        Some((group.exact, group.token, ratio(group.speakers_right, group.speakers)))
    }

    /// The counts of a role: speaker, cue or content.
    pub fn role(&self, label: &str) -> Option<Counts> {
        self.roles.iter().find(|role| role.label == label).map(|role| role.counts)
    }

    /// The scores by type of quotation and by role.
    pub fn report(&self) -> String {
        let mut out = String::new();
        for group in &self.groups {
            _ = writeln!(
                out,
                "{:13} exact {} | token {} | speaker {:.3} of {} | gold {}",
                group.label,
                prf(group.exact),
                prf(group.token),
                ratio(group.speakers_right, group.speakers),
                group.speakers,
                group.exact.gold(),
            );
        }
        let roles: Vec<String> = self.roles.iter().map(|role| format!("{} {}", role.label, prf(role.counts))).collect();
        _ = writeln!(out, "{:13} {}", "roles", roles.join(" | "));
        out
    }
}

impl Group {
    fn add(&mut self, words: &[Range], wanted: &[Unit], found: &[Unit]) {
        let hulls = |units: &[Unit]| units.iter().map(|u| u.hull).collect::<HashSet<_>>();
        self.exact += Counts::of(&hulls(wanted), &hulls(found));
        let inside = |units: &[Unit]| {
            units.iter().flat_map(|u| &u.content).flat_map(|&span| words_in(words, span)).collect::<HashSet<_>>()
        };
        self.token += Counts::of(&inside(wanted), &inside(found));
        for unit in wanted.iter().filter(|unit| !unit.speaker.is_empty()) {
            let length = (unit.hull[1] - unit.hull[0]) as isize;
            if let Some(other) = closest(found, unit.hull).filter(|other| 2 * shared(other.hull, unit.hull) >= length) {
                self.speakers += 1;
                self.speakers_right += usize::from(any_overlap(&unit.speaker, &other.speaker));
            }
        }
    }
}

fn prf(counts: Counts) -> String {
    format!("P {:.3} R {:.3} F1 {:.3}", counts.precision(), counts.recall(), counts.f1())
}

/// The first of the units that share most with the range, or are least far from it.
fn closest(units: &[Unit], hull: Range) -> Option<&Unit> {
    units.iter().rev().max_by_key(|unit| shared(unit.hull, hull))
}

/// One unit a quotation, or one a piece of content; of two with the same hull the later one stays.
fn units(text: &[char], quotes: &[QuoteRow], segments: bool) -> Vec<Unit> {
    let (mut out, mut place) = (Vec::<Unit>::new(), HashMap::new());
    for quote in quotes {
        let parts: Vec<QuoteRow> = if segments {
            quote.content.iter().map(|&piece| QuoteRow { content: vec![piece], ..quote.clone() }).collect()
        } else {
            vec![quote.clone()]
        };
        for part in parts {
            let Some(hull) = hull(text, &part) else { continue };
            let unit = Unit { hull, kind: part.kind, content: part.content, speaker: part.speaker };
            match place.get(&hull) {
                Some(&index) => out[index] = unit,
                None => {
                    place.insert(hull, out.len());
                    out.push(unit);
                }
            }
        }
    }
    out
}

/// From the first to the last character of the content, without edges and a leading *that*.
pub(super) fn hull(text: &[char], quote: &QuoteRow) -> Option<Range> {
    let mut pieces = if quote.content.is_empty() { quote.quoted.clone() } else { quote.content.clone() };
    pieces.sort_unstable();
    let mut pieces = pieces.into_iter().filter_map(|piece| {
        let mut piece = trim(text, piece);
        if begins(slice(text, [piece[0], piece[0] + 5]), "that ") {
            piece = trim(text, [piece[0] + 5, piece[1]]);
        }
        (piece[0] < piece[1]).then_some(piece)
    });
    let first = pieces.next()?;
    let last = pieces.next_back().unwrap_or(first);
    Some([first[0], last[1]])
}

/// Runs of letters, digits and underscores.
fn words(text: &[char]) -> Vec<Range> {
    let mut out = Vec::<Range>::new();
    for (index, c) in text.iter().enumerate() {
        match out.last_mut() {
            _ if !(c.is_alphanumeric() || *c == '_') => {}
            Some(last) if last[1] == index => last[1] = index + 1,
            _ => out.push([index, index + 1]),
        }
    }
    out
}

/// Indices of the words that lie wholly inside the span.
fn words_in(words: &[Range], [start, end]: Range) -> impl Iterator<Item = usize> + '_ {
    let first = words.partition_point(|word| word[0] < start);
    (first..words.len()).take_while(move |&index| words[index][1] <= end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ines Moya said that the well “is dry”, and left.";

    fn row(kind: &str, content: Range, speaker: Range) -> Row {
        let quote = QuoteRow {
            kind: kind.into(),
            content: vec![content],
            cue: vec![[10, 14]],
            speaker: vec![speaker],
            ..QuoteRow::default()
        };
        Row { text: TEXT.into(), quotes: vec![quote], ..Row::default() }
    }

    #[test]
    fn edges_and_a_leading_that_make_no_difference() {
        let mut scorer = Quotes::new(false);
        // The prediction calls it direct; it is counted as what the gold says.
        scorer.add(&row("mixed", [15, 37], [0, 9]), &row("direct", [20, 38], [5, 9]));
        let (exact, token, speaker) = scorer.figures("mixed").unwrap();
        assert_eq!(exact, Counts { right: 1, wrong: 0, missed: 0 });
        assert_eq!(token, Counts { right: 4, wrong: 0, missed: 1 });
        assert_eq!(speaker, 1.0);
        assert_eq!(scorer.figures("direct").unwrap().0, Counts::default());
        assert_eq!(scorer.role("cue").unwrap(), Counts { right: 1, wrong: 0, missed: 0 });
        assert_eq!(scorer.role("speaker").unwrap(), Counts { right: 0, wrong: 1, missed: 1 });
    }

    #[test]
    fn a_speaker_is_asked_for_only_where_half_the_content_was_found() {
        let mut scorer = Quotes::new(false);
        scorer.add(&row("mixed", [15, 37], [0, 9]), &row("mixed", [30, 37], [0, 9]));
        assert_eq!(scorer.groups[0].speakers, 0);
    }

    #[test]
    fn pieces_are_scored_apart_when_asked_to_be() {
        let mut gold = row("mixed", [20, 28], [0, 9]);
        gold.quotes[0].content.push([29, 37]);
        for (segments, expected) in [(true, 2), (false, 1)] {
            let mut scorer = Quotes::new(segments);
            scorer.add(&gold, &gold);
            assert_eq!(scorer.figures("all").unwrap().0, Counts { right: expected, wrong: 0, missed: 0 });
        }
    }
}
