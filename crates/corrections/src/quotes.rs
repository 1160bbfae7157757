//! Corrections of quotations and their speakers.

use crate::correction::Who;
use crate::editable::{ChainIndex, EditableDocument, Quote};
use crate::ranges::{overlapping, span_of, trimmed};
use crate::reason::Reason;
use newsmark::chains::MentionKind;
use newsmark::document::Creator;
use newsmark::text::Span;
use newsmark::text::quotation_mark::{Family, QuotationMark};
use newsmark::{EntityType, Medium, QuoteType};
use std::rc::Rc;

impl EditableDocument {
    pub(crate) fn quote_at(&self, at: Span) -> Option<usize> {
        self.quotes.iter().position(|quote| quote.hull() == at)
    }

    /// The quotation at a place, or else the one that has at least two thirds in common with it: after an edit or
    /// without an earlier correction, the same quotation may begin or end a few words away.
    pub(crate) fn quote_like(&self, at: Span) -> Option<usize> {
        let shared = |quote: &Quote| quote.hull().end.min(at.end).saturating_sub(quote.hull().start.max(at.start));
        let is_alike = |quote: &Quote| 3 * shared(quote) >= 2 * at.len().max(quote.hull().len());
        let alike = || self.quotes.iter().enumerate().filter(|(_, quote)| is_alike(quote));
        self.quote_at(at).or_else(|| Some(alike().max_by_key(|(_, quote)| shared(quote))?.0))
    }

    /// Marks a quotation. It replaces those that it overlaps, and takes over the speaker of the one with the largest
    /// overlap. A quotation in its own marks within another quotation does not replace that one.
    pub fn mark_quote(&mut self, at: Span, was: Option<Span>) -> Result<(), Reason> {
        let own = trimmed(&self.text, at).ok_or(Reason::OnlyWhiteSpace)?;
        let old = was.and_then(|was| self.quote_like(was));
        let in_marks = self.quoted.contains(&own);
        let replaces = |index: usize, quote: &Quote| {
            let is_inside = in_marks && quote.quoted.iter().any(|outer| outer.contains(own) && *outer != own);
            Some(index) == old || !is_inside && quote.content.iter().any(|piece| piece.overlaps(own))
        };
        let (mut gone, mut kept) = (Vec::new(), Vec::new());
        for (index, quote) in self.quotes.iter().enumerate() {
            if replaces(index, quote) { gone.push(quote.clone()) } else { kept.push(quote.clone()) }
        }
        let most_in_common = || gone.iter().rev().max_by_key(|quote| in_common(quote, own));
        let heir = old.map(|old| &self.quotes[old]).or_else(most_in_common).map(|quote| Quote::clone(quote));
        let introduction: Vec<Span> =
            heir.iter().flat_map(|heir| heir.cue.iter().chain(&heir.speaker)).copied().collect();
        let content = self.pieces(own, introduction);
        if content.is_empty() {
            return Err(Reason::NothingQuoted);
        }
        let quoted: Vec<Span> = content.iter().flat_map(|&piece| self.quoted_in(piece)).collect();
        let kind = QuoteType::of(&self.text, &content, &quoted);
        let heir = heir.unwrap_or_else(Quote::unattributed);
        let made = Quote {
            kind,
            // The content of a direct quotation is exactly the text in quotation marks.
            content: if kind == QuoteType::Direct { quoted.clone() } else { content },
            quoted,
            confidence: 1.0,
            why: "marked by you".to_owned(),
            by: Some(Creator::User),
            found: None,
            ..heir
        };
        let free = gone.iter().flat_map(|quote| &quote.quoted).copied();
        let free: Vec<Span> = free.filter(|span| !overlaps_any(*span, &made.quoted)).collect();
        self.terms.retain(|term| !overlaps_any(*term, &made.quoted));
        self.add_terms(free);
        kept.push(Rc::new(made));
        kept.sort_by_key(|quote| quote.hull());
        self.quotes = kept;
        Ok(())
    }

    /// Removes a quotation. Words in quotation marks that then belong to no quotation become quoted terms.
    pub fn unmark_quote(&mut self, at: Span) -> Result<(), Reason> {
        let Some(index) = self.quote_like(at) else {
            let other = self.quotes.iter().any(|quote| overlaps_any(at, &quote.content));
            return if other { Err(Reason::OtherQuotationHere) } else { Ok(()) };
        };
        let gone = self.quotes.remove(index);
        let said: Vec<Span> = self.quotes.iter().flat_map(|quote| &quote.quoted).copied().collect();
        self.add_terms(gone.quoted.iter().copied().filter(|span| !overlaps_any(*span, &said)).collect());
        Ok(())
    }

    pub fn set_speaker(&mut self, at: Span, who: &Who) -> Result<(), Reason> {
        let index = self.quote_like(at).ok_or(Reason::NoQuotation)?;
        let chain = match who {
            Who::Mentioned(place) => Some(self.mention_at(span_of(*place)).ok_or(Reason::NothingMentioned)?.0),
            Who::Named(name) => {
                let kinds = [EntityType::Person, EntityType::Org, EntityType::Gpe, EntityType::Norp];
                kinds.into_iter().find_map(|kind| self.chain_named(name, kind))
            }
            Who::Nobody => None,
        };
        let words = self.quotes[index].speaker.iter().copied();
        let speaker: Vec<Span> = words.filter(|&words| *who != Who::Nobody && self.may_name(words, chain)).collect();
        if let Some(chain) = chain {
            for &words in &speaker {
                self.give_phrase(words, chain);
            }
        }
        let former = self.quotes[index].chain;
        let quote = Rc::make_mut(&mut self.quotes[index]);
        quote.chain = chain;
        quote.speaker = speaker;
        quote.speaker_name = match who {
            Who::Named(name) if chain.is_none() => Some(name.trim().to_owned()),
            _ => None,
        };
        quote.confidence = 1.0;
        quote.why = match who {
            Who::Nobody => "you say that nobody is named".to_owned(),
            _ => "the speaker is your choice".to_owned(),
        };
        quote.by = Some(Creator::User);
        quote.found = None;
        self.drop_nameless(former);
        Ok(())
    }

    /// Moves a description or a pronoun that stands for a speaker to that speaker's chain.
    fn give_phrase(&mut self, words: Span, chain: ChainIndex) {
        let Some((former, mention)) = self.mention_at(words) else { return };
        if mention.kind == MentionKind::Name || former == chain {
            return;
        }
        if let Some(former) = self.chain_mut(former) {
            former.mentions.retain(|other| *other != mention);
        }
        if let Some(chain) = self.chain_mut(chain) {
            chain.mentions.push(mention);
        }
    }

    /// Whether words in the text can stand for this speaker. "He" can, but the name of another person cannot.
    fn may_name(&self, words: Span, chain: Option<ChainIndex>) -> bool {
        let named = &self.entities[overlapping(&self.entities, words)];
        named.iter().any(|entity| chain.is_some() && entity.chain == chain)
            || !named.iter().any(|entity| entity.kind == EntityType::Person)
    }

    /// The parts of a range that are said, without the cue and the speaker.
    fn pieces(&self, range: Span, mut introduction: Vec<Span>) -> Vec<Span> {
        introduction.retain(|words| words.overlaps(range));
        introduction.sort();
        let starts = [range.start].into_iter().chain(introduction.iter().map(|words| words.end));
        let ends = introduction.iter().map(|words| words.start).chain([range.end]);
        starts
            .zip(ends)
            .filter(|(start, end)| start < end)
            .filter_map(|(start, end)| trimmed(&self.text, Span::new(start, end)))
            .filter(|piece| piece.of(&self.text).contains(char::is_alphanumeric))
            .collect()
    }

    /// The parts of a range in quotation marks. These are the outermost quoted spans in it, or the whole range if it
    /// lies within one.
    fn quoted_in(&self, range: Span) -> Vec<Span> {
        let near: Vec<Span> = self.quoted.iter().copied().filter(|span| span.overlaps(range)).collect();
        let inside: Vec<Span> = near.iter().copied().filter(|span| range.contains(*span)).collect();
        let outer: Vec<Span> = inside
            .iter()
            .copied()
            .filter(|span| !inside.iter().any(|other| other != span && other.contains(*span)))
            .collect();
        if !outer.is_empty() {
            return outer;
        }
        let words = range.of(&self.text);
        let has_mark = words.starts_with(opens) || words.ends_with(closes);
        if has_mark || near.iter().any(|span| span.contains(range)) {
            return vec![range];
        }
        let crossed = near.first().map(|span| Span::new(span.start.max(range.start), span.end.min(range.end)));
        crossed.and_then(|span| trimmed(&self.text, span)).into_iter().collect()
    }

    fn add_terms(&mut self, mut more: Vec<Span>) {
        more.retain(|span| !overlaps_any(*span, &self.terms));
        self.terms.append(&mut more);
        self.terms.sort();
    }
}

impl Quote {
    fn unattributed() -> Quote {
        Quote {
            kind: QuoteType::Direct,
            medium: Medium::Speech,
            content: Vec::new(),
            quoted: Vec::new(),
            cue: Vec::new(),
            speaker: Vec::new(),
            speaker_name: None,
            chain: None,
            confidence: 1.0,
            why: String::new(),
            by: None,
            note: None,
            found: None,
        }
    }
}

/// Whether a character opens quotations and cannot be an apostrophe.
fn opens(c: char) -> bool {
    double_mark(c).is_some_and(QuotationMark::can_open)
}

/// Whether a character closes quotations and cannot be an apostrophe.
fn closes(c: char) -> bool {
    double_mark(c).is_some_and(QuotationMark::can_close)
}

fn double_mark(c: char) -> Option<QuotationMark> {
    QuotationMark::of_char(c).filter(|mark| matches!(mark.family, Family::Double | Family::Angle))
}

fn overlaps_any(span: Span, others: &[Span]) -> bool {
    others.iter().any(|other| other.overlaps(span))
}

/// The size of the overlap of a quotation and a range.
fn in_common(quote: &Quote, range: Span) -> usize {
    let shared = |piece: &Span| piece.end.min(range.end).saturating_sub(piece.start.max(range.start));
    quote.content.iter().map(shared).sum()
}
