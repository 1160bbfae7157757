//! Finds who is named in a news article and who said what.
//!
//! Newsmark marks people, places, organisations, dates and amounts, groups the mentions of each person, and finds
//! quotations, direct and indirect, with their speakers. It is made for English news. It needs no network and no
//! files: the model is a constant of this crate.
//!
//! ```
//! use newsmark::{Annotator, MODEL, OffsetUnit};
//!
//! let annotator = Annotator::new(MODEL)?;
//!
//! let text = "“We will not sail,” said Helena Rebane, the chief executive of Saarlink. \
//!             She promised that repairs would begin on Tuesday.";
//! let document = annotator.annotate(text, OffsetUnit::Utf8);
//!
//! let quote = &document.quotes[0];
//! let [start, end] = quote.content[0];
//! assert_eq!(&text[start..end], "“We will not sail,”");
//! assert_eq!(quote.speaker_name.as_deref(), Some("Helena Rebane"));
//! # Ok::<(), newsmark::ModelError>(())
//! ```
//!
//! # The document
//!
//! [`Annotator::annotate`] returns a [`Document`]: lists of entities, chains, quotations, quoted terms and
//! sentences. A record's `id` is its index in its list, and records refer to each other by these ids. All types
//! implement serde's traits; the field `kind` is called `type` in JSON.
//!
//! An **entity** is a name, a date or an amount, with one of the 18 types of OntoNotes 5.0:
//!
//! ```
//! # use newsmark::{Annotator, EntityType, MODEL, OffsetUnit};
//! # let annotator = Annotator::new(MODEL)?;
//! let document = annotator.annotate("Amina Wekesa of Kenya Airways paid $4 million.", OffsetUnit::Utf8);
//! let people: Vec<&str> = document.entities.iter()
//!     .filter(|entity| entity.kind == EntityType::Person && entity.confidence > 0.5)
//!     .map(|entity| entity.text.as_str())
//!     .collect();
//! assert_eq!(people, ["Amina Wekesa"]);
//! # Ok::<(), newsmark::ModelError>(())
//! ```
//!
//! A **chain** is a coreference chain: all mentions of one person, place or organisation, whether they are names
//! ("Helena Rebane", "Rebane"), descriptions ("the chief executive") or pronouns ("she"). An entity refers to the
//! chain that it is part of, and a quotation to the chain of its speaker:
//!
//! ```
//! # use newsmark::{Annotator, MODEL, OffsetUnit};
//! # let annotator = Annotator::new(MODEL)?;
//! let text = "Helena Rebane runs the ferries. “We will not sail,” Rebane said. “It is too risky,” she added.";
//! let document = annotator.annotate(text, OffsetUnit::Utf8);
//!
//! for quote in &document.quotes {
//!     let chain = quote.speaker_chain.map(|id| &document.chains[id]);
//!     // The speaker's words here ("she"), and the name of the person.
//!     let words: Vec<&str> = quote.speaker.iter().map(|&[start, end]| &text[start..end]).collect();
//!     println!("{} ({})", words.join(" "), chain.map_or("unattributed", |chain| chain.label()));
//! }
//! let speakers: Vec<_> = document.quotes.iter().map(|quote| quote.speaker_name.as_deref()).collect();
//! assert_eq!(speakers, [Some("Helena Rebane"); 2]);
//! # Ok::<(), newsmark::ModelError>(())
//! ```
//!
//! The content of a **quotation** has several pieces if the cue ("she said") stands between them. The parts in
//! quotation marks are in `quoted`, which is empty for indirect speech. See [`QuoteRecord`].
//!
//! # Offsets
//!
//! Ranges are half-open and refer to the text exactly as it was given: nothing is cleaned first. You choose what
//! offsets count, because it depends on who reads them: Rust slices strings by [bytes](OffsetUnit::Utf8),
//! JavaScript by [UTF-16 code units](OffsetUnit::Utf16), Python by [code points](OffsetUnit::CodePoints). In every
//! unit, offsets are on character boundaries.
//!
//! ```
//! # use newsmark::{Annotator, MODEL, OffsetUnit};
//! # let annotator = Annotator::new(MODEL)?;
//! let text = "🎉 Helena Rebane won.";
//! let start = |unit| annotator.annotate(text, unit).entities[0].start;
//! assert_eq!(start(OffsetUnit::Utf8), 5);
//! assert_eq!(start(OffsetUnit::Utf16), 3);
//! assert_eq!(start(OffsetUnit::CodePoints), 2);
//! # Ok::<(), newsmark::ModelError>(())
//! ```
//!
//! [`Document::in_unit`] converts the offsets of a document to another unit.
//!
//! # Errors
//!
//! Annotating cannot fail: any string is a text, and if nothing is found in it, the lists are empty. The time it
//! takes is linear in the length of the text. Only reading a model can fail, and [`ModelError`] says why:
//!
//! ```
//! use newsmark::{Annotator, ModelError};
//!
//! let error = Annotator::new(b"something else").unwrap_err();
//! assert_eq!(error, ModelError::NotAModel);
//! assert_eq!(error.to_string(), "not a Newsmark model file");
//! ```
//!
//! # Many texts
//!
//! Threads can share an [`Annotator`], but its cache of word forms is behind a lock. If many texts are annotated at
//! the same time, give every thread its own annotator, which takes about 10 MB. `newsmark annotate --jsonl` on the
//! command line does this for a whole archive.
//!
//! ```
//! # use newsmark::{Annotator, MODEL, OffsetUnit};
//! let texts = ["Oslo voted.", "Helena Rebane paid $3 million."];
//! let documents: Vec<_> = std::thread::scope(|scope| {
//!     let threads = texts.map(|text| scope.spawn(move || {
//!         let annotator = Annotator::new(MODEL).expect("the crate's own model");
//!         annotator.annotate(text, OffsetUnit::Utf8)
//!     }));
//!     threads.into_iter().map(|thread| thread.join().unwrap()).collect()
//! });
//! assert!(documents.iter().all(|document| !document.entities.is_empty()));
//! ```
//!
//! To annotate one text again and again while it is edited, use [`Annotator::revise`].
//!
//! # Debug builds
//!
//! Without optimisation an article takes seconds. If your program is built without it while you work, have this crate
//! optimised all the same, in your `Cargo.toml`:
//!
//! ```toml
//! [profile.dev.package.newsmark]
//! opt-level = 3
//! ```
//!
//! # Features
//!
//! - `model` (default): `MODEL`, a constant of 5 MB. Turn it off to read the model from a file.
//!
//! Other crates build on this one: `newsmark-formats` writes TEI, W3C annotations, brat, CoNLL, spaCy, CSV and HTML,
//! and `newsmark-cli` is the command line. For WebAssembly there is the npm package `newsmark`.
//!
//! # How it works
//!
//! The text passes through these stages. Each is a module, and depends only on the modules before it: `text` →
//! `tokens` → `quotation_marks` → `sentences` → `layout` → `tagger` → `entities` → `values` → `syntax` → `chains` →
//! `quotes` → [`document`]. Inside the crate every position is a byte offset.
//!
//! The stages are public for the command line and the tests. They are not part of the stable API, so they are not
//! documented here; ARCHITECTURE.md in the repository describes them.

#![deny(missing_docs)]
#![warn(missing_debug_implementations)]

#[doc(hidden)]
pub mod chains;
pub mod document;
#[doc(hidden)]
pub mod entities;
#[doc(hidden)]
pub mod layout;
#[doc(hidden)]
pub mod lexicon;
mod names;
#[doc(hidden)]
pub mod quotation_marks;
#[doc(hidden)]
pub mod quotes;
#[doc(hidden)]
pub mod sentences;
mod syntax;
#[doc(hidden)]
pub mod tagger;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod tokens;
#[doc(hidden)]
pub mod values;

#[doc(hidden)]
pub mod annotator;
pub mod presentation;
#[doc(hidden)]
pub mod versions;

pub use annotator::{Annotator, Session};
pub use chains::MentionKind;
pub use document::{
    BlockRecord, ChainRecord, Creator, Document, DocumentError, EntityRecord, MentionRecord, QuoteRecord, TitleRecord,
};
pub use entities::EntityType;
pub use layout::BlockKind;
pub use names::UnknownName;
pub use quotes::{Medium, QuoteType};
pub use tagger::ModelError;
pub use text::OffsetUnit;
pub use values::{AmountValue, Anchor, Date, DateError, PlaceValue, TimeValue, Timex, Value};

/// The model of this version of the crate, to pass to [`Annotator::new`].
#[cfg(feature = "model")]
pub const MODEL: &[u8] = include_bytes!("../model/newsmark.model");
