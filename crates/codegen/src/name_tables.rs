//! What the page knows about personal names when it looks for one person in many articles.

use super::{NOTICE, quoted};
use newsmark::chains::{FAMILY_NAMES, SHORT_FORMS};
use newsmark::lexicon::{ADDRESS, FEMALE, MALE, PERSONAL_TITLE, person_words};

pub fn module() -> String {
    let list = |flags| quoted(&person_words(flags).join(" "));
    let short_forms: String =
        SHORT_FORMS.iter().map(|(form, names)| format!("  {}: {},\n", quoted(form), quoted(names))).collect();
    format!(
        "{NOTICE}
/** Words for women, forms of address among them. */
export const WOMEN = {women};

/** Words for men, forms of address among them. */
export const MEN = {men};

/** Forms of address. */
export const ADDRESSES = {addresses};

/** Titles that belong to the name behind them. */
export const PERSONAL_TITLES = {titles};

/** Short forms of given names that do not begin like the full name. @type {{Record<string, string>}} */
export const SHORT_FORMS = {{
{short_forms}}};

/** Family names that stand before the given name. */
export const FAMILY_NAMES = {family_names};
",
        women = list(FEMALE),
        men = list(MALE),
        addresses = list(ADDRESS),
        titles = list(PERSONAL_TITLE),
        family_names = quoted(&FAMILY_NAMES.join(" ")),
    )
}
