//! Whether speech, writing and thought are told apart, by a sample that is labelled by hand.
//!
//! A label belongs to the predicted quotation whose content shares most with its own, if they share more than half of
//! what the two cover together. A labelled quotation without such a counterpart is missed.

use super::shape::Range;
use super::{Counts, QuoteRow, Row};
use serde::Deserialize;
use std::collections::HashMap;
use std::fmt::Write;
use std::io::{self, BufRead};

/// One line of the sample.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct MediumLabel {
    /// The document.
    pub id: String,
    /// The content of the quotation, in code points.
    pub content: Vec<Range>,
    /// The label: `speech`, `writing` or `thought`.
    pub medium: String,
}

/// The scorer of media.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Media {
    labels: HashMap<String, Vec<MediumLabel>>,
    /// By the label and the predicted medium, which is empty for a quotation that was not found.
    pairs: HashMap<(String, String), usize>,
}

const MEDIA: [&str; 3] = ["speech", "writing", "thought"];

impl Media {
    /// A scorer by this sample, of one JSON object per line.
    ///
    /// # Errors
    ///
    /// The sample cannot be read, or a line is no label.
    pub fn new(sample: impl BufRead) -> io::Result<Media> {
        let mut labels: HashMap<String, Vec<MediumLabel>> = HashMap::new();
        for line in sample.lines() {
            let label: MediumLabel = serde_json::from_str(&line?)?;
            labels.entry(label.id.clone()).or_default().push(label);
        }
        Ok(Media { labels, ..Media::default() })
    }

    /// Whether the sample has labels of this document.
    pub fn knows(&self, id: &str) -> bool {
        self.labels.contains_key(id)
    }

    /// Adds a document.
    pub fn add(&mut self, gold: &Row, predicted: &Row) {
        for label in self.labels.get(&gold.id).into_iter().flatten() {
            let found = counterpart(&label.content, &predicted.quotes).map_or("", |quote| &quote.medium);
            *self.pairs.entry((label.medium.clone(), found.to_owned())).or_default() += 1;
        }
    }

    /// The counts of one medium.
    pub fn counts(&self, medium: &str) -> Counts {
        let sum = |test: &dyn Fn(&str, &str) -> bool| {
            self.pairs.iter().filter(|((label, found), _)| test(label, found)).map(|(_, count)| count).sum()
        };
        Counts {
            right: sum(&|label, found| label == medium && found == medium),
            wrong: sum(&|label, found| label != medium && found == medium),
            missed: sum(&|label, found| label == medium && found != medium),
        }
    }

    /// Precision and recall of each medium, and what was taken for what.
    pub fn report(&self) -> String {
        let mut out = String::new();
        for medium in MEDIA {
            let counts = self.counts(medium);
            let unfound = self.pairs.get(&(medium.to_owned(), String::new())).copied().unwrap_or_default();
            let labelled = counts.right + counts.missed;
            let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
            _ = writeln!(
                out,
                "{medium:<8} P {precision:.3} R {recall:.3} F1 {f1:.3} | labelled {labelled}, of which not found {unfound}"
            );
        }
        out
    }
}

fn counterpart<'q>(content: &[Range], quotes: &'q [QuoteRow]) -> Option<&'q QuoteRow> {
    let length = |ranges: &[Range]| ranges.iter().map(|[start, end]| end - start).sum::<usize>();
    let shared = |quote: &QuoteRow| {
        let pairs = content.iter().flat_map(|a| quote.content.iter().map(move |b| (a, b)));
        pairs.map(|(a, b)| a[1].min(b[1]).saturating_sub(a[0].max(b[0]))).sum::<usize>()
    };
    let enough = |quote: &&QuoteRow| {
        let common = shared(quote);
        2 * common > length(content) + length(&quote.content) - common
    };
    quotes.iter().filter(enough).max_by_key(|quote| shared(quote))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(quotes: &[(Range, &str)]) -> Row {
        let quotes: Vec<_> = quotes
            .iter()
            .map(|(content, medium)| {
                serde_json::json!({"type": "indirect", "content": [content], "quoted": [], "cue": [], "speaker": [],
                    "speaker_name": null, "medium": medium})
            })
            .collect();
        serde_json::from_value(serde_json::json!({"id": "a", "text": "", "quotes": quotes})).unwrap()
    }

    #[test]
    fn a_label_is_compared_with_the_quotation_that_shares_most_with_it() {
        let sample = r#"{"id": "a", "content": [[0, 10]], "passes": ["speech", "speech"], "medium": "speech"}
            {"id": "a", "content": [[20, 30]], "passes": ["thought", "thought"], "medium": "thought"}
            {"id": "a", "content": [[40, 50]], "passes": ["speech", "writing"], "medium": "speech"}"#;
        let mut media = Media::new(sample.as_bytes()).unwrap();
        assert!(media.knows("a") && !media.knows("b"));
        let found = row(&[([0, 9], "speech"), ([20, 31], "speech"), ([48, 60], "speech")]);
        media.add(&row(&[]), &found);
        let counts = media.counts("speech");
        assert_eq!((counts.right, counts.wrong, counts.missed), (1, 1, 1));
        assert_eq!(media.counts("thought").missed, 1);
        assert!(media.report().contains("labelled 2, of which not found 1"), "{}", media.report());
    }

    #[test]
    fn a_line_that_is_no_label_is_an_error() {
        assert!(Media::new(&b"{}"[..]).is_err());
    }
}
