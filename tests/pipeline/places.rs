//! Places linked to GeoNames.

use crate::floors::places as floor;
use crate::process::{newsmark, objects};
use crate::tools::{annotator, at_least, here, rows};
use newsmark::OffsetUnit;
use newsmark_evaluate::Places;
use newsmark_places::{Gazetteer, TABLE};
use serde_json::json;

#[test]
fn places_of_thirty_articles() {
    let rows = rows(&here("tests/data/places.jsonl"));
    assert_eq!(rows.len(), 30);
    let (annotator, gazetteer, mut scorer) = (annotator(), Gazetteer::new(TABLE), Places::default());
    for row in &rows {
        let mut document = annotator.annotate(&row.text, OffsetUnit::CodePoints);
        gazetteer.resolve(&row.text, &mut document, OffsetUnit::CodePoints).unwrap();
        scorer.add(row, &serde_json::from_value(serde_json::to_value(document).unwrap()).unwrap());
    }
    eprintln!("{}{}", scorer.misses(), scorer.report());
    at_least(scorer.right(), floor::RIGHT, "places with the right id");
    at_least(1.0 - scorer.wrong(), 1.0 - floor::WRONG, "links that are right");
}

#[test]
fn the_command_line_links_places_on_demand() {
    let text = "PARIS, Texas — The mayor flew to Pyongyang, North Korea, with a Kenyan minister.";
    let row = json!({ "id": 1, "text": text }).to_string();
    for (arguments, input) in
        [(&["annotate", "--places"][..], text), (&["annotate", "--places", "--jsonl"], row.as_str())]
    {
        let found = objects(&newsmark(arguments, input));
        let entities = found[0]["entities"].as_array().unwrap();
        let value = |words: &str| &entities.iter().find(|entity| entity["text"] == words).unwrap()["value"];
        assert_eq!(value("PARIS")["geonames"], 4717560);
        assert_eq!(value("North Korea")["country"], "KP");
        assert_eq!(value("Kenyan"), &json!({ "country": "KE" }));
    }
    let plain = objects(&newsmark(&["annotate"], text));
    assert!(plain[0]["entities"].as_array().unwrap().iter().all(|entity| entity.get("value").is_none()));
    let table = newsmark(&["annotate", "--places", "--format", "csv-entities"], text);
    assert!(String::from_utf8(table.stdout).unwrap().contains("1871859,\"KP\","));
}
