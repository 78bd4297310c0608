//! Pieces: blocks, cut and joined as a person said.

use std::ops::Range;

use wsis_document::Label;

use super::Place;
use crate::plain::append_line;
use crate::{Beside, Block, Role};

/// A block or a part of one, with what a person said of it.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub block: Block,
    pub place: Place,
    pub said: Said,
}

/// What a person said of a piece; the rules decide where nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub role: Option<SaidRole>,
    /// `Some(None)`: it has no number.
    pub label: Option<Option<Label>>,
}

/// What a piece is, by a person's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaidRole {
    Title,
    Heading(u8),
    Paragraph,
}

impl Piece {
    /// Cuts off what stands from byte `at` on, `place`. `at` is a character boundary inside the
    /// text.
    pub fn split_off(&mut self, at: u32, place: Place) -> Piece {
        let rest = self.block.text.split_off(at as usize);
        let mut block = Block {
            // What follows a heading in one block is more likely the text below it.
            role: Role::Unknown,
            text: rest,
            label: None,
            ordinal: None,
            beside: Beside::default(),
            ..self.block.clone()
        };
        block.italics = self
            .block
            .italics
            .iter()
            .filter(|range| range.end > at)
            .map(|range| range.start.saturating_sub(at)..range.end - at)
            .collect();
        self.block.italics.retain(|range| range.start < at);
        for range in &mut self.block.italics {
            range.end = range.end.min(at);
        }
        // A mark stands after the word it belongs to.
        let (own, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.block.note_marks)
            .into_iter()
            .partition(|(mark, _)| *mark <= at);
        self.block.note_marks = own;
        block.note_marks = rest
            .into_iter()
            .map(|(mark, text)| (mark - at, text))
            .collect();
        block.beside = self.block.beside.split_off(at);
        Piece {
            block,
            place,
            said: Said::default(),
        }
    }

    /// Puts another piece at the end, with a space where the scripts have spaces. A number that the
    /// format kept apart becomes part of the text: it is no label any more, and must not be lost.
    pub fn append(&mut self, other: Piece) {
        let Block {
            text,
            label,
            italics,
            note_marks,
            bold,
            mut beside,
            ..
        } = other.block;
        if let Some(label) = label {
            append_line(&mut self.block.text, &label);
        }
        let lead = text.len() - text.trim_start().len();
        append_line(&mut self.block.text, &text);
        let begin = self.block.text.len() - text.trim().len();
        let moved = |at: u32| {
            let inside = (at as usize).saturating_sub(lead).min(text.trim().len());
            (begin + inside) as u32
        };
        let ranges = italics
            .into_iter()
            .map(|range: Range<u32>| moved(range.start)..moved(range.end));
        self.block
            .italics
            .extend(ranges.filter(|range| range.start < range.end));
        self.block
            .note_marks
            .extend(note_marks.into_iter().map(|(at, mark)| (moved(at), mark)));
        for passage in beside.passages_mut() {
            *passage = moved(passage.start)..moved(passage.end);
        }
        self.block.beside.append(beside, 0);
        self.block.bold &= bold;
    }
}

#[cfg(test)]
impl From<Block> for Piece {
    fn from(block: Block) -> Self {
        let place = Place {
            part: super::Part::Text,
            ordinal: 0,
            at: 0,
            hash: super::fingerprint(&block.text),
        };
        Piece {
            block,
            place,
            said: Said::default(),
        }
    }
}
