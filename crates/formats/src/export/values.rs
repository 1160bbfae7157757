//! What entities stand for, in the words of the formats.

use newsmark::{AmountValue, EntityType, PlaceValue, TimeValue, Timex, Value};

/// The value as one string: a TIMEX3 value, a number with its currency or unit, or a GeoNames id.
pub fn in_short(value: &Value) -> String {
    match value {
        Value::Time(time) => time.value.clone(),
        Value::Amount(amount) => {
            let number = match amount.high {
                Some(high) => format!("{}–{high}", amount.amount),
                None => amount.amount.to_string(),
            };
            [Some(number), amount.currency.clone(), amount.unit.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }
        Value::Place(place) => match place.geonames {
            Some(id) => format!("geonames:{id}"),
            None => place.country.clone().unwrap_or_default(),
        },
    }
}

/// The columns of a table that the values fill.
pub const COLUMNS: [&str; 10] = [
    "value", "earliest", "latest", "amount", "up_to", "currency_or_unit", "geonames", "country", "latitude",
    "longitude",
];

/// Those that hold numbers.
pub const NUMBERS: [&str; 5] = ["amount", "up_to", "geonames", "latitude", "longitude"];

pub fn columns(value: Option<&Value>) -> [String; COLUMNS.len()] {
    let mut cells: [String; COLUMNS.len()] = Default::default();
    let number = |number: Option<f64>| number.map_or(String::new(), |number| number.to_string());
    match value {
        None => {}
        Some(Value::Time(time)) => {
            cells[0].clone_from(&time.value);
            cells[1] = time.earliest.clone().unwrap_or_default();
            cells[2] = time.latest.clone().unwrap_or_default();
        }
        Some(Value::Amount(amount)) => {
            cells[3] = amount.amount.to_string();
            cells[4] = number(amount.high);
            cells[5] = amount.currency.clone().or_else(|| amount.unit.clone()).unwrap_or_default();
        }
        Some(Value::Place(place)) => {
            cells[6] = place.geonames.map_or(String::new(), |id| id.to_string());
            cells[7] = place.country.clone().unwrap_or_default();
            [cells[8], cells[9]] = [number(place.lat), number(place.lon)];
        }
    }
    cells
}

/// The attributes of TEI's `att.datable` and `att.measurement`, and the reference to GeoNames.
pub fn attributes(value: &Value, kind: EntityType) -> Vec<(&'static str, String)> {
    match value {
        Value::Time(time) => of_time(time),
        Value::Amount(amount) => of_amount(amount, kind),
        Value::Place(place) => of_place(place),
    }
}

/// W3C dates: `@when` for a day, a month or a year, `@from` and `@to` for a range, and otherwise the days between which it
/// is. Durations are `@dur`.
fn of_time(time: &TimeValue) -> Vec<(&'static str, String)> {
    let is_known = !time.value.contains('X');
    let is_date = |value: &str| {
        let parts: Vec<&str> = value.split('-').collect();
        parts.len() <= 3 && parts[0].len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    match (time.timex, time.value.split_once('/')) {
        (Timex::Duration, _) if is_known => vec![("extent", time.value.clone())],
        (Timex::Date, Some((from, to))) if is_date(from) && is_date(to) => {
            vec![("from", from.to_owned()), ("to", to.to_owned())]
        }
        (Timex::Date, None) if is_date(&time.value) && time.modifier.is_none() => vec![("when", time.value.clone())],
        (Timex::Date | Timex::Time, _) => {
            let day = time
                .value
                .split_once('T')
                .filter(|(day, clock)| is_date(day) && clock.starts_with(|c: char| c.is_ascii_digit()));
            if let Some((day, clock)) = day {
                return vec![("when", format!("{day}T{clock}:00{}", time.zone.as_deref().unwrap_or_default()))];
            }
            let days = [("notBefore", &time.earliest), ("notAfter", &time.latest)];
            days.into_iter().filter_map(|(name, day)| Some((name, day.clone()?))).collect()
        }
        _ => Vec::new(),
    }
}

fn of_amount(amount: &AmountValue, kind: EntityType) -> Vec<(&'static str, String)> {
    // `num` has a value, `measure` a quantity with its unit.
    let is_number = matches!(kind, EntityType::Percent | EntityType::Cardinal | EntityType::Ordinal);
    let mut attributes = match amount.high {
        Some(high) => vec![("atLeast", amount.amount.to_string()), ("atMost", high.to_string())],
        None if is_number => vec![("value", amount.amount.to_string())],
        None => vec![("quantity", amount.amount.to_string())],
    };
    if !is_number {
        let unit = amount.currency.as_ref().or(amount.unit.as_ref());
        attributes.extend(unit.map(|unit| ("unit", unit.clone())));
    }
    attributes
}

fn of_place(place: &PlaceValue) -> Vec<(&'static str, String)> {
    place.geonames.map(|id| ("key", format!("geonames:{id}"))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    fn of(value: serde_json::Value, kind: EntityType) -> String {
        let value: Value = from_value(value).unwrap();
        let attributes = attributes(&value, kind).into_iter().map(|(name, value)| format!("{name}={value}"));
        attributes.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn times_are_datable() {
        let days = json!({"earliest": "2023-07-24", "latest": "2023-07-30"});
        for (timex, value, expected) in [
            ("DATE", "2023-07-25", "when=2023-07-25"),
            ("DATE", "2023-07", "when=2023-07"),
            ("DATE", "2010/2015", "from=2010 to=2015"),
            ("DATE", "2023-W30", "notBefore=2023-07-24 notAfter=2023-07-30"),
            ("TIME", "2023-07-25T17:00", "when=2023-07-25T17:00:00"),
            ("TIME", "2023-07-25TNI", "notBefore=2023-07-24 notAfter=2023-07-30"),
            ("DURATION", "P2W", "extent=P2W"),
            ("DURATION", "PXD", ""),
            ("SET", "P1D", ""),
        ] {
            let mut json = json!({"timex": timex, "value": value, "anchor": "none"});
            json.as_object_mut().unwrap().extend(days.as_object().unwrap().clone());
            assert_eq!(of(json, EntityType::Date), expected, "{value}");
        }
    }

    #[test]
    fn amounts_are_measured() {
        let money = json!({"amount": 3e6, "high": 4e6, "currency": "GBP", "approx": false});
        assert_eq!(of(money.clone(), EntityType::Money), "atLeast=3000000 atMost=4000000 unit=GBP");
        assert_eq!(in_short(&from_value(money).unwrap()), "3000000–4000000 GBP");
        let percent = json!({"amount": 4.5, "unit": "%", "approx": false});
        assert_eq!(of(percent, EntityType::Percent), "value=4.5");
        let place = json!({"country": "KP", "geonames": 1873107});
        assert_eq!(of(place.clone(), EntityType::Gpe), "key=geonames:1873107");
        assert_eq!(in_short(&from_value(place).unwrap()), "geonames:1873107");
    }
}
