//! From the tree of a page to blocks.

use ego_tree::{NodeId, NodeRef};
use rustc_hash::FxHashSet;
use scraper::{Html, Node};
use wsis_document::{Label, LabelPrefix, Stripped, StrippedKind, Warning, WarningCode};

use super::content::{self, Kind, kind, says};
use super::lists::Counter;
use super::notes::{self, Notes};
use super::{attribute, few_words, marks, name, not_compared, words};
use crate::flow::Flow;
use crate::{Block, Blocks, Revisions, Role};

/// Reads the text of a page. Linear, as nesting is bounded.
pub(super) fn blocks(page: &Html, revisions: Revisions) -> Blocks {
    let found = Notes::of(page);
    let root = content::root(page);
    let mut walker = Walker::new(&found, content::margins_with_prose(page), revisions);
    walker.set_aside_around(root);
    walker.children(root, Look::default());
    walker.close();
    let mut out = walker.out;
    for (mark, body) in &found.order {
        let Some(body) = page.tree.get(*body) else {
            continue;
        };
        let mut inside = Walker::new(&found, FxHashSet::default(), revisions);
        inside.in_note = true;
        inside.children(body, Look::default());
        inside.close();
        let texts: Vec<&str> = inside.out.blocks.iter().map(|b| b.text.trim()).collect();
        out.footnotes.push((mark.clone(), texts.join(" ")));
    }
    marks::settle(&mut out, &walker.loose);
    out.warnings
        .extend(not_compared("pictures", walker.pictures));
    let whole = page.tree.root();
    if walker.changes > 0 && revisions == Revisions::Accepted {
        out.warnings.push(Warning {
            code: WarningCode::RevisionsAccepted,
            place: None,
            detail: Some(walker.changes.to_string()),
        });
    }
    out.facts.language = whole
        .descendants()
        .take(50)
        .find_map(|node| attribute(&node, "lang").or_else(|| attribute(&node, "xml:lang")))
        .filter(|tag| !tag.is_empty())
        .map(str::to_owned);
    let headed = out
        .blocks
        .iter()
        .any(|b| matches!(b.role, Role::Heading(_)));
    if !headed {
        let title = whole.descendants().find(|node| name(node) == "title");
        out.facts.title = title.map(words).filter(|title| !title.is_empty());
    }
    out
}

/// How the text is set where the walk stands.
#[derive(Clone, Copy, Default)]
struct Look {
    heading: Option<u8>,
    bold: bool,
    italic: bool,
    centred: bool,
    /// White space stands as it was typed.
    kept: bool,
    /// Inside a list item or a cell: text, whatever it looks like.
    body: bool,
}

impl Look {
    fn inside(mut self, node: &NodeRef<'_, Node>) -> Look {
        let Some(element) = node.value().as_element() else {
            return self;
        };
        match element.name() {
            "b" | "strong" => self.bold = true,
            "i" | "em" | "cite" | "var" | "dfn" => self.italic = true,
            "center" => self.centred = true,
            "pre" => self.kept = true,
            "li" | "dd" => self.body = true,
            _ => {}
        }
        for (key, value) in element.attrs() {
            match key {
                "align" => self.centred = value.eq_ignore_ascii_case("center"),
                "style" => {
                    self.bold |= ["bold", "600", "700", "800", "900"]
                        .iter()
                        .any(|weight| says(value, "font-weight", weight));
                    self.bold &= !says(value, "font-weight", "normal");
                    self.italic |= says(value, "font-style", "italic");
                    self.italic &= !says(value, "font-style", "normal");
                    self.centred |= says(value, "text-align", "center");
                }
                _ => {}
            }
        }
        self
    }
}

struct Walker<'a> {
    notes: &'a Notes,
    /// Heads and feet that belong to the text.
    margins: FxHashSet<NodeId>,
    in_note: bool,
    out: Blocks,
    pictures: usize,
    open: Flow,
    role: Role,
    marks: Vec<(u32, String)>,
    revisions: Revisions,
    changes: usize,
    /// Characters of the open block, and those in bold and in the middle.
    letters: [usize; 3],
    /// A line break came last.
    broken: bool,
    /// The number of the item or the cell that has begun, until text claims it.
    label: Option<String>,
    /// Raised numbers that no link explains: block, and place among its marks.
    loose: Vec<(usize, usize)>,
}

impl<'a> Walker<'a> {
    fn new(notes: &'a Notes, margins: FxHashSet<NodeId>, revisions: Revisions) -> Self {
        Walker {
            notes,
            margins,
            in_note: false,
            out: Blocks::default(),
            pictures: 0,
            open: Flow::default(),
            role: Role::Unknown,
            marks: Vec::new(),
            revisions,
            changes: 0,
            letters: [0; 3],
            broken: false,
            label: None,
            loose: Vec::new(),
        }
    }

    fn children(&mut self, node: NodeRef<'_, Node>, look: Look) {
        for child in node.children() {
            match child.value() {
                Node::Text(text) => self.text(text, look),
                Node::Element(_) => self.element(child, look),
                _ => {}
            }
        }
    }

    fn element(&mut self, node: NodeRef<'_, Node>, look: Look) {
        if self.notes.is_body(node.id()) {
            return;
        }
        if let Some(mark) = self.notes.mark(node.id()) {
            self.note_mark(mark.to_owned());
            return;
        }
        let look = look.inside(&node);
        match kind(&node) {
            // Headings of parts that fold are buttons.
            Kind::Hidden if name(&node) == "button" && look.heading.is_some() => {
                self.inline(node, look);
            }
            Kind::Hidden => {}
            Kind::Picture => self.pictures += 1,
            Kind::Furniture => self.set_aside(node),
            Kind::Margin if !self.margins.contains(&node.id()) => self.set_aside(node),
            Kind::Break => self.line_break(),
            Kind::Inline => self.inline(node, look),
            Kind::List => self.list(node, look),
            Kind::Row => self.row(node, look),
            Kind::Heading(level) => self.block(
                node,
                Look {
                    heading: Some(level),
                    ..look
                },
            ),
            Kind::Block | Kind::Margin => self.block(node, look),
        }
    }

    fn block(&mut self, node: NodeRef<'_, Node>, look: Look) {
        self.close();
        self.role = match look.heading {
            Some(level) => Role::Heading(level),
            None if attribute(&node, "class") == Some("MsoTitle") => Role::Title,
            None => Role::Unknown,
        };
        self.children(node, look);
        self.close();
    }

    fn inline(&mut self, node: NodeRef<'_, Node>, look: Look) {
        if self.in_note && name(&node) == "a" && notes::is_link_back(&node) {
            return;
        }
        if name(&node) == "sup"
            && let Some(mark) = few_words(node)
                .and_then(|words| notes::mark(&words))
                .filter(|mark| mark.parse::<u32>().is_ok())
            && !node
                .descendants()
                .any(|inner| self.notes.mark(inner.id()).is_some())
        {
            if !self.in_note {
                self.loose.push((self.out.blocks.len(), self.marks.len()));
                self.note_mark(mark);
                return;
            }
            if self.open.text.is_empty() {
                return;
            }
        }
        if let "ins" | "del" = name(&node) {
            self.changes += 1;
            if (name(&node) == "ins") != (self.revisions == Revisions::Accepted) {
                return;
            }
        }
        self.children(node, look);
    }

    fn list(&mut self, node: NodeRef<'_, Node>, look: Look) {
        self.close();
        let mut counter = Counter::of(&node);
        for child in node.children() {
            if name(&child) == "li" && !self.notes.is_body(child.id()) {
                self.label = counter.next(&child);
                self.element(child, look);
                self.label = None;
            } else if child.value().is_element() {
                self.element(child, look);
            }
        }
        self.close();
    }

    /// A row. Where its first cell holds nothing but a number, the number is that of the second.
    fn row(&mut self, node: NodeRef<'_, Node>, look: Look) {
        self.close();
        let mut cells = node
            .children()
            .filter(|cell| matches!(name(cell), "td" | "th"))
            .filter(|cell| few_words(*cell).is_none_or(|words| !words.is_empty()))
            .peekable();
        if let Some(first) = cells.peek() {
            let number = few_words(*first).unwrap_or_default();
            let short = number.chars().count() <= 12 && node.children().count() > 1;
            let number = Some(number).filter(|n| short && Label::parse(n).is_some());
            let rest = cells.clone().count() == 2;
            if let Some(number) = number.filter(|_| rest) {
                cells.next();
                self.label = Some(number);
            }
        }
        // A row of one cell only sets the page; more of them are a table.
        let body = look.body || self.label.is_some() || cells.clone().count() > 1;
        for cell in cells {
            self.element(cell, Look { body, ..look });
        }
        self.label = None;
        self.close();
    }

    fn set_aside(&mut self, node: NodeRef<'_, Node>) {
        self.close();
        let text = words(node);
        if !text.is_empty() {
            self.out.stripped.push(Stripped {
                kind: StrippedKind::Furniture,
                page: None,
                text,
            });
        }
    }

    /// Sets aside what stands beside the main part of the page.
    fn set_aside_around(&mut self, root: NodeRef<'_, Node>) {
        let mut inner = root;
        while let Some(parent) = inner.parent().filter(|_| name(&inner) != "body") {
            for beside in parent.children().filter(|node| node.id() != inner.id()) {
                if beside.value().is_element() && kind(&beside) != Kind::Hidden {
                    self.set_aside(beside);
                }
            }
            inner = parent;
        }
    }

    fn note_mark(&mut self, mark: String) {
        let at = self.open.end();
        self.marks.push((at, mark));
    }

    /// One break ends a line, two a paragraph.
    fn line_break(&mut self) {
        if self.broken {
            let role = self.role;
            self.close();
            self.role = role;
        }
        self.broken = true;
        self.open.line_end();
    }

    fn text(&mut self, text: &str, look: Look) {
        for (at, line) in text.split('\n').enumerate() {
            match (at, look.kept) {
                (0, _) => {}
                (_, true) => self.line_break(),
                (_, false) => self.open.line_end(),
            }
            let printed = self.open.push(line, look.italic);
            if printed == 0 {
                continue;
            }
            self.broken = false;
            if look.body && self.role == Role::Unknown {
                self.role = Role::Body;
            }
            self.letters[0] += printed;
            self.letters[1] += if look.bold { printed } else { 0 };
            self.letters[2] += if look.centred { printed } else { 0 };
        }
    }

    /// Ends the open block.
    fn close(&mut self) {
        let flow = std::mem::take(&mut self.open);
        let role = std::mem::replace(&mut self.role, Role::Unknown);
        let note_marks = std::mem::take(&mut self.marks);
        let [all, bold, centred] = std::mem::take(&mut self.letters);
        self.broken = false;
        if flow.text.trim().is_empty() {
            let here = self.out.blocks.len();
            while self.loose.pop_if(|(at, _)| *at >= here).is_some() {}
            return;
        }
        // Where a number is typed as well, the list was to print none.
        let label = self
            .label
            .take()
            .filter(|_| LabelPrefix::of(&flow.text).is_none());
        self.out.blocks.push(Block {
            role,
            label,
            italics: flow.italics,
            note_marks,
            bold: bold * 10 >= all * 8,
            centred: centred * 10 >= all * 8,
            ..Block::new(flow.text)
        });
    }
}
