//! Places linked to GeoNames, and the countries of peoples.
//!
//! A gold place is right if an entity that overlaps it has its id. A link is wrong if no gold place that its entity
//! overlaps has its id: it may be of another place, or of no place at all. A gold place of the type ORG is a team or the
//! like that has the name of its city: it may be linked and need not be.

use super::shape::overlap;
use super::{EntityRow, Row, ratio};
use serde_json::Value as Json;
use std::fmt::Write;

/// The scorer of places.
#[derive(Debug, Default)]
pub struct Places {
    places: Score,
    peoples: Score,
    misses: String,
}

#[derive(Debug, Default)]
struct Score {
    right: usize,
    gold: usize,
    wrong: usize,
    shown: usize,
}

impl Places {
    /// Adds a document.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        // A people has a country and no id.
        for (score, has, key) in [
            (&mut self.places, is_place as fn(&EntityRow) -> bool, "geonames"),
            (&mut self.peoples, is_people, "country"),
        ] {
            let of = |row: &Row| row.entities.iter().filter(|row| has(row)).cloned().collect::<Vec<_>>();
            let (permitted, found) = (of(gold), of(predicted));
            let wanted: Vec<&EntityRow> = permitted.iter().filter(|row| row.kind != "ORG").collect();
            let same = |a: &EntityRow, b: &EntityRow| {
                overlap([a.start, a.end], [b.start, b.end]) && field(a, key) == field(b, key)
            };
            let is_found = |row: &&&EntityRow| found.iter().any(|found| same(row, found));
            let missed: Vec<&EntityRow> = wanted.iter().filter(|row| !is_found(row)).copied().collect();
            let is_wrong = |row: &&EntityRow| !permitted.iter().any(|wanted| same(wanted, row));
            let wrong: Vec<&EntityRow> = found.iter().filter(is_wrong).collect();
            score.gold += wanted.len();
            score.right += wanted.len() - missed.len();
            score.shown += found.len();
            score.wrong += wrong.len();
            for (what, rows) in [("missed", missed), ("wrong", wrong)] {
                for row in rows {
                    let words: String = gold.text.chars().skip(row.start).take(row.end - row.start).collect();
                    let value = row.value.as_ref().map_or(String::new(), Json::to_string);
                    _ = writeln!(self.misses, "{}\t{what}\t{words}\t{value}", gold.id);
                }
            }
        }
    }

    /// The share of the gold places that have the right id.
    pub fn right(&self) -> f64 {
        ratio(self.places.right, self.places.gold)
    }

    /// The share of the ids shown that are wrong.
    pub fn wrong(&self) -> f64 {
        ratio(self.places.wrong, self.places.shown)
    }

    /// One line for each place that was missed and each wrong link: id, which of the two, words and value.
    pub fn misses(&self) -> &str {
        &self.misses
    }

    /// The scores.
    pub fn report(&self) -> String {
        let line = |name: &str, score: &Score| {
            let Score { right, gold, wrong, shown } = *score;
            let (hit, error) = (100.0 * ratio(right, gold), 100.0 * ratio(wrong, shown));
            format!("{name}: right {hit:.1} % of {gold}, wrong {error:.1} % of {shown} shown\n")
        };
        line("places", &self.places) + &line("peoples", &self.peoples)
    }
}

fn field<'r>(row: &'r EntityRow, key: &str) -> Option<&'r Json> {
    row.value.as_ref()?.get(key)
}

fn is_place(row: &EntityRow) -> bool {
    field(row, "geonames").is_some()
}

fn is_people(row: &EntityRow) -> bool {
    row.kind == "NORP" && field(row, "country").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(entities: &str) -> Row {
        serde_json::from_str(&format!(
            r#"{{"id": "a", "text": "Paris, Texas. Kenyan. Jordan.", "entities": [{entities}]}}"#
        ))
        .unwrap()
    }

    #[test]
    fn places_and_peoples_are_scored_apart() {
        let paris = r#"{"start": 0, "end": 5, "type": "GPE", "value": {"geonames": 4717560, "country": "US"}}"#;
        let texas = r#"{"start": 7, "end": 12, "type": "GPE", "value": {"geonames": 4736286}}"#;
        let kenyan = r#"{"start": 14, "end": 20, "type": "NORP", "value": {"country": "KE"}}"#;
        let gold = row(&[paris, texas, kenyan].join(","));
        let mut scorer = Places::default();
        scorer.add(&gold, &gold);
        assert_eq!((scorer.right(), scorer.wrong()), (1.0, 0.0));
        assert_eq!(scorer.misses(), "");
        // One entity for both, and a link where there is no place.
        let whole = r#"{"start": 0, "end": 12, "type": "GPE", "value": {"geonames": 4717560}}"#;
        let jordan = r#"{"start": 22, "end": 28, "type": "GPE", "value": {"geonames": 248816}}"#;
        scorer.add(&gold, &row(&[whole, jordan].join(",")));
        assert_eq!(
            scorer.report(),
            "places: right 75.0 % of 4, wrong 25.0 % of 4 shown\npeoples: right 50.0 % of 2, wrong 0.0 % of 1 shown\n"
        );
        assert_eq!(scorer.misses().lines().count(), 3);
    }
}
