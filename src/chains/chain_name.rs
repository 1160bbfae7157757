//! The name of a chain: the fullest well-spelled form in the text, without title and possessive ending.

use super::person_name::is_title;
use crate::entities::EntityType;
use crate::text::without_possessive;
use std::collections::HashMap;

/// A longer form is more likely a whole phrase.
const LONGEST: usize = 9;

/// Chooses among the forms in which the name stands in the text.
pub fn choose<'t>(kind: EntityType, forms: impl Iterator<Item = &'t str>) -> String {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (place, form) in forms.enumerate() {
        counts.entry(bare(kind, form)).or_insert((0, place)).0 += 1;
    }
    let best = counts.into_iter().max_by_key(|&(form, (count, place))| (goodness(form), count, usize::MAX - place));
    best.map_or(String::new(), |(form, _)| form.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The form without article and possessive ending and, for a person, without titles.
fn bare(kind: EntityType, form: &str) -> &str {
    let mut form = without_possessive(form.trim()).trim_end();
    while let Some((word, rest)) = form.split_once(char::is_whitespace) {
        let outside = match kind {
            EntityType::Person => is_title(word.to_lowercase().trim_end_matches('.')),
            EntityType::WorkOfArt => false,
            _ => matches!(word, "the" | "The" | "a" | "an"),
        };
        if !outside {
            break;
        }
        form = rest.trim_start();
    }
    form
}

/// More whole words are better; among equals, a form in upper and lower case.
fn goodness(form: &str) -> (usize, bool, usize) {
    let words = form.split_whitespace();
    // Initials and acronyms do not count as whole words.
    let full = words
        .clone()
        .filter(|w| w.chars().filter(|c| c.is_alphanumeric()).count() > 1 && w.chars().any(char::is_lowercase))
        .count();
    let spelled = form.chars().any(char::is_uppercase) && form.chars().any(char::is_lowercase);
    let count = words.count();
    if count > LONGEST { (0, spelled, 0) } else { (full, spelled, count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(kind: EntityType, forms: &[&str]) -> String {
        choose(kind, forms.iter().copied())
    }

    #[test]
    fn the_fullest_form_without_title() {
        assert_eq!(chosen(EntityType::Person, &["Ames", "President Rosa Ames", "Rosa Ames’s"]), "Rosa Ames");
        assert_eq!(chosen(EntityType::Person, &["Juan P. Ortiz", "Juan Ortiz", "Ortiz"]), "Juan P. Ortiz");
        assert_eq!(chosen(EntityType::Person, &["RUIZ", "Ruiz"]), "Ruiz");
        assert_eq!(chosen(EntityType::Org, &["UN", "the United Nations"]), "United Nations");
        assert_eq!(chosen(EntityType::WorkOfArt, &["The Salt Road"]), "The Salt Road");
        assert_eq!(chosen(EntityType::Gpe, &["US", "US"]), "US");
    }
}
