use crate::chains;
use crate::document::{self, Document};
use crate::entities::{self, Calibration};
use crate::layout::Layout;
use crate::quotes;
use crate::tagger::{ModelError, ModelFile, Tagger, Tagging};
use crate::text::OffsetUnit;

/// A model, ready to annotate texts.
///
/// Word forms are remembered from one text to the next, which makes later texts faster and changes
/// nothing that is found in them.
pub struct Annotator {
    tagger: Tagger,
    calibration: Calibration,
    fingerprint: String,
}

impl Annotator {
    /// Reads the bytes of a model file; they are not needed afterwards.
    pub fn new(model: &[u8]) -> Result<Annotator, ModelError> {
        let file = ModelFile::parse(model)?;
        Ok(Annotator { tagger: Tagger::read(&file)?, calibration: Calibration::read(&file)?, fingerprint: file.fingerprint() })
    }

    /// Which model this is: sixteen hexadecimal digits, for those who keep what it found.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Everything that is found in a text, with offsets that count the given unit.
    pub fn annotate(&self, text: &str, unit: OffsetUnit) -> Document {
        let layout = Layout::of(text);
        let tagging = self.tagging(&layout);
        let entities = entities::find(&layout, &tagging, &self.calibration);
        let mut chains = chains::resolve(&layout, &entities);
        let quotations = quotes::find(&layout, &entities, &chains, &tagging);
        let by_speaker = quotations.quotes.iter().filter_map(|quote| quote.chain.map(|chain| (quote, chain)));
        let spoken: Vec<_> = by_speaker.flat_map(|(quote, chain)| quote.quoted.iter().map(move |&span| (span, chain))).collect();
        chains::attach_first_person(&layout, &mut chains, &spoken);
        document::build(&layout, &entities, &chains, &quotations, unit)
    }

    /// The tagger's own view of a text that is laid out, for the trainer to compare with its own.
    pub fn tagging(&self, layout: &Layout) -> Tagging {
        self.tagger.tag(layout)
    }
}
