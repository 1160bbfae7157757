//! Short texts of everyday news, each of a kind that tools like this one get wrong, and mirrors in which the opposite
//! is right.
//!
//! Each line of `data/everyday.jsonl` has a text and what must come out of it (`Expectation`). A snippet is a part of
//! the text, by its first place unless `occurrence` says another.

mod known_misses;

use known_misses::{KnownMiss, assert_no_other_miss};
use newsmark::document::{Document, EntityRecord, QuoteRecord};
use newsmark::text::OffsetUnit;
use newsmark::{Annotator, MODEL};
use serde::Deserialize;

/// Cases that are not wholly right yet, each with the reason. A case that becomes right must leave the list.
const KNOWN_MISSES: &[KnownMiss] = &[
    ("v005", "“shot back” after a quotation: the model joins the second quotation to the first speaker"),
    ("v022", "two first names that are seasons: the model sees a title"),
    ("v023", "Grace at the beginning of a sentence may be a name"),
    ("v025", "Rose at the beginning of a sentence may be a name"),
    ("v045", "a county beside a slash is a surname as well"),
    ("v053", "the possessive of a shop that has one in other names"),
    ("v056", "a fashion house with a founder’s name"),
    ("v114", "a province for a rugby team, without a score"),
    ("v126", "a town with a given name behind “In”"),
    ("v141", "a block quotation parts the words from their speaker"),
    ("v163", "an airline and a town without other evidence"),
    ("v180", "the second town of a hyphenated line"),
    ("v182", "a town of two surnames"),
    ("w003", "a thing that is stolen, in a list"),
    ("w048", "an invented firm at the beginning of two sentences, which the model does not see"),
    ("w073", "a town that is a surname, at the beginning"),
    ("w075", "a hill with a given name"),
    ("w076", "a river called by its second name only"),
    ("w092", "an airport without a capital"),
    ("w096", "a country behind a plural"),
    ("w125", "“years after” without a number"),
    ("w183", "an invented country, which the model does not see"),
    ("w192", "the main verb is not known as one"),
    ("w240", "the pronoun of an unnamed source"),
    ("x011", "the model sees a product in the airline’s name"),
    ("x055", "a county that is a given name"),
    ("x056", "a club that the model takes for a building"),
    ("x061", "a county that is a given name, in a cricket match"),
    ("x064", "an invented party, which the model does not see"),
    ("x073", "questions of an interview in bold, without labels"),
    ("x083", "a shop that is a common noun"),
];

/// Quotations of less confidence are not shown as speech.
const SURE: f64 = 0.2;

#[derive(Deserialize)]
struct Case {
    id: String,
    kind: String,
    text: String,
    expect: Vec<Expectation>,
}

/// What must hold. One of the first fields says of what; the others say more of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Expectation {
    /// An entity of exactly these words.
    entity: Option<String>,
    /// One entity over these words.
    entity_over: Option<String>,
    /// No entity touches these words.
    no_entity_over: Option<String>,
    /// A quotation touches these words, and all that do have this speaker.
    quote_over: Option<String>,
    /// A quotation of exactly these words, punctuation aside.
    quote_content: Option<String>,
    /// Nobody says these words.
    no_quote_over: Option<String>,
    quotes: Option<usize>,
    sentences: Option<usize>,
    same_chain: Option<[(String, usize); 2]>,
    different_chains: Option<[(String, usize); 2]>,
    /// Types of entities, with `|` between them.
    #[serde(rename = "type")]
    kind: Option<String>,
    types: Option<String>,
    /// The speaker's name, `null` for none.
    #[serde(deserialize_with = "given")]
    speaker_name: Option<Option<String>>,
    speaker_contains: Option<String>,
    occurrence: Option<usize>,
}

/// A field that is there, be it `null`.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(from).map(Some)
}

struct Found<'a> {
    text: &'a str,
    document: Document,
}

impl Found<'_> {
    /// Where a snippet stands for the n-th time.
    fn place(&self, snippet: &str, n: usize) -> [usize; 2] {
        let (start, _) = self.text.match_indices(snippet).nth(n - 1).unwrap_or_else(|| panic!("{snippet:?} ({n})"));
        [start, start + snippet.len()]
    }

    fn entities(&self, [start, end]: [usize; 2]) -> Vec<&EntityRecord> {
        self.document.entities.iter().filter(|e| e.start < end && e.end > start).collect()
    }

    fn quotes(&self, [start, end]: [usize; 2]) -> Vec<&QuoteRecord> {
        let touches = |quote: &&QuoteRecord| quote.content.iter().any(|&[from, to]| from < end && to > start);
        self.document.quotes.iter().filter(touches).collect()
    }

    fn words(&self, ranges: &[[usize; 2]]) -> String {
        ranges.iter().map(|&[start, end]| &self.text[start..end]).collect::<Vec<_>>().join(" ")
    }

    fn chain(&self, (snippet, n): &(String, usize)) -> Option<usize> {
        const LONGEST: usize = 60;
        let [start, end] = self.place(snippet, *n);
        let mentions =
            self.document.chains.iter().enumerate().flat_map(|(k, c)| c.mentions.iter().map(move |m| (k, m)));
        let touching =
            mentions.filter(|(_, m)| m.start < end && m.end > start && m.end - m.start <= LONGEST.max(end - start));
        touching.min_by_key(|(_, m)| m.end - m.start).map(|(k, _)| k)
    }

    /// What is wrong, or nothing.
    fn wrong(&self, expected: &Expectation) -> Option<String> {
        let n = expected.occurrence.unwrap_or(1);
        let kinds = expected.kind.as_deref().unwrap_or("");
        let of_kind = |e: &&EntityRecord| kinds.split('|').any(|kind| kind == e.kind.as_str());
        let shown = |entities: &[&EntityRecord]| {
            entities.iter().map(|e| format!("{} {}", e.kind.as_str(), e.text)).collect::<Vec<_>>().join(", ")
        };
        if let Some(snippet) = expected.entity.as_ref().or(expected.entity_over.as_ref()) {
            let [start, end] = self.place(snippet, n);
            let touching = self.entities([start, end]);
            let whole = |e: &&EntityRecord| match expected.entity {
                Some(_) => (e.start, e.end) == (start, end),
                None => e.start <= start && e.end >= end,
            };
            let right = touching.iter().any(|e| whole(e) && of_kind(e));
            return (!right).then(|| format!("{snippet:?} is no {kinds} but {}", shown(&touching)));
        }
        if let Some(snippet) = &expected.no_entity_over {
            let mut touching = self.entities(self.place(snippet, n));
            touching.retain(|e| expected.types.as_ref().is_none_or(|t| t.split('|').any(|t| t == e.kind.as_str())));
            return (!touching.is_empty()).then(|| format!("{snippet:?} is {}", shown(&touching)));
        }
        if let Some(snippet) = &expected.quote_over {
            let quotes = self.quotes(self.place(snippet, n));
            let none = quotes.is_empty().then(|| format!("nobody says {snippet:?}"));
            return none.or_else(|| quotes.into_iter().find_map(|quote| self.wrong_speaker(quote, expected)));
        }
        if let Some(content) = &expected.quote_content {
            let same = |quote: &&QuoteRecord| bare(&self.words(&quote.content)) == bare(content);
            return match self.document.quotes.iter().find(same) {
                Some(quote) => self.wrong_speaker(quote, expected),
                None => Some(format!("no quotation is {content:?}")),
            };
        }
        if let Some(snippet) = &expected.no_quote_over {
            let mut quotes = self.quotes(self.place(snippet, n)).into_iter().filter(|quote| quote.confidence >= SURE);
            return quotes.next().map(|quote| format!("somebody says {:?}", self.words(&quote.content)));
        }
        if let Some(count) = expected.quotes {
            let sure: Vec<String> = self
                .document
                .quotes
                .iter()
                .filter(|quote| quote.confidence >= SURE)
                .map(|quote| self.words(&quote.content))
                .collect();
            return (sure.len() != count).then(|| format!("{count} quotations are {sure:?}"));
        }
        if let Some(count) = expected.sentences {
            let found = self.document.sentences.len();
            return (found != count).then(|| format!("{found} sentences, not {count}"));
        }
        let (pair, same) = match (&expected.same_chain, &expected.different_chains) {
            (Some(pair), _) => (pair, true),
            (_, Some(pair)) => (pair, false),
            _ => panic!("nothing is expected: {expected:?}"),
        };
        let [one, other] = [0, 1].map(|k| self.chain(&pair[k]));
        ((one.is_some() && one == other) != same).then(|| format!("{pair:?} are {}", if same { "two" } else { "one" }))
    }

    fn wrong_speaker(&self, quote: &QuoteRecord, expected: &Expectation) -> Option<String> {
        let speaker = self.words(&quote.speaker);
        let name = expected.speaker_name.as_ref().is_none_or(|name| *name == quote.speaker_name);
        let contains = expected.speaker_contains.as_ref().is_none_or(|words| bare(&speaker).contains(&bare(words)));
        (!name || !contains)
            .then(|| format!("{:?} says {:?} ({speaker:?})", quote.speaker_name, self.words(&quote.content)))
    }
}

/// The words alone.
fn bare(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_case_is_wholly_right() {
    let annotator = Annotator::new(MODEL).expect("the committed model can be read");
    let cases: Vec<Case> = include_str!("data/everyday.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect();
    assert!(cases.len() >= 400);
    let results: Vec<(String, String)> = cases
        .iter()
        .map(|case| {
            let found = Found { text: &case.text, document: annotator.annotate(&case.text, OffsetUnit::Utf8) };
            let wrong: Vec<String> = case.expect.iter().filter_map(|expected| found.wrong(expected)).collect();
            let kind = if wrong.is_empty() { String::new() } else { format!("[{}] ", case.kind) };
            (case.id.clone(), kind + &wrong.join("; "))
        })
        .collect();
    assert_no_other_miss(KNOWN_MISSES, &results);
}
