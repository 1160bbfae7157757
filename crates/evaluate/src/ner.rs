//! Entities. A prediction is right if its start, end and type are equal to those of a gold entity.

use super::bootstrap::interval;
use super::shape::{Range, begins, overlap, slice};
use super::{Convention, Counts, EntityRow, Row};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

/// Maps two label sets to each other.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LabelMap {
    /// New names for the gold labels. `null` drops the entities with this label; `IGNORE` drops also the predictions that
    /// overlap them.
    gold: HashMap<String, Option<String>>,
    /// New names for the predicted labels. `null` drops the entities with this label.
    pred: HashMap<String, Option<String>>,
    /// Whether labels that are not listed are kept or dropped.
    default: Unlisted,
    /// Whether spans are compared without a leading article and a final *'s*.
    trim: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Unlisted {
    #[default]
    Keep,
    Drop,
}

const IGNORE: &str = "IGNORE";

type Span = (usize, usize, String);

/// The scorer of entities.
#[derive(Debug, Default)]
pub struct Ner {
    labels: LabelMap,
    convention: Convention,
    documents: Vec<Counts>,
    types: BTreeMap<String, Counts>,
}

impl Ner {
    /// A scorer that compares labels after mapping them.
    pub fn new(labels: LabelMap) -> Ner {
        Ner { labels, ..Ner::default() }
    }

    /// A scorer that brings the predicted spans to a convention before it compares them.
    #[must_use]
    pub fn with_convention(self, convention: Convention) -> Ner {
        Ner { convention, ..self }
    }

    /// Adds a document.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        let text: Vec<char> = gold.text.chars().collect();
        let (wanted, ignored) = self.spans(&gold.entities, &text, &self.labels.gold);
        let mut predicted = predicted.entities.clone();
        for entity in &mut predicted {
            let range = [entity.start, entity.end];
            [entity.start, entity.end] = self.convention.range(&text, range, &entity.kind);
        }
        let (mut found, _) = self.spans(&predicted, &text, &self.labels.pred);
        found.retain(|span| wanted.contains(span) || !ignored.iter().any(|&range| overlap(range, [span.0, span.1])));
        self.documents.push(Counts::of(&wanted, &found));
        for span in wanted.union(&found) {
            let counts = self.types.entry(span.2.clone()).or_default();
            match (wanted.contains(span), found.contains(span)) {
                (true, true) => counts.right += 1,
                (false, _) => counts.wrong += 1,
                (true, false) => counts.missed += 1,
            }
        }
    }

    /// The spans to compare, and the ranges to ignore.
    fn spans(
        &self,
        entities: &[EntityRow],
        text: &[char],
        names: &HashMap<String, Option<String>>,
    ) -> (HashSet<Span>, Vec<Range>) {
        let (mut kept, mut ignored) = (HashSet::new(), Vec::new());
        for entity in entities {
            let label = match names.get(&entity.kind) {
                Some(label) => label.clone(),
                None => (self.labels.default == Unlisted::Keep).then(|| entity.kind.clone()),
            };
            let range = [entity.start, entity.end];
            match label {
                None => {}
                Some(label) if label == IGNORE => ignored.push(range),
                Some(label) => {
                    let [start, end] = if self.labels.trim { bare(text, range) } else { range };
                    kept.insert((start, end, label));
                }
            }
        }
        (kept, ignored)
    }

    /// The counts over all types.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        for &counts in &self.documents {
            total += counts;
        }
        total
    }

    /// The scores, overall and for each type.
    pub fn report(&self) -> String {
        let total = self.total();
        let (low, high) = interval(&self.documents);
        let mut out = format!(
            "documents {}  P {:.4}  R {:.4}  F1 {:.4}  (95% over documents {low:.4}-{high:.4})\n",
            self.documents.len(),
            total.precision(),
            total.recall(),
            total.f1(),
        );
        let mut types: Vec<_> = self.types.iter().collect();
        types.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.gold()));
        for (label, counts) in types {
            let (p, r, f) = (counts.precision(), counts.recall(), counts.f1());
            _ = writeln!(out, "  {label:12} P {p:.3}  R {r:.3}  F1 {f:.3}  gold {}", counts.gold());
        }
        out
    }
}

/// The range without a leading article and a final *'s* or apostrophe, unless it contains nothing else.
fn bare(text: &[char], [mut start, mut end]: Range) -> Range {
    let inner = slice(text, [start, end]);
    if let Some(article) = ["the", "a", "an"]
        .into_iter()
        .find(|a| begins(inner, a) && inner.get(a.len()).is_some_and(|c| c.is_whitespace()))
    {
        let rest = inner.iter().skip(article.len()).position(|c| !c.is_whitespace());
        start += rest.map_or(0, |spaces| article.len() + spaces);
    }
    let inner = slice(text, [start, end]);
    let stem = match inner {
        [stem @ .., '\'' | '’', 's'] | [stem @ .., '\'' | '’'] => stem,
        _ => return [start, end],
    };
    let length = stem.iter().rposition(|c| !c.is_whitespace()).map_or(0, |last| last + 1);
    if length > 0 {
        end = start + length;
    }
    [start, end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, entities: &[(usize, usize, &str)]) -> Row {
        let entities = entities
            .iter()
            .map(|&(start, end, kind)| EntityRow { start, end, kind: kind.to_owned(), value: None })
            .collect();
        Row { text: text.to_owned(), entities, ..Row::default() }
    }

    #[test]
    fn start_end_and_type_must_be_equal() {
        let gold = row("Ana Prieto left Quito in May.", &[(0, 10, "PERSON"), (16, 21, "GPE"), (25, 28, "DATE")]);
        let found = row("", &[(0, 10, "PERSON"), (16, 21, "ORG"), (24, 28, "DATE")]);
        let mut scorer = Ner::default();
        scorer.add(&gold, &found);
        assert_eq!(scorer.total(), Counts { right: 1, wrong: 2, missed: 2 });
        assert_eq!(scorer.types["GPE"], Counts { right: 0, wrong: 0, missed: 1 });
        assert!(scorer.report().contains("PERSON       P 1.000  R 1.000  F1 1.000  gold 1"));
    }

    #[test]
    fn spans_are_compared_in_the_convention() {
        let gold = row("It cost $16.", &[(9, 11, "MONEY")]);
        let found = row("", &[(8, 11, "MONEY")]);
        for (convention, right) in [(Convention::Readers, 0), (Convention::OntoNotes, 1)] {
            let mut scorer = Ner::default().with_convention(convention);
            scorer.add(&gold, &found);
            assert_eq!(scorer.total().right, right);
        }
    }

    #[test]
    fn a_map_renames_drops_and_ignores() {
        let map = r#"{"default": "drop", "trim": true,
                      "gold": {"Location": "LOC", "Facility": "IGNORE"}, "pred": {"GPE": "LOC", "LOC": "LOC"}}"#;
        let text = "The Niger's banks, Ubungo Bridge, in 2021";
        let gold = row(text, &[(4, 9, "Location"), (19, 32, "Facility"), (37, 41, "Date")]);
        let found = row("", &[(0, 11, "LOC"), (19, 25, "GPE"), (37, 41, "DATE")]);
        let mut scorer = Ner::new(serde_json::from_str(map).unwrap());
        scorer.add(&gold, &found);
        assert_eq!(scorer.total(), Counts { right: 1, wrong: 0, missed: 0 });
    }

    #[test]
    fn an_entity_that_is_only_an_article_or_an_ending_is_kept() {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        assert_eq!(bare(&chars("the "), [0, 4]), [0, 4]);
        assert_eq!(bare(&chars("An Post ’s"), [0, 10]), [3, 7]);
        assert_eq!(bare(&chars("'s"), [0, 2]), [0, 2]);
        assert_eq!(bare(&chars("Texas'"), [0, 6]), [0, 5]);
        assert_eq!(bare(&chars("Theresa"), [0, 7]), [0, 7]);
    }
}
