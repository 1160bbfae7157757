//! Corrections of chains: renaming and merging them, and moving mentions between them.

use crate::editable::{Chain, ChainIndex, EditableDocument, Mention};
use crate::ranges::{Spanned, hull, overlapping};
use crate::reason::Reason;
use newsmark::EntityType;
use newsmark::chains::{ComparableName, MentionKind};
use newsmark::document::Creator;
use newsmark::quotes::is_named_by;
use newsmark::text::Span;
use std::rc::Rc;

/// A name that has been moved to another chain or added to one.
pub struct Moved {
    pub span: Span,
    pub from: Option<ChainIndex>,
    pub to: Option<ChainIndex>,
}

impl Spanned for Moved {
    fn span(&self) -> Span {
        self.span
    }
}

impl EditableDocument {
    /// The mention at a place and its chain. A name takes precedence over a phrase that consists of that name alone.
    pub fn mention_at(&self, at: Span) -> Option<(ChainIndex, Mention)> {
        let named = self.entities[overlapping(&self.entities, at)].iter().filter(|entity| entity.span == at);
        let mut chains = named.filter_map(|entity| entity.chain);
        let named = chains.find_map(|index| Some((index, self.chain(index)?.mention_at(at)?)));
        named.or_else(|| self.live_chains().find_map(|(index, chain)| Some((index, chain.mention_at(at)?))))
    }

    pub fn rename(&mut self, at: Span, name: &str) -> Result<(), Reason> {
        let (index, _) = self.mention_at(at).ok_or(Reason::NothingMentioned)?;
        if let Some(chain) = self.chain_mut(index) {
            chain.name = Some(name.trim().to_owned());
            chain.renamed = true;
            chain.by = Some(Creator::User);
        }
        Ok(())
    }

    pub fn merge(&mut self, at: Span, into: Span) -> Result<(), Reason> {
        let (from, _) = self.mention_at(at).ok_or(Reason::NothingMentioned)?;
        let (to, _) = self.mention_at(into).ok_or(Reason::NothingMentioned)?;
        if from != to {
            self.join(from, to);
        }
        self.sign(to);
        Ok(())
    }

    /// Moves the mentions, titles and quotations of one chain to another, and removes the first.
    pub fn join(&mut self, from: ChainIndex, to: ChainIndex) {
        let Some(gone) = self.chains.get_mut(from).and_then(Option::take) else { return };
        for entity in self.entities.iter_mut().filter(|entity| entity.chain == Some(from)) {
            entity.chain = Some(to);
        }
        for quote in self.quotes.iter_mut().filter(|quote| quote.chain == Some(from)) {
            Rc::make_mut(quote).chain = Some(to);
        }
        if let Some(chain) = self.chain_mut(to) {
            if gone.renamed && !chain.renamed {
                chain.name = gone.name.clone();
                chain.renamed = true;
            }
            chain.mentions.extend(&gone.mentions);
            chain.titles.extend(gone.titles.iter().cloned());
            chain.titles.sort_by_key(|title| title.start);
        }
        self.choose_name(to);
    }

    pub fn move_mention(&mut self, at: Span, to: Option<Span>, everywhere: bool) -> Result<(), Reason> {
        let text = &*self.text.clone();
        let (from, mention) = self.mention_at(at).ok_or(Reason::NothingMentioned)?;
        let goal = match to {
            Some(place) => Some(self.mention_at(place).ok_or(Reason::NothingMentioned)?.0),
            None => None,
        };
        let Some(chain) = self.chain(from) else { return Err(Reason::NothingMentioned) };
        let words = at.of(text);
        let moves = |other: &Mention| if everywhere { other.span.of(text) == words } else { *other == mention };
        let moving: Vec<Mention> = chain.mentions.iter().copied().filter(moves).collect();
        let named = moving.iter().any(|mention| mention.kind == MentionKind::Name);
        let told = moving.iter().any(|mention| chain.is_told_by(mention));
        let all_names = chain.mentions.iter().filter(|other| chain.is_told_by(other)).all(moves);
        let kind = chain.kind;
        // A chain must have a name, so pronouns alone do not form one.
        let target = goal.or_else(|| named.then(|| self.add_chain(Chain::new(kind, words.to_owned()))));
        if target == Some(from) {
            return Ok(());
        }
        if let Some(target) = target {
            self.sign(target);
            // If all names move, the whole chain does.
            if told && all_names {
                self.join(from, target);
                return Ok(());
            }
        }
        if let Some(chain) = self.chain_mut(from) {
            chain.mentions.retain(|other| !moves(other));
        }
        if let Some(chain) = target.and_then(|target| self.chain_mut(target)) {
            chain.mentions.extend(&moving);
        }
        let moved: Vec<Moved> =
            moving.iter().map(|mention| Moved { span: mention.span, from: Some(from), to: target }).collect();
        for Moved { span, .. } in &moved {
            for index in overlapping(&self.entities, *span) {
                let entity = &mut self.entities[index];
                if entity.span == *span && entity.chain == Some(from) {
                    (entity.chain, entity.by) = (target, Some(Creator::User));
                }
            }
        }
        self.speakers_follow(&moved);
        for chain in [Some(from), target].into_iter().flatten() {
            self.choose_name(chain);
        }
        self.drop_nameless([from]);
        Ok(())
    }

    fn sign(&mut self, index: ChainIndex) {
        if let Some(chain) = self.chain_mut(index) {
            chain.by = Some(Creator::User);
        }
    }

    /// Removes those of these chains that have no name or description left. Their quotations lose the chain, but keep the words in the
    /// text that name the speaker.
    pub fn drop_nameless(&mut self, chains: impl IntoIterator<Item = ChainIndex>) {
        for index in chains {
            if self.chain(index).is_some_and(|chain| !chain.stands()) {
                self.chains[index] = None;
                for quote in self.quotes.iter_mut().filter(|quote| quote.chain == Some(index)) {
                    Rc::make_mut(quote).chain = None;
                }
            }
        }
    }

    /// If the words that name a speaker move to another chain, so do that speaker's quotations. `moved` is in order and
    /// without overlaps.
    pub fn speakers_follow(&mut self, moved: &[Moved]) {
        let (Some(first), Some(last)) = (moved.first(), moved.last()) else { return };
        let all = Span::new(first.span.start, last.span.end);
        for quote in 0..self.quotes.len() {
            let (speaker, chain) = (&self.quotes[quote].speaker, self.quotes[quote].chain);
            if !hull(speaker).is_some_and(|words| words.overlaps(all)) {
                continue;
            }
            let followed = speaker.iter().find_map(|&words| {
                let near = &moved[overlapping(moved, words)];
                near.iter().find(|one| one.from == chain).filter(|one| self.names_speaker(one, words))
            });
            if let Some(&Moved { to, .. }) = followed {
                let quote = Rc::make_mut(&mut self.quotes[quote]);
                quote.chain = to;
                if to.is_some() {
                    quote.speaker_name = None;
                }
            }
        }
    }

    /// Whether a moved name names the speaker to whom these words refer.
    fn names_speaker(&self, moved: &Moved, words: Span) -> bool {
        let Some(chain) = moved.to.and_then(|to| self.chain(to)) else { return moved.from.is_some() };
        if moved.from.is_some() || moved.span == words {
            return true;
        }
        let Span { start, end } = moved.span;
        words.contains(moved.span)
            && is_named_by(words.of(&self.text), Span::new(start - words.start, end - words.start), chain.kind)
    }

    /// The chain to which a name belongs. A surname belongs to the only person who has it. A full name belongs to the
    /// only person whom the text refers to by that surname alone.
    pub fn chain_named(&self, name: &str, kind: EntityType) -> Option<ChainIndex> {
        let wanted = ComparableName::new(kind, name);
        let last = wanted.words.last()?;
        let alike = |chain: &Chain| chain.kind.family() == kind.family();
        let candidates: Vec<(ChainIndex, &[ComparableName])> = self
            .live_chains()
            .filter(|(_, chain)| alike(chain))
            .map(|(index, chain)| (index, chain.comparable_names(&self.text)))
            .collect();
        let exact = candidates.iter().find(|(_, names)| names.iter().any(|name| name.is(&wanted)));
        if let Some(&(index, _)) = exact {
            return Some(index);
        }
        if kind != EntityType::Person {
            return None;
        }
        let related = |names: &[ComparableName]| match wanted.words.len() {
            1 => names.iter().any(|name| name.words.last() == Some(last)),
            _ => names.first().is_some_and(|name| name.words.len() == 1 && name.words.first() == Some(last)),
        };
        let mut related = candidates.iter().filter(|(_, names)| related(names));
        related.next().filter(|_| related.next().is_none()).map(|&(index, _)| index)
    }
}
