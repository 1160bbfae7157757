//! Turns annotations that may overlap into elements that nest.
//!
//! Markup is a tree, and annotations are not: a quotation can continue in the next paragraph, and a name can extend beyond
//! the end of a quotation. So every annotation is cut into as many pieces as the tree requires, and the writer of the tree
//! learns which piece of which annotation begins.

use newsmark::document::Document;
use newsmark::text::Span;
use std::collections::HashSet;

/// What a span of text is. Equal spans nest in this order, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The index of the quotation, here and below.
    Content(usize),
    Quoted(usize),
    Cue(usize),
    Speaker(usize),
    Term(usize),
    /// The index of the chain with this title.
    Title(usize),
    Entity(usize),
    /// The index of the chain, and of the mention in it. Entities and titles are not mentions here.
    Mention(usize, usize),
}

impl Part {
    /// Quotations may contain all other parts, but no other part may contain a quotation.
    fn rank(self) -> u8 {
        match self {
            Part::Content(_) => 0,
            Part::Quoted(_) => 1,
            _ => 2,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    pub span: Span,
    pub part: Part,
    /// The number of the annotation that the span belongs to. All spans of a quotation's content have the same number.
    pub mark: usize,
}

/// One step of writing the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Text(Span),
    /// A piece of this layer begins. The pieces of an annotation are numbered from 0.
    Open {
        layer: usize,
        piece: usize,
    },
    Close {
        layer: usize,
    },
}

/// The annotations of a text, cut so that they nest inside each of the given blocks.
pub struct Nesting {
    pub layers: Vec<Layer>,
    /// The steps for each block.
    pub blocks: Vec<Vec<Step>>,
    /// The number of pieces of each annotation.
    pub pieces: Vec<usize>,
}

impl Nesting {
    /// `blocks` are in text order and do not overlap. Text between them is left out.
    pub fn of(document: &Document, blocks: &[Span]) -> Nesting {
        let layers = layers(document);
        let mut cuts: Vec<usize> = layers.iter().flat_map(|layer| [layer.span.start, layer.span.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let marks = layers.iter().map(|layer| layer.mark + 1).max().unwrap_or(0);
        let mut walk = Walk {
            layers: &layers,
            cuts: &cuts,
            next_layer: 0,
            next_cut: 0,
            active: Vec::new(),
            pieces: vec![0; marks],
        };
        let blocks = blocks.iter().map(|&block| walk.block(block)).collect();
        let pieces = walk.pieces;
        Nesting { layers, blocks, pieces }
    }

    /// The parts that have a piece in a block. Empty parts and parts between blocks have none.
    pub fn shown(&self) -> HashSet<Part> {
        self.layers.iter().filter(|layer| self.pieces[layer.mark] > 0).map(|layer| layer.part).collect()
    }
}

/// All layers in the order in which they open: by their beginning, outer ones first.
fn layers(document: &Document) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut add = |part: Part, ranges: &[[usize; 2]]| {
        for &[start, end] in ranges.iter().filter(|range| range[0] < range[1]) {
            let mark = if let Part::Content(quote) = part { quote } else { document.quotes.len() + layers.len() };
            layers.push(Layer { span: Span::new(start, end), part, mark });
        }
    };
    for (index, quote) in document.quotes.iter().enumerate() {
        add(Part::Content(index), &quote.content);
        // Content that is completely in quotation marks is not repeated.
        let quoted: Vec<_> = quote.quoted.iter().copied().filter(|at| !quote.content.contains(at)).collect();
        add(Part::Quoted(index), &quoted);
        add(Part::Cue(index), &quote.cue);
        add(Part::Speaker(index), &quote.speaker);
    }
    for (index, &term) in document.quoted_terms.iter().enumerate() {
        add(Part::Term(index), &[term]);
    }
    for (index, entity) in document.entities.iter().enumerate() {
        add(Part::Entity(index), &[[entity.start, entity.end]]);
    }
    let entities = document.entities.iter().filter_map(|e| Some((e.chain?, e.start, e.end)));
    let titles = document
        .chains
        .iter()
        .enumerate()
        .flat_map(|(chain, record)| record.titles.iter().map(move |t| (chain, t.start, t.end)));
    let mut named: Vec<_> = entities.chain(titles).collect();
    named.sort_unstable();
    for (index, chain) in document.chains.iter().enumerate() {
        for title in &chain.titles {
            add(Part::Title(index), &[[title.start, title.end]]);
        }
        for (number, mention) in chain.mentions.iter().enumerate() {
            if named.binary_search(&(index, mention.start, mention.end)).is_err() {
                add(Part::Mention(index, number), &[[mention.start, mention.end]]);
            }
        }
    }
    layers.sort_by_key(order);
    layers
}

fn order(layer: &Layer) -> (usize, u8, usize, Part) {
    (layer.span.start, layer.part.rank(), usize::MAX - layer.span.end, layer.part)
}

/// Goes through the text once and keeps track of the open elements.
struct Walk<'l> {
    layers: &'l [Layer],
    cuts: &'l [usize],
    next_layer: usize,
    next_cut: usize,
    /// The layers at the current position, outermost first.
    active: Vec<usize>,
    /// The number of pieces of each annotation that have begun.
    pieces: Vec<usize>,
}

impl Walk<'_> {
    fn block(&mut self, block: Span) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut at = block.start;
        while at < block.end {
            self.enter(at);
            let kept = open.iter().zip(&self.active).take_while(|(a, b)| a == b).count();
            steps.extend(open.drain(kept..).rev().map(|layer| Step::Close { layer }));
            for &layer in &self.active[kept..] {
                let piece = &mut self.pieces[self.layers[layer].mark];
                steps.push(Step::Open { layer, piece: *piece });
                *piece += 1;
                open.push(layer);
            }
            while self.cuts.get(self.next_cut).is_some_and(|&cut| cut <= at) {
                self.next_cut += 1;
            }
            let end = self.cuts.get(self.next_cut).map_or(block.end, |&cut| cut.min(block.end));
            steps.push(Step::Text(Span::new(at, end)));
            at = end;
        }
        steps.extend(open.into_iter().rev().map(|layer| Step::Close { layer }));
        steps
    }

    /// Updates `active`.
    fn enter(&mut self, at: usize) {
        let layers = self.layers;
        self.active.retain(|&layer| layers[layer].span.end > at);
        while let Some(layer) = layers.get(self.next_layer).filter(|layer| layer.span.start <= at) {
            if layer.span.end > at {
                let key = |layer: &Layer| (layer.part.rank(), order(layer));
                let place = self.active.partition_point(|&other| key(&layers[other]) <= key(layer));
                self.active.insert(place, self.next_layer);
            }
            self.next_layer += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsmark::document::{EntityRecord, QuoteRecord};
    use newsmark::entities::EntityType;
    use newsmark::quotes::QuoteType;

    fn entity(start: usize, end: usize) -> EntityRecord {
        EntityRecord::new(0, [start, end], EntityType::Org, "")
    }

    fn quote(content: &[[usize; 2]]) -> QuoteRecord {
        QuoteRecord::new(0, QuoteType::Indirect, content.to_vec())
    }

    fn document(entities: Vec<EntityRecord>, quotes: Vec<QuoteRecord>) -> Document {
        let mut document = Document::default();
        (document.entities, document.quotes) = (entities, quotes);
        document
    }

    /// Brackets: round for speech, square for entities, with the piece's number.
    fn drawn(text: &str, document: &Document, blocks: &[Span]) -> Vec<String> {
        let nesting = Nesting::of(document, blocks);
        let speech = |layer: usize| matches!(nesting.layers[layer].part, Part::Content(_));
        let draw = |step: &Step| match *step {
            Step::Text(span) => span.of(text).to_owned(),
            Step::Open { layer, piece } => format!("{}{piece}", if speech(layer) { '(' } else { '[' }),
            Step::Close { layer } => if speech(layer) { ")" } else { "]" }.to_owned(),
        };
        nesting.blocks.iter().map(|steps| steps.iter().map(draw).collect()).collect()
    }

    #[test]
    fn marks_that_cross_are_cut() {
        let document = document(vec![entity(2, 6)], vec![quote(&[[4, 9]])]);
        assert_eq!(drawn("abcdefghij", &document, &[Span::new(0, 10)]), ["ab[0cd](0[1ef]ghi)j"]);
    }

    #[test]
    fn a_mark_goes_on_in_the_next_block() {
        let document = document(vec![entity(1, 7), entity(1, 3)], Vec::new());
        let blocks = [Span::new(0, 4), Span::new(5, 9)];
        assert_eq!(drawn("abcd efghi", &document, &blocks), ["a[0[0bc]d]", "[1ef]gh"]);
    }

    #[test]
    fn the_pieces_of_a_quotation_are_counted_together() {
        let document = document(Vec::new(), vec![quote(&[[0, 2], [5, 7]])]);
        assert_eq!(drawn("ab cd ef", &document, &[Span::new(0, 8)]), ["(0ab) cd(1 e)f"]);
        assert_eq!(Nesting::of(&document, &[Span::new(0, 8)]).pieces, [2]);
    }
}
