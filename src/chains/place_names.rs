//! Names of one place that do not look alike.

use super::name_words::{joined, words};

/// Names and the one under which they are compared, both as [`super::name_words`] makes them.
const ALIASES: &[(&str, &str)] = &[
    ("america", "united states"),
    ("usa", "united states"),
    ("us", "united states"),
    ("united states of america", "united states"),
    ("u s", "united states"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("uk", "united kingdom"),
    ("gb", "united kingdom"),
    ("uae", "united arab emirates"),
    ("emirates", "united arab emirates"),
    ("prc", "china"),
    ("peoples republic of china", "china"),
    ("mainland china", "china"),
    ("roc", "taiwan"),
    ("republic of china", "taiwan"),
    ("ussr", "soviet union"),
    ("russian federation", "russia"),
    ("drc", "dr congo"),
    ("democratic republic of congo", "dr congo"),
    ("democratic republic of the congo", "dr congo"),
    ("dprk", "north korea"),
    ("democratic peoples republic of korea", "north korea"),
    ("rok", "south korea"),
    ("republic of korea", "south korea"),
    ("burma", "myanmar"),
    ("cote divoire", "ivory coast"),
    ("czechia", "czech republic"),
    ("holland", "netherlands"),
    ("swaziland", "eswatini"),
    ("turkiye", "turkey"),
    ("ksa", "saudi arabia"),
    ("kingdom of saudi arabia", "saudi arabia"),
    ("bosnia", "bosnia and herzegovina"),
    ("bosnia herzegovina", "bosnia and herzegovina"),
    ("macedonia", "north macedonia"),
    ("trinidad", "trinidad and tobago"),
    ("car", "central african republic"),
    ("png", "papua new guinea"),
    ("gdr", "east germany"),
    ("frg", "west germany"),
    ("eu", "european union"),
    ("un", "united nations"),
    ("nyc", "new york city"),
    ("la", "los angeles"),
    ("sf", "san francisco"),
    ("dc", "washington"),
    ("washington dc", "washington"),
    ("washington d c", "washington"),
    ("bombay", "mumbai"),
    ("calcutta", "kolkata"),
    ("madras", "chennai"),
    ("peking", "beijing"),
    ("saigon", "ho chi minh city"),
    ("kyiv", "kiev"),
    ("ala", "alabama"),
    ("ariz", "arizona"),
    ("ark", "arkansas"),
    ("calif", "california"),
    ("colo", "colorado"),
    ("conn", "connecticut"),
    ("del", "delaware"),
    ("fla", "florida"),
    ("ga", "georgia"),
    ("ill", "illinois"),
    ("ind", "indiana"),
    ("kan", "kansas"),
    ("ky", "kentucky"),
    ("md", "maryland"),
    ("mass", "massachusetts"),
    ("mich", "michigan"),
    ("minn", "minnesota"),
    ("miss", "mississippi"),
    ("mo", "missouri"),
    ("mont", "montana"),
    ("neb", "nebraska"),
    ("nev", "nevada"),
    ("nh", "new hampshire"),
    ("nj", "new jersey"),
    ("nm", "new mexico"),
    ("ny", "new york"),
    ("nc", "north carolina"),
    ("nd", "north dakota"),
    ("okla", "oklahoma"),
    ("ore", "oregon"),
    ("pa", "pennsylvania"),
    ("ri", "rhode island"),
    ("sc", "south carolina"),
    ("sd", "south dakota"),
    ("tenn", "tennessee"),
    ("tex", "texas"),
    ("vt", "vermont"),
    ("va", "virginia"),
    ("wash", "washington"),
    ("wis", "wisconsin"),
    ("wyo", "wyoming"),
    ("nsw", "new south wales"),
    ("bc", "british columbia"),
    ("gop", "republican party"),
    ("fed", "federal reserve"),
    ("federal reserve board", "federal reserve"),
    ("federal reserve system", "federal reserve"),
];

/// The name under which this one is compared.
pub fn canonical(key: &str) -> &str {
    ALIASES.iter().find(|&&(alias, _)| alias == key).map_or(key, |&(_, name)| name)
}

/// A place's name in the form in which names are compared.
pub fn place_key(name: &str) -> String {
    canonical(&joined(&words(name))).to_owned()
}

/// Words that say what a place is, left out where the place is known without them.
const KINDS: &[&str] = &[
    "city", "county", "municipality", "prefecture", "province", "republic", "state", "strip", "township", "town",
    "village", "district",
];

/// The name without the word at its end or the words at its beginning that say what it is.
pub fn without_kind(key: &str) -> Option<&str> {
    let head = [
        "city of ", "state of ", "republic of ", "kingdom of ", "federal republic of ", "commonwealth of ", "town of ",
        "islamic republic of ",
    ];
    let tail = key.rsplit_once(' ').filter(|(_, kind)| KINDS.contains(kind)).map(|(name, _)| name);
    tail.or_else(|| head.iter().find_map(|head| key.strip_prefix(head)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn aliases_are_compared_under_one_name() {
        for (name, under) in [
            ("us", "united states"),
            ("america", "united states"),
            ("united states", "united states"),
            ("kyiv", "kiev"),
            ("calif", "california"),
            ("new america", "new america"),
            ("varde", "varde"),
        ] {
            assert_eq!(canonical(name), under, "{name}");
        }
    }

    #[test]
    fn each_alias_stands_once_as_names_are_made_and_leads_to_a_name_that_is_no_alias() {
        let aliases: HashSet<&str> = ALIASES.iter().map(|&(alias, _)| alias).collect();
        assert_eq!(aliases.len(), ALIASES.len());
        for &(alias, name) in ALIASES {
            assert_eq!((joined(&words(alias)).as_str(), joined(&words(name)).as_str()), (alias, name));
            assert!(!aliases.contains(name), "{name}");
        }
    }

    #[test]
    fn the_kind_of_a_place_may_be_left_out() {
        for (name, without) in [
            ("varde city", Some("varde")),
            ("north varde province", Some("north varde")),
            ("city of varde", Some("varde")),
            ("federal republic of varde", Some("varde")),
            ("varde river", None),
            ("city hall", None),
            ("county", None),
            ("old city of varde", None),
            ("cityvarde", None),
        ] {
            assert_eq!(without_kind(name), without, "{name}");
        }
    }
}
