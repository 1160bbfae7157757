//! A JSON Schema as TypeScript's types, with its descriptions as comments.
//!
//! It knows the keywords that schemars writes for the library's types, and stops at any other.

use super::NOTICE;
use super::schema::{alternatives, fields, names_of_types};
use serde_json::Value;

const RANGE: &str = "\
/**
 * Start and end. Offsets count UTF-16 code units, as JavaScript's strings do: `text.slice(start, end)` gives the
 * words.
 */
export type Range = [number, number];
";

/// A module of types: the schema's own first, then those that it refers to, in the order in which it does.
pub fn types(schema: &Value) -> String {
    let mut module = NOTICE.to_owned();
    for (index, name) in names_of_types(schema).into_iter().enumerate() {
        let definition = if index == 0 { schema } else { &schema["$defs"][name] };
        module += &format!("\n{}", declaration(name, definition));
        if index == 0 {
            module += &format!("\n{RANGE}");
        }
    }
    module
}

fn declaration(name: &str, schema: &Value) -> String {
    let comment = comment("", schema);
    match fields(schema) {
        Some(fields) => {
            let fields: String = fields.map(|(name, optional, field)| property(name, optional, field)).collect();
            format!("{comment}export interface {name} {{\n{fields}}}\n")
        }
        None => format!("{comment}export type {name} ={};\n", variants(schema)),
    }
}

fn property(name: &str, optional: bool, schema: &Value) -> String {
    let mark = if optional { "?" } else { "" };
    format!("{}  {name}{mark}: {};\n", comment("  ", schema), type_of(schema))
}

/// The variants of an enum, each on a line of its own with its comment.
fn variants(schema: &Value) -> String {
    let variants = alternatives(schema).unwrap_or_else(|| panic!("neither a record nor an enum: {schema}"));
    match &variants[..] {
        [one] => format!(" {}", type_of(one)),
        all => all.iter().map(|one| format!("\n{}  | {}", comment("  ", one), type_of(one))).collect(),
    }
}

fn type_of(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(value) = schema.get("const") {
        return value.to_string();
    }
    match &schema["type"] {
        Value::String(name) => simple(name, schema),
        Value::Array(names) => {
            let names = names.iter().map(|name| simple(name.as_str().expect("a name of a type"), schema));
            names.collect::<Vec<_>>().join(" | ")
        }
        _ => panic!("no TypeScript is known for {schema}"),
    }
}

fn simple(name: &str, schema: &Value) -> String {
    match name {
        "integer" | "number" => "number".to_owned(),
        "string" | "boolean" | "null" => name.to_owned(),
        "array" if schema["minItems"] == 2 && schema["maxItems"] == 2 && schema["items"]["type"] == "integer" => {
            "Range".to_owned()
        }
        "array" => format!("{}[]", type_of(&schema["items"])),
        _ => panic!("no TypeScript is known for {schema}"),
    }
}

/// The description as a comment, broken where Rust's doc comment is.
fn comment(indent: &str, schema: &Value) -> String {
    let Some(description) = schema["description"].as_str() else { return String::new() };
    if description.contains('\n') {
        let lines = description.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
        return format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>());
    }
    format!("{indent}/** {description} */\n")
}
