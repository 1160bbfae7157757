//! Writes what JavaScript, TypeScript, Python and CSS need to know of the library: its tables, the form of a document, the
//! types, the colours of the marks.
//!
//! The files are committed, so that neither the page nor the packages for npm and Python need this crate to be built. A test
//! compares them with what would be written now; `scripts/generate.sh` writes them anew.

mod formats;
mod name_tables;
mod python;
mod schema;
mod style;
mod tables;
mod typescript;

/// A file, with its path from the repository's root.
pub struct Generated {
    /// Slashes, without one in front.
    pub path: &'static str,
    /// The whole content.
    pub content: String,
}

/// The repository's root.
pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Everything that is generated.
pub fn files() -> Vec<Generated> {
    let document = schema::document();
    let file = |path, content| Generated { path, content };
    vec![
        file("crates/formats/src/export/html/style-hash.txt", style::hash()),
        file("docs/document.schema.json", schema::published(&document)),
        file("npm/document.d.ts", typescript::types(&document)),
        file("npm/formats.d.ts", formats::types()),
        file("python/newsmark/document.py", python::types(&document)),
        file("python/newsmark/formats.py", python::formats()),
        file("www/generated/document-schema.js", schema::module(&document)),
        file("www/generated/formats.js", formats::menu()),
        file("www/generated/name-tables.js", name_tables::module()),
        file("www/generated/tables.js", tables::module()),
        file("www/generated/theme.css", style::theme()),
    ]
}

/// What stands above every file that can hold a comment.
const NOTICE: &str =
    "// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.\n";

/// A string as JavaScript and TypeScript write it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Strings as a union of types, each in quotation marks.
fn union<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    values.into_iter().map(quoted).collect::<Vec<_>>().join("|")
}
