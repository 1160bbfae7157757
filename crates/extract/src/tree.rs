//! The part of a page's tree that a reader sees, with the place of every element.

use crate::element::{Element, Place};
use dom_query::NodeRef;

/// The attribute by which an element is found again after another program has rearranged the tree.
pub const MARK: &str = "data-newsmark";

/// Deeper elements than this are treated as if they were at this depth.
const DEPTH: u16 = 256;

/// A paragraph with fewer characters than this may be a menu's or a caption's.
const PARAGRAPH: usize = 60;

pub struct Node {
    pub parent: usize,
    pub children: Vec<usize>,
    pub content: Content,
    /// Characters of text inside it, without white space.
    pub length: usize,
    /// The child of the same parent before it.
    pub previous: Option<usize>,
    depth: u16,
}

/// Readability makes paragraphs of these elements, and the paragraphs have no attributes.
fn loses_its_mark(parent: &NodeRef) -> bool {
    ["div", "td", "th", "section", "article", "main", "body", "center", "font"].iter().any(|name| parent.has_name(name))
}

pub enum Content {
    Text(String),
    Element(Element),
}

/// Nodes in the order of the page. The first is the root, its own parent.
pub struct Tree(pub Vec<Node>);

impl Tree {
    /// Reads the tree below a node, and marks its elements with their index.
    pub fn of(root: &NodeRef) -> Tree {
        let mut nodes: Vec<Node> = Vec::new();
        let mut waiting = vec![(*root, 0_usize)];
        while let Some((node, parent)) = waiting.pop() {
            let depth = nodes.get(parent).map_or(0, |parent| parent.depth + 1).min(DEPTH);
            let index = nodes.len();
            let previous = nodes.get(parent).and_then(|parent| parent.children.last().copied());
            if node.is_text() {
                let text = node.text().to_string();
                if !text.trim().is_empty() && node.parent().is_some_and(|parent| loses_its_mark(&parent)) {
                    let span = node.tree.new_element("span");
                    span.set_attr(MARK, &index.to_string());
                    node.wrap_node(&span);
                }
                let length = text.chars().filter(|c| !c.is_whitespace()).count();
                nodes.push(Node {
                    parent,
                    children: Vec::new(),
                    content: Content::Text(text),
                    length,
                    previous,
                    depth,
                });
            } else if node.is_element() {
                let element = Element::of(&node);
                if element.silent && index > 0 {
                    continue;
                }
                node.set_attr(MARK, &index.to_string());
                let content = Content::Element(element);
                nodes.push(Node { parent, children: Vec::new(), content, length: 0, previous, depth });
                // An element that is too deep gives its children to its parent.
                let holder = if depth < DEPTH { index } else { parent };
                waiting.extend(node.children_it(true).map(|child| (child, holder)));
            } else {
                continue;
            }
            if index > 0 {
                nodes[parent].children.push(index);
            }
        }
        let mut tree = Tree(nodes);
        let lengths: Vec<usize> = tree.0.iter().map(|node| node.length).collect();
        let sums = tree.sums(lengths);
        for (node, length) in tree.0.iter_mut().zip(sums) {
            node.length = length;
        }
        tree
    }

    /// The first character of the text in a node.
    pub fn first_char(&self, index: usize) -> Option<char> {
        self.inside(index).find_map(|index| match &self.0[index].content {
            Content::Text(text) => text.chars().next(),
            Content::Element(_) => None,
        })
    }

    /// Whether its elements tell paragraphs, list items or rows apart.
    pub fn has_paragraphs(&self) -> bool {
        let is_structure = |element: &Element| element.breaks == 2 || ["li", "tr"].contains(&element.name.as_str());
        (0..self.0.len()).any(|index| self.element(index).is_some_and(is_structure))
    }

    /// Whether it is deeper than the tree of any page that people have written.
    pub fn is_deep(&self) -> bool {
        self.0.iter().any(|node| node.depth == DEPTH)
    }

    /// For each node the sum over all nodes inside it.
    fn sums(&self, mut of: Vec<usize>) -> Vec<usize> {
        for index in (1..of.len()).rev() {
            of[self.0[index].parent] += of[index];
        }
        of
    }

    /// Completes the places: each element is also where its parent is. A class name such as "related" says nothing about
    /// an element that holds much of what an extractor has chosen.
    pub fn place(&mut self, chosen: &dyn Fn(usize) -> bool) {
        let is_text = |node: &Node| matches!(node.content, Content::Text(_));
        let own =
            self.0.iter().enumerate().map(|(index, node)| {
                if is_text(node) && (chosen(index) || chosen(node.parent)) { node.length } else { 0 }
            });
        let lengths = self.sums(own.collect());
        let whole = lengths.first().copied().unwrap_or_default();
        for (index, length) in lengths.into_iter().enumerate() {
            let outer = match &self.0[self.0[index].parent].content {
                Content::Element(parent) if index > 0 => parent.place,
                _ => Place::default(),
            };
            if let Content::Element(element) = &mut self.0[index].content {
                if length * 4 <= whole {
                    element.place = element.place.with(element.place_if_small);
                }
                element.place = element.place.with(outer);
            }
        }
    }

    /// The element that says that it is the article, the one with the most text, and the length of its paragraphs.
    pub fn declared_article(&self) -> (usize, usize) {
        let mut of = vec![0; self.0.len()];
        for (index, node) in self.0.iter().enumerate() {
            let is_paragraph = self.element(index).is_some_and(|element| element.name == "p");
            of[index] = if is_paragraph && node.length >= PARAGRAPH { node.length } else { 0 };
        }
        let lengths = self.sums(of);
        let declared = (0..self.0.len()).filter(|&index| self.element(index).is_some_and(|element| element.is_article));
        declared.map(|index| (index, lengths[index])).max_by_key(|&(index, length)| (length, index)).unwrap_or((0, 0))
    }

    /// The length of the text below an element that was chosen.
    pub fn text_length(&self, root: usize, chosen: &dyn Fn(usize) -> bool) -> usize {
        let texts = self.inside(root).filter(|&index| matches!(self.0[index].content, Content::Text(_)));
        texts.filter(|&index| chosen(index) || chosen(self.0[index].parent)).map(|index| self.0[index].length).sum()
    }

    /// An element and everything in it. They follow it in the order of the page, and what comes after
    /// them has a parent before it.
    pub fn inside(&self, root: usize) -> impl Iterator<Item = usize> + '_ {
        (root..self.0.len()).take_while(move |&index| index == root || self.0[index].parent >= root)
    }

    pub fn element(&self, index: usize) -> Option<&Element> {
        match &self.0.get(index)?.content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        }
    }
}
