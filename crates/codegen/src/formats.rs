//! The formats in which an article can be exported: the page's menu, and the npm package's type.

use super::{NOTICE, quoted, union};
use newsmark_formats::export::{Format, FormatGroup};

/// The menu of the page.
pub fn menu() -> String {
    let ids = union(Format::ALL.iter().map(|format| format.as_str()));
    let groups: String = FormatGroup::ALL.into_iter().map(group).collect();
    format!(
        "{NOTICE}
/**
 * What an article can be exported as, in the order of the menu: what it is called, and who or what can use it.
 * @typedef {{{{id: {ids}, label: string, about: string}}}} Format
 */

/** @type {{{{label: string, formats: Format[]}}[]}} */
export const GROUPS = [
{groups}];
"
    )
}

fn group(group: FormatGroup) -> String {
    let formats: String = group.formats().map(format).collect();
    format!("  {{\n    label: {},\n    formats: [\n{formats}    ],\n  }},\n", quoted(group.label()))
}

fn format(format: Format) -> String {
    let [id, label, about] = [format.as_str(), format.label(), format.about()].map(quoted);
    format!("      {{ id: {id}, label: {label}, about: {about} }},\n")
}

/// The names by which the npm package asks for them.
pub fn types() -> String {
    let variants: String = Format::ALL
        .iter()
        .map(|format| format!("\n  /** {}: {}. */\n  | {}", format.label(), format.about(), quoted(format.as_str())))
        .collect();
    format!("{NOTICE}\n/** What an annotated text can be written as. */\nexport type ExportFormat ={variants};\n")
}
