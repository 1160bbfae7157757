//! Prints who says what in an article.
//!
//!     cargo run --release --example who_said_what < article.txt

use newsmark::{Annotator, MODEL, OffsetUnit};
use std::error::Error;
use std::io::{self, Read};

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;

    let annotator = Annotator::new(MODEL)?;
    let document = annotator.annotate(&text, OffsetUnit::Utf8);

    for quote in &document.quotes {
        let speaker = quote.speaker_chain.map_or("unattributed", |chain| document.chains[chain].label());
        // The content has several pieces where the cue ("she said") stands between them.
        let words: Vec<&str> = quote.content.iter().map(|&[start, end]| &text[start..end]).collect();
        println!("{speaker} ({}): {}", quote.kind, words.join(" … "));
    }
    Ok(())
}
