//! Words that report speech.

/// Verbs that report what somebody says, in their base form. Most stand as the cue of a quotation in
/// PolNeAR's training part; the rest are their usual synonyms.
const VERBS: &[&str] = &[
    "accuse", "acknowledge", "add", "admit", "affirm", "agree", "allege", "announce", "answer", "apologise",
    "apologize", "argue", "ask", "assert", "assess", "assure", "bark", "beg", "blast", "boast", "brag", "call",
    "caution", "chant", "charge", "claim", "clarify", "comment", "complain", "concede", "conclude", "confess",
    "confide", "confirm", "contend", "continue", "counter", "criticise", "criticize", "cry", "declare", "decry",
    "demand", "denounce", "deny", "describe", "disclose", "dub", "echo", "elaborate", "email", "emphasise",
    "emphasize", "exclaim", "exhort", "explain", "gasp", "grumble", "hint", "inform", "insist", "instruct",
    "interject", "interrupt", "joke", "label", "lament", "laugh", "marvel", "mention", "mumble", "murmur", "muse",
    "mutter", "note", "object", "observe", "opine", "order", "plead", "pledge", "post", "praise", "predict",
    "proclaim", "promise", "pronounce", "protest", "query", "question", "quip", "read", "reason", "reassure", "recall",
    "recount", "reflect", "reiterate", "remark", "remember", "remind", "repeat", "reply", "report", "respond",
    "retort", "reveal", "roar", "rule", "say", "scoff", "scream", "shout", "shriek", "sigh", "snap", "sneer",
    "speculate", "state", "stress", "suggest", "summarise", "summarize", "swear", "tell", "testify", "text", "thunder",
    "tweet", "underline", "underscore", "urge", "volunteer", "vow", "warn", "whisper", "wonder", "write", "yell",
];

/// Past forms that adding "ed" does not make.
const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("told", "tell"),
    ("wrote", "write"),
    ("written", "write"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("read", "read"),
];

/// Verbs that report speech so seldom that only a quotation right beside them shows that they do.
const LOOSE: &[&str] =
    &["begin", "go", "open", "put", "end", "finish", "agree", "smile", "think", "believe", "feel", "start"];
const LOOSE_IRREGULAR: &[(&str, &str)] =
    &[("began", "begin"), ("went", "go"), ("put", "put"), ("thought", "think"), ("felt", "feel")];

/// The base form of a verb that reports speech.
pub fn reporting(word: &str) -> Option<&'static str> {
    base(word, VERBS, IRREGULAR)
}

/// The base form of a verb that can report speech beside a quotation.
pub fn loosely_reporting(word: &str) -> Option<&'static str> {
    reporting(word).or_else(|| base(word, LOOSE, LOOSE_IRREGULAR))
}

fn base(word: &str, verbs: &'static [&'static str], irregular: &[(&str, &'static str)]) -> Option<&'static str> {
    if word.len() < 3 || word.len() > 14 || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let known = |base: &str| verbs.iter().find(|&&v| v == base).copied();
    if let Some((_, verb)) = irregular.iter().find(|(form, _)| *form == word) {
        return Some(verb);
    }
    let stem = |ending: &str, put: &str| word.strip_suffix(ending).and_then(|s| known(&format!("{s}{put}")));
    // "explained", "declared", "replied", "admitted" and their forms in "s" and "ing".
    let doubled = |ending: &str| {
        let stem = word.strip_suffix(ending)?;
        let [.., before, last] = stem.as_bytes() else { return None };
        (before == last).then(|| known(&stem[..stem.len() - 1])).flatten()
    };
    known(&word)
        .or_else(|| stem("s", ""))
        .or_else(|| stem("es", ""))
        .or_else(|| stem("ies", "y"))
        .or_else(|| stem("ed", ""))
        .or_else(|| stem("ed", "e"))
        .or_else(|| stem("ied", "y"))
        .or_else(|| stem("ing", ""))
        .or_else(|| stem("ing", "e"))
        .or_else(|| doubled("ed"))
        .or_else(|| doubled("ing"))
}

/// Nouns more often than verbs in these very forms.
const NOUNS: &[&str] = &[
    "answer", "blast", "call", "charge", "claim", "comment", "demand", "echo", "email", "hint", "joke", "label",
    "laugh", "mention", "note", "object", "order", "pledge", "post", "praise", "promise", "query", "question",
    "reason", "remark", "reply", "report", "roar", "rule", "sigh", "state", "stress", "text", "tweet", "volunteer",
    "whisper", "cry", "beg",
];

/// A reporting verb that can be taken for one without a quotation right beside it: no noun, no name.
pub fn surely_reporting(word: &str) -> Option<&'static str> {
    if word.starts_with(char::is_uppercase) {
        return None;
    }
    let base = reporting(word)?;
    let bare = word == base
        || word.strip_suffix('s').is_some_and(|w| w == base)
        || word.strip_suffix("ies").is_some_and(|w| base.strip_suffix('y') == Some(w));
    (!bare || !NOUNS.contains(&base)).then_some(base)
}

/// A form that can be the verb of a main clause: not "saying", not the bare "say".
pub fn is_finite(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    !lower.ends_with("ing")
}

/// Stand between a subject and its verb.
pub fn is_adverb_or_auxiliary(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    (lower.ends_with("ly") && lower.len() > 4)
        || matches!(
            lower.as_str(),
            "has"
                | "have"
                | "had"
                | "also"
                | "later"
                | "then"
                | "once"
                | "again"
                | "often"
                | "even"
                | "still"
                | "just"
                | "now"
                | "already"
                | "always"
                | "never"
                | "would"
                | "will"
                | "was"
                | "is"
                | "were"
                | "are"
                | "did"
                | "does"
                | "could"
                | "may"
                | "might"
                | "can"
                | "ever"
                | "today"
                | "yesterday"
                | "soon"
                | "further"
                | "been"
                | "’ve"
                | "'ve"
                | "’d"
                | "'d"
        )
}

/// Who can stand for a speaker by itself.
pub fn is_subject_pronoun(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "he" | "she"
            | "they"
            | "it"
            | "i"
            | "we"
            | "you"
            | "who"
            | "one"
            | "others"
            | "some"
            | "many"
            | "another"
            | "both"
            | "everyone"
            | "someone"
            | "somebody"
            | "nobody"
    )
}

pub fn is_determiner(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "my"
            | "our"
            | "your"
            | "one"
            | "another"
            | "this"
            | "these"
            | "those"
            | "some"
            | "several"
            | "many"
            | "two"
            | "three"
            | "most"
            | "other"
    )
}
