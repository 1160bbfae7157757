//! Which place is meant, with the places of a text marked by hand.

use newsmark::{Document, EntityRecord, EntityType, OffsetUnit, PlaceValue, Value};
use newsmark_places::{Gazetteer, TABLE};

/// The values of the marked words: `[Paris]` is a GPE, `{Russian}` a NORP, `<Jordan>` a LOC, and `(Ana Ruiz)` a PERSON.
fn values(marked: &str) -> Vec<Option<PlaceValue>> {
    let (mut text, mut document, mut start) = (String::new(), Document::default(), 0);
    for c in marked.chars() {
        let kind = match c {
            '[' | '{' | '<' | '(' => {
                start = text.len();
                continue;
            }
            ']' => EntityType::Gpe,
            '}' => EntityType::Norp,
            '>' => EntityType::Loc,
            ')' => EntityType::Person,
            c => {
                text.push(c);
                continue;
            }
        };
        let range = [start, text.len()];
        document.entities.push(EntityRecord::new(document.entities.len(), range, kind, &text[start..]));
    }
    Gazetteer::new(TABLE).resolve(&text, &mut document, OffsetUnit::Utf8).unwrap();
    let place = |entity: EntityRecord| match entity.value {
        Some(Value::Place(place)) => Some(place),
        _ => None,
    };
    document.entities.into_iter().map(place).collect()
}

/// The ids of the marked words; 0 where there is none.
fn ids(marked: &str) -> Vec<u32> {
    values(marked).iter().map(|value| value.as_ref().and_then(|value| value.geonames).unwrap_or(0)).collect()
}

const GEORGIA_COUNTRY: u32 = 614540;
const GEORGIA_STATE: u32 = 4197000;
const WASHINGTON_CITY: u32 = 4140963;
const WASHINGTON_STATE: u32 = 5815135;

#[test]
fn a_place_has_its_value() {
    let value = values("It rained in [Pyongyang], [North Korea].");
    let north_korea = value[1].as_ref().unwrap();
    assert_eq!(north_korea.geonames, Some(1873107));
    assert_eq!(north_korea.name.as_deref(), Some("North Korea"));
    assert_eq!((north_korea.country.as_deref(), north_korea.kind.as_deref()), (Some("KP"), Some("country")));
    let (lat, lon) = (north_korea.lat.unwrap(), north_korea.lon.unwrap());
    assert!((38.0..43.0).contains(&lat) && (124.0..131.0).contains(&lon));
    assert!(north_korea.confidence.unwrap() > 0.9);
    assert_eq!(value[0].as_ref().unwrap().kind.as_deref(), Some("city"));
    // A continent is in no country, and its state tells readers something only if it has letters.
    let value = values("From [Texas] to [Europe] and [Lagos].");
    assert_eq!(value[0].as_ref().unwrap().region.as_deref(), Some("TX"));
    assert_eq!(value[1].as_ref().unwrap().country, None);
    assert_eq!(value[2].as_ref().unwrap().region, None);
}

#[test]
fn what_stands_beside_a_name_decides() {
    for (text, expected) in [
        ("He left [Paris], [Texas], for [Paris], [France].", vec![4717560, 4736286, 2988507, 3017382]),
        ("She moved from [Salem], [Ore.], to [Salem], [Mass.].", vec![5750162, 5744337, 4950065, 6254926]),
        ("[Birmingham], in [England], is older than [Birmingham], [Ala.]", vec![2655603, 6269131, 4049979, 4829764]),
        ("The {Indian} state of [Punjab] is smaller.", vec![0, 1259223]),
        ("He lives in [Frankfurt] an der Oder.", vec![2925535]),
        ("In [Ontario], [Ore.], it snowed.", vec![0, 5744337]),
        ("The province of [Salta] is dry.", vec![3838231]),
        ("The city of [Salta] is dry.", vec![3838233]),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

#[test]
fn the_article_decides() {
    for (text, expected) in [
        ("[Georgia] closed its border with [Russia]. In [Tbilisi], it rained.", vec![GEORGIA_COUNTRY, 2017370, 611717]),
        (
            "Voters in [Georgia] met in [Atlanta], [Macon] and [Savannah].",
            vec![GEORGIA_STATE, 4180439, 4207400, 4221552],
        ),
        ("[Washington] warned [Iran] and [Iraq].", vec![WASHINGTON_CITY, 130758, 99237]),
        (
            "Fires in [Washington] came near [Seattle], [Spokane] and [Yakima].",
            vec![WASHINGTON_STATE, 5809844, 5811696, 5816605],
        ),
        ("A fire in [Hyderabad] was seen in [Karachi], in [Pakistan].", vec![1176734, 1174872, 1168579]),
        ("[London] and [Paris] agree.", vec![2643743, 2988507]),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_place_of_the_table_has_no_value() {
    for text in [
        "The <Jordan> River is low.",
        "It flows down the [Benue] towards the sea.",
        "The [North] denies it.",
        "The <Red Sea> is warm.",
        "They climbed the <Andes>.",
        "(Marcus Jordan) scored. [Jordan] left the court.",
        "She was born in [Northwire].",
    ] {
        assert!(ids(text).iter().all(|&id| id == 0), "{text}");
    }
}

#[test]
fn peoples_have_countries() {
    for (people, country) in [
        ("Russian", Some("RU")),
        ("Indians", Some("IN")),
        ("South Korean", Some("KR")),
        ("British", Some("GB")),
        ("Scottish", Some("GB")),
        ("Texan", Some("US")),
        ("Ivorian", Some("CI")),
        ("Congolese", Some("CD")),
        ("Emirati", Some("AE")),
        ("Icelandic", Some("IS")),
        ("Togolese", Some("TG")),
        ("Palestinians", Some("PS")),
        ("Roman", None),
        ("European", None),
        ("Republican", None),
        ("Muslim", None),
        ("Indigenous", None),
        ("Democrats", None),
        ("Kurdish", None),
        ("Arab", None),
        ("Jewish", None),
        ("Latin", None),
        ("Christian", None),
    ] {
        let value = values(&format!("A {{{people}}} delegation arrived."));
        assert_eq!(value[0].as_ref().and_then(|value| value.country.as_deref()), country, "{people}");
        assert_eq!(value[0].as_ref().and_then(|value| value.geonames), None, "{people}");
    }
    let georgians = values("{Georgians} voted in [Georgia], from [Atlanta] to [Savannah].");
    assert_eq!(georgians[0].as_ref().unwrap().country.as_deref(), Some("US"));
}

#[test]
fn a_second_run_changes_nothing_and_other_values_stay() {
    let text = "It rained in Nairobi on Monday.";
    let mut document = Document::default();
    document.entities.push(EntityRecord::new(0, [13, 20], EntityType::Gpe, "Nairobi"));
    let mut monday = EntityRecord::new(1, [24, 30], EntityType::Date, "Monday");
    monday.value = serde_json::from_str(r#"{"timex": "DATE", "value": "XXXX-WXX-1", "anchor": "none"}"#).unwrap();
    document.entities.push(monday);
    let gazetteer = Gazetteer::new(TABLE);
    gazetteer.resolve(text, &mut document, OffsetUnit::Utf8).unwrap();
    assert!(document.entities.iter().all(|entity| entity.value.is_some()));
    let once = document.clone();
    gazetteer.resolve(text, &mut document, OffsetUnit::Utf8).unwrap();
    assert_eq!(document, once);
    assert!(gazetteer.resolve("It", &mut document, OffsetUnit::Utf8).is_err());
}

#[test]
fn a_damaged_table_has_fewer_places() {
    for table in ["", "\n", "=", "+TX", "=KP\tNorth Korea", "*\t\t\t", "Paris\tx\ty\tz\tw", "!\t1\t2\t3\t4"] {
        let mut document = Document::default();
        document.entities.push(EntityRecord::new(0, [0, 5], EntityType::Gpe, "Paris"));
        Gazetteer::new(table).resolve("Paris", &mut document, OffsetUnit::Utf8).unwrap();
        assert_eq!(document.entities[0].value, None, "{table:?}");
    }
}
