//! A paragraph as the reader sees it.

use std::ops::Range;

use super::super::styles::Properties;
use super::tracking::Change;

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
    /// Letters and how many of them are bold.
    pub(super) letters: (u32, u32),
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
    /// Whether all of its letters are bold.
    pub fn is_bold(&self) -> bool {
        let (all, bold) = self.letters;
        all > 0 && bold * 10 >= all * 9
    }

    /// Where the next word comes, in bytes.
    pub(super) fn end(&self) -> u32 {
        self.text.len() as u32
    }

    /// Whether nothing of it is printed.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.marks.is_empty()
    }

    /// Words of one look.
    pub(super) fn push(&mut self, text: &str, italic: bool, bold: bool) {
        let at = self.end();
        self.text.push_str(text);
        if italic && !text.is_empty() {
            match self.italics.last_mut() {
                Some(last) if last.end == at => last.end = self.text.len() as u32,
                _ => self.italics.push(at..self.text.len() as u32),
            }
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count() as u32;
        self.letters.0 += letters;
        self.letters.1 += if bold { letters } else { 0 };
    }

    /// Puts the content of a paragraph whose end is not in the reading before its own.
    pub(super) fn prepend(&mut self, before: Paragraph) {
        let shift = before.end();
        let moved = |range: Range<u32>| range.start + shift..range.end + shift;
        let gone = before.is_blank();
        self.italics = before
            .italics
            .into_iter()
            .chain(self.italics.drain(..).map(moved))
            .collect();
        self.marks = before
            .marks
            .into_iter()
            .chain(self.marks.drain(..).map(|(at, mark)| (at + shift, mark)))
            .collect();
        self.comments = before
            .comments
            .into_iter()
            .chain(
                self.comments
                    .drain(..)
                    .map(|(id, range)| (id, moved(range))),
            )
            .collect();
        self.changes = before
            .changes
            .into_iter()
            .map(|change| if gone { change.homeless() } else { change })
            .chain(self.changes.drain(..))
            .collect();
        self.text.insert_str(0, &before.text);
        self.hidden.insert_str(0, &before.hidden);
        self.letters.0 += before.letters.0;
        self.letters.1 += before.letters.1;
        self.boxes.splice(0..0, before.boxes);
        self.contents |= before.contents;
    }
}
