//! Words that keep their full stop.

/// Titles before a name: the full stop after one never ends a sentence.
const TITLES: &[&str] = &[
    "adm", "amb", "brig", "capt", "cdr", "cmdr", "col", "cpl", "det", "dr", "drs", "fr", "gen", "gov", "hon", "insp",
    "jr", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mx", "pres", "prof", "pte", "pvt", "rep", "reps",
    "rev", "sen", "sens", "sgt", "spc", "sr", "st", "ste", "supt", "govs", "atty", "asst", "det", "dep", "cllr",
];

/// Other words that are usually written with a full stop.
const OTHERS: &[&str] = &[
    "apr", "assn", "aug", "ave", "bldg", "blvd", "bros", "cf", "co", "corp", "cos", "ct", "dec", "dept", "dist", "e.g",
    "est", "etc", "feb", "fig", "fla", "ft", "i.e", "inc", "jan", "jul", "jun", "ltd", "mass", "mich", "minn", "mfg",
    "mt", "mts", "no", "nos", "nov", "oct", "op", "ore", "pa", "penn", "pls", "plc", "pp", "pt", "rd", "sept", "sep",
    "tel", "tenn", "tex", "u.s", "univ", "vol", "vs", "wash", "wis", "calif", "colo", "conn", "ariz", "ark", "ala",
    "ga", "ill", "ind", "kan", "ky", "md", "mo", "mont", "neb", "nev", "okla", "va", "vt", "wyo", "ph.d", "esq", "al",
    "viz", "approx", "ext", "intl", "natl",
];

/// Abbreviations that are also common words: they keep a full stop only where the next word shows that the
/// sentence goes on.
const AMBIGUOUS: &[&str] = &[
    "no", "nos", "mass", "wash", "ill", "ind", "ore", "pa", "fig", "op", "mo", "al", "est", "dec", "mar", "jan", "jun",
    "jul", "pt", "ct", "ext", "fr", "det", "col", "gen", "rev", "ms", "tel", "miss", "sep", "dep",
];

/// Whether this word, in lower case and without its last full stop, is usually written with one.
pub fn is_abbreviation(word: &str) -> bool {
    TITLES.contains(&word) || OTHERS.contains(&word)
}

/// Whether this word, in lower case and without its full stop, is a title such as *mr* or *gov*.
pub fn is_title_abbreviation(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Whether this abbreviation is also a common word.
pub(super) fn is_ambiguous(word: &str) -> bool {
    AMBIGUOUS.contains(&word)
}
