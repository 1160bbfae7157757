//! Finds who is named in a news article and who said what.
//!
//! Newsmark marks people, places, organisations, dates and amounts, says which mentions are one person,
//! and finds quotations, direct and indirect, with their speakers. It needs no network and no files: the
//! model is a constant of this crate. It is made for English news.
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
//! # What comes out
//!
//! [`Annotator::annotate`] returns a [`Document`]: lists of entities, chains, quotations, quoted terms
//! and sentences. A record's `id` is its index in its list, and so are the ids by which records name
//! each other. Everything can be serialised with serde; the field `kind` is called `type` there.
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
//! A **chain** is a coreference chain: all mentions of one person, place or organisation, be they names
//! ("Helena Rebane", "Rebane"), descriptions ("the chief executive") or pronouns ("she"). An entity says
//! in which chain it is, and a quotation which chain speaks:
//!
//! ```
//! # use newsmark::{Annotator, MODEL, OffsetUnit};
//! # let annotator = Annotator::new(MODEL)?;
//! let text = "Helena Rebane runs the ferries. “We will not sail,” Rebane said. “It is too risky,” she added.";
//! let document = annotator.annotate(text, OffsetUnit::Utf8);
//!
//! for quote in &document.quotes {
//!     let chain = quote.speaker_chain.map(|id| &document.chains[id]);
//!     // The speaker as the text has it here, and who that is.
//!     let words: Vec<&str> = quote.speaker.iter().map(|&[start, end]| &text[start..end]).collect();
//!     println!("{} ({})", words.join(" "), chain.map_or("nobody is named", |chain| &chain.name));
//! }
//! let speakers: Vec<_> = document.quotes.iter().map(|quote| quote.speaker_name.as_deref()).collect();
//! assert_eq!(speakers, [Some("Helena Rebane"); 2]);
//! # Ok::<(), newsmark::ModelError>(())
//! ```
//!
//! A **quotation**'s content may be in several pieces, where the cue stands between them. What of it is in
//! quotation marks is `quoted`, which is empty for indirect speech. See [`QuoteRecord`].
//!
//! # Offsets
//!
//! Every range is half-open and counts from the beginning of the text exactly as it was given; nothing is
//! cleaned first. What it counts is up to the caller, because it depends on who reads it: Rust slices
//! strings by [bytes](OffsetUnit::Utf8), JavaScript by [UTF-16 units](OffsetUnit::Utf16), Python by
//! [code points](OffsetUnit::CodePoints). Whatever the unit, an offset is never inside a character.
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
//! [`Document::in_unit`] turns a document's offsets into another unit later on.
//!
//! # Errors
//!
//! Annotating cannot fail: any string is a text, and one in which nothing is found has empty lists. The
//! time that it takes grows with the length of the text and not faster. Only a model can be wrong, where
//! it is read from a file, and [`ModelError`] says how:
//!
//! ```
//! use newsmark::{Annotator, ModelError};
//!
//! let error = Annotator::new(b"something else").err();
//! assert_eq!(error, Some(ModelError::NotAModel));
//! ```
//!
//! # Many texts
//!
//! An [`Annotator`] can be shared between threads. It keeps the word forms that it has seen, under a lock;
//! so where many texts are annotated at the same time, give every thread an annotator of its own, which
//! costs about 10 MB each. The command line (`newsmark annotate --jsonl`) does this for a whole archive.
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
//! # Features
//!
//! - `model` (default): `MODEL`, the model as a constant of 5 MB. Turn it off to read the model from a file.
//!
//! Other crates build on this one: `newsmark-formats` writes TEI, W3C annotations, brat, CoNLL, spaCy, CSV and HTML,
//! and `newsmark-cli` is the command line. For WebAssembly there is the npm package `newsmark`.
//!
//! # How it works
//!
//! The text goes through these stages, one module each, and every module knows only those before it:
//! `text` → `tokens` → `quotation_marks` → `sentences` → `tagger` → `entities` → `syntax` → `chains` → `quotes` → [`document`].
//! Inside the crate every position is a byte offset. The stages are public for the command line and the
//! tests, but not part of what the crate promises, so they are not shown here; ARCHITECTURE.md in the
//! repository leads through them.

#![deny(missing_docs)]

#[doc(hidden)]
pub mod chains;
pub mod document;
#[doc(hidden)]
pub mod entities;
#[doc(hidden)]
pub mod layout;
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
pub mod annotator;
#[doc(hidden)]
pub mod versions;

pub use annotator::{Annotator, Session};
pub use chains::MentionKind;
pub use document::{ChainRecord, Document, EntityRecord, MentionRecord, QuoteRecord, TitleRecord};
pub use entities::EntityType;
pub use quotes::QuoteType;
pub use tagger::ModelError;
pub use text::OffsetUnit;

/// The bytes of the model that belongs to this version of the crate, for [`Annotator::new`].
#[cfg(feature = "model")]
pub const MODEL: &[u8] = include_bytes!("../model/newsmark.model");
