//! Footnotes of a page: links from a raised mark to a note further down, as browsers, Word and
//! Markdown writers make them.

use ego_tree::{NodeId, NodeRef};
use rustc_hash::{FxHashMap, FxHashSet};
use scraper::{Html, Node};

use super::content::{Kind, kind, says};
use super::{attribute, few_words, name};

/// Longest note, in bytes; what is longer is a part of the text that something links to.
const LONGEST: usize = 8000;

/// The footnotes of one page.
#[derive(Default)]
pub(super) struct Notes {
    /// Links that are marks, with their mark.
    marks: FxHashMap<NodeId, String>,
    /// Elements that hold a note.
    bodies: FxHashSet<NodeId>,
    /// Mark and element of each note, in the order of the marks.
    pub order: Vec<(String, NodeId)>,
}

impl Notes {
    /// Finds the marks and what they point to. Linear, as nesting is bounded.
    pub fn of(page: &Html) -> Notes {
        let mut targets: FxHashMap<&str, (usize, NodeRef<'_, Node>)> = FxHashMap::default();
        let mut links = Vec::new();
        for (at, node) in page.tree.root().descendants().enumerate() {
            if !node.value().is_element() {
                continue;
            }
            for key in ["id", "name"] {
                if let Some(id) = attribute(&node, key) {
                    targets.entry(id).or_insert((at, node));
                }
            }
            if name(&node) == "a"
                && let Some(id) = attribute(&node, "href").and_then(|href| href.strip_prefix('#'))
            {
                links.push((at, node, id));
            }
        }
        let mut notes = Notes::default();
        let mut verdicts: FxHashMap<NodeId, bool> = FxHashMap::default();
        for (at, link, id) in links {
            let Some((_, target)) = targets.get(id).filter(|(below, _)| *below > at) else {
                continue;
            };
            let Some(mark) = few_words(link)
                .and_then(|words| mark(&words))
                .filter(|_| is_raised(&link))
            else {
                continue;
            };
            let around = |body: &NodeRef<'_, Node>| link.ancestors().any(|n| n.id() == body.id());
            let held = body(*target).filter(|body| {
                *verdicts.entry(body.id()).or_insert_with(|| is_note(body)) && !around(body)
            });
            if let Some(body) = held {
                notes.marks.insert(link.id(), mark.clone());
                if notes.bodies.insert(body.id()) {
                    notes.order.push((mark, body.id()));
                }
            }
        }
        notes
    }

    /// The mark that an element is.
    pub fn mark(&self, node: NodeId) -> Option<&str> {
        self.marks.get(&node).map(String::as_str)
    }

    /// Whether an element holds a note.
    pub fn is_body(&self, node: NodeId) -> bool {
        self.bodies.contains(&node)
    }
}

/// What is printed as a note mark: `1`, `[12]`, `*`; without its brackets.
pub(super) fn mark(text: &str) -> Option<String> {
    let inner = text.trim().trim_start_matches(['[', '(']);
    let inner = inner.trim_end_matches([']', ')', '.']).trim();
    let numbered = inner.chars().all(|c| c.is_numeric());
    let signs = inner.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§'));
    let lettered = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    ((1..=4).contains(&inner.chars().count()) && (numbered || signs || lettered))
        .then(|| inner.to_owned())
}

/// Whether a link back to the text: its words are a mark or an arrow.
pub(super) fn is_link_back(link: &NodeRef<'_, Node>) -> bool {
    let local = attribute(link, "href").is_some_and(|href| href.starts_with('#'));
    let brief = |words: String| mark(&words).is_some() || !words.contains(char::is_alphanumeric);
    local && few_words(*link).is_some_and(brief)
}

/// Whether a link is raised as note marks are, by its tag, its role or the name of its class.
fn is_raised(link: &NodeRef<'_, Node>) -> bool {
    let raised = |node: &NodeRef<'_, Node>| {
        let noted = |key| attribute(node, key).is_some_and(|v| v.to_lowercase().contains("note"));
        name(node) == "sup"
            || noted("class")
            || noted("role")
            || attribute(node, "style").is_some_and(|s| says(s, "vertical-align", "super"))
    };
    link.descendants().any(|inner| raised(&inner)) || link.ancestors().take(2).any(|n| raised(&n))
}

/// The element that holds the note whose anchor is `target`.
fn body(target: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let holds = |node: &NodeRef<'_, Node>| {
        matches!(
            name(node),
            "p" | "li" | "dd" | "div" | "tr" | "aside" | "section"
        )
    };
    let near = std::iter::once(target)
        .chain(target.ancestors())
        .find(holds)?;
    // Word keeps the paragraphs of one note in one division.
    let whole = near.parent().filter(|parent| {
        let id = attribute(parent, "id").unwrap_or("");
        name(parent) == "div" && (id.starts_with("ftn") || id.starts_with("edn"))
    });
    Some(whole.unwrap_or(near))
}

/// Whether an element can be a note at all: short, and without headings.
fn is_note(body: &NodeRef<'_, Node>) -> bool {
    let mut length = 0;
    body.descendants().all(|inner| {
        length += inner.value().as_text().map_or(0, |text| text.len());
        length <= LONGEST && !matches!(kind(&inner), Kind::Heading(_))
    })
}
