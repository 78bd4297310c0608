//! The structure tree of a tagged file: which marked content belongs to which paragraph or note.
//!
//! Source: ISO 32000-2, sections 14.7 (logical structure), 14.8.4 (standard structure types) and
//! 14.9.4 (replacement text).

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::{ACTUAL_TEXT, K, MCID, PG, ROLE_MAP, S, STRUCT_TREE_ROOT};
use hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::marked;

/// Deepest element that is followed.
const MAX_DEPTH: u32 = 60;
/// Most elements of one tree.
const MAX_ELEMENTS: usize = 2_000_000;

/// A marked-content sequence: page from 0, and its id there.
pub(super) type Content = (u32, u32);

/// What the tree says an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading; its level, 1 for a heading without one.
    Heading(u8),
    /// The title of the document.
    Title,
    /// A paragraph, a list item.
    Block,
    /// A cell of a table.
    Cell,
    /// A footnote or endnote.
    Note,
}

/// A block of text, by the content that it draws.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// What the tree says it is.
    pub kind: Kind,
    /// In reading order.
    pub content: Vec<Content>,
}

/// What an element reads as, whatever it draws: letters drawn as shapes, a hyphen that only a line
/// end made.
#[derive(Clone, Debug)]
pub(super) struct Replacement {
    /// In reading order.
    pub content: Vec<Content>,
    /// Stands for all of it.
    pub text: String,
}

/// The structure tree; empty for a file without tags.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    /// The blocks in reading order; a note comes right after the block that it stands in.
    pub elements: Vec<Element>,
    /// No two of them share content.
    pub replacements: Vec<Replacement>,
}

/// Reads the structure tree. Linear; cycles and anything deeper than [`MAX_DEPTH`] are cut off.
pub(super) fn read(pdf: &Pdf) -> Tree {
    let Some(root) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else {
        return Tree::default();
    };
    let Some(tree) = root.get::<Dict<'_>>(STRUCT_TREE_ROOT) else {
        return Tree::default();
    };
    let pages = pdf
        .pages()
        .iter()
        .enumerate()
        .filter_map(|(index, page)| page.raw().obj_id().map(|id| (id, index as u32)))
        .collect();
    let roles = tree
        .get::<Dict<'_>>(ROLE_MAP)
        .map(|map| {
            map.keys()
                .filter_map(|key| Some((key.to_vec(), map.get::<Name<'_>>(key)?.to_vec())))
                .collect()
        })
        .unwrap_or_default();
    let mut walk = Walk {
        pdf,
        pages,
        roles,
        seen: FxHashSet::default(),
        count: 0,
        out: Vec::new(),
        block: Vec::new(),
        kind: Kind::Block,
        only_label: false,
        in_cell: false,
        notes: Vec::new(),
        replaced: None,
        replacements: Vec::new(),
    };
    walk.children(&tree, 0, 0);
    walk.flush();
    Tree {
        elements: walk.out,
        replacements: walk.replacements,
    }
}

/// What an element's type means for the reading.
enum Meaning {
    Block(Kind),
    /// The number of a list item: stays with the text after it.
    Label,
    Note,
    Artifact,
    Inline,
}

struct Walk<'a> {
    pdf: &'a Pdf,
    pages: FxHashMap<ObjectIdentifier, u32>,
    roles: FxHashMap<Vec<u8>, Vec<u8>>,
    seen: FxHashSet<ObjectIdentifier>,
    count: usize,
    out: Vec<Element>,
    block: Vec<Content>,
    kind: Kind,
    only_label: bool,
    /// Inside a cell of a table, whose paragraphs are cells.
    in_cell: bool,
    notes: Vec<Element>,
    /// Content of the outermost open element that says what it reads as.
    replaced: Option<Vec<Content>>,
    replacements: Vec<Replacement>,
}

impl<'a> Walk<'a> {
    fn children(&mut self, parent: &Dict<'a>, page: u32, depth: u32) {
        match parent.get_raw::<Object<'_>>(K) {
            Some(MaybeRef::NotRef(Object::Array(array))) => self.list(&array, page, depth),
            Some(child) => self.child(child, page, depth),
            None => {}
        }
    }

    fn list(&mut self, array: &Array<'a>, page: u32, depth: u32) {
        for child in array.raw_iter() {
            self.child(child, page, depth);
        }
    }

    fn child(&mut self, child: MaybeRef<Object<'a>>, page: u32, depth: u32) {
        self.count += 1;
        if depth > MAX_DEPTH || self.count > MAX_ELEMENTS {
            return;
        }
        let object = match child {
            MaybeRef::NotRef(object) => Some(object),
            MaybeRef::Ref(reference) => {
                let id = ObjectIdentifier::from(reference);
                if !self.seen.insert(id) {
                    return;
                }
                self.pdf.xref().get::<Object<'a>>(id)
            }
        };
        match object {
            Some(Object::Number(number)) => {
                if let Ok(id) = u32::try_from(number.as_i64()) {
                    self.content((page, id));
                }
            }
            Some(Object::Dict(dict)) => {
                let page = self.page(&dict).unwrap_or(page);
                if dict.contains_key(S) {
                    self.element(&dict, page, depth);
                } else if let Some(id) = dict.get::<u32>(MCID) {
                    self.content((page, id));
                }
            }
            Some(Object::Array(array)) => self.list(&array, page, depth + 1),
            _ => {}
        }
    }

    fn page(&self, dict: &Dict<'_>) -> Option<u32> {
        self.pages
            .get(&ObjectIdentifier::from(dict.get_ref(PG)?))
            .copied()
    }

    fn content(&mut self, content: Content) {
        self.block.push(content);
        if let Some(replaced) = &mut self.replaced {
            replaced.push(content);
        }
        self.only_label = false;
    }

    fn element(&mut self, dict: &Dict<'a>, page: u32, depth: u32) {
        let text = dict.get::<PdfString<'_>>(ACTUAL_TEXT);
        let Some(text) = text.filter(|_| self.replaced.is_none()) else {
            return self.block_or_inline(dict, page, depth);
        };
        self.replaced = Some(Vec::new());
        self.block_or_inline(dict, page, depth);
        if let Some(content) = self.replaced.take() {
            self.replacements.push(Replacement {
                content,
                text: marked::text(&text),
            });
        }
    }

    fn block_or_inline(&mut self, dict: &Dict<'a>, page: u32, depth: u32) {
        match self.meaning(dict) {
            Meaning::Block(kind) => {
                if !self.only_label {
                    self.flush();
                }
                let around = self.in_cell;
                self.in_cell |= kind == Kind::Cell;
                self.kind = match kind {
                    Kind::Block if self.in_cell => Kind::Cell,
                    kind => kind,
                };
                self.children(dict, page, depth + 1);
                if !self.only_label {
                    self.flush();
                }
                self.in_cell = around;
            }
            Meaning::Label => {
                self.children(dict, page, depth + 1);
                self.only_label = !self.block.is_empty();
            }
            Meaning::Note => {
                let block = std::mem::take(&mut self.block);
                let (kind, only_label) = (self.kind, self.only_label);
                let before = self.out.len();
                let waiting = std::mem::take(&mut self.notes);
                self.children(dict, page, depth + 1);
                self.flush();
                // The paragraphs of a note are one note.
                let content: Vec<Content> = self
                    .out
                    .drain(before..)
                    .flat_map(|element| element.content)
                    .collect();
                self.notes = waiting;
                if !content.is_empty() {
                    self.notes.push(Element {
                        kind: Kind::Note,
                        content,
                    });
                }
                (self.block, self.kind, self.only_label) = (block, kind, only_label);
            }
            Meaning::Artifact => {}
            Meaning::Inline => self.children(dict, page, depth + 1),
        }
    }

    fn meaning(&self, dict: &Dict<'_>) -> Meaning {
        let name = dict
            .get::<Name<'_>>(S)
            .map(|name| name.to_vec())
            .unwrap_or_default();
        let role = self.roles.get(&name).unwrap_or(&name);
        match role.as_slice() {
            b"TD" | b"TH" => Meaning::Block(Kind::Cell),
            b"P" | b"LI" | b"Caption" | b"TOCI" | b"BlockQuote" | b"BibEntry" => {
                Meaning::Block(Kind::Block)
            }
            b"Title" => Meaning::Block(Kind::Title),
            b"Lbl" => Meaning::Label,
            b"Note" | b"FENote" => Meaning::Note,
            b"Artifact" => Meaning::Artifact,
            [b'H'] => Meaning::Block(Kind::Heading(1)),
            [b'H', digit @ b'1'..=b'9'] => Meaning::Block(Kind::Heading(digit - b'0')),
            _ => Meaning::Inline,
        }
    }

    fn flush(&mut self) {
        if !self.block.is_empty() {
            let content = std::mem::take(&mut self.block);
            self.out.push(Element {
                kind: self.kind,
                content,
            });
        }
        self.only_label = false;
        self.kind = Kind::Block;
        self.out.append(&mut self.notes);
    }
}
