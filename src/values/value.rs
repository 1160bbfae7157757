//! What an entity stands for, as the document has it.

use crate::names::named;
use serde::{Deserialize, Serialize};

/// What an entity stands for: a time, an amount or a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "EntityValue"))]
#[serde(untagged)]
pub enum Value {
    /// Of a `DATE` or `TIME`.
    Time(TimeValue),
    /// Of `MONEY`, `PERCENT`, `QUANTITY`, `CARDINAL` or `ORDINAL`.
    Amount(AmountValue),
    /// Of a `GPE`, `LOC` or `NORP`.
    Place(PlaceValue),
}

/// When something is, or how long it takes, as in TIMEX3, the annotation of times in TimeML.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TimeValue {
    /// Whether it is a day or longer (`DATE`), a time of day (`TIME`), a length of time (`DURATION`) or a time that
    /// comes again (`SET`).
    pub timex: Timex,
    /// The TIMEX3 value: `2023-07-25`, `2023-W30`, `2023-Q3`, `P2W`, `2023-07-25T17:00`. What is not known is `X`:
    /// `XXXX-07`. A range has both ends: `2010/2015`.
    pub value: String,
    /// How the value is changed, as in TIMEX3: `START` for "early July", `APPROX` for "about two weeks".
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub modifier: Option<String>,
    /// What the value was computed from: the day of publication, another date of the text, or neither.
    pub anchor: Anchor,
    /// The first day that it can mean, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earliest: Option<String>,
    /// The last day that it can mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub latest: Option<String>,
    /// The offset of the time zone that is named, such as `-05:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub zone: Option<String>,
}

/// The types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Timex {
    /// A day or a longer part of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes again.
    Set,
}

impl Timex {
    /// All of them.
    pub const ALL: [Timex; 4] = [Timex::Date, Timex::Time, Timex::Duration, Timex::Set];

    /// The name in TIMEX3.
    pub const fn as_str(self) -> &'static str {
        match self {
            Timex::Date => "DATE",
            Timex::Time => "TIME",
            Timex::Duration => "DURATION",
            Timex::Set => "SET",
        }
    }
}

named!(Timex, "TIMEX3 type");

/// What a time was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// The day of publication: "yesterday".
    Publication,
    /// Another date of the text: "two days later".
    Text,
    /// Neither: "3 July 2023", "three weeks", or what cannot be computed.
    None,
}

/// A number, an amount of money or a measurement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AmountValue {
    /// The number; of a range the lower end. "80p" is 0.8 pounds, "4%" is 4 per cent.
    pub amount: f64,
    /// The upper end of a range: 4,000,000 in "£3–4 million".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub high: Option<f64>,
    /// The currency's ISO 4217 code; of money whose currency is not certain there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub currency: Option<String>,
    /// The unit's UCUM code, such as `km`; `%` for a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub unit: Option<String>,
    /// The amount in the SI unit `si_unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub si: Option<f64>,
    /// The SI unit, such as `m`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub si_unit: Option<String>,
    /// Whether the text says that the number is not exact: "about", "more than", "up to".
    pub approx: bool,
}

/// A place of GeoNames, or the country of a people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlaceValue {
    /// The ISO 3166-1 code of the country, such as `KP`; null for a continent.
    #[serde(deserialize_with = "crate::document::required")]
    pub country: Option<String>,
    /// The id in GeoNames. A people ("Kenyan") has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub geonames: Option<u32>,
    /// The name in GeoNames.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
    /// The state of a city, such as `TX`, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub region: Option<String>,
    /// Whether it is a country, a state, a city or a continent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub kind: Option<String>,
    /// The latitude in degrees north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub lat: Option<f64>,
    /// The longitude in degrees east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub lon: Option<f64>,
    /// The probability that the place is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub confidence: Option<f64>,
}
