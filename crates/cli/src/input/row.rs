//! A row of an archive: its id, its text, and its other fields.

use newsmark::document::{Document, Metadata};
use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::fmt;

/// The names of the fields with the text and the id.
#[derive(Clone, Debug)]
pub struct Columns {
    pub text: String,
    pub id: String,
}

impl Default for Columns {
    fn default() -> Columns {
        Columns { text: "text".to_owned(), id: "id".to_owned() }
    }
}

/// A text, its id, and whatever else its row says about it.
pub struct Input {
    /// Any JSON value. It is written as it was read, so even a number of many digits stays the same.
    pub id: Box<RawValue>,
    pub text: String,
    pub fields: Fields,
    /// What was left out of a file, for standard error.
    pub note: Option<String>,
}

/// The other fields of a row, in their order, as they were written.
#[derive(Default)]
pub struct Fields(Vec<(String, Box<RawValue>)>);

impl Input {
    /// A text with a string as its id.
    pub fn of_file(id: &str, text: String) -> serde_json::Result<Input> {
        Ok(Input { id: to_raw_value(id)?, text, fields: Fields::default(), note: None })
    }

    /// Takes the text and the id out of a row's fields.
    pub fn of_fields(mut fields: Fields, columns: &Columns) -> Result<Input, String> {
        let missing = |name: &str| format!("missing field `{name}`");
        let text = fields.take(&columns.text).ok_or_else(|| missing(&columns.text))?;
        let text = serde_json::from_str::<String>(text.get())
            .map_err(|_| format!("the field `{}` is not a string", columns.text))?;
        let id = fields.take(&columns.id).ok_or_else(|| missing(&columns.id))?;
        Ok(Input { id, text, fields, note: None })
    }

    /// The id, without the quotation marks of a string.
    pub fn id_text(&self) -> String {
        serde_json::from_str(self.id.get()).unwrap_or_else(|_| self.id.get().to_owned())
    }

    /// What the other fields say about the article.
    pub fn metadata(&self) -> Metadata {
        Metadata::of_row(|name| self.fields.text(name))
    }
}

impl Fields {
    /// Leaves out annotations, which a row has that was annotated before.
    pub fn without_annotations(mut self) -> Fields {
        self.0.retain(|(name, _)| !Document::FIELDS.contains(&name.as_str()));
        self
    }

    /// The annotations of a row that was annotated before.
    pub fn annotations(&self) -> Fields {
        self.filtered(|name| Document::FIELDS.contains(&name))
    }

    pub fn has_annotations(&self) -> bool {
        self.0.iter().any(|(name, _)| Document::FIELDS.contains(&name.as_str()))
    }

    pub fn get(&self, name: &str) -> Option<&RawValue> {
        self.iter().find(|(field, _)| *field == name).map(|(_, value)| value)
    }

    /// The fields with these names.
    pub fn only(&self, names: &[String]) -> Fields {
        self.filtered(|name| names.iter().any(|wanted| wanted == name))
    }

    fn filtered(&self, wanted: impl Fn(&str) -> bool) -> Fields {
        Fields(self.0.iter().filter(|(name, _)| wanted(name)).cloned().collect())
    }

    pub fn push(&mut self, name: &str, value: Box<RawValue>) {
        self.0.push((name.to_owned(), value));
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.0.iter().map(|(name, value)| (name.as_str(), &**value))
    }

    /// Whether this is a row of an archive, and not a Newsmark file.
    pub fn is_row(&self, text_column: &str) -> bool {
        let has = |name: &str| self.0.iter().any(|(field, _)| field == name);
        has(text_column) && !has("document")
    }

    /// The last field with this name, in small letters or capitals, if it is a string.
    fn text(&self, name: &str) -> Option<String> {
        let (_, value) = self.0.iter().rfind(|(field, _)| field.eq_ignore_ascii_case(name))?;
        serde_json::from_str(value.get()).ok()
    }

    /// The last of the fields with this name, as JSON readers have it.
    fn take(&mut self, name: &str) -> Option<Box<RawValue>> {
        let last = self.0.iter().rposition(|(field, _)| field == name)?;
        let (_, value) = self.0.remove(last);
        self.0.retain(|(field, _)| field != name);
        Some(value)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Fields::default();
                while let Some(name) = map.next_key::<String>()? {
                    fields.0.push((name, map.next_value().map_err(A::Error::custom)?));
                }
                Ok(fields)
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// The fields, as they were written.
impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// The row as it can be read again.
impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("text", &self.text)?;
        for (name, value) in self.fields.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_name_the_same_things_differently() {
        let fields = r#"{"Headline": " Vote ", "title": "", "author": "A. Wekesa", "published": "2024-05-04T10:00:00Z",
            "source": "Keld Gazette", "tags": []}"#;
        let input =
            Input { fields: serde_json::from_str(fields).unwrap(), ..Input::of_file("a", String::new()).unwrap() };
        let Metadata { title, byline, date, site, url, .. } = input.metadata();
        assert_eq!([title, byline, date, site, url], ["Vote", "A. Wekesa", "2024-05-04", "Keld Gazette", ""]);
    }
}
