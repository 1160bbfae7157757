//! Short forms of the names of organisations: without the legal form, as an acronym, by the first words.

use super::name_words::{Word, joined, words};
use crate::lexicon;

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

/// Words that, behind a company's name, make the name of something that it sells.
const PRODUCT: &[&str] = &[
    "app", "arcade", "assistant", "card", "cloud", "drive", "earth", "fit", "glass", "go", "kindle", "lite", "mail",
    "maps", "max", "messenger", "mini", "music", "pad", "pass", "pay", "phone", "play", "plus", "premium", "prime",
    "pro", "search", "store", "stream", "translate", "tv", "wallet", "watch",
];

/// Last words of the names of clubs.
const CLUB: &[&str] =
    &["albion", "athletic", "city", "county", "hotspur", "orient", "rovers", "town", "united", "villa", "wanderers"];

/// The word that a club is called by: "Rovers" for "Tarrow Rovers", "Bulls" for "Chicago Bulls".
pub fn club_word(words: &[Word]) -> Option<&str> {
    let [_, .., last] = words else { return None };
    let key = last.key.as_str();
    let plural =
        words.len() == 2 && key.len() > 4 && key.ends_with('s') && !key.ends_with("ss") && lexicon::flags(key) == 0;
    (CLUB.contains(&key) || plural).then_some(key)
}

/// Whether this is the name of a club.
pub fn is_club(name: &str) -> bool {
    club_word(&words(name)).is_some()
}

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
    let product = rest.last().is_some_and(|word| PRODUCT.contains(&word.key.as_str()));
    !product && !rest.iter().any(names_other_body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_has_no_legal_form() {
        for (name, kept) in [
            ("Acme Steel Co.", "acme steel"),
            ("Acme Steel & Co. Ltd.", "acme steel"),
            ("Acme and Company", "acme"),
            ("Acme Steel", "acme steel"),
            ("Co-op Bank", "co op bank"),
            ("Limited", "limited"),
        ] {
            assert_eq!(joined(core(&words(name))), kept, "{name}");
        }
    }

    #[test]
    fn an_office_turned_round() {
        for (name, expected) in [
            ("Department of Fish", Some("fish department")),
            ("Ministry of the Interior", Some("interior ministry")),
            ("University of North Varde", Some("north varde university")),
            ("Bank of The", Some("the bank")),
            ("League of Towns", None),
            ("Department for Fish", None),
            ("Department of", None),
            ("Fish Department", None),
        ] {
            assert_eq!(turned(&words(name)).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn acronyms_with_and_without_small_words_and_the_legal_form() {
        for (name, expected) in [
            ("Varde Rail Board", vec!["vrb"]),
            ("League of Free Towns", vec!["lft", "loft"]),
            ("Fish and Game Board", vec!["fgb", "fagb"]),
            ("Varde Rail Co.", vec!["vrc", "vr"]),
            ("Hill & Dale", vec!["hd", "h&d"]),
            ("UN Fish Board", vec!["unfb"]),
            // A longer word in capitals gives its initial.
            ("VARDE Fish Board", vec!["vfb"]),
            ("Varde", vec![]),
        ] {
            let mut found = acronyms(&words(name));
            let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn a_product_is_not_its_maker() {
        for rest in ["Pay", "Mini", "Cloud Drive"] {
            assert!(!may_drop(&words(rest)), "{rest}");
        }
        for rest in ["Holdings", "Pay Systems", "Cloud Services Group"] {
            assert_eq!(may_drop(&words(rest)), !rest.contains("Services"), "{rest}");
        }
    }

    #[test]
    fn a_club_is_called_by_its_last_word() {
        for (name, word) in [
            ("Varde Rovers", Some("rovers")),
            ("Varde United", Some("united")),
            ("Varde Bulls", Some("bulls")),
            ("Varde Shipping Lines", None),
            ("Rovers", None),
            ("Varde Press", None),
            ("Varde Rail", None),
        ] {
            assert_eq!(club_word(&words(name)), word, "{name}");
        }
    }

    #[test]
    fn words_that_name_another_body_may_not_be_dropped() {
        for (rest, may) in [("Shipping Lines", true), ("Group", true), ("University", false), ("Fish Museum", false)] {
            assert_eq!(may_drop(&words(rest)), may, "{rest}");
        }
    }
}
