//! A paragraph as the reader sees it.

use std::ops::Range;

use super::super::styles::Properties;
use super::tracking::Change;

/// Bytes that a paragraph has room for from its first word on.
const ROOM: usize = 256;

/// A paragraph of a stream, in one reading of the tracked changes.
#[derive(Debug, Default)]
pub(in super::super) struct Paragraph {
    /// The note or comment that it stands in.
    pub owner: Option<i64>,
    /// Style, by id.
    pub style: Option<String>,
    /// Its own properties over those of its style.
    pub properties: Properties,
    /// Automatic number, as printed.
    pub label: Option<String>,
    pub text: String,
    pub italics: Vec<Range<u32>>,
    /// Byte offset in the text, and what the mark refers to.
    pub marks: Vec<(u32, Mark)>,
    /// Ids of comments, and the bytes of the text that they stand on.
    pub comments: Vec<(i64, Range<u32>)>,
    /// Tracked changes, in order.
    pub changes: Vec<Change>,
    /// Inside a table of two columns or more.
    pub in_table: bool,
    /// A line of an automatic table of contents.
    pub contents: bool,
    /// Byte ranges of `text` in bold type.
    pub(super) bold: Vec<Range<u32>>,
    /// Something other than white space is in its text.
    pub(super) inked: bool,
    /// Words in hidden type.
    pub(super) hidden: String,
    /// Paragraphs of text boxes that hang on it, to be read after it.
    pub(super) boxes: Vec<Paragraph>,
    /// Bytes of its words in both readings.
    pub(super) flow: u32,
}

/// A note mark in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Mark {
    /// Numbered by Word in the order of the marks.
    Automatic { endnote: bool, id: i64 },
    /// Typed: `*`.
    Custom {
        endnote: bool,
        id: i64,
        mark: String,
    },
    /// Another mark of an earlier note.
    Repeated(String),
}

impl Paragraph {
    /// Whether all of its letters are bold, or nearly all.
    pub fn is_bold(&self) -> bool {
        if self.bold.is_empty() {
            return false;
        }
        // Mostly the bytes tell.
        let most: u32 = self.bold.iter().map(|range| range.end - range.start).sum();
        let least = self.text.bytes().filter(u8::is_ascii_alphabetic).count() as u32;
        if most * 10 < least * 9 {
            return false;
        }
        let inside = |range: &Range<u32>| self.text.get(range.start as usize..range.end as usize);
        let bold: u32 = self.bold.iter().filter_map(inside).map(letters).sum();
        bold > 0 && bold * 10 >= letters(&self.text) * 9
    }

    /// Where the next word comes, in bytes.
    pub(super) fn end(&self) -> u32 {
        self.text.len() as u32
    }

    /// Whether nothing of it is printed.
    pub(super) fn is_blank(&self) -> bool {
        !self.inked && self.marks.is_empty()
    }

    /// Words of one look.
    pub(super) fn push(&mut self, text: &str, italic: bool, bold: bool) {
        let at = self.end();
        if self.text.is_empty() {
            // Word parts a sentence into many runs.
            self.text.reserve(text.len().max(ROOM));
        }
        self.text.push_str(text);
        self.inked = self.inked || text.contains(|c: char| !c.is_whitespace());
        let range = at..self.end();
        if italic {
            extend(&mut self.italics, range.clone());
        }
        if bold {
            extend(&mut self.bold, range);
        }
    }

    /// Puts the content of the next paragraph behind its own, for its end is not in the reading.
    /// What the two are is what the next one is: its end is the one that stays.
    ///
    /// Linear in `next`, so that a long run of such paragraphs is read in linear time.
    pub(super) fn run_on(mut self, next: Paragraph) -> Paragraph {
        let shift = self.end();
        let moved = |range: Range<u32>| range.start + shift..range.end + shift;
        self.text.push_str(&next.text);
        self.inked |= next.inked;
        self.hidden.push_str(&next.hidden);
        self.italics.extend(next.italics.into_iter().map(moved));
        self.bold.extend(next.bold.into_iter().map(moved));
        let marks = next.marks.into_iter().map(|(at, mark)| (at + shift, mark));
        self.marks.extend(marks);
        let comments = next.comments.into_iter();
        self.comments
            .extend(comments.map(|(id, range)| (id, moved(range))));
        self.changes
            .extend(next.changes.into_iter().map(|mut change| {
                change.change.passage = moved(change.change.passage);
                change
            }));
        self.boxes.extend(next.boxes);
        self.contents |= next.contents;
        self.owner = next.owner;
        self.style = next.style;
        self.properties = next.properties;
        self.in_table = next.in_table;
        self
    }
}

/// Adds a range behind the others, or to the last one where it goes on.
fn extend(ranges: &mut Vec<Range<u32>>, range: Range<u32>) {
    match ranges.last_mut() {
        _ if range.is_empty() => {}
        Some(last) if last.end == range.start => last.end = range.end,
        _ => ranges.push(range),
    }
}

/// How many letters a text has.
fn letters(text: &str) -> u32 {
    text.chars().filter(|c| c.is_alphabetic()).count() as u32
}
