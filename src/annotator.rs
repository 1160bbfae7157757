use crate::chains::{self, Speech};
use crate::document::{self, Document, Metadata};
use crate::entities::{self, Calibration};
use crate::layout::Layout;
use crate::quotes;
use crate::tagger::{EditCache, ModelError, ModelFile, Tagger, Tagging};
use crate::text::{NormalisedText, OffsetUnit, Span};
use crate::values::{self, Date};
use core::fmt;

// The share of the work that is done after each stage, measured on news.
const LAYOUT_DONE: f32 = 0.03;
const TAGGING_DONE: f32 = 0.72;
const ENTITIES_DONE: f32 = 0.74;
const CHAINS_DONE: f32 = 0.77;

/// A model that annotates texts.
///
/// It caches word forms, so later texts take less time than the first one. The result does not depend on the
/// cache: the same text gives the same document every time, on every machine.
///
/// # Example
///
/// ```
/// use newsmark::{Annotator, MODEL, OffsetUnit};
///
/// let annotator = Annotator::new(MODEL)?;
/// let document = annotator.annotate("Amina Wekesa left Nairobi on Tuesday.", OffsetUnit::Utf8);
/// assert_eq!(document.entities[0].text, "Amina Wekesa");
/// assert_eq!(document.sentences, [[0, 37]]);
/// # Ok::<(), newsmark::ModelError>(())
/// ```
pub struct Annotator {
    tagger: Tagger,
    calibration: Calibration,
    fingerprint: String,
    published: Option<Date>,
}

/// A text that is being edited, for [`Annotator::revise`].
///
/// It keeps what the annotator computed for the last version of the text, up to 16 MB. A new session is empty.
#[derive(Debug, Default)]
pub struct Session {
    /// The fingerprint of the model that filled the cache.
    model: String,
    cache: EditCache,
}

impl Annotator {
    /// Reads a model file. Its bytes are not needed afterwards.
    ///
    /// # Errors
    ///
    /// The bytes are not a model file, or not one that this version can read.
    pub fn new(model: &[u8]) -> Result<Annotator, ModelError> {
        let file = ModelFile::parse(model)?;
        Ok(Annotator {
            tagger: Tagger::read(&file)?,
            calibration: Calibration::read(&file)?,
            fingerprint: file.fingerprint(),
            published: None,
        })
    }

    /// Sixteen hexadecimal digits that identify the model. Keep them with saved documents to know which model made
    /// them.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Sets the day of publication of the texts whose metadata have none.
    pub fn set_published(&mut self, day: Option<Date>) {
        self.published = day;
    }

    /// The instruction set that is used: `portable`, `avx2`, `avx-vnni`, `simd128` or `relaxed-simd`. All of them give
    /// the same documents and differ only in speed.
    pub fn kernel(&self) -> &'static str {
        self.tagger.kernel()
    }

    /// Annotates a text. Offsets in the document count `unit`.
    pub fn annotate(&self, text: &str, unit: OffsetUnit) -> Document {
        self.annotate_with_progress(text, unit, &mut |_| {})
    }

    /// Annotates a text and reports the share of the work that is done, from 0 to 1.
    ///
    /// For a long text `report` is called many thousand times, so it should return quickly.
    pub fn annotate_with_progress(&self, text: &str, unit: OffsetUnit, report: &mut dyn FnMut(f32)) -> Document {
        self.run(text, &Metadata::default(), unit, None, report)
    }

    /// Annotates an article of which more is known than its text. The document contains the metadata.
    ///
    /// "Yesterday" and "on Tuesday" are counted from the day of publication. If the metadata have none, the day in the
    /// text's dateline counts. Without one, the values of such dates are known in part only.
    ///
    /// ```
    /// use newsmark::document::Metadata;
    /// use newsmark::{Annotator, MODEL, OffsetUnit, Value};
    ///
    /// let mut metadata = Metadata::default();
    /// metadata.date = "2026-03-12".to_owned();
    /// let document = Annotator::new(MODEL)?.annotate_article("Amina Wekesa left on Monday.", &metadata, OffsetUnit::Utf8);
    /// assert_eq!(document.metadata.date, "2026-03-12");
    /// let Some(Value::Time(time)) = &document.entities[1].value else { panic!("a time") };
    /// assert_eq!(time.value, "2026-03-09");
    /// # Ok::<(), newsmark::ModelError>(())
    /// ```
    pub fn annotate_article(&self, text: &str, metadata: &Metadata, unit: OffsetUnit) -> Document {
        self.run(text, metadata, unit, None, &mut |_| {})
    }

    /// Annotates the next version of a text that is being edited.
    ///
    /// The document is the one that [`Annotator::annotate`] gives, but it takes only a fraction of the time if little
    /// has changed since the session's last version.
    ///
    /// # Example
    ///
    /// ```
    /// use newsmark::{Annotator, MODEL, OffsetUnit, Session};
    ///
    /// let annotator = Annotator::new(MODEL)?;
    /// let mut session = Session::default();
    /// for text in ["Amina Wekesa left Nairobi.", "Amina Wekesa left Nairobi on Tuesday."] {
    ///     let document = annotator.revise(&mut session, text, OffsetUnit::Utf8);
    ///     assert_eq!(document.entities[0].text, "Amina Wekesa");
    /// }
    /// # Ok::<(), newsmark::ModelError>(())
    /// ```
    pub fn revise(&self, session: &mut Session, text: &str, unit: OffsetUnit) -> Document {
        self.revise_with_progress(session, text, unit, &mut |_| {})
    }

    /// Annotates the next version of a text that is being edited, and reports the share of the work that is done, from
    /// 0 to 1.
    pub fn revise_with_progress(
        &self,
        session: &mut Session,
        text: &str,
        unit: OffsetUnit,
        report: &mut dyn FnMut(f32),
    ) -> Document {
        self.revise_article(session, text, &Metadata::default(), unit, report)
    }

    /// The same for an article of which more is known than its text.
    pub fn revise_article(
        &self,
        session: &mut Session,
        text: &str,
        metadata: &Metadata,
        unit: OffsetUnit,
        report: &mut dyn FnMut(f32),
    ) -> Document {
        if session.model != self.fingerprint {
            *session = Session { model: self.fingerprint.clone(), cache: EditCache::default() };
        }
        self.run(text, metadata, unit, Some(&mut session.cache), report)
    }

    fn run(
        &self,
        text: &str,
        metadata: &Metadata,
        unit: OffsetUnit,
        cache: Option<&mut EditCache>,
        report: &mut dyn FnMut(f32),
    ) -> Document {
        let normalised = NormalisedText::of(text);
        let layout = Layout::of(&normalised);
        report(LAYOUT_DONE);
        let tagging = self.tagger.tag_with_progress(&layout, cache, &mut |share| {
            report(LAYOUT_DONE + share * (TAGGING_DONE - LAYOUT_DONE));
        });
        let published = values::day(&metadata.date).or(self.published);
        let mut document = if normalised.is_original() {
            self.document(&layout, &tagging, unit, published, report)
        } else {
            self.document(&layout, &tagging, OffsetUnit::Utf8, published, report).map_to_original(&normalised, unit)
        };
        document.metadata = metadata.clone();
        if let Some(published) = published.filter(|_| metadata.date.is_empty()) {
            document.metadata.date = published.to_string();
        }
        document
    }

    /// The stages after the tagger. They must work with any tags: the fuzzers make them up.
    #[doc(hidden)]
    pub fn document(
        &self,
        layout: &Layout,
        tagging: &Tagging,
        unit: OffsetUnit,
        published: Option<Date>,
        report: &mut dyn FnMut(f32),
    ) -> Document {
        postprocess(layout, tagging, &self.calibration, unit, published, report)
    }

    /// The tagger's output alone, which the training code compares with its own.
    #[doc(hidden)]
    pub fn tagging(&self, layout: &Layout) -> Tagging {
        self.tagger.tag(layout)
    }
}

impl fmt::Debug for Annotator {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (model, kernel) = (&self.fingerprint, self.kernel());
        f.debug_struct("Annotator").field("model", model).field("kernel", &kernel).finish_non_exhaustive()
    }
}

/// The stages after the tagger, from tags to a document.
#[doc(hidden)]
pub fn postprocess(
    layout: &Layout,
    tagging: &Tagging,
    calibration: &Calibration,
    unit: OffsetUnit,
    published: Option<Date>,
    report: &mut dyn FnMut(f32),
) -> Document {
    let entities = entities::find(layout, tagging, calibration);
    report(ENTITIES_DONE);
    let low_confidence = entities::low_confidence::persons(layout, tagging, &entities, calibration);
    let (entities, mut chains) = chains::resolve_and_recover_persons(layout, entities, &low_confidence);
    report(CHAINS_DONE);
    let mut quotations = quotes::find(layout, &entities, &chains, tagging);
    let mut speakers: Vec<_> =
        quotations.quotes.iter_mut().map(|quote| (only(&quote.speaker), &mut quote.chain)).collect();
    chains::keep_unnamed_speakers(layout, &mut chains, &mut speakers);
    let addressees = chains::Addressees::of(&chains);
    let speeches = quotations.quotes.iter().flat_map(|quote| {
        let addressee = addressees.find(layout, &quote.cue, &quote.quoted, quote.chain);
        quote.quoted.iter().map(move |&quoted| Speech { quoted, speaker: quote.chain, addressee })
    });
    let speakers = quotations.quotes.iter().filter_map(|quote| Some((only(&quote.speaker)?, quote.chain)));
    let groups = quotes::described_groups(layout, &entities, &chains);
    chains::mention_described(layout, &mut chains, speakers.chain(groups));
    chains::resolve_first_second_person(layout, &mut chains, &speeches.collect::<Vec<_>>());
    let values = values::find(layout, &entities, published);
    document::build(layout, &entities, &values, &chains, &quotations, unit)
}

/// The words of a speaker, if they are in one piece.
fn only(speaker: &[Span]) -> Option<Span> {
    if let [words] = speaker { Some(*words) } else { None }
}
