use serde::{Deserialize, Serialize};

/// What is known about an article beside its text. A field that is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metadata {
    /// Its identifier in the archive that it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The headline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who wrote it, without the word "By".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub byline: String,
    /// The day of publication, as `YYYY-MM-DD`. Expressions such as "on Tuesday" are counted from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The newspaper, agency or site that published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub site: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Its language, as a tag such as `en` or `en-GB`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
}

impl Metadata {
    /// What archives call the fields: the names that they have here, and others.
    const NAMES_IN_ROWS: [(&str, &str); 14] = [
        ("title", "title"),
        ("byline", "byline"),
        ("date", "date"),
        ("site", "site"),
        ("url", "url"),
        ("language", "language"),
        ("title", "headline"),
        ("byline", "author"),
        ("date", "published"),
        ("date", "publication_date"),
        ("site", "source"),
        ("site", "publisher"),
        ("url", "link"),
        ("language", "lang"),
    ];

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Metadata::default()
    }

    /// The names of fields that say something about the article of a row.
    pub fn names_in_rows() -> impl Iterator<Item = &'static str> {
        Metadata::NAMES_IN_ROWS.iter().map(|(_, name)| *name)
    }

    /// What a row of an archive says about its article, without its id. `text_of` gives the text of a field by its name,
    /// which is one of [`names_in_rows`](Metadata::names_in_rows). A time stamp counts as its day, and a date in another
    /// form than ISO 8601 is not known.
    pub fn of_row(text_of: impl Fn(&str) -> Option<String>) -> Metadata {
        let of = |field: &str| {
            let names = Metadata::NAMES_IN_ROWS.iter().filter(|(known, _)| *known == field);
            let mut texts = names.filter_map(|(_, name)| text_of(name)).map(|text| text.trim().to_owned());
            texts.find(|text| !text.is_empty()).unwrap_or_default()
        };
        Metadata {
            id: String::new(),
            title: of("title"),
            byline: of("byline"),
            date: day_of(of("date")),
            site: of("site"),
            url: of("url"),
            language: of("language"),
        }
    }
}

/// The day of a date or of a time stamp; empty if it is written in another way than ISO 8601.
fn day_of(mut date: String) -> String {
    let is_day = |day: &str| {
        let digits = |from: usize, to: usize| day.as_bytes()[from..to].iter().all(u8::is_ascii_digit);
        digits(0, 4) && &day[4..5] == "-" && digits(5, 7) && &day[7..8] == "-" && digits(8, 10)
    };
    match date.is_char_boundary(10) && date.len() >= 10 && date[..10].is_ascii() && is_day(&date[..10]) {
        true => date.truncate(10),
        false => date.clear(),
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_in_iso_8601_is_a_date() {
        for (date, expected) in [
            ("2024-05-04", "2024-05-04"),
            ("2024-05-04 10:00", "2024-05-04"),
            ("2024-05-04T10:00:00Z", "2024-05-04"),
            ("4 May 2024", ""),
            ("04/05/2024x", ""),
            ("", ""),
            ("é024-05-04", ""),
        ] {
            assert_eq!(day_of(date.to_owned()), expected, "{date}");
        }
    }
}
