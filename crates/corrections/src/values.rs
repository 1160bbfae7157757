//! Corrections of what dates, amounts and places stand for.

use crate::editable::{EditableDocument, Entity, Valued};
use crate::reason::Reason;
use newsmark::document::Creator;
use newsmark::text::Span;
use newsmark::{EntityType, Value};
use std::rc::Rc;

impl EditableDocument {
    /// Gives a value to the entity at a place, or takes away the one that it has.
    pub fn set_value(&mut self, at: Span, value: Option<Value>, everywhere: bool) -> Result<(), Reason> {
        let text = &*self.text.clone();
        let kind = self.entities.iter().find(|entity| entity.span == at).ok_or(Reason::NothingMarked)?.kind;
        if value.as_ref().is_some_and(|value| !fits(kind, value)) {
            return Err(Reason::OtherKindOfValue);
        }
        let is_meant = |entity: &Entity| {
            entity.span == at || everywhere && entity.kind == kind && entity.span.of(text) == at.of(text)
        };
        for entity in self.entities.iter_mut().filter(|entity| is_meant(entity)) {
            let span = entity.span;
            entity.value = value.clone().map(|value| Rc::new(Valued { span, kind, value }));
            entity.by = Some(Creator::User);
        }
        Ok(())
    }
}

/// Whether an entity of this type can stand for a value.
fn fits(kind: EntityType, value: &Value) -> bool {
    use EntityType::*;
    match value {
        Value::Time(_) => matches!(kind, Date | Time),
        Value::Amount(_) => matches!(kind, Money | Percent | Quantity | Cardinal | Ordinal),
        Value::Place(_) => matches!(kind, Gpe | Loc | Norp),
    }
}
