//! What a person says about an annotation without changing it: that it is right, or a note.

use crate::editable::EditableDocument;
use crate::reason::Reason;
use newsmark::document::Creator;
use newsmark::text::Span;
use std::rc::Rc;

impl EditableDocument {
    /// Confirms the name and the quotation at a place. Their confidence is then 1.
    pub fn accept(&mut self, at: Span) -> Result<(), Reason> {
        let (entity, quote) = self.annotated(at)?;
        if let Some(entity) = entity.map(|index| &mut self.entities[index]) {
            (entity.confidence, entity.by) = (1.0, Some(Creator::User));
        }
        if let Some(quote) = quote.map(|index| Rc::make_mut(&mut self.quotes[index])) {
            (quote.confidence, quote.by, quote.found) = (1.0, Some(Creator::User), None);
        }
        Ok(())
    }

    /// Adds a note to the name at a place, or else to the quotation there. A blank note removes the earlier one.
    pub fn note(&mut self, at: Span, text: &str) -> Result<(), Reason> {
        let text = text.trim();
        let note = (!text.is_empty()).then(|| Rc::<str>::from(text));
        match self.annotated(at)? {
            (Some(entity), _) => self.entities[entity].note = note,
            (None, Some(quote)) => {
                let quote = Rc::make_mut(&mut self.quotes[quote]);
                (quote.note, quote.found) = (note, None);
            }
            (None, None) => {}
        }
        Ok(())
    }

    /// The indices of the entity and of the quotation at a place, of which there is at least one.
    fn annotated(&self, at: Span) -> Result<(Option<usize>, Option<usize>), Reason> {
        let entity = self.entities.iter().position(|entity| entity.span == at);
        match (entity, self.quote_at(at)) {
            (None, None) => self.quote_like(at).map(|quote| (None, Some(quote))).ok_or(Reason::NothingMarked),
            found => Ok(found),
        }
    }
}
