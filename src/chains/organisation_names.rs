//! Short forms of the names of organisations: without the legal form, as an acronym, by the first words.

use super::name_words::{Word, joined};

/// Legal forms, which are left out at the end of a name.
const DESIGNATORS: &[&str] = &[
    "ab", "ag", "asa", "berhad", "bhd", "bv", "co", "company", "corp", "corporation", "cos", "gmbh", "inc",
    "incorporated", "kk", "llc", "llp", "lp", "limited", "ltd", "nv", "oyj", "plc", "pty", "sa", "sarl", "spa", "se",
    "kgaa", "cie", "pjsc", "ojsc",
];

/// Words that, behind a name, make the name of another organisation: a department, an offshoot, a related body.
const OTHER_BODY: &[&str] = &[
    "academy", "agency", "assembly", "association", "authority", "board", "bureau", "center", "centre", "club",
    "commission", "committee", "congress", "council", "court", "customs", "exchange", "force", "forum", "foundation",
    "fund", "government", "hospital", "institute", "journal", "league", "library", "magazine", "ministry", "museum",
    "navy", "office", "organization", "parliament", "police", "post", "program", "project", "school", "senate",
    "service", "services", "sports", "subcommittee", "summit", "team", "times", "trust", "union", "university",
    "college", "newsletter", "usa",
];

const STOP: &[&str] =
    &["of", "the", "and", "for", "in", "on", "de", "du", "des", "del", "la", "el", "et", "a", "an", "to"];

/// The name without its legal form: "Acme Steel Co." is "acme steel".
pub fn core(words: &[Word]) -> &[Word] {
    let mut end = words.len();
    while end > 1
        && (DESIGNATORS.contains(&words[end - 1].key.as_str()) || matches!(words[end - 1].key.as_str(), "&" | "and"))
    {
        end -= 1;
    }
    &words[..end]
}

/// "Department of Justice" in the order of "Justice Department".
pub fn turned(words: &[Word]) -> Option<String> {
    let [head, of, rest @ ..] = words else { return None };
    let office =
        matches!(head.key.as_str(), "department" | "ministry" | "bureau" | "office" | "university" | "house" | "bank");
    (office && of.key == "of" && !rest.is_empty()).then(|| {
        let rest = match rest {
            [the, rest @ ..] if the.key == "the" && !rest.is_empty() => rest,
            _ => rest,
        };
        format!("{} {}", joined(rest), head.key)
    })
}

/// Acronyms that this name may have: initials with and without small words and the legal form. A word that is an
/// acronym itself is taken whole ("UN General Assembly": "unga").
pub fn acronyms(words: &[Word]) -> Vec<String> {
    let mut out = Vec::new();
    for words in [words, core(words)] {
        for small in [false, true] {
            let mut acronym = String::new();
            for word in words {
                if word.key == "&" || (word.key == "and" && small) {
                    acronym.push(if word.key == "&" { '&' } else { 'a' });
                } else if STOP.contains(&word.key.as_str()) && !small {
                    continue;
                } else if word.capitals && word.key.len() <= 4 {
                    acronym.push_str(&word.key);
                } else {
                    acronym.extend(word.key.chars().next());
                }
            }
            if acronym.chars().count() >= 2 && !out.contains(&acronym) {
                if acronym.contains('&') {
                    out.push(acronym.replace('&', ""));
                }
                out.push(acronym);
            }
        }
    }
    out
}

/// Whether these words may be left out at the end of a name.
pub fn may_drop(rest: &[Word]) -> bool {
    let names_other_body = |word: &Word| OTHER_BODY.contains(&word.key.as_str());
    !rest.iter().any(names_other_body)
}
