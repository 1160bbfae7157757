//! Hand-written cases. A case is right if everything in it is right.
//!
//! The same quoted spans must be found (for indirect speech, the same content), each with the same speaker's name or, if
//! the gold name is null, an overlapping speaker. A quoted span without a gold quotation must have no speaker.

use super::quotes::hull;
use super::shape::{Range, any_overlap, shown, slice, trim};
use super::{QuoteRow, Row, ratio};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// The scorer of cases.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Cases {
    /// The number of cases in which everything is right.
    pub right: usize,
    /// The number of all cases.
    pub all: usize,
    /// One line per error.
    pub problems: String,
}

impl Cases {
    /// Adds a case.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        let problems = problems(gold, &predicted.quotes);
        self.all += 1;
        self.right += usize::from(problems.is_empty());
        for problem in problems {
            let phenomenon = gold.phenomenon.as_deref().unwrap_or("unnamed phenomenon");
            _ = writeln!(self.problems, "{} ({phenomenon}): {problem}", gold.id);
        }
    }

    /// The errors, and the share of the cases that are right.
    pub fn report(&self) -> String {
        let Cases { right, all, problems } = self;
        format!("{problems}cases wholly right: {right}/{all} = {:.3}\n", ratio(*right, *all))
    }
}

fn problems(gold: &Row, found: &[QuoteRow]) -> Vec<String> {
    let text: Vec<char> = gold.text.chars().collect();
    let show = |range: Range| format!("“{}”", shown(&text, range));
    let spoken: HashMap<Range, &QuoteRow> =
        found.iter().flat_map(|q| q.quoted.iter().map(|&span| (trim(&text, span), q)).collect::<Vec<_>>()).collect();
    let reported: HashMap<Range, &QuoteRow> = found.iter().filter_map(|q| Some((hull(&text, q)?, q))).collect();
    let (mut out, mut seen) = (Vec::new(), HashSet::new());
    for want in &gold.quotes {
        let (spans, among) = if want.kind == "indirect" {
            (hull(&text, want).into_iter().collect(), &reported)
        } else {
            (want.quoted.iter().map(|&span| trim(&text, span)).collect::<Vec<_>>(), &spoken)
        };
        for span in spans {
            seen.insert(span);
            let shown = show(span);
            match (among.get(&span), &want.speaker_name) {
                (None, _) => out.push(format!("missing {shown}")),
                (Some(got), None) if !any_overlap(&want.speaker, &got.speaker) => {
                    let speaker: String = want.speaker.iter().flat_map(|&span| slice(&text, span)).collect();
                    out.push(format!("speaker of {shown} is not “{speaker}”"));
                }
                (Some(got), Some(name))
                    if name_key(name) != name_key(got.speaker_name.as_deref().unwrap_or_default()) =>
                {
                    let found = got.speaker_name.as_deref().unwrap_or("nobody");
                    out.push(format!("speaker of {shown}: {found}, not {name}"));
                }
                _ => {}
            }
        }
    }
    let has_speaker =
        |q: &QuoteRow| !q.speaker.is_empty() || q.speaker_name.as_deref().is_some_and(|name| !name.is_empty());
    let mut unsaid: Vec<_> = spoken.iter().filter(|(span, q)| !seen.contains(*span) && has_speaker(q)).collect();
    unsaid.sort_by_key(|(span, _)| **span);
    out.extend(unsaid.into_iter().map(|(&span, _)| format!("nobody said {}", show(span))));
    out
}

/// The part of a name that is compared: its words without case, points, courtesy titles and articles.
fn name_key(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split_whitespace()
        .map(|word| word.trim_matches('.').to_owned())
        .filter(|word| !matches!(word.as_str(), "mr" | "mrs" | "ms" | "dr" | "the" | "a" | "an"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(quotes: &str) -> Row {
        let text = "“Go,” said Mr. Bello. A “smart” car.";
        serde_json::from_str(&format!(r#"{{"id": "x", "text": "{text}", "quotes": [{quotes}]}}"#)).unwrap()
    }

    #[test]
    fn names_are_compared_without_titles_and_scare_quotes_have_no_speaker() {
        let gold = case(r#"{"type": "direct", "quoted": [[0, 5]], "speaker": [[11, 20]], "speaker_name": "Bello"}"#);
        let mut scorer = Cases::default();
        scorer.add(&gold, &case(r#"{"quoted": [[0, 5]], "speaker": [[11, 20]], "speaker_name": "Mr. Bello"}"#));
        assert_eq!(scorer.report(), "cases wholly right: 1/1 = 1.000\n");
        scorer.add(
            &gold,
            &case(r#"{"quoted": [[0, 5]], "speaker_name": null}, {"quoted": [[24, 31]], "speaker": [[0, 1]]}"#),
        );
        assert_eq!((scorer.right, scorer.all), (1, 2));
        assert_eq!(scorer.problems.lines().count(), 2);
        scorer.add(&gold, &case(""));
        assert!(scorer.report().contains("missing “Go”"));
    }
}
