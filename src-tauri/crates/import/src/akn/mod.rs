//! Akoma Ntoso (OASIS LegalDocML 3.0) and the United Nations' profile of it, AKN4UN.
//!
//! The elements say what they are, so that nothing is left to guess: numbers are labels,
//! headings are headings, notes are notes.

mod facts;
#[cfg(test)]
mod tests;
mod tree;

use rustc_hash::{FxHashMap, FxHashSet};
use wsis_document::{Label, Stripped, StrippedKind, Warning, WarningCode};

use crate::flow::Flow;
use crate::{Block, Blocks, ImportError, Revisions, Role, encoding};
use tree::{Element, Node};

/// Reads the document into blocks.
///
/// # Errors
/// [`ImportError::Damaged`] for what is no well-formed XML or declares entities,
/// [`ImportError::TooLarge`] beyond the depth, [`ImportError::NoText`] without anything printed.
///
/// # Cost
/// Linear in the file.
pub fn read(bytes: &[u8], revisions: Revisions) -> Result<Blocks, ImportError> {
    let (source, warning) = encoding::decode_marked_up(bytes);
    let root = tree::parse(&source)?;
    let mut reader = Reader::new(&root, revisions);
    reader.inside(&root, 0);
    let mut blocks = reader.finish();
    blocks.warnings.extend(warning);
    blocks.facts = facts::of(&root);
    if blocks.blocks.is_empty() {
        return Err(ImportError::NoText);
    }
    Ok(blocks)
}

/// Elements that run on in the line.
const INLINE: [&str; 46] = [
    "a",
    "abbr",
    "argument",
    "b",
    "concept",
    "courtType",
    "date",
    "def",
    "docAuthority",
    "docCommittee",
    "docDate",
    "docIntroducer",
    "docNumber",
    "docProponent",
    "docPurpose",
    "docStage",
    "docStatus",
    "docTitle",
    "docType",
    "docketNumber",
    "entity",
    "event",
    "fillIn",
    "inline",
    "ins",
    "judge",
    "lawyer",
    "legislature",
    "location",
    "mref",
    "object",
    "opinion",
    "organization",
    "outcome",
    "person",
    "process",
    "quantity",
    "quotedText",
    "ref",
    "role",
    "rref",
    "session",
    "shortTitle",
    "signature",
    "span",
    "term",
];

/// Parts that hold other numbered parts: their number alone makes a heading.
const CONTAINERS: [&str; 11] = [
    "article",
    "book",
    "chapter",
    "division",
    "part",
    "section",
    "subchapter",
    "subpart",
    "subtitle",
    "title",
    "tome",
];

/// What is about the text, or repeats it.
const SKIPPED: [&str; 4] = ["meta", "toc", "componentRef", "documentRef"];

struct Reader<'a> {
    out: Blocks,
    revisions: Revisions,
    changes: usize,
    pictures: usize,
    /// The element that holds the title.
    title: Option<&'a Element>,
    /// Notes that the head of the file keeps, by their name.
    kept_notes: FxHashMap<&'a str, &'a Element>,
    /// Marks of notes that are among the footnotes.
    noted: FxHashSet<String>,
    flow: Flow,
    marks: Vec<(u32, String)>,
    role: Role,
    /// A number that the next block is to be labelled with.
    number: Option<String>,
    /// Place among its like of the element that the next block is of.
    ordinal: Option<u32>,
    /// The same of the element that is read next.
    place: Option<u32>,
    /// Inside the cover or the preface: what is no title is masthead.
    cover: bool,
}

impl<'a> Reader<'a> {
    fn new(root: &'a Element, revisions: Revisions) -> Self {
        let name = |note: &'a Element| note.attribute("eId").or_else(|| note.attribute("id"));
        let notes = root.find("notes").into_iter().flat_map(Element::elements);
        let kept_notes = notes.filter_map(|note| Some((name(note)?, note))).collect();
        Reader {
            out: Blocks::default(),
            revisions,
            changes: 0,
            pictures: 0,
            title: facts::title(root),
            kept_notes,
            noted: FxHashSet::default(),
            flow: Flow::default(),
            marks: Vec::new(),
            role: Role::Body,
            number: None,
            ordinal: None,
            place: None,
            cover: false,
        }
    }

    /// Reads what stands inside an element; `depth` counts the headings above.
    fn inside(&mut self, element: &'a Element, depth: u8) {
        for node in &element.children {
            match node {
                Node::Text(text) => {
                    self.flow.push(text, false);
                }
                Node::Element(child) => self.element(child, depth),
            }
        }
    }

    fn element(&mut self, element: &'a Element, depth: u8) {
        let name = element.name.as_str();
        match name {
            _ if SKIPPED.contains(&name) => {}
            "i" | "em" => self.italic(element),
            "sub" | "sup" | "u" | "strong" => self.inside(element, depth),
            "ins" | "del" => self.changed(element, depth),
            _ if INLINE.contains(&name) => self.inside(element, depth),
            "br" | "eol" => self.flow.line_end(),
            "img" => self.pictures += 1,
            "authorialNote" => self.note(element),
            "noteRef" => self.kept_note(element),
            "coverPage" | "preface" => {
                self.close();
                self.cover = true;
                self.inside(element, depth);
                self.close();
                self.cover = false;
            }
            "tr" => self.row(element, depth),
            _ => self.block(element, depth),
        }
    }

    /// An element that begins and ends a block, or holds such.
    fn block(&mut self, element: &'a Element, depth: u8) {
        self.close();
        let place = self.place.take();
        let is_title = self.title.is_some_and(|title| std::ptr::eq(title, element));
        let role = std::mem::replace(&mut self.role, Role::Body);
        self.role = if is_title { Role::Title } else { role };
        let heading = element.child("heading");
        let number = element
            .child("num")
            .map(Element::words)
            .filter(|n| !n.is_empty());
        let is_container = CONTAINERS.contains(&element.name.as_str());
        let mut depth = depth;
        if heading.is_some() || (is_container && number.is_some()) {
            depth = depth.saturating_add(1);
            self.heading(number, heading, element.child("subheading"), depth);
        } else if number.is_some() {
            self.number = number;
            self.ordinal = place;
        } else if self.number.is_none() {
            // The number may stand in the text.
            self.ordinal = place;
        }
        let mut places: FxHashMap<&str, u32> = FxHashMap::default();
        for node in &element.children {
            match node {
                Node::Text(text) => {
                    self.flow.push(text, false);
                }
                Node::Element(child) => match child.name.as_str() {
                    "num" | "heading" | "subheading" => {}
                    name => {
                        let place = places.entry(name).or_default();
                        *place += 1;
                        self.place = Some(*place);
                        self.element(child, depth);
                    }
                },
            }
        }
        self.close();
        self.role = role;
    }

    fn heading(
        &mut self,
        number: Option<String>,
        heading: Option<&'a Element>,
        below: Option<&'a Element>,
        depth: u8,
    ) {
        self.role = Role::Heading(depth);
        match heading {
            Some(heading) => {
                self.number = number;
                self.inside(heading, depth);
            }
            None => {
                self.flow.push(&number.unwrap_or_default(), false);
            }
        }
        self.close();
        if let Some(below) = below {
            self.inside(below, depth);
            self.close();
        }
        self.role = Role::Body;
    }

    /// A row of a table. Where its first cell holds nothing but a number, it numbers the second.
    fn row(&mut self, row: &'a Element, depth: u8) {
        let printed = |cell: &&Element| cell.few_words().is_none_or(|words| !words.is_empty());
        let cells: Vec<&Element> = row.elements().filter(printed).collect();
        if let [first, second] = cells.as_slice()
            && let Some(number) = first
                .few_words()
                .filter(|words| Label::parse(words).is_some())
        {
            self.close();
            self.number = Some(number);
            self.block(second, depth);
            return;
        }
        for cell in cells {
            self.block(cell, depth);
        }
    }

    fn italic(&mut self, element: &'a Element) {
        let start = self.flow.end();
        self.inside(element, 0);
        self.flow.set_italic(start);
    }

    /// Words that somebody put in or took out.
    fn changed(&mut self, element: &'a Element, depth: u8) {
        self.changes += 1;
        if (element.name == "ins") == (self.revisions == Revisions::Accepted) {
            self.inside(element, depth);
        }
    }

    fn note(&mut self, note: &'a Element) {
        let given = note.attribute("marker").map(str::to_owned);
        let mark = given.unwrap_or_else(|| (self.out.footnotes.len() + 1).to_string());
        self.marks.push((self.flow.end(), mark.clone()));
        self.out.footnotes.push((mark, spaced_words(note)));
    }

    fn kept_note(&mut self, reference: &'a Element) {
        let name = reference
            .attribute("href")
            .unwrap_or("")
            .trim_start_matches('#');
        let Some(note) = self.kept_notes.get(name).copied() else {
            return;
        };
        let given = reference
            .attribute("marker")
            .or_else(|| note.attribute("marker"));
        let mark = given.map_or_else(|| (self.out.footnotes.len() + 1).to_string(), str::to_owned);
        self.marks.push((self.flow.end(), mark.clone()));
        if self.noted.insert(mark.clone()) {
            self.out.footnotes.push((mark, spaced_words(note)));
        }
    }

    /// Ends the open block.
    fn close(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        let note_marks = std::mem::take(&mut self.marks);
        if flow.text.trim().is_empty() {
            return;
        }
        if self.cover && self.role == Role::Body {
            self.out.stripped.push(Stripped {
                kind: StrippedKind::Masthead,
                page: None,
                text: flow.text,
            });
            return;
        }
        let block = Block {
            role: self.role,
            ordinal: self.ordinal.take(),
            italics: flow.italics,
            note_marks,
            ..Block::new(flow.text)
        };
        self.out.blocks.push(match self.number.take() {
            Some(number) => numbered(block, number),
            None => block,
        });
    }

    fn finish(mut self) -> Blocks {
        self.close();
        let mut warn = |code, place: Option<&str>, count: usize| {
            if count > 0 {
                self.out.warnings.push(Warning {
                    code,
                    place: place.map(str::to_owned),
                    detail: Some(count.to_string()),
                });
            }
        };
        warn(WarningCode::NotCompared, Some("pictures"), self.pictures);
        if self.revisions == Revisions::Accepted {
            warn(WarningCode::RevisionsAccepted, None, self.changes);
        }
        self.out
    }
}

/// The words of a note, whose paragraphs are apart in the source.
fn spaced_words(note: &Element) -> String {
    let paragraphs: Vec<String> = note
        .elements()
        .filter(|e| e.name == "p")
        .map(Element::words)
        .collect();
    if paragraphs.is_empty() {
        note.words()
    } else {
        paragraphs.join(" ")
    }
}

/// The block with its number as its label, or in its text where it is no label that is known.
fn numbered(mut block: Block, number: String) -> Block {
    if Label::parse(&number).is_some() {
        block.label = Some(number);
        return block;
    }
    let shift = number.len() as u32 + 1;
    block.text = format!("{number}\t{}", block.text);
    for italic in &mut block.italics {
        *italic = italic.start + shift..italic.end + shift;
    }
    for (at, _) in &mut block.note_marks {
        *at += shift;
    }
    block
}
