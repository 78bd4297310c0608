//! What a reader of one format hands to [`crate::structure`]: the text in reading order, with
//! what its looks say and nothing decided yet.

use std::ops::Range;

use wsis_document::{Stripped, Warning};

use crate::Beside;

/// What the format itself says a block is. `Unknown` leaves the decision to the structure rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Said to be a heading of this level, 1 for the highest in the file.
    Heading(u8),
    /// The text's own title.
    Title,
    /// A paragraph, surely no heading.
    Body,
    /// The format does not say.
    Unknown,
}

/// One block of text: a paragraph, a heading, a list item.
#[derive(Clone, Debug)]
pub struct Block {
    /// What the format says it is.
    pub role: Role,
    /// The text as read, before normalisation; a typed number still stands in it.
    pub text: String,
    /// A number that the format keeps apart from the text (automatic numbering), as printed.
    pub label: Option<String>,
    /// Its place, from 1, among its like in the part that it stands in, where the format keeps
    /// parts apart. A number that says the same is no gap, whatever came before it.
    pub ordinal: Option<u32>,
    /// Byte ranges of `text` in italics.
    pub italics: Vec<Range<u32>>,
    /// Footnote marks: byte offset in `text` and the mark; the mark itself is not in `text`.
    pub note_marks: Vec<(u32, String)>,
    /// All of it is bold.
    pub bold: bool,
    /// Set in the middle of the column.
    pub centred: bool,
    /// Size of the type in points, where known.
    pub size: Option<f32>,
    /// Distance of the first line from the left edge of the column in points, where known.
    pub indent: Option<f32>,
    /// Page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// Comments and tracked changes.
    pub beside: Beside,
}

impl Block {
    /// A plain block of unknown role.
    pub fn new(text: impl Into<String>) -> Self {
        Block {
            role: Role::Unknown,
            text: text.into(),
            label: None,
            ordinal: None,
            italics: Vec::new(),
            note_marks: Vec::new(),
            bold: false,
            centred: false,
            size: None,
            indent: None,
            page: None,
            beside: Beside::default(),
        }
    }
}

/// What a file says about itself, by field, before the text is looked at.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Document symbol.
    pub symbol: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// ISO 8601 date.
    pub date: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// The file is one of our digests.
    pub digest: bool,
}

/// A file, read.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Footnotes: mark and text.
    pub footnotes: Vec<(String, String)>,
    /// What the reader took out.
    pub stripped: Vec<Stripped>,
    /// What the reader noticed.
    pub warnings: Vec<Warning>,
    /// What the file says about itself.
    pub facts: Facts,
    /// Comments and tracked changes that stand after the last block.
    pub beside: Beside,
}
