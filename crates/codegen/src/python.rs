//! A JSON Schema as Python's dataclasses, with its descriptions as docstrings.
//!
//! As [`super::typescript`], it knows the keywords that schemars writes for the library's types, and stops at any other.

use super::schema::{alternatives, fields, names_of_types};
use newsmark_formats::export::Format;
use serde_json::Value;

/// What stands above every file. Descriptions may be longer than a line.
const HEAD: &str = "\
# Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.
# ruff: noqa: E501
";

/// Python's name of the document, for which JavaScript has another one.
const DOCUMENT: &str = "Document";

/// The class whose methods a class has. They are written by hand, in `python/newsmark/_methods.py`.
fn base(name: &str, definition: &Value) -> &'static str {
    let has = |field: &str| definition["properties"].get(field).is_some();
    match name {
        DOCUMENT => "DocumentMethods",
        "Quote" => "QuoteMethods",
        "Chain" => "ChainMethods",
        _ if has("start") && !has("text") => "Words",
        _ if has("start") => "Span",
        _ => "Record",
    }
}

/// What a document has beside the annotations.
const TEXT: &str = "    text: str
    \"\"\"The text, exactly as it was given.\"\"\"

";
const MODEL: &str = "    model: str | None = field(default=None, repr=False, compare=False)
    \"\"\"The fingerprint of the model that found the annotations; None where it is not known.\"\"\"

";

/// The module `newsmark.document`: each type after those that it refers to.
pub fn types(schema: &Value) -> String {
    let names = names_of_types(schema);
    let definitions: Vec<(&str, &Value)> = names
        .iter()
        .enumerate()
        .map(|(index, &name)| if index == 0 { (DOCUMENT, schema) } else { (name, &schema["$defs"][name]) })
        .collect();
    let mut declarations = String::new();
    let mut after_class = false;
    for (name, definition) in definitions.iter().rev() {
        // As Python's style guide has it, two blank lines stand around a class.
        let is_class = fields(definition).is_some();
        declarations += if is_class || after_class { "\n\n" } else { "\n" };
        declarations += &declaration(name, definition, schema);
        after_class = is_class;
    }
    let records: String = definitions
        .iter()
        .rev()
        .filter(|(name, definition)| *name != DOCUMENT && fields(definition).is_some())
        .map(|(name, _)| format!("    {name},\n"))
        .collect();
    format!(
        "{HEAD}
\"\"\"What Newsmark finds in a text, as frozen dataclasses.

Offsets count code points, as Python's strings do: `text[start:end]` gives the words.
\"\"\"

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Union

from ._methods import ChainMethods, DocumentMethods, QuoteMethods, Record, Span, Words

Range = tuple[int, int]
\"\"\"Start and end: `text[start:end]` gives the words.\"\"\"
{declarations}

RECORDS: Sequence[type[Record]] = (
{records})
\"\"\"All classes of records in a document.\"\"\"
"
    )
}

/// The module `newsmark.formats`.
pub fn formats() -> String {
    let variants: String = Format::ALL
        .iter()
        .map(|format| format!("    # {}: {}.\n    \"{format}\",\n", format.label(), format.about()))
        .collect();
    format!(
        "{HEAD}
\"\"\"The formats of other programs.\"\"\"

from __future__ import annotations

from typing import Literal, get_args

ExportFormat = Literal[
{variants}]
\"\"\"What an annotated text can be written as.\"\"\"

EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
\"\"\"All of them.\"\"\"
"
    )
}

fn declaration(name: &str, definition: &Value, schema: &Value) -> String {
    let Some(fields) = fields(definition) else {
        return format!("{name} = {}\n{}", variants(definition), docstring("", definition));
    };
    let base = base(name, definition);
    let fields: String = fields.map(|(name, optional, field)| property(name, optional, field, schema)).collect();
    let (text, model) = if name == DOCUMENT { (TEXT, MODEL) } else { ("", "") };
    let body = format!("{text}{fields}{model}");
    format!(
        "\
@dataclass(frozen=True)
class {name}({base}):
{}
{}
",
        docstring("    ", definition),
        body.trim_end()
    )
}

fn property(name: &str, optional: bool, definition: &Value, schema: &Value) -> String {
    let mut kind = type_of(definition);
    let mut default = String::new();
    if optional {
        default = match default_factory(definition, schema) {
            Some(factory) => format!(" = field(default_factory={factory})"),
            None => " = None".to_owned(),
        };
        if default.ends_with("None") && !kind.ends_with("None") {
            kind += " | None";
        }
    }
    format!("    {name}: {kind}{default}\n{}\n", docstring("    ", definition))
}

/// An optional list is empty, and an optional record without required fields has none, where JSON lacks them.
fn default_factory<'s>(definition: &'s Value, schema: &'s Value) -> Option<&'s str> {
    if definition["type"] == "array" {
        return Some("tuple");
    }
    let name = definition["$ref"].as_str()?.trim_start_matches("#/$defs/");
    let record = &schema["$defs"][name];
    (fields(record).is_some() && record["required"].is_null()).then_some(name)
}

/// The variants of an enum.
fn variants(definition: &Value) -> String {
    let variants = alternatives(definition).unwrap_or_else(|| panic!("neither a record nor an enum: {definition}"));
    let is_union = variants.iter().any(|variant| variant.get("$ref").is_some());
    let entry = |variant: &Value| {
        let kind = if is_union { type_of(variant) } else { variant["const"].to_string() };
        format!("{}    {kind},\n", comment(variant))
    };
    let entries: String = variants.iter().map(entry).collect();
    match (is_union, &variants[..]) {
        (false, [one]) => format!("Literal[{}]", one["const"]),
        _ => format!("{}[\n{entries}]", if is_union { "Union" } else { "Literal" }),
    }
}

fn type_of(definition: &Value) -> String {
    if let Some(reference) = definition["$ref"].as_str() {
        return reference.trim_start_matches("#/$defs/").to_owned();
    }
    match &definition["type"] {
        Value::String(name) => simple(name, definition),
        Value::Array(names) => {
            let names = names.iter().map(|name| simple(name.as_str().expect("a name of a type"), definition));
            names.collect::<Vec<_>>().join(" | ")
        }
        _ => panic!("no Python is known for {definition}"),
    }
}

fn simple(name: &str, definition: &Value) -> String {
    match name {
        "integer" => "int".to_owned(),
        "number" => "float".to_owned(),
        "string" => "str".to_owned(),
        "boolean" => "bool".to_owned(),
        "null" => "None".to_owned(),
        "array" if definition["maxItems"] == 2 && definition["items"]["type"] == "integer" => "Range".to_owned(),
        "array" => format!("tuple[{}, ...]", type_of(&definition["items"])),
        _ => panic!("no Python is known for {definition}"),
    }
}

/// The description below what it describes, where editors look for it.
fn docstring(indent: &str, definition: &Value) -> String {
    let Some(description) = definition["description"].as_str() else { return String::new() };
    let description = for_python(description);
    let lines: Vec<String> = description
        .lines()
        .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
        .collect();
    let text = lines.join("\n");
    let end =
        if description.contains('\n') || description.ends_with('"') { format!("\n{indent}") } else { String::new() };
    format!("{indent}\"\"\"{}{end}\"\"\"\n", text.trim_start())
}

fn comment(definition: &Value) -> String {
    let description = definition["description"].as_str().unwrap_or_default();
    description.lines().map(|line| format!("    # {}\n", for_python(line))).collect()
}

/// JSON's null is Python's None.
fn for_python(description: &str) -> String {
    description.replace("null", "None")
}
