//! Values of entities. A value is right if it has all that the gold value has; its other fields do not count.
//!
//! With the gold spans given, every gold value counts once. With the library's own spans, a value is right if it is that
//! of a gold span that its span overlaps, as in TempEval-3.

use super::shape::overlap;
use super::training::pronouns::gold_entities;
use super::{Counts, EntityRow, Row, ratio};
use newsmark::EntityType;
use newsmark::layout::Layout;
use newsmark::values::{Date, Value, find};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;

/// The scorer of values.
#[derive(Debug, Default)]
pub struct Values {
    /// By entity type or type of TIMEX3.
    given: BTreeMap<String, Counts>,
    own: Counts,
    own_spans: Counts,
    misses: String,
}

impl Values {
    /// Scores the values that the library gives to the gold spans.
    ///
    /// # Errors
    ///
    /// The row's date is not a date.
    pub fn add_given(&mut self, gold: &Row) -> io::Result<()> {
        let layout = Layout::of(&gold.text);
        let published = published(gold)?;
        let rows = gold_rows(gold);
        let entities = gold_entities(&layout, &rows);
        let values = find(&layout, &entities, published);
        // Not every row has become an entity: a span may be empty or of an unknown type.
        let found = |row: &EntityRow| {
            let one =
                |row: &EntityRow| gold_entities(&layout, std::slice::from_ref(row)).first().map(|entity| entity.span);
            let index = entities.iter().position(|entity| Some(entity.span) == one(row))?;
            values[index].as_ref()
        };
        for row in &rows {
            let Some(wanted) = &row.value else { continue };
            let found = found(row).map(json_of);
            // A gold value without fields says that there is none.
            let right =
                found.as_ref().map_or(*wanted == json!({}), |found| is_right(wanted, found) && *wanted != json!({}));
            let label = wanted.get("timex").and_then(Json::as_str).unwrap_or(&row.kind).to_owned();
            let counts = self.given.entry(label).or_default();
            *(if right { &mut counts.right } else { &mut counts.missed }) += 1;
            if !right {
                let words: String = gold.text.chars().skip(row.start).take(row.end - row.start).collect();
                let found = found.map_or("nothing".to_owned(), |found| found.to_string());
                _ = writeln!(self.misses, "{}\t{words:?}\t{wanted}\t{found}", gold.id);
            }
        }
        Ok(())
    }

    /// Scores the values of a document with the library's own spans. Only entities of the types that have gold values count.
    pub fn add_own(&mut self, gold: &Row, predicted: &Row) {
        let gold = gold_rows(gold);
        let wanted: Vec<&EntityRow> = gold.iter().filter(|row| row.value.is_some()).collect();
        // A corpus of times marks no amounts.
        let is_time = |kind: &str| matches!(kind, "DATE" | "TIME");
        let has_amounts = wanted.iter().any(|row| !is_time(&row.kind));
        let found: Vec<&EntityRow> =
            predicted.entities.iter().filter(|row| is_time(&row.kind) || has_amounts).collect();
        let (mut taken, mut used) = (vec![false; wanted.len()], vec![false; found.len()]);
        // Of several spans that overlap a gold span, one with the right value is the match.
        let mut right_value = 0;
        for needs_value in [true, false] {
            for (row, used) in found.iter().zip(&mut used).filter(|(_, used)| !**used) {
                let fits = |gold: &EntityRow| {
                    let value = row.value.as_ref().zip(gold.value.as_ref());
                    overlap([gold.start, gold.end], [row.start, row.end])
                        && (!needs_value || value.is_some_and(|(found, gold)| is_right(gold, found)))
                };
                let Some(at) = (0..wanted.len()).find(|&at| !taken[at] && fits(wanted[at])) else { continue };
                (taken[at], *used) = (true, true);
                right_value += usize::from(needs_value);
            }
        }
        let matched = taken.iter().filter(|taken| **taken).count();
        let (found, wanted) = (found.len(), wanted.len());
        self.own_spans += Counts { right: matched, wrong: found - matched, missed: wanted - matched };
        self.own += Counts { right: right_value, wrong: found - right_value, missed: wanted - right_value };
    }

    /// The share of the gold values that were right with the gold spans given.
    pub fn accuracy(&self) -> f64 {
        let (right, gold) = self.given.values().fold((0, 0), |(right, gold), c| (right + c.right, gold + c.gold()));
        ratio(right, gold)
    }

    /// The counts with the library's own spans.
    pub fn own(&self) -> Counts {
        self.own
    }

    /// One line for each gold value that was missed: id, words, wanted and found value.
    pub fn misses(&self) -> &str {
        &self.misses
    }

    /// The scores.
    pub fn report(&self) -> String {
        let gold: usize = self.given.values().map(|counts| counts.gold()).sum();
        let mut out = format!("given spans: accuracy {:.4} of {gold}\n", self.accuracy());
        for (label, counts) in &self.given {
            _ = writeln!(out, "  {label:12} {:.3} of {}", counts.recall(), counts.gold());
        }
        if self.own_spans != Counts::default() {
            let [spans, own] = [self.own_spans, self.own];
            _ = writeln!(out, "own spans: P {:.4}  R {:.4}  F1 {:.4}", spans.precision(), spans.recall(), spans.f1());
            _ = writeln!(out, "own values: P {:.4}  R {:.4}  F1 {:.4}", own.precision(), own.recall(), own.f1());
        }
        out
    }
}

/// The day of publication of a row.
///
/// # Errors
///
/// It is not a date.
pub fn published(row: &Row) -> io::Result<Option<Date>> {
    let date = row.date.as_deref().map(str::parse::<Date>).transpose();
    date.map_err(|error| io::Error::other(format!("{}: {error}", row.id)))
}

fn json_of(value: &Value) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// The entities of a row with gold values; of a corpus of time expressions, those.
fn gold_rows(row: &Row) -> Vec<EntityRow> {
    let timexes = row.timexes.iter().map(|timex| EntityRow {
        start: timex.start,
        end: timex.end,
        kind: (if timex.kind == "TIME" { EntityType::Time } else { EntityType::Date }).to_string(),
        value: Some(json!({ "timex": timex.kind, "value": timex.value })),
    });
    let mut rows: Vec<EntityRow> = row.entities.iter().cloned().chain(timexes).collect();
    rows.sort_by_key(|row| row.start);
    rows
}

fn is_right(wanted: &Json, found: &Json) -> bool {
    let empty = Map::new();
    let found = found.as_object().unwrap_or(&empty);
    wanted.as_object().is_some_and(|wanted| {
        wanted.iter().all(|(key, wanted)| match (wanted, found.get(key).unwrap_or(&Json::Null)) {
            (Json::String(wanted), Json::String(found)) => without_unknown(wanted) == without_unknown(found),
            (Json::Number(wanted), Json::Number(found)) => wanted.as_f64() == found.as_f64(),
            (wanted, found) => wanted == found,
        })
    })
}

/// TIMEX3 writes a decade as `199` or `199X`, and a year as `1998` or `1998-XX-XX`.
fn without_unknown(value: &str) -> &str {
    let mut rest = value;
    while let Some(shorter) = rest.strip_suffix("-XX").or_else(|| rest.strip_suffix('X')).filter(|rest| rest.len() >= 2)
    {
        rest = shorter;
    }
    if value.starts_with(|c: char| c.is_ascii_digit()) { rest } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_fields_of_the_gold_value_count() {
        let gold = json!({"timex": "DATE", "value": "199X"});
        assert!(is_right(&gold, &json!({"timex": "DATE", "value": "199", "anchor": "none"})));
        assert!(!is_right(&gold, &json!({"timex": "DATE", "value": "198"})));
        assert!(!is_right(&gold, &json!({"timex": "DURATION", "value": "199"})));
        assert!(is_right(&json!({"amount": 3, "high": null}), &json!({"amount": 3.0})));
        assert!(!is_right(&json!({"amount": 3, "high": null}), &json!({"amount": 3.0, "high": 4.0})));
    }

    #[test]
    fn given_and_own_spans_are_scored() {
        let row = r#"{"id":"a","text":"It rained yesterday and today.","date":"2023-07-28",
            "timexes":[{"start":10,"end":19,"type":"DATE","value":"2023-07-27"},{"start":24,"end":29,"type":"DATE","value":"2023"}]}"#;
        let row: Row = serde_json::from_str(row).unwrap();
        let mut scorer = Values::default();
        scorer.add_given(&row).unwrap();
        assert_eq!(scorer.accuracy(), 0.5);
        assert!(scorer.misses().contains("today"));
        let own = r#"{"entities":[{"start":8,"end":19,"type":"DATE","value":{"timex":"DATE","value":"2023-07-27"}}]}"#;
        scorer.add_own(&row, &serde_json::from_str(own).unwrap());
        assert_eq!(scorer.own(), Counts { right: 1, wrong: 0, missed: 1 });
        let bad = Row { date: Some("July".to_owned()), ..row };
        assert!(scorer.add_given(&bad).is_err());
    }
}
