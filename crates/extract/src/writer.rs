//! Writes the text of a tree as blocks, as a browser would show it.

use crate::block::Block;
use crate::element::Place;
use crate::tree::{Content, Tree};
use std::collections::HashMap;

/// A cell with more characters holds text: the table is there for the layout of the page.
const LONGEST_CELL: usize = 100;

enum Step {
    Enter(usize),
    Leave(usize),
}

/// The blocks of a tree. `chosen` says of each element whether an extractor has chosen it.
pub fn blocks(tree: &Tree, chosen: &dyn Fn(usize) -> bool) -> Vec<Block> {
    let mut writer = Writer {
        tree,
        chosen,
        blocks: Vec::new(),
        block: None,
        due: 0,
        space: false,
        is_chosen: false,
        rows: HashMap::new(),
        in_cell: false,
        links: 0,
        quoted: 0,
    };
    let mut steps = vec![Step::Enter(0)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(index) => {
                writer.enter(index);
                if let Some(node) = tree.0.get(index) {
                    steps.push(Step::Leave(index));
                    steps.extend(node.children.iter().rev().map(|&child| Step::Enter(child)));
                }
            }
            Step::Leave(index) => writer.leave(index),
        }
    }
    writer.flush();
    writer.blocks
}

struct Writer<'t> {
    tree: &'t Tree,
    chosen: &'t dyn Fn(usize) -> bool,
    blocks: Vec<Block>,
    block: Option<Block>,
    /// Line breaks that are due before the next word.
    due: u8,
    space: bool,
    is_chosen: bool,
    /// Whether the children of an element are the cells of a row.
    rows: HashMap<usize, bool>,
    /// The paragraphs of a cell are in one line, so that all cells of a row are.
    in_cell: bool,
    /// Links that have begun since the last word.
    links: usize,
    /// The number of `q` elements around.
    quoted: usize,
}

impl Writer<'_> {
    fn enter(&mut self, index: usize) {
        let Some(node) = self.tree.0.get(index) else { return };
        match &node.content {
            Content::Text(text) => self.text(text, index, node.parent),
            Content::Element(element) => {
                match element.name.as_str() {
                    "br" => self.line_break(),
                    // Browsers draw the quotation marks of <q>; the text does not contain them.
                    "q" => self.push(if self.quoted.is_multiple_of(2) { "“" } else { "‘" }, index),
                    "td" | "th" if self.is_cell(index) => {
                        // Empty cells keep their column.
                        if self.block.is_none() {
                            self.push("", index);
                        }
                        self.in_cell = true;
                    }
                    "td" | "th" => self.separate(1),
                    _ => self.separate(element.breaks),
                }
                self.quoted += usize::from(element.name == "q");
                self.links += usize::from(element.name == "a" && node.length > 0);
                if element.breaks == 0 {
                    self.gap(index);
                }
            }
        }
    }

    fn leave(&mut self, index: usize) {
        let Some(element) = self.tree.element(index) else { return };
        match element.name.as_str() {
            "br" => {}
            "q" => {
                self.quoted -= 1;
                self.space = false;
                self.push(if self.quoted.is_multiple_of(2) { "”" } else { "’" }, index);
            }
            "td" | "th" if self.is_cell(index) => {
                self.in_cell = false;
                self.space = false;
                if self.has_sibling_after(index) {
                    self.push("\t", index);
                }
            }
            "td" | "th" => self.separate(1),
            _ => self.separate(element.breaks),
        }
    }

    /// Whether an element is a cell in a row of several short ones. Otherwise the table is there for the layout of the page.
    fn is_cell(&mut self, index: usize) -> bool {
        let row = self.tree.0[index].parent;
        *self.rows.entry(row).or_insert_with(|| {
            let cells = || self.tree.0[row].children.iter().filter(|&&cell| self.tree.element(cell).is_some());
            cells().count() > 1 && cells().all(|&cell| self.tree.0[cell].length <= LONGEST_CELL)
        })
    }

    fn has_sibling_after(&self, index: usize) -> bool {
        let siblings = &self.tree.0[self.tree.0[index].parent].children;
        siblings.iter().rev().find(|&&sibling| self.tree.element(sibling).is_some()).is_some_and(|&last| last != index)
    }

    /// Two elements that a style sheet draws apart have no white space between them: "Credit" and "Kirsten Vale".
    fn gap(&mut self, index: usize) {
        let node = &self.tree.0[index];
        let Some(before) = node.previous.filter(|&before| self.tree.element(before).is_some()) else { return };
        let first = self.tree.first_char(index);
        let last = self.block.as_ref().and_then(|block| block.text.chars().next_back());
        let (Some(last), Some(first)) = (last, first) else { return };
        let is_word = self.tree.0[before].length > 1;
        let breaks = (last.is_lowercase() || last.is_ascii_digit()) && first.is_uppercase()
            || last.is_alphabetic() && first.is_ascii_digit()
            || matches!(last, '.' | ',' | ':' | ';' | '!' | '?' | ')' | '|' | '”') && first.is_alphanumeric();
        if is_word && breaks {
            self.space = true;
        }
    }

    fn text(&mut self, text: &str, index: usize, parent: usize) {
        // A text in a paragraph is found by its parent, one beside other elements by itself.
        self.is_chosen = (self.chosen)(index) || (self.chosen)(parent);
        let as_written = self.as_written(parent);
        if as_written {
            let mut lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
            if let Some(first) = lines.next() {
                self.push_if_any(first, parent);
            }
            for line in lines {
                self.line_break();
                self.push_if_any(line, parent);
            }
            return;
        }
        // Not char::is_whitespace: a no-break space is part of the text.
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for (number, word) in text.split(is_blank).enumerate() {
            self.space |= number > 0;
            if !word.is_empty() {
                self.push(word, parent);
            }
        }
    }

    fn as_written(&self, mut index: usize) -> bool {
        loop {
            if self.tree.element(index).is_some_and(|element| element.as_written) {
                return true;
            }
            if index == 0 {
                return false;
            }
            index = self.tree.0[index].parent;
        }
    }

    fn push_if_any(&mut self, text: &str, parent: usize) {
        if !(text.is_empty() || self.block.is_none() && text.trim().is_empty()) {
            self.push(text, parent);
        }
    }

    fn push(&mut self, text: &str, parent: usize) {
        let place = self.tree.element(parent).map(|element| element.place).unwrap_or_default();
        let (breaks, holder) = (self.due, self.holder(parent));
        let block = self.block.get_or_insert_with(|| Block { breaks, place, holder, ..Block::default() });
        if self.space && !block.text.is_empty() && !block.text.ends_with('\t') {
            block.text.push(' ');
        }
        self.space = false;
        self.due = 0;
        block.links += std::mem::take(&mut self.links);
        block.text.push_str(text);
        block.place = block.place.shared(place);
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        block.length += length;
        block.linked += if place.is(Place::LINK) { length } else { 0 };
        block.chosen += if self.is_chosen { length } else { 0 };
    }

    /// The parent of the nearest element that starts on a new line.
    fn holder(&self, mut index: usize) -> usize {
        while index > 0 && self.tree.element(index).is_none_or(|element| element.breaks == 0) {
            index = self.tree.0[index].parent;
        }
        self.tree.0.get(index).map_or(0, |node| node.parent)
    }

    fn separate(&mut self, breaks: u8) {
        if breaks > 0 && self.in_cell {
            self.space = true;
        } else if breaks > 0 {
            self.flush();
            self.due = self.due.max(breaks);
        }
    }

    fn line_break(&mut self) {
        if self.in_cell {
            return self.separate(1);
        }
        self.flush();
        self.due = (self.due + 1).min(2);
    }

    fn flush(&mut self) {
        self.space = false;
        if let Some(mut block) = self.block.take() {
            block.text.truncate(block.text.trim_end().len());
            if !block.text.trim_start().is_empty() {
                self.blocks.push(block);
            }
        }
    }
}
