//! The forms of English verbs, made and undone.

use super::verb::Verb;

/// A set of a verb's forms.
pub type Forms = u8;

/// *say*
pub const BASE: Forms = 1;
/// *says*
pub const THIRD: Forms = 1 << 1;
/// *said*; of irregular forms only the first, the past tense.
pub const PAST: Forms = 1 << 2;
/// *saying*
pub const ING: Forms = 1 << 3;
pub const FINITE: Forms = THIRD | PAST;
pub const ALL: Forms = BASE | THIRD | PAST | ING;

impl Verb {
    /// These forms of the verb.
    pub fn forms(&self, forms: Forms) -> impl Iterator<Item = String> {
        let base = self.base;
        let past = self.past.split(' ').next().filter(|past| !past.is_empty());
        [
            (BASE, base.to_owned()),
            (THIRD, third_person(base)),
            (PAST, past.map_or_else(|| regular_past(base), str::to_owned)),
            (ING, participle(base)),
        ]
        .into_iter()
        .filter(move |&(form, _)| forms & form != 0)
        .map(|(_, word)| word)
    }
}

fn third_person(base: &str) -> String {
    match stem_before_y(base) {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh", "go"].iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        None => format!("{base}s"),
    }
}

fn regular_past(base: &str) -> String {
    match stem_before_y(base) {
        Some(stem) => format!("{stem}ied"),
        None if base.ends_with('e') => format!("{base}d"),
        None => format!("{base}ed"),
    }
}

fn participle(base: &str) -> String {
    match base.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

/// The stem of a verb in a consonant and *y*: "den" of *deny*.
fn stem_before_y(base: &str) -> Option<&str> {
    base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// What the base form of this word may be, the likeliest first; the table of verbs says which of them exists.
pub fn bases(word: &str) -> impl Iterator<Item = String> {
    const ENDINGS: [(&str, &str); 8] =
        [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")];
    let regular = ENDINGS.iter().filter_map(|(ending, put)| Some(format!("{}{put}", word.strip_suffix(ending)?)));
    // "admitted", "quipping"
    let doubled = ["ed", "ing"].iter().filter_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        let mut end = stem.chars().rev();
        let (last, before) = (end.next()?, end.next()?);
        (last == before).then(|| stem[..stem.len() - last.len_utf8()].to_owned())
    });
    core::iter::once(word.to_owned()).chain(regular).chain(doubled)
}

/// Whether this form can be the verb of a main clause: not "saying".
pub fn is_finite(word: &str) -> bool {
    !word.to_ascii_lowercase().ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::super::verb::verb;
    use super::*;

    #[test]
    fn forms_are_spelled_as_in_english() {
        for (base, forms) in [
            ("say", ["say", "says", "sayed", "saying"]),
            ("deny", ["deny", "denies", "denied", "denying"]),
            ("stress", ["stress", "stresses", "stressed", "stressing"]),
            ("declare", ["declare", "declares", "declared", "declaring"]),
            ("agree", ["agree", "agrees", "agreed", "agreeing"]),
            ("go", ["go", "goes", "goed", "going"]),
        ] {
            assert_eq!(verb(base).forms(ALL).collect::<Vec<_>>(), forms);
        }
        assert_eq!(verb("write").past("wrote written").forms(FINITE).collect::<Vec<_>>(), ["writes", "wrote"]);
    }

    #[test]
    fn every_form_has_its_base_among_those_that_may_be() {
        for (word, base) in [
            ("explains", "explain"),
            ("replies", "reply"),
            ("explained", "explain"),
            ("declared", "declare"),
            ("denied", "deny"),
            ("admitted", "admit"),
            ("quipping", "quip"),
            ("declaring", "declare"),
            ("stresses", "stress"),
        ] {
            assert!(bases(word).any(|b| b == base), "{word}");
        }
        assert!(!is_finite("Saying") && is_finite("said"));
    }
}
