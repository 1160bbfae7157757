//! CoNLL: one token per line with its BIO2 label, and blank lines between sentences.
//!
//! Four columns, as in the shared task of 2003, with blanks between them: token, first and last offset in code points,
//! label. Readers of that form take the first column for the token and the last for the label. The line with which
//! an article begins has the versions in the two columns that the shared task leaves empty ("-X-").

use super::article::Article;
use super::words::words;
use core::fmt::Write;
use newsmark::text::OffsetUnit;

pub fn write(article: &Article) -> Vec<u8> {
    let map = article.offsets(OffsetUnit::CodePoints);
    let versions = article.versions;
    let mut out = format!(
        "-DOCSTART- newsmark-{}/schema-{} model-{} O\n",
        versions.newsmark,
        versions.schema,
        versions.model.unwrap_or("unknown")
    );
    for word in words(article) {
        if word.starts_sentence {
            out.push('\n');
        }
        let [start, end] = map.span(word.span);
        let _ = write!(out, "{} {start} {end} ", word.span.of(article.text));
        match word.label {
            None => out.push('O'),
            Some(label) => {
                out.push_str(if label.first { "B-" } else { "I-" });
                out.push_str(label.kind.as_str());
            }
        }
        out.push('\n');
    }
    out.into_bytes()
}
