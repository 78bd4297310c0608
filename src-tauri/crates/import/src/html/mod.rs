//! HTML: pages of organisations, pages saved by a browser, Word's "filtered HTML".
//!
//! `scraper` (html5ever) builds the tree as browsers do, so that unclosed paragraphs and stray
//! tags end where readers see them end. [`content`] says what is page and what is text,
//! [`notes`] finds footnotes, [`walk`] makes blocks of the rest.

mod content;
mod lists;
mod marks;
mod notes;
mod tags;
#[cfg(test)]
mod tests;
mod walk;

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink, Node};
use wsis_document::{Warning, WarningCode};

use crate::{Blocks, ImportError, Revisions, encoding};
use content::Kind;

/// Elements inside one another; browsers stop at 512 as well.
const MAX_DEPTH: usize = 512;

/// Elements, texts and comments of one page.
const MAX_NODES: usize = 1_000_000;

/// Bytes after which depth and size are looked at again. Within so few bytes not even the worst
/// page can grow beyond what memory holds.
const STRIDE: usize = 4096;

/// Reads the page into blocks.
///
/// # Errors
/// [`ImportError::NoText`] where nothing is printed, [`ImportError::TooLarge`] for a page that is
/// nested deeper or has more parts than any page for readers.
///
/// # Cost
/// Linear in the page; the nesting is bounded.
pub fn read(bytes: &[u8], revisions: Revisions) -> Result<Blocks, ImportError> {
    let (source, warning) = encoding::decode_marked_up(bytes);
    let page = parse(&source)?;
    let mut blocks = walk::blocks(&page, revisions);
    blocks.warnings.extend(warning);
    if blocks.blocks.is_empty() {
        return Err(ImportError::NoText);
    }
    Ok(blocks)
}

/// The tree of the page, given up as soon as it grows out of bounds: every opening tag costs as
/// much as it stands deep.
fn parse(source: &str) -> Result<Html, ImportError> {
    if !tags::are_sound(source) {
        return Err(ImportError::TooLarge {
            limit: "attributes of one element".into(),
        });
    }
    let options = ParseOpts::default();
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), options);
    let (mut rest, mut seen) = (source, 0);
    while !rest.is_empty() {
        let (now, later) = rest.split_at(rest.floor_char_boundary(STRIDE));
        parser.process(StrTendril::from(now));
        rest = later;
        seen = within_bounds(&parser.tokenizer.sink.sink.0.borrow(), seen)?;
    }
    let page = parser.finish();
    within_bounds(&page, seen)?;
    Ok(page)
}

/// The number of nodes, of which the first `seen` have been looked at before.
fn within_bounds(page: &Html, seen: usize) -> Result<usize, ImportError> {
    let beyond = |limit: String| Err(ImportError::TooLarge { limit });
    let nodes = page.tree.nodes().len();
    if nodes > MAX_NODES {
        return beyond(format!("{MAX_NODES} elements"));
    }
    let too_deep = |node: NodeRef<'_, Node>| node.ancestors().nth(MAX_DEPTH).is_some();
    if page.tree.nodes().rev().take(nodes - seen).any(too_deep) {
        return beyond(format!("{MAX_DEPTH} elements inside one another"));
    }
    Ok(nodes)
}

/// A warning that something of the page is not in the text.
fn not_compared(what: &str, count: usize) -> Option<Warning> {
    (count > 0).then(|| Warning {
        code: WarningCode::NotCompared,
        place: Some(what.to_owned()),
        detail: Some(count.to_string()),
    })
}

/// An element's value of an attribute.
fn attribute<'a>(node: &NodeRef<'a, Node>, name: &str) -> Option<&'a str> {
    let element = node.value().as_element()?;
    element
        .attrs()
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// An element's name; empty for text and the like.
fn name<'a>(node: &NodeRef<'a, Node>) -> &'a str {
    node.value().as_element().map_or("", |e| e.name())
}

/// The words inside a node as a reader sees them, white space as one space. Linear in what is
/// inside.
fn words(node: NodeRef<'_, Node>) -> String {
    let (text, _) = words_within(node, usize::MAX);
    wsis_document::normalize(&text)
}

/// The same for what can only be a mark, a number or nothing; `None` for more. The cost is bounded.
fn few_words(node: NodeRef<'_, Node>) -> Option<String> {
    /// Texts and elements that are looked at.
    const FEW: usize = 64;
    let (text, whole) = words_within(node, FEW);
    whole.then(|| wsis_document::normalize(&text))
}

/// The words of the first `most` nodes inside a node, and whether those are all.
fn words_within(node: NodeRef<'_, Node>, most: usize) -> (String, bool) {
    let mut text = String::new();
    let mut hidden = None;
    let mut left = most;
    for edge in node.traverse() {
        match edge {
            Edge::Open(inner) => {
                if left == 0 || (most < usize::MAX && text.len() > most) {
                    return (text, false);
                }
                left -= 1;
                match inner.value() {
                    _ if hidden.is_some() => {}
                    Node::Text(piece) => text.push_str(piece),
                    Node::Element(_) => match content::kind(&inner) {
                        Kind::Hidden => hidden = Some(inner.id()),
                        Kind::Inline => {}
                        _ => text.push(' '),
                    },
                    _ => {}
                }
            }
            Edge::Close(inner) => {
                if hidden == Some(inner.id()) {
                    hidden = None;
                }
            }
        }
    }
    (text, true)
}
