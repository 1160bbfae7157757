//! The JSON form of corrections.

use newsmark_corrections::{Correction, History, Orphaned};
use serde_json::{Value, json};

fn kinds() -> Vec<Value> {
    vec![
        json!({"do": "mark", "at": [0, 3], "type": "WORK_OF_ART"}),
        json!({"do": "mark", "at": [0, 3], "type": "PERSON", "was": [0, 5], "everywhere": true}),
        json!({"do": "unmark", "at": [0, 3], "everywhere": true}),
        json!({"do": "quote", "at": [0, 3], "was": [2, 5]}),
        json!({"do": "unquote", "at": [0, 3]}),
        json!({"do": "speaker", "at": [0, 3], "who": [5, 6]}),
        json!({"do": "speaker", "at": [0, 3], "who": "Ann"}),
        json!({"do": "speaker", "at": [0, 3], "who": null}),
        json!({"do": "rename", "at": [0, 3], "name": "Ann"}),
        json!({"do": "merge", "at": [0, 3], "into": [5, 6]}),
        json!({"do": "move", "at": [0, 3], "to": [5, 6], "everywhere": true}),
        json!({"do": "move", "at": [0, 3], "to": null}),
        json!({"do": "accept", "at": [0, 3]}),
        json!({"do": "note", "at": [0, 3], "text": "Ask again."}),
    ]
}

#[test]
fn every_kind_round_trips() {
    for value in kinds() {
        let correction: Correction = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(&correction).unwrap(), value);
    }
}

#[test]
fn invalid_corrections_are_rejected() {
    for value in kinds() {
        for key in value.as_object().unwrap().keys().filter(|key| *key != "everywhere" && *key != "was") {
            let mut less = value.clone();
            less.as_object_mut().unwrap().remove(key);
            // A file may omit a key whose value is null.
            if value[key] != Value::Null {
                assert!(
                    serde_json::from_value::<Correction>(less).is_err() || key == "to" || key == "who",
                    "{key} of {value}"
                );
            }
        }
        for key in value.as_object().unwrap().keys() {
            let mut wrong = value.clone();
            wrong[key] = json!(7);
            assert!(serde_json::from_value::<Correction>(wrong).is_err(), "{key} of {value}");
        }
        let mut more = value.clone();
        more["more"] = json!(1);
        assert!(serde_json::from_value::<Correction>(more).is_err(), "{value}");
    }
    for at in [json!([-1, 2]), json!([0.5, 2]), json!(["0", 2]), json!([0]), json!([0, 1, 2]), json!(null), json!({})] {
        assert!(serde_json::from_value::<Correction>(json!({"do": "unmark", "at": at})).is_err(), "{at}");
    }
    for value in [json!(null), json!(1), json!("unmark"), json!([]), json!({}), json!({"do": "toString", "at": [0, 1]})]
    {
        assert!(serde_json::from_value::<Correction>(value.clone()).is_err(), "{value}");
    }
}

#[test]
fn history_must_match_its_text() {
    let history = |corrections: Value, lost: Value| -> History {
        serde_json::from_value(json!({"corrections": corrections, "future": [], "lost": lost})).unwrap()
    };
    let fits = |corrections: Value, lost: Value| {
        history(corrections, lost).check("🎉 Ann", newsmark::OffsetUnit::Utf16).is_ok()
    };
    assert!(fits(json!([{"do": "unmark", "at": [3, 6]}]), json!([])));
    for at in [[5, 5], [6, 5], [0, 7]] {
        assert!(!fits(json!([{"do": "unmark", "at": at}]), json!([])), "{at:?}");
    }
    assert!(!fits(json!([{"do": "rename", "at": [3, 6], "name": " "}]), json!([])));
    let merge = json!({"do": "merge", "at": [0, 3], "into": [2, 5]});
    for (passages, sound) in
        [(json!(["Ann Lee", "Jo Lee"]), true), (json!(["Ann Lee", "Jo"]), false), (json!(["Ann Lee"]), false)]
    {
        assert_eq!(fits(json!([]), json!([{"correction": merge, "passages": passages}])), sound, "{passages}");
    }
    assert!(serde_json::from_value::<Orphaned>(json!({"correction": merge, "passages": ["Ann Lee", 5]})).is_err());
}
