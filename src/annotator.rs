use crate::chains::{self, Speech};
use crate::document::{self, Document};
use crate::entities::{self, Calibration};
use crate::layout::Layout;
use crate::quotes;
use crate::tagger::{Memo, ModelError, ModelFile, Tagger, Tagging};
use crate::text::{OffsetUnit, Plain};

/// How much of the work is done when a stage is: measured on news, and only there to show how far it is.
const LAID_OUT: f32 = 0.03;
const TAGGED: f32 = 0.72;
const NAMED: f32 = 0.74;
const CHAINED: f32 = 0.77;

/// A model, ready to annotate texts.
///
/// Word forms are remembered from one text to the next, which makes later texts faster and changes
/// nothing that is found in them: the same text gives the same document every time, on every machine.
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
}

/// What is remembered of a text between one version and the next, for [`Annotator::revise`]: up to 16 MB.
/// A new one remembers nothing.
#[derive(Default)]
pub struct Draft {
    /// Whose findings they are.
    model: String,
    memo: Memo,
}

impl Annotator {
    /// Reads the bytes of a model file; they are not needed afterwards.
    pub fn new(model: &[u8]) -> Result<Annotator, ModelError> {
        let file = ModelFile::parse(model)?;
        Ok(Annotator {
            tagger: Tagger::read(&file)?,
            calibration: Calibration::read(&file)?,
            fingerprint: file.fingerprint(),
        })
    }

    /// Which model this is: sixteen hexadecimal digits, for those who keep what it found.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Which instructions it runs on: `portable`, `avx2`, `avx-vnni`, `simd128` or `relaxed-simd`. They give the
    /// same and differ in speed.
    pub fn kernel(&self) -> &'static str {
        self.tagger.kernel()
    }

    /// Everything that is found in a text, with offsets that count the given unit.
    pub fn annotate(&self, text: &str, unit: OffsetUnit) -> Document {
        self.annotate_telling(text, unit, &mut |_| {})
    }

    /// The same, and tells on the way how much of the work is done, from 0 to 1: many thousand times for
    /// a long text, so what it is told to should be quick.
    pub fn annotate_telling(&self, text: &str, unit: OffsetUnit, tell: &mut dyn FnMut(f32)) -> Document {
        self.annotated(text, unit, None, tell)
    }

    /// The next version of a text that is being edited: the same document as [`Annotator::annotate`] gives,
    /// in a fraction of the time where little has changed. Tells how much is done, as the former does.
    ///
    /// ```
    /// use newsmark::{Annotator, Draft, MODEL, OffsetUnit};
    ///
    /// let (annotator, mut draft) = (Annotator::new(MODEL)?, Draft::default());
    /// for text in ["Amina Wekesa left Nairobi.", "Amina Wekesa left Nairobi on Tuesday."] {
    ///     let document = annotator.revise(&mut draft, text, OffsetUnit::Utf8, &mut |_| {});
    ///     assert_eq!(document.entities[0].text, "Amina Wekesa");
    /// }
    /// # Ok::<(), newsmark::ModelError>(())
    /// ```
    pub fn revise(&self, draft: &mut Draft, text: &str, unit: OffsetUnit, tell: &mut dyn FnMut(f32)) -> Document {
        if draft.model != self.fingerprint {
            *draft = Draft { model: self.fingerprint.clone(), memo: Memo::default() };
        }
        self.annotated(text, unit, Some(&mut draft.memo), tell)
    }

    fn annotated(&self, text: &str, unit: OffsetUnit, memo: Option<&mut Memo>, tell: &mut dyn FnMut(f32)) -> Document {
        let plain = Plain::of(text);
        let layout = Layout::of(&plain);
        tell(LAID_OUT);
        let tagging = self.tagger.tag_telling(&layout, memo, &mut |share| tell(LAID_OUT + share * (TAGGED - LAID_OUT)));
        if plain.is_original() {
            self.document(&layout, &tagging, unit, tell)
        } else {
            self.document(&layout, &tagging, OffsetUnit::Utf8, tell).led_back(&plain, unit)
        }
    }

    /// The stages behind the tagger. They must stand whatever it says, so the fuzzers make up its tags.
    #[doc(hidden)]
    pub fn document(
        &self,
        layout: &Layout,
        tagging: &Tagging,
        unit: OffsetUnit,
        tell: &mut dyn FnMut(f32),
    ) -> Document {
        following(layout, tagging, &self.calibration, unit, tell)
    }

    /// The tagger's own view of a text that is laid out, for the trainer to compare with its own.
    #[doc(hidden)]
    pub fn tagging(&self, layout: &Layout) -> Tagging {
        self.tagger.tag(layout)
    }
}

/// From tags to a document.
#[doc(hidden)]
pub fn following(
    layout: &Layout,
    tagging: &Tagging,
    calibration: &Calibration,
    unit: OffsetUnit,
    tell: &mut dyn FnMut(f32),
) -> Document {
    let entities = entities::find(layout, tagging, calibration);
    tell(NAMED);
    let low_confidence = entities::low_confidence::persons(layout, tagging, &entities, calibration);
    let (entities, mut chains) = chains::resolve_and_recover_persons(layout, entities, &low_confidence);
    tell(CHAINED);
    let quotations = quotes::find(layout, &entities, &chains, tagging);
    let addressees = chains::Addressees::of(&chains);
    let speeches = quotations.quotes.iter().flat_map(|quote| {
        let addressee = addressees.find(layout, &quote.cue, &quote.quoted, quote.chain);
        quote.quoted.iter().map(move |&quoted| Speech { quoted, speaker: quote.chain, addressee })
    });
    chains::resolve_first_second_person(layout, &mut chains, &speeches.collect::<Vec<_>>());
    document::build(layout, &entities, &chains, &quotations, unit)
}
