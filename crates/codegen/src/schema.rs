//! The form of a document, as JSON Schema.

use super::{NOTICE, quoted};
use newsmark::Document;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// The schema of what is written: a field that is always there is required, also where it may be null.
pub fn document() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Document>().to_value()
}

/// For programs in other languages that read documents.
pub fn published(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// For the page, which checks documents from files: without the descriptions. As in Rust, a field with a default may be
/// missing, since files of an earlier version do not have it.
pub fn module(schema: &Value) -> String {
    format!(
        "{NOTICE}
/**
 * The form of a document, as a JSON Schema. conforms.js understands the keywords that are in it.
 * @type {{import(\"../document/conforms.js\").Schema}}
 */
export const DOCUMENT = {};
",
        by_line(&bare(schema))
    )
}

/// A line for each definition, and for each part of the whole.
fn by_line(schema: &Value) -> String {
    let lines = |value: &Value, indent: &str| -> String {
        let entries = value.as_object().into_iter().flatten().filter(|(key, _)| *key != "$defs");
        entries.map(|(key, value)| format!("{indent}{}: {value},\n", quoted(key))).collect()
    };
    format!("{{\n{}  \"$defs\": {{\n{}  }},\n}}", lines(schema, "  "), lines(&schema["$defs"], "    "))
}

/// The schema without what only people read.
fn bare(value: &Value) -> Value {
    const FOR_PEOPLE: [&str; 5] = ["$schema", "title", "description", "format", "default"];
    match value {
        Value::Object(map) => {
            let has_default =
                |field: &Value| field.as_str().is_some_and(|field| value["properties"][field].get("default").is_some());
            let mut map = map.clone();
            if let Some(Value::Array(required)) = map.get_mut("required") {
                required.retain(|field| !has_default(field));
            }
            let kept = map.iter().filter(|(key, value)| !(FOR_PEOPLE.contains(&key.as_str()) && value.is_string()));
            kept.map(|(key, value)| (key.clone(), bare(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(list) => list.iter().map(bare).collect(),
        other => other.clone(),
    }
}

/// The names of all types: the schema's own first, then those that it refers to, in the order in which it does.
pub fn names_of_types(schema: &Value) -> Vec<&str> {
    let mut names = vec![schema["title"].as_str().expect("the schema has a title")];
    let mut next = 0;
    while let Some(&name) = names.get(next) {
        let definition = if next == 0 { schema } else { &schema["$defs"][name] };
        for reference in references(definition) {
            if !names.contains(&reference) {
                names.push(reference);
            }
        }
        next += 1;
    }
    names
}

/// The fields of a record: the required ones as Rust has them, then the others.
pub fn fields(schema: &Value) -> Option<impl Iterator<Item = (&str, bool, &Value)>> {
    let properties: &Map<String, Value> = schema["properties"].as_object()?;
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let optional: Vec<&str> = properties.keys().map(String::as_str).filter(|name| !required.contains(name)).collect();
    let required = required.into_iter().map(|name| (name, false));
    let names = required.chain(optional.into_iter().map(|name| (name, true)));
    Some(names.map(|(name, optional)| (name, optional, &properties[name])))
}

/// The variants of an enum: names, or records that differ by their fields.
pub fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
    schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array())
}

/// The names of the types that a record's fields have, themselves or in lists, and of the variants of an enum.
fn references(schema: &Value) -> Vec<&str> {
    let fields = fields(schema).into_iter().flatten().map(|(_, _, field)| field);
    fields.chain(alternatives(schema).into_iter().flatten()).filter_map(reference).collect()
}

fn reference(schema: &Value) -> Option<&str> {
    let named = schema.get("$ref").or_else(|| schema["items"].get("$ref"));
    named.and_then(Value::as_str).map(|path| path.trim_start_matches("#/$defs/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_reads_documents_without_the_fields_that_have_a_default() {
        let required = |schema: &Value| schema["$defs"]["Quote"]["required"].as_array().unwrap().len();
        let schema = document();
        assert_eq!(required(&bare(&schema)) + 1, required(&schema));
        assert!(bare(&schema)["$defs"]["Quote"]["properties"]["medium"].get("default").is_none());
    }

    #[test]
    fn the_listed_fields_of_a_document_are_those_of_its_schema() {
        let schema = document();
        let mut described: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut listed = Document::FIELDS.to_vec();
        described.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, described);
    }
}
