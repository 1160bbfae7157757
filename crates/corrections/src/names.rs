//! Corrections of entities: their extent and their type.

use crate::chains::Moved;
use crate::editable::{Chain, ChainIndex, EditableDocument, Entity, Mention};
use crate::ranges::{Spanned, occurrences, overlapping, trimmed};
use crate::reason::Reason;
use newsmark::EntityType;
use newsmark::chains::MentionKind;
use newsmark::document::Creator;
use newsmark::text::Span;

impl EditableDocument {
    /// Marks a name, a time or an amount. It replaces every entity that it overlaps.
    pub fn mark(&mut self, at: Span, kind: EntityType, was: Option<Span>, everywhere: bool) -> Result<(), Reason> {
        let own = trimmed(&self.text, at).ok_or(Reason::OnlyWhiteSpace)?;
        let places = if everywhere { self.places_like(own, was) } else { vec![own] };
        let gone = self.take_out(places.iter().copied().chain(was));
        let mut called = kind.is_name().then(|| self.chain_named(own.of(&self.text), kind)).flatten();
        let (mut moved, mut made) = (Vec::new(), Vec::new());
        for &place in &places {
            // It is still the same entity, even if its new extent does not overlap the old one.
            let instead = || was.filter(|_| place == own).and_then(|was| gone[overlapping(&gone, was)].first());
            let before = gone[overlapping(&gone, place)].first().or_else(instead);
            let entity = self.entity_at(place, kind, before, &mut called);
            moved.push(Moved { span: place, from: before.and_then(|entity| entity.chain), to: entity.chain });
            made.push(entity);
        }
        self.entities.extend(made.iter().cloned());
        self.entities.sort_by_key(|entity| entity.span.start);
        self.speakers_follow(&moved);
        self.drop_nameless(gone.iter().filter_map(|entity| entity.chain));
        self.choose_names(gone.iter().chain(&made));
        Ok(())
    }

    /// Removes a name, a time or an amount.
    pub fn unmark(&mut self, at: Span, everywhere: bool) -> Result<(), Reason> {
        let there = &self.entities[overlapping(&self.entities, at)];
        if !there.is_empty() && !there.iter().any(|entity| entity.span == at) {
            return Err(Reason::OtherNameHere);
        }
        let text = &*self.text.clone();
        let places: Vec<Span> = if everywhere {
            self.entities.iter().map(|entity| entity.span).filter(|span| span.of(text) == at.of(text)).collect()
        } else {
            vec![at]
        };
        let gone = self.take_out(places);
        self.drop_nameless(gone.iter().filter_map(|entity| entity.chain));
        self.choose_names(&gone);
        Ok(())
    }

    fn choose_names<'a>(&mut self, entities: impl IntoIterator<Item = &'a Entity>) {
        let mut chains: Vec<ChainIndex> = entities.into_iter().filter_map(|entity| entity.chain).collect();
        chains.sort_unstable();
        chains.dedup();
        for chain in chains {
            self.choose_name(chain);
        }
    }

    /// All places at which the same words can be marked, in order. Places within a longer name are excluded, unless it
    /// has the words of `was`, the name that is being shortened.
    pub fn places_like(&self, own: Span, was: Option<Span>) -> Vec<Span> {
        let text = &*self.text.clone();
        let before = was.map(|was| was.of(text));
        let free = |place: Span| {
            let mut there = self.entities[overlapping(&self.entities, place)].iter();
            there.all(|entity| place.contains(entity.span) || Some(entity.span.of(text)) == before)
        };
        let others = occurrences(text, own.of(text)).into_iter().filter(|&place| !place.overlaps(own) && free(place));
        let mut places: Vec<Span> = others.chain([own]).collect();
        places.sort();
        places
    }

    /// Removes the entities that overlap any of these places, and returns them in order.
    fn take_out(&mut self, places: impl IntoIterator<Item = Span>) -> Vec<Entity> {
        let mut gone: Vec<usize> = places.into_iter().flat_map(|place| overlapping(&self.entities, place)).collect();
        gone.sort_unstable();
        gone.dedup();
        let taken: Vec<Entity> = gone.iter().map(|&index| self.entities[index].clone()).collect();
        let mut index = 0;
        self.entities.retain(|_| {
            index += 1;
            gone.binary_search(&(index - 1)).is_err()
        });
        for entity in &taken {
            if let Some(chain) = entity.chain.and_then(|chain| self.chain_mut(chain)) {
                chain.mentions.retain(|mention| mention.span() != entity.span);
            }
        }
        taken
    }

    /// Makes a new entity and adds its mention to a chain. `before` is the entity that was there before, and `called`
    /// the chain that has its name.
    fn entity_at(
        &mut self,
        span: Span,
        kind: EntityType,
        before: Option<&Entity>,
        called: &mut Option<ChainIndex>,
    ) -> Entity {
        let chain = kind.is_name().then(|| self.chain_for(span, kind, before, *called));
        *called = called.filter(|&called| self.chain(called).is_some()).or(chain);
        if let Some(chain) = chain.and_then(|chain| self.chain_mut(chain)) {
            chain.mentions.push(Mention { span, kind: MentionKind::Name });
        }
        let note = before.and_then(|before| before.note.clone());
        Entity { span, kind, confidence: 1.0, chain, by: Some(Creator::User), note, value: None, found: None }
    }

    /// The chain for a name. The name stays in its former chain if that chain is of the same family or has no other
    /// name. Otherwise it goes to the chain that has this name, or to a new one.
    fn chain_for(
        &mut self,
        span: Span,
        kind: EntityType,
        before: Option<&Entity>,
        called: Option<ChainIndex>,
    ) -> ChainIndex {
        let words = span.of(&self.text);
        let former = before.and_then(|before| Some((before, before.chain?, self.chain(before.chain?)?)));
        let same_family = former.is_some_and(|(_, _, chain)| chain.kind.family() == kind.family());
        let called = match former {
            Some((before, index, _)) if same_family && before.span.of(&self.text) == words => Some(index),
            _ => called,
        };
        let former = former.map(|(_, index, chain)| (index, !chain.has_name()));
        match (former, called) {
            (Some((former, true)), called) if called.is_none_or(|called| called == former) => {
                if let Some(chain) = self.chain_mut(former) {
                    chain.kind = kind;
                }
                former
            }
            (Some((former, true)), Some(called)) => {
                self.join(former, called);
                called
            }
            (_, Some(called)) => called,
            (Some((former, _)), None) if same_family => former,
            _ => self.add_chain(Chain::new(kind, words.to_owned())),
        }
    }
}

impl Spanned for Mention {
    fn span(&self) -> Span {
        self.span
    }
}
