//! The elements of a file as a tree: numbers and headings are only understood with what stands
//! beside them.

use crate::ImportError;
use crate::xml::{self, Tag, Visitor};

/// One element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Name without prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// Inside it, in order.
    pub children: Vec<Node>,
}

/// What stands inside an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// Reads the whole file; its nesting is bounded. Linear.
///
/// # Errors
/// As [`xml::walk`].
pub(super) fn parse(source: &str) -> Result<Element, ImportError> {
    let mut builder = Builder {
        open: vec![Element::default()],
    };
    xml::walk(source, &mut builder)?;
    Ok(builder.open.into_iter().next().unwrap_or_default())
}

struct Builder {
    /// The open elements, from the document itself to the innermost.
    open: Vec<Element>,
}

impl Visitor for Builder {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        self.open.push(Element {
            name: tag.name().to_owned(),
            attributes: tag.attributes(),
            children: Vec::new(),
        });
        true
    }

    fn close(&mut self, _: &str) {
        if let Some(done) = self.open.pop_if(|element| !element.name.is_empty())
            && let Some(above) = self.open.last_mut()
        {
            above.children.push(Node::Element(done));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(above) = self.open.last_mut() {
            match above.children.last_mut() {
                Some(Node::Text(before)) => before.push_str(text),
                _ => above.children.push(Node::Text(text.to_owned())),
            }
        }
    }
}

impl Element {
    /// Value of the attribute of this name without prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let named = self.attributes.iter().find(|(key, _)| key == name);
        named
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Elements right inside it.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element right inside it of this name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of this name anywhere inside it, in reading order.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|element| {
            if element.name == name {
                Some(element)
            } else {
                element.find(name)
            }
        })
    }

    /// All words inside it, white space as one space.
    pub fn words(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        wsis_document::normalize(&text)
    }

    /// The same for what can only be a number or nothing; `None` for more. The cost is bounded.
    pub fn few_words(&self) -> Option<String> {
        /// Texts and elements that are looked at, and bytes of text.
        const FEW: usize = 64;
        let (mut text, mut left) = (String::new(), FEW);
        self.collect_few(&mut text, &mut left)
            .then(|| wsis_document::normalize(&text))
            .filter(|words| words.len() <= FEW)
    }

    fn collect_few(&self, text: &mut String, left: &mut usize) -> bool {
        self.children.iter().all(|node| {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            match node {
                Node::Text(piece) if piece.len() > 1000 => false,
                Node::Text(piece) => {
                    text.push_str(piece);
                    true
                }
                Node::Element(element) => element.collect_few(text, left),
            }
        })
    }

    fn collect(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(piece) => text.push_str(piece),
                Node::Element(element) => element.collect(text),
            }
        }
    }
}
